// What periods do with each other: parts, wholes, the one before (环比), the year before (同比), and which are over.
import { dayParts } from "./days.ts";
import type { Day } from "./days.ts";
import {
  isPossible,
  kindOf,
  lastDay,
  monthNumber,
  monthsPer,
  periodOfSpan,
  spanOf,
  yearOfMonth,
} from "./period.ts";
import type { Frequency, Period, Span } from "./period.ts";

/** The months of a period, in order. */
export function months(period: Period): Period[] {
  return slices(spanOf(period), 1);
}

/**
 * The parts of a period at a frequency, in order; the period itself at its own. Undefined where calendar months, quarters,
 * halves or years do not divide it: `2026-01..08` has no quarters, a fiscal year from April has quarters but no halves.
 */
export function partsBy(period: Period, frequency: Frequency): Period[] | undefined {
  const span = spanOf(period);
  const size = monthsPer[frequency];
  if (span.first % size !== 0 || (span.last + 1) % size !== 0) return undefined;
  return slices(span, size);
}

/** The larger calendar periods that hold this one, smallest first: 2026-05 → Q2, H1, 2026. None across a new year. */
export function containing(period: Period): Period[] {
  const { first, last } = spanOf(period);
  const length = last - first + 1;
  return (["quarter", "half", "year"] as const)
    .filter((frequency) => monthsPer[frequency] > length)
    .map((frequency) => calendarSpan(first, frequency))
    .filter((whole) => whole.last >= last)
    .map(periodOfSpan);
}

/** Whether every day of `inner` is a day of `outer`; a period contains itself. */
export function contains(outer: Period, inner: Period): boolean {
  const a = spanOf(outer);
  const b = spanOf(inner);
  return a.first <= b.first && b.last <= a.last;
}

/**
 * 环比: the period of the same length just before. Undefined for a cumulative period, which has none: what comes before
 * January to September is not another January to anything. Undefined too before year 1.
 */
export function previous(period: Period): Period | undefined {
  if (kindOf(period) === "cumulative") return undefined;
  const span = spanOf(period);
  return shifted(span, -(span.last - span.first + 1));
}

/** The period of the same length just after; undefined for a cumulative period. */
export function next(period: Period): Period | undefined {
  if (kindOf(period) === "cumulative") return undefined;
  const span = spanOf(period);
  return shifted(span, span.last - span.first + 1);
}

/** 同比: the same months a year earlier. Undefined before year 1. */
export function yearBefore(period: Period): Period | undefined {
  return shifted(spanOf(period), -12);
}

/** From January to the end of the given period, in the year it ends: 2026-09 and 2026-Q3 → 2026-01..09; 2026-03 → 2026-Q1. */
export function cumulativeTo(period: Period): Period {
  const { last } = spanOf(period);
  return periodOfSpan({ first: last - (last % 12), last });
}

/** Whether the period starts in January and ends in the same year: what a year-to-date figure can be of. */
export function isFromJanuary(period: Period): boolean {
  const { first, last } = spanOf(period);
  return first % 12 === 0 && last - first < 12;
}

/** By first month, then by last: January, January–February, Q1, the half, the year. Only equal periods compare as 0. */
export function comparePeriods(a: Period, b: Period): number {
  const left = spanOf(a);
  const right = spanOf(b);
  return left.first - right.first || left.last - right.last;
}

export function periodOf(day: Day, frequency: Frequency): Period {
  const { year, month } = dayParts(day);
  return periodOfSpan(calendarSpan(monthNumber(year, month), frequency));
}

/** The twelve months that begin with the given month: `fiscalYear({ startYear: 2017, startMonth: 4 })` = 2017-04..2018-03. */
export function fiscalYear({ startYear, startMonth }: { startYear: number; startMonth: number }): Period {
  const first = monthNumber(startYear, startMonth);
  return periodOfSpan({ first, last: first + 11 });
}

/** The period from the first month of one to the last month of another; undefined if that runs backwards. */
export function periodFromTo({ from, to }: { from: Period; to: Period }): Period | undefined {
  const span = { first: spanOf(from).first, last: spanOf(to).last };
  return isPossible(span) ? periodOfSpan(span) : undefined;
}

/** The last day counts: true from the day after it. `today` is the jurisdiction's, from `todayIn`. */
export function isOver(period: Period, today: Day): boolean {
  return today > lastDay(period);
}

/** The latest period of a frequency that is over. */
export function latestOver(today: Day, frequency: Frequency): Period {
  const { year, month } = dayParts(today);
  const { first, last } = calendarSpan(monthNumber(year, month), frequency);
  const size = monthsPer[frequency];
  return periodOfSpan({ first: first - size, last: last - size });
}

export function lastQuarter(today: Day): Period {
  return latestOver(today, "quarter");
}

/** The year a period lies in, or undefined if it crosses a new year. */
export function yearOf(period: Period): number | undefined {
  const { first, last } = spanOf(period);
  return yearOfMonth(first) === yearOfMonth(last) ? yearOfMonth(first) : undefined;
}

function calendarSpan(month: number, frequency: Frequency): Span {
  const size = monthsPer[frequency];
  const first = month - (month % size);
  return { first, last: first + size - 1 };
}

function shifted(span: Span, by: number): Period | undefined {
  const moved = { first: span.first + by, last: span.last + by };
  return isPossible(moved) ? periodOfSpan(moved) : undefined;
}

function slices({ first, last }: Span, size: number): Period[] {
  const found: Period[] = [];
  for (let month = first; month <= last; month += size) {
    found.push(periodOfSpan({ first: month, last: month + size - 1 }));
  }
  return found;
}
