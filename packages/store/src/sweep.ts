// After a redaction: the files it named leave the disk, and the database's own files forget what its tables no longer hold.

import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import type { Db, Log, Store } from "./connection.ts";
import type { FileStore } from "./files.ts";
import { flush } from "./whole-file.ts";

/** Those that no record names any more; safe to do twice and after a crash. Answers how many went. */
export const removeDoomed = async (db: Db, files: Pick<FileStore, "path">): Promise<number> => {
  const rows = await db.selectFrom("doomed_file").select("sha256").execute();
  for (const { sha256 } of rows) {
    if (!(await isNamed(db, sha256))) {
      const path = files.path(sha256);
      await rm(path, { force: true });
      await flush(dirname(path)).catch(() => undefined);
    }
    await db.deleteFrom("doomed_file").where("sha256", "=", sha256).execute();
  }
  return rows.length;
};

/** The same bytes may have been brought in again since, or by somebody else before. */
const isNamed = async (db: Db, sha256: string): Promise<boolean> => {
  const { rows } = await sql<{ named: boolean }>`
    SELECT EXISTS (SELECT FROM file WHERE sha256 = ${sha256})
      OR EXISTS (SELECT FROM import_batch WHERE sha256 = ${sha256}) AS named`.execute(db);
  return rows[0]?.named === true;
};

export type SweepWish = {
  readonly store: Pick<Store, "db" | "onChange">;
  /** Of the login that owns the tables. */
  readonly url: string;
  readonly files: Pick<FileStore, "path">;
  readonly log: Log;
};

const AGAIN_MS = 60_000;

/** In the background: at the start, and whenever a redaction was carried out. Answers how to stop. */
export const startSweeping = (wish: SweepWish): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  const look = (): void => {
    running = after(running);
  };
  const after = async (before: Promise<void>): Promise<void> => {
    await before;
    try {
      await sweepIfDue(wish);
    } catch (problem) {
      wish.log({ level: "error", what: "redaction", problem: String(problem) });
      clearTimeout(again);
      again = setTimeout(look, AGAIN_MS).unref();
    }
  };
  const stopHearing = wish.store.onChange(look);
  look();
  return async () => {
    stopHearing();
    clearTimeout(again);
    await running;
  };
};

/** Nothing where no redaction waits for it. */
export const sweepIfDue = async ({ store: { db }, url, files, log }: SweepWish): Promise<void> => {
  const due = await db
    .selectFrom("sweep_due")
    .select(sql<string>`since::text`.as("since"))
    .executeTakeFirst();
  if (due === undefined) return;
  await removeDoomed(db, files);
  const undone = await sweepDatabase(url);
  // What this login may not do is the operator's: told once, and in docs/operating.md.
  for (const problem of undone) log({ level: "warn", what: "redaction", problem });
  // Not where another was carried out meanwhile.
  await db
    .deleteFrom("sweep_due")
    .where(sql`since::text`, "=", due.since)
    .execute();
};

/** Hashes, signatures and numbers alone: a redaction changes nothing there, and they are the largest. */
const UNTOUCHED = ["log_entry", "log_checkpoint", "schema_migration"];

/**
 * Tables without their dead rows, statistics without old values, a write-ahead log that begins anew. Readers wait while
 * a table is written again. Answers what this login was not allowed.
 */
const sweepDatabase = async (url: string): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url, application_name: "yinuo sweep" });
  await client.connect();
  try {
    // Two processes at once would only wait for each other; the second finds nothing to do.
    await client.query(
      "SELECT pg_advisory_lock(hashtextextended('yinuo sweep', 0)); SET lock_timeout = '10s'",
    );
    const { rows } = await client.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() AND NOT tablename = ANY ($1)",
      [UNTOUCHED],
    );
    for (const { name } of rows) await client.query(`VACUUM (FULL, ANALYZE) ${name}`);
    const undone: string[] = [];
    for (const step of ["VACUUM FULL pg_statistic", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"])
      await client.query(step).catch((problem: unknown) => {
        if ((problem as { readonly code?: string }).code !== "42501") throw problem;
        undone.push(`${step}: ${String(problem)}`);
      });
    return undone;
  } finally {
    await client.end();
  }
};
