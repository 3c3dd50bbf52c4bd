// Wrong choices, forged fields and cells nobody expects: each gets a sentence and a way on, nothing is half-written.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeXlsx } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { getBatch, getCommitment } from "@yinuo/store";
import { openOffice, type Office } from "../import/office.ts";
import { applied, counts, idOf, mapped, plainText, previewOf, sheet, uploaded } from "./import-forms.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.world.close());

const steward = () => office.steward;
const commitment = (code: string) =>
  getCommitment(office.world.store.db, { programme: "2026", code }, { desk: true });
const LIST = "编号,任务,牵头单位,另一题\nM-1,甲题,SF,乙题\n";

describe("a reading the file does not have", () => {
  const WRONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "a header below the last row": { headerRow: "9999" },
    "a header higher than the file": { headerRows: "99999" },
    "no header": { headerRows: "0" },
    "another encoding": { encoding: "utf-16be" },
    "a separator that is not there": { separator: "|" },
    "an encoding there is none of": { encoding: "ebcdic", separator: "€", dayOrder: "ymd", decimal: "x" },
    "a number that is none": { headerRow: "-1", headerRows: "1e9", sheet: "NaN" },
  };
  for (const [what, choice] of Object.entries(WRONG))
    it(`${what}: every step answers, and the choice can be made again`, async () => {
      const batch = await uploaded(steward(), sheet(LIST));
      const page = await (await steward().post(`${batch}/reading`, choice)).text();
      assert.match(page, new RegExp(`action="${batch}/reading"`));
      for (const step of ["reading", "columns", "preview"])
        assert.equal((await steward().get(`${batch}?step=${step}`)).status, 200, step);
      assert.ok([200, 404].includes((await steward().get(`${batch}/refused`)).status));
      await steward().post(`${batch}/reading`, {});
      assert.deepEqual(counts(await previewOf(steward(), batch)), [1, 0, 0, 0]);
    });
});

describe("the columns form", () => {
  it("with one ledger column chosen twice says which, instead of letting the last one win", async () => {
    const batch = await uploaded(steward(), sheet(LIST));
    const page = plainText(await mapped(steward(), batch, { "use.3": "column:title" }));
    assert.match(page, /“事项”选了不止一列，请只留一列/);
    const preview = await mapped(steward(), batch, { "use.1": "ignore" });
    assert.match(plainText(preview), /乙题/);
  });

  const HONEST = {
    noun: "commitments",
    programme: "2026",
    "use.0": "column:code",
    "use.1": "column:title",
    "use.2": "column:lead",
    "use.3": "ignore",
  };
  const FORGED: Readonly<Record<string, string>>[] = [
    { "use.3": "column:completion" },
    { "use.3": "column:stage" },
    { "use.3": "column:__proto__" },
    { "use.3": "column:version", "use.99": "column:title" },
    { "use.3": "period:2026-99" },
    { "use.3": "indicator:none" },
    { "use.3": "" },
    { noun: "accounts" },
    { programme: "1999", "use.0": "column:code" },
    { createBodies: "yes", body: "nowhere", indicator: "none" },
  ];
  for (const changes of FORGED)
    it(`with ${JSON.stringify(changes)} fails nothing and imports nothing more`, async () => {
      const batch = await uploaded(steward(), sheet(LIST));
      const page = await steward().post(`${batch}/mapping`, { ...HONEST, ...changes });
      assert.equal(page.status, 200);
      assert.doesNotMatch(plainText(await page.text()), /乙题 改为/);
      const kept = await getBatch(office.world.store.db, idOf(batch));
      assert.equal(kept?.kind, "commitments");
      const preview = await mapped(steward(), batch, HONEST);
      assert.deepEqual(counts(preview), [1, 0, 0, 0]);
      assert.doesNotMatch(plainText(preview), /乙题/);
    });

  it("of an officer cannot make bodies, nor record for another one", async () => {
    const batch = await uploaded(office.officer, sheet("编号,任务,牵头单位\nZ-1,甲,全新的单位\nZ-2,乙,FY\n"));
    const preview = await mapped(office.officer, batch, { createBodies: "yes" });
    assert.deepEqual(counts(preview), [0, 0, 0, 2]);
  });
});

describe("cells nobody expects", () => {
  it("40,000 characters are refused by row and column, shown in part, and come back to be corrected", async () => {
    const batch = await uploaded(
      steward(),
      sheet(
        `编号,任务,牵头单位,承诺内容\nB-1,甲,SF,${"长".repeat(40_000)}\n${"9".repeat(40_000)},乙,SF,短\n`,
      ),
    );
    const preview = await previewOf(steward(), batch);
    assert.match(plainText(preview), /第 2 行 不能导入 “承诺内容”列/);
    assert.ok(preview.length < 30_000, String(preview.length));
    const response = await steward().get(`${batch}/refused`);
    assert.equal(response.status, 200);
    const opened = openSpreadsheet(new Uint8Array(await response.arrayBuffer()), "refused.xlsx");
    assert.deepEqual(opened.ok && opened.value.rows.map(({ cells }) => cells[1]?.text), ["甲", "乙"]);
  });

  it("control characters and half characters are not kept, and nothing fails", async () => {
    const name = "任\u0001务\u001b\u0007\ud800名";
    const bytes = writeXlsx([
      {
        name: "t",
        columns: [
          { key: "a", header: "编号", kind: "text" },
          { key: "b", header: "任务", kind: "text" },
          { key: "c", header: "牵头单位", kind: "text" },
        ],
        rows: [{ a: "C-1", b: name, c: "SF" }],
      },
    ]);
    assert.match(await applied(steward(), await uploaded(steward(), new File([bytes], "c.xlsx"))), /已写入/);
    const kept = (await commitment("C-1"))?.title ?? "";
    assert.doesNotMatch(kept, /\p{Cc}/u);
    assert.ok(kept.isWellFormed());
    assert.equal((await office.steward.get("/desk/commitments/2026/C-1")).status, 200);
  });

  it("a code that could lead elsewhere is refused", async () => {
    const batch = await uploaded(
      steward(),
      sheet("编号,任务,牵头单位\n../x,甲,SF\n<script>,乙<b>,SF\n%00,丙,SF\nA/B,丁,SF\n"),
    );
    const preview = await previewOf(steward(), batch);
    assert.deepEqual(counts(preview), [0, 0, 0, 4]);
    assert.doesNotMatch(preview.slice(preview.indexOf("<main")), /<script>|<b>乙|乙<b>/);
  });

  it("a header without rows says so, and not that all is the same", async () => {
    const text = plainText(
      await previewOf(steward(), await uploaded(steward(), sheet("编号,任务,牵头单位\n"))),
    );
    assert.match(text, /表头下面没有可以读的行/);
  });

  it("501 columns are refused with the limit", async () => {
    const wide = Array.from({ length: 501 }, (_, n) => `列${n}`).join(",");
    const response = await steward().post("/desk/import", { file: sheet(`${wide}\n${wide}\n`) });
    assert.equal(response.status, 422);
    assert.match(plainText(await response.text()), /501，最多 500/);
  });
});

describe("B50 a file over the limit", () => {
  it("of 60 MB gets 413 with the limit in words, and what was pasted is still there", async () => {
    const file = new File([new Uint8Array(60 * 1024 * 1024).fill(97)], "大.csv");
    const response = await steward().post("/desk/import", { file, cells: "不要丢掉" });
    assert.equal(response.status, 413);
    const html = await response.text();
    assert.match(plainText(html), /文件有 60 MB，最多 20 MB/);
    assert.match(html, /<textarea[^>]*>不要丢掉<\/textarea>/);
  });
});
