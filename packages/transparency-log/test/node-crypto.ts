// Ed25519 of Node, as a program with a whole log to check brings it along.

import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { Ed25519 } from "@yinuo/transparency-log";

/** What stands before the 32 bytes in DER (RFC 8410, section 7 and 4). */
const PRIVATE = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC = Buffer.from("302a300506032b6570032100", "hex");

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: "der", type: "pkcs8" });

export const NODE_ED25519: Ed25519 = {
  sign: (message, seed) => new Uint8Array(sign(null, message, privateKey(seed))),
  verify: (signature, message, key) => {
    const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC, key]), format: "der", type: "spki" });
    return verify(null, message, publicKey, signature);
  },
  publicKey: (seed) =>
    new Uint8Array(
      createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" }).subarray(PUBLIC.length),
    ),
};
