// Files that are whole under their name or absent, and stay so through a power cut.

import { randomUUID } from "node:crypto";
import { link, mkdir, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Written beside its place and moved there; whoever needs the name itself to survive flushes the folder. */
export const writeWhole = async (path: string, bytes: Uint8Array, mode = 0o640): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o750 });
  await rename(await writeDraft(path, bytes, mode), path);
};

/** The first one wins: a file that is there already stays. */
export const writeNew = async (path: string, bytes: Uint8Array, mode: number): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const draft = await writeDraft(path, bytes, mode);
  try {
    await link(draft, path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  } finally {
    await unlink(draft);
  }
  await flush(dirname(path));
};

const writeDraft = async (path: string, bytes: Uint8Array, mode: number): Promise<string> => {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const handle = await open(draft, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (problem) {
    await unlink(draft).catch(() => undefined);
    throw problem;
  } finally {
    await handle.close();
  }
  return draft;
};

/** A file or a folder. */
export const flush = async (path: string): Promise<void> => {
  // Windows has no handle of a folder to flush.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
