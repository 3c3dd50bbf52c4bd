// Reads one cell as what its column holds: a text, a code, a day, a number, a choice.

import type { Refusal } from "@yinuo/core";
import {
  dayFromSerial,
  parseDay,
  parsePeriod,
  readDay,
  readPeriod,
  type Day,
  type Period,
  type PeriodTextOptions,
} from "@yinuo/period";
import { readNumber, type Cell, type Column as SheetColumn } from "@yinuo/spreadsheet";
import type { Column } from "./columns/index.ts";
import { plainHeader } from "./header.ts";
import type { Settings } from "./settings.ts";

/** What can be wrong with a cell or a row, beside what a decision refuses. */
export type TableRefusal =
  | Refusal
  | { readonly code: "percentAmbiguous"; readonly field: string; readonly typed: string }
  | { readonly code: "numberAmbiguous"; readonly field: string; readonly typed: string }
  | { readonly code: "cellError"; readonly field: string; readonly typed: string }
  | {
      readonly code: "rowRagged";
      readonly found: number;
      readonly expected: number;
      readonly fullWidthComma: boolean;
    }
  | { readonly code: "columnMissing"; readonly key: string }
  | { readonly code: "bodyNameTwice"; readonly field: string; readonly name: string }
  | { readonly code: "twiceInFile"; readonly firstRow: number };

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: TableRefusal };

const value = <T>(read: T): Read<T> => ({ ok: true, value: read });
const no = (error: TableRefusal): Read<never> => ({ ok: false, error });

export type CellContext = { readonly sheetColumn: SheetColumn; readonly settings: Settings };

/** Text as the sheet shows it; absent when the cell is empty. */
export const textOf = (cell: Cell | undefined): string | undefined => {
  const text = cell?.text.trim() ?? "";
  return text === "" ? undefined : text;
};

const DASHES = /^[\s\-‐-―－﹣ー_/\\.…·*]+$/u;

/** Where an office writes a dash it means nothing. */
export const isDash = (text: string): boolean => DASHES.test(text);

/** How years that are not written out are to be understood. */
export const textOptions = ({ calendar, fiscal, year }: Settings): PeriodTextOptions => ({
  calendar: calendar === "roc" ? "roc" : undefined,
  fiscal,
  year,
});

export const readDayCell = (
  cell: Cell,
  field: string,
  { sheetColumn, settings }: CellContext,
): Read<Day | undefined> => {
  const text = textOf(cell);
  if (text === undefined || isDash(text)) return value(undefined);
  if (cell.value.kind === "error") return no({ code: "cellError", field, typed: text });
  const marked = cell.value.kind === "day" ? parseDay(cell.value.day) : serialDay(text, settings);
  if (marked !== undefined) return value(marked);
  const order = settings.dayOrder ?? sheetColumn.dayOrder.chosen;
  const read = readDay(text, { order, ...textOptions(settings) });
  if (read.ok) return value(read.day);
  return read.error.code === "ambiguous"
    ? no({ code: "dayAmbiguous", field, typed: text, candidates: read.error.candidates })
    : no({ code: "dayUnreadable", field, typed: text });
};

/** A bare 44926 in a column of days is a spreadsheet's count of days, of which the cell lost the format. */
const serialDay = (text: string, { dates1904 }: Settings): Day | undefined =>
  /^[2-6]\d{4}$/.test(text) ? dayFromSerial(Number(text), { date1904: dates1904 ?? false }) : undefined;

export const readPeriodCell = (
  cell: Cell,
  field: string,
  { settings }: CellContext,
): Read<Period | undefined> => {
  const text = cell.value.kind === "day" ? cell.value.day.slice(0, 7) : textOf(cell);
  if (text === undefined) return value(undefined);
  if (settings.fiscal === undefined || /\.\./.test(text)) {
    const canonical = /^\d{4}-\d{2}$/.test(text) ? undefined : parsePeriod(text);
    if (canonical !== undefined && settings.calendar !== "roc") return value(canonical);
  }
  const read = readPeriod(text, textOptions(settings));
  if (read.ok) return value(read.period);
  return read.error.code === "ambiguous"
    ? no({ code: "periodAmbiguous", field, typed: text, candidates: read.error.candidates })
    : no({ code: "periodUnreadable", field, typed: text });
};

/** A number in the column's unit; a dash or an empty cell is no number. */
export const readNumberCell = (cell: Cell, field: string, context: CellContext): Read<number | undefined> => {
  const text = textOf(cell);
  if (text === undefined || isDash(text)) return value(undefined);
  if (cell.value.kind === "error") return no({ code: "cellError", field, typed: text });
  if (cell.value.kind === "number")
    return percent(cell.value.number, cell.value.percent, field, text, context);
  const { settings, sheetColumn } = context;
  const format = sheetColumn.numberFormat.chosen;
  const decimal = settings.decimal ?? (format === undefined ? undefined : format === "comma" ? "," : ".");
  const read = readNumber(text, decimal === undefined ? {} : { decimal });
  if (!read.ok)
    return no({
      code: read.error.code === "ambiguous" ? "numberAmbiguous" : "numberUnreadable",
      field,
      typed: text,
    });
  if (read.value.kind !== "number") return value(undefined);
  return percent(read.value.number, read.value.percent, field, text, context);
};

/** In a column where some cells say percent and others do not, 0.35 may be 35 or 0.35: a person decides. */
const percent = (
  number: number,
  marked: boolean,
  field: string,
  typed: string,
  { sheetColumn, settings }: CellContext,
): Read<number> => {
  if (marked || sheetColumn.percent.plausible.length === 0 || sheetColumn.percent.marked === 0)
    return value(number);
  const means = settings.percent ?? (sheetColumn.percent.certain ? sheetColumn.percent.chosen : undefined);
  if (means === undefined) return no({ code: "percentAmbiguous", field, typed });
  return value(means === "fraction" ? Number((number * 100).toPrecision(12)) : number);
};

export const readChoiceCell = (cell: Cell, column: Column): Read<string | undefined> => {
  const text = textOf(cell);
  if (text === undefined) return value(undefined);
  const plain = plainHeader(text);
  for (const [key, names] of Object.entries(column.choices ?? {}))
    if ([key, names.zh, names.en, ...names.aliases].some((name) => plainHeader(name) === plain))
      return value(key);
  return no({ code: "choiceUnknown", field: column.key, typed: text });
};
