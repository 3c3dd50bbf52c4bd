// Auditing a log from its files: every entry against its hash, every tile against those below, the whole against the root.

import {
  startEntryAudit,
  type AuditFinding,
  type AuditOptions,
  type EntryAuditor,
  type EntryAuditReport,
} from "./audit.ts";
import {
  readEntries,
  type BundleRead,
  type DigestBundle,
  type FileFault,
  type ReadFile,
} from "./audit-reading.ts";
import { digestBundle, tileHash, type BundleDigest } from "./bundle-digest.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { HASH_BYTES, RFC6962, sameBytes, type Hash, type TreeHashing } from "./hashing.ts";
import { verifyInclusion } from "./proof.ts";
import { edgeRoot, EMPTY_EDGE, growEdge, readHashes, type ReadTile, type TileEdge } from "./tile-edge.ts";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";
import { proveInclusionFromTiles } from "./tile-proof.ts";
import { joinBytes } from "./utf8.ts";

export type Tree = Pick<Checkpoint, "size" | "root">;

export type FilesToAudit = Omit<AuditOptions, "loggedOn"> & {
  /** A file of the log by its path, `tile/…`. */
  readonly read: ReadFile;
  /** Of the checkpoint, whose signatures were verified. */
  readonly tree: Tree;
  /** Checkpoints seen before: the log has to continue each of them. */
  readonly earlier?: readonly Tree[];
  /** Does the hashing of the bundles, for whoever can have it done by several processors. */
  readonly digest?: DigestBundle;
  /** How many bundles are asked for before the first has come. */
  readonly ahead?: number;
  /** After each 4,096 entries or fewer; the audit goes on when it is done. */
  readonly told?: (entries: number) => Promise<void> | void;
};

export type FileFinding = FileFault | AuditFinding;

export type FileAuditReport = EntryAuditReport & { readonly root: Hash };

/** Yields what it finds; `faults` and `flags` of its report are those of the entries. */
export const auditFiles = async function* (wish: FilesToAudit): AsyncGenerator<FileFinding, FileAuditReport> {
  const { read, tree, hashing = RFC6962, earlier = [], ahead } = wish;
  const { digest = (bundle: Uint8Array, width: number) => digestBundle(bundle, width, hashing) } = wish;
  const auditor = startEntryAudit(wish);
  let above = EMPTY_EDGE;
  let last: readonly Hash[] = [];
  yield* shrunk(tree, earlier);
  for await (const batch of readEntries({ read, digest, ahead }, tree.size)) {
    const tiles: Hash[] = [];
    for (const part of batch) {
      if (part.fault !== undefined) yield part.fault;
      const settled = await settle(part, wish);
      for (const finding of settled.differs) yield finding;
      for (const finding of addEntries(auditor, part, settled)) yield finding;
      for (const size of forksIn({ above, tiles, first: part.first }, settled.leaves, wish))
        yield { fault: "forked", size };
      if (settled.tile === undefined) last = settled.leaves;
      else tiles.push(settled.tile);
    }
    const grown = growEdge(above, tiles, hashing);
    above = grown.edge;
    yield* nodeFaults(
      grown.tiles.filter(({ tile }) => tile.width === TILE_WIDTH),
      wish,
    );
    await wish.told?.(Math.min(above.size * TILE_WIDTH + last.length, tree.size));
  }
  yield* nodeFaults(partialOf(above), wish);
  const root = rootOver(above, last, hashing);
  const size = above.size * TILE_WIDTH + last.length;
  if (size !== tree.size || !sameBytes(root, tree.root)) yield { fault: "rootDiffers", size: tree.size };
  return { ...auditor.report(), root };
};

/** `above`: the tree whose leaves are the full tiles. `last`: the leaves after them, fewer than 256. */
const rootOver = (above: TileEdge, last: readonly Hash[], hashing: TreeHashing): Hash =>
  edgeRoot({ size: above.size * TILE_WIDTH + last.length, levels: [last, ...above.levels] }, hashing);

const addEntries = function* (
  auditor: EntryAuditor,
  { first, entries }: BundleRead,
  { leaves, differs }: Settled,
): Generator<AuditFinding> {
  const wrong = new Set(differs.map(({ index }) => index));
  for (const [at, leaf] of leaves.entries()) {
    const entry = entries[at];
    if (entry === undefined || wrong.has(first + at)) auditor.skip();
    else yield* auditor.add(entry, leaf);
  }
};

type Place = { readonly above: TileEdge; readonly tiles: readonly Hash[]; readonly first: number };

/** The sizes within or at the end of this bundle at which another root was seen before. */
const forksIn = (
  { above, tiles, first }: Place,
  leaves: readonly Hash[],
  { earlier = [], hashing = RFC6962 }: FilesToAudit,
): readonly number[] => {
  const here = earlier.filter(({ size }) => size > first && size <= first + leaves.length);
  if (here.length === 0) return [];
  const { edge } = growEdge(above, tiles, hashing);
  const rootAt = (size: number): Hash => {
    const whole = tileHash(leaves.slice(0, size - first), hashing);
    return whole === undefined
      ? rootOver(edge, leaves.slice(0, size - first), hashing)
      : rootOver(growEdge(edge, [whole], hashing).edge, [], hashing);
  };
  return here.filter(({ size, root }) => !sameBytes(root, rootAt(size))).map(({ size }) => size);
};

const shrunk = ({ size }: Tree, earlier: readonly Tree[]): readonly FileFault[] =>
  earlier.filter((each) => each.size > size).map((each) => ({ fault: "shrunk", size, was: each.size }));

type Differing = { readonly fault: "entryDiffers" | "hashDiffers" | "neitherFits"; readonly index: number };

/** The hashes to go on with: where entry and tile disagree, the one that leads to the signed root. */
type Settled = BundleDigest & { readonly differs: readonly Differing[] };

const settle = async ({ first, digest, tile }: BundleRead, wish: FilesToAudit): Promise<Settled> => {
  const computed = digest ?? { leaves: [], tile: undefined };
  if (tile === undefined || isTile(computed.leaves, tile)) return { ...computed, differs: [] };
  const leaves: Hash[] = [];
  const differs: Differing[] = [];
  for (let at = 0; at * HASH_BYTES < tile.length; at += 1) {
    const own = computed.leaves[at];
    const told = tile.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    // Of many in one bundle the first few are looked into; the others share their fate.
    if (own === undefined || sameBytes(own, told)) {
      leaves.push(told);
      continue;
    }
    const index = first + at;
    // Of many in one bundle the first few are looked into; the others share their fate.
    const known = differs.length < MOST_SETTLED ? undefined : differs.at(-1)?.fault;
    const fault = known ?? (await blame(index, { own, told }, wish));
    differs.push({ fault, index });
    leaves.push(fault === "entryDiffers" ? told : own);
  }
  return { leaves, tile: tileHash(leaves, wish.hashing ?? RFC6962), differs };
};

const isTile = (leaves: readonly Hash[], tile: Uint8Array): boolean =>
  leaves.length * HASH_BYTES === tile.length && leaves.every((leaf, at) => standsAt(leaf, at, tile));

const standsAt = (leaf: Hash, at: number, tile: Uint8Array): boolean => {
  for (let place = 0; place < HASH_BYTES; place += 1)
    if (leaf[place] !== tile[at * HASH_BYTES + place]) return false;
  return true;
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

type Nodes = { readonly tile: Tile; readonly bytes: Uint8Array };

/** Those that count at the size of the checkpoint. */
const partialOf = ({ size, levels }: TileEdge): readonly Nodes[] =>
  levels.flatMap((hashes, level) => {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    const tile = { level, index, width: hashes.length };
    return hashes.length === 0 ? [] : [{ tile, bytes: joinBytes(...hashes) }];
  });

/** `nodes`: of the tree above the leaves, where everything is one level lower than in the log. */
const nodeFaults = async function* (
  nodes: readonly Nodes[],
  { read }: FilesToAudit,
): AsyncGenerator<FileFault> {
  for (const { tile: low, bytes } of nodes) {
    const tile = { ...low, level: Number(low.level) + 1 };
    const path = tilePath(tile);
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
