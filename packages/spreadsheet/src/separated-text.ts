// Text with separated cells to a grid: quotes, all three line ends, and blank records that keep row numbers true.
import { CsvError, parse } from "csv-parse/sync";
import { restore } from "./formula-like.ts";
import type { Grid } from "./grid.ts";
import { LIMITS } from "./opened.ts";
import type { Cell, Detected, Result, Separator, Warning } from "./opened.ts";
import { detectSeparator } from "./separator.ts";

type Separated = {
  readonly grid: Grid;
  readonly separator: Detected<Separator> & { readonly chosen: Separator };
};

export function readSeparated(text: string, choice: Separator | undefined): Result<Separated> {
  const stated = /^sep=([,;|\t，])\r?\n/u.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const detected: Separated["separator"] = stated
    ? { chosen: stated[1] as Separator, plausible: [stated[1] as Separator], certain: true }
    : detectSeparator(body);
  const separator = choice === undefined ? detected : { ...detected, chosen: choice, certain: true };
  const records = parseRecords(body, separator.chosen);
  if (!records.ok) return records;
  // Excel's `sep=` line is a row of the file all the same.
  const all = stated ? [[], ...records.value] : records.value;
  const found = all.reduce((sum, record) => sum + record.length, 0);
  if (found > LIMITS.cells)
    return { ok: false, error: { code: "tooLarge", what: "cells", limit: LIMITS.cells, found } };
  const rows = all.map((record, at) => record.map((raw) => textCell(raw, at + 1)));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    ok: true,
    value: { separator, grid: { rows, width, merges: [], warnings: undecodable(rows), raggedMatters: true } },
  };
}

function parseRecords(text: string, separator: Separator): Result<string[][]> {
  try {
    const records: string[][] = parse(text, {
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { ok: true, value: records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error["records"] === "number" ? error["records"] + 1 : 1;
    return { ok: false, error: { code: "damaged", reason: "unclosedQuote", row } };
  }
}

function textCell(raw: string, row: number): Cell {
  const text = restore(raw).normalize("NFC");
  return { text, value: { kind: text.trim() === "" ? "empty" : "text" }, row };
}

function undecodable(rows: readonly (readonly Cell[])[]): Warning[] {
  const bad = rows.flatMap((row) =>
    row.some((cell) => cell.text.includes("\uFFFD")) ? [row[0]?.row ?? 1] : [],
  );
  return bad[0] === undefined ? [] : [{ code: "undecodable", row: bad[0], rows: bad.length }];
}
