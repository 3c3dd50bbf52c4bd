// An import is remembered, watched while it runs, and undone as long as nobody has built on it.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, describe, it } from "node:test";
import {
  draftCommitment,
  editDraft,
  publishCommitment,
  recordObservation as decide,
  recordProgress,
  type Commitment,
  type Observation,
} from "@yinuo/core";
import {
  addProgress,
  commitmentsByExternalIds,
  commitmentsByKeys,
  createBatch,
  getBatch,
  getBody,
  getCommitment,
  getObservation,
  historyOf,
  listBatches,
  loadMapping,
  observationsByKeys,
  recordObservation,
  saveBodies,
  saveCommitments,
  saveMapping,
  saveObservations,
  setBatchProgress,
  undoBatch,
  writing,
  type Db,
  type NewBatch,
  type Saving,
} from "../src/index.ts";
import { readForDecision } from "../src/commitments.ts";
import {
  addPublished,
  as,
  draft,
  keyOf,
  ledger,
  officer,
  period,
  promise,
  publish,
  steward,
  today,
  value,
} from "./ledger.ts";

let db: Db;
before(async () => {
  ({ db } = await ledger());
});

const batchOf = (more: Partial<NewBatch> = {}): NewBatch => ({
  id: randomUUID(),
  kind: "commitments",
  source: "台账.xlsx",
  fileName: "2026年台账（8月）.xlsx",
  account: steward.account,
  choices: { encoding: "gb18030", header: 2 },
  total: 2,
  ...more,
});

/** Brings commitments in as an import does: read under the lock, decide, save in bulk. */
const bring = async (
  titles: Readonly<Record<string, string>>,
  { published = false } = {},
): Promise<string> => {
  const batch = batchOf();
  await createBatch(db, batch);
  value(
    await writing(db, async (tx) => {
      const existing = await commitmentsByKeys(
        tx,
        Object.keys(titles).map((code) => keyOf({ code })),
      );
      const saving: Saving<Commitment>[] = [];
      for (const [code, title] of Object.entries(titles)) {
        const { deps } = value(await readForDecision(tx, keyOf({ code })));
        const context = { ...as(steward), ...deps };
        const was = existing.get(`2026/${code}`);
        const input = promise(code, { title, externalId: `ext-${code}` });
        const change = value(
          was === undefined
            ? draftCommitment(input, { ...context, existing: was })
            : editDraft(was, input, context),
        );
        saving.push({ was, change });
        if (published)
          saving.push({ was: change.state, change: value(publishCommitment(change.state, context)) });
      }
      await saveCommitments(tx, saving.slice(0, 1), { by: steward, batch: batch.id });
      await saveCommitments(tx, saving.slice(1), { by: steward, batch: batch.id });
      await setBatchProgress(tx, batch.id, { state: "applied", counts: { created: saving.length } });
      return { ok: true, value: undefined };
    }),
  );
  return batch.id;
};

const undo = (batch: string) => undoBatch(db, batch, as(steward));

describe("batches", () => {
  it("come back as they were made, and show how far they are while the transaction is open", async () => {
    const batch = batchOf();
    await createBatch(db, batch);
    const applying = writing(db, async (tx) => {
      await tx.selectFrom("body").select("code").execute();
      await setBatchProgress(db, batch.id, { state: "running", done: 1 });
      const seen = await getBatch(db, batch.id);
      assert.deepEqual([seen?.state, seen?.done, seen?.total], ["running", 1, 2]);
      return { ok: true, value: undefined };
    });
    value(await applying);
    await setBatchProgress(db, batch.id, { state: "failed", problem: "第3行：完成时限读不出" });
    const read = await getBatch(db, batch.id);
    assert.deepEqual({ ...read, ...batch }, read);
    assert.ok(read?.finishedAt !== undefined);
    assert.equal((await listBatches(db))[0]?.id, batch.id);
    assert.equal(await getBatch(db, "not-an-id"), undefined);
  });

  it("remember the columns per source, kind and body", async () => {
    const key = { source: "台账.xlsx", kind: "commitments", body: "court" } as const;
    assert.equal(await loadMapping(db, key), undefined);
    await saveMapping(db, key, { 责任单位: "lead" });
    await saveMapping(db, key, { 责任单位: "lead", 完成时限: "due" });
    assert.deepEqual(await loadMapping(db, key), { 责任单位: "lead", 完成时限: "due" });
    assert.equal(await loadMapping(db, { ...key, body: "police" }), undefined);
    assert.equal(await loadMapping(db, { ...key, body: undefined }), undefined);
  });

  it("find what is there by code, external id and period, in one question", async () => {
    await bring({ "K-1": "甲", "K-2": "乙" });
    assert.deepEqual(
      [...(await commitmentsByKeys(db, [keyOf({ code: "K-1" }), keyOf({ code: "none" })])).keys()],
      ["2026/K-1"],
    );
    assert.deepEqual(
      [...(await commitmentsByExternalIds(db, "2026", ["ext-K-2", "ext-none"])).keys()],
      ["ext-K-2"],
    );
    assert.equal((await observationsByKeys(db, [])).size, 0);
  });
});

describe("undoing", () => {
  it("removes created drafts and sets edited ones back; the history keeps both", async () => {
    const first = await bring({ "U-1": "原来的标题" });
    const second = await bring({ "U-1": "新的标题", "U-2": "新增的一项" });
    assert.equal(value(await undo(second)).undone, 2);
    const kept = await getCommitment(db, keyOf({ code: "U-1" }), { desk: true });
    assert.deepEqual([kept?.title, kept?.version], ["原来的标题", 3]);
    assert.equal(await getCommitment(db, keyOf({ code: "U-2" }), { desk: true }), undefined);
    const [last] = await historyOf(db, { subject: "commitment/2026/U-1", desk: true }, { limit: 1 });
    assert.deepEqual(
      [last?.verb, last?.old["title"], last?.new["title"]],
      ["import.undone", "新的标题", "原来的标题"],
    );
    assert.equal((await getBatch(db, second))?.state, "undone");
    assert.deepEqual(await undo(second), { ok: false, error: { code: "batchNotApplied", batch: second } });
    // The first import's own work has changed hands since.
    assert.deepEqual(await undo(first), {
      ok: false,
      error: { code: "changedSince", subjects: ["commitment/2026/U-1"] },
    });
  });

  it("is refused once somebody has changed one of them, and then changes nothing", async () => {
    const batch = await bring({ "V-1": "甲", "V-2": "乙" });
    value(await publish(db, keyOf({ code: "V-2" })));
    value(
      await addProgress(db, keyOf({ code: "V-2" }), as(officer), (current) => {
        assert.ok(current);
        return recordProgress(current, { text: "已开工", happenedOn: today }, as(officer));
      }),
    );
    assert.deepEqual(await undo(batch), {
      ok: false,
      error: { code: "changedSince", subjects: ["commitment/2026/V-2"] },
    });
    assert.ok(await getCommitment(db, keyOf({ code: "V-1" }), { desk: true }));
  });

  it("never takes away what it has made public", async () => {
    const batch = await bring({ "P-1": "已公开" }, { published: true });
    assert.deepEqual(await undo(batch), {
      ok: false,
      error: { code: "alreadyPublic", subjects: ["commitment/2026/P-1"] },
    });
  });

  it("withdraws recorded figures and sets revised ones back, with the completion they make", async () => {
    const targets = [{ indicator: "closed", period: period("2026"), value: 100 }];
    await addPublished(db, promise("FIG", { targets }));
    const key = (month: string) => ({ indicator: "closed", body: "court", period: period(month) });
    const figure = (number: number) => ({ as: "number", value: number }) as const;
    const record = (tx: Db, month: string, number: number) =>
      recordObservation(tx, key(month), as(officer), (current, deps) =>
        decide(
          current,
          { period: period(month), figure: figure(number), reason: "更正" },
          { ...as(officer), ...deps },
        ),
      );
    const was = value(await record(db, "2026-01", 10));
    assert.ok(was);
    const batch = batchOf({ kind: "observations" });
    await createBatch(db, batch);
    const fresh: Observation = { ...was, period: period("2026-02"), figure: figure(30), version: 1 };
    const revised: Observation = { ...was, figure: figure(20), version: 2 };
    await writing(db, async (tx) => {
      const saving = [
        {
          was: undefined,
          change: { state: fresh, event: { verb: "observation.recorded", happenedOn: today } },
        },
        {
          was,
          change: {
            state: revised,
            event: { verb: "observation.revised", happenedOn: today, reason: "更正" },
          },
        },
      ] as const;
      await saveObservations(tx, saving, { by: steward, today, batch: batch.id });
      await setBatchProgress(tx, batch.id, { state: "applied" });
      return { ok: true, value: undefined };
    });
    const completion = async () => (await getCommitment(db, keyOf({ code: "FIG" })))?.completion;
    assert.equal(await completion(), 0.5);
    value(await undo(batch.id));
    assert.equal(await getObservation(db, key("2026-02")), undefined);
    const back = await getObservation(db, key("2026-01"));
    assert.deepEqual([back?.figure, back?.version], [figure(10), 3]);
    assert.equal(await completion(), 0.1);
  });

  it("keeps a body that other records name by now", async () => {
    const batch = batchOf({ kind: "bodies" });
    await createBatch(db, batch);
    const state = { code: "newbody" as never, name: "新单位", inspects: false, version: 1 };
    await writing(db, async (tx) => {
      await saveBodies(
        tx,
        [{ was: undefined, change: { state, event: { verb: "body.created", happenedOn: today } } }],
        {
          by: steward,
          batch: batch.id,
        },
      );
      await setBatchProgress(tx, batch.id, { state: "applied" });
      return { ok: true, value: undefined };
    });
    value(await draft(db, promise("NB", { support: ["newbody"] })));
    assert.deepEqual(await undo(batch.id), {
      ok: false,
      error: { code: "inUse", subjects: ["body/newbody"] },
    });
    assert.ok(await getBody(db, "newbody"));
  });
});
