// Periods have one spelling each, know their parts and neighbours, and are over only after their last day.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addDays,
  comparePeriods,
  containing,
  contains,
  cumulativeTo,
  day,
  daysBetween,
  fiscalYear,
} from "@yinuo/period";
import {
  firstDay,
  isFromJanuary,
  isOver,
  kindOf,
  lastDay,
  lastQuarter,
  latestOver,
  months,
  next,
} from "@yinuo/period";
import { parsePeriod, partsBy, periodFromTo, periodOf, previous, yearBefore, yearOf } from "@yinuo/period";
import type { PeriodKind } from "@yinuo/period";
import { anyDay, anyPeriod, known, seed } from "./arbitraries.ts";

const table: readonly (readonly [string, PeriodKind, string, string])[] = [
  ["2026", "year", "2026-01-01", "2026-12-31"],
  ["2026-H1", "half", "2026-01-01", "2026-06-30"],
  ["2026-H2", "half", "2026-07-01", "2026-12-31"],
  ["2026-Q1", "quarter", "2026-01-01", "2026-03-31"],
  ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
  ["2026-09", "month", "2026-09-01", "2026-09-30"],
  ["2024-02", "month", "2024-02-01", "2024-02-29"],
  ["2026-01..09", "cumulative", "2026-01-01", "2026-09-30"],
  ["2026-01..02", "cumulative", "2026-01-01", "2026-02-28"],
  ["2026-02..2026-05", "range", "2026-02-01", "2026-05-31"],
  ["2017-04..2018-03", "range", "2017-04-01", "2018-03-31"],
  ["2021-01..2025-12", "range", "2021-01-01", "2025-12-31"],
];

describe("a period", () => {
  for (const [text, kind, first, last] of table) {
    it(`${text} is a ${kind} from ${first} to ${last}`, () => {
      const period = known(text);
      assert.deepEqual([kindOf(period), firstDay(period), lastDay(period)], [kind, first, last]);
    });
  }

  it("has one spelling: aliases, near misses and nonsense do not parse", () => {
    const aliases = [
      "2026-01..03",
      "2026-01..06",
      "2026-01..12",
      "2026-01..01",
      "2026-02..05",
      "2026-04..2026-06",
    ];
    const nonsense = [
      "2026-H3",
      "2026-Q0",
      "2026-Q5",
      "2026-13",
      "2026-00",
      "2026-9",
      "26",
      "0000",
      "2026-q3",
      " 2026",
      "2026\n",
    ];
    const backwards = [
      "2026-05..2026-02",
      "2018-04..2017-03",
      "2026-01..00",
      "2026-01..13",
      "2017-18",
      "2026..2027",
      "",
    ];
    for (const text of [...aliases, ...nonsense, ...backwards])
      assert.equal(parsePeriod(text), undefined, text);
  });

  it("is spelled the same again from its own first and last month", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const all = months(period);
        const [from, to] = [all[0], all.at(-1)];
        assert.ok(from && to);
        assert.equal(periodFromTo({ from, to }), period);
        assert.equal(parsePeriod(period), period);
      }),
      { seed },
    );
  });

  it("is made of months that follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const all = months(period);
        assert.equal(firstDay(all[0] ?? period), firstDay(period));
        assert.equal(lastDay(all.at(-1) ?? period), lastDay(period));
        all.slice(1).forEach((month, index) => assert.equal(previous(month), all[index]));
        assert.ok(all.every((month) => contains(period, month)));
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe("parts and wholes", () => {
  it("a year divides into halves, quarters and months, and a half not into years", () => {
    assert.deepEqual(partsBy(known("2026"), "half"), ["2026-H1", "2026-H2"]);
    assert.deepEqual(partsBy(known("2026"), "quarter"), ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    assert.equal(partsBy(known("2026"), "month")?.length, 12);
    assert.deepEqual(partsBy(known("2026"), "year"), ["2026"]);
    assert.equal(partsBy(known("2026-H1"), "year"), undefined);
  });

  it("a cumulative period has quarters only where it ends with one, and a fiscal year has no halves", () => {
    assert.deepEqual(partsBy(known("2026-01..09"), "quarter"), ["2026-Q1", "2026-Q2", "2026-Q3"]);
    assert.equal(partsBy(known("2026-01..08"), "quarter"), undefined);
    const fiscal = fiscalYear({ startYear: 2017, startMonth: 4 });
    assert.equal(fiscal, "2017-04..2018-03");
    assert.deepEqual(partsBy(fiscal, "quarter"), ["2017-Q2", "2017-Q3", "2017-Q4", "2018-Q1"]);
    assert.equal(partsBy(fiscal, "half"), undefined);
    assert.equal(fiscalYear({ startYear: 2017, startMonth: 1 }), "2017");
  });

  it("the larger periods around one are named smallest first", () => {
    assert.deepEqual(containing(known("2026-05")), ["2026-Q2", "2026-H1", "2026"]);
    assert.deepEqual(containing(known("2026-Q3")), ["2026-H2", "2026"]);
    assert.deepEqual(containing(known("2026-01..02")), ["2026-Q1", "2026-H1", "2026"]);
    assert.deepEqual(containing(known("2026-01..09")), ["2026"]);
    assert.deepEqual(containing(known("2026")), []);
    assert.deepEqual(containing(known("2017-04..2018-03")), []);
  });

  it("every part lies within its whole, and the whole not within its part", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        for (const whole of containing(period)) {
          assert.ok(contains(whole, period) && !contains(period, whole));
        }
        const quarters = partsBy(period, "quarter");
        if (quarters) assert.deepEqual(quarters.flatMap(months), months(period));
      }),
      { seed, numRuns: 60 },
    );
  });

  it("what is reached from January is the year to date", () => {
    assert.equal(cumulativeTo(known("2026-09")), "2026-01..09");
    assert.equal(cumulativeTo(known("2026-Q3")), "2026-01..09");
    assert.equal(cumulativeTo(known("2026-01")), "2026-01");
    assert.equal(cumulativeTo(known("2026-03")), "2026-Q1");
    assert.equal(cumulativeTo(known("2026-06")), "2026-H1");
    assert.equal(cumulativeTo(known("2026-12")), "2026");
    const fromJanuary = ["2026", "2026-H1", "2026-Q1", "2026-01", "2026-01..09"].map(known);
    assert.ok(fromJanuary.every(isFromJanuary));
    assert.ok(!["2026-H2", "2026-02", "2025-01..2026-12"].map(known).some(isFromJanuary));
    assert.deepEqual(["2026-Q3", "2017-04..2018-03"].map(known).map(yearOf), [2026, undefined]);
  });
});

describe("neighbours", () => {
  it("环比 is the period of the same length just before; a cumulative period has none", () => {
    const pairs = [
      ["2026-01", "2025-12"],
      ["2026-Q1", "2025-Q4"],
      ["2026-H2", "2026-H1"],
      ["2026", "2025"],
      ["2017-04..2018-03", "2016-04..2017-03"],
    ] as const;
    for (const [period, before] of pairs) {
      assert.equal(previous(known(period)), before);
      assert.equal(next(known(before)), period);
    }
    assert.equal(previous(known("2026-01..09")), undefined);
    assert.equal(next(known("2026-01..09")), undefined);
    assert.equal(previous(known("0001")), undefined);
  });

  it("同比 is the same months a year earlier, of the same kind", () => {
    assert.equal(yearBefore(known("2026-01..09")), "2025-01..09");
    assert.equal(yearBefore(known("2017-04..2018-03")), "2016-04..2017-03");
    assert.equal(lastDay(yearBefore(known("2025-02")) ?? known("2025")), "2024-02-29");
    assert.equal(yearBefore(known("0001-Q1")), undefined);
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = yearBefore(period);
        assert.ok(before);
        assert.equal(kindOf(before), kindOf(period));
        assert.equal(months(before).length, months(period).length);
      }),
      { seed, numRuns: 60 },
    );
  });

  it("periods sort by where they begin, then by where they end", () => {
    const sorted = [
      "2025-H2",
      "2026-01",
      "2026-01..02",
      "2026-Q1",
      "2026-01..04",
      "2026-H1",
      "2026",
      "2026-02",
      "2026-Q2",
    ];
    assert.deepEqual(sorted.toReversed().map(known).toSorted(comparePeriods), sorted);
  });
});

describe("being over", () => {
  it("the last day counts: a quarter is over on the day after its last", () => {
    assert.equal(isOver(known("2026-Q3"), day(2026, 9, 30)), false);
    assert.equal(isOver(known("2026-Q3"), day(2026, 10, 1)), true);
  });

  it("the latest period that is over, on its last day and the day after", () => {
    assert.equal(lastQuarter(day(2026, 9, 30)), "2026-Q2");
    assert.equal(lastQuarter(day(2026, 10, 1)), "2026-Q3");
    assert.equal(latestOver(day(2026, 1, 1), "month"), "2025-12");
    assert.equal(latestOver(day(2026, 6, 30), "half"), "2025-H2");
    assert.equal(latestOver(day(2026, 12, 31), "year"), "2025");
  });

  it("of two periods in a row, the day of today is in the one that is not over", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("month", "quarter", "half", "year"), (today, frequency) => {
        const current = periodOf(today, frequency);
        const over = latestOver(today, frequency);
        assert.ok(firstDay(current) <= today && today <= lastDay(current));
        assert.equal(kindOf(current), frequency);
        assert.equal(previous(current), over);
        assert.ok(isOver(over, today) && !isOver(current, today));
        assert.equal(addDays(lastDay(over), 1), firstDay(current));
        assert.ok(daysBetween(firstDay(current), lastDay(current)) >= 27);
      }),
      { seed },
    );
  });
});
