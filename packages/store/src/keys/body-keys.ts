// The keys of bodies as the tables have them: which is active, who holds it, who waits for it, and the signers of an account.

import type { AccountId, BodyCode } from "@yinuo/core";
import { bodyKeyId } from "@yinuo/transparency-log";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import type { Signer } from "../log/leaf.ts";
import type { Signers } from "../log/signing.ts";
import type { Opened } from "./account-keys.ts";
import { holderMark, openSealed, publicHalf, sealTo, signWith } from "./sealing.ts";

/** A body by its code, the jurisdiction itself as `null`: a steward speaks for it, and an account for its own body. */
export type Signatory = BodyCode | null;

/** A key whose private half is at hand. */
export type HeldKey = { readonly body: Signatory; readonly seed: Buffer; readonly signer: Signer };

export const keyFrom = (body: Signatory, seed: Buffer): HeldKey => {
  const keyId = bodyKeyId(publicHalf("ed25519", seed));
  return { body, seed, signer: { body, keyId, sign: signWith(seed) } };
};

/** One for each that the account speaks for: the active key, whether this account holds it, and how many others do. */
export type Holding = {
  readonly body: Signatory;
  readonly id: string | null;
  readonly rotation_due: boolean | null;
  readonly sealed: Buffer | null;
  readonly others: number;
};

/** The jurisdiction's first. A closed account speaks for nobody. */
export const holdingsOf = async (db: Db, account: AccountId): Promise<readonly Holding[]> => {
  const { rows } = await sql<Holding>`
    SELECT spoken.body, key.id, key.rotation_due, own.sealed,
      (SELECT count(*)::int FROM body_seed JOIN account AS other ON other.id = body_seed.account_id
        WHERE body_seed.key_id = key.id AND other.id <> account.id AND ${speaks("other")}) AS others
    FROM account
      CROSS JOIN LATERAL (SELECT NULL AS body WHERE account.role = 'steward'
        UNION ALL SELECT account.body WHERE account.body IS NOT NULL) AS spoken
      LEFT JOIN body_key AS key ON key.body IS NOT DISTINCT FROM spoken.body AND key.state = 'active'
      LEFT JOIN body_seed AS own ON own.key_id = key.id AND own.account_id = account.id
    WHERE account.id = ${account} AND account.closed_on IS NULL ORDER BY spoken.body NULLS FIRST`.execute(db);
  return rows;
};

/** Whether the account of this name speaks for the body of `key`. */
export const speaks = (account: string) => {
  const column = (name: string) => sql.ref(`${account}.${name}`);
  return sql`${column("closed_on")} IS NULL
    AND CASE WHEN key.body IS NULL THEN ${column("role")} = 'steward' ELSE ${column("body")} = key.body END`;
};

/** The key of a holding, opened; `undefined` where the account does not hold it. */
export const openHolding = (opened: Opened, { body, id, sealed }: Holding): HeldKey | undefined => {
  if (id === null || sealed === null) return undefined;
  const seed = openSealed(opened.privateKey, sealed, sealedFor(id, opened.account));
  const key = seed && keyFrom(body, seed);
  return key?.signer.keyId === id ? key : undefined;
};

/** Who this account can sign for now. */
export const signersOfAccount = async (db: Db, opened: Opened): Promise<Signers> => {
  const keys = (await holdingsOf(db, opened.account)).map((holding) => openHolding(opened, holding));
  return new Map(keys.flatMap((key) => (key === undefined ? [] : [[key.body, key.signer] as const])));
};

export type Receiver = { readonly account: string; readonly publicKey: Uint8Array };

/** From now on the receiver's account opens it too. */
export const giveKey = async (
  tx: Db,
  { seed, signer }: HeldKey,
  { account, publicKey }: Receiver,
): Promise<void> => {
  const sealed = sealTo(publicKey, seed, sealedFor(signer.keyId, account));
  const holder = holderMark(seed, account, publicKey);
  await tx
    .insertInto("body_seed")
    .values({ key_id: signer.keyId, account_id: account, sealed, holder })
    .onConflict((conflict) => conflict.columns(["key_id", "account_id"]).doUpdateSet({ sealed, holder }))
    .execute();
};

const sealedFor = (keyId: string, account: string): string => `yinuo/body-seed/v1\n${keyId}\n${account}`;

/** Whoever else was given this key, under the very public key it was given to, and still speaks for its body. */
export const otherHoldersOf = async (
  tx: Db,
  { seed, signer }: HeldKey,
  but: string,
): Promise<readonly Receiver[]> => {
  const { rows } = await sql<{ account: string; publicKey: Buffer; holder: Buffer }>`
    SELECT account.id AS account, account_key.public AS "publicKey", body_seed.holder
    FROM body_key AS key JOIN body_seed ON body_seed.key_id = key.id
      JOIN account_key ON account_key.account_id = body_seed.account_id
      JOIN account ON account.id = body_seed.account_id
    WHERE key.id = ${signer.keyId} AND account.id <> ${but} AND ${speaks("account")}`.execute(tx);
  return rows.filter(({ account, publicKey, holder }) => holderMark(seed, account, publicKey).equals(holder));
};

/**
 * Within the transaction in which an account is closed or speaks for others than before. Whoever still holds a key that it
 * held replaces that key at the next occasion.
 */
export const dropHoldings = async (tx: Db, account: AccountId): Promise<void> => {
  const { rows } = await sql<{ id: string }>`DELETE FROM body_seed USING body_key AS key, account
    WHERE key.id = body_seed.key_id AND account.id = body_seed.account_id AND account.id = ${account}
      AND NOT (${speaks("account")}) RETURNING key.id`.execute(tx);
  await rotateSoon(tx, rows);
};

/** When the password was made anew by somebody else: with the account's own key goes whatever was sealed to it. */
export const dropAccountKey = async (tx: Db, account: AccountId): Promise<void> => {
  const held = await tx
    .deleteFrom("body_seed")
    .where("account_id", "=", account)
    .returning("key_id as id")
    .execute();
  await rotateSoon(tx, held);
  await tx.deleteFrom("account_key").where("account_id", "=", account).execute();
};

const rotateSoon = async (tx: Db, keys: readonly { readonly id: string }[]): Promise<void> => {
  if (keys.length === 0) return;
  const ids = keys.map(({ id }) => id);
  await tx
    .updateTable("body_key")
    .set({ rotation_due: true })
    .where("id", "in", ids)
    .where("state", "=", "active")
    .execute();
};
