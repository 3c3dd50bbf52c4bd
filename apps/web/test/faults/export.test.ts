// Downloads as people and programs open them: nothing runs, nothing is garbled, what is unknown is empty, and all of it comes back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { openOffice, type Office } from "../import/office.ts";
import { applied, counts, previewOf, sheet, uploaded } from "./import-forms.ts";

let office: Office;
before(async () => {
  office = await openOffice({ filled: true });
});
after(() => office.world.close());

const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await office.nobody.get(path);
  assert.equal(response.status, 200, path);
  return new Uint8Array(await response.arrayBuffer());
};

const TEXTS = ['=HYPERLINK("http://e","x")', "@SUM(1)", "-1+1", "+cmd|' /C calc'!A0"];

describe("B39 published titles that a spreadsheet would run", () => {
  before(async () => {
    const rows = TEXTS.map((text, at) => `F-${at},"${text.replaceAll('"', '""')}",justice,2026-12-31\n`);
    await applied(
      office.steward,
      await uploaded(office.steward, sheet(`编号,任务,牵头单位,完成时限\n${rows.join("")}`)),
    );
    for (const at of TEXTS.keys()) {
      const published = await office.steward.post(`/desk/commitments/2026/F-${at}/publish`, {});
      assert.equal(published.status, 200);
    }
  });

  it("are no formulas in the public CSV", async () => {
    const text = new TextDecoder().decode(await bytesOf("/commitments/download/csv"));
    for (const cell of text.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
      if (!/^"?-?\d/.test(cell)) assert.doesNotMatch(cell, /^"?[=+\-@\t\r]/, cell);
    assert.ok(text.includes("'@SUM(1)"));
  });

  it("are no formulas in the public workbook", async () => {
    const opened = openSpreadsheet(await bytesOf("/commitments/download/xlsx"), "c.xlsx");
    assert.ok(opened.ok);
    const at = opened.value.columns.findIndex(({ header }) => header === "事项");
    const titles = opened.value.rows.map(({ cells }) => cells[at]?.text);
    for (const text of TEXTS) assert.ok(titles.includes(text), text);
    assert.ok(opened.value.warnings.every(({ code }) => code !== "formulaError"));
  });

  it("are as they were in JSON, and brought in again from any file change nothing", async () => {
    const json = new TextDecoder().decode(await bytesOf("/commitments/download/json"));
    assert.ok(json.includes(JSON.stringify("@SUM(1)")));
    for (const format of ["csv", "xlsx"]) {
      const file = new File([await bytesOf(`/commitments/download/${format}`)], `c.${format}`);
      const preview = await previewOf(office.steward, await uploaded(office.steward, file));
      const [created, updated, unchanged, refused] = counts(preview);
      assert.deepEqual([created, updated, refused], [0, 0, 0], format);
      assert.ok((unchanged ?? 0) >= TEXTS.length);
    }
  });
});

describe("B40 the mark that Excel needs", () => {
  for (const root of ["", "/en"])
    for (const noun of ["commitments", "bodies", "indicators", "observations"])
      it(`begins ${root}/${noun} as CSV and is in no JSON`, async () => {
        const csv = await bytesOf(`${root}/${noun}/download/csv`);
        assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
        const json = await bytesOf(`${root}/${noun}/download/json`);
        assert.notEqual(json[0], 0xef);
        JSON.parse(new TextDecoder().decode(json));
      });
});

describe("B30 a figure that was not collected", () => {
  it("is an empty cell in the download, never 0, and says that it was not collected", async () => {
    const opened = openSpreadsheet(await bytesOf("/observations/download/csv"), "o.csv");
    assert.ok(opened.ok);
    const column = (header: string) => opened.value.columns.findIndex((one) => one.header === header);
    const [value, flag] = [column("数值"), column("未采集")];
    const missing = opened.value.rows.filter(({ cells }) => cells[flag]?.text === "是");
    assert.ok(missing.length > 0);
    for (const { cells } of missing) assert.equal(cells[value]?.text, "");
  });
});

describe("B51 every form with a file", () => {
  for (const path of ["/desk/import", "/desk/commitments/2026/SF-03/progress", "/desk/indicators"])
    it(`of ${path} sends the file itself without script`, async () => {
      const html = await office.steward.text(path);
      for (const form of html.match(/<form[^>]*>.*?<\/form>/gs) ?? [])
        if (form.includes('type="file"'))
          assert.match(form, /^<form[^>]*method="post"[^>]*enctype="multipart\/form-data"/);
      assert.doesNotMatch(html, /<script/);
    });
});
