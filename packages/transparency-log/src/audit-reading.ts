// The entries of a log out of its bundles, in order, a few bundles ahead, each with the tile that has their hashes.

import { readBundle } from "./entry-bundle.ts";
import { HASH_BYTES } from "./hashing.ts";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";

export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/**
 * `from` and `to` say which entries a file stands for. `entryDiffers`: it is not the entry that the signed root covers.
 * `hashDiffers`: the tile has another hash for it than the signed root covers. `neitherFits`: entry and tile disagree, and
 * neither leads to the root. `forked`: at this size there was another root before. `shrunk`: it had more entries before.
 */
export type FileFault =
  | {
      readonly fault: "fileMissing" | "fileMalformed" | "nodeDiffers";
      readonly path: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly fault: "entryDiffers" | "hashDiffers" | "neitherFits"; readonly index: number }
  | { readonly fault: "rootDiffers" | "forked"; readonly size: number }
  | { readonly fault: "shrunk"; readonly size: number; readonly was: number };

/** `tile`: the bytes of the hashes, absent where it cannot be read. `entries`: as many as could be read. */
export type BundleRead = {
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly tile: Uint8Array | undefined;
  readonly fault: FileFault | undefined;
};

const BATCH = 16;
const AHEAD = 32;

/** Sixteen bundles at a time: the tree grows faster by many leaves than by few. */
export const readEntries = async function* (
  read: ReadFile,
  size: number,
  ahead = AHEAD,
): AsyncGenerator<readonly BundleRead[]> {
  const bundles = Math.ceil(size / TILE_WIDTH);
  const asked: Promise<BundleRead>[] = [];
  let next = 0;
  for (let from = 0; from < bundles; from += BATCH) {
    const batch: BundleRead[] = [];
    for (let at = from; at < Math.min(from + BATCH, bundles); at += 1) {
      while (next < bundles && next <= at + ahead) {
        const reading = readOne(read, { index: next, width: Math.min(TILE_WIDTH, size - next * TILE_WIDTH) });
        // Whoever stops listening is not told twice.
        reading.catch(() => undefined);
        asked.push(reading);
        next += 1;
      }
      const reading = asked.shift();
      if (reading !== undefined) batch.push(await reading);
    }
    yield batch;
  }
};

type Place = { readonly index: number; readonly width: number };

const readOne = async (read: ReadFile, place: Place): Promise<BundleRead> => {
  const first = place.index * TILE_WIDTH;
  const stretch = { from: first, to: first + place.width };
  const [bundle, tile] = await Promise.all([
    readWidth(read, { level: "entries", ...place }),
    readWidth(read, { level: 0, ...place }),
  ]);
  const hashes = tile?.slice(0, place.width * HASH_BYTES);
  const whole = hashes?.length === place.width * HASH_BYTES ? hashes : undefined;
  const entries = bundle === undefined ? [] : entriesIn(bundle, place.width);
  const path = (level: Tile["level"]) => tilePath({ level, ...place });
  const said = (fault: "fileMissing" | "fileMalformed", level: Tile["level"]): FileFault => ({
    fault,
    path: path(level),
    ...stretch,
  });
  const fault =
    bundle === undefined
      ? said("fileMissing", "entries")
      : entries.length < place.width || !endsThere(bundle, entries, place.width)
        ? said("fileMalformed", "entries")
        : whole === undefined
          ? said(tile === undefined ? "fileMissing" : "fileMalformed", 0)
          : undefined;
  return { first, entries, tile: whole, fault };
};

/** A partial file that is gone is taken from the full one. */
const readWidth = async (read: ReadFile, tile: Tile): Promise<Uint8Array | undefined> =>
  (await read(tilePath(tile))) ??
  (tile.width < TILE_WIDTH ? read(tilePath({ ...tile, width: TILE_WIDTH })) : undefined);

/** As many as are whole, at most `width`: of a damaged bundle the first entry that differs is to be named. */
const entriesIn = (bytes: Uint8Array, width: number): readonly Uint8Array[] => {
  const entries: Uint8Array[] = [];
  for (let at = 0; entries.length < width;) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) break;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
};

/** Nothing after them; in a full bundle that stands for a partial one, only entries. */
const endsThere = (bytes: Uint8Array, entries: readonly Uint8Array[], width: number): boolean => {
  const length = entries.reduce((sum, entry) => sum + 2 + entry.length, 0);
  return bytes.length === length || (width < TILE_WIDTH && readBundle(bytes, TILE_WIDTH).ok);
};
