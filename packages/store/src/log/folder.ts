// The published files of the log in a folder: each whole or absent, and on the disk before anything is built on them.

import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseTilePath, TILE_WIDTH, tilePath, type Tile } from "@yinuo/transparency-log";
import { flush, writeWhole } from "../whole-file.ts";

export type LogFile = { readonly path: string; readonly bytes: Uint8Array };

export type LogFolder = {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** All of them are on the disk when it answers. */
  readonly write: (files: readonly LogFile[]) => Promise<void>;
  /** The narrower versions of a full tile or bundle, which the specification lets go once it is there. */
  readonly removePartials: (path: string) => Promise<void>;
};

/** Where they are kept is the operator's affair: another kind of place needs these functions alone. */
export const logFolder = async (folder: string): Promise<LogFolder> => {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return {
    read: async (path) => {
      try {
        return await readFile(join(folder, path));
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw problem;
      }
    },
    write: async (files) => {
      // A web server of another account may serve them.
      for (const { path, bytes } of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o755 });
        await writeWhole(join(folder, path), bytes, 0o644);
      }
      for (const one of foldersOf(folder, files)) await flush(one);
    },
    removePartials: (path) => rm(join(folder, `${path}.p`), { recursive: true, force: true }),
  };
};

/** The folders whose lists of names may have changed, the innermost first. */
const foldersOf = (root: string, files: readonly LogFile[]): readonly string[] => {
  const folders = new Set<string>([root]);
  for (const { path } of files)
    for (let at = dirname(join(root, path)); relative(root, at) !== ""; at = dirname(at)) folders.add(at);
  return [...folders].toSorted((a, b) => b.length - a.length);
};

/** What a visitor asks for, `tile/…`; `undefined` for every spelling the specification does not write. */
export const readTilePath = async (folder: LogFolder, path: string): Promise<Uint8Array | undefined> => {
  const tile = parseTilePath(path);
  return tile === undefined ? undefined : readTileFile(folder, tile);
};

/** The bytes of a tile; a partial one whose file is gone is cut out of the full one. */
export const readTileFile = async (folder: LogFolder, tile: Tile): Promise<Uint8Array | undefined> => {
  const own = await folder.read(tilePath(tile));
  if (own !== undefined || tile.width === TILE_WIDTH) return own;
  const full = await folder.read(tilePath({ ...tile, width: TILE_WIDTH }));
  return full === undefined ? undefined : firstOf(full, tile);
};

const HASH_BYTES = 32;

const firstOf = (full: Uint8Array, { level, width }: Tile): Uint8Array => {
  if (level !== "entries") return full.subarray(0, width * HASH_BYTES);
  let end = 0;
  for (let entries = 0; entries < width; entries += 1)
    end += 2 + (full[end] ?? 0) * 256 + (full[end + 1] ?? 0);
  return full.subarray(0, end);
};
