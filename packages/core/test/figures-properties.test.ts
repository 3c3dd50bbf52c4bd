// What holds for any figures: wholes and parts agree both ways, and no order of recording matters.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { months } from "@yinuo/period";
import * as fc from "fast-check";
import { figureFor, sum, type Figure, type Indicator } from "../src/index.ts";
import { indicators, mean, number, period, ratio } from "./world.ts";

const SETTINGS = { seed: 20260930, numRuns: 200 };
const year = months(period("2026"));
const kind = (name: Indicator["kind"]): Indicator => indicators.get(`I-${name}`) ?? assert.fail(name);
const valueAt = (of: Indicator, at: string, figures: Iterable<readonly [string, Figure]>): number => {
  const found = figureFor(
    of,
    period(at),
    new Map([...figures].map(([when, figure]) => [period(when), figure])),
  );
  return found.known ? found.value : assert.fail(`${at}: ${found.why}`);
};
const cumulative = (index: number): string =>
  ["2026-01", "2026-01..02", "2026-Q1", "2026-01..04", "2026-01..05", "2026-H1"][index] ??
  (index === 11 ? "2026" : `2026-01..${String(index + 1).padStart(2, "0")}`);

/** Amounts with up to four decimals. */
const amount = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((whole) => whole / 10_000);
const yearOf = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 12, maxLength: 12 });

test("a year's flow is the sum of its months, in whatever order they were recorded", () => {
  const shuffled = yearOf(amount).chain((values) =>
    fc.tuple(fc.constant(values), fc.shuffledSubarray([...values.keys()], { minLength: 12 })),
  );
  fc.assert(
    fc.property(shuffled, ([values, order]) => {
      const figures = order.map((at) => [year[at] ?? "", number(values[at] ?? 0)] as const);
      assert.equal(valueAt(kind("flow"), "2026", figures), sum(values));
      assert.equal(
        Math.round(sum(values) * 10_000),
        values.reduce((total, one) => total + Math.round(one * 10_000), 0),
      );
    }),
    SETTINGS,
  );
});

test("months come back from year-to-date figures exactly as they went in", () => {
  fc.assert(
    fc.property(yearOf(amount), (values) => {
      const figures = values.map((_, at) => [cumulative(at), number(sum(values.slice(0, at + 1)))] as const);
      const back = year.map((month) => valueAt(kind("flow"), month, figures));
      assert.deepEqual(
        back,
        values.map((one) => one + 0),
      );
    }),
    SETTINGS,
  );
});

test("a ratio's and a duration's whole lies between the least and the most of its parts", () => {
  const part = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }));
  fc.assert(
    fc.property(yearOf(part), fc.constantFrom("ratio", "duration"), (parts, name) => {
      const of = kind(name === "ratio" ? "ratio" : "duration");
      const figures = parts.map(
        ([top, below], at) =>
          [year[at] ?? "", name === "ratio" ? ratio(top, below) : mean(top, below)] as const,
      );
      const values = figures.map(([at]) => valueAt(of, at, figures));
      const whole = valueAt(of, "2026", figures);
      assert(whole >= Math.min(...values) - 1e-9 && whole <= Math.max(...values) + 1e-9);
    }),
    SETTINGS,
  );
});

test("leaving out any month makes the year unknown and names that month", () => {
  fc.assert(
    fc.property(yearOf(amount), fc.nat({ max: 11 }), (values, left) => {
      const figures = new Map(year.map((month, at) => [month, number(values[at] ?? 0)]));
      const gone = year[left] ?? assert.fail();
      figures.delete(gone);
      const found = figureFor(kind("flow"), period("2026"), figures);
      assert.deepEqual(found, { known: false, why: "missing", missing: [gone], notCollected: [] });
    }),
    SETTINGS,
  );
});
