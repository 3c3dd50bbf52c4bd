// The door in: bytes or pasted cells to an opened spreadsheet, or a refusal that says why not.
import { decodeText } from "./encoding.ts";
import { layOut } from "./lay-out.ts";
import { LIMITS } from "./opened.ts";
import type { Choices, Format, Opened, Refusal, Result, Warning } from "./opened.ts";
import { readSeparated } from "./separated-text.ts";
import { sniff } from "./sniff.ts";
import { readXls, readXlsx } from "./workbook.ts";
import type { Book } from "./workbook.ts";

/** `name` only serves to point out that an ending disagrees with the content. */
export function openSpreadsheet(bytes: Uint8Array, name: string, choices: Choices = {}): Result<Opened> {
  if (bytes.length > LIMITS.bytes) return tooLarge("bytes", LIMITS.bytes, bytes.length);
  const sniffed = sniff(bytes);
  const opened = openSniffed(bytes, sniffed, choices);
  if (!opened.ok || agrees(name, opened.value.format)) return opened;
  const warning: Warning = { code: "nameDisagrees", format: opened.value.format };
  return { ok: true, value: { ...opened.value, warnings: [warning, ...opened.value.warnings] } };
}

function openSniffed(bytes: Uint8Array, sniffed: ReturnType<typeof sniff>, choices: Choices): Result<Opened> {
  if (sniffed.kind === "refused") return { ok: false, error: sniffed.error };
  if (sniffed.kind === "text") {
    const decoded = decodeText(bytes, choices.encoding);
    if (!decoded) return refused({ code: "notSpreadsheet", looksLike: "binary" });
    const opened = openText(decoded.text, choices);
    return opened.ok ? { ok: true, value: { ...opened.value, encoding: decoded.encoding } } : opened;
  }
  const book = sniffed.kind === "xlsx" ? readXlsx(bytes, sniffed.parts) : readXls(bytes);
  return book.ok ? openBook(book.value, sniffed.kind, choices) : book;
}

/** Cells copied out of a spreadsheet program arrive as text with tabs. */
export function openPasted(text: string, choices: Choices = {}): Result<Opened> {
  if (text.length > LIMITS.bytes) return tooLarge("bytes", LIMITS.bytes, text.length);
  const opened = openText(text.replaceAll("\0", ""), choices);
  return opened.ok ? { ok: true, value: { ...opened.value, format: "pasted" } } : opened;
}

function openText(text: string, choices: Choices): Result<Opened> {
  if (text.trim() === "") return refused({ code: "empty", hiddenSheets: [] });
  if (text.includes("\0")) return refused({ code: "notSpreadsheet", looksLike: "binary" });
  const separated = readSeparated(text, choices.separator);
  if (!separated.ok) return separated;
  const { grid, separator } = separated.value;
  if (grid.width > LIMITS.columns) return tooLarge("columns", LIMITS.columns, grid.width);
  if (choices.sheet !== undefined && choices.sheet !== 0) {
    return refused({ code: "noSuchSheet", sheet: choices.sheet, sheets: 1 });
  }
  if (!grid.rows.some((row) => row.some((cell) => cell?.value.kind === "text"))) {
    return refused({ code: "empty", hiddenSheets: [] });
  }
  const laidOut = layOut(grid, choices);
  if (!laidOut.ok) return laidOut;
  const sheets = [{ name: "", hidden: false, rows: grid.rows.length, columns: grid.width }];
  const format = separator.chosen === "\t" ? "tsv" : "csv";
  return { ok: true, value: { format, sheets, sheet: 0, separator, ...laidOut.value, choices } };
}

function openBook(book: Book, format: Format, choices: Choices): Result<Opened> {
  const { sheets, dates1904 } = book;
  // A hidden sheet is opened when somebody asks for it, never by itself.
  const sheet = choices.sheet ?? sheets.findIndex((candidate) => !candidate.hidden && candidate.rows > 0);
  const chosen = sheets[sheet];
  if (!chosen && choices.sheet !== undefined)
    return refused({ code: "noSuchSheet", sheet, sheets: sheets.length });
  if (!chosen || chosen.rows === 0) {
    const hiddenSheets = sheets.filter((s) => s.hidden && s.rows > 0).map((s) => s.name);
    return refused({ code: "empty", hiddenSheets });
  }
  const grid = book.grid(sheet);
  if (!grid.ok) return grid;
  const laidOut = layOut(grid.value, choices);
  return laidOut.ok
    ? { ok: true, value: { format, sheets, sheet, dates1904, ...laidOut.value, choices } }
    : laidOut;
}

const ENDINGS: Readonly<Record<Format, RegExp>> = {
  xlsx: /^xls[xm]$/u,
  xls: /^(?:xls|et|xlt)$/u,
  csv: /^(?:csv|txt)$/u,
  tsv: /^(?:tsv|tab|txt|csv)$/u,
  pasted: /^/u,
};

function agrees(name: string, format: Format): boolean {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || ENDINGS[format].test(ending);
}

function tooLarge(what: "bytes" | "columns", limit: number, found: number): Result<never> {
  return refused({ code: "tooLarge", what, limit, found });
}

function refused(error: Refusal): Result<never> {
  return { ok: false, error };
}
