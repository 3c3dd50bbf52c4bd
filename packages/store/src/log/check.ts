// Before anything is signed: the leaves have the signed root, the published files are those leaves, nobody is ahead of us.

import { ok, refuse, type Result } from "@yinuo/core";
import {
  EMPTY_EDGE,
  EMPTY_TREE,
  growEdge,
  openCheckpoint,
  readBundle,
  rootOf,
  sameBytes,
  TILE_WIDTH,
  tilePath,
  withLeaf,
  writeBundle,
  type CompactTree,
  type Tile,
  type TileEdge,
  type TileFile,
  type VerifierKey,
} from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";
import { goOnAsRestored } from "./adopt.ts";
import { lastCheckpoint, type SignedCheckpoint } from "./checkpoints.ts";
import { hashing } from "./digest.ts";
import type { LogFolder } from "./folder.ts";
import { countLeaves, hashesUpTo, leavesBetween } from "./rows.ts";
import type { LogTrouble } from "./trouble.ts";

/** What a sequencer goes on from; `mended`: files that were missing or damaged and are whole again. */
export type Checked = {
  readonly last: SignedCheckpoint | undefined;
  readonly edge: TileEdge;
  readonly mended: number;
};

type Checking = { readonly db: Db; readonly folder: LogFolder; readonly key: VerifierKey };

/** Damaged files are written again from the leaves, once these have the signed root. */
export const checkLog = async (wish: Checking): Promise<Result<Checked, LogTrouble>> => {
  const last = await lastCheckpoint(wish.db);
  const size = last?.size ?? 0;
  const mine = checkNote(last, wish.key);
  if (!mine.ok) return mine;
  const here = await countLeaves(wish.db);
  const restored =
    (await wish.db.selectFrom("log_restored").select("since").executeTakeFirst()) !== undefined;
  const published = await publishedSize(wish);
  if (published !== undefined && published.size > size)
    return refuse({ code: "behindPublished", published: published.size, here });
  if (restored && published === undefined && size > 0) return refuse({ code: "restoredAlone", size });
  if (here < size) return refuse({ code: "leavesMissing", signed: size, here });
  const roots = await rootsAt(wish.db, [size, published?.size ?? 0]);
  if (last !== undefined && !same(roots.get(size), last.root)) return refuse({ code: "rootDiffers", size });
  if (published !== undefined && !same(roots.get(published.size), published.root))
    return refuse({ code: "forked", size: published.size });
  const mended = await mend(wish, size);
  if (!mended.ok) return mended;
  if (restored) await goOnAsRestored(wish.db);
  return ok({ last, ...mended.value });
};

const same = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && sameBytes(one, other);

const checkNote = (last: SignedCheckpoint | undefined, key: VerifierKey): Result<true, LogTrouble> => {
  if (last === undefined) return ok(true);
  const opened = openCheckpoint(Buffer.from(last.note), { logs: [key] });
  if (opened.ok && opened.value.checkpoint.size === last.size) return ok(true);
  return refuse({ code: "keyDiffers", origin: last.note.split("\n")[0] ?? "" });
};

/** What the world was told last; a file that our key did not sign told nobody anything. */
const publishedSize = async ({ folder, key }: Checking) => {
  const bytes = await folder.read("checkpoint");
  const opened = bytes === undefined ? undefined : openCheckpoint(bytes, { logs: [key] });
  return opened?.ok === true ? opened.value.checkpoint : undefined;
};

/** The roots of the trees of these sizes over the hashes in the database. */
const rootsAt = async (db: Db, sizes: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> => {
  const roots = new Map<number, Uint8Array>();
  let tree: CompactTree = EMPTY_TREE;
  const note = (): void => {
    if (sizes.includes(tree.size)) roots.set(tree.size, rootOf(tree, hashing));
  };
  note();
  for await (const hashes of hashesUpTo(db, Math.max(...sizes)))
    for (const hash of hashes) {
      tree = withLeaf(tree, hash, hashing);
      note();
    }
  return roots;
};

/** Every file that a log of this size has, compared with the leaves and written again where it differs. */
const mend = async (
  wish: Checking,
  size: number,
): Promise<Result<{ readonly edge: TileEdge; readonly mended: number }, LogTrouble>> => {
  let edge = EMPTY_EDGE;
  let mended = 0;
  for await (const hashes of hashesUpTo(wish.db, size)) {
    const first = edge.size;
    const grown = growEdge(edge, hashes, hashing);
    edge = grown.edge;
    // Between the chunks the tiles above are not as wide as they become.
    const tiles = grown.tiles.filter(({ tile }) => tile.width === TILE_WIDTH || edge.size === size);
    const spoiled = await spoiledTiles(wish.folder, tiles);
    const bundles = await spoiledBundles(wish, { from: first, hashes });
    if (!bundles.ok) return bundles;
    const files = [...bundles.value, ...spoiled];
    if (files.length > 0) await wish.folder.write(files);
    mended += files.length;
  }
  return ok({ edge, mended });
};

const spoiledTiles = async (folder: LogFolder, tiles: readonly TileFile[]): Promise<readonly TileFile[]> => {
  const spoiled: TileFile[] = [];
  for (const tile of tiles) if (!same(await folder.read(tile.path), tile.bytes)) spoiled.push(tile);
  return spoiled;
};

type Part = { readonly from: number; readonly hashes: readonly Buffer[] };

const spoiledBundles = async (
  { db, folder }: Checking,
  { from, hashes }: Part,
): Promise<Result<readonly { path: string; bytes: Uint8Array }[], LogTrouble>> => {
  const spoiled: { path: string; bytes: Uint8Array }[] = [];
  for (let at = 0; at < hashes.length; at += TILE_WIDTH) {
    const wanted = hashes.slice(at, at + TILE_WIDTH);
    const tile: Tile = { level: "entries", index: (from + at) / TILE_WIDTH, width: wanted.length };
    const there = await folder.read(tilePath(tile));
    if (there !== undefined && areEntries(there, wanted)) continue;
    const rows = await leavesBetween(db, { from: from + at, to: from + at + wanted.length });
    const wrong = rows.find(({ bytes, leaf_hash }) => !sameBytes(hashing.leaf(bytes), leaf_hash));
    if (wrong !== undefined) return refuse({ code: "leafDiffers", index: wrong.index });
    spoiled.push({ path: tilePath(tile), bytes: writeBundle(rows.map(({ bytes }) => bytes)) });
  }
  return ok(spoiled);
};

const areEntries = (bundle: Uint8Array, wanted: readonly Uint8Array[]): boolean => {
  const entries = readBundle(bundle, wanted.length);
  return entries.ok && entries.value.every((entry, at) => same(wanted[at], hashing.leaf(entry)));
};
