// SHA-256 and Ed25519 by Node's own code: several times as fast as what runs everywhere.

import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from "node:crypto";
import { treeHashing, type AuditOptions, type Ed25519, type Sha256 } from "@yinuo/transparency-log";

export const SHA256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

export const HASHING = treeHashing(SHA256);

/** What stands before the 32 bytes in DER (RFC 8410, sections 7 and 4). */
const PRIVATE = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC = Buffer.from("302a300506032b6570032100", "hex");

const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: "der", type: "pkcs8" });

/** A log has few keys, and making one of its bytes costs half as much as a check. */
const known = new Map<string, KeyObject>();

const publicKey = (key: Uint8Array): KeyObject => {
  const name = Buffer.from(key).toString("latin1");
  const there = known.get(name);
  if (there !== undefined) return there;
  const made = createPublicKey({ key: Buffer.concat([PUBLIC, key]), format: "der", type: "spki" });
  if (known.size > 10_000) known.clear();
  known.set(name, made);
  return made;
};

export const CRYPTO: Ed25519 = {
  sign: (message, seed) => new Uint8Array(sign(null, message, privateKey(seed))),
  verify: (signature, message, key) => {
    try {
      return verify(null, message, publicKey(key), signature);
    } catch {
      return false;
    }
  },
  publicKey: (seed) =>
    new Uint8Array(
      createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" }).subarray(PUBLIC.length),
    ),
};

export type Checks = {
  readonly verify: Exclude<AuditOptions["verify"], "unchecked" | undefined>;
  /** When no more than `waiting` are under way. */
  readonly settled: (waiting?: number) => Promise<void>;
  /** The entries with a signature that does not verify, in no order. */
  readonly wrong: readonly number[];
};

/** Signatures of entries checked beside the audit, on the threads Node has for that: each is taken for right until then. */
export const checkBeside = (): Checks => {
  const wrong: number[] = [];
  let underWay = 0;
  let waiter: { readonly until: number; readonly wake: () => void } | undefined;
  const checked = (index: number, right: boolean): void => {
    if (!right) wrong.push(index);
    underWay -= 1;
    if (waiter !== undefined && underWay <= waiter.until) waiter.wake();
  };
  return {
    verify: (signature, message, key, index) => {
      underWay += 1;
      ifRight(signature, message, key, (right) => checked(index, right));
      return true;
    },
    // One promise for all of them: one for each entry costs more than the signatures.
    settled: async (until = 0) => {
      if (underWay > until) await new Promise<void>((wake) => (waiter = { until, wake }));
      waiter = undefined;
    },
    wrong,
  };
};

const ifRight = (
  signature: Uint8Array,
  message: Uint8Array,
  key: Uint8Array,
  done: (right: boolean) => void,
): void => {
  try {
    verify(null, message, publicKey(key), signature, (problem, right) => done(problem === null && right));
  } catch {
    done(false);
  }
};
