// Publishing a commitment and withdrawing it: both in the open.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import { amendCommitment, publishCommitment, withdrawCommitment } from "../src/index.ts";
import {
  bodies,
  by,
  clerk,
  context,
  day,
  draft,
  promise,
  published,
  refusal,
  steward,
  today,
  value,
} from "./world.ts";

describe("publishing", () => {
  test("fixes the first dates", () => {
    const state = published();
    assert.deepEqual(
      [state.firstDue, state.publishedOn, state.stage],
      [promise.due, day("2026-02-01"), "published"],
    );
    assert.deepEqual(
      state.milestones.map(({ firstDue }) => firstDue),
      promise.milestones.map(({ due }) => due),
    );
  });

  test("is open to a body on its last day, not the day after", () => {
    const lead = bodies.get("COURT") ?? assert.fail();
    const until = (closedOn: string) => ({
      ...context(steward),
      bodies: new Map([["COURT", { ...lead, closedOn: day(closedOn) }]]),
    });
    assert.equal(publishCommitment(draft(), until("2026-05-15")).ok, true);
    const refused = refusal(publishCommitment(draft(), until("2026-05-14")));
    assert.deepEqual(refused, { code: "bodyClosed", field: "lead", body: "COURT" });
  });

  test("is for the lead's officer, not for a co-operating body's", () => {
    assert.equal(refusal(publishCommitment(draft(), context(by("officer", "SF")))).code, "notYourBody");
    assert.equal(value(publishCommitment(draft(), context(clerk))).event.verb, "commitment.published");
  });
});

test("a withdrawn commitment keeps its words and says why and when", () => {
  const { state, event } = value(withdrawCommitment(published(), "项目取消", context()));
  assert.deepEqual(
    [state.stage, state.withdrawnOn, state.title, event.reason],
    ["withdrawn", today, promise.title, "项目取消"],
  );
  assert.equal(
    refusal(amendCommitment(state, { ...promise, title: "另一项" }, "调整", context())).code,
    "wrongStage",
  );
});
