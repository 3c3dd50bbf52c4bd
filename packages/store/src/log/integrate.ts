// One step of the sequencer: leaves become files on the disk, the disk is read back, and only then a checkpoint is signed.

import { ok, refuse, type Result } from "@yinuo/core";
import {
  edgeRoot,
  growBundles,
  growEdge,
  proveConsistencyFromTiles,
  readEdge,
  sameBytes,
  signCheckpoint,
  TILE_WIDTH,
  verifyConsistency,
  type ReadTile,
  type SignerKey,
  type TileEdge,
} from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";
import { addCheckpoint, type SignedCheckpoint } from "./checkpoints.ts";
import { hashing } from "./digest.ts";
import { readTileFile, type LogFolder } from "./folder.ts";
import { leavesBetween } from "./rows.ts";
import type { LogTrouble } from "./trouble.ts";

/** In this order, each on the disk or in the database before the next begins. */
export type Step = "bundles" | "tiles" | "read back" | "signed" | "published";

export type Integrating = {
  readonly db: Db;
  readonly folder: LogFolder;
  readonly key: SignerKey;
  /** Told each step once it is done. */
  readonly told?: ((step: Step) => void) | undefined;
};

export type Position = { readonly last: SignedCheckpoint | undefined; readonly edge: TileEdge };

/** Another sequencer signed meanwhile: everything has to be looked at again. */
export type Overtaken = { readonly code: "overtaken" };

const MOST_AT_ONCE = 16 * TILE_WIDTH;

/** Signs for the next leaves; the same position when there are none. */
export const integrate = async (
  wish: Integrating,
  position: Position,
): Promise<Result<Position, LogTrouble | Overtaken>> => {
  const { edge } = position;
  const start = Math.floor(edge.size / TILE_WIDTH) * TILE_WIDTH;
  const rows = await leavesBetween(wish.db, { from: start, to: edge.size + MOST_AT_ONCE });
  const wrong = rows.findIndex(
    ({ index, bytes, leaf_hash }, at) => index !== start + at || !sameBytes(hashing.leaf(bytes), leaf_hash),
  );
  if (wrong >= 0) return refuse({ code: "leafDiffers", index: start + wrong });
  const [partial, added] = [rows.slice(0, edge.size - start), rows.slice(edge.size - start)];
  if (added.length === 0) return ok(position);
  const bundles = growBundles(
    { size: edge.size, partial: partial.map(({ bytes }) => bytes) },
    added.map(({ bytes }) => bytes),
  );
  await wish.folder.write(bundles);
  wish.told?.("bundles");
  const grown = growEdge(
    edge,
    added.map(({ leaf_hash }) => leaf_hash),
    hashing,
  );
  await wish.folder.write(grown.tiles);
  wish.told?.("tiles");
  if (!(await isOnDisk(wish.folder, { position, grown: grown.edge })))
    return refuse({ code: "diskDiffers", size: grown.edge.size });
  wish.told?.("read back");
  const signed = await signAndPublish(wish, { last: position.last, edge: grown.edge });
  if (signed.ok)
    for (const { tile, path } of [...bundles, ...grown.tiles])
      if (tile.width === TILE_WIDTH) await wish.folder.removePartials(path);
  return signed;
};

/** A checkpoint of the position, also where nothing was added: a sign of life. */
export const signAndPublish = async (
  wish: Integrating,
  { last, edge }: Position,
): Promise<Result<Position, LogTrouble | Overtaken>> => {
  const root = edgeRoot(edge, hashing);
  const note = Buffer.from(signCheckpoint({ size: edge.size, root }, wish.key)).toString();
  const number = last === undefined ? 0 : last.number + 1;
  const signed = await addCheckpoint(wish.db, { number, size: edge.size, root, note });
  if (signed === undefined) return refuse({ code: "overtaken" });
  wish.told?.("signed");
  await publish(wish.folder, signed);
  wish.told?.("published");
  return ok({ last: signed, edge });
};

/** Nothing is written where the file says so already. */
export const publish = async (folder: LogFolder, { note }: SignedCheckpoint): Promise<void> => {
  const bytes = Buffer.from(note);
  const there = await folder.read("checkpoint");
  if (there === undefined || !sameBytes(there, bytes)) await folder.write([{ path: "checkpoint", bytes }]);
};

/** The files as they are read back make the grown tree, and it continues the one that was signed. */
const isOnDisk = async (
  folder: LogFolder,
  { position: { last }, grown }: { readonly position: Position; readonly grown: TileEdge },
): Promise<boolean> => {
  const read: ReadTile = (tile) => readTileFile(folder, tile);
  const root = edgeRoot(grown, hashing);
  const there = await readEdge(grown.size, read);
  if (!there.ok || !sameBytes(edgeRoot(there.value, hashing), root)) return false;
  if (last === undefined) return true;
  const proof = await proveConsistencyFromTiles({ from: last.size, to: grown.size }, read, hashing);
  return (
    proof.ok && verifyConsistency({ old: last, new: { size: grown.size, root }, proof: proof.value }, hashing)
  );
};
