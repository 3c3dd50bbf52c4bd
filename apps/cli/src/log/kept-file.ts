// Files that are whole under their name or absent, and that survive a power cut once they are written.

import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** On the disk under its name when it answers. */
export const keepFile = async (path: string, bytes: Uint8Array, mode = 0o644): Promise<void> => {
  const draft = await writeDraft(path, bytes, mode);
  await rename(draft, path);
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

const writeDraft = async (path: string, bytes: Uint8Array, mode: number): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  const handle = await open(draft, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
};

const flush = async (folder: string): Promise<void> => {
  // Windows has no handle of a folder to flush.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
