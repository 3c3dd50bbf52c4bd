// A list from a spreadsheet to the public site through the desk's own forms.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { getBatch, listBatches, listCommitments, setBatchProgress } from "@yinuo/store";
import { openOffice, sharedData, sharedFile, type Browser, type Office } from "./office.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.world.close());

const csv = (text: string, name = "清单.csv"): File => new File([text], name, { type: "text/csv" });

/** The batch's address on the page an upload leads to. */
const uploaded = async (browser: Browser, file: File): Promise<string> => {
  const response = await browser.post("/desk/import", { file });
  const html = await response.text();
  const found = /\/desk\/import\/[0-9a-f-]{36}/.exec(html);
  assert.ok(found, html.slice(0, 2000));
  return found[0];
};

const digestIn = (html: string): string => /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? "";

/** Confirms the preview as it stands, and answers the page afterwards. */
const applied = async (browser: Browser, batch: string): Promise<string> => {
  const digest = digestIn(await browser.text(`${batch}?step=preview`));
  assert.notEqual(digest, "");
  return (await browser.post(`${batch}/apply`, { digest })).text();
};

/** Posts the columns form as the page proposes it, with some fields changed. */
const confirmColumns = async (
  browser: Browser,
  batch: string,
  changes: Readonly<Record<string, string>>,
): Promise<string> => {
  const html = await browser.text(`${batch}?step=columns`);
  const fields: Record<string, string> = {};
  for (const [, name = "", inner = ""] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] =
      /<option value="([^"]*)" selected/.exec(inner)?.[1] ?? /<option value="([^"]*)"/.exec(inner)?.[1] ?? "";
  return (await browser.post(`${batch}/mapping`, { ...fields, ...changes })).text();
};

const LIST =
  "编号,任务,牵头单位,配合单位,完成时限\nSF-01,法律援助申请当日受理,司法局,人民法院,2026年9月底前\nFY-01,小额诉讼提速,FY,,2026-12-31\nX-9,没有这个单位,财政局,,2026-12-31\n";

describe("a steward's list", () => {
  let batch: string;
  it("is read, shown before anything is written, and the refused row is named by row, column and value", async () => {
    batch = await uploaded(office.steward, csv(LIST));
    const preview = await office.steward.text(`${batch}?step=preview`);
    for (const said of ["第 4 行", "牵头单位", "财政局", "没有编号为“财政局”的单位", "写入 2 项"])
      assert.ok(preview.includes(said), said);
    const rows = await listCommitments(office.world.store.db, {
      today: "2026-10-15" as never,
      sort: "code",
      limit: 10,
      offset: 0,
      desk: true,
    });
    assert.equal(rows.total, 0);
  });

  it("is written as drafts, which the public does not see", async () => {
    assert.match(await applied(office.steward, batch), /已写入/);
    const rows = await listCommitments(office.world.store.db, {
      today: "2026-10-15" as never,
      sort: "code",
      limit: 10,
      offset: 0,
      desk: true,
    });
    assert.deepEqual(
      rows.rows.map(({ code, lead, due, stage }) => [code, lead, due, stage]),
      [
        ["FY-01", "FY", "2026-12-31", "draft"],
        ["SF-01", "SF", "2026-09-30", "draft"],
      ],
    );
    assert.equal((await office.nobody.get("/commitments/2026/SF-01")).status, 404);
  });

  it("gives the refused rows back as the same sheet with the reason beside them", async () => {
    const response = await office.steward.get(`${batch}/refused`);
    const opened = openSpreadsheet(new Uint8Array(await response.arrayBuffer()), "refused.xlsx");
    assert.ok(opened.ok);
    assert.deepEqual(
      opened.value.columns.map(({ header }) => header),
      ["编号", "任务", "牵头单位", "配合单位", "完成时限", "不能导入的原因"],
    );
    assert.deepEqual(
      opened.value.rows.map(({ cells }) => cells[0]?.text),
      ["X-9"],
    );
    assert.match(opened.value.rows[0]?.cells[5]?.text ?? "", /财政局/);
  });

  it("B03 uploaded again changes nothing", async () => {
    const again = await uploaded(office.steward, csv(LIST));
    const preview = await office.steward.text(`${again}?step=preview`);
    assert.equal(digestIn(preview), "");
  });

  it("B12 can be undone as a whole while nobody has touched it, and not twice", async () => {
    const page = await (await office.steward.post(`${batch}/undo`, {})).text();
    assert.match(page, /已整批撤销/);
    const rows = await listCommitments(office.world.store.db, {
      today: "2026-10-15" as never,
      sort: "code",
      limit: 10,
      offset: 0,
      desk: true,
    });
    assert.equal(rows.total, 0);
  });
});

describe("who may", () => {
  it("B06 an officer brings in only the own body's rows, sees only the own body's batches, nobody else sees any", async () => {
    const stewards = await uploaded(office.steward, csv(LIST));
    for (const path of [stewards, `${stewards}/refused`])
      assert.equal((await office.officer.get(path)).status, 403);
    assert.equal((await office.officer.post(`${stewards}/apply`, { digest: "x" })).status, 403);
    const own = await uploaded(office.officer, csv(LIST));
    const preview = await office.officer.text(`${own}?step=preview`);
    assert.match(preview, /写入 1 项/);
    assert.match(preview, /您的账号不代表人民法院/);
    const nobody = await office.nobody.get(own);
    assert.match(nobody.headers.get("location") ?? "", /^\/sign-in/);
    assert.equal((await office.nobody.post("/desk/import", { file: csv(LIST) })).status, 403);
  });

  it("what was previewed is what is written: a ledger that moved in between refuses the whole batch", async () => {
    const batch = await uploaded(office.steward, csv(LIST));
    const digest = digestIn(await office.steward.text(`${batch}?step=preview`));
    const other = await uploaded(office.steward, csv(LIST.replace("小额诉讼提速", "小额诉讼再提速")));
    await applied(office.steward, other);
    const page = await (await office.steward.post(`${batch}/apply`, { digest })).text();
    assert.match(page, /预览之后台账有变动/);
  });
});

describe("files that are no lists", () => {
  const files = {
    "B10 a line of text without columns": csv("a@example.org;A Name\nb@example.org;B Name"),
    "an empty file": csv(""),
    "random bytes": new File([new Uint8Array(3000).map((_, index) => (index * 7919) % 256)], "x.xlsx"),
    "a picture called a list": new File(
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
      "list.csv",
    ),
  };
  for (const [what, file] of Object.entries(files))
    it(`${what} gets a page with a sentence, never a failure`, async () => {
      const response = await office.steward.post("/desk/import", { file });
      assert.ok(response.status === 200 || response.status === 422, String(response.status));
    });

  it("nothing chosen and nothing pasted is said", async () => {
    const response = await office.steward.post("/desk/import", { cells: "  " });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /请选择一个文件/);
  });

  it("pasted cells are read like a file", async () => {
    const response = await office.steward.post("/desk/import", {
      cells: "编号\t任务\t牵头单位\nP-1\t公开听证\tSF\n",
    });
    const batch = /\/desk\/import\/[0-9a-f-]{36}/.exec(await response.text())?.[0] ?? "";
    assert.match(await office.steward.text(`${batch}?step=preview`), /公开听证/);
  });
});

describe("real files", { skip: !existsSync(sharedData) }, () => {
  it("an encrypted workbook is told to be unlocked", async () => {
    const response = await office.steward.post("/desk/import", {
      file: sharedFile("messy/qsv-password-protected-password123.xlsx"),
    });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /密码/);
  });

  it("the Canadian list: 760 commitments, their bodies with them, nothing the second time", async () => {
    const file = () => sharedFile("commitments/canada-2021-mandate-commitments.csv");
    const batch = await uploaded(office.steward, file());
    const preview = await confirmColumns(office.steward, batch, { createBodies: "yes" });
    assert.match(preview, /写入 809 项/);
    assert.match(await applied(office.steward, batch), /新增 760/);
    const again = await uploaded(office.steward, file());
    const unchanged = await confirmColumns(office.steward, again, { createBodies: "yes" });
    assert.equal(digestIn(unchanged), "");
  });

  for (const name of [
    "court-gb18030.csv",
    "court-utf16le-bom-tab.txt",
    "court-utf8-bom.csv",
    "court-semicolon-decimal-comma-cp1252-safe.csv",
  ])
    it(`B31 B40 ${name} is shown with its encoding and readable headers`, async () => {
      const batch = await uploaded(office.steward, sharedFile(`messy/derived/${name}`));
      const page = await office.steward.text(`${batch}?step=reading`);
      assert.match(page, /民[国國]/);
      assert.match(page, /旧受|舊受/);
    });
});

describe("a batch cut short by a stop", () => {
  it("is still waiting with all it needs, and is written when it is taken up again", async () => {
    const batch = await uploaded(office.steward, csv("编号,任务,牵头单位\nK-1,被打断的导入,SF\n"));
    const id = batch.split("/").at(-1) ?? "";
    const digest = digestIn(await office.steward.text(`${batch}?step=preview`));
    const { db } = office.world.store;
    const kept = await getBatch(db, id);
    assert.ok(kept);
    await setBatchProgress(db, id, { state: "running", choices: { ...kept.choices, digest } });
    const { applyBatch, unfinishedBatches } = await import("@yinuo/import");
    assert.deepEqual(await unfinishedBatches(db), [id]);
    await applyBatch(office.deps, id);
    await applyBatch(office.deps, id);
    assert.equal((await getBatch(db, id))?.state, "applied");
    assert.ok((await listBatches(db)).length > 0);
  });
});
