// Small logs for the tests: leaves by number, the fast hash of Node, tiles kept in memory.

import { hash } from "node:crypto";
import {
  EMPTY_EDGE,
  EMPTY_TREE,
  growEdge,
  rootOf,
  tilePath,
  treeHashing,
  withLeaf,
  type Hash,
  type HashAt,
  type ReadTile,
  type TileEdge,
} from "@yinuo/transparency-log";

export const seed = 20_261_125;

export const fast = treeHashing((bytes) => hash("sha256", bytes, "buffer"));

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const said = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const leafOf = (index: number): Hash => fast.leaf(utf8(`entry ${index}`));

export const leaves = (from: number, to: number): readonly Hash[] =>
  Array.from({ length: to - from }, (_, at) => leafOf(from + at));

/** Of every perfect subtree of a log of these leaves, as the recursive definition has it. */
export const hashesOver = (all: readonly Hash[]): HashAt => {
  const rows: Hash[][] = [[...all]];
  for (let row = rows[0] ?? []; row.length > 1; row = rows.at(-1) ?? []) {
    const above: Hash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2)
      above.push(fast.node(row[at] ?? fast.empty, row[at + 1] ?? fast.empty));
    rows.push(above);
  }
  return ({ level, index }) => {
    const found = rows[level]?.[index];
    if (found === undefined) throw new RangeError(`no subtree ${index} at level ${level}`);
    return found;
  };
};

/** A served folder in memory that grows as a log does; it keeps every tile that ever appeared. */
export const tileFolder = () => {
  const files = new Map<string, Uint8Array>();
  let edge: TileEdge = EMPTY_EDGE;
  const read: ReadTile = async (tile) => files.get(tilePath(tile));
  const grow = (added: readonly Hash[]): TileEdge => {
    const grown = growEdge(edge, added, fast);
    for (const { path, bytes } of grown.tiles) files.set(path, bytes);
    edge = grown.edge;
    return edge;
  };
  return { files, read, grow };
};

export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
};

export const rootAt = (size: number): Hash =>
  rootOf(
    leaves(0, size).reduce((tree, leaf) => withLeaf(tree, leaf, fast), EMPTY_TREE),
    fast,
  );
