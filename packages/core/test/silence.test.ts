// What is owed: from which day, by whom, and no more than that; and how answers are counted.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { answeredOf, bodyCode, owedItems, PLAN_WITHIN_DAYS, type OwedSources } from "../src/index.ts";
import { delist, fixed, listed, problem, day, value } from "./world.ts";
import { addDays } from "@yinuo/period";

const NONE: OwedSources = { figures: [], overdue: [], silent: [], milestones: [], problems: [] };
const kinds = (sources: Partial<OwedSources>, today: string) =>
  owedItems({ ...NONE, ...sources }, day(today)).map(({ kind, since, days }) => [kind, since, days]);

test("a problem without steps is late the day after it had time to make a plan", () => {
  const open = { ...problem(), due: day("2099-12-31") };
  const last = addDays(open.openedOn, PLAN_WITHIN_DAYS);
  assert.deepEqual(kinds({ problems: [open] }, last), []);
  assert.deepEqual(kinds({ problems: [open] }, addDays(last, 1)), [["problemPlan", last, 1]]);
  const planned = { ...open, steps: [{ code: "1", title: "x", due: open.due, firstDue: open.due }] };
  assert.deepEqual(kinds({ problems: [planned] }, addDays(last, 1)), []);
});

test("the last day of a deadline counts; once listed the deadline of the listing does", () => {
  const one = listed();
  const deadline = one.listing?.deadline ?? one.due;
  assert.deepEqual(
    kinds({ problems: [one] }, addDays(deadline, 2)).filter(([kind]) => kind === "problem"),
    [["problem", deadline, 2]],
  );
  assert.ok(!kinds({ problems: [one] }, deadline).some(([kind]) => kind === "problem"));
});

test("a look-back is owed by the body that struck the problem off, and nothing else is owed of it", () => {
  const gone = value(delist(fixed())).state;
  const owed = owedItems({ ...NONE, problems: [gone] }, addDays(gone.lookBackDue ?? gone.due, 1));
  assert.deepEqual(
    owed.map(({ kind, body }) => [kind, body]),
    [["lookBack", gone.checked?.body]],
  );
  assert.deepEqual(owedItems({ ...NONE, problems: [gone] }, gone.lookBackDue ?? gone.due), []);
});

test("silence is owed from the day the programme’s patience ended, the longest first", () => {
  const of = (code: string, days: number) =>
    ({
      code,
      title: code,
      programme: "2026" as never,
      body: bodyCode("COURT") as never,
      days,
      allowed: 30,
    }) as const;
  assert.deepEqual(kinds({ silent: [of("B", 31), of("A", 45)] }, "2026-10-15"), [
    ["progress", "2026-09-30", 15],
    ["progress", "2026-10-14", 1],
  ]);
});

test("a response record counts, and tells a median only of enough cases", () => {
  const took = (...days: number[]) => answeredOf(days.map((one) => ({ took: one, allowed: 10 })));
  assert.deepEqual(took(10, 11), { inTime: 1, late: 1 });
  assert.deepEqual(took(1, 2, 3, 40, 50), { inTime: 3, late: 2, median: 3 });
  assert.equal(took(1, 2, 3, 6, 40, 50).median, 4.5);
});
