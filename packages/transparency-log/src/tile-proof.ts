// Proofs out of tiles: which tiles hold the hashes, read each once, put the hashes together.

import { ok, refuse, type Result } from "@yinuo/core";
import { RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import { planConsistency, planInclusion, stretchesOf } from "./proof.ts";
import { readHashes, stretchHash, type ReadTile, type TileRefusal } from "./tile-edge.ts";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";
import { foldRight, isTreeSize, nodesOf, type Node, type Stretch } from "./tree.ts";

/** Tree levels within one tile: 2^8 = 256. */
const HEIGHT = 8;

export type TileProofRefusal = TileRefusal | { readonly code: "outsideTree" };

/** Refuses: outsideTree, tileMissing, tileMalformed. */
export const proveInclusionFromTiles = async (
  place: { readonly index: number; readonly size: number },
  read: ReadTile,
  hashing: TreeHashing = RFC6962,
): Promise<Result<readonly Hash[], TileProofRefusal>> =>
  isTreeSize(place.index) && isTreeSize(place.size) && place.index < place.size
    ? hashesOf(planInclusion(place), place.size, { read, hashing })
    : refuse({ code: "outsideTree" });

/** From a tree of size `from` to one of size `to`. Refuses: outsideTree, tileMissing, tileMalformed. */
export const proveConsistencyFromTiles = async (
  sizes: Stretch,
  read: ReadTile,
  hashing: TreeHashing = RFC6962,
): Promise<Result<readonly Hash[], TileProofRefusal>> => {
  if (!isTreeSize(sizes.from) || !isTreeSize(sizes.to) || sizes.from > sizes.to)
    return refuse({ code: "outsideTree" });
  if (sizes.from === 0) return ok([]);
  return hashesOf(stretchesOf(planConsistency(sizes)), sizes.to, { read, hashing });
};

type Reading = { readonly read: ReadTile; readonly hashing: TreeHashing };

const hashesOf = async (
  stretches: readonly Stretch[],
  size: number,
  { read, hashing }: Reading,
): Promise<Result<readonly Hash[], TileRefusal>> => {
  const nodes = stretches.map(nodesOf);
  const tiles = new Map(
    nodes
      .flat()
      .map((node) => tileOf(node, size))
      .map((tile) => [tilePath(tile), tile]),
  );
  const contents = new Map<string, readonly Hash[]>();
  const answers = await Promise.all(
    [...tiles].map(async ([path, tile]) => ({ path, hashes: await readHashes(tile, read) })),
  );
  for (const { path, hashes } of answers) {
    if (!hashes.ok) return hashes;
    contents.set(path, hashes.value);
  }
  const hashAt = (node: Node): Hash =>
    stretchHash(withinTile(node), contents.get(tilePath(tileOf(node, size))) ?? [], hashing);
  return ok(nodes.map((each) => foldRight(each.map(hashAt), hashing)));
};

/** The tile, as wide as a tree of this size has it, in which a subtree's hash is found or made of its hashes. */
const tileOf = ({ level, index }: Node, size: number): Tile => {
  const tileLevel = Math.floor(level / HEIGHT);
  const first = index * 2 ** (level % HEIGHT);
  const tileIndex = Math.floor(first / TILE_WIDTH);
  const there = Math.floor(size / TILE_WIDTH ** tileLevel);
  return { level: tileLevel, index: tileIndex, width: Math.min(TILE_WIDTH, there - tileIndex * TILE_WIDTH) };
};

const withinTile = ({ level, index }: Node): Stretch => {
  const width = 2 ** (level % HEIGHT);
  const from = (index * width) % TILE_WIDTH;
  return { from, to: from + width };
};
