// Where the header is: below the title rows, one row or several with merged groups; and what each column is called.
import { isFilled } from "./grid.ts";
import type { Grid, Merge } from "./grid.ts";
import type { Choices, HeaderPlace, Opened } from "./opened.ts";
import { readNumber } from "./read-number.ts";

/** A header further down than this is a report, not a list: a person must point at it. */
const SEARCHED_ROWS = 30;
const MOST_HEADER_ROWS = 4;

type Header = Opened["header"];

/** `undefined` when the row chosen is not in the file. */
export function findHeader(grid: Grid, choices: Choices): Header | undefined {
  const start = choices.headerRow === undefined ? detectStart(grid) : choices.headerRow - 1;
  if (!Number.isInteger(start) || start < 0 || start >= grid.rows.length) return undefined;
  const detected = countRows(grid, start);
  const rows = Math.min(choices.headerRows ?? detected.rows, grid.rows.length - start);
  const chosen = { row: start + 1, rows };
  const others = [...new Set([detected.rows, ...detected.plausible])]
    .filter((count) => count !== rows && start + count <= grid.rows.length)
    .map((count) => ({ row: start + 1, rows: count }));
  return {
    ...chosen,
    plausible: [chosen, ...others],
    certain: choices.headerRows !== undefined || others.length === 0,
  };
}

/** The first row that names a good part of the columns. A title names one thing, however wide it is merged. */
function detectStart(grid: Grid): number {
  const searched = grid.rows.slice(0, SEARCHED_ROWS);
  const filled = searched.map((_, at) => filledColumns(grid, at));
  const width = Math.max(...filled.map((columns) => columns.length));
  const first = filled.findIndex((columns) => columns.length > 0);
  if (width === 1) return first;
  const start = searched.findIndex((_, at) => {
    const named = labelsIn(grid, at);
    const runsDown = grid.merges.some(
      (merge) => merge.top === at && merge.bottom > at && merge.left === merge.right,
    );
    return named >= 2 && (filled[at]?.length ?? 0) * 2 >= width && (named * 3 >= width || runsDown);
  });
  return start === -1 ? first : start;
}

/** Columns with something in them, those under a merge across included. */
function filledColumns(grid: Grid, at: number): number[] {
  const columns = new Set<number>();
  grid.rows[at]?.forEach((cell, column) => {
    if (!isFilled(cell)) return;
    const across = mergeAt(grid, at, column);
    for (let c = column; c <= (across?.right ?? column); c++) columns.add(c);
  });
  return [...columns];
}

function labelsIn(grid: Grid, at: number): number {
  return (grid.rows[at] ?? []).filter(isFilled).length;
}

function mergeAt(grid: Grid, row: number, column: number): Merge | undefined {
  return grid.merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);
}

function countRows(grid: Grid, start: number): { rows: number; plausible: readonly number[] } {
  const inRow = grid.merges.filter((merge) => merge.top === start);
  const down = Math.max(0, ...inRow.map((merge) => merge.bottom - start)) + 1;
  const across = inRow.filter((merge) => merge.bottom === start && merge.right > merge.left);
  // Headers merged down beside groups merged across: nothing else looks like that.
  if (down > 1 && down <= MOST_HEADER_ROWS) return { rows: down, plausible: across.length > 0 ? [] : [1] };
  const below = new Set(filledColumns(grid, start + 1));
  if (across.length > 0) {
    const grouped = across.flatMap((merge) => range(merge.left, merge.right));
    const onlyUnderGroups = grouped.every((c) => below.has(c)) && below.size === grouped.length;
    return onlyUnderGroups
      ? { rows: 2, plausible: [] }
      : { rows: 1, plausible: wordsOnly(grid, start + 1) ? [2] : [] };
  }
  return unmergedGroups(grid, start, below) ? { rows: 2, plausible: [1] } : { rows: 1, plausible: [] };
}

/** What a two-row merged header leaves in a text file: each row has gaps, and the other fills them with words. */
function unmergedGroups(grid: Grid, start: number, below: ReadonlySet<number>): boolean {
  const above = new Set(filledColumns(grid, start));
  const onlyAbove = [...above].some((column) => !below.has(column));
  const onlyBelow = [...below].some((column) => !above.has(column));
  const allNamed = range(0, grid.width - 1).every((column) => above.has(column) || below.has(column));
  return onlyAbove && onlyBelow && allNamed && wordsOnly(grid, start + 1);
}

function wordsOnly(grid: Grid, at: number): boolean {
  const cells = (grid.rows[at] ?? []).filter(isFilled);
  return cells.length > 0 && cells.every((cell) => cell.value.kind === "text" && isWord(cell.text));
}

function isWord(text: string): boolean {
  const read = readNumber(text);
  return (
    !read.ok &&
    read.error.code === "notANumber" &&
    read.error.reason === "text" &&
    !/^\d{1,4}[-/.]\d/u.test(text)
  );
}

/** The header of one column: its labels from top to bottom, a label repeated by a merge said once. */
export function headerOf(grid: Grid, place: HeaderPlace, column: number): { header: string; group?: string } {
  const labels: string[] = [];
  for (let at = place.row - 1; at < place.row - 1 + place.rows; at++) {
    const label = oneLine(labelAt(grid, { at, column, lastRow: at === place.row - 2 + place.rows }));
    if (label !== "" && label !== labels.at(-1)) labels.push(label);
  }
  const header = labels.join(" / ");
  return labels.length > 1 && labels[0] !== undefined ? { header, group: labels[0] } : { header };
}

function labelAt(grid: Grid, where: { at: number; column: number; lastRow: boolean }): string {
  const { at, column } = where;
  const own = grid.rows[at]?.[column];
  if (isFilled(own)) return own.text;
  const merge = mergeAt(grid, at, column);
  if (merge) return grid.rows[merge.top]?.[merge.left]?.text ?? "";
  // Without merges, a group's name stands over its first column only.
  if (where.lastRow || grid.merges.length > 0 || !isFilled(grid.rows[at + 1]?.[column])) return "";
  for (let left = column - 1; left >= 0; left--) {
    const cell = grid.rows[at]?.[left];
    if (isFilled(cell)) return isFilled(grid.rows[at + 1]?.[left]) ? cell.text : "";
  }
  return "";
}

/** Headers are wrapped by hand in narrow columns: "完成\n时限" is one word, "due\ndate" is two. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/(?<=\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, "")
    .replace(/\s+/gu, " ");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
