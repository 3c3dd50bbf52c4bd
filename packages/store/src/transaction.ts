// One writer at a time, all or nothing: the lock is taken before any rule reads, and a refusal leaves nothing behind.

import { ok, refuse, type Refusal, type Result } from "@yinuo/core";
import { sql } from "kysely";
import pg from "pg";
import { committed, type Db } from "./connection.ts";
import { lastEntry, logWritten } from "./log/append.ts";
import { signersOf } from "./log/signing.ts";

/**
 * Runs several changes as one. Within it each change given `tx` joins it. All writers of the ledger wait for each other:
 * what a rule has read stays true until it is written, and the history's order is the order of commits. What became public
 * has its place in the transparency log when it is over, signed with the keys that `db` brings along (`signing`).
 * A code or external id that is taken is refused as codeTaken.
 */
export const writing = async <T, E extends { readonly code: string } = Refusal>(
  db: Db,
  write: (tx: Db) => Promise<Result<T, E>>,
): Promise<Result<T, E | Refusal>> => {
  if (db.isTransaction) return write(db);
  try {
    const value = await db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
      const before = await lastEntry(tx);
      const result = await write(tx);
      if (!result.ok) throw new Undone(result.error);
      await logWritten(tx, before, () => signersOf(db, tx));
      return result.value;
    });
    committed(db);
    return ok(value);
  } catch (problem) {
    if (problem instanceof Undone) return refuse(problem.error as E);
    const taken = asTaken(problem);
    if (taken !== undefined) return refuse(taken);
    throw problem;
  }
};

/** "yinuo" again, apart from the migrations' number. */
const LOCK = 0x796975;

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Undone extends Error {
  readonly error: unknown;
  constructor(error: unknown) {
    super("refused");
    this.error = error;
  }
}

const asTaken = (problem: unknown): Refusal | undefined => {
  if (!(problem instanceof pg.DatabaseError) || problem.code !== "23505") return undefined;
  const typed =
    /=\((.*)\)/
      .exec(problem.detail ?? "")?.[1]
      ?.split(", ")
      .at(-1) ?? "";
  const field = problem.constraint?.includes("external_id") ? "externalId" : "code";
  return { code: "codeTaken", field, typed };
};
