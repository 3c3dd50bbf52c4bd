// What was public before there was a log gets its leaves in chunks, in the order it was written, beside the ledger's work.

import { ok } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import { writing } from "../transaction.ts";
import { append, isBehind, withoutLeaf } from "./append.ts";

/** Short enough that a writer in between hardly waits. */
const CHUNK = 500;

/** At the start: another version of the program may have written without a log. */
export const findBacklog = async (db: Db): Promise<void> => {
  const [missed] = await withoutLeaf(db).limit(1).execute();
  if (missed === undefined) return;
  await writing(db, async (tx) => {
    await sql`INSERT INTO log_backlog DEFAULT VALUES ON CONFLICT DO NOTHING`.execute(tx);
    return ok(true);
  });
};

/** One chunk; false when nothing waits any more. */
export const logBacklog = async (db: Db): Promise<boolean> => {
  if (!(await isBehind(db))) return false;
  const done = await writing(db, async (tx) => {
    const rows = await withoutLeaf(tx).limit(CHUNK).execute();
    await append(tx, rows);
    if (rows.length < CHUNK) await tx.deleteFrom("log_backlog").execute();
    return ok(rows.length === CHUNK);
  });
  return done.ok && done.value;
};
