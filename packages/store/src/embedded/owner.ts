// One Yinuo process owns a data folder at a time; a lock left by a killed owner is taken over.

import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { isAlive, startedAt } from "./process-identity.ts";
import { EmbeddedRefused } from "./refusal.ts";

type Owner = { readonly pid: number; readonly started?: string | undefined };

/** Takes the folder and answers how to give it back; refuses with `alreadyRunning`. */
export const takeFolder = (folder: string): (() => void) => {
  const lock = join(folder, "owner.json");
  const draft = `${lock}.${randomBytes(6).toString("hex")}`;
  const mine: Owner = { pid: process.pid, started: startedAt(process.pid) };
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    while (!linked(draft, lock)) {
      const text = read(lock);
      if (text === undefined) continue;
      const owner = parse(text);
      if (owner !== undefined && isSame(owner)) {
        throw new EmbeddedRefused({ code: "alreadyRunning", folder, pid: owner.pid });
      }
      discard(lock, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(lock) === JSON.stringify(mine)) rmSync(lock, { force: true });
  };
};

/** Whether a living process owns the folder; a folder with no lock yet counts as taken for its first minute. */
export const folderIsTaken = (folder: string): boolean => {
  const owner = parse(read(join(folder, "owner.json")) ?? "");
  return owner === undefined ? Date.now() - statSync(folder).mtimeMs < 60_000 : isSame(owner);
};

/** The number of the living process that owns the folder. */
export const livingOwner = (folder: string): number | undefined => {
  const owner = parse(read(join(folder, "owner.json")) ?? "");
  return owner !== undefined && isSame(owner) ? owner.pid : undefined;
};

/** link(2) fails when the name exists, so the lock appears whole or not at all. */
const linked = (draft: string, lock: string): boolean => {
  try {
    linkSync(draft, lock);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw problem;
  }
};

/** Removes the lock we judged stale, and only that one: of two processes judging it, one may already have its own there. */
const discard = (lock: string, judged: string): void => {
  const aside = `${lock}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) linked(aside, lock);
  rmSync(aside, { force: true });
};

const isSame = (owner: Owner): boolean =>
  isAlive(owner.pid) && (owner.started === undefined || owner.started === startedAt(owner.pid));

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

const parse = (text: string): Owner | undefined => {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) && owner.pid > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
};
