// Leaves for what became public, within the transaction that made it so: position, bytes and openings, or nothing at all.

import type { Verb } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import {
  fromBase64Url,
  prevOf,
  type EntryType,
  type Json,
  type KeyChange,
  type Redaction,
} from "@yinuo/transparency-log";
import { sql, type Selectable } from "kysely";
import type { Db } from "../connection.ts";
import { isPublic } from "../history-conditions.ts";
import type { History } from "../tables.generated.ts";
import type { Told } from "./fields.ts";
import { makeLeaf, type Leaf, type Saying, type Signer } from "./leaf.ts";
import { keySignersOf, type Signers } from "./signing.ts";
import { recordsPublishedBy } from "./records.ts";
import { countLeaves } from "./rows.ts";

type Row = Selectable<History>;

/** The newest entry of the history before a transaction writes; under the lock nobody else adds a public one. */
export const lastEntry = async (tx: Db): Promise<number> => {
  const { last } = await tx
    .selectFrom("history")
    .select(({ fn }) => fn.max("seq").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
};

/** Whatever this transaction made public. Nothing while older entries still wait: the order of the log is theirs. */
export const logWritten = async (tx: Db, after: number, ask: () => Promise<Signers>): Promise<void> => {
  const written = await publicRows(tx).where("seq", ">", after).execute();
  if (written.length === 0 || (await isBehind(tx))) return;
  const revealed = await revealedBy(tx, written, after);
  await append(tx, [...revealed, ...written], await ask());
};

const publicRows = (tx: Db) => tx.selectFrom("history").selectAll().where(isPublic).orderBy("seq");

export const isBehind = async (db: Db): Promise<boolean> =>
  (await db.selectFrom("log_backlog").select("only_one").executeTakeFirst()) !== undefined;

/** What was written into a programme before it was published. */
const revealedBy = async (tx: Db, written: readonly Row[], after: number): Promise<readonly Row[]> => {
  const programmes = written.flatMap(({ verb, programme }) =>
    verb === "programme.published" && programme !== null ? [programme] : [],
  );
  if (programmes.length === 0) return [];
  return withoutLeaf(tx).where("programme", "in", programmes).where("seq", "<=", after).execute();
};

/** Public entries that have no leaf yet. */
export const withoutLeaf = (tx: Db) =>
  publicRows(tx).where((where) =>
    where.not(
      where.exists(
        where
          .selectFrom("log_entry")
          .select(sql.lit(1).as("one"))
          .whereRef("log_entry.history_seq", "=", "history.seq"),
      ),
    ),
  );

/** In the order given; the caller holds the writers' lock. `given`: the keys that are active before the first of them. */
export const append = async (tx: Db, rows: readonly Row[], given: Signers = new Map()): Promise<void> => {
  const signers = new Map(given);
  const records = await recordsPublishedBy(tx, rows);
  const before = await lastOfSubjects(tx, [...new Set(rows.map(({ subject }) => subject))]);
  let index = await countLeaves(tx);
  const leaves: Placed[] = [];
  for (const row of rows) {
    const last = before.get(row.subject);
    const seq = last === undefined ? 0 : last.seq + 1;
    const header = { ...headerOf(row), seq, prev: last === undefined ? null : prevOf(last.hash) };
    const said = { header, told: toldOf(row, records.get(row.seq)), ...madeOf(row) };
    const leaf = await makeLeaf(said, signersFor(tx, row, signers));
    leaves.push({ ...leaf, index, seq, row });
    before.set(row.subject, { seq, hash: leaf.hash });
    index += 1;
  }
  await insertLeaves(tx, leaves);
};

/** Those who sign this entry; a change of keys changes who signs the next. */
const signersFor = (tx: Db, row: Row, signers: Map<string | null, Signer>): readonly Signer[] => {
  const { key } = madeOf(row);
  // A redaction takes the signatures of both bodies or none.
  if (row.verb === "redaction.made") return [];
  if (key === undefined) return [signers.get(row.actor_body) ?? []].flat();
  const change = keySignersOf(tx, key.public);
  if (change.next === undefined) signers.delete(row.actor_body);
  else signers.set(row.actor_body, change.next);
  return change.signers;
};

type Placed = Leaf & {
  readonly index: number;
  readonly seq: number;
  /** Without `seq`: a leaf whose history was lost. */
  readonly row: Pick<Row, "subject"> & { readonly seq: number | undefined };
};

const headerOf = (row: Row) => ({
  v: 1 as const,
  type: row.verb as EntryType,
  body: row.actor_body,
  subject: row.subject,
  date: row.happened_on as Day,
});

const toldOf = (row: Row, record: Json | undefined): Told => ({
  verb: row.verb as Verb,
  recordedAt: row.recorded_at.toISOString(),
  role: row.actor_role,
  reason: row.reason,
  old: row.old as Json,
  new: row.new as Json,
  record,
});

/** What a redaction takes, why, and at whose word; which key comes or goes. */
const madeOf = (row: Row): Pick<Saying, "key" | "redaction"> => {
  if (row.verb === "redaction.made")
    return { redaction: (row.new as unknown as { readonly redaction: Redaction }).redaction };
  return row.verb.startsWith("key.") ? { key: (row.new as unknown as { readonly key: KeyChange }).key } : {};
};

type Last = { readonly seq: number; readonly hash: Uint8Array };

const lastOfSubjects = async (tx: Db, subjects: readonly string[]): Promise<Map<string, Last>> => {
  const { rows } = await sql<{ subject: string; seq: number; hash: Buffer }>`
    SELECT s.subject, e.subject_seq AS seq, e.leaf_hash AS hash FROM unnest(${subjects}::text[]) AS s (subject)
      CROSS JOIN LATERAL (SELECT subject_seq, leaf_hash FROM log_entry
        WHERE log_entry.subject = s.subject ORDER BY subject_seq DESC LIMIT 1) AS e`.execute(tx);
  return new Map(rows.map(({ subject, seq, hash }) => [subject, { seq, hash }]));
};

const CHUNK = 2000;

export const insertLeaves = async (tx: Db, leaves: readonly Placed[]): Promise<void> => {
  for (let at = 0; at < leaves.length; at += CHUNK) {
    const some = leaves.slice(at, at + CHUNK);
    await sql`INSERT INTO log_entry (index, history_seq, subject, subject_seq, bytes, leaf_hash)
      SELECT i, h, s, q, decode(b, 'hex'), decode(l, 'hex') FROM unnest(${some.map(({ index }) => index)}::bigint[],
        ${some.map(({ row }) => row.seq ?? null)}::bigint[], ${some.map(({ row }) => row.subject)}::text[],
        ${some.map(({ seq }) => seq)}::integer[], ${some.map(({ bytes }) => hex(bytes))}::text[],
        ${some.map(({ hash }) => hex(hash))}::text[]) AS given (i, h, s, q, b, l) ORDER BY i`.execute(tx);
    const openings = some.flatMap(({ index, openings }) =>
      openings.map((opening, position) => ({ ...opening, index, position })),
    );
    await sql`INSERT INTO log_opening (index, position, field, commitment, salt, value)
      SELECT i, p, f, decode(c, 'hex'), decode(s, 'hex'), v::jsonb FROM unnest(
        ${openings.map(({ index }) => index)}::bigint[], ${openings.map(({ position }) => position)}::integer[],
        ${openings.map(({ field }) => field)}::text[], ${openings.map(({ seal }) => hex(fromBase64Url(seal) ?? new Uint8Array()))}::text[],
        ${openings.map(({ salt }) => hex(salt))}::text[],
        ${openings.map(({ value }) => JSON.stringify(value))}::text[]) AS given (i, p, f, c, s, v)`.execute(
      tx,
    );
  }
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
