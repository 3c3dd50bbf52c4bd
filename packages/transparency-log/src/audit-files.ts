// Auditing a log from its files: every entry against its hash, every tile against those below, the whole against the root.

import { startEntryAudit, type AuditFinding, type AuditOptions, type EntryAuditReport } from "./audit.ts";
import { readEntries, type FileFault, type ReadFile } from "./audit-reading.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { HASH_BYTES, RFC6962, sameBytes, type Hash } from "./hashing.ts";
import { verifyInclusion } from "./proof.ts";
import { edgeRoot, EMPTY_EDGE, growEdge, readHashes, type ReadTile, type TileFile } from "./tile-edge.ts";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";
import { proveInclusionFromTiles } from "./tile-proof.ts";

export type Tree = Pick<Checkpoint, "size" | "root">;

export type FilesToAudit = Omit<AuditOptions, "loggedOn"> & {
  /** A file of the log by its path, `tile/…`. */
  readonly read: ReadFile;
  /** Of the checkpoint, whose signatures were verified. */
  readonly tree: Tree;
  /** Checkpoints seen before: the log has to continue each of them. */
  readonly earlier?: readonly Tree[];
  /** How many bundles are asked for before the first has come. */
  readonly ahead?: number;
  /** After each 4,096 entries or fewer; the audit goes on when it is done. */
  readonly told?: (entries: number) => Promise<void> | void;
};

export type FileFinding = FileFault | AuditFinding;

export type FileAuditReport = EntryAuditReport & { readonly root: Hash };

/** Yields what it finds; `faults` and `flags` of its report are those of the entries. */
export const auditFiles = async function* (wish: FilesToAudit): AsyncGenerator<FileFinding, FileAuditReport> {
  const { tree, hashing = RFC6962, earlier = [] } = wish;
  const auditor = startEntryAudit(wish);
  let edge = EMPTY_EDGE;
  yield* shrunk(tree, earlier);
  for await (const batch of readEntries(wish.read, tree.size, wish.ahead)) {
    const leaves: Hash[] = [];
    for (const part of batch) {
      if (part.fault !== undefined) yield part.fault;
      const hashes = part.entries.map(hashing.leaf);
      const { hash, differs } = await settle(part.first, hashes, part.tile, wish);
      yield* differs;
      const wrong = new Set(differs.map(({ index }) => index));
      for (const [at, leaf] of hash.entries()) {
        const entry = part.entries[at];
        leaves.push(leaf);
        if (entry === undefined || wrong.has(part.first + at)) auditor.skip();
        else yield* auditor.add(entry, leaf);
      }
    }
    for (const stretch of cut(leaves, edge.size, earlier)) {
      const grown = growEdge(edge, stretch, hashing);
      edge = grown.edge;
      yield* nodeFaults(grown.tiles, edge.size === tree.size, wish);
      const here = earlier.filter(({ size }) => size === edge.size);
      if (here.some(({ root }) => !sameBytes(root, edgeRoot(edge, hashing))))
        yield { fault: "forked", size: edge.size };
    }
    await wish.told?.(edge.size);
  }
  const root = edgeRoot(edge, hashing);
  if (edge.size !== tree.size || !sameBytes(root, tree.root)) yield { fault: "rootDiffers", size: tree.size };
  return { ...auditor.report(), root };
};

const shrunk = ({ size }: Tree, earlier: readonly Tree[]): readonly FileFault[] =>
  earlier.filter((each) => each.size > size).map((each) => ({ fault: "shrunk", size, was: each.size }));

type Differing = { readonly fault: "entryDiffers" | "hashDiffers" | "neitherFits"; readonly index: number };

/** The hashes to go on with: where entry and tile disagree, the one that leads to the signed root. */
const settle = async (
  first: number,
  computed: readonly Hash[],
  tile: Uint8Array | undefined,
  wish: FilesToAudit,
): Promise<{ readonly hash: readonly Hash[]; readonly differs: readonly Differing[] }> => {
  if (tile === undefined) return { hash: computed, differs: [] };
  const hash: Hash[] = [];
  const differs: Differing[] = [];
  for (let at = 0; at * HASH_BYTES < tile.length; at += 1) {
    const own = computed[at];
    const told = tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    if (own === undefined) hash.push(told.slice());
    else if (sameBytes(own, told)) hash.push(own);
    else {
      const index = first + at;
      const last = differs.at(-1);
      // Of many in one bundle the first few are looked into; the others share their fate.
      const fault = differs.length < MOST_SETTLED ? await blame(index, { own, told }, wish) : last?.fault;
      differs.push({ fault: fault ?? "neitherFits", index });
      hash.push(fault === "entryDiffers" ? told.slice() : own);
    }
  }
  return { hash, differs };
};

const MOST_SETTLED = 8;

const blame = async (
  index: number,
  { own, told }: { readonly own: Hash; readonly told: Hash },
  { tree, hashing = RFC6962, read }: FilesToAudit,
): Promise<Differing["fault"]> => {
  const readTile: ReadTile = (tile) => read(tilePath(tile));
  const proof = await proveInclusionFromTiles({ index, size: tree.size }, readTile, hashing);
  if (!proof.ok) return "neitherFits";
  const leads = (leaf: Hash) => verifyInclusion({ index, ...tree, leaf, proof: proof.value }, hashing);
  if (leads(told)) return "entryDiffers";
  return leads(own) ? "hashDiffers" : "neitherFits";
};

/** So that the tree stands still at each size where a root is known. */
const cut = (
  leaves: readonly Hash[],
  from: number,
  earlier: readonly Tree[],
): readonly (readonly Hash[])[] => {
  const to = from + leaves.length;
  const within = earlier.map(({ size }) => size).filter((size) => size > from && size < to);
  const cuts = [...new Set([from, ...within, to])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, at) => leaves.slice((cuts[at] ?? from) - from, end - from));
};

/** Tiles of level 0 were compared entry by entry; a partial one counts only at the size of the checkpoint. */
const nodeFaults = async function* (
  tiles: readonly TileFile[],
  atEnd: boolean,
  { read }: FilesToAudit,
): AsyncGenerator<FileFault> {
  for (const { tile, path, bytes } of tiles) {
    if (tile.level === 0 || (tile.width < TILE_WIDTH && !atEnd)) continue;
    const there = await readHashes(tile, (wanted) => read(tilePath(wanted)));
    if (!there.ok) {
      const fault = there.error.code === "tileMissing" ? "fileMissing" : "fileMalformed";
      yield { fault, path, ...leavesUnder(tile, { at: 0, to: tile.width }) };
      continue;
    }
    const wrong = there.value.findIndex(
      (hash, at) => !sameBytes(hash, bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
    );
    if (wrong >= 0) yield { fault: "nodeDiffers", path, ...leavesUnder(tile, { at: wrong, to: wrong + 1 }) };
  }
};

const leavesUnder = (
  { level, index }: Tile,
  { at, to }: { readonly at: number; readonly to: number },
): { readonly from: number; readonly to: number } => {
  const each = TILE_WIDTH ** Number(level);
  return { from: (index * TILE_WIDTH + at) * each, to: (index * TILE_WIDTH + to) * each };
};
