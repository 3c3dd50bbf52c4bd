// The hashes of a bundle's entries and of the tile they make: most of the work of an audit, and the part that can be done elsewhere.

import { TILE_WIDTH } from "./tile-path.ts";
import { stretchHash } from "./tile-edge.ts";
import type { Hash, TreeHashing } from "./hashing.ts";

/** `tile`: the hash over all of them, where they are 256. */
export type BundleDigest = { readonly leaves: readonly Hash[]; readonly tile: Hash | undefined };

export const digestBundle = (bundle: Uint8Array, width: number, hashing: TreeHashing): BundleDigest => {
  const leaves = entriesIn(bundle, width).map(hashing.leaf);
  return { leaves, tile: tileHash(leaves, hashing) };
};

export const tileHash = (leaves: readonly Hash[], hashing: TreeHashing): Hash | undefined =>
  leaves.length === TILE_WIDTH ? stretchHash({ from: 0, to: TILE_WIDTH }, leaves, hashing) : undefined;

/** As many as are whole, at most `width`: of a damaged bundle the first entry that differs is to be named. */
export const entriesIn = (bytes: Uint8Array, width: number): readonly Uint8Array[] => {
  const entries: Uint8Array[] = [];
  for (let at = 0; entries.length < width;) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) break;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
};
