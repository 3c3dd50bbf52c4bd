// Whose keys are at hand while something is written: brought along with the handle, or made within the transaction.

import { alsoFor, type Db } from "../connection.ts";
import type { Signer } from "./leaf.ts";

/** By body; the jurisdiction's own under `null`. */
export type Signers = ReadonlyMap<string | null, Signer>;

type AskSigners = (tx: Db) => Promise<Signers>;

const broughtBy = new WeakMap<Db, AskSigners>();

/** The same database; what is written through this handle is signed by the bodies whose keys `ask` finds when it is over. */
export const signing = (db: Db, ask: AskSigners): Db => {
  const handle = db.withTables();
  alsoFor(handle, db);
  broughtBy.set(handle, ask);
  return handle;
};

export const signersOf = async (db: Db, tx: Db): Promise<Signers> =>
  (await broughtBy.get(db)?.(tx)) ?? new Map();

/** `next` signs what is written after it; absent when a key only goes. */
export type KeySigners = { readonly signers: readonly Signer[]; readonly next: Signer | undefined };

const keyChanges = new WeakMap<Db, Map<string, KeySigners>>();

/** Who signs the change of this public key (base64url) that is being written in the transaction. */
export const signKeyChange = (tx: Db, publicKey: string, by: KeySigners): void => {
  const changes = keyChanges.get(tx) ?? new Map<string, KeySigners>();
  changes.set(publicKey, by);
  keyChanges.set(tx, changes);
};

export const keySignersOf = (tx: Db, publicKey: string): KeySigners => {
  const by = keyChanges.get(tx)?.get(publicKey);
  if (by === undefined) throw new Error("a change of keys that nobody signs");
  return by;
};
