// Ed25519 (RFC 8032), in every browser and in Node; Node's own is many times faster and can be brought along.

import { ed25519 } from "@noble/curves/ed25519.js";

export type Ed25519 = {
  /** 64 bytes. `seed`: the private key, 32 bytes. */
  readonly sign: (message: Uint8Array, seed: Uint8Array) => Uint8Array;
  readonly verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;
  readonly publicKey: (seed: Uint8Array) => Uint8Array;
};

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

export const ED25519: Ed25519 = {
  sign: (message, seed) => ed25519.sign(message, seed),
  verify: (signature, message, publicKey) => {
    if (signature.length !== SIGNATURE_BYTES || publicKey.length !== KEY_BYTES) return false;
    try {
      // The strict rules of RFC 8032, which Go and OpenSSL apply too.
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
  publicKey: (seed) => ed25519.getPublicKey(seed),
};
