// The drand beacon: whether a round was signed by its network. Apart from the rest, since it brings an elliptic curve along.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { isHex } from "./bytes.ts";
import type { BeaconPart } from "./seed.ts";

/** The public key of quicknet (chain 52db9ba7…), on G2. */
const QUICKNET_KEY =
  "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
  "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

/** Of an unchained network with signatures on G1 (RFC 9380, section 8.8.1). */
const TAG = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** The message of a round is SHA-256 of its number in eight bytes, the most significant first. */
export const isFromQuicknet = ({ round, signature }: Pick<BeaconPart, "round" | "signature">): boolean => {
  if (!isHex(signature, 96) || !Number.isSafeInteger(round) || round < 1) return false;
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  const { shortSignatures } = bls12_381;
  try {
    const message = shortSignatures.hash(sha256(number), TAG);
    return shortSignatures.verify(hexToBytes(signature), message, hexToBytes(QUICKNET_KEY));
  } catch {
    // No point of the curve.
    return false;
  }
};

/** What drand publishes as the round's randomness. */
export const randomnessOf = (signature: string): string => bytesToHex(sha256(hexToBytes(signature)));
