// Completion is computed from figures and milestones by the published rule; what is unknown stays unknown.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import {
  completionOf,
  completionOfTarget,
  wholeOf,
  type Commitment,
  type Milestone,
  type Polarity,
  type Target,
} from "../src/index.ts";
import { court, day, indicator, indicators, notCollected, period, series, closedCases } from "./world.ts";

const SETTINGS = { seed: 20260930, numRuns: 300 };
const target = (value: number, baseline?: number): Target => ({
  indicator: closedCases.code,
  body: court.code,
  period: period("2026"),
  value,
  baseline,
});
const share = (polarity: Polarity, value: number, aim: number, baseline?: number): number | undefined =>
  completionOfTarget(target(aim, baseline), indicator("stock", { polarity }), series({ "2026-03": value }))
    .completion;

describe("one target", () => {
  const SENTENCES: readonly [string, number | undefined, number][] = [
    ["60 of 80 is three quarters", share("up", 60, 80), 0.75],
    ["past the target is all, not more", share("up", 100, 80), 1],
    ["below nothing is nothing, not less", share("up", -5, 80), 0],
    ["from 50 towards 100, 75 is half the way", share("up", 75, 100, 50), 0.5],
    ["falling back behind the baseline is nothing", share("up", 40, 100, 50), 0],
    [
      "a baseline beyond the target does not count against it: 95 of 90 is reached",
      share("up", 95, 90, 100),
      1,
    ],
    ["and short of it the value counts alone", share("up", 45, 90, 100), 0.5],
    ["from 40 days down to 20, 30 is half the way", share("down", 30, 20, 40), 0.5],
    ["fewer than the target is reached", share("down", 10, 20, 40), 1],
    ["without a baseline, twice the days allowed is half", share("down", 40, 20), 0.5],
    ["when none is allowed, one is too many", share("down", 1, 0), 0],
    ["when none is allowed, none is reached", share("down", 0, 0), 1],
    ["where neither way is better, the target is read as one to reach", share("none", 60, 80), 0.75],
    ["or to come down to, from a higher baseline", share("none", 30, 20, 40), 0.5],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.equal(found, expected);
    });

  test("months add up towards a year's target, as of the last of them", () => {
    const { value, asOf, completion } = completionOfTarget(
      target(100),
      closedCases,
      series({ "2026-01": 10, "2026-02": 15 }),
    );
    assert.deepEqual([value, asOf, completion], [25, day("2026-02-28"), 0.25]);
  });

  test("no figure is unknown, never 0", () => {
    assert.equal("completion" in completionOfTarget(target(100), closedCases, series({})), false);
  });

  test("a gap is named", () => {
    const part = completionOfTarget(
      target(100),
      closedCases,
      series({ "2026-01": 1, "2026-02": notCollected, "2026-04": 1 }),
    );
    assert.deepEqual(
      [part.completion, part.missing, part.notCollected],
      [undefined, [period("2026-03")], [period("2026-02")]],
    );
  });
});

describe("the whole", () => {
  test("B07 60 %, 60 % and 80 % are 66.7 % in the mean, not 200 %", () => {
    assert.equal(wholeOf([0.6, 0.6, 0.8], "mean")?.toFixed(3), "0.667");
  });
  test("B07 weighted 1, 1, 2 they are exactly 70 %", () => {
    assert.equal(wholeOf([0.6, 0.6, 0.8], "mean", [1, 1, 2]), 0.7);
  });
  test("the least complete decides unless the rule says otherwise", () => {
    assert.equal(wholeOf([0.6, 0.2, 0.8], "least"), 0.2);
  });
  test("one unknown part makes the whole unknown", () => {
    assert.equal(wholeOf([1, undefined], "least"), undefined);
    assert.equal(wholeOf([1, undefined], "mean"), undefined);
  });
  test("of nothing there is no completion", () => {
    assert.equal(wholeOf([], "mean"), undefined);
  });
  test("B07 it is never below 0 or above 1, and the least is never above the mean", () => {
    const part = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 9 }),
        (parts) => {
          const values = parts.map(([value]) => value);
          const least = wholeOf(values, "least") ?? assert.fail();
          const mean =
            wholeOf(
              values,
              "mean",
              parts.map(([, weight]) => weight),
            ) ?? assert.fail();
          assert(least >= 0 && mean <= 1 && least <= mean + 1e-9);
        },
      ),
      SETTINGS,
    );
  });
});

describe("a commitment's completion", () => {
  const milestone = (code: string, doneOn?: string, weight?: number): Milestone => ({
    code,
    title: code,
    due: day("2026-06-30"),
    firstDue: day("2026-06-30"),
    doneOn: doneOn === undefined ? undefined : day(doneOn),
    weight,
  });
  const of = (commitment: Pick<Commitment, "targets" | "milestones">, rule: "least" | "mean" = "least") =>
    completionOf(commitment, { rule, indicators, seriesOf: () => series({ "2026-01": 10 }) });

  test("milestones count alike unless weights are given", () => {
    const [counted] = of({ targets: [], milestones: [milestone("1", "2026-02-01"), milestone("2")] }).parts;
    assert.deepEqual(counted, { kind: "milestones", done: 1, total: 2, weighted: false, completion: 0.5 });
    const [weighed] = of({
      targets: [],
      milestones: [milestone("1", "2026-02-01", 3), milestone("2", undefined, 1)],
    }).parts;
    assert.deepEqual(weighed, { kind: "milestones", done: 1, total: 2, weighted: true, completion: 0.75 });
  });

  test("milestones are one part beside the targets", () => {
    const both = {
      targets: [target(20)],
      milestones: [milestone("1", "2026-02-01"), milestone("2", "2026-02-01"), milestone("3")],
    };
    assert.deepEqual(
      of(both).parts.map(({ kind }) => kind),
      ["target", "milestones"],
    );
    assert.equal(of(both).whole, 0.5);
    assert.equal(of(both, "mean").whole?.toFixed(4), ((0.5 + 2 / 3) / 2).toFixed(4));
  });

  test("with neither targets nor milestones it is unknown", () => {
    assert.deepEqual(of({ targets: [], milestones: [] }), { whole: undefined, rule: "least", parts: [] });
  });

  test("a target whose indicator is gone is unknown, not left out", () => {
    const orphan = { ...target(20), indicator: indicator("flow", { code: "GONE" }).code };
    assert.equal(of({ targets: [target(20), orphan], milestones: [] }).whole, undefined);
  });

  test("whatever was recorded, it is within 0 and 1 or unknown", () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(fc.option(amount), { minLength: 12, maxLength: 12 }),
        amount,
        fc.option(amount, { nil: undefined }),
        fc.constantFrom("up", "down", "none"),
        fc.constantFrom("flow", "stock", "index"),
        (values, aim, baseline, polarity, kind) => {
          const figures = Object.fromEntries(
            values.flatMap((value, at) =>
              value === null ? [] : [[`2026-${String(at + 1).padStart(2, "0")}`, value]],
            ),
          );
          const { completion } = completionOfTarget(
            target(aim, baseline),
            indicator(kind, { polarity }),
            series(figures),
          );
          assert(completion === undefined || (completion >= 0 && completion <= 1));
        },
      ),
      SETTINGS,
    );
  });
});
