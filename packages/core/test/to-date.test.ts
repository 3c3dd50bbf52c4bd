// The figure so far: from a period's first month up to its last recorded part.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import { toDate, type Figure, type Indicator } from "../src/index.ts";
import { day, indicators, period, series } from "./world.ts";

const kind = (name: Indicator["kind"]): Indicator => indicators.get(`I-${name}`) ?? assert.fail(name);
const Q1 = { "2026-01": 10, "2026-02": 20, "2026-03": 30 };
const soFar = (of: Indicator, figures: Readonly<Record<string, Figure | number>>): readonly unknown[] => {
  const found = toDate(of, period("2026"), series(figures));
  return [found.known ? found.value : found.missing, found.asOf];
};

describe("the figure so far", () => {
  test("a flow is added up to its last month", () => {
    assert.deepEqual(soFar(kind("flow"), Q1), [60, day("2026-03-31")]);
  });
  test("last year's figures are not this year's", () => {
    assert.deepEqual(soFar(kind("flow"), { "2025-12": 5, "2026-01": 1 }), [1, day("2026-01-31")]);
  });
  test("a gap before the last month makes it unknown", () => {
    assert.deepEqual(soFar(kind("flow"), { "2026-01": 1, "2026-03": 1 }), [
      [period("2026-02")],
      day("2026-03-31"),
    ]);
  });
  test("a stock is its last value", () => {
    assert.deepEqual(soFar(kind("stock"), Q1), [30, day("2026-03-31")]);
  });
  test("a recorded year is the year", () => {
    assert.deepEqual(soFar(kind("flow"), { ...Q1, "2026": 400 }), [400, day("2026-12-31")]);
  });
  test("nothing recorded is unknown as of no day", () => {
    assert.equal(toDate(kind("flow"), period("2026"), series({})).known, false);
    assert.equal(toDate(kind("flow"), period("2026"), series({})).asOf, undefined);
  });
  test("an index of a year is not its last month", () => {
    assert.equal(toDate(kind("index"), period("2026"), series(Q1)).known, false);
  });
});
