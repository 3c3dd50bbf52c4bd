// The entries of a log out of its bundles, in order, a few bundles ahead, each with the tile that has their hashes.

import { entriesIn, type BundleDigest } from "./bundle-digest.ts";
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
  /** Absent where nobody asked. */
  readonly digest: BundleDigest | undefined;
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly tile: Uint8Array | undefined;
  readonly fault: FileFault | undefined;
};

const BATCH = 16;
const AHEAD = 32;

/** Answers the digest of a bundle of so many entries, now or later. */
export type DigestBundle = (bundle: Uint8Array, width: number) => BundleDigest | Promise<BundleDigest>;

type Reading = {
  readonly read: ReadFile;
  readonly digest?: DigestBundle | undefined;
  readonly ahead?: number | undefined;
};

/** Sixteen bundles at a time, since waiting for each would take longer than reading it. */
export const readEntries = async function* (
  reading: Reading,
  size: number,
): AsyncGenerator<readonly BundleRead[]> {
  const { ahead = AHEAD } = reading;
  const bundles = Math.ceil(size / TILE_WIDTH);
  const asked: Promise<BundleRead>[] = [];
  let next = 0;
  for (let from = 0; from < bundles; from += BATCH) {
    const batch: BundleRead[] = [];
    for (let at = from; at < Math.min(from + BATCH, bundles); at += 1) {
      while (next < bundles && next <= at + ahead) {
        const one = readOne(reading, { index: next, width: Math.min(TILE_WIDTH, size - next * TILE_WIDTH) });
        // Whoever stops listening is not told twice.
        one.catch(() => undefined);
        asked.push(one);
        next += 1;
      }
      const one = asked.shift();
      if (one !== undefined) batch.push(await one);
    }
    yield batch;
  }
};

type Place = { readonly index: number; readonly width: number };

const readOne = async ({ read, digest }: Reading, place: Place): Promise<BundleRead> => {
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
  const digested = bundle === undefined ? undefined : await digest?.(bundle, place.width);
  return { first, entries, digest: digested, tile: whole, fault };
};

/** A partial file that is gone is taken from the full one. */
const readWidth = async (read: ReadFile, tile: Tile): Promise<Uint8Array | undefined> =>
  (await read(tilePath(tile))) ??
  (tile.width < TILE_WIDTH ? read(tilePath({ ...tile, width: TILE_WIDTH })) : undefined);

/** Nothing after them; in a full bundle that stands for a partial one, only entries. */
const endsThere = (bytes: Uint8Array, entries: readonly Uint8Array[], width: number): boolean => {
  const length = entries.reduce((sum, entry) => sum + 2 + entry.length, 0);
  return bytes.length === length || (width < TILE_WIDTH && readBundle(bytes, TILE_WIDTH).ok);
};
