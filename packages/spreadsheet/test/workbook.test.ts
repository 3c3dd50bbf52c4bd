// What workbooks hold is what is read: days, percentages, merged headers, hidden sheets.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { fixture, handmadeXlsx, opened, refusal, sheetData, texts } from "./opening.ts";

describe("a workbook", () => {
  it("with a title and a two-row merged Chinese header says each column's group and name", () => {
    const sheet = opened("ledger-merged-header-mixed-dates.xlsx");
    assert.deepEqual(
      sheet.columns.map((column) => column.header),
      [
        "序号",
        "任务",
        "责任分工 / 牵头单位",
        "责任分工 / 配合单位",
        "时限与进度 / 完成时限",
        "时限与进度 / 进度",
      ],
    );
    assert.deepEqual(
      sheet.columns.map((column) => column.group),
      [undefined, undefined, "责任分工", "责任分工", "时限与进度", "时限与进度"],
    );
    assert.deepEqual(
      sheet.titleRows.map(({ row }) => row),
      [1],
    );
    assert.match(sheet.titleRows[0]?.text ?? "", /^2021年度重点任务台账/u);
    assert.deepEqual(sheet.header, { row: 2, rows: 2, plausible: [{ row: 2, rows: 2 }], certain: true });
    assert.equal(sheet.rows.length, 40);
    assert.equal(sheet.rows[0]?.row, 4);
    assert.deepEqual(sheet.rows[0]?.cells[4], {
      text: "2021年12月31日",
      value: { kind: "day", day: "2021-12-31" },
      row: 4,
    });
    assert.deepEqual(sheet.rows[1]?.cells[4]?.value, { kind: "text" });
  });

  it("whose header is years reads them as the header", () => {
    const sheet = opened("qsv-excel-numeric-header.xlsx");
    assert.deepEqual(
      sheet.columns.map((column) => column.header),
      ["location", "2020", "2021", "2022"],
    );
    assert.deepEqual(texts(sheet), [
      ["Here", "1", "2", "3"],
      ["There", "4", "5", "6"],
    ]);
  });

  it("counting its days from 1904 gives the days it shows", () => {
    const sheet = opened("qsv-excel-1904-epoch.xlsx");
    assert.equal(sheet.dates1904, true);
    assert.deepEqual(
      sheet.rows.map((row) => row.cells[1]?.value),
      [
        { kind: "day", day: "2024-01-15" },
        { kind: "day", day: "2020-07-04" },
      ],
    );
  });

  it("lists its hidden sheets and opens the first visible one that holds something", () => {
    const book = opened("qsv-any_sheets.xlsx");
    assert.deepEqual(
      book.sheets.map(({ name, hidden }) => [name, hidden]),
      [
        ["Visible", false],
        ["Hidden", true],
        ["VeryHidden", true],
        ["Chart", false],
      ],
    );
    assert.equal(book.sheet, 0);
    assert.deepEqual(book.sheets[0], { name: "Visible", hidden: false, rows: 5, columns: 2 });
  });

  it("opens at the sheet that was chosen, and says when there is no such sheet", () => {
    const bytes = fixture("qsv-excel-xls.xls");
    const book = opened(bytes, { sheet: 5 });
    assert.equal(book.format, "xls");
    assert.equal(book.sheets[5]?.name, "date test");
    assert.deepEqual(
      book.rows.map((row) => row.cells[0]?.value),
      [
        { kind: "day", day: "2001-12-25" },
        { kind: "day", day: "2001-09-11", time: "08:30:00" },
        { kind: "text" },
        { kind: "day", day: "1970-01-01" },
        { kind: "day", day: "1989-12-31" },
      ],
    );
    const none = refusal(openSpreadsheet(bytes, "a.xls", { sheet: 8 }));
    assert.deepEqual(none, { code: "noSuchSheet", sheet: 8, sheets: 8 });
    assert.equal(refusal(openSpreadsheet(bytes, "a.xls", { sheet: 3 })).code, "empty");
  });

  it("merged down its body repeats the label on every row, and says so", () => {
    const rows = [
      ["单位", "事项", "目标"],
      ["法院", "立案", 90],
      [null, "执行", null],
      ["公安局", "报警", 5],
    ];
    const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>';
    const sheet = opened(handmadeXlsx({ sheet: sheetData(rows) + merges }));
    assert.deepEqual(texts(sheet), [
      ["法院", "立案", "90"],
      ["法院", "执行", "90"],
      ["公安局", "报警", "5"],
    ]);
    assert.deepEqual(
      sheet.rows.map((row) => row.cells[0]?.repeated ?? false),
      [false, true, false],
    );
    assert.deepEqual(sheet.warnings, [{ code: "mergedRepeated", row: 2, letter: "C", rows: 2 }]);
    assert.deepEqual(sheet.header, { row: 1, rows: 1, plausible: [{ row: 1, rows: 1 }], certain: true });
  });

  it("with one merge across its header and words below asks whether that is one header row or two", () => {
    const rows = [
      ["事项", "责任单位", null],
      ["立案", "法院", "司法局"],
      ["执行", "法院", "公安局"],
    ];
    const sheet = handmadeXlsx({
      sheet: `${sheetData(rows)}<mergeCells><mergeCell ref="B1:C1"/></mergeCells>`,
    });
    const one = opened(sheet);
    assert.equal(one.header.certain, false);
    assert.deepEqual(one.header.plausible, [
      { row: 1, rows: 1 },
      { row: 1, rows: 2 },
    ]);
    const two = opened(sheet, { headerRows: 2 });
    assert.equal(two.columns[2]?.header, "责任单位 / 司法局");
    assert.equal(two.header.certain, true);
    assert.equal(two.rows.length, 1);
  });

  it("with a formula's error or a formula never calculated says where, and takes neither for a blank", () => {
    const sheet = opened(
      handmadeXlsx({
        sheet:
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>数</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"><f>A3*2</f></c></row></sheetData>',
      }),
    );
    assert.deepEqual(sheet.warnings, [
      { code: "formulaError", row: 2, letter: "B", error: "#DIV/0!" },
      { code: "formulaError", row: 3, letter: "B", error: "notCalculated" },
    ]);
  });

  it("protected with a password is refused as encrypted", () => {
    const name = "qsv-password-protected-password123.xlsx";
    assert.deepEqual(refusal(openSpreadsheet(fixture(name), name)), { code: "encrypted" });
  });

  it("is known by its content, and a name that says otherwise is pointed out", () => {
    const result = openSpreadsheet(fixture("qsv-excel-numeric-header.xlsx"), "figures.csv");
    assert.ok(result.ok);
    assert.deepEqual(result.value.warnings, [{ code: "nameDisagrees", format: "xlsx" }]);
  });
});

describe("B37: percentages", () => {
  const formats = ["0%", "0.00 %", '0"％"'];
  const column = (...cells: (string | number | { s: number; v: number })[]) =>
    opened(
      handmadeXlsx({ formats, sheet: sheetData([["进度", "事项"], ...cells.map((cell) => [cell, "甲"])]) }),
    );

  it("in a cell's format are points, exactly as shown", () => {
    const values = column({ s: 1, v: 0.35 }, { s: 2, v: 0.1223 }, { s: 3, v: 35 }).rows.map(
      (row) => row.cells[0],
    );
    assert.deepEqual(
      values.map((cell) => cell?.text),
      ["35%", "12.23 %", "35％"],
    );
    assert.deepEqual(
      values.map((cell) => cell?.value),
      [35, 12.23, 35].map((number) => ({ kind: "number", number, percent: true })),
    );
  });

  it("beside bare numbers in one column are a question, not an answer", () => {
    const sheet = column({ s: 1, v: 0.35 }, "35%", "100％", 0.35, 80, "已完成");
    const { percent } = sheet.columns[0] ?? assert.fail();
    assert.deepEqual(percent, { marked: 3, unmarked: 2, plausible: ["fraction", "points"], certain: false });
    assert.deepEqual(sheet.rows[3]?.cells[0]?.value, { kind: "number", number: 0.35, percent: false });
    assert.deepEqual(sheet.rows[5]?.cells[0]?.value, { kind: "text" });
  });

  it("alone, or bare numbers alone, are no question", () => {
    assert.equal(column({ s: 1, v: 0.35 }, "35%").columns[0]?.percent.certain, true);
    assert.equal(column(0.35, 80).columns[0]?.percent.certain, true);
  });
});

describe("a number format", () => {
  const cases: readonly [format: string, number: number, value: unknown][] = [
    ['yyyy"年"m"月"d"日"', 44561, { kind: "day", day: "2021-12-31" }],
    ["[$-404]e/m/d", 44561, { kind: "day", day: "2021-12-31" }],
    ["m/d/yy h:mm", 44561.5, { kind: "day", day: "2021-12-31", time: "12:00:00" }],
    ["yyyy-mm-dd", 1, { kind: "day", day: "1900-01-01" }],
    ["yyyy-mm-dd", 59, { kind: "day", day: "1900-02-28" }],
    ["yyyy-mm-dd", 61, { kind: "day", day: "1900-03-01" }],
    ["yyyy-mm-dd", 60, { kind: "number", number: 60, percent: false }],
    ["yyyy-mm-dd", -3, { kind: "number", number: -3, percent: false }],
    ["h:mm", 0.5, { kind: "text" }],
    ["[h]:mm", 1.5, { kind: "text" }],
    ["0.00E+00", 12345, { kind: "number", number: 12345, percent: false }],
    ['0.0"days"', 3, { kind: "number", number: 3, percent: false }],
    ["[Red]#,##0;[Blue]-#,##0", -2527, { kind: "number", number: -2527, percent: false }],
  ];
  for (const [format, number, value] of cases) {
    it(`${format} makes ${number} ${JSON.stringify(value)}`, () => {
      const data = sheetData([
        ["值", "注"],
        [{ s: 1, v: number }, "甲"],
      ]);
      assert.deepEqual(
        opened(handmadeXlsx({ formats: [format], sheet: data })).rows[0]?.cells[0]?.value,
        value,
      );
    });
  }
});
