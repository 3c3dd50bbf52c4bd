// Where an account is signed in, and the codes of the second step that have been used.

import type { AccountId } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "./connection.ts";

export type Session = {
  readonly id: string;
  /** Family and system of the browser, as `firefox/windows`; absent where it was not told. */
  readonly device?: string | undefined;
  readonly since: Date;
  /** To the hour at best: a session in use is written once an hour. */
  readonly lastUsed: Date;
};

/** Also one that is used every day ends, and the password is asked for again. */
export const LONGEST_SESSION_DAYS = 7;

/** Those still open, the last used first. */
export const sessionsOf = async (db: Db, account: AccountId): Promise<readonly Session[]> => {
  const rows = await db
    .selectFrom("session")
    .select(["id", "device", "created_at", "updated_at"])
    .where("account_id", "=", account)
    .where("expires_at", ">", sql<Date>`now()`)
    .where("created_at", ">", sql<Date>`now() - make_interval(days => ${LONGEST_SESSION_DAYS})`)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id, device, created_at, updated_at }) => ({
    id,
    device: device ?? undefined,
    since: created_at,
    lastUsed: updated_at,
  }));
};

/** One of the account's own; answers whether there was such a session. */
export const endSession = async (
  db: Db,
  { account, session }: { readonly account: AccountId; readonly session: string },
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom("session")
    .where("account_id", "=", account)
    .where("id", "=", session)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

/** All of the account's sessions but the one it is using. */
export const endOtherSessions = async (
  db: Db,
  { account, but }: { readonly account: AccountId; readonly but: string },
): Promise<void> => {
  await db.deleteFrom("session").where("account_id", "=", account).where("id", "!=", but).execute();
};

/** A code is right for a minute and a half at most. */
const KEPT_MILLISECONDS = 5 * 60_000;

type Code = { readonly account: AccountId; readonly code: string };

/** Takes the code for this one use; false when it was used before. Of two at once one gets it. */
export const spendCode = async (db: Db, { account, code }: Code): Promise<boolean> => {
  const now = new Date();
  await db
    .deleteFrom("spent_code")
    .where("spent_at", "<", new Date(now.getTime() - KEPT_MILLISECONDS))
    .execute();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("spent_code")
    .values({ account_id: account, code, spent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** The code opened nothing after all. */
export const giveBackCode = async (db: Db, { account, code }: Code): Promise<void> => {
  await db.deleteFrom("spent_code").where("account_id", "=", account).where("code", "=", code).execute();
};
