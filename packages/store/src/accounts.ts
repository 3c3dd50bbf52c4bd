// Accounts in the database: a login, a role, a body. The password's hash stays in better-auth's own table.

import {
  changedFields,
  closeAccount,
  createAccount,
  helpAccount,
  ok,
  ROLES,
  type Account,
  type AccountChange,
  type AccountChangeContext,
  type AccountId,
  type AccountInput,
  type BodyCode,
  type Change,
  type Context,
  type Helping,
  type Refusal,
  type Result,
  type Verb,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Selectable } from "kysely";
import { bodiesByCode } from "./bodies.ts";
import type { Db } from "./connection.ts";
import { addHistory } from "./history.ts";
import { saveAccountKey, type Opened, type WrappedKey } from "./keys/account-keys.ts";
import { dropAccountKey, dropHoldings } from "./keys/body-keys.ts";
import { inheritKeys } from "./keys/equipping.ts";
import { insertRows, present, updateRows } from "./rows.ts";
import type { Account as AccountRow } from "./tables.generated.ts";
import { writing } from "./transaction.ts";

/** An account with the state of its ways in. */
export type KnownAccount = Account & {
  readonly secondStep: boolean;
  /** While set, the password was made by somebody else and must be replaced before then. ISO 8601. */
  readonly oneTimeUntil?: string | undefined;
};

/** By name, the closed ones too. */
export const listAccounts = async (db: Db): Promise<readonly KnownAccount[]> =>
  (await db.selectFrom("account").selectAll().orderBy("name").orderBy("email").execute()).map(toAccount);

export const getAccount = async (db: Db, id: string): Promise<KnownAccount | undefined> => {
  const row = await db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toAccount(row);
};

/** `email` as it is kept: lower case. */
export const accountByEmail = async (db: Db, email: string): Promise<KnownAccount | undefined> => {
  const row = await db.selectFrom("account").selectAll().where("email", "=", email).executeTakeFirst();
  return row === undefined ? undefined : toAccount(row);
};

const toAccount = (row: Selectable<AccountRow>): KnownAccount =>
  present({
    id: row.id as AccountId,
    name: row.name,
    email: row.email,
    role: ROLES.find((role) => role === row.role) ?? "editor",
    body: row.body as BodyCode | null,
    closedOn: row.closed_on as Day | null,
    version: row.version,
    secondStep: row.second_step,
    oneTimeUntil: row.one_time_until?.toISOString(),
  });

export type NewAccount = {
  readonly input: AccountInput;
  /** Made by the caller, never used before. */
  readonly id: AccountId;
  /** As better-auth makes it; the password itself never gets here. */
  readonly passwordHash: string;
  /** When the password was made by somebody else: until when it opens the choice of an own one. */
  readonly oneTimeUntil?: Date | undefined;
};

/** Refuses what core's createAccount refuses. */
export const addAccount = (
  db: Db,
  { input, id, passwordHash, oneTimeUntil }: NewAccount,
  context: Context,
): Promise<Result<Account, Refusal>> =>
  writing(db, async (tx) => {
    const decided = createAccount(input, { ...context, id, ...(await othersOf(tx, id)) });
    if (!decided.ok) return decided;
    await insertAccount(tx, decided.value.state, passwordHash, oneTimeUntil);
    await note(tx, { was: undefined, change: decided.value }, context);
    return ok(decided.value.state);
  });

const insertAccount = async (
  tx: Db,
  account: Account,
  passwordHash: string,
  oneTimeUntil: Date | undefined,
): Promise<void> => {
  const { id, name, email, role, body, version } = account;
  const now = new Date().toISOString();
  const times = { created_at: now, updated_at: now };
  const ways = { email_verified: false, second_step: false, one_time_until: oneTimeUntil };
  await insertRows(tx, "account", [{ id, name, email, role, body, version, ...ways, ...times }]);
  const credential = { id, account_id: id, provider_id: "credential", provider_account_id: id };
  await insertRows(tx, "credential", [{ ...credential, password: passwordHash, ...times }]);
};

type Decide = (account: Account, context: AccountChangeContext) => AccountChange;

/** `console`: the operator acts, at the command line. */
export type Changing = Context & { readonly console?: boolean | undefined };

/** The account must be there: accounts are closed and never removed. */
export const changeAccount = (
  db: Db,
  id: AccountId,
  context: Changing,
  decide: Decide,
): Promise<Result<Account, Refusal>> => deciding(db, id, context, decide, (tx) => dropHoldings(tx, id));

/** Ends its sessions at once. Refuses what core's closeAccount refuses. */
export const closeAccountFor = (
  db: Db,
  id: AccountId,
  context: Changing,
): Promise<Result<Account, Refusal>> =>
  deciding(db, id, context, closeAccount, async (tx) => {
    await dropAccountKey(tx, id);
    await endSessions(tx, id);
  });

/** A password made by somebody else, to be replaced; the sessions end. Refuses what core's helpAccount refuses. */
export const resetPassword = (
  db: Db,
  id: AccountId,
  fresh: { readonly passwordHash: string; readonly until: Date },
  context: Changing,
): Promise<Result<Account, Refusal>> =>
  helping(db, id, "account.password-reset", context, async (tx) => {
    await keepPassword(tx, id, fresh.passwordHash, fresh.until);
    // It was under the old password. Whoever makes passwords does not get at the key.
    await dropAccountKey(tx, id);
    await endSessions(tx, id);
  });

/** For whoever lost the telephone: the password alone opens the account again; the sessions end. */
export const resetSecondStep = (
  db: Db,
  id: AccountId,
  context: Changing,
): Promise<Result<Account, Refusal>> =>
  helping(db, id, "account.second-step-reset", context, async (tx) => {
    await tx.updateTable("account").set({ second_step: false }).where("id", "=", id).execute();
    await tx.deleteFrom("second_step").where("account_id", "=", id).execute();
    await endSessions(tx, id);
  });

export const endSessionsFor = (db: Db, id: AccountId, context: Changing): Promise<Result<Account, Refusal>> =>
  helping(db, id, "account.sessions-ended", context, (tx) => endSessions(tx, id));

type OwnPassword = {
  readonly passwordHash: string;
  /** The account's key, under the new password. */
  readonly key?: WrappedKey | undefined;
  /** What a password that somebody else made had opened: the new key inherits from it. */
  readonly from?: Opened | undefined;
};

/** By the account itself. All its sessions end: whoever had one of them may have known the old password. */
export const changePassword = (
  db: Db,
  id: AccountId,
  { passwordHash, key, from }: OwnPassword,
  context: Context,
): Promise<Result<true, Refusal>> =>
  writing(db, async (tx) => {
    await keepPassword(tx, id, passwordHash, null);
    if (key !== undefined)
      await (from === undefined ? saveAccountKey(tx, id, key) : inheritKeys(tx, { from, key }));
    await endSessions(tx, id);
    await noteOwn(tx, id, "account.password-changed", context);
    return ok(true);
  });

/** What an account did about its own way in; within the transaction in which it was done. */
export const noteOwn = (tx: Db, id: AccountId, verb: Verb, { by, today }: Context): Promise<void> =>
  addHistory(tx, [{ verb, happenedOn: today, by, subject: `account/${id}`, old: {}, new: {} }]);

type CarryOut = (tx: Db) => Promise<void>;

const helping = (db: Db, id: AccountId, verb: Helping, context: Changing, carryOut: CarryOut) =>
  deciding(db, id, context, (account, all) => helpAccount(account, verb, all), carryOut);

const deciding = (
  db: Db,
  id: AccountId,
  context: Changing,
  decide: Decide,
  carryOut: CarryOut,
): Promise<Result<Account, Refusal>> =>
  writing(db, async (tx) => {
    const account = await getAccount(tx, id);
    if (account === undefined) throw new Error(`no account ${id}`);
    const { secondStep: _step, oneTimeUntil: _until, ...was } = account;
    const decided = decide(was, { ...context, ...(await othersOf(tx, id)) });
    if (!decided.ok) return decided;
    const { name, email, role, body, closedOn, version } = decided.value.state;
    await updateRows(tx, "account", ["id"], [{ id, name, email, role, body, closed_on: closedOn, version }]);
    await carryOut(tx);
    await note(tx, { was, change: decided.value }, context);
    return ok(decided.value.state);
  });

/** What the decision must know of the other accounts, and of the bodies. */
const othersOf = async (tx: Db, id: AccountId) => {
  const accounts = await tx.selectFrom("account").select(["id", "email", "role", "closed_on"]).execute();
  return {
    emails: new Set(accounts.filter((one) => one.id !== id).map(({ email }) => email)),
    openStewards: accounts.filter(({ role, closed_on }) => role === "steward" && closed_on === null).length,
    bodies: await bodiesByCode(tx),
  };
};

const keepPassword = async (tx: Db, id: AccountId, password: string, until: Date | null): Promise<void> => {
  await tx.updateTable("account").set({ one_time_until: until }).where("id", "=", id).execute();
  await tx
    .updateTable("credential")
    .set({ password, updated_at: new Date() })
    .where("account_id", "=", id)
    .where("provider_id", "=", "credential")
    .execute();
};

const endSessions = async (tx: Db, id: AccountId): Promise<void> => {
  await tx.deleteFrom("session").where("account_id", "=", id).execute();
};

type Noted = { readonly was: Account | undefined; readonly change: Change<Account> };

/** History is for ever, so it keeps what the account may do, and of whose it is only that it changed. */
const note = (tx: Db, { was, change }: Noted, { by }: Context): Promise<void> => {
  const { state, event } = change;
  const changed = changedFields(was, state);
  const kept = ({ role, body, closedOn }: Readonly<Record<string, unknown>>) =>
    present({ role, body, closedOn });
  const alsoChanged = was === undefined ? [] : OWNERS.filter((field) => field in changed.new);
  const fresh = { ...kept(changed.new), ...(alsoChanged.length === 0 ? {} : { alsoChanged }) };
  const subject = `account/${state.id}`;
  return addHistory(tx, [{ ...event, by, subject, old: kept(changed.old), new: fresh }]);
};

const OWNERS = ["name", "email"] as const;
