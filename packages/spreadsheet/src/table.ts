// What a spreadsheet is written from: named columns of one kind each, and rows by column key.

export type TableColumn = {
  readonly key: string;
  readonly header: string;
  /** `percent` takes points, as they are read: 35 is shown as 35%. */
  readonly kind: "text" | "number" | "day" | "percent";
  /** How many decimals are shown; the value itself is never rounded. */
  readonly decimals?: number;
};

export type TableValue = string | number | null;

export type Table = {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** A string in a number, day or percent column is written as that text, e.g. "—" or a refused "约三成". */
  readonly rows: readonly Readonly<Record<string, TableValue>>[];
};
