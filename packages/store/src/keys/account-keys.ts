// An account's own key pair: its private half under the password, and while it is signed in under a secret of its browser.

import { createHash, randomBytes } from "node:crypto";
import type { AccountId } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import { decrypt, deriveKey, encrypt, KEY_BYTES, publicHalf, SALT_BYTES, type DeriveKey } from "./sealing.ts";
import { LONGEST_SESSION_DAYS } from "../sessions.ts";

/** Whose key was opened; the private half is in memory for as long as one request takes. */
export type Opened = { readonly account: AccountId; readonly privateKey: Buffer };

type Password = {
  readonly account: AccountId;
  /** Right, in NFKC. */
  readonly password: string;
  readonly derive?: DeriveKey | undefined;
};

/**
 * Opens the key with the password; makes one where there is none. One that this password does not open was lost with the
 * password before: it is replaced, and what was sealed to it stays closed for ever.
 */
export const openAccountKey = async (db: Db, wish: Password): Promise<Opened> => {
  const there = await openExistingKey(db, wish);
  if (there !== undefined) return there;
  const opened = newAccountKey(wish.account);
  await saveAccountKey(db, wish.account, await wrapAccountKey({ ...wish, opened }));
  return opened;
};

/** `undefined` where there is none, or the password does not open it. */
export const openExistingKey = async (
  db: Db,
  { account, password, derive = deriveKey }: Password,
): Promise<Opened | undefined> => {
  const row = await db
    .selectFrom("account_key")
    .select(["public", "salt", "wrapped"])
    .where("account_id", "=", account)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const privateKey = decrypt(await derive(password, row.salt), row.wrapped, wrappedFor(account));
  return privateKey !== undefined && publicHalf("x25519", privateKey).equals(row.public)
    ? { account, privateKey }
    : undefined;
};

export type WrappedKey = { readonly public: Buffer; readonly salt: Buffer; readonly wrapped: Buffer };

type Wrapping = Password & {
  readonly opened: Opened;
  /** Fresh unless given: the sample's accounts, whose one password is public, share one. */
  readonly salt?: Buffer | undefined;
};

/** Under a password, for `saveAccountKey`. Slow on purpose: not for within a transaction. */
export const wrapAccountKey = async ({
  account,
  password,
  derive = deriveKey,
  opened,
  salt = randomBytes(SALT_BYTES),
}: Wrapping): Promise<WrappedKey> => {
  const wrapped = encrypt(await derive(password, salt), opened.privateKey, wrappedFor(account));
  return { public: publicHalf("x25519", opened.privateKey), salt, wrapped };
};

export const newAccountKey = (account: AccountId): Opened => ({
  account,
  privateKey: randomBytes(KEY_BYTES),
});

/** Under its new password. Another key than before takes everything with it that was sealed to that. */
export const saveAccountKey = async (db: Db, account: AccountId, key: WrappedKey): Promise<void> => {
  await db
    .deleteFrom("account_key")
    .where("account_id", "=", account)
    .where("public", "<>", key.public)
    .execute();
  const { salt, wrapped } = key;
  await db
    .insertInto("account_key")
    .values({ account_id: account, ...key })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet({ salt, wrapped }))
    .execute();
};

const wrappedFor = (account: string): string => `yinuo/account-key/v1\n${account}`;

type Session = {
  /** Absent while the code of the second step is still due. */
  readonly session?: string | undefined;
};

/** Keeps the key for a session. Answers the secret, for a cookie alone: nothing here opens the key without it. */
export const keepOpenedKey = async (
  db: Db,
  { account, privateKey }: Opened,
  { session }: Session,
): Promise<string> => {
  await forgetOldOpened(db);
  const secret = randomBytes(KEY_BYTES);
  const sealed = encrypt(secret, privateKey, openedFor(account, session));
  const id = idOf(secret);
  await db
    .insertInto("opened_key")
    .values({ id, account_id: account, session_id: session ?? null, sealed })
    .execute();
  return secret.toString("base64url");
};

/** `undefined` unless the secret is that of this very session of this account. */
export const openedKeyOf = async (
  db: Db,
  { account, session, secret }: Session & { readonly account: AccountId; readonly secret: string },
): Promise<Opened | undefined> => {
  const key = Buffer.from(secret, "base64url");
  if (key.length !== KEY_BYTES) return undefined;
  const row = await db
    .selectFrom("opened_key")
    .select("sealed")
    .where("id", "=", idOf(key))
    .where("account_id", "=", account)
    .where("session_id", session === undefined ? "is" : "=", session ?? null)
    .executeTakeFirst();
  const privateKey = row && decrypt(key, row.sealed, openedFor(account, session));
  return privateKey === undefined ? undefined : { account, privateKey };
};

export const forgetOpenedKey = async (db: Db, secret: string): Promise<void> => {
  await db
    .deleteFrom("opened_key")
    .where("id", "=", idOf(Buffer.from(secret, "base64url")))
    .execute();
};

/** The session of a token that was just given out. */
export const sessionOfToken = async (db: Db, token: string): Promise<string | undefined> =>
  (await db.selectFrom("session").select("id").where("token", "=", token).executeTakeFirst())?.id;

const openedFor = (account: string, session: string | undefined): string =>
  `yinuo/opened-key/v1\n${account}\n${session ?? "second step"}`;

/** Tells nothing of the secret. */
const idOf = (secret: Uint8Array): string =>
  createHash("sha256").update("yinuo/opened-key/id\n").update(secret).digest("base64url");

/** What a session that was never ended left behind, and what waited for a code that did not come. */
const forgetOldOpened = async (db: Db): Promise<void> => {
  await sql`DELETE FROM opened_key WHERE (session_id IS NULL AND made_at < now() - interval '15 minutes')
    OR made_at < now() - make_interval(days => ${LONGEST_SESSION_DAYS})
    OR session_id IN (SELECT id FROM session WHERE expires_at < now())`.execute(db);
};
