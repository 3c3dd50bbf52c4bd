// The rows of the grid as they are typed: which were changed, what they say, and a pasted column put into them.

import type { Indicator, Observation, ObservationInput, Refusal } from "@yinuo/core";
import type { Period } from "@yinuo/period";
import type { Lang } from "../../lang.ts";
import { figuresWords } from "../../words/figures.ts";
import { figureFields } from "../figure-fields.tsx";
import { readInput } from "../figure-record.tsx";
import { formOf, rowOf, withValues, type Form } from "../form.ts";
import type { Grid, GridRow } from "./subject.ts";

/** The name of a row's field. Rows are named by their indicator, so that they stay themselves wherever they stand. */
export const fieldIn = ({ code }: Pick<Indicator, "code">, field: string): string => `rows.${code}.${field}`;

/** What a row may say of its figure; reasons alone change nothing. */
const TYPED = ["value", "numerator", "denominator", "count", "notCollected", "source", "note"] as const;

/** What stands in the row when it is opened, so that it can be told later whether somebody typed. */
const seenText = (current: Observation | undefined): string => {
  const fields = figureFields(current);
  return JSON.stringify([current?.version ?? 0, ...TYPED.map((name) => fields[name] ?? "")]);
};

/** A browser ends the lines of a text as it likes. */
const typedText = (version: number, row: Form): string =>
  JSON.stringify([version, ...TYPED.map((name) => row.text(name).replaceAll("\r\n", "\n").trim())]);

/** The grid as it is opened. */
export const gridForm = ({ body, period, rows }: Grid): Form =>
  formOf({
    body: body.code,
    period,
    ...Object.assign({}, ...rows.map(({ indicator, current }) => rowValues(indicator, current))),
  });

const rowValues = (indicator: Indicator, current: Observation | undefined) => {
  const fields = figureFields(current);
  return Object.fromEntries([
    ...TYPED.map((name) => [fieldIn(indicator, name), fields[name]]),
    [fieldIn(indicator, "seen"), seenText(current)],
  ]);
};

/** The indicators of the rows that were sent. */
export const postedRows = (form: Form): readonly string[] =>
  form.names.flatMap((name) => /^rows\.(.+)\.seen$/.exec(name)?.[1] ?? []).slice(0, 500);

export type ReadRow = {
  readonly row: GridRow;
  readonly input: ObservationInput | undefined;
  readonly refusals: readonly Refusal[];
};

/** Of the rows in which something was typed. A source for all is that of rows without one of their own. */
export const readRows = (form: Form, rows: readonly GridRow[], period: Period): readonly ReadRow[] =>
  rows.flatMap((row): readonly ReadRow[] => {
    const own = rowOf(form, fieldIn(row.indicator, ""));
    const seen = versionIn(own.text("seen"));
    if (seen === undefined || typedText(seen, own) === own.text("seen")) return [];
    const input = readInput(row.indicator, { period }, own);
    if (!input.ok) return [{ row, input: undefined, refusals: input.error }];
    const source = own.text("source").trim() === "" ? form.text("source") : own.text("source");
    return [{ row, input: { ...input.value, source, seenVersion: seen }, refusals: [] }];
  });

/** The version of the figure that the row was opened with; `undefined` when it does not say. */
const versionIn = (seen: string): number | undefined => {
  const version = /^\[(\d{1,9}),/.exec(seen)?.[1];
  return version === undefined ? undefined : Number(version);
};

/** Rows that somebody else changed since they were opened, with the version that was seen. */
export const overtakenRows = (form: Form, rows: readonly GridRow[]) =>
  rows.flatMap((row) => {
    const seen = versionIn(form.text(fieldIn(row.indicator, "seen")));
    const now = row.current?.version ?? 0;
    return seen === undefined || seen === now ? [] : [{ row, since: seen }];
  });

/** As typed, by somebody who has now been shown what the others wrote. An untouched row shows the new value. */
export const caughtUp = (form: Form, rows: readonly GridRow[]): Form =>
  withValues(
    form,
    Object.assign(
      {},
      ...rows.map(({ indicator, current }) => {
        const own = rowOf(form, fieldIn(indicator, ""));
        const seen = versionIn(own.text("seen"));
        const touched = seen !== undefined && typedText(seen, own) !== own.text("seen");
        return touched ? { [fieldIn(indicator, "seen")]: seenText(current) } : rowValues(indicator, current);
      }),
    ),
  );

export type Pasted = { readonly form: Form; readonly filled: number; readonly problems: readonly string[] };

const NOT_COLLECTED = /^(?:未采集|没有采集|无数据|not collected|n\/?a)$/i;

/** Each line fills the next row, or the row it names. Nothing is written. */
export const paste = (form: Form, rows: readonly GridRow[], lang: Lang): Pasted => {
  const words = figuresWords[lang];
  const lines = form
    .text("column")
    .replace(/\n+$/, "")
    .split(/\r\n|\r|\n/);
  const values: Record<string, string | undefined> = { column: "" };
  const problems: string[] = [];
  const filled = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const cells = line.split("\t").map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    const named = cells.length > 1 ? rowNamed(rows, cells[0] ?? "") : undefined;
    const row = named ?? rows[index];
    const fields = row === undefined ? undefined : cellsOf(row.indicator, named ? cells.slice(1) : cells);
    if (row === undefined) problems.push(words.pastedMore(index + 1, rows.length));
    else if (fields === undefined) problems.push(words.pastedWide(index + 1, cells.length));
    else {
      filled.add(row.indicator.code);
      for (const [name, value] of Object.entries(fields)) values[fieldIn(row.indicator, name)] = value;
    }
  }
  if (filled.size === 0 && problems.length === 0) problems.push(words.pastedNothing);
  return { form: withValues(form, values), filled: filled.size, problems };
};

const rowNamed = (rows: readonly GridRow[], name: string): GridRow | undefined =>
  rows.find(({ indicator }) => [indicator.code, indicator.name, indicator.nameEn].includes(name));

const cellsOf = (
  { kind }: Indicator,
  cells: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined => {
  const given = cells.filter((cell, index) => cell !== "" || index < cells.length - 1);
  const [first = "", second] = given;
  const none = { value: "", numerator: "", denominator: "", count: "" };
  if (given.length === 1 && NOT_COLLECTED.test(first)) return { ...none, notCollected: "yes" };
  const figure = { ...none, notCollected: undefined };
  if (given.length === 1) return { ...figure, value: first };
  if (given.length !== 2) return undefined;
  if (kind === "ratio") return { ...figure, numerator: first, denominator: second };
  if (kind === "duration") return { ...figure, value: first, count: second };
  return undefined;
};
