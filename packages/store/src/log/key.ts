// The key of the log: made once, kept in the data folder and nowhere else, readable only by its owner.

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, refuse, type Result } from "@yinuo/core";
import {
  formatSignerKey,
  isKeyName,
  parseSignerKey,
  signerKey,
  type SignerKey,
} from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";
import { writeNew } from "../whole-file.ts";
import { lastCheckpoint } from "./checkpoints.ts";
import type { LogTrouble } from "./trouble.ts";

type Wish = {
  readonly db: Db;
  readonly dataFolder: string;
  /** The log's name, for a key that is made now: its address without the scheme. It stays for good. */
  readonly origin: string | undefined;
};

/** Several processes on one data folder agree: the first to make the file wins. Refuses: keyMissing. */
export const readLogKey = async ({
  db,
  dataFolder,
  origin,
}: Wish): Promise<Result<SignerKey, LogTrouble>> => {
  const path = join(dataFolder, "log-key");
  const there = await readKey(path);
  if (there !== undefined) return ok(there);
  // A new key under an old name would be a second log that says it is the first.
  if ((await lastCheckpoint(db)) !== undefined) return refuse({ code: "keyMissing" });
  const seed = randomBytes(32);
  const name = origin ?? `ledger-${randomBytes(4).toString("hex")}.invalid/log`;
  if (!isKeyName(name)) throw new Error(`"${name}" cannot name a log`);
  await writeNew(path, Buffer.from(`${formatSignerKey(signerKey({ name, kind: "note", seed }))}\n`), 0o600);
  const made = await readKey(path);
  return made === undefined ? refuse({ code: "keyMissing" }) : ok(made);
};

const readKey = async (path: string): Promise<SignerKey | undefined> => {
  const text = await readFile(path, "utf8").catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== "ENOENT") throw problem;
  });
  if (text === undefined) return undefined;
  const key = parseSignerKey(text.trim());
  if (!key.ok) throw new Error(`${path} is not the key of a log (${key.error.code})`);
  return key.value;
};
