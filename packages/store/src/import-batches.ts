// Imports: what was brought in by whom, how far it is, and how the columns of a source were read last time.

import { sql, type Selectable } from "kysely";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";
import type { ImportBatch as BatchRow } from "./tables.generated.ts";

export const IMPORT_KINDS = ["commitments", "bodies", "indicators", "observations"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** reading: uploaded, being looked at; waiting: confirmed, in the queue. */
export const BATCH_STATES = [
  "reading",
  "waiting",
  "running",
  "applied",
  "refused",
  "failed",
  "undone",
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export type ImportCounts = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
};

export type NewBatch = {
  /** A UUID made by the caller. */
  readonly id: string;
  readonly kind: ImportKind;
  /** What the mapping is remembered by. */
  readonly source: string;
  readonly fileName?: string | undefined;
  /** The uploaded file in the file store. */
  readonly sha256?: string | undefined;
  readonly programme?: string | undefined;
  readonly account?: string | undefined;
  readonly actorBody?: string | undefined;
  /** Encoding, header rows, mapping …: what apply must read again in the same way. */
  readonly choices: Readonly<Record<string, unknown>>;
  readonly total?: number | undefined;
};

export type ImportBatch = NewBatch & {
  readonly state: BatchState;
  readonly counts: Partial<ImportCounts>;
  readonly done: number;
  readonly total: number;
  /** Why it was refused or failed. */
  readonly problem?: string | undefined;
  readonly createdAt: string;
  readonly finishedAt?: string | undefined;
};

/** In state `reading`: nothing is applied before somebody has seen the preview. */
export const createBatch = async (db: Db, batch: NewBatch): Promise<void> => {
  await db
    .insertInto("import_batch")
    .values({
      id: batch.id,
      state: "reading",
      kind: batch.kind,
      source: batch.source,
      file_name: batch.fileName ?? null,
      sha256: batch.sha256 ?? null,
      programme: batch.programme ?? null,
      account: batch.account ?? null,
      actor_body: batch.actorBody ?? null,
      choices: JSON.stringify(batch.choices),
      total: batch.total ?? 0,
    })
    .execute();
};

export const getBatch = async (db: Db, id: string): Promise<ImportBatch | undefined> => {
  if (!UUID.test(id)) return undefined;
  const row = await db.selectFrom("import_batch").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toBatch(row);
};

/** Newest first. `body`: those of accounts that speak for it. */
export const listBatches = async (
  db: Db,
  { body, limit = 50 }: { readonly body?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<readonly ImportBatch[]> => {
  let query = db.selectFrom("import_batch").selectAll().orderBy("created_at", "desc").limit(limit);
  if (body !== undefined) query = query.where("actor_body", "=", body);
  return (await query.execute()).map(toBatch);
};

/** Confirmed but not at their end: in the queue, or cut short by a stop of the process. */
export const listUnfinishedBatches = async (db: Db): Promise<readonly ImportBatch[]> => {
  const rows = await db
    .selectFrom("import_batch")
    .selectAll()
    .where("state", "in", ["waiting", "running"])
    .execute();
  return rows.map(toBatch);
};

/**
 * How far it is. With the store's own handle it is visible at once, while the transaction that applies the batch is still
 * running; the end (`applied`, `undone`) is set with that transaction's handle instead.
 */
export const setBatchProgress = async (
  db: Db,
  id: string,
  change: {
    readonly state?: BatchState | undefined;
    readonly kind?: ImportKind | undefined;
    readonly programme?: string | null | undefined;
    readonly done?: number | undefined;
    readonly total?: number | undefined;
    readonly counts?: Partial<ImportCounts> | undefined;
    readonly problem?: string | undefined;
    readonly choices?: Readonly<Record<string, unknown>> | undefined;
  },
): Promise<void> => {
  const { counts, choices, ...plain } = change;
  const over = change.state !== undefined && !["reading", "waiting", "running"].includes(change.state);
  await db
    .updateTable("import_batch")
    .set({
      id,
      ...plain,
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      ...(over ? { finished_at: sql<Date>`now()` } : {}),
    })
    .where("id", "=", id)
    .execute();
};

/** Which column means what, as last confirmed for this source by somebody who speaks for this body. */
export type MappingKey = {
  readonly source: string;
  readonly kind: ImportKind;
  /** Absent for a steward without a body. */
  readonly body?: string | undefined;
};

export const saveMapping = async (
  db: Db,
  key: MappingKey,
  mapping: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const values = {
    source: key.source,
    kind: key.kind,
    body: key.body ?? "",
    mapping: JSON.stringify(mapping),
  };
  await db
    .insertInto("import_mapping")
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(["source", "kind", "body"])
        .doUpdateSet({ mapping: values.mapping, saved_at: sql<Date>`now()` }),
    )
    .execute();
};

export const loadMapping = async (
  db: Db,
  key: MappingKey,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const row = await db
    .selectFrom("import_mapping")
    .select("mapping")
    .where("source", "=", key.source)
    .where("kind", "=", key.kind)
    .where("body", "=", key.body ?? "")
    .executeTakeFirst();
  return row === undefined ? undefined : (row.mapping as Record<string, unknown>);
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const toBatch = (row: Selectable<BatchRow>): ImportBatch => ({
  id: row.id,
  state: row.state as BatchState,
  kind: row.kind as ImportKind,
  source: row.source,
  choices: row.choices as Record<string, unknown>,
  counts: row.counts as Partial<ImportCounts>,
  done: row.done,
  total: row.total,
  createdAt: row.created_at.toISOString(),
  ...present({
    fileName: row.file_name,
    sha256: row.sha256,
    programme: row.programme,
    account: row.account,
    actorBody: row.actor_body,
    problem: row.problem,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }),
});
