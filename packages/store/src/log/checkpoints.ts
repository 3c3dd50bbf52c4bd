// The checkpoints that were signed, in the order of their signing: each continues the one before, and none is taken back.

import type { Db } from "../connection.ts";

export type SignedCheckpoint = {
  readonly number: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note, as it is published. */
  readonly note: string;
  /** ISO 8601, UTC; says when, never in which order. */
  readonly at: string;
};

/** `upTo`: the last that is no larger, as it stood before the leaf with that index. */
export const lastCheckpoint = async (db: Db, upTo?: number): Promise<SignedCheckpoint | undefined> => {
  let query = db.selectFrom("log_checkpoint").selectAll().orderBy("number", "desc").limit(1);
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
