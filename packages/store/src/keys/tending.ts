// What an account's keys need when it comes: a first key for its body, the next one where somebody left, a new one where it was lost.

import { randomBytes } from "node:crypto";
import { ok, type Context } from "@yinuo/core";
import { toBase64Url, type KeyChange } from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";
import { addHistory } from "../history.ts";
import { isBehind } from "../log/append.ts";
import type { Signer } from "../log/leaf.ts";
import { signKeyChange } from "../log/signing.ts";
import { writing } from "../transaction.ts";
import type { Opened } from "./account-keys.ts";
import {
  giveKey,
  holdingsOf,
  keyFrom,
  openHolding,
  otherHoldersOf,
  type HeldKey,
  type Holding,
  type Receiver,
  type Signatory,
} from "./body-keys.ts";
import { KEY_BYTES, publicHalf } from "./sealing.ts";

/**
 * - No active key: this account makes one. It is signed by itself, and by the jurisdiction where the account holds its key.
 * - A key that this account holds and somebody else lost or left with: the next one, signed by both.
 * - A key that nobody holds any more: a new one without the old one's signature, which every verifier flags.
 * Nothing while the log has older entries to catch up with: a change of keys must be in it at once.
 */
export const tendKeys = async (db: Db, opened: Opened, context: Context): Promise<void> => {
  const needy = (await holdingsOf(db, opened.account)).some(
    (holding) => needOf(opened, holding) !== undefined,
  );
  if (!needy) return;
  await writing(db, async (tx) => {
    if (await isBehind(tx)) return ok(false);
    const held = new Map<Signatory, HeldKey>();
    for (const holding of await holdingsOf(tx, opened.account)) {
      const key = openHolding(opened, holding);
      const need = needOf(opened, holding);
      const next = need === undefined ? key : await makeKey(tx, { opened, context, holding, need, held });
      if (next !== undefined) held.set(holding.body, next);
    }
    return ok(true);
  });
};

/** Because a password may have leaked: all that this account holds. */
export const rotateKeys = async (db: Db, opened: Opened, context: Context): Promise<void> => {
  await db
    .updateTable("body_key")
    .set({ rotation_due: true })
    .where("state", "=", "active")
    .where("id", "in", (query) =>
      query.selectFrom("body_seed").select("key_id").where("account_id", "=", opened.account),
    )
    .execute();
  await tendKeys(db, opened, context);
};

type Need = "add" | "rotate" | "replace";

const needOf = (opened: Opened, holding: Holding): Need | undefined => {
  if (holding.id === null) return "add";
  if (openHolding(opened, holding) !== undefined) return holding.rotation_due === true ? "rotate" : undefined;
  return holding.others === 0 ? "replace" : undefined;
};

type Making = {
  readonly opened: Opened;
  readonly context: Context;
  readonly holding: Holding;
  readonly need: Need;
  /** What the account holds of those that came before. */
  readonly held: ReadonlyMap<Signatory, HeldKey>;
};

const makeKey = async (tx: Db, making: Making): Promise<HeldKey> => {
  const { opened, context, holding, need, held } = making;
  const { body } = holding;
  const key = keyFrom(body, randomBytes(KEY_BYTES));
  const old = openHolding(opened, holding);
  const others = old === undefined ? [] : await otherHoldersOf(tx, old, opened.account);
  if (holding.id !== null) await endKey(tx, holding.id, need === "rotate" ? "rotated" : "replaced");
  const own = { account: opened.account, publicKey: publicHalf("x25519", opened.privateKey) };
  const jurisdiction = body === null ? undefined : held.get(null)?.signer;
  const signers =
    need === "rotate" ? [old?.signer, key.signer] : [key.signer, need === "add" ? jurisdiction : undefined];
  await putKey(tx, {
    verb: need === "add" ? "key.added" : "key.rotated",
    key,
    receivers: [own, ...others],
    signers: signers.filter((signer) => signer !== undefined),
    context,
  });
  return key;
};

type Putting = {
  readonly verb: "key.added" | "key.rotated";
  readonly key: HeldKey;
  readonly receivers: readonly Receiver[];
  readonly signers: readonly Signer[];
  readonly context: Context;
};

/** From here on it signs for its body. */
export const putKey = async (tx: Db, { verb, key, receivers, signers, context }: Putting): Promise<void> => {
  const { body, seed, signer } = key;
  const publicKey = publicHalf("ed25519", seed);
  await tx.insertInto("body_key").values({ id: signer.keyId, body, public: publicKey }).execute();
  for (const receiver of receivers) await giveKey(tx, key, receiver);
  const change = { public: toBase64Url(publicKey) };
  await noteKey(tx, { verb, body, key: change, signers, next: signer, context });
};

export const endKey = async (
  tx: Db,
  id: string,
  state: "rotated" | "replaced" | "revoked",
): Promise<void> => {
  await tx.deleteFrom("body_seed").where("key_id", "=", id).execute();
  await tx
    .updateTable("body_key")
    .set({ state, ended_at: new Date(), rotation_due: false })
    .where("id", "=", id)
    .execute();
};

type Noted = {
  readonly verb: "key.added" | "key.rotated" | "key.revoked";
  readonly body: Signatory;
  readonly key: KeyChange;
  readonly signers: readonly Signer[];
  readonly next: Signer | undefined;
  readonly context: Context;
};

/** The body itself is said to act, whoever signs: it is its key. */
export const noteKey = async (tx: Db, noted: Noted): Promise<void> => {
  const { verb, body, key, signers, next, context } = noted;
  signKeyChange(tx, key.public, { signers, next });
  const place = body === null ? { subject: "key" } : { subject: `key/${body}`, body };
  const by = { ...context.by, body: body ?? undefined };
  await addHistory(tx, [{ ...place, verb, happenedOn: context.today, by, old: {}, new: { key } }]);
};
