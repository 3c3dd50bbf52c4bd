// The shape of a Merkle tree of a given size: which perfect subtrees a stretch of leaves consists of.

import type { Hash, TreeHashing } from "./hashing.ts";

/** Leaves `from` up to but not including `to`. */
export type Stretch = { readonly from: number; readonly to: number };

/** The perfect subtree over leaves `index * 2^level` up to `(index + 1) * 2^level`. */
export type Node = { readonly level: number; readonly index: number };

export const isTreeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/** The largest power of two smaller than `count`, where a tree of `count` leaves is split; `count` is 2 or more. */
export const splitOf = (count: number): number => {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
};

/** From left to right. The stretch begins where a subtree of its size may begin, as every stretch of a proof does. */
export const nodesOf = ({ from, to }: Stretch): readonly Node[] => {
  const nodes: Node[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    let width = 1;
    while (at + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
};

/** The hash of a stretch from those of its `nodesOf`. */
export const foldRight = (hashes: readonly Hash[], { node, empty }: TreeHashing): Hash =>
  hashes.length === 0 ? empty : hashes.reduceRight((right, left) => node(left, right));
