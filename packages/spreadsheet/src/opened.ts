// The shapes a spreadsheet is opened into: a plain grid, and every detection beside what else it could have been.

/** Calendar days as `YYYY-MM-DD`; no time zone takes part anywhere in this package. */
export type Day = string;

export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [",", ";", "\t", "|", "，"] as const;
export type Separator = (typeof SEPARATORS)[number];

export type NumberFormat = "point" | "comma";
export type DayOrder = "dmy" | "mdy";

/** What the person opening the file decided; each wins over what was detected. */
export type Choices = {
  /** Position in `Opened.sheets`. */
  readonly sheet?: number | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
  /** 1-based row of the file in which the header starts. */
  readonly headerRow?: number | undefined;
  /** 0 (no header), 1, 2 … rows. */
  readonly headerRows?: number | undefined;
  readonly decimal?: "." | "," | undefined;
  readonly dayOrder?: DayOrder | undefined;
  /** Not used here: handed on for whoever reads years out of the text. */
  readonly calendar?: "gregorian" | "roc" | undefined;
};

/** Everything that keeps a file from being opened. */
export type Refusal =
  | { readonly code: "encrypted" }
  | { readonly code: "damaged"; readonly reason: "archive" | "workbook" }
  | { readonly code: "damaged"; readonly reason: "unclosedQuote"; readonly row: number }
  | { readonly code: "empty"; readonly hiddenSheets: readonly string[] }
  | {
      readonly code: "tooLarge";
      readonly what: "bytes" | "unpackedBytes" | "rows" | "columns" | "cells";
      readonly limit: number;
      readonly found: number;
    }
  | { readonly code: "tooManySheets"; readonly limit: number; readonly found: number }
  | { readonly code: "notSpreadsheet"; readonly looksLike: LooksLike }
  | { readonly code: "noSuchSheet"; readonly sheet: number; readonly sheets: number }
  | { readonly code: "noSuchHeaderRow"; readonly row: number };

export type LooksLike =
  | "pdf"
  | "image"
  | "word"
  | "presentation"
  | "openDocument"
  | "binaryWorkbook"
  | "archive"
  | "webPage"
  | "xml"
  | "richText"
  | "binary";

export type Value =
  | { readonly kind: "empty" }
  | { readonly kind: "text" }
  /** `percent`: the cell said so itself (format or sign), and `number` is in points: 35 for 35 %. */
  | { readonly kind: "number"; readonly number: number; readonly percent: boolean }
  | { readonly kind: "day"; readonly day: Day; readonly time?: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  /** A formula's error such as `#REF!`, or a formula the program that saved the file never calculated. */
  | { readonly kind: "error"; readonly error: string };

export type Cell = {
  /** As the sheet shows it, in Unicode NFC. */
  readonly text: string;
  readonly value: Value;
  /** 1-based row in the file, as a spreadsheet program numbers it. */
  readonly row: number;
  /** The value stands in a merged cell above and was repeated here. */
  readonly repeated?: true;
};

/** `cells` are in the order of `Opened.columns`; a row of a text file may have more than that. */
export type Row = {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly ragged?: "tooFew" | "tooMany";
};

/** `plausible` is empty where nothing in the column depends on the question. */
export type Detected<T> = {
  readonly chosen?: T | undefined;
  readonly plausible: readonly T[];
  readonly certain: boolean;
};

export type Column = {
  /** Position in `Row.cells`. */
  readonly index: number;
  /** The sheet's own letter. */
  readonly letter: string;
  /** The full header, merged parent and child joined with ` / `. */
  readonly header: string;
  readonly group?: string;
  readonly numberFormat: Detected<NumberFormat>;
  readonly dayOrder: Detected<DayOrder>;
  /** Whether an unmarked 0.35 in a column that also has percentages is 35 % (`fraction`) or 0.35 % (`points`). */
  readonly percent: Detected<"fraction" | "points"> & { readonly marked: number; readonly unmarked: number };
  readonly samples: readonly string[];
};

export type Warning =
  | {
      readonly code: "tooFewCells" | "tooManyCells";
      readonly row: number;
      readonly found: number;
      readonly expected: number;
      readonly hint?: "fullWidthComma";
    }
  | { readonly code: "undecodable"; readonly row: number; readonly rows: number }
  | { readonly code: "formulaError"; readonly row: number; readonly letter: string; readonly error: string }
  | { readonly code: "mergedRepeated"; readonly row: number; readonly letter: string; readonly rows: number }
  | { readonly code: "duplicateHeader"; readonly letter: string; readonly header: string }
  | { readonly code: "emptyHeader"; readonly letter: string }
  | { readonly code: "nameDisagrees"; readonly format: Format };

export type Format = "xlsx" | "xls" | "csv" | "tsv" | "pasted";

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
};

export type HeaderPlace = { readonly row: number; readonly rows: number };

export type Opened = {
  readonly format: Format;
  readonly sheets: readonly Sheet[];
  readonly sheet: number;
  readonly encoding?: Detected<Encoding> & { readonly chosen: Encoding };
  readonly separator?: Detected<Separator> & { readonly chosen: Separator };
  readonly dates1904?: boolean;
  readonly header: HeaderPlace & { readonly plausible: readonly HeaderPlace[]; readonly certain: boolean };
  readonly titleRows: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly warnings: readonly Warning[];
  readonly choices: Choices;
};

/** `rows` counts those below the header, `cells` all of them, formatted blanks too. */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  rows: 50_000,
  columns: 500,
  cells: 1_000_000,
  sheets: 100,
} as const;
