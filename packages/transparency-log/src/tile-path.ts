// Where tiles and entry bundles are served (c2sp.org/tlog-tiles, "Merkle Tree" and "Log entries").

export const TILE_WIDTH = 256;

/** `level`: 0 to 63, or `entries` for a bundle. `width`: hashes or entries in it, 256 when it is full. */
export type Tile = {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
};

/** `tile/0/x001/x234/067.p/8`; without a slash before it. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? "" : `.p/${width}`}`;

const indexPath = (index: number): string => {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
};

const PATH = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** `undefined` for every spelling that `tilePath` does not write. */
export const parseTilePath = (path: string): Tile | undefined => {
  const [, level, index, width] = PATH.exec(path) ?? [];
  if (level === undefined || index === undefined) return undefined;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(index.replaceAll(/[x/]/g, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return isTile(tile) && tilePath(tile) === path ? tile : undefined;
};

const isTile = ({ level, index, width }: Tile): boolean =>
  (level === "entries" || level <= 63) && Number.isSafeInteger(index) && width <= TILE_WIDTH;

/** How many leaves one hash of a tile at this level stands for. */
const leavesPerHash = (level: number): number => TILE_WIDTH ** level;

/**
 * The tiles that a tree of size `to` has and one of size `from` had not: the lowest level first, full ones before the
 * partial one. Bundles have the same indexes and widths as the tiles of level 0.
 */
export const tilesBetween = ({
  from,
  to,
}: {
  readonly from: number;
  readonly to: number;
}): readonly Tile[] => {
  const tiles: Tile[] = [];
  for (let level = 0; leavesPerHash(level) <= to; level += 1) {
    const before = Math.floor(from / leavesPerHash(level));
    const after = Math.floor(to / leavesPerHash(level));
    if (after === before) continue;
    const full = Math.floor(after / TILE_WIDTH);
    for (let index = Math.floor(before / TILE_WIDTH); index < full; index += 1)
      tiles.push({ level, index, width: TILE_WIDTH });
    if (after % TILE_WIDTH > 0) tiles.push({ level, index: full, width: after % TILE_WIDTH });
  }
  return tiles;
};

/** The partial tiles of a tree of this size, the lowest level first: what has to be read to let it grow. */
export const partialTiles = (size: number): readonly Tile[] =>
  tilesBetween({ from: 0, to: size }).filter(({ width }) => width < TILE_WIDTH);
