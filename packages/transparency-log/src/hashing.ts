// Hashes of leaves, nodes and the empty tree, as RFC 6962 section 2.1 defines them.

import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";

/** 32 bytes. */
export type Hash = Uint8Array;

/** SHA-256 of the bytes. In Node, one made of `node:crypto` is several times faster than the default. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export type TreeHashing = {
  /** SHA-256(0x00 || entry) */
  readonly leaf: (entry: Uint8Array) => Hash;
  /** SHA-256(0x01 || left || right) */
  readonly node: (left: Hash, right: Hash) => Hash;
  /** SHA-256("") */
  readonly empty: Hash;
};

export const HASH_BYTES = 32;

export const sha256: Sha256 = (bytes) => nobleSha256(bytes);

export const treeHashing = (digest: Sha256 = sha256): TreeHashing => {
  // A digest is done before the next one begins, so one buffer serves all nodes.
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = 1;
  return {
    leaf: (entry) => {
      const bytes = new Uint8Array(1 + entry.length);
      bytes.set(entry, 1);
      return digest(bytes);
    },
    node: (left, right) => {
      pair.set(left, 1);
      pair.set(right, 1 + HASH_BYTES);
      return digest(pair);
    },
    empty: digest(new Uint8Array()),
  };
};

export const RFC6962: TreeHashing = treeHashing();

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
