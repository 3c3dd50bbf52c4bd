// What proves that an entry of the history is in the log: its leaf, its way to the signed root, and a receipt to keep.

import {
  formatEntryReceipt,
  proveInclusionFromTiles,
  verifyInclusion,
  type Hash,
} from "@yinuo/transparency-log";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import { lastCheckpoint } from "./checkpoints.ts";
import { hashing } from "./digest.ts";
import { readTileFile, type LogFolder } from "./folder.ts";
import { openingOf } from "./openings.ts";

export type Proof = {
  readonly index: number;
  /** The leaf. */
  readonly bytes: Uint8Array;
  /** ISO 8601, UTC. */
  readonly loggedAt: string;
  /** Absent until a checkpoint covers the leaf. */
  readonly inclusion?: {
    readonly size: number;
    readonly root: Hash;
    /** From the leaf's sibling up. */
    readonly path: readonly Hash[];
    /** A `.tlog-proof` file that carries the leaf and what opens it. */
    readonly receipt: string;
  };
};

/** `undefined` where there is no such leaf. `upTo`: by a checkpoint that was there before that leaf. */
export const proofAt = async (
  db: Db,
  folder: LogFolder,
  index: number,
  upTo?: number,
): Promise<Proof | undefined> => {
  const row = await db.selectFrom("log_entry").selectAll().where("index", "=", index).executeTakeFirst();
  if (row === undefined) return undefined;
  const { bytes, leaf_hash, logged_at } = row;
  const proof = { index, bytes, loggedAt: logged_at.toISOString() };
  const last = await lastCheckpoint(db, upTo);
  if (last === undefined || index >= last.size) return proof;
  const { size, root, note } = last;
  const path = await proveInclusionFromTiles({ index, size }, (tile) => readTileFile(folder, tile), hashing);
  // Tiles of another process's disk, or damaged ones: no proof is better than a wrong one.
  if (!path.ok || !verifyInclusion({ index, size, leaf: leaf_hash, root, proof: path.value }, hashing))
    return proof;
  const receipt = formatEntryReceipt({
    index,
    proof: path.value,
    checkpoint: Buffer.from(note),
    entry: bytes,
    opening: await openingOf(db, index),
    redactions: await redactionsOf(db, folder, index),
  });
  return { ...proof, inclusion: { size, root, path: path.value, receipt: Buffer.from(receipt).toString() } };
};

/** The receipts of the entries that took something out of this one. */
const redactionsOf = async (db: Db, folder: LogFolder, index: number): Promise<readonly Uint8Array[]> => {
  const rows = await db
    .selectFrom("history")
    .innerJoin("log_entry", "log_entry.history_seq", "history.seq")
    .select("log_entry.index")
    .where("history.verb", "=", "redaction.made")
    .where(sql`(history.new -> 'redaction' ->> 'target')::bigint`, "=", index)
    .orderBy("log_entry.index")
    .execute();
  const proofs = await Promise.all(rows.map((row) => proofAt(db, folder, row.index)));
  return proofs.flatMap((proof) =>
    proof?.inclusion === undefined ? [] : [Buffer.from(proof.inclusion.receipt)],
  );
};
