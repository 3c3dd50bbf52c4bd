// What a witness has cosigned, in a folder of its own: one file a log, on the disk before anybody hears of it.

import { join } from "node:path";
import { ok, refuse, type Result } from "@yinuo/core";
import { openCheckpoint, type VerifierKey, type Witnessed } from "@yinuo/transparency-log";
import type { LogRefusal } from "./refusals.ts";
import { keepFile, readKept } from "./kept-file.ts";
import { takeOwnFolder } from "./own-folder.ts";
import { CRYPTO } from "./node-crypto.ts";

export type WitnessMemory = {
  readonly stored: (origin: string) => Witnessed | undefined;
  /** The note last cosigned. */
  readonly note: (origin: string) => Uint8Array | undefined;
  readonly keep: (kept: Witnessed & { readonly origin: string; readonly note: Uint8Array }) => Promise<void>;
  readonly close: () => void;
};

type Wish = { readonly folder: string; readonly logs: readonly VerifierKey[] };

/**
 * For one process at a time. A file that cannot be read stops it: a witness that forgot what it signed would sign a second
 * past. Refuses: folderInUse, witnessedUnreadable.
 */
export const openMemory = async ({ folder, logs }: Wish): Promise<Result<WitnessMemory, LogRefusal>> => {
  const taken = takeOwnFolder(folder, 0o700);
  if (!taken.ok) return taken;
  const known = new Map<string, Witnessed & { readonly note: Uint8Array }>();
  for (const { name: origin } of logs) {
    const path = pathOf(folder, origin);
    const note = await readKept(path);
    if (note === undefined) continue;
    const opened = openCheckpoint(note, { logs }, CRYPTO);
    if (!opened.ok || opened.value.checkpoint.origin !== origin) {
      taken.value();
      return refuse({ code: "witnessedUnreadable", path });
    }
    known.set(origin, { ...opened.value.checkpoint, note });
  }
  return ok({
    stored: (origin) => known.get(origin),
    note: (origin) => known.get(origin)?.note,
    keep: async ({ origin, size, root, note }) => {
      await keepFile(pathOf(folder, origin), note);
      known.set(origin, { size, root, note });
    },
    close: taken.value,
  });
};

/** An origin is a file's name, whatever is in it. */
const pathOf = (folder: string, origin: string): string =>
  join(folder, `${encodeURIComponent(origin)}.checkpoint`);
