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

const WIDEST = 1000;

export const gridOf = (table: number): Grid => {
  let [row, column] = [-1, 0];
  /** Columns a cell above reaches down into, and to which row. */
  let reaching = new Map<number, number>();
  return {
    row: () => {
      row++;
      column = 0;
      reaching = new Map([...reaching].filter(([, last]) => last >= row));
    },
    cell: ({ rows, columns }) => {
      while ((reaching.get(column) ?? -1) >= row) column++;
      const span = {
        rows: Math.min(Math.max(rows, 1), WIDEST),
        columns: Math.min(Math.max(columns, 1), WIDEST),
      };
      const place = { table, row: Math.max(row, 0), column, ...span };
      if (span.rows > 1)
        for (let at = column; at < column + span.columns; at++) reaching.set(at, row + span.rows - 1);
      column += span.columns;
      return place;
    },
  };
};
