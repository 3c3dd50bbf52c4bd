// Bytes of .xlsx and .xls to sheets and a grid; the only file that knows the workbook library.
import { read, set_cptable, SSF } from "@e965/xlsx";
import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { zipSync } from "fflate";
import { restore } from "./formula-like.ts";
import type { Grid, Merge } from "./grid.ts";
import { repeatMerged } from "./merged-cells.ts";
import { formatMeaning } from "./number-format.ts";
import { LIMITS } from "./opened.ts";
import type { Cell, Refusal, Result, Sheet, Value } from "./opened.ts";
import { dayOfSerial } from "./serial-day.ts";
import { unpackPart } from "./zip-parts.ts";
import type { ZipPart } from "./zip-parts.ts";

// Workbooks from before Excel 97 name a code page instead of holding Unicode.
set_cptable(codepages);

export type Book = {
  readonly sheets: readonly Sheet[];
  readonly dates1904: boolean;
  readonly grid: (sheet: number) => Result<Grid>;
};

/** Pictures and the like are never read; text, styles, sheets and their links are. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/(?:_rels\/.*|[^/]+\.xml|worksheets\/[^/]+\.xml|chartsheets\/[^/]+\.xml|theme\/.*))$/u;

export function readXlsx(bytes: Uint8Array, parts: readonly ZipPart[]): Result<Book> {
  if (parts.some((part) => part.encrypted)) return { ok: false, error: { code: "encrypted" } };
  const unpacked: Record<string, Uint8Array> = {};
  let cells = 0;
  for (const part of parts) {
    if (!NEEDED.test(part.name)) continue;
    const content = unpackPart(bytes, part);
    if (content === undefined) return { ok: false, error: { code: "damaged", reason: "archive" } };
    unpacked[part.name] = content;
    cells += cellsIn(part.name, content);
  }
  if (cells > LIMITS.cells) {
    return { ok: false, error: { code: "tooLarge", what: "cells", limit: LIMITS.cells, found: cells } };
  }
  // Handing the library an archive that is stored, not packed, keeps its own unbounded inflating out of play.
  return readBook(zipSync(unpacked, { level: 0, mtime: new Date(2000, 0, 2) }));
}

/** Counted, blank ones too, before the library makes an object of each: 2 million took it 36 s and 1.9 GB. */
function cellsIn(name: string, content: Uint8Array): number {
  if (!name.startsWith("xl/worksheets/")) return 0;
  let found = 0;
  for (let at = content.indexOf(0x3c); at !== -1; at = content.indexOf(0x3c, at + 1)) {
    // "<c " and "<c>"
    if (content[at + 1] === 0x63 && (content[at + 2] === 0x20 || content[at + 2] === 0x3e)) found++;
  }
  return found;
}

export function readXls(bytes: Uint8Array): Result<Book> {
  return readBook(bytes);
}

function readBook(bytes: Uint8Array): Result<Book> {
  let book: WorkBook;
  try {
    // A Buffer over the same memory: the library turns it into text four times as fast as a plain array.
    book = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: "buffer",
      dense: true,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellFormula: true,
      // Without this a formula that was never calculated disappears without a trace.
      sheetStubs: true,
      dateNF: "yyyy-mm-dd",
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/iu.test(error.message);
    return { ok: false, error: locked ? { code: "encrypted" } : { code: "damaged", reason: "workbook" } };
  }
  return describeBook(book);
}

function describeBook(book: WorkBook): Result<Book> {
  const found = book.SheetNames.length;
  if (found === 0) return { ok: false, error: { code: "damaged", reason: "workbook" } };
  if (found > LIMITS.sheets)
    return { ok: false, error: { code: "tooManySheets", limit: LIMITS.sheets, found } };
  const dates1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, at) => {
    const { rows, columns } = usedSize(cellsOf(book.Sheets[name]));
    return { name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0, rows, columns };
  });
  const grid = (at: number) => sheetGrid(book.Sheets[book.SheetNames[at] ?? ""], dates1904);
  return { ok: true, value: { sheets, dates1904, grid } };
}

type Raw = readonly (readonly (CellObject | null | undefined)[] | undefined)[];

/** A chart's sheet has a cache of figures, which is nobody's table. */
function cellsOf(sheet: WorkSheet | undefined): Raw {
  return sheet === undefined || sheet["!type"] === "chart" ? [] : (sheet["!data"] ?? []);
}

/** By the cells there are: what a sheet declares as its dimension may be anything. */
function usedSize(raw: Raw): { rows: number; columns: number; cells: number } {
  let [rows, columns, cells] = [0, 0, 0];
  raw.forEach((row, at) =>
    row?.forEach((cell, column) => {
      if (!holdsSomething(cell)) return;
      rows = at + 1;
      columns = Math.max(columns, column + 1);
      cells++;
    }),
  );
  return { rows, columns, cells };
}

function holdsSomething(cell: CellObject | null | undefined): cell is CellObject {
  if (cell === null || cell === undefined) return false;
  return cell.t === "z" ? cell.f !== undefined : cell.v !== undefined && cell.v !== "";
}

function sheetGrid(sheet: WorkSheet | undefined, dates1904: boolean): Result<Grid> {
  const raw = cellsOf(sheet);
  const size = usedSize(raw);
  const excess = tooLarge(size);
  if (excess) return { ok: false, error: excess };
  const rows = Array.from({ length: size.rows }, (_, at) => {
    const cells: (Cell | undefined)[] = [];
    raw[at]?.forEach((cell, column) => {
      if (column < size.columns && holdsSomething(cell)) cells[column] = toCell(cell, at + 1, dates1904);
    });
    return cells;
  });
  const merges = (sheet?.["!merges"] ?? []).map(({ s, e }): Merge => ({
    top: s.r,
    left: s.c,
    bottom: Math.min(e.r, size.rows - 1),
    right: Math.min(e.c, size.columns - 1),
  }));
  return {
    ok: true,
    value: repeatMerged({ rows, width: size.columns, merges, warnings: [], raggedMatters: false }),
  };
}

/** The limit on rows counts those below the header, which is not found yet. */
const ROOM_ABOVE_BODY = 50;

function tooLarge(size: { rows: number; columns: number; cells: number }): Refusal | undefined {
  for (const what of ["rows", "columns", "cells"] as const) {
    if (size[what] > LIMITS[what] + (what === "rows" ? ROOM_ABOVE_BODY : 0))
      return { code: "tooLarge", what, limit: LIMITS[what], found: size[what] };
  }
  return undefined;
}

function toCell(cell: CellObject, row: number, dates1904: boolean): Cell {
  const raw = cell.t === "s" ? String(cell.v) : cell.t === "z" ? "" : (cell.w ?? shownWithSpace(cell));
  // Nothing downstream can hold a NUL, PostgreSQL least of all.
  const text = restore(raw.replaceAll("\0", "")).normalize("NFC");
  return { text, value: toValue(cell, text, dates1904), row };
}

/** The library cannot show "0.00 %", a space before the sign, which is how many countries write it. */
function shownWithSpace(cell: CellObject): string {
  try {
    return String(SSF.format(String(cell.z).replace(/\\?\s+%/gu, "%"), cell.v)).replace(/%$/u, " %");
  } catch {
    return String(cell.v ?? "");
  }
}

function toValue(cell: CellObject, text: string, dates1904: boolean): Value {
  if (cell.t === "e") return { kind: "error", error: text };
  if (cell.t === "z") return { kind: "error", error: "notCalculated" };
  if (typeof cell.v === "boolean") return { kind: "boolean", boolean: cell.v };
  if (typeof cell.v === "number")
    return numberValue(cell.v, String(cell.z ?? "General"), { text, dates1904 });
  return { kind: text.trim() === "" ? "empty" : "text" };
}

function numberValue(number: number, format: string, shown: { text: string; dates1904: boolean }): Value {
  const meaning = formatMeaning(format);
  if (meaning.shows === "day") {
    const day = dayOfSerial(number, shown.dates1904);
    if (day) return { kind: "day", ...day };
  }
  if (meaning.shows === "time") return { kind: "text" };
  // 0.1223 × 100 is 12.229999999999999 in binary; fifteen digits are what Excel keeps.
  if (meaning.percent)
    return { kind: "number", number: Number((number * 100).toPrecision(15)), percent: true };
  return { kind: "number", number, percent: /[%％]\s*$/u.test(shown.text) };
}
