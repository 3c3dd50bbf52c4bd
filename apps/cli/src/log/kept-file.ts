// Small files of the command's own that survive a power cut: what was seen, what was promised.

import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { flush, writeWhole } from "@yinuo/store/whole-file";

/** Whole under its name, and on the disk when it answers. */
export const keepFile = async (path: string, bytes: Uint8Array, mode = 0o644): Promise<void> => {
  await writeWhole(path, bytes, mode);
  await flush(dirname(path));
};

export const readKept = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw problem;
  }
};
