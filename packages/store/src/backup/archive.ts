// A backup as a file: a zip that any system opens, written and read as a stream, whole under its name or absent.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { ZipFile } from "yazl";
import { flush } from "../whole-file.ts";

export type ArchiveWriter = {
  /** Resolves when the whole entry is in the archive. `plain`: bytes that are compressed already. */
  readonly add: (
    name: string,
    content: Readable | Buffer,
    options?: { readonly plain?: boolean },
  ) => Promise<void>;
  /** On disk under its name when it answers. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
};

/** It holds the password hashes and the secret: only its owner may read it. */
export const writeArchive = (path: string): ArchiveWriter => {
  const draft = `${path}.partial`;
  const zip = new ZipFile();
  const file = createWriteStream(draft, { mode: 0o600 });
  const written = pipeline(zip.outputStream as Readable, file);
  // Whoever adds or finishes hears of it.
  written.catch(() => undefined);
  return {
    add: async (name, content, { plain = false } = {}) => {
      if (Buffer.isBuffer(content)) {
        zip.addBuffer(content, name, { compress: !plain });
        return;
      }
      zip.addReadStream(content, name, { compress: !plain });
      await Promise.race([finished(content), written]);
    },
    finish: async () => {
      zip.end();
      await written;
      await flush(draft);
      await rename(draft, path);
      await flush(dirname(path));
    },
    abandon: async () => {
      file.destroy();
      if (!file.closed) await once(file, "close");
      await rm(draft, { force: true });
    },
  };
};

export type Archive = {
  readonly names: ReadonlySet<string>;
  /** Throws when there is no such entry. */
  readonly read: (name: string) => Promise<Readable>;
  readonly close: () => void;
};

/** `undefined` when it is no zip. Throws when the file cannot be read. */
export const openArchive = async (path: string): Promise<Archive | undefined> => {
  await (await open(path, "r")).close();
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return {
      names: new Set(entries.keys()),
      read: async (name) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new Error(`no entry ${name}`);
        return zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch {
    return undefined;
  }
};
