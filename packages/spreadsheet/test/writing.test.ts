// What is written opens in a spreadsheet program as it is meant, and comes back as it was.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { writeCsv, writeXlsx } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import type { Table } from "@yinuo/spreadsheet";
import { opened, texts } from "./opening.ts";

const LEDGER: Table = {
  name: "台账",
  columns: [
    { key: "code", header: "编号", kind: "text" },
    { key: "due", header: "完成时限", kind: "day" },
    { key: "figure", header: "数据", kind: "number", decimals: 2 },
    { key: "share", header: "进度", kind: "percent", decimals: 1 },
  ],
  rows: [
    { code: "007", due: "2021-12-20", figure: -5, share: 12.23 },
    { code: "8", due: "年底前", figure: "—", share: null },
    { code: "é中文", due: null, figure: 1234567.891, share: 100 },
  ],
};

const DANGEROUS = [
  '=HYPERLINK("http://e","x")',
  "@SUM(1)",
  "-1+1",
  "+1",
  "  =1",
  "＝1+1",
  "＠a",
  "\t=1",
  "\rx",
  "- -",
  "'=already",
  "''+twice",
  "'s-Hertogenbosch",
  "-5",
];

function textTable(values: readonly string[]): Table {
  const columns = [
    { key: "n", header: "序号", kind: "number" },
    { key: "t", header: "文字", kind: "text" },
  ] as const;
  return { name: "t", columns, rows: values.map((t, n) => ({ n: n + 1, t })) };
}

/** In a workbook's cell a line ends with LF alone. */
function lineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

describe("B39: text that a spreadsheet program would run", () => {
  const table: Table = {
    ...textTable(DANGEROUS),
    rows: [...textTable(DANGEROUS).rows, { n: -5, t: "a real -5 in the number column" }],
  };

  it("is neutralised in CSV; a number stays a number", () => {
    const lines = new TextDecoder().decode(writeCsv(table)).split("\r\n");
    assert.equal(lines[1], `1,"'=HYPERLINK(""http://e"",""x"")"`);
    assert.deepEqual(lines.slice(2, 7), ["2,'@SUM(1)", "3,'-1+1", "4,'+1", "5,'  =1", "6,'＝1+1"]);
    assert.equal(lines[14], "14,'-5");
    assert.equal(lines[15], "-5,a real -5 in the number column");
  });

  it("is in no cell of a workbook that could run", () => {
    const parts = unzipSync(writeXlsx([table]));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? assert.fail());
    assert.doesNotMatch(sheet, /<f\b/u);
    const style = /<c r="B2" s="(\d+)" t="inlineStr">/u.exec(sheet)?.[1] ?? assert.fail();
    const xfs = strFromU8(parts["xl/styles.xml"] ?? assert.fail()).match(/<cellXfs.*<\/cellXfs>/u)?.[0] ?? "";
    assert.match(xfs.match(/<xf [^>]*>/gu)?.[Number(style)] ?? "", /numFmtId="49".*quotePrefix="1"/u);
    assert.match(sheet, /<c r="A16" s="0"><v>-5<\/v><\/c>/u);
  });

  for (const [format, write, ended] of [
    ["CSV", writeCsv, String],
    ["XLSX", (t: Table) => writeXlsx([t]), lineFeeds],
  ] as const) {
    it(`comes back from ${format} as it was`, () => {
      const sheet = opened(write(textTable(DANGEROUS)));
      assert.deepEqual(
        texts(sheet).map(([, text]) => text),
        DANGEROUS,
      );
    });

    it(`comes back from ${format} whatever the text`, () => {
      const word = fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n\",;|，＝ a_x005F中é&<0") });
      // Blank text is no cell, and NUL has no place in one.
      const value = fc
        .oneof(word, fc.string({ unit: "binary" }))
        .filter((t) => t.trim() !== "" && !t.includes("\0"));
      fc.assert(
        fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
          const written = textTable(values.map((text) => text.toWellFormed()));
          const sheet = opened(write(written));
          assert.deepEqual(
            texts(sheet).map((row) => row[1]),
            written.rows.map((row) => ended(String(row["t"])).normalize("NFC")),
          );
        }),
        { seed: 39, numRuns: 150 },
      );
    });
  }
});

describe("B40: a CSV for people", () => {
  it("begins with the mark Excel needs, and the reader leaves it out of the header", () => {
    const bytes = writeCsv(LEDGER);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const sheet = opened(bytes);
    assert.equal(sheet.columns[0]?.header, "编号");
    assert.equal(texts(sheet)[2]?.[0], "é中文");
  });

  it("has no mark when programs read it", () => {
    assert.equal(
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(LEDGER, { bom: false }))[0],
      "编",
    );
  });

  it("keeps every figure and day as written", () => {
    assert.deepEqual(texts(opened(writeCsv(LEDGER))), [
      ["007", "2021-12-20", "-5", "12.23%"],
      ["8", "年底前", "—", ""],
      ["é中文", "", "1234567.891", "100%"],
    ]);
  });
});

describe("a workbook written here", () => {
  it("holds real days, numbers and percentages", () => {
    const [first, second, third] = opened(writeXlsx([LEDGER])).rows;
    assert.deepEqual(
      first?.cells.map(({ text, value }) => [text, value]),
      [
        ["007", { kind: "text" }],
        ["2021-12-20", { kind: "day", day: "2021-12-20" }],
        ["-5.00", { kind: "number", number: -5, percent: false }],
        ["12.2%", { kind: "number", number: 12.23, percent: true }],
      ],
    );
    assert.deepEqual(
      second?.cells.map(({ value }) => value.kind),
      ["text", "text", "text", "empty"],
    );
    assert.deepEqual(third?.cells[2]?.value, { kind: "number", number: 1234567.891, percent: false });
  });

  it("has a bold frozen header and columns wide enough for Chinese", () => {
    const parts = unzipSync(writeXlsx([LEDGER]));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? assert.fail());
    assert.match(sheet, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/u);
    assert.match(sheet, /<col min="2" max="2" width="12" customWidth="1"\/>/u);
    assert.match(sheet, /<c r="A1" s="1"/u);
    assert.match(strFromU8(parts["xl/styles.xml"] ?? assert.fail()), /<font><b\/>/u);
  });

  it("has a sheet per table, under a name workbooks allow", () => {
    const names = ["台账", "台账", "a/b:c", "", "很".repeat(40), "History"];
    const book = opened(writeXlsx(names.map((name) => ({ ...LEDGER, name }))));
    assert.deepEqual(
      book.sheets.map((sheet) => sheet.name),
      ["台账", "台账 2", "a b c", "Sheet4", "很".repeat(31), "History 2"],
    );
  });

  it("is the same file for the same tables", () => {
    assert.deepEqual(writeXlsx([LEDGER]), writeXlsx([LEDGER]));
  });

  it("with a header and no rows opens as that", () => {
    const sheet = opened(writeXlsx([{ ...LEDGER, rows: [] }]));
    assert.deepEqual([sheet.columns.length, sheet.rows.length], [4, 0]);
  });

  it("is not made with a text no cell can hold", () => {
    assert.throws(() => writeXlsx([textTable(["x".repeat(32_768)])]), RangeError);
    assert.ok(openSpreadsheet(writeXlsx([textTable(["x".repeat(32_767)])]), "a.xlsx").ok);
  });
});
