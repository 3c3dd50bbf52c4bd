// The right edge of a tiled tree: read from its partial tiles, it grows by leaves and tells which tiles to write.

import { ok, refuse, type Result } from "@yinuo/core";
import { HASH_BYTES, RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import { partialTiles, TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";
import { foldRight, nodesOf, type Stretch } from "./tree.ts";

/** `levels[l]`: the hashes of the partial tile at level `l`, none where the level ends with a full one. */
export type TileEdge = { readonly size: number; readonly levels: readonly (readonly Hash[])[] };

export const EMPTY_EDGE: TileEdge = { size: 0, levels: [] };

export type TileFile = { readonly tile: Tile; readonly path: string; readonly bytes: Uint8Array };

/** The bytes served for a tile; `undefined` where there is none. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array | undefined>;

export type TileRefusal =
  | { readonly code: "tileMissing"; readonly path: string }
  | { readonly code: "tileMalformed"; readonly path: string };

/** A tile's hashes; a partial one that is gone is taken from the full one. Refuses: tileMissing, tileMalformed. */
export const readHashes = async (
  tile: Tile,
  read: ReadTile,
): Promise<Result<readonly Hash[], TileRefusal>> => {
  const path = tilePath(tile);
  const own = await read(tile);
  if (own !== undefined) {
    const hashes = hashesIn(own, tile.width);
    return hashes === undefined ? refuse({ code: "tileMalformed", path }) : ok(hashes);
  }
  const full = tile.width < TILE_WIDTH ? await read({ ...tile, width: TILE_WIDTH }) : undefined;
  if (full === undefined) return refuse({ code: "tileMissing", path });
  const hashes = hashesIn(full, TILE_WIDTH);
  return hashes === undefined
    ? refuse({ code: "tileMalformed", path: tilePath({ ...tile, width: TILE_WIDTH }) })
    : ok(hashes.slice(0, tile.width));
};

const hashesIn = (bytes: Uint8Array, width: number): readonly Hash[] | undefined =>
  bytes.length === width * HASH_BYTES
    ? Array.from({ length: width }, (_, at) => bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES))
    : undefined;

/** Reads one partial tile a level. Refuses: tileMissing, tileMalformed. */
export const readEdge = async (size: number, read: ReadTile): Promise<Result<TileEdge, TileRefusal>> => {
  const levels: (readonly Hash[])[] = [];
  for (const tile of partialTiles(size)) {
    const hashes = await readHashes(tile, read);
    if (!hashes.ok) return hashes;
    while (levels.length < Number(tile.level)) levels.push([]);
    levels.push(hashes.value);
  }
  return ok({ size, levels });
};

/** The edge with these leaves added, and every tile that appears: full ones and the partial ones of the new size. */
export const growEdge = (
  edge: TileEdge,
  leaves: readonly Hash[],
  hashing: TreeHashing = RFC6962,
): { readonly edge: TileEdge; readonly tiles: readonly TileFile[] } => {
  const levels: (readonly Hash[])[] = [];
  const tiles: TileFile[] = [];
  let added: readonly Hash[] = leaves;
  let sizeBefore = edge.size;
  for (let level = 0; added.length > 0 || level < edge.levels.length; level += 1) {
    const hashes = [...(edge.levels[level] ?? []), ...added];
    const first = Math.floor(sizeBefore / TILE_WIDTH);
    const full = Math.floor(hashes.length / TILE_WIDTH);
    const above: Hash[] = [];
    for (let at = 0; at < full; at += 1) {
      const inside = hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH);
      tiles.push(tileFile({ level, index: first + at, width: TILE_WIDTH }, inside));
      above.push(stretchHash({ from: 0, to: TILE_WIDTH }, inside, hashing));
    }
    const rest = hashes.slice(full * TILE_WIDTH);
    if (rest.length > 0 && added.length > 0)
      tiles.push(tileFile({ level, index: first + full, width: rest.length }, rest));
    levels.push(rest);
    added = above;
    sizeBefore = first;
  }
  return { edge: { size: edge.size + leaves.length, levels }, tiles };
};

const tileFile = (tile: Tile, hashes: readonly Hash[]): TileFile => {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH_BYTES);
  return { tile, path: tilePath(tile), bytes };
};

/** The hash over some hashes of a tile; `from` and `to` count within the tile. */
export const stretchHash = (stretch: Stretch, hashes: readonly Hash[], hashing: TreeHashing): Hash =>
  foldRight(
    nodesOf(stretch).map(({ level, index }) =>
      perfectHash(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level), hashing),
    ),
    hashing,
  );

/** `hashes`: a power of two of them. */
const perfectHash = (hashes: readonly Hash[], { node }: TreeHashing): Hash => {
  let row = hashes;
  while (row.length > 1) {
    const next: Hash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) next.push(node(row[at] as Hash, row[at + 1] as Hash));
    row = next;
  }
  const [top] = row;
  if (top === undefined) throw new RangeError("a subtree without hashes");
  return top;
};

/** The root of the tree whose edge this is. */
export const edgeRoot = ({ levels }: TileEdge, hashing: TreeHashing = RFC6962): Hash => {
  const roots = levels
    .toReversed()
    .flatMap((hashes) =>
      nodesOf({ from: 0, to: hashes.length }).map(({ level, index }) =>
        perfectHash(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level), hashing),
      ),
    );
  return foldRight(roots, hashing);
};
