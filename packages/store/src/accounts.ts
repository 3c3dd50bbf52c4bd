// Accounts in the database: a login, a role, a body. The password's hash stays in better-auth's own table.

import {
  createAccount,
  ok,
  ROLES,
  type Account,
  type AccountId,
  type AccountInput,
  type BodyCode,
  type Context,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { bodiesByCode } from "./bodies.ts";
import type { Db } from "./connection.ts";
import { addHistory } from "./history.ts";
import { insertRows, present } from "./rows.ts";
import { writing } from "./transaction.ts";

/** By name. */
export const listAccounts = async (db: Db): Promise<readonly Account[]> => {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "email", "role", "body"])
    .orderBy("name")
    .orderBy("email")
    .execute();
  return rows.map((row) =>
    present({
      id: row.id as AccountId,
      name: row.name,
      email: row.email,
      role: ROLES.find((role) => role === row.role) ?? "editor",
      body: row.body as BodyCode | null,
    }),
  );
};

export type NewAccount = {
  readonly input: AccountInput;
  /** Made by the caller, never used before. */
  readonly id: AccountId;
  /** As better-auth makes it; the password itself never gets here. */
  readonly passwordHash: string;
};

/** Refuses what core's createAccount refuses. */
export const addAccount = (
  db: Db,
  { input, id, passwordHash }: NewAccount,
  context: Context,
): Promise<Result<Account, Refusal>> =>
  writing(db, async (tx) => {
    const taken = await tx.selectFrom("account").select("email").execute();
    const emails = new Set(taken.map(({ email }) => email));
    const decided = createAccount(input, { ...context, id, emails, bodies: await bodiesByCode(tx) });
    if (!decided.ok) return decided;
    const { state, event } = decided.value;
    await insertAccount(tx, state, passwordHash);
    // History is for ever, so it keeps what the account may do and not whose it is.
    const fresh = present({ role: state.role, body: state.body });
    await addHistory(tx, [{ ...event, by: context.by, subject: `account/${id}`, old: {}, new: fresh }]);
    return ok(state);
  });

const insertAccount = async (tx: Db, account: Account, passwordHash: string): Promise<void> => {
  const { id, name, email, role, body } = account;
  const now = new Date().toISOString();
  const times = { created_at: now, updated_at: now };
  await insertRows(tx, "account", [{ id, name, email, email_verified: false, role, body, ...times }]);
  const credential = { id, account_id: id, provider_id: "credential", provider_account_id: id };
  await insertRows(tx, "credential", [{ ...credential, password: passwordHash, ...times }]);
};
