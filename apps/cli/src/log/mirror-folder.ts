// A copy of a log in a folder: what is verified stays for good, what has come in waits until the whole was verified.

import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { flush } from "@yinuo/store/whole-file";
import type { FileFault, ReadFile } from "@yinuo/transparency-log";
import { TILE_WIDTH, tilePath } from "@yinuo/transparency-log";
import { keepFile, readKept } from "./kept-file.ts";
import { SHA256 } from "./node-crypto.ts";

/** Not served: nothing in it was verified. */
const INCOMING = ".incoming";

export type MirrorFolder = {
  /** The verified copy, else what has come in, else the log itself, which is kept as come in. */
  readonly readThrough: (source: ReadFile) => ReadFile;
  /** All that has come in takes its place; nothing that is there is touched. */
  readonly accept: () => Promise<number>;
  /** What the fault names is fetched again the next time. */
  readonly discard: (fault: FileFault) => Promise<void>;
  /** For good, beside the others: a checkpoint that was believed, or that was not. */
  readonly keepCheckpoint: (kind: "checkpoints" | "refused", note: Uint8Array, size: number) => Promise<void>;
};

export const mirrorFolder = (folder: string): MirrorFolder => {
  const incoming = join(folder, INCOMING);
  return {
    readThrough: (source) => async (path) => {
      const there = (await readKept(join(folder, path))) ?? (await readKept(join(incoming, path)));
      if (there !== undefined) return there;
      const bytes = await source(path);
      if (bytes !== undefined) await keepFile(join(incoming, path), bytes);
      return bytes;
    },
    accept: () => accept(folder),
    discard: async (fault) => {
      if ("size" in fault) await rm(incoming, { recursive: true, force: true });
      else
        for (const path of pathsOf(fault)) await rm(join(incoming, path), { recursive: true, force: true });
    },
    keepCheckpoint: async (kind, note, size) => {
      const name = Buffer.from(SHA256(note)).toString("hex").slice(0, 16);
      await keepFile(join(folder, kind, `${size}-${name}`), note);
    },
  };
};

/** Full and partial: either may have been read for the other. */
const pathsOf = (fault: Exclude<FileFault, { readonly size: number }>): readonly string[] => {
  if ("path" in fault) return [fault.path, fault.path.replace(/\.p\/\d+$/, "")];
  const index = Math.floor(fault.index / TILE_WIDTH);
  return (["entries", 0] as const).flatMap((level) => {
    const path = tilePath({ level, index, width: TILE_WIDTH });
    return [path, `${path}.p`];
  });
};

const accept = async (folder: string): Promise<number> => {
  const incoming = join(folder, INCOMING);
  const names = await readdir(incoming, { recursive: true, withFileTypes: true }).catch(() => []);
  const folders = new Set<string>();
  let count = 0;
  for (const file of names) {
    // A draft that a kill left behind begins with a point.
    if (!file.isFile() || file.name.startsWith(".")) continue;
    const from = join(file.parentPath, file.name);
    const to = join(folder, from.slice(incoming.length));
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    for (let at = dirname(to); at.startsWith(folder); at = dirname(at)) folders.add(at);
    count += 1;
  }
  for (const each of folders) await flush(each);
  await rm(incoming, { recursive: true, force: true });
  return count;
};
