// Files kept in a folder under the SHA-256 of their bytes; once acknowledged they survive a power cut.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { flush, writeWhole } from "./whole-file.ts";

export type FileStore = {
  /** Kept when it answers; the same bytes twice are kept once. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /** `undefined` when there is no such file. */
  readonly open: (
    sha256: string,
  ) => Promise<{ readonly size: number; readonly stream: ReadableStream<Uint8Array> } | undefined>;
  /** Where the bytes are, whether or not they are there. */
  readonly path: (sha256: string) => string;
};

/** Makes the folder when it is missing. */
export const fileStore = async (folder: string): Promise<FileStore> => {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const path = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not the SHA-256 of a file");
    // 256 folders keep each of them short.
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    path,
    put: async (bytes) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const size = await sizeOf(path(sha256));
      // A file of another length was cut short by something else than us: it is written again.
      if (size !== bytes.length) await write(path(sha256), bytes);
      return sha256;
    },
    open: async (sha256) => {
      const size = await sizeOf(path(sha256));
      if (size === undefined) return undefined;
      const stream = Readable.toWeb(createReadStream(path(sha256))) as ReadableStream<Uint8Array>;
      return { size, stream };
    },
  };
};

const sizeOf = async (path: string): Promise<number | undefined> => {
  try {
    return (await stat(path)).size;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw problem;
  }
};

const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  await writeWhole(path, bytes);
  await flush(dirname(path));
  await flush(dirname(dirname(path)));
};
