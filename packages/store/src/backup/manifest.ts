// What a backup says it holds: every table, sequence and file, with counts and digests that a restore is compared with.

export const BACKUP_FORMAT = "yinuo-backup/1";

export type TableSum = {
  readonly name: string;
  /** In the order of the data; generated columns are left out. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows in the order of their keys, in PostgreSQL's COPY text format. */
  readonly sha256: string;
};

export type SequenceState = { readonly name: string; readonly last: string; readonly called: boolean };

/** `name` is what the ledger calls it: the SHA-256 it was stored under; `sha256` is that of the bytes found. */
export type FileSum = { readonly name: string; readonly size: number; readonly sha256: string };

export type Manifest = {
  readonly format: typeof BACKUP_FORMAT;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly tables: readonly TableSum[];
  readonly sequences: readonly SequenceState[];
  readonly files: readonly FileSum[];
  readonly secret: boolean;
};

/** Files the database speaks of that were missing, and those that are no longer the bytes that were stored. */
export type Damage =
  | { readonly what: "fileMissing"; readonly name: string }
  | { readonly what: "fileChanged"; readonly name: string };

export type BackupRefusal =
  | { readonly code: "notABackup" }
  | { readonly code: "backupFormatUnknown"; readonly format: string }
  | { readonly code: "backupNewer"; readonly migration: string }
  | { readonly code: "backupDamaged"; readonly entry: string }
  | { readonly code: "folderNotEmpty"; readonly folder: string; readonly found: string }
  | { readonly code: "databaseNotEmpty"; readonly table: string }
  | { readonly code: "restoredDiffers"; readonly what: string };

/** A manifest of this format; what an archive of another kind has in its place is `undefined`. */
export const readManifest = (text: string): Manifest | { readonly format: string } | undefined => {
  try {
    const json = JSON.parse(text) as Partial<Manifest> | null;
    if (typeof json?.format !== "string") return undefined;
    if (json.format !== BACKUP_FORMAT) return { format: json.format };
    const lists = [json.migrations, json.tables, json.sequences, json.files];
    return lists.every(Array.isArray) ? (json as Manifest) : undefined;
  } catch {
    return undefined;
  }
};

export const isKnownFormat = (manifest: Manifest | { readonly format: string }): manifest is Manifest =>
  manifest.format === BACKUP_FORMAT;
