// The standing in SQL is core's, on commitments drawn at random; counts and lists agree with it.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { COMMITMENT_KINDS, CONCLUSIONS, STAGES, STANDINGS, standingOf, type Commitment } from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import fc from "fast-check";
import { countStandings, listCommitments, saveCommitments, writing, type Db } from "../src/index.ts";
import { ledger, steward, today } from "./ledger.ts";

const SILENT_AFTER = 60;
// Near the edges, where one day decides.
const near = fc
  .integer({ min: -3, max: 3 })
  .chain((days) => fc.constantFrom(days, days - SILENT_AFTER, days - 200, days + 200));
const day = near.map((days) => addDays(today, days));
const maybe = fc.option(day, { nil: undefined });

const drawn = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    kind: fc.constantFrom(...COMMITMENT_KINDS),
    conclusion: fc.constantFrom(...CONCLUSIONS),
    start: maybe,
    due: maybe,
    publishedOn: day,
    declaredOn: day,
    lastRecordedOn: maybe,
    lead: fc.constantFrom("court", "police"),
  })
  .map(({ stage, conclusion, publishedOn, declaredOn, start, due, ...rest }) => ({
    ...rest,
    stage,
    ...(start !== undefined && due !== undefined && due < start
      ? { start: due, due: start }
      : { start, due }),
    ...(stage === "draft" ? {} : { publishedOn }),
    ...(stage === "declared" ? { declaredOn } : {}),
    ...(stage === "withdrawn" ? { withdrawnOn: today } : {}),
    ...(stage === "judged" ? { verdict: { conclusion, body: "office", on: today, finding: "属实" } } : {}),
    targets: [],
    milestones: [],
    support: [],
    programme: "2026",
    title: "随机事项",
    version: 1,
  }));

let db: Db;
let commitments: readonly Commitment[];
before(async () => {
  ({ db } = await ledger());
  commitments = fc
    .sample(drawn, { numRuns: 600, seed: 20260815 })
    .map((one, at) => ({ ...one, code: `R-${at}` }) as unknown as Commitment);
  const saving = commitments.map((state) => ({
    was: undefined,
    change: { state, event: { verb: "commitment.drafted", happenedOn: today } as const },
  }));
  await writing(db, async (tx) => {
    await saveCommitments(tx, saving, { by: steward });
    return { ok: true, value: undefined };
  });
});

const standing = (commitment: Commitment, on: Day) =>
  standingOf(commitment, { today: on, silentAfterDays: SILENT_AFTER });
const everything = { sort: "code", limit: 10_000, offset: 0, desk: true } as const;

describe("standing", () => {
  it("is the same for each one listed under it, on several days", async () => {
    for (const on of [today, addDays(today, 1), addDays(today, -1), addDays(today, 150)]) {
      const listed = new Map<string, unknown>();
      for (const name of STANDINGS) {
        const { rows, total } = await listCommitments(db, { ...everything, today: on, standing: name });
        assert.equal(total, rows.length);
        for (const row of rows) {
          assert.equal(row.standing.is, name, row.code);
          assert.ok(!listed.has(row.code), `${row.code} stands in two places`);
          listed.set(row.code, row.standing);
        }
      }
      const expected = new Map(commitments.map((one) => [one.code as string, standing(one, on)]));
      assert.deepEqual(listed, expected);
    }
  });

  it("is counted the same, by body, without drafts", async () => {
    const counted = await countStandings(db, { programme: "2026", today });
    for (const name of STANDINGS) {
      const those = commitments.filter((one) => one.stage !== "draft" && standing(one, today).is === name);
      assert.equal(counted.all[name], those.length, name);
      for (const { body, counts } of counted.byBody)
        assert.equal(counts[name], those.filter(({ lead }) => lead === body).length, `${body} ${name}`);
    }
    assert.deepEqual(
      counted.byBody.map(({ body }) => body),
      ["court", "police"],
    );
    for (const { body, lastRecordedOn } of counted.byBody) {
      const led = commitments.filter(({ lead, stage }) => lead === body && stage !== "draft");
      assert.equal(
        lastRecordedOn,
        led
          .flatMap((one) => one.lastRecordedOn ?? [])
          .toSorted()
          .at(-1),
        body,
      );
    }
    assert.ok(
      counted.all.silent > 0 &&
        counted.all.overdue > 0 &&
        counted.all.notStarted > 0 &&
        counted.all.underway > 0,
    );
  });
});
