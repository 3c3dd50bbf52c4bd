// The monthly round: the months add up, and what is over stays as it was.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { parsePeriod, type Day, type Period } from "@yinuo/period";
import { countedOn, countRound, roundOf, type RoundEntry } from "../src/index.ts";
import { day } from "./world.ts";

const month = (text: string): Period => {
  const period = parsePeriod(text);
  assert.ok(period);
  return period;
};
const entry = (
  problem: string,
  verb: RoundEntry["verb"],
  on: string,
  now: Readonly<Record<string, unknown>>,
  old: Readonly<Record<string, unknown>> = {},
): RoundEntry => ({ problem, verb, on: day(on), old, new: now });

const opened = (code: string, on: string, due: string): RoundEntry =>
  entry(code, "problem.opened", on, { code, title: code, owner: "COURT", stage: "open", due, firstDue: due });

const STORY = [
  opened("2026-001", "2026-08-20", "2026-09-30"),
  opened("2026-002", "2026-09-02", "2026-12-31"),
  entry("2026-001", "problem.returned", "2026-09-10", { stage: "returned" }, { stage: "declared" }),
  entry("2026-001", "problem.returned", "2026-09-20", { stage: "returned" }, { stage: "declared" }),
  entry("2026-002", "problem.delisted", "2026-09-30", { stage: "delisted" }, { stage: "declared" }),
  entry("2026-002", "problem.reopened", "2026-10-02", { stage: "reopened", owner: "SF" }, { owner: "COURT" }),
] as const;

const countsOf = (text: string, today = "2026-11-25") =>
  Object.values(countRound(roundOf(STORY, { month: month(text), today: day(today) })));

test("a month counts what happened in it and what was left at its end", () => {
  // new, reopened, returned, delisted, open, overdue
  assert.deepEqual(countsOf("2026-08"), [1, 0, 0, 0, 1, 0]);
  assert.deepEqual(countsOf("2026-09"), [1, 0, 2, 1, 1, 0]);
  assert.deepEqual(countsOf("2026-10"), [0, 1, 0, 0, 2, 1]);
});

test("the last day of a month counts as on time; a month that is not over is looked at today", () => {
  assert.deepEqual(countsOf("2026-09", "2026-09-29"), [1, 0, 2, 0, 2, 0]);
  assert.deepEqual(countsOf("2026-10", "2026-10-01"), [0, 0, 0, 0, 1, 1]);
});

test("a problem counts for the body it belonged to then", () => {
  const of = (text: string, owner: string) =>
    countRound(roundOf(STORY, { month: month(text), today: day("2026-11-25") }), owner);
  assert.equal(of("2026-09", "COURT").delisted, 1);
  assert.deepEqual([of("2026-10", "COURT").open, of("2026-10", "SF").open], [1, 1]);
});

test("each month’s list is that of the month before with what came and without what went", () => {
  const [august, september, october] = ["2026-08", "2026-09", "2026-10"].map((one) =>
    countRound(roundOf(STORY, { month: month(one), today: day("2026-11-25") })),
  );
  for (const [before, now] of [
    [august, september],
    [september, october],
  ] as const)
    assert.equal(
      now?.open,
      (before?.open ?? 0) + (now?.new ?? 0) + (now?.reopened ?? 0) - (now?.delisted ?? 0),
    );
});

test("what is written down later counts when it was recorded, but for the past a ledger begins with", () => {
  const [happenedOn, recordedOn] = [day("2026-09-03"), day("2026-10-05")];
  const on = (hoursAfterFirst: number): Day => countedOn({ happenedOn, recordedOn, hoursAfterFirst });
  assert.deepEqual([on(23), on(24)], [happenedOn, recordedOn]);
});

test("a field that was emptied is empty from then on", () => {
  const story = [
    ...STORY.slice(0, 1),
    entry(
      "2026-001",
      "problem.extended",
      "2026-09-01",
      { due: "2026-12-01" },
      { due: "2026-09-30", titleEn: "x" },
    ),
  ];
  const { open } = roundOf(story, { month: month("2026-10"), today: day("2026-11-25") });
  assert.deepEqual([open[0]?.on, open[0]?.problem.titleEn], ["2026-12-01", undefined]);
});
