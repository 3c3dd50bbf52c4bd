// Which figures are owed: from the day after a period, by targets and by habit, and no longer once they are there.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { belongsTo, owedPeriods, type Owing } from "../src/index.ts";
import { day, period } from "./world.ts";

const owing = (more: Partial<Owing> = {}): Owing => ({
  indicator: { kind: "flow", frequency: "month" },
  targets: [],
  recorded: [],
  ...more,
});
const target = (of: string, since = "2026-01-01") => ({ period: period(of), since: day(since) });
const recorded = (...texts: readonly string[]) => texts.map((text) => period(text));
const on = (today: string, more: Partial<Owing>) => owedPeriods(owing(more), day(today));

describe("a figure is owed", () => {
  test("from the day after its period, and not on its last day", () => {
    assert.deepEqual(on("2026-01-31", { targets: [target("2026")] }), []);
    assert.deepEqual(on("2026-02-01", { targets: [target("2026")] }), ["2026-01"]);
  });

  test("for each period of a target that ended after the promise was published", () => {
    assert.deepEqual(on("2026-05-15", { targets: [target("2026", "2026-03-10")] }), ["2026-04", "2026-03"]);
  });

  test("for none after the target's period is over", () => {
    assert.deepEqual(on("2026-05-15", { targets: [target("2026-Q1")] }), ["2026-03", "2026-02", "2026-01"]);
  });

  test("where it was recorded before, for what came after", () => {
    assert.deepEqual(on("2026-05-15", { recorded: recorded("2026-01", "2026-02") }), ["2026-04", "2026-03"]);
  });

  test("at its indicator's frequency", () => {
    const indicator = { kind: "flow", frequency: "quarter" } as const;
    assert.deepEqual(on("2026-07-01", { indicator, targets: [target("2026")] }), ["2026-Q2", "2026-Q1"]);
  });

  test("by nobody that never promised or recorded it", () => {
    assert.deepEqual(on("2026-05-15", {}), []);
  });

  test("by a closed body up to its last day", () => {
    const closing = { targets: [target("2026")], closedOn: day("2026-02-10") };
    assert.deepEqual(on("2026-05-15", closing), ["2026-02", "2026-01"]);
  });

  test("no longer than four hundred days", () => {
    assert.equal(on("2030-01-01", { recorded: recorded("2020-01") }).at(-1), "2028-11");
  });
});

describe("a figure is there", () => {
  const targets = [target("2026")];

  test("when it is recorded, or said to be not collected, or held by a longer period", () => {
    assert.deepEqual(on("2026-04-01", { targets, recorded: recorded("2026-01..02") }), ["2026-03"]);
    assert.deepEqual(on("2026-04-01", { targets, recorded: recorded("2026-Q1") }), []);
  });

  test("of a stock when a later one is, and of a flow not: a gap makes the whole unknown", () => {
    const later = { targets, recorded: recorded("2026-03") };
    assert.deepEqual(on("2026-04-01", { ...later, indicator: { kind: "stock", frequency: "month" } }), []);
    assert.deepEqual(on("2026-04-01", later), ["2026-02", "2026-01"]);
  });
});

describe("the form of a period", () => {
  const one = owing({ targets: [target("2026-H2")], recorded: recorded("2026-05", "2026-01..05") });
  for (const [of, expected] of [
    ["2026-05", true],
    ["2026-07", true],
    ["2026-01..05", true],
    ["2026-Q1", false],
    ["2026-01..08", true],
    ["2026-Q3", false],
  ] as const)
    test(`has ${expected ? "a" : "no"} row for ${of}`, () => {
      assert.equal(belongsTo(one, period(of)), expected);
    });
});
