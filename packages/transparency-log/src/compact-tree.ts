// A tree as small as it can be kept and still grow: its size and the roots of its perfect subtrees.

import { RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import { foldRight } from "./tree.ts";

/** `roots`: of the perfect subtrees, the largest first; as many as `size` has ones in binary. */
export type CompactTree = { readonly size: number; readonly roots: readonly Hash[] };

export const EMPTY_TREE: CompactTree = { size: 0, roots: [] };

export const withLeaf = (tree: CompactTree, leaf: Hash, hashing: TreeHashing = RFC6962): CompactTree => {
  const roots = [...tree.roots];
  let hash = leaf;
  // Each one at the end of the size in binary is a subtree as large as the one just made.
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = roots.pop();
    if (left === undefined) throw new RangeError(`a tree of ${tree.size} with too few roots`);
    hash = hashing.node(left, hash);
  }
  roots.push(hash);
  return { size: tree.size + 1, roots };
};

export const rootOf = (tree: CompactTree, hashing: TreeHashing = RFC6962): Hash =>
  foldRight(tree.roots, hashing);
