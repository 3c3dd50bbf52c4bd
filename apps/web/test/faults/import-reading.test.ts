// Files as offices save them, brought in through the forms: how they are read is shown, asked where unsure, and never guessed.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { accountId, createIndicator, type Context } from "@yinuo/core";
import { parseDay } from "@yinuo/period";
import { changeIndicator, getCommitment, getObservation } from "@yinuo/store";
import { openOffice, type Office } from "../import/office.ts";
import { applied, counts, mapped, plainText, previewOf, proposed, sheet, uploaded } from "./import-forms.ts";

let office: Office;
before(async () => {
  office = await openOffice();
  for (const [code, unit, kind] of [
    ["SF-01", "件", "stock"],
    ["SF-02", "%", "index"],
  ] as const) {
    const input = {
      name: code,
      definition: code,
      unit,
      kind,
      polarity: "up",
      decimals: 2,
      frequency: "month",
    };
    const made = await changeIndicator(office.world.store.db, code, CONTEXT, () =>
      createIndicator({ code, ...input } as never, { ...CONTEXT, indicators: new Map() }),
    );
    assert.ok(made.ok, JSON.stringify(made));
  }
});
after(() => office.world.close());

const CONTEXT: Context = {
  by: { account: accountId("set-up"), role: "steward", inspects: false },
  today: parseDay("2026-01-05") ?? assert.fail(),
};
const steward = () => office.steward;
const commitment = (code: string) =>
  getCommitment(office.world.store.db, { programme: "2026", code }, { desk: true });
const figure = async (indicator: string, period: string) =>
  (await getObservation(office.world.store.db, { indicator, body: "SF", period } as never))?.figure;

describe("B02 a semicolon file with the headers of another system", () => {
  it("never takes its id for one of ours: the row is new, its titles go to both languages", async () => {
    await applied(steward(), await uploaded(steward(), sheet("编号,任务,牵头单位\n1,本地的第一项,SF\n")));
    const batch = await uploaded(
      steward(),
      sheet("id;title/zh;title/en;lead;progress\r\n1;外来的一项;From elsewhere;SF;40\r\n"),
    );
    const uses = await proposed(steward(), batch);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => uses[`use.${at}`]),
      ["ignore", "column:title", "column:titleEn", "column:lead", "column:completion"],
    );
    const preview = await previewOf(steward(), batch);
    assert.deepEqual(counts(preview), [1, 0, 0, 0]);
    await applied(steward(), batch);
    assert.equal((await commitment("1"))?.title, "本地的第一项");
    assert.equal((await commitment("001"))?.titleEn, "From elsewhere");
  });

  it("has to say which column is the lead when none is called so", async () => {
    const batch = await uploaded(steward(), sheet("id;title/zh;title/en;progress\n7;没有牵头;No lead;40\n"));
    assert.match(plainText(await previewOf(steward(), batch)), /还缺：牵头单位/);
  });
});

describe("B04 a list saved again by Excel", () => {
  it("with an empty code beside a filled external id is accepted, twice", async () => {
    const list =
      "\ufeff编号;外部编号;任务;牵头单位;牵头部门\r\n;P-7;街面见警;公安局;\r\n;P-8;小额速裁;人民法院;\r\n";
    const batch = await uploaded(steward(), sheet(list));
    assert.deepEqual(counts(await previewOf(steward(), batch)), [2, 0, 0, 0]);
    await applied(steward(), batch);
    const again = await uploaded(steward(), sheet(list));
    assert.deepEqual(counts(await previewOf(steward(), again)), [0, 0, 2, 0]);
  });

  it("says row, header as in the file and value where something is really wrong", async () => {
    const batch = await uploaded(
      steward(),
      sheet(
        "\ufeff外部编号;任务名称;责任部门;完成时间\r\nQ-1;;SF;2026-06-30\r\nQ-2;甲;城管局;2026-06-30\r\nQ-3;乙;SF;尽快\r\n",
      ),
    );
    const text = plainText(await previewOf(steward(), batch));
    assert.match(text, /第 2 行 不能导入 “任务名称”列/);
    assert.match(text, /第 3 行 不能导入 “责任部门”列： 城管局/);
    assert.match(text, /第 4 行 不能导入 “完成时间”列： 尽快/);
  });
});

describe("B10 a file without the separator one expects", () => {
  it("is split at its semicolons, and what is missing is named in words", async () => {
    const batch = await uploaded(steward(), sheet("a@example.org;A Name\nb@example.org;B Name"));
    const text = plainText(await steward().text(`${batch}?step=columns`));
    for (const said of ["a@example.org", "A Name", "还缺：事项、牵头单位"])
      assert.ok(text.includes(said), text);
  });
});

describe("B31 a file in a national encoding", () => {
  // 編號,任務,牽頭單位 / T-1,法律扶助當日受理,SF / T-2,小額訴訟提速結案,FY
  const SAVED = {
    big5: "vXO4uSyl9LDILLJvwFmz5qbsClQtMSyqa6vfp9+nVbftpOmo/LJ6LFNGClQtMiykcMNCtkSzXrSjs3S1sq7XLEZZCg==",
    gb18030: "vo7MlizIzoTVLKC/7l6Gzs67ClQtMSy3qMLJt/bW+q6UyNXK3MDtLFNGClQtMizQoe5+1FbUQczhy9m9WbC4LEZZCg==",
  };
  for (const encoding of ["big5", "gb18030"] as const)
    it(`${encoding}: readable at once, and the other reading can be chosen and taken back`, async () => {
      const bytes = new Uint8Array(Buffer.from(SAVED[encoding], "base64"));
      const batch = await uploaded(steward(), new File([bytes], "清單.csv"));
      const page = await steward().text(`${batch}?step=reading`);
      assert.match(plainText(page), /編號 任務 牽頭單位 T-1 法律扶助當日受理/);
      assert.match(page, new RegExp(`<option value="${encoding}" selected`));
      const other = encoding === "big5" ? "gb18030" : "big5";
      const wrong = await steward().post(`${batch}/reading`, { encoding: other });
      assert.doesNotMatch(plainText(await wrong.text()), /法律扶助當日受理/);
      const right = await steward().post(`${batch}/reading`, { encoding });
      assert.match(plainText(await right.text()), /法律扶助當日受理/);
    });
});

describe("B33 separators inside the cells", () => {
  it("';' is seen, and a number with both marks is read once its format is settled", async () => {
    const list =
      '指标编码;单位编码;期间;数值;"说明,其他,备注"\nSF-01;SF;2026-03;-21.419,06;"a,b"\nSF-01;SF;2026-09;1.234;\n';
    const batch = await uploaded(steward(), sheet(list));
    assert.match(await steward().text(`${batch}?step=reading`), /<option value=";" selected/);
    await mapped(steward(), batch, {});
    await applied(steward(), batch);
    assert.deepEqual(await figure("SF-01", "2026-03"), { as: "number", value: -21419.06 });
    assert.deepEqual(await figure("SF-01", "2026-09"), { as: "number", value: 1234 });
  });

  it("a lone 1,234 is asked, and read as it was answered", async () => {
    const batch = await uploaded(steward(), sheet("指标编码;单位编码;期间;数值\nSF-01;SF;2026-05;1,234\n"));
    assert.match(plainText(await previewOf(steward(), batch)), /第 2 行 不能导入 “数值”列： 1,234/);
    await steward().post(`${batch}/reading`, { decimal: ",", next: "yes" });
    await applied(steward(), batch);
    assert.deepEqual(await figure("SF-01", "2026-05"), { as: "number", value: 1.234 });
  });

  it("08/01/2026 is asked for day or month, and read as it was answered", async () => {
    const batch = await uploaded(
      steward(),
      sheet("编号;任务;牵头单位;完成时限\nDM-1;看哪个在前;SF;08/01/2026\n"),
    );
    assert.deepEqual(counts(await previewOf(steward(), batch)), [0, 0, 0, 1]);
    assert.match(await steward().text(`${batch}?step=reading`), /name="dayOrder"/);
    await steward().post(`${batch}/reading`, { dayOrder: "dmy", next: "yes" });
    await applied(steward(), batch);
    assert.equal((await commitment("DM-1"))?.due, "2026-01-08");
  });
});

describe("B34 full-width commas among ASCII ones", () => {
  it("the row is refused with the hint, and no figure lands in another column", async () => {
    const batch = await uploaded(
      steward(),
      sheet("指标编码,期间,数值\nSF-01，2026-06,200\nSF-01,2026-07,201\n"),
    );
    const preview = await mapped(steward(), batch, { body: "SF" });
    assert.match(plainText(preview), /第 2 行 不能导入.*这一行有 2 格，应为 3 格；其中有全角逗号“，”/);
    await applied(steward(), batch);
    assert.equal(await figure("SF-01", "2026-06"), undefined);
    assert.deepEqual(await figure("SF-01", "2026-07"), { as: "number", value: 201 });
  });
});

describe("B37 percentages and bare numbers in one column", () => {
  it("0.35 and 80 are asked, and read as they were answered", async () => {
    const list =
      "指标编码,单位编码,期间,数值\nSF-02,SF,2026-01,35%\nSF-02,SF,2026-02,100％\nSF-02,SF,2026-03,80\nSF-02,SF,2026-04,已完成\n";
    const batch = await uploaded(steward(), sheet(list));
    const text = plainText(await previewOf(steward(), batch));
    assert.match(text, /第 4 行 不能导入 “数值”列： 80 同列有的写了百分号/);
    assert.match(text, /第 5 行 不能导入 “数值”列： 已完成/);
    await steward().post(`${batch}/reading`, { percent: "points", next: "yes" });
    await applied(steward(), batch);
    assert.deepEqual(await figure("SF-02", "2026-01"), { as: "number", value: 35 });
    assert.deepEqual(await figure("SF-02", "2026-03"), { as: "number", value: 80 });
    assert.equal(await figure("SF-02", "2026-04"), undefined);
  });
});

describe("B47 a file with a Chinese name", () => {
  it("is called by it, in the same letters whatever system it came from", async () => {
    const name = "031汉堡包漢堡包, 汉堡 é.csv";
    await uploaded(steward(), sheet("编号,任务,牵头单位\nN-1,名字,SF\n", name.normalize("NFD")));
    assert.ok((await steward().text("/desk/import")).includes(name.normalize("NFC")));
  });
});
