// After an old backup was restored: the entries that were signed and published since are taken over from a copy of the log.

import { ok, refuse, type Refusal, type Result } from "@yinuo/core";
import {
  EMPTY_TREE,
  openCheckpoint,
  parseEntry,
  readBundle,
  rootOf,
  sameBytes,
  TILE_WIDTH,
  tilePath,
  withLeaf,
  type Checkpoint,
  type CompactTree,
  type Entry,
  type ReadFile,
  type VerifierKey,
} from "@yinuo/transparency-log";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import { writing } from "../transaction.ts";
import { insertLeaves } from "./append.ts";
import { addCheckpoint, lastCheckpoint, type SignedCheckpoint } from "./checkpoints.ts";
import { hashing } from "./digest.ts";
import { loggedAt } from "./logged.ts";
import { countLeaves, hashesUpTo } from "./rows.ts";

export type AdoptRefusal =
  /** No checkpoint of this log's key is there. */
  | { readonly code: "copyUnsigned" }
  /** It has nothing that the database lacks. */
  | { readonly code: "copyNotAhead"; readonly copy: number; readonly here: number }
  /** A file is missing or damaged, or the copy is of another past than the database. */
  | { readonly code: "copyDiffers"; readonly size: number };

export type Adopted = {
  /** The first entry taken over, and how many. */
  readonly from: number;
  readonly entries: number;
  /** Texts that had been redacted and were back with the old backup: gone again. */
  readonly redacted: number;
};

type Wish = {
  /** Of the published folder, or of a mirror. */
  readonly read: ReadFile;
  readonly key: VerifierKey;
};

/**
 * What was signed stays: the copy has to continue what this database signed last, entry by entry, up to a root that the
 * log's own key has signed. Entries written since the restore, which nobody signed, come after the ones taken over.
 */
export const adoptPublished = (
  db: Db,
  { read, key }: Wish,
): Promise<Result<Adopted, AdoptRefusal | Refusal>> =>
  writing<Adopted, AdoptRefusal | Refusal>(db, async (tx) => {
    const copy = await signedCopy({ read, key });
    if (!copy.ok) return copy;
    const last = await lastCheckpoint(tx);
    const signed = last?.size ?? 0;
    const { checkpoint, note } = copy.value;
    if (checkpoint.size <= signed)
      return refuse({ code: "copyNotAhead", copy: checkpoint.size, here: signed });
    const entries = await provenEntries(tx, { read, checkpoint, signed });
    if (entries === undefined) return refuse({ code: "copyDiffers", size: checkpoint.size });
    const from = await firstDiffering(tx, { entries, signed });
    await takeOver(tx, { entries: entries.slice(from - signed), from });
    await continueFrom(tx, { last, checkpoint, note });
    const redacted = await redactAgain(tx, entries.slice(from - signed), from);
    await tx.deleteFrom("log_trouble").execute();
    await tx.deleteFrom("log_restored").execute();
    return ok({ from, entries: checkpoint.size - from, redacted });
  });

const signedCopy = async ({
  read,
  key,
}: Wish): Promise<Result<{ readonly checkpoint: Checkpoint; readonly note: string }, AdoptRefusal>> => {
  const bytes = await read("checkpoint");
  const opened = bytes === undefined ? undefined : openCheckpoint(bytes, { logs: [key] });
  return opened?.ok === true && bytes !== undefined
    ? ok({ checkpoint: opened.value.checkpoint, note: Buffer.from(bytes).toString() })
    : refuse({ code: "copyUnsigned" });
};

type Proving = { readonly read: ReadFile; readonly checkpoint: Checkpoint; readonly signed: number };
type Proven = { readonly bytes: Uint8Array; readonly hash: Uint8Array; readonly entry: Entry };

/** Those after `signed`; `undefined` unless they lead from the leaves in the database to the signed root. */
const provenEntries = async (
  tx: Db,
  { read, checkpoint, signed }: Proving,
): Promise<readonly Proven[] | undefined> => {
  let tree: CompactTree = EMPTY_TREE;
  for await (const hashes of hashesUpTo(tx, signed))
    for (const hash of hashes) tree = withLeaf(tree, hash, hashing);
  const proven: Proven[] = [];
  for (let first = signed - (signed % TILE_WIDTH); first < checkpoint.size; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, checkpoint.size - first);
    const bundle = await read(tilePath({ level: "entries", index: first / TILE_WIDTH, width }));
    const entries = bundle === undefined ? undefined : readBundle(bundle, width);
    if (entries?.ok !== true) return undefined;
    for (const bytes of entries.value.slice(Math.max(0, signed - first))) {
      const entry = parseEntry(bytes);
      if (!entry.ok) return undefined;
      const hash = hashing.leaf(bytes);
      tree = withLeaf(tree, hash, hashing);
      proven.push({ bytes, hash, entry: entry.value });
    }
  }
  return sameBytes(rootOf(tree, hashing), checkpoint.root) ? proven : undefined;
};

type Differing = { readonly entries: readonly Proven[]; readonly signed: number };

/** What this database wrote and did not sign may be what was published, as far as it is the same. */
const firstDiffering = async (tx: Db, { entries, signed }: Differing): Promise<number> => {
  const rows = await tx
    .selectFrom("log_entry")
    .select(["index", "leaf_hash"])
    .where("index", ">=", signed)
    .orderBy("index")
    .execute();
  const same = rows.findIndex(
    ({ leaf_hash }, at) => !sameBytes(leaf_hash, entries[at]?.hash ?? new Uint8Array()),
  );
  return signed + (same < 0 ? rows.length : same);
};

type TakingOver = { readonly entries: readonly Proven[]; readonly from: number };

const takeOver = async (tx: Db, { entries, from }: TakingOver): Promise<void> => {
  if ((await countLeaves(tx)) > from) await sql`SELECT forget_unsigned_leaves(${from})`.execute(tx);
  // What was written here since gets its leaves after the ones taken over, as from before there was a log.
  await sql`INSERT INTO log_backlog DEFAULT VALUES ON CONFLICT DO NOTHING`.execute(tx);
  const places = await redactionsTold(tx, entries);
  await insertLeaves(
    tx,
    entries.map(({ bytes, hash, entry }, at) => ({
      bytes,
      hash,
      openings: [],
      index: from + at,
      seq: entry.header.seq,
      row: { seq: places.get(at), subject: entry.header.subject },
    })),
  );
};

/** A redaction says all it says in the leaf itself, so its history can be written again. By its place, the entry's `seq`. */
const redactionsTold = async (tx: Db, entries: readonly Proven[]): Promise<ReadonlyMap<number, number>> => {
  const told = new Map<number, number>();
  for (const [at, { entry }] of entries.entries()) {
    const { header, redaction } = entry;
    if (redaction === undefined) continue;
    const place = (await loggedAt(tx, redaction.target))?.place ?? { subject: header.subject };
    const { seq } = await tx
      .insertInto("history")
      .values({
        ...place,
        verb: "redaction.made",
        happened_on: header.date,
        actor_body: header.body,
        old: "{}",
        new: JSON.stringify({ redaction }),
      })
      .returning("seq")
      .executeTakeFirstOrThrow();
    told.set(at, seq);
  }
  return told;
};

type Continuing = {
  readonly last: SignedCheckpoint | undefined;
  readonly checkpoint: Checkpoint;
  readonly note: string;
};

/** The published checkpoint is the last that was signed: whatever comes now continues it. */
const continueFrom = async (tx: Db, { last, checkpoint, note }: Continuing): Promise<void> => {
  const { size, root } = checkpoint;
  await addCheckpoint(tx, { number: last === undefined ? 0 : last.number + 1, size, root, note });
};

/** The old backup brought back what had been taken out of the ledger. Answers how many texts or files went again. */
const redactAgain = async (tx: Db, entries: readonly Proven[], from: number): Promise<number> => {
  let gone = 0;
  for (const { entry } of entries) {
    const { redaction, header } = entry;
    if (redaction === undefined || redaction.target >= from) continue;
    const { target, field, ground, approvers } = redaction;
    const [decidedBy, proposedBy] = approvers;
    const { rows } = await sql<{ id: number }>`
      INSERT INTO redaction (target, field, ground, state, proposed_by, proposed_on, decided_by, decided_on)
        SELECT ${target}, ${field}, ${ground}, 'approved', ${proposedBy}, ${header.date}::date, ${decidedBy}, ${header.date}::date
        FROM log_opening WHERE index = ${target} AND field = ${field} AND jsonb_typeof(value) = 'string'
        RETURNING id`.execute(tx);
    for (const { id } of rows) {
      await sql`SELECT apply_redaction(${id})`.execute(tx);
      gone += 1;
    }
  }
  return gone;
};

/** Nobody has a newer log than this database: it goes on from what it signed last. */
export const goOnAsRestored = async (db: Db): Promise<void> => {
  await db.deleteFrom("log_restored").execute();
};
