// Tables to an .xlsx workbook with real days and numbers, a bold frozen header, and columns wide enough to read.
// Written part by part because the reading library's free edition writes neither styles nor panes (decision 0003).
import { strToU8, zipSync } from "fflate";
import { isFormulaLike, keepApostrophes } from "./formula-like.ts";
import { columnLetter } from "./grid.ts";
import { serialOfDay } from "./serial-day.ts";
import type { Table, TableColumn, TableValue } from "./table.ts";
import { bookParts, escapeXml, sheetNames, stylesXml, STYLES, styleOf } from "./xlsx-parts.ts";

const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_575;

/** Throws a RangeError for what no workbook can hold: a text over 32,767 characters, a sheet over 1,048,575 rows. */
export function writeXlsx(tables: readonly Table[]): Uint8Array {
  const names = sheetNames(tables.map((table) => table.name));
  const decimals = [...new Set(tables.flatMap((t) => t.columns.map((c) => c.decimals ?? 0)))].toSorted(
    (a, b) => a - b,
  );
  const sheets = tables.map(
    (table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(table, decimals)] as const,
  );
  const parts = [...bookParts(names), ["xl/styles.xml", stylesXml(decimals)] as const, ...sheets];
  // One fixed time in the archive: the same tables give the same bytes.
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), {
    level: 6,
    mtime: new Date(2000, 0, 2),
  });
}

function sheetXml(table: Table, decimals: readonly number[]): string {
  if (table.rows.length > MOST_ROWS) throw new RangeError(`A sheet holds at most ${MOST_ROWS} rows.`);
  const letters = table.columns.map((_, at) => columnLetter(at));
  const header = table.columns.map((column, at) => textCell(`${letters[at]}1`, column.header, STYLES.header));
  const rows = table.rows.map((row, index) => {
    const cells = table.columns.map((column, at) =>
      cellXml(`${letters[at]}${index + 2}`, row[column.key], { column, decimals }),
    );
    return `<row r="${index + 2}">${cells.join("")}</row>`;
  });
  const widths = table.columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${columnWidth(table, column)}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    widths.length > 0 ? `<cols>${widths.join("")}</cols>` : ""
  }<sheetData><row r="1">${header.join("")}</row>${rows.join("")}</sheetData></worksheet>`;
}

type Context = { readonly column: TableColumn; readonly decimals: readonly number[] };

function cellXml(at: string, value: TableValue | undefined, { column, decimals }: Context): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string") {
    const serial = column.kind === "day" ? serialOfDay(value) : undefined;
    if (serial !== undefined) return `<c r="${at}" s="${STYLES.day}"><v>${serial}</v></c>`;
    return textCell(at, value, isFormulaLike(value) ? STYLES.quoted : STYLES.text);
  }
  if (!Number.isFinite(value)) return textCell(at, String(value), STYLES.text);
  // Fifteen digits, so that 12.23 % is stored as 0.1223 and not as its binary neighbour.
  const number = column.kind === "percent" ? Number((value / 100).toPrecision(15)) : value;
  return `<c r="${at}" s="${styleOf(column, decimals)}"><v>${number}</v></c>`;
}

/** A string cell never runs; `quotePrefix` keeps it from running after somebody edits it. */
function textCell(at: string, text: string, style: number): string {
  if (text.length > LONGEST_TEXT)
    throw new RangeError(`A cell holds at most ${LONGEST_TEXT} characters (${at}).`);
  // In a cell a line ends with LF alone; readers make that of CR LF anyway.
  const kept = escapeXml(keepApostrophes(text.replaceAll("\r\n", "\n")));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`;
}

/** In characters of the default font; a Chinese character takes two. */
function columnWidth(table: Table, column: TableColumn): number {
  const texts = [column.header, ...table.rows.slice(0, 200).map((row) => String(row[column.key] ?? ""))];
  const widest = Math.max(...texts.map((text) => text.replace(/[\u0300-\u{10FFFF}]/gu, "xx").length));
  return Math.min(60, Math.max(8, widest + 2));
}
