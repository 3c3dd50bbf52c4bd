// A body's first key comes with the account that a steward makes for it: the jurisdiction signs that it is the body's.

import { randomBytes } from "node:crypto";
import { ok, type AccountId, type Context } from "@yinuo/core";
import { toBase64Url } from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";
import { isBehind } from "../log/append.ts";
import { writing } from "../transaction.ts";
import { saveAccountKey, type Opened, type WrappedKey } from "./account-keys.ts";
import { giveKey, holdingsOf, keyFrom, openHolding, type HeldKey, type Holding } from "./body-keys.ts";
import { KEY_BYTES } from "./sealing.ts";
import { endKey, noteKey, putKey } from "./tending.ts";

type Equipping = {
  /** Of the steward who made the account or its password. */
  readonly opened: Opened;
  readonly account: AccountId;
  /** The account's key under its new password; slow, and only made where it is needed. */
  readonly wrap: () => Promise<WrappedKey>;
};

/**
 * Where nobody holds the key of the account's body and the steward holds the jurisdiction's: a lost one is revoked, a new
 * one added, and sealed to this account. What a password that two people know can open is replaced when the account
 * chooses its own (`inheritKeys`). Another steward is given the jurisdiction's key by a steward, never by this.
 */
export const equipAccount = async (db: Db, wish: Equipping, context: Context): Promise<void> => {
  const { opened, account } = wish;
  if ((await bodyWithoutHolder(db, account)) === undefined) return;
  if ((await jurisdictionOf(db, opened)) === undefined) return;
  const key = await wish.wrap();
  await writing(db, async (tx) => {
    const body = await bodyWithoutHolder(tx, account);
    const jurisdiction = await jurisdictionOf(tx, opened);
    if (body === undefined || jurisdiction === undefined || (await isBehind(tx))) return ok(false);
    if (body.id !== null) await revoke(tx, { id: body.id, body, jurisdiction, context });
    await saveAccountKey(tx, account, key);
    const added = keyFrom(body.body, randomBytes(KEY_BYTES));
    await putKey(tx, {
      verb: "key.added",
      key: added,
      receivers: [{ account, publicKey: key.public }],
      signers: [added.signer, jurisdiction.signer],
      context,
    });
    return ok(true);
  });
};

const bodyWithoutHolder = async (db: Db, account: AccountId): Promise<Holding | undefined> =>
  (await holdingsOf(db, account)).find(
    ({ body, sealed, others }) => body !== null && sealed === null && others === 0,
  );

const jurisdictionOf = async (db: Db, opened: Opened): Promise<HeldKey | undefined> =>
  (await holdingsOf(db, opened.account))
    .map((holding) => openHolding(opened, holding))
    .find((key) => key?.body === null);

type Revoking = {
  readonly id: string;
  readonly body: Holding;
  readonly jurisdiction: HeldKey;
  readonly context: Context;
};

const revoke = async (tx: Db, { id, body, jurisdiction, context }: Revoking): Promise<void> => {
  const row = await tx.selectFrom("body_key").select("public").where("id", "=", id).executeTakeFirstOrThrow();
  await endKey(tx, id, "revoked");
  const key = { public: toBase64Url(row.public), ground: "lost" } as const;
  const signers = [jurisdiction.signer];
  await noteKey(tx, { verb: "key.revoked", body: body.body, key, signers, next: undefined, context });
};

/**
 * Within the transaction that keeps an account's own password after one that somebody else made: the new key of the account
 * gets what the old one held, and each of these is replaced as soon as the account is in.
 */
export const inheritKeys = async (
  tx: Db,
  { from, key }: { readonly from: Opened; readonly key: WrappedKey },
): Promise<void> => {
  const { account } = from;
  const held = (await holdingsOf(tx, account)).map((holding) => openHolding(from, holding));
  await saveAccountKey(tx, account, key);
  for (const one of held) {
    if (one === undefined) continue;
    await giveKey(tx, one, { account, publicKey: key.public });
    await tx.updateTable("body_key").set({ rotation_due: true }).where("id", "=", one.signer.keyId).execute();
  }
};
