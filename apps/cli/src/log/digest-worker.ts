// Hashes the bundles it is sent, on a thread of its own: leaves in one stretch of bytes, and the tile over them.

import { hash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { tileHash } from "@yinuo/transparency-log";
import { HASHING } from "./node-crypto.ts";

export type DigestTask = { readonly id: number; readonly bundle: Uint8Array; readonly width: number };
export type DigestDone = {
  readonly id: number;
  readonly leaves: Uint8Array<ArrayBuffer>;
  readonly tile: Uint8Array | undefined;
};

parentPort?.on("message", ({ id, bundle, width }: DigestTask) => {
  const leaves = leavesOf(bundle, width);
  const tile = tileHash(leaves, HASHING);
  const done: DigestDone = { id, leaves: Uint8Array.from(Buffer.concat(leaves)), tile };
  parentPort?.postMessage(done, [done.leaves.buffer]);
});

/** The bundle is a copy, so each entry gets the zero of a leaf (RFC 6962) in the place where its length ended. */
const leavesOf = (bundle: Uint8Array, width: number): readonly Buffer[] => {
  const leaves: Buffer[] = [];
  for (let at = 0; leaves.length < width && at + 2 <= bundle.length;) {
    const end = at + 2 + (bundle[at] ?? 0) * 256 + (bundle[at + 1] ?? 0);
    if (end > bundle.length) break;
    bundle[at + 1] = 0;
    leaves.push(hash("sha256", bundle.subarray(at + 1, end), "buffer"));
    at = end;
  }
  return leaves;
};
