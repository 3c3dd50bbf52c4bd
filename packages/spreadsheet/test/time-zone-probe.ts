// Run in a process of its own with TZ set: prints what days become there, written and read.
import { dayOfSerial, writeXlsx } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import type { Value } from "@yinuo/spreadsheet";
import { fixture, handmadeXlsx } from "./opening.ts";

const DAYS = [
  "1900-03-01",
  "1900-12-31",
  "1927-12-31",
  "1940-06-03",
  "1986-05-04",
  "1988-04-10",
  "1991-09-15",
  "2018-11-04",
  "2021-12-20",
  "2026-01-01",
  "9999-12-31",
];

function days(bytes: Uint8Array, column: number): (string | Value)[] {
  const result = openSpreadsheet(bytes, "a.xlsx");
  if (!result.ok) throw new Error(result.error.code);
  return result.value.rows.map(({ cells }) => {
    const value = cells[column]?.value ?? { kind: "empty" };
    return value.kind === "day" ? value.day : value;
  });
}

const columns = [
  { key: "n", header: "序号", kind: "number" },
  { key: "d", header: "日期", kind: "day" },
] as const;
const iso = DAYS.map(
  (day, at) =>
    `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c><c r="B${at + 2}" s="1" t="d"><v>${day}T00:00:00Z</v></c></row>`,
);
const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c><c r="B1" t="inlineStr"><is><t>d</t></is></c></row>';

process.stdout.write(
  JSON.stringify({
    offsets: [
      new Date(Date.UTC(1900, 0, 1)).getTimezoneOffset(),
      new Date(Date.UTC(2021, 0, 1)).getTimezoneOffset(),
    ],
    asked: DAYS,
    written: days(writeXlsx([{ name: "t", columns, rows: DAYS.map((d, n) => ({ n, d })) }]), 1),
    isoCells: days(
      handmadeXlsx({ formats: ["yyyy-mm-dd"], sheet: `<sheetData>${header}${iso.join("")}</sheetData>` }),
      1,
    ),
    from1904: days(fixture("qsv-excel-1904-epoch.xlsx"), 1),
    serial: dayOfSerial(44550, false)?.day,
  }),
);
