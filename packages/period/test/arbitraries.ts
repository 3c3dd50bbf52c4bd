// Random days and periods of every kind, in the years the readers take, with the seed the properties share.
import fc from "fast-check";
import { day, daysInMonth, parsePeriod, periodFromTo } from "@yinuo/period";
import type { Day, Period } from "@yinuo/period";

export const seed = 20_260_930;

const year = fc.integer({ min: 1800, max: 2190 });
const month = fc.integer({ min: 1, max: 12 });

export const anyDay: fc.Arbitrary<Day> = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => day(y, m, Math.min(d, daysInMonth(y, m))));

function monthOf(y: number, m: number): Period {
  return known(`${y}-${String(m).padStart(2, "0")}`);
}

/** A period the test itself spells. */
export function known(canonical: string): Period {
  const period = parsePeriod(canonical);
  if (period === undefined) throw new RangeError(canonical);
  return period;
}

export function span(from: Period, to: Period): Period {
  const period = periodFromTo({ from, to });
  if (period === undefined) throw new RangeError(`${from}..${to}`);
  return period;
}

/** Every kind often: named periods, from January, within a year, and across years. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  year.map((y) => known(String(y))),
  fc
    .tuple(year, fc.constantFrom("H1", "H2", "Q1", "Q2", "Q3", "Q4"))
    .map(([y, part]) => known(`${y}-${part}`)),
  fc.tuple(year, month).map(([y, m]) => monthOf(y, m)),
  fc.tuple(year, month).map(([y, m]) => span(monthOf(y, 1), monthOf(y, m))),
  fc
    .tuple(year, month, month)
    .map(([y, a, b]) => span(monthOf(y, Math.min(a, b)), monthOf(y, Math.max(a, b)))),
  fc
    .tuple(year, month, fc.integer({ min: 1, max: 9 }), month)
    .map(([y, a, n, b]) => span(monthOf(y, a), monthOf(y + n, b))),
);
