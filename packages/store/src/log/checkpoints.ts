// The checkpoints that were signed, in the order of their signing: each continues the one before, and none is taken back.

import type { Db } from "../connection.ts";

export type SignedCheckpoint = {
  readonly number: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note, as it is published: with the signatures of the witnesses that have answered. */
  readonly note: string;
  /** ISO 8601, UTC; says when, never in which order. */
  readonly at: string;
};

/** `upTo`: the last that is no larger, as it stood before the leaf with that index. */
export const lastCheckpoint = async (db: Db, upTo?: number): Promise<SignedCheckpoint | undefined> => {
  let query = db
    .selectFrom("log_checkpoint")
    .leftJoin("log_cosigned", "log_cosigned.number", "log_checkpoint.number")
    .select(["log_checkpoint.number", "size", "root", "log_checkpoint.at"])
    .select(({ fn }) => fn.coalesce("log_cosigned.note", "log_checkpoint.note").as("note"))
    .orderBy("log_checkpoint.number", "desc")
    .limit(1);
  if (upTo !== undefined) query = query.where("size", "<=", upTo);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : { ...row, at: row.at.toISOString() };
};

/** `undefined` when another sequencer has signed one meanwhile. */
export const addCheckpoint = async (
  db: Db,
  checkpoint: Omit<SignedCheckpoint, "at">,
): Promise<SignedCheckpoint | undefined> => {
  const row = await db
    .insertInto("log_checkpoint")
    .values({ ...checkpoint, root: Buffer.from(checkpoint.root) })
    .onConflict((conflict) => conflict.column("number").doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, at: row.at.toISOString() };
};

/** With every witness's signature there is; one that is asked again later may add its own. */
export const keepCosigned = async (
  db: Db,
  { number, note }: Pick<SignedCheckpoint, "number" | "note">,
): Promise<void> => {
  await db
    .insertInto("log_cosigned")
    .values({ number, note })
    .onConflict((conflict) => conflict.column("number").doUpdateSet({ note }))
    .execute();
};
