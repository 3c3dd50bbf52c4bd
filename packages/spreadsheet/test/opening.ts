// Opens fixtures and workbooks written by hand, part by part, as no program would write them for us.
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { openPasted, openSpreadsheet } from "@yinuo/spreadsheet/open";
import type { Choices, Opened, Refusal, Result } from "@yinuo/spreadsheet";

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

export function opened(file: string | Uint8Array, choices?: Choices): Opened {
  const bytes = typeof file === "string" ? fixture(file) : file;
  return valueOf(openSpreadsheet(bytes, typeof file === "string" ? file : "file", choices));
}

export function pasted(text: string, choices?: Choices): Opened {
  return valueOf(openPasted(text, choices));
}

export function refusal(result: Result<Opened>): Refusal {
  if (result.ok) throw new Error("It was opened.");
  return result.error;
}

function valueOf(result: Result<Opened>): Opened {
  if (!result.ok) throw new Error(`It was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The texts of the body. */
export function texts(sheet: Opened): string[][] {
  return sheet.rows.map((row) => row.cells.map((cell) => cell.text));
}

export type Handmade = {
  /** What stands inside <worksheet>. */
  readonly sheet: string;
  readonly date1904?: boolean;
  /** Number formats; the cell style `s="n"` uses the n-th, from 1. */
  readonly formats?: readonly string[];
  readonly more?: Readonly<Record<string, Uint8Array>>;
};

export function handmadeXlsx({ sheet, date1904 = false, formats = [], more = {} }: Handmade): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${xml(code)}"/>`);
  const xfs = [0, ...formats.map((_, at) => 200 + at)].map(
    (id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets><sheet name="台账" sheetId="1" r:id="b"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}"><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet ${main}><numFmts>${numFmts.join("")}</numFmts><cellXfs>${xfs.join("")}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}>${sheet}</worksheet>`,
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return zipSync({ ...bytes, ...more }, { mtime: new Date(2000, 0, 2) });
}

/** Rows of cells: a string is text, a number a number, `{ s, v }` a number in a format, `null` nothing. */
export function sheetData(
  rows: readonly (readonly (string | number | null | { s: number; v: number })[])[],
): string {
  const cells = rows.map((row, r) =>
    row.map((value, c) => {
      const at = `${String.fromCharCode(65 + c)}${r + 1}`;
      if (value === null) return "";
      if (typeof value === "string") return `<c r="${at}" t="inlineStr"><is><t>${xml(value)}</t></is></c>`;
      return typeof value === "number"
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" s="${value.s}"><v>${value.v}</v></c>`;
    }),
  );
  return `<sheetData>${cells.map((row, r) => `<row r="${r + 1}">${row.join("")}</row>`).join("")}</sheetData>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
