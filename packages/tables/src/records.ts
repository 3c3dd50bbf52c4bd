// Rows of a sheet as records: each mapped cell by its ledger column, rows that are no records left out.

import type { Cell, Column as SheetColumn, Opened, Row } from "@yinuo/spreadsheet";
import { COLUMNS, type Column } from "./columns/index.ts";
import {
  readChoiceCell,
  readDayCell,
  readNumberCell,
  readPeriodCell,
  textOf,
  type Read,
  type TableRefusal,
} from "./reading.ts";
import type { Mapping, Settings, Use } from "./settings.ts";

/** A cell with the column it stands in, so that a refusal can name both. */
export type Placed = {
  readonly cell: Cell;
  readonly sheetColumn: SheetColumn;
  readonly column?: Column | undefined;
};

export type RowRecord = {
  readonly row: number;
  /** By ledger column key. */
  readonly cells: ReadonlyMap<string, Placed>;
  /** The cells of a wide table that hold values. */
  readonly wide: readonly {
    readonly use: Extract<Use, { to: "period" | "indicator" }>;
    readonly placed: Placed;
  }[];
};

export type RowRead =
  | { readonly kind: "record"; readonly record: RowRecord }
  | { readonly kind: "skipped"; readonly row: number }
  | { readonly kind: "refused"; readonly row: number; readonly error: TableRefusal };

export const readRows = (opened: Opened, mapping: Mapping, settings: Settings): readonly RowRead[] => {
  const columns = new Map(COLUMNS[settings.noun].map((column) => [column.key, column]));
  const hints = new Map(
    opened.warnings.flatMap((warning) =>
      warning.code === "tooFewCells" || warning.code === "tooManyCells"
        ? [[warning.row, warning] as const]
        : [],
    ),
  );
  return opened.rows.map((row) => {
    if (row.cells.every((cell) => textOf(cell) === undefined)) return { kind: "skipped", row: row.row };
    const warning = hints.get(row.row);
    if (row.ragged !== undefined && warning !== undefined)
      return {
        kind: "refused",
        row: row.row,
        error: {
          code: "rowRagged",
          found: warning.found,
          expected: warning.expected,
          fullWidthComma: warning.hint === "fullWidthComma",
        },
      };
    return readRow(row, opened, mapping, columns);
  });
};

const readRow = (
  row: Row,
  opened: Opened,
  mapping: Mapping,
  columns: ReadonlyMap<string, Column>,
): RowRead => {
  const cells = new Map<string, Placed>();
  const wide: RowRecord["wide"][number][] = [];
  for (const [index, sheetColumn] of opened.columns.entries()) {
    const use = mapping[index];
    const cell = row.cells[index];
    if (use === undefined || cell === undefined) continue;
    if (use.to === "totalsOnly" && textOf(cell) !== undefined) return { kind: "skipped", row: row.row };
    if (use.to === "column") cells.set(use.key, { cell, sheetColumn, column: columns.get(use.key) });
    if (use.to === "period" || use.to === "indicator") wide.push({ use, placed: { cell, sheetColumn } });
  }
  return { kind: "record", record: { row: row.row, cells, wide } };
};

/** Reads a record's cells one by one and stops at the first that cannot be read. */
export type Reader = {
  readonly has: (key: string) => boolean;
  readonly text: (key: string) => string | undefined;
  readonly day: (key: string) => Read<ReturnType<typeof asDay>>;
  readonly number: (key: string) => Read<number | undefined>;
  readonly period: (key: string) => ReturnType<typeof readPeriodCell>;
  readonly choice: (key: string) => Read<string | undefined>;
  readonly placed: (key: string) => Placed | undefined;
};

const asDay = (read: ReturnType<typeof readDayCell>) => (read.ok ? read.value : undefined);

export const readerOf = (record: RowRecord, settings: Settings): Reader => {
  const none = { ok: true, value: undefined } as const;
  const at = <T>(key: string, read: (placed: Placed) => Read<T>): Read<T | undefined> => {
    const placed = record.cells.get(key);
    return placed === undefined ? none : read(placed);
  };
  return {
    has: (key) => record.cells.has(key),
    text: (key) => textOf(record.cells.get(key)?.cell),
    day: (key) => at(key, ({ cell, sheetColumn }) => readDayCell(cell, key, { sheetColumn, settings })),
    number: (key) => at(key, ({ cell, sheetColumn }) => readNumberCell(cell, key, { sheetColumn, settings })),
    period: (key) => at(key, ({ cell, sheetColumn }) => readPeriodCell(cell, key, { sheetColumn, settings })),
    choice: (key) =>
      at(key, ({ cell, column }) => (column === undefined ? none : readChoiceCell(cell, column))),
    placed: (key) => record.cells.get(key),
  };
};

/** The refused row that names the cell the error's field came from. */
export const refusedRow = (record: RowRecord, error: TableRefusal, placed?: Placed) => {
  const field = "field" in error ? error.field : "key" in error ? error.key : undefined;
  const named = placed ?? (field === undefined ? undefined : record.cells.get(field));
  return {
    row: record.row,
    outcome: "refused",
    header: named?.sheetColumn.header,
    value: named?.cell.text,
    error,
  } as const;
};
