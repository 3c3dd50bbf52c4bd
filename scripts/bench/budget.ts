// What a measurement answers, and the table of all of them.

export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly met: "yes" | "no" | "not measured" | "for information";
  /** Why it was not measured, or what must be known to read the number. */
  readonly note?: string | undefined;
};

/** Of numbers taken one after the other: the middle one, so that one disturbed run decides nothing. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const atMost = (value: number, bar: number): Row["met"] => (value <= bar ? "yes" : "no");

export const atLeast = (value: number, bar: number): Row["met"] => (value >= bar ? "yes" : "no");

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Columns as wide as their widest cell. */
export const tableText = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n");
};

/** A Chinese character takes two places on a terminal. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/gu) ?? []).length;
