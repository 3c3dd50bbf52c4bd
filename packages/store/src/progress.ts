// Progress in words, beside the commitment it belongs to.

import {
  ok,
  type BodyCode,
  type Change,
  type Commitment,
  type Context,
  type Progress,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { commitmentRow } from "./commitment-rows.ts";
import { placeOf, readForDecision, type CommitmentDeps, type CommitmentKey } from "./commitments.ts";
import type { Db } from "./connection.ts";
import { addHistory } from "./history.ts";
import { save } from "./save.ts";
import { writing } from "./transaction.ts";

export type ProgressEntry = Progress & {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
};

type Decided = Change<Commitment> & { readonly progress: Progress };

/** Locks, decides, saves and writes the history. Refuses programmeUnknown. */
export const addProgress = (
  db: Db,
  key: CommitmentKey,
  { by }: Context,
  decide: (current: Commitment | undefined, deps: CommitmentDeps) => Result<Decided, Refusal>,
): Promise<Result<{ readonly commitment: Commitment; readonly progress: ProgressEntry }, Refusal>> =>
  writing(db, async (tx) => {
    const seen = await readForDecision(tx, key);
    if (!seen.ok) return seen;
    const { current, deps } = seen.value;
    const decided = decide(current, deps);
    if (!decided.ok) return decided;
    const { state, event, progress } = decided.value;
    await save(
      tx,
      "commitment",
      ["programme", "code"],
      [{ was: current, change: decided.value }],
      commitmentRow,
    );
    const [row] = await insertProgress(tx, [{ state, progress }]);
    if (row === undefined) throw new Error("the progress was not inserted");
    const { id, recorded_at } = row;
    await addHistory(tx, [{ ...event, by, ...placeOf(state), old: {}, new: { progress: id, ...progress } }]);
    return ok({ commitment: state, progress: { ...progress, id, recordedAt: recorded_at.toISOString() } });
  });

/** Answers one row for each, in their order. */
export const insertProgress = (
  tx: Db,
  recorded: readonly { readonly state: Commitment; readonly progress: Progress }[],
) =>
  tx
    .insertInto("progress")
    .values(
      recorded.map(({ state: { programme, code }, progress: { text, happenedOn, body } }) => ({
        programme,
        commitment: code,
        text,
        happened_on: happenedOn,
        body,
      })),
    )
    .returning(["id", "recorded_at"])
    .execute();

/** Newest first. The caller has made sure that the commitment may be seen. */
export const listProgress = async (
  db: Db,
  { programme, code }: CommitmentKey,
): Promise<readonly ProgressEntry[]> => {
  const rows = await db
    .selectFrom("progress")
    .selectAll()
    .where("programme", "=", programme)
    .where("commitment", "=", code)
    .orderBy("happened_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    happenedOn: row.happened_on as Day,
    body: row.body as BodyCode,
    recordedAt: row.recorded_at.toISOString(),
  }));
};
