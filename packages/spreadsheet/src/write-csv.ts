// A table to a CSV file that spreadsheet programs open as it is meant: UTF-8, CRLF, no cell that runs (RFC 4180).
import { neutralise } from "./formula-like.ts";
import type { Table, TableColumn, TableValue } from "./table.ts";

/** `bom` is for people, whose Excel reads the local code page without it; leave it out for programs. */
export function writeCsv(table: Table, options: { readonly bom?: boolean } = {}): Uint8Array {
  const header = table.columns.map((column) => field(neutralise(column.header)));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => field(written(row[column.key], column))),
  );
  const text = [header, ...rows].map((fields) => `${line(fields)}\r\n`).join("");
  return new TextEncoder().encode(`${(options.bom ?? true) ? "\uFEFF" : ""}${text}`);
}

/** Numbers stay numbers, -5 too: only text can pretend to be one. */
function written(value: TableValue | undefined, column: TableColumn): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return neutralise(value);
  return column.kind === "percent" ? `${value}%` : String(value);
}

function field(text: string): string {
  return /[",;\t|\r\n，]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record of one empty field would be a blank line, which is no record. */
function line(fields: readonly string[]): string {
  return fields.length === 1 && fields[0] === "" ? '""' : fields.join(",");
}
