// What a column of a spreadsheet is: one list per noun serves the export and the import, so that they cannot part ways.

import type { Lang } from "../lang.ts";

/** How a cell of the column is written and read. */
export type ColumnKind =
  | "code"
  | "codes"
  | "text"
  | "day"
  | "period"
  | "number"
  | "share"
  | "choice"
  | "yesNo";

/**
 * read: the import takes it;
 * alternative: written for people; the import takes it only where the column named in `insteadOf` is empty;
 * computed: written for people; the import knows it and reports "computed, not imported".
 */
export type ColumnUse = "read" | "alternative" | "computed";

/** A word a choice is written with, by language; further spellings are read but never written. */
export type Choice = {
  readonly value: string;
  readonly words: Readonly<Record<Lang, string>>;
  readonly aliases?: readonly string[];
};

export type Column = {
  /** The name of the field in JSON and in the code; the same in every language. */
  readonly key: string;
  readonly header: Readonly<Record<Lang, string>>;
  /** Other headers met in offices and in open data, compared without case, spaces and punctuation. */
  readonly aliases: readonly string[];
  readonly kind: ColumnKind;
  readonly use: ColumnUse;
  /** A row without it is refused. */
  readonly needed?: boolean;
  /** For `alternative`: the key of the column it stands in for. */
  readonly insteadOf?: string;
  /** For `choice`. */
  readonly choices?: readonly Choice[];
  /** One sentence for the data page, where the header does not say it all. */
  readonly note?: Readonly<Record<Lang, string>>;
};

/** A list of spellings written in one string, with 、 between them. */
export const spelled = (list: string): readonly string[] => list.split("、");

/** What stands between codes in one cell when written; the import also splits at ; 、 and line ends. */
export const BETWEEN_CODES = "；";

export const YES_NO = [
  { value: "yes", words: { "zh-CN": "是", en: "yes" }, aliases: ["y", "true", "1", "√", "✓", "有"] },
  { value: "no", words: { "zh-CN": "否", en: "no" }, aliases: ["n", "false", "0", "×", "无"] },
] as const satisfies readonly Choice[];

/** What a cell holds before it is written: days and periods as their strings, codes as a list. */
export type CellValue = string | number | boolean | readonly string[] | undefined;

/** A row of a list, by the keys of its columns. */
export type Row<Columns extends readonly Column[]> = Readonly<Record<Columns[number]["key"], CellValue>>;
