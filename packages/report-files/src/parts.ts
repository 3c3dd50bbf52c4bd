// Collects the pieces of a document as they are read, and stops when there is too much.

import type { CellPlace, Part } from "@yinuo/report-check";
import { LIMITS } from "./reading.ts";

export type Parts = {
  readonly add: (part: Part) => void;
  readonly all: readonly Part[];
  /** More was there than is read. */
  readonly isFull: () => boolean;
};

export const collectParts = (): Parts => {
  const all: Part[] = [];
  let characters = 0;
  return {
    all,
    add: (part) => {
      characters += part.text.length + 1;
      if (characters <= LIMITS.characters) all.push(part);
    },
    isFull: () => characters > LIMITS.characters,
  };
};

/** Where the cells of a table stand, with spans across and down. */
export type Grid = {
  readonly row: () => void;
  readonly cell: (span: { readonly rows: number; readonly columns: number }) => CellPlace;
};

/** No report's table is wider or taller; a span beyond is cut, so that no table takes more room or time than its cells. */
const [WIDEST, TALLEST] = [256, 10_000];

export const gridOf = (table: number): Grid => {
  // A cell may stand before the first row is opened: it is in that row all the same.
  let [row, column, opened] = [0, 0, false];
  /** For each column the last row that a cell above reaches down to. */
  const reaching: number[] = [];
  return {
    row: () => {
      if (opened || column > 0) row++;
      [column, opened] = [0, true];
    },
    cell: ({ rows, columns }) => {
      while ((reaching[column] ?? -1) >= row) column++;
      const span = {
        rows: Math.min(Math.max(rows, 1), TALLEST),
        columns: Math.min(Math.max(columns, 1), Math.max(WIDEST - column, 1)),
      };
      const place = { table, row, column, ...span };
      if (span.rows > 1)
        for (let at = column; at < Math.min(column + span.columns, WIDEST); at++)
          reaching[at] = row + span.rows - 1;
      column += span.columns;
      return place;
    },
  };
};
