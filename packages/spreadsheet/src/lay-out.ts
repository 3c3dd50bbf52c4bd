// A grid to titles, columns and rows: where every detection about the content comes together.
import { readColumn } from "./columns.ts";
import { columnLetter, isFilled } from "./grid.ts";
import type { Grid } from "./grid.ts";
import { findHeader, headerOf } from "./header.ts";
import { LIMITS } from "./opened.ts";
import type { Cell, Choices, Column, HeaderPlace, Opened, Result, Row, Warning } from "./opened.ts";

type LaidOut = Pick<Opened, "header" | "titleRows" | "columns" | "rows" | "warnings">;

export function layOut(grid: Grid, choices: Choices): Result<LaidOut> {
  const header = findHeader(grid, choices);
  if (!header) return { ok: false, error: { code: "noSuchHeaderRow", row: choices.headerRow ?? 1 } };
  const bodyStart = header.row - 1 + header.rows;
  const found = grid.rows.length - bodyStart;
  if (found > LIMITS.rows) {
    return { ok: false, error: { code: "tooLarge", what: "rows", limit: LIMITS.rows, found } };
  }
  const body = grid.rows.slice(bodyStart).map((cells, at) => ({ row: bodyStart + at + 1, cells }));
  // A row that holds nothing but labels repeated from a merge above is the merge's empty end.
  const held = body.filter(({ cells }) => cells.some((cell) => isFilled(cell) && cell.repeated !== true));
  const expected = expectedCells(grid, header, held);
  const kept = usedColumns(grid, header, { rows: held, expected });
  const columns = kept.map((column, index): Column => ({
    index,
    letter: columnLetter(column),
    ...headerOf(grid, header, column),
    ...readColumn(
      held.map(({ cells }) => cells[column]),
      choices,
    ),
  }));
  const rows = held.map((source) => rowOf(source, kept, grid.raggedMatters ? expected : undefined));
  const ragged = grid.raggedMatters ? raggedWarnings(headRows(grid, header).concat(held), expected) : [];
  return {
    ok: true,
    value: {
      header,
      titleRows: titleRows(grid, header),
      columns,
      rows,
      warnings: [...grid.warnings, ...ragged, ...headerWarnings(columns), ...errorWarnings(rows, columns)],
    },
  };
}

type Source = { readonly row: number; readonly cells: readonly (Cell | undefined)[] };

function headRows(grid: Grid, header: HeaderPlace): Source[] {
  const from = header.row - 1;
  return grid.rows.slice(from, from + header.rows).map((cells, at) => ({ row: from + at + 1, cells }));
}

/** As many as the header names, or as most rows have if that is more: a header may itself be short. */
function expectedCells(grid: Grid, header: HeaderPlace, body: readonly Source[]): number {
  const tally = new Map<number, number>();
  for (const { cells } of body) tally.set(cells.length, (tally.get(cells.length) ?? 0) + 1);
  const usual = [...tally].find(([, rows]) => rows * 2 > body.length)?.[0] ?? 0;
  return Math.max(usual, ...headRows(grid, header).map(({ cells }) => cells.length));
}

function usedColumns(
  grid: Grid,
  header: HeaderPlace,
  body: { rows: readonly Source[]; expected: number },
): number[] {
  const used = new Set<number>();
  for (const { cells } of body.rows) cells.forEach((cell, column) => isFilled(cell) && used.add(column));
  const last = grid.raggedMatters ? body.expected : grid.width;
  return Array.from({ length: last }, (_, column) => column).filter(
    (column) => used.has(column) || headerOf(grid, header, column).header !== "",
  );
}

/** `expected` is there only for text files, in which a missing separator moves every later cell. */
function rowOf(source: Source, kept: readonly number[], expected: number | undefined): Row {
  const blank: Cell = { text: "", value: { kind: "empty" }, row: source.row };
  const cells = kept.map((column) => source.cells[column] ?? blank);
  if (expected === undefined || source.cells.length === expected) return { row: source.row, cells };
  if (source.cells.length < expected) return { row: source.row, cells, ragged: "tooFew" };
  const beyond = source.cells.slice(expected).map((cell) => cell ?? blank);
  if (!beyond.some(isFilled)) return { row: source.row, cells };
  return { row: source.row, cells: [...cells, ...beyond], ragged: "tooMany" };
}

function raggedWarnings(sources: readonly Source[], expected: number): Warning[] {
  return sources.flatMap(({ row, cells }): Warning[] => {
    const found = cells.length;
    if (found === expected || found === 0) return [];
    if (found > expected && !cells.slice(expected).some(isFilled)) return [];
    const code = found < expected ? "tooFewCells" : "tooManyCells";
    const fullWidth = found < expected && cells.some((cell) => cell?.text.includes("，"));
    return [{ code, row, found, expected, ...(fullWidth ? { hint: "fullWidthComma" as const } : {}) }];
  });
}

function titleRows(grid: Grid, header: HeaderPlace): { row: number; text: string }[] {
  return grid.rows.slice(0, header.row - 1).flatMap((cells, at) => {
    const text = cells
      .filter((cell) => isFilled(cell) && cell.repeated !== true)
      .map((cell) => cell?.text)
      .join(" ");
    return text === "" ? [] : [{ row: at + 1, text }];
  });
}

function headerWarnings(columns: readonly Column[]): Warning[] {
  const seen = new Set<string>();
  return columns.flatMap(({ header, letter }): Warning[] => {
    if (header === "") return [{ code: "emptyHeader", letter }];
    if (seen.has(header)) return [{ code: "duplicateHeader", letter, header }];
    seen.add(header);
    return [];
  });
}

function errorWarnings(rows: readonly Row[], columns: readonly Column[]): Warning[] {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ value }, at): Warning[] =>
      value.kind === "error"
        ? [{ code: "formulaError", row, letter: columns[at]?.letter ?? "", error: value.error }]
        : [],
    ),
  );
}
