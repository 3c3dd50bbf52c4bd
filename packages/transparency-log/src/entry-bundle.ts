// Entry bundles: up to 256 entries in one file, each with its length before it (c2sp.org/tlog-tiles, "Log entries").

import { ok, refuse, type Result } from "@yinuo/core";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";

export type BundleRefusal = { readonly code: "bundleMalformed" };

const LENGTH_BYTES = 2;
const MOST_BYTES = 65_535;

/** At most 256 entries of at most 65,535 bytes; more is a fault of the caller. */
export const writeBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  if (entries.length > TILE_WIDTH) throw new RangeError(`${entries.length} entries in one bundle`);
  const bytes = new Uint8Array(entries.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MOST_BYTES) throw new RangeError(`an entry of ${entry.length} bytes`);
    bytes.set([entry.length >> 8, entry.length & 0xff], at);
    bytes.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return bytes;
};

/** Exactly `width` entries, with nothing after them. Refuses: bundleMalformed. */
export const readBundle = (
  bytes: Uint8Array,
  width: number,
): Result<readonly Uint8Array[], BundleRefusal> => {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return refuse({ code: "bundleMalformed" });
    const end = at + LENGTH_BYTES + high * 256 + low;
    if (end > bytes.length) return refuse({ code: "bundleMalformed" });
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return at === bytes.length ? ok(entries) : refuse({ code: "bundleMalformed" });
};

export type BundleFile = { readonly tile: Tile; readonly path: string; readonly bytes: Uint8Array };

/**
 * The bundles that appear when `added` follow the first `size` entries of a log. `partial`: the entries of its last,
 * partial bundle, `size % 256` of them.
 */
export const growBundles = (
  { size, partial }: { readonly size: number; readonly partial: readonly Uint8Array[] },
  added: readonly Uint8Array[],
): readonly BundleFile[] => {
  if (partial.length !== size % TILE_WIDTH)
    throw new RangeError(`${partial.length} entries of a partial bundle`);
  if (added.length === 0) return [];
  const entries = [...partial, ...added];
  const first = Math.floor(size / TILE_WIDTH);
  return Array.from({ length: Math.ceil(entries.length / TILE_WIDTH) }, (_, at) => {
    const inside = entries.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH);
    const tile: Tile = { level: "entries", index: first + at, width: inside.length };
    return { tile, path: tilePath(tile), bytes: writeBundle(inside) };
  });
};
