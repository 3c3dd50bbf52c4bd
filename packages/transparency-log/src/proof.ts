// Proofs that a leaf is in a tree and that a tree continues another (RFC 6962, sections 2.1.1 and 2.1.2).

import { RFC6962, sameBytes, type Hash, type TreeHashing } from "./hashing.ts";
import { foldRight, isTreeSize, nodesOf, splitOf, type Node, type Stretch } from "./tree.ts";

/** The hash of a perfect subtree that lies wholly inside the tree. */
export type HashAt = (node: Node) => Hash;

/** `first`: the hash a proof begins with, absent where the smaller tree is itself a subtree of the larger. */
export type ConsistencyPlan = { readonly first: Stretch | undefined; readonly path: readonly Stretch[] };

/** The stretches whose hashes prove that leaf `index` is in a tree of `size`, from the leaf's sibling to the root's child. */
export const planInclusion = ({
  index,
  size,
}: {
  readonly index: number;
  readonly size: number;
}): readonly Stretch[] => {
  const path: Stretch[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.toReversed();
};

/** The stretches whose hashes prove that a tree of size `to` continues one of size `from`; neither may be 0. */
export const planConsistency = (sizes: Stretch): ConsistencyPlan => {
  const path: Stretch[] = [];
  let from = 0;
  let { to } = sizes;
  while (to !== sizes.from) {
    const middle = from + splitOf(to - from);
    if (sizes.from <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return { first: from === 0 ? undefined : { from, to }, path: path.toReversed() };
};

export const stretchesOf = ({ first, path }: ConsistencyPlan): readonly Stretch[] =>
  first === undefined ? path : [first, ...path];

/** `index` is smaller than `size`. */
export const proveInclusion = (
  place: { readonly index: number; readonly size: number },
  hashAt: HashAt,
  hashing: TreeHashing = RFC6962,
): readonly Hash[] => planInclusion(place).map((stretch) => hashOf(stretch, hashAt, hashing));

/** Empty from size 0, where there is nothing to prove, and between equal sizes. */
export const proveConsistency = (
  sizes: Stretch,
  hashAt: HashAt,
  hashing: TreeHashing = RFC6962,
): readonly Hash[] =>
  sizes.from === 0
    ? []
    : stretchesOf(planConsistency(sizes)).map((stretch) => hashOf(stretch, hashAt, hashing));

const hashOf = (stretch: Stretch, hashAt: HashAt, hashing: TreeHashing): Hash =>
  foldRight(nodesOf(stretch).map(hashAt), hashing);

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
};

export const verifyInclusion = (
  { index, size, leaf, root, proof }: Inclusion,
  hashing: TreeHashing = RFC6962,
): boolean => {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return false;
  const plan = planInclusion({ index, size });
  if (plan.length !== proof.length) return false;
  const reached = plan.reduce((hash, { from }, at) => {
    const other = proof[at] as Hash;
    return from > index ? hashing.node(hash, other) : hashing.node(other, hash);
  }, leaf);
  return sameBytes(reached, root);
};

export type Consistency = {
  readonly old: { readonly size: number; readonly root: Hash };
  readonly new: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
};

/** Every tree continues the empty one, by an empty proof. */
export const verifyConsistency = (
  { old, new: later, proof }: Consistency,
  hashing: TreeHashing = RFC6962,
): boolean => {
  if (!isTreeSize(old.size) || !isTreeSize(later.size) || old.size > later.size) return false;
  if (old.size === 0)
    return proof.length === 0 && sameBytes(old.root, hashing.empty) && isRoot(later, hashing);
  const { first, path } = planConsistency({ from: old.size, to: later.size });
  const hashes = first === undefined ? [old.root, ...proof] : proof;
  if (hashes.length !== path.length + 1) return false;
  let [smaller, larger] = [hashes[0] as Hash, hashes[0] as Hash];
  for (const [at, { from }] of path.entries()) {
    const hash = hashes[at + 1] as Hash;
    if (from >= old.size) larger = hashing.node(larger, hash);
    else [smaller, larger] = [hashing.node(hash, smaller), hashing.node(hash, larger)];
  }
  return sameBytes(smaller, old.root) && sameBytes(larger, later.root);
};

const isRoot = ({ size, root }: Consistency["new"], { empty }: TreeHashing): boolean =>
  size > 0 || sameBytes(root, empty);
