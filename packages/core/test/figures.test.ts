// How figures of months and quarters make figures of longer periods, and what a gap does.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import { change, figureFor, type Figure, type Indicator } from "../src/index.ts";
import { indicator, indicators, mean, notCollected, period, ratio, series } from "./world.ts";

const kind = (name: Indicator["kind"]): Indicator => indicators.get(`I-${name}`) ?? assert.fail(name);
const quarterly = indicator("flow", { frequency: "quarter" });

type Figures = Readonly<Record<string, Figure | number>>;
const known = (of: Indicator, at: string, figures: Figures): unknown => {
  const found = figureFor(of, period(at), series(figures));
  return found.known ? [found.value, found.how, ...found.from] : found;
};
const unknown = (of: Indicator, at: string, figures: Figures): unknown => {
  const {
    why,
    missing,
    notCollected: said,
  } = { missing: [], notCollected: [], why: "", ...figureFor(of, period(at), series(figures)) };
  return [why, missing, said];
};

const Q1 = { "2026-01": 10, "2026-02": 20, "2026-03": 30 };

describe("a figure that is known", () => {
  const SENTENCES: readonly [string, unknown, readonly unknown[]][] = [
    [
      "a recorded whole is taken as recorded, not added again",
      known(kind("flow"), "2026-Q1", { ...Q1, "2026-Q1": 61 }),
      [61, "recorded", "2026-Q1"],
    ],
    ["0 is a figure", known(kind("flow"), "2026-01", { "2026-01": 0 }), [0, "recorded", "2026-01"]],
    ["flows add up", known(kind("flow"), "2026-Q1", Q1), [60, "added", "2026-01", "2026-02", "2026-03"]],
    [
      "tenths add up to what a person would write",
      known(kind("flow"), "2026-01..02", { "2026-01": 0.1, "2026-02": 0.2 }),
      [0.3, "added", "2026-01", "2026-02"],
    ],
    [
      "large sums keep their cents",
      known(kind("flow"), "2026-01..02", { "2026-01": 1234567890.1, "2026-02": 0.25 }),
      [1234567890.35, "added", "2026-01", "2026-02"],
    ],
    [
      "quarters and months may be mixed",
      known(kind("flow"), "2026-01..04", { "2026-Q1": 60, "2026-04": 5 }),
      [65, "added", "2026-Q1", "2026-04"],
    ],
    [
      "year-to-date is made from months",
      known(kind("flow"), "2026-01..02", Q1),
      [30, "added", "2026-01", "2026-02"],
    ],
    [
      "a month is made from two year-to-date figures",
      known(kind("flow"), "2026-08", { "2026-01..07": 70, "2026-01..08": 85.5 }),
      [15.5, "difference", "2026-01..07", "2026-01..08"],
    ],
    [
      "March is the quarter without January and February",
      known(kind("flow"), "2026-03", { "2026-Q1": 60, "2026-01": 10, "2026-02": 20 }),
      [30, "difference", "2026-Q1", "2026-01", "2026-02"],
    ],
    [
      "a quarter is made from year-to-date figures",
      known(kind("flow"), "2026-Q3", { "2026-H1": 100, "2026-01..09": 160 }),
      [60, "difference", "2026-H1", "2026-01..09"],
    ],
    [
      "a fiscal year is made of months of two years",
      known(quarterly, "2025-10..2026-03", { "2025-Q4": 1, "2026-Q1": 2 }),
      [3, "added", "2025-Q4", "2026-Q1"],
    ],
    ["a stock takes the last value", known(kind("stock"), "2026-Q1", Q1), [30, "last", "2026-03"]],
    [
      "a stock's own month is preferred to the year's figure",
      known(kind("stock"), "2025-Q4", { "2025": 8, "2025-12": 7 }),
      [7, "last", "2025-12"],
    ],
    [
      "a stock at the end of a year is its December's",
      known(kind("stock"), "2025-12", { "2025": 7 }),
      [7, "last", "2025"],
    ],
    [
      "a ratio is recomputed from its parts: 1 of 2 and 98 of 98 are 99 %, not 75 %",
      known(kind("ratio"), "2026-01..02", { "2026-01": ratio(1, 2), "2026-02": ratio(98, 98) }),
      [99, "recomputed", "2026-01", "2026-02"],
    ],
    [
      "7 of 100 is 7 %, not 7.000000000000001 %",
      known(kind("ratio"), "2026-01", { "2026-01": ratio(7, 100) }),
      [7, "recorded", "2026-01"],
    ],
    [
      "a ratio's month comes from the parts of two year-to-date figures",
      known(kind("ratio"), "2026-02", { "2026-01": ratio(1, 2), "2026-01..02": ratio(99, 100) }),
      [100, "difference", "2026-01", "2026-01..02"],
    ],
    [
      "a month without a case does not spoil the quarter's ratio",
      known(kind("ratio"), "2026-01..02", { "2026-01": ratio(0, 0), "2026-02": ratio(1, 4) }),
      [25, "recomputed", "2026-01", "2026-02"],
    ],
    [
      "a duration is pooled by its counts: 10 days for 1 and 40 days for 2 are 30 days",
      known(kind("duration"), "2026-01..02", { "2026-01": mean(10, 1), "2026-02": mean(40, 2) }),
      [30, "pooled", "2026-01", "2026-02"],
    ],
    [
      "an index is taken as recorded",
      known(kind("index"), "2026-Q1", { "2026-Q1": 101.2 }),
      [101.2, "recorded", "2026-Q1"],
    ],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      // A difference lists what it was made from in the order of time, the longer of two last.
      assert.deepEqual(new Set(found as unknown[]), new Set(expected));
      assert.deepEqual((found as unknown[]).slice(0, 2), expected.slice(0, 2));
    });
});

describe("a figure that is unknown", () => {
  const { "2026-01": january, "2026-03": march } = Q1;
  const gap = { "2026-01": january, "2026-03": march };
  const SENTENCES: readonly [string, unknown, unknown][] = [
    [
      "a missing month makes the quarter unknown, and is named",
      unknown(kind("flow"), "2026-Q1", gap),
      ["missing", ["2026-02"], []],
    ],
    [
      "so for a ratio",
      unknown(kind("ratio"), "2026-01..02", { "2026-01": ratio(1, 2) }),
      ["missing", ["2026-02"], []],
    ],
    [
      "what a quarter covers is not missing",
      unknown(kind("flow"), "2026-H1", { "2026-Q1": 60, "2026-04": 1, "2026-06": 1 }),
      ["missing", ["2026-05"], []],
    ],
    [
      "a quarterly indicator misses quarters",
      unknown(quarterly, "2026", { "2026-Q1": 10, "2026-Q3": 12 }),
      ["missing", ["2026-Q2", "2026-Q4"], []],
    ],
    [
      "not collected is not 0, and is told from missing",
      unknown(quarterly, "2026", { "2026-Q1": 10, "2026-Q2": notCollected, "2026-Q3": 12 }),
      ["missing", ["2026-Q4"], ["2026-Q2"]],
    ],
    [
      "when the rest is there, only what was not collected is named",
      unknown(quarterly, "2026-H1", { "2026-Q1": 10, "2026-Q2": notCollected }),
      ["notCollected", [], ["2026-Q2"]],
    ],
    [
      "a series that was never collected has no figure",
      unknown(quarterly, "2026-H1", { "2026-Q1": notCollected, "2026-Q2": notCollected }),
      ["notCollected", [], ["2026-Q1", "2026-Q2"]],
    ],
    [
      "a whole said to be not collected is not made from parts",
      unknown(kind("flow"), "2026-Q1", { ...Q1, "2026-Q1": notCollected }),
      ["notCollected", [], ["2026-Q1"]],
    ],
    [
      "an empty series misses every month",
      unknown(kind("flow"), "2026-Q1", {}),
      ["missing", ["2026-01", "2026-02", "2026-03"], []],
    ],
    [
      "a stock without its last month misses that month alone",
      unknown(kind("stock"), "2026-Q1", { "2026-01": 1, "2026-02": 2 }),
      ["missing", ["2026-03"], []],
    ],
    [
      "a stock whose last month was not collected says so",
      unknown(kind("stock"), "2026-Q1", { "2026-02": 2, "2026-03": notCollected }),
      ["notCollected", [], ["2026-03"]],
    ],
    [
      "an index is never combined",
      unknown(kind("index"), "2026-Q1", Q1),
      ["notCombinable", ["2026-01", "2026-02", "2026-03"], []],
    ],
    [
      "percentages without their parts cannot be combined",
      unknown(kind("ratio"), "2026-01..02", { "2026-01": 50, "2026-02": ratio(1, 2) }),
      ["notCombinable", ["2026-01"], []],
    ],
    [
      "means without their counts cannot be pooled",
      unknown(kind("duration"), "2026-01..02", { "2026-01": 50, "2026-02": 40 }),
      ["notCombinable", ["2026-01", "2026-02"], []],
    ],
    [
      "a ratio of nothing is no ratio",
      unknown(kind("ratio"), "2026-01..02", { "2026-01": ratio(0, 0), "2026-02": ratio(0, 0) }),
      ["dividedByZero", ["2026-01..02"], []],
    ],
    [
      "a flow is not guessed from a longer period",
      unknown(kind("flow"), "2026-01", { "2026-Q1": 60 }),
      ["missing", ["2026-01"], []],
    ],
    [
      "parts that overlap without fitting do not make a whole",
      unknown(kind("flow"), "2026-Q1", { "2026-01..02": 3, "2026-02..2026-03": 4 }),
      ["missing", ["2026-01", "2026-02", "2026-03"], []],
    ],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.deepEqual(found, expected);
    });
});

describe("change", () => {
  const flow = kind("flow");
  const figures = series({
    "2025-04": 80,
    "2026-03": 0,
    "2026-04": 100,
    "2025-01..02": 40,
    "2026-01": 20,
    "2026-02": 30,
    "2025-03": -4,
  });
  const SENTENCES: readonly [string, unknown, unknown][] = [
    [
      "同比: a quarter more than a year before",
      change(flow, period("2026-04"), figures, "yearBefore"),
      { absolute: 20, relative: 0.25, before: "2025-04" },
    ],
    [
      "环比 from 0 has no percentage",
      change(flow, period("2026-04"), figures, "previous"),
      { absolute: 100, before: "2026-03" },
    ],
    [
      "a sum is compared with a recorded whole",
      change(flow, period("2026-01..02"), figures, "yearBefore"),
      { absolute: 10, relative: 0.25, before: "2025-01..02" },
    ],
    [
      "from −4 to 0 is up, not down",
      change(flow, period("2026-03"), figures, "yearBefore"),
      { absolute: 4, relative: 1, before: "2025-03" },
    ],
    [
      "year-to-date has no period before it",
      change(flow, period("2026-01..02"), figures, "previous"),
      undefined,
    ],
    [
      "against an unknown figure there is no change",
      change(flow, period("2025-04"), figures, "yearBefore"),
      undefined,
    ],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.deepEqual(found, expected);
    });
});
