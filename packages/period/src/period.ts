// Periods as canonical strings: what each spelling means in months, and the one spelling of each run of months.
import { day, daysInMonth, pad } from "./days.ts";
import type { Day } from "./days.ts";

declare const periodBrand: unique symbol;

/**
 * A run of whole calendar months in its only canonical spelling:
 *
 * | kind | spelling |
 * |---|---|
 * | year | `2026` |
 * | half | `2026-H1` |
 * | quarter | `2026-Q3` |
 * | month | `2026-09` |
 * | cumulative, from January | `2026-01..09` |
 * | range, all else, also across years | `2026-02..2026-05`, `2017-04..2018-03` (a fiscal year) |
 *
 * One run of months has one spelling: January to March is `2026-Q1`, to June `2026-H1`, to December `2026`, and
 * `2026-01..03`, `2026-01..06`, `2026-01..12` are only aliases that `readPeriod` accepts.
 */
export type Period = string & { readonly [periodBrand]: true };

export type Frequency = "month" | "quarter" | "half" | "year";

export type PeriodKind = Frequency | "cumulative" | "range";

/** Months counted from January of year 0 (year × 12 + month − 1), both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export const monthsPer: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Strict: a canonical spelling or undefined. For what people type, and for the aliases, `readPeriod`. */
export function parsePeriod(text: string): Period | undefined {
  const span = spanOfText(text);
  return span && isPossible(span) && periodOfSpan(span) === text ? (text as Period) : undefined;
}

export function kindOf(period: Period): PeriodKind {
  return kindOfSpan(spanOf(period));
}

export function firstDay(period: Period): Day {
  const { first } = spanOf(period);
  return day(yearOfMonth(first), (first % 12) + 1, 1);
}

/** The last day counts: a period is over only when this day is. */
export function lastDay(period: Period): Day {
  const { last } = spanOf(period);
  const year = yearOfMonth(last);
  const month = (last % 12) + 1;
  return day(year, month, daysInMonth(year, month));
}

export function spanOf(period: Period): Span {
  const span = spanOfText(period);
  if (!span) throw new RangeError(`not a period: ${period}`);
  return span;
}

/** The canonical spelling of a run of months. Throws RangeError where it ends before it starts or leaves years 0001 to 9999. */
export function periodOfSpan(span: Span): Period {
  if (!isPossible(span)) throw new RangeError(`no such run of months: ${span.first} to ${span.last}`);
  return spell(span) as Period;
}

export function isPossible({ first, last }: Span): boolean {
  return first <= last && first >= 12 && last < 120_000;
}

/** Month 1 to 12 of a year, as counted in a Span. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

export function yearOfMonth(month: number): number {
  return Math.floor(month / 12);
}

/** The span of any month-range spelling, canonical or alias. */
export function spanOfText(text: string): Span | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:\.\.(?:(\d{4})-)?(\d{2}))?))?$/.exec(text);
  if (!match) return undefined;
  const [, year, half, quarter, from, toYear, to] = match;
  const january = monthNumber(Number(year), 1);
  if (half) return { first: january + Number(half) * 6 - 6, last: january + Number(half) * 6 - 1 };
  if (quarter) return { first: january + Number(quarter) * 3 - 3, last: january + Number(quarter) * 3 - 1 };
  if (!from) return { first: january, last: january + 11 };
  if (!isMonth(Number(from)) || !isMonth(Number(to ?? from))) return undefined;
  return {
    first: monthNumber(Number(year), Number(from)),
    last: monthNumber(Number(toYear ?? year), Number(to ?? from)),
  };
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function kindOfSpan({ first, last }: Span): PeriodKind {
  const length = last - first + 1;
  for (const frequency of ["month", "quarter", "half", "year"] as const) {
    const size = monthsPer[frequency];
    if (length === size && first % size === 0) return frequency;
  }
  return first % 12 === 0 && length < 12 ? "cumulative" : "range";
}

function spell(span: Span): string {
  const { first, last } = span;
  const year = pad(yearOfMonth(first), 4);
  switch (kindOfSpan(span)) {
    case "year":
      return year;
    case "half":
      return `${year}-H${(first % 12) / 6 + 1}`;
    case "quarter":
      return `${year}-Q${(first % 12) / 3 + 1}`;
    case "month":
      return spellMonth(first);
    case "cumulative":
      return `${year}-01..${pad((last % 12) + 1, 2)}`;
    case "range":
      return `${spellMonth(first)}..${spellMonth(last)}`;
  }
}

function spellMonth(month: number): string {
  return `${pad(yearOfMonth(month), 4)}-${pad((month % 12) + 1, 2)}`;
}
