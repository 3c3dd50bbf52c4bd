// The kept completion is always what core computes from what is recorded.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  amendCommitment,
  changeIndicator as decideIndicator,
  changeProgramme as decideProgramme,
  recordObservation as decide,
  withdrawObservation,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import {
  changeCommitment,
  changeIndicator,
  changeProgramme,
  getCommitment,
  listCommitments,
  recordObservation,
  type Db,
} from "../src/index.ts";
import { computeCompletions } from "../src/completions.ts";
import { fillMany } from "./many.ts";
import {
  addIndicator,
  addPublished,
  as,
  keyOf,
  ledger,
  officer,
  period,
  promise,
  steward,
  today,
  value,
} from "./ledger.ts";

let db: Db;
before(async () => {
  ({ db } = await ledger());
});

const monthly = { indicator: "closed", body: "court" } as const;
const record = (month: string, figure: number, day: Day = today) =>
  recordObservation(db, { ...monthly, period: period(month) }, as(officer, day), (current, deps) =>
    decide(
      current,
      {
        period: period(month),
        figure: { as: "number", value: figure },
        reason: "核对后更正",
        confirmed: "已核对",
      },
      { ...as(officer, day), ...deps },
    ),
  );

const kept = async (code: string) =>
  (await getCommitment(db, { programme: "2026", code }, { desk: true }))?.completion;

/** Of every commitment there is: what is kept beside what would be computed now. */
const assertAllKept = async (): Promise<void> => {
  const { rows } = await listCommitments(db, { sort: "code", limit: 10_000, offset: 0, today, desk: true });
  const all = await Promise.all(rows.map(async (row) => getCommitment(db, row, { desk: true })));
  const commitments = all.filter((one) => one !== undefined);
  const computed = await computeCompletions(db, commitments);
  assert.deepEqual(
    commitments.map((one) => [one.code, one.completion]),
    commitments.map((one, at) => [one.code, computed[at]]),
  );
};

describe("completion", () => {
  const input = promise("FLOW", { targets: [{ indicator: "closed", period: period("2026"), value: 100 }] });

  it("moves with a figure, its revision and its withdrawal", async () => {
    await addPublished(db, input);
    assert.equal(await kept("FLOW"), undefined);
    value(await record("2026-01", 20));
    assert.equal(await kept("FLOW"), 0.2);
    value(await record("2026-01", 30));
    assert.equal(await kept("FLOW"), 0.3);
    value(
      await recordObservation(db, { ...monthly, period: period("2026-01") }, as(officer), (current) =>
        withdrawObservation(current, "误报", as(officer)),
      ),
    );
    assert.equal(await kept("FLOW"), undefined);
    value(await record("2026-01", 40));
    await assertAllKept();
  });

  it("a figure within the target's period is a sign of life, one outside is not", async () => {
    const lastRecorded = async () => (await getCommitment(db, keyOf(input)))?.lastRecordedOn;
    assert.equal(await lastRecorded(), today);
    value(await record("2025-12", 5, "2026-08-20" as Day));
    assert.equal(await lastRecorded(), today);
    value(await record("2026-02", 10, "2026-08-21" as Day));
    assert.equal(await lastRecorded(), "2026-08-21");
  });

  it("moves with an amended target, the programme's rule and the indicator's kind", async () => {
    value(await addIndicator(db, { code: "stock", kind: "stock" }));
    const two = {
      ...input,
      targets: [...input.targets, { indicator: "stock", period: period("2026"), value: 10 }],
    };
    const amend = (next: typeof input) =>
      changeCommitment(db, keyOf(input), as(officer), (current, deps) => {
        assert.ok(current);
        return amendCommitment(current, next, "目标调整", { ...as(officer), ...deps });
      });
    value(await amend(two));
    assert.equal(await kept("FLOW"), undefined, "one unknown part makes the whole unknown");
    const at = { indicator: "stock", body: "court", period: period("2026-02") };
    value(
      await recordObservation(db, at, as(officer), (current, deps) =>
        decide(
          current,
          { period: at.period, figure: { as: "number", value: 10 } },
          { ...as(officer), ...deps },
        ),
      ),
    );
    assert.equal(await kept("FLOW"), 0.5);
    value(
      await changeProgramme(db, "2026", as(steward), (programme) => {
        assert.ok(programme);
        return decideProgramme(programme, { ...programme, completionRule: "mean" }, as(steward));
      }),
    );
    assert.equal(await kept("FLOW"), 0.75);
    value(
      await changeIndicator(db, "stock", as(steward), (indicator) => {
        assert.ok(indicator);
        const input = { ...indicator, kind: "flow", polarity: "down" } as const;
        return decideIndicator(indicator, input, { ...as(steward), observed: false });
      }),
    );
    await assertAllKept();
  });

  it("is right for all after a thousand figures at once", async () => {
    value(await fillMany(db, { commitments: 60, bodies: 4, indicators: 5, months: 30 }));
    await assertAllKept();
    const { rows } = await listCommitments(db, { sort: "completion", limit: 100, offset: 0, today });
    assert.ok(rows.some(({ completion }) => completion !== undefined && completion > 0 && completion < 1));
  });
});
