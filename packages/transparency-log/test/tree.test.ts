// Hashes, trees and proofs: the vectors of RFC 6962 implementations, and every pair of sizes up to 300.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  EMPTY_TREE,
  foldRight,
  nodesOf,
  proveConsistency,
  proveInclusion,
  RFC6962,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  withLeaf,
  type CompactTree,
  type Hash,
  type HashAt,
} from "@yinuo/transparency-log";
import { fast, flipped, fromHex, hashesOver, hex, leafOf, leaves, seed } from "./logs.ts";

/** Inputs and answers that the implementations of Certificate Transparency share. */
const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const INCLUSION_0_8 = [
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
];
const CONSISTENCY_6_8 = [
  "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
];

const MOST = 300;
const all = leaves(0, MOST);
const trees = all.reduce<CompactTree[]>(
  (list, leaf) => [...list, withLeaf(list.at(-1) ?? EMPTY_TREE, leaf, fast)],
  [EMPTY_TREE],
);
const root = (size: number): Hash => rootOf(trees[size] ?? EMPTY_TREE, fast);
const hashAt = hashesOver(all);

describe("trees", () => {
  it("have the published roots at every size", () => {
    let tree = EMPTY_TREE;
    assert.equal(hex(rootOf(tree)), ROOTS[0]);
    for (const [at, entry] of ENTRIES.entries()) {
      tree = withLeaf(tree, RFC6962.leaf(fromHex(entry)));
      assert.equal(hex(rootOf(tree)), ROOTS[at + 1]);
    }
  });

  it("have the published proofs", () => {
    const vectors = hashesOver(ENTRIES.map((entry) => RFC6962.leaf(fromHex(entry))));
    assert.deepEqual(proveInclusion({ index: 0, size: 8 }, vectors).map(hex), INCLUSION_0_8);
    assert.deepEqual(proveConsistency({ from: 6, to: 8 }, vectors).map(hex), CONSISTENCY_6_8);
  });

  it("are the same with a hash brought along as with the built-in one", () => {
    for (const entry of ENTRIES)
      assert.deepEqual(fast.leaf(fromHex(entry)), Buffer.from(RFC6962.leaf(fromHex(entry))));
    assert.equal(hex(rootOf(trees[7] ?? EMPTY_TREE, fast)), hex(rootOf(trees[7] ?? EMPTY_TREE)));
  });

  it("grown leaf by leaf are the ones made at once", () => {
    const once = (some: readonly Hash[]): Hash => {
      if (some.length < 2) return some[0] ?? fast.empty;
      const split = 2 ** Math.floor(Math.log2(some.length - 1));
      return fast.node(once(some.slice(0, split)), once(some.slice(split)));
    };
    for (let size = 0; size <= MOST; size += 1) assert.equal(hex(root(size)), hex(once(all.slice(0, size))));
  });
});

describe("inclusion, for every leaf of every size up to 300", () => {
  it("is proved", () => {
    for (let size = 1; size <= MOST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = proveInclusion({ index, size }, hashAt, fast);
        const claim = { index, size, leaf: all[index] ?? fast.empty, root: root(size), proof };
        assert.ok(verifyInclusion(claim, fast), `${index} of ${size}`);
      }
  });

  it("is not proved by anything that was altered", () => {
    for (let size = 1; size <= MOST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = proveInclusion({ index, size }, hashAt, fast);
        const claim = { index, size, leaf: all[index] ?? fast.empty, root: root(size), proof };
        const at = (index * 7 + size) % Math.max(1, proof.length);
        const bent = proof.map((hash, here) => (here === at ? flipped(hash, index * 31 + size) : hash));
        const wrong = [
          { ...claim, leaf: flipped(claim.leaf, index + size) },
          { ...claim, index: index % 2 === 0 ? index + 1 : index - 1 },
          { ...claim, proof: [...proof, fast.empty] },
          ...(proof.length > 0
            ? [
                { ...claim, proof: bent },
                { ...claim, proof: proof.slice(1) },
              ]
            : []),
        ];
        for (const each of wrong) assert.ok(!verifyInclusion(each, fast), `${index} of ${size}`);
      }
  });

  it("is not proved outside the tree, or by sizes that are no sizes", () => {
    const claim = { index: 0, size: 1, leaf: leafOf(0), root: leafOf(0), proof: [] };
    assert.ok(verifyInclusion(claim));
    for (const index of [1, -1, 0.5, Number.NaN]) assert.ok(!verifyInclusion({ ...claim, index }));
    for (const size of [0, -1, 1.5, Number.POSITIVE_INFINITY])
      assert.ok(!verifyInclusion({ ...claim, size }));
  });
});

describe("consistency, for every pair of sizes up to 300", () => {
  it("is proved", () => {
    for (let to = 0; to <= MOST; to += 1)
      for (let from = 0; from <= to; from += 1) {
        const proof = proveConsistency({ from, to }, hashAt, fast);
        const claim = { old: { size: from, root: root(from) }, new: { size: to, root: root(to) }, proof };
        assert.ok(verifyConsistency(claim, fast), `${from} to ${to}`);
      }
  });

  it("is not proved by anything that was altered", () => {
    for (let to = 1; to <= MOST; to += 1)
      for (let from = 0; from <= to; from += 1) {
        const proof = proveConsistency({ from, to }, hashAt, fast);
        const claim = { old: { size: from, root: root(from) }, new: { size: to, root: root(to) }, proof };
        const at = (from * 7 + to) % Math.max(1, proof.length);
        const bent = proof.map((hash, here) => (here === at ? flipped(hash, from * 31 + to) : hash));
        const wrong = [
          { ...claim, old: { ...claim.old, root: flipped(claim.old.root, to) } },
          ...(from > 0 ? [{ ...claim, new: { ...claim.new, root: flipped(claim.new.root, from) } }] : []),
          { ...claim, proof: [...proof, fast.empty] },
          ...(proof.length > 0
            ? [
                { ...claim, proof: bent },
                { ...claim, proof: proof.slice(1) },
              ]
            : []),
          ...(from < to ? [{ ...claim, old: claim.new, new: claim.old }] : []),
        ];
        for (const each of wrong) assert.ok(!verifyConsistency(each, fast), `${from} to ${to}`);
      }
  });

  it("is proved between sizes that no loop would reach", () => {
    // Where every leaf is the same, the hash of a subtree follows from its level.
    const levels = [leafOf(0)];
    for (let level = 1; level < 53; level += 1) {
      const below = levels[level - 1] ?? fast.empty;
      levels.push(fast.node(below, below));
    }
    const uniform: HashAt = ({ level }) => levels[level] ?? fast.empty;
    const rootAt = (size: number) => foldRight(nodesOf({ from: 0, to: size }).map(uniform), fast);
    const sizes = fc.tuple(fc.integer({ min: 1, max: 2 ** 52 }), fc.integer({ min: 1, max: 2 ** 52 }));
    fc.assert(
      fc.property(sizes, (pair) => {
        const [from, to] = [Math.min(...pair), Math.max(...pair)];
        const proof = proveConsistency({ from, to }, uniform, fast);
        const claim = { old: { size: from, root: rootAt(from) }, new: { size: to, root: rootAt(to) }, proof };
        assert.ok(verifyConsistency(claim, fast));
        const included = proveInclusion({ index: from - 1, size: to }, uniform, fast);
        assert.ok(
          verifyInclusion(
            { index: from - 1, size: to, leaf: leafOf(0), root: rootAt(to), proof: included },
            fast,
          ),
        );
      }),
      { seed, numRuns: 200 },
    );
  });
});
