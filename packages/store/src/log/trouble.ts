// Why nothing is signed, in sentences for the operator; kept where every process can see it.

import { sql } from "kysely";
import type { Db } from "../connection.ts";

export type LogTrouble =
  /** The published checkpoint is ahead of this database: an old backup was restored. */
  | { readonly code: "behindPublished"; readonly published: number; readonly here: number }
  /** A backup was restored, and no published log is there to tell whether it was the newest. */
  | { readonly code: "restoredAlone"; readonly size: number }
  /** The published checkpoint and this database are two different pasts. */
  | { readonly code: "forked"; readonly size: number }
  /** The leaves in the database do not have the root that was signed. */
  | { readonly code: "rootDiffers"; readonly size: number }
  | { readonly code: "leavesMissing"; readonly signed: number; readonly here: number }
  | { readonly code: "leafDiffers"; readonly index: number }
  /** What was written is not what is on the disk. */
  | { readonly code: "diskDiffers"; readonly size: number }
  /** A full disk, a folder that may not be written: tried again every few seconds. */
  | { readonly code: "cannotWrite"; readonly why: string }
  | { readonly code: "keyMissing" }
  | { readonly code: "keyDiffers"; readonly origin: string };

export const sentenceOf = (trouble: LogTrouble): string => {
  switch (trouble.code) {
    case "behindPublished":
      return `The published log has ${trouble.published} entries and this database ${trouble.here}: an old backup was restored. Nothing is signed. Take over what is missing with “yinuo log take-over FOLDER|URL” ("The transparency log" in docs/operating.md).`;
    case "restoredAlone":
      return `A backup was restored that had signed ${trouble.size} entries, and the published log is not here. Nothing is signed, since more may have been published. Name a copy of it with “yinuo log take-over FOLDER|URL”; where there is none, say so with “yinuo log go-on”.`;
    case "forked":
      return `The published checkpoint of size ${trouble.size} does not belong to the entries in this database. Nothing is signed. Two ledgers may be writing into one folder.`;
    case "rootDiffers":
      return `The entries in the database no longer have the root that was signed at size ${trouble.size}: somebody changed them. Nothing is signed. Restore the database from a backup.`;
    case "leavesMissing":
      return `${trouble.signed} entries were signed and ${trouble.here} are in the database. Nothing is signed.`;
    case "leafDiffers":
      return `Entry ${trouble.index} is not the bytes its hash was made of. Nothing is signed. Restore the database from a backup.`;
    case "diskDiffers":
      return `The files written for size ${trouble.size} are not what was read back. Nothing is signed. Look at the disk.`;
    case "cannotWrite":
      return `The log's files cannot be written (${trouble.why}). Nothing is signed. Make room on the disk, or give the folder back to the account that runs the ledger; it goes on by itself.`;
    case "keyMissing":
      return "The log was signed before, and its key is not in the data folder. Put the file log-key back from where it is kept.";
    case "keyDiffers":
      return `The log was signed as ${trouble.origin} with another key than the one in the data folder. Put the right file log-key back.`;
  }
};

/** What the disk answers when it takes nothing more; anything else that fails is no trouble of the log's. */
const OF_THE_DISK: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO"]);

export const diskTrouble = (problem: unknown): LogTrouble | undefined => {
  const { code, syscall } = problem as { readonly code?: string; readonly syscall?: string };
  return syscall !== undefined && code !== undefined && OF_THE_DISK.has(code)
    ? { code: "cannotWrite", why: code }
    : undefined;
};

export type ToldTrouble = { readonly trouble: LogTrouble; readonly since: string };

export const troubleOf = async (db: Db): Promise<ToldTrouble | undefined> => {
  const row = await db.selectFrom("log_trouble").selectAll().executeTakeFirst();
  return row === undefined
    ? undefined
    : { trouble: row.trouble as LogTrouble, since: row.since.toISOString() };
};

/** `undefined`: there is none any more. */
export const tellTrouble = async (db: Db, trouble: LogTrouble | undefined): Promise<void> => {
  await (trouble === undefined
    ? db.deleteFrom("log_trouble").execute()
    : sql`INSERT INTO log_trouble (trouble) VALUES (${JSON.stringify(trouble)}::jsonb)
        ON CONFLICT (only_one) DO UPDATE SET trouble = excluded.trouble`.execute(db));
};
