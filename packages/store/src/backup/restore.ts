// A backup into an empty place: checked before anything is written, loaded in one transaction, compared before it counts.

import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import { ok, refuse, type Result } from "@yinuo/core";
import type pg from "pg";
import { fileStore } from "../files.ts";
import { migrate, shippedMigrations } from "../migrate.ts";
import { openArchive, type Archive } from "./archive.ts";
import { digesting, fileEntry, tableEntry } from "./back-up.ts";
import { isKnownFormat, readManifest, type BackupRefusal, type Manifest } from "./manifest.ts";
import { backupSession, sequencesOf, setSequences, shapesOf, sumTable, writeTable } from "./tables.ts";

export type OpenedBackup = { readonly manifest: Manifest; readonly archive: Archive };

type Checked<T> = Promise<Result<T, BackupRefusal>>;

/** Reads the whole file once: every entry is there and is what the manifest says. Refuses all but the last three of BackupRefusal. */
export const openBackup = async (path: string): Checked<OpenedBackup> => {
  const archive = await openArchive(path);
  if (archive === undefined || !archive.names.has("manifest.json")) return refuse({ code: "notABackup" });
  const manifest = readManifest(await text(await archive.read("manifest.json")));
  if (manifest === undefined) return refuse({ code: "notABackup" });
  if (!isKnownFormat(manifest)) return refuse({ code: "backupFormatUnknown", format: manifest.format });
  const known = new Map(shippedMigrations().map(({ name, sql }) => [name, digestOf(sql)]));
  const newer = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (newer !== undefined) return refuse({ code: "backupNewer", migration: newer.name });
  const entries = [
    ...manifest.tables.map(({ name, sha256 }) => ({ entry: tableEntry(name), sha256 })),
    ...manifest.files.map(({ name, sha256 }) => ({ entry: fileEntry(name), sha256 })),
  ];
  for (const { entry, sha256 } of entries)
    if ((await entryDigest(archive, entry)) !== sha256) return refuse({ code: "backupDamaged", entry });
  if (manifest.secret && !archive.names.has("secret"))
    return refuse({ code: "backupDamaged", entry: "secret" });
  return ok({ manifest, archive });
};

/** Refuses folderNotEmpty: a restore never mixes with what is there. Made when it is missing. */
export const needEmptyFolder = async (folder: string): Checked<true> => {
  await mkdir(folder, { recursive: true });
  const [found] = await readdir(folder);
  return found === undefined ? ok(true) : refuse({ code: "folderNotEmpty", folder, found });
};

/** One line of the comparison after a restore. */
export type Compared = {
  readonly what: "table" | "sequence" | "file" | "secret";
  readonly name: string;
  /** Rows of a table, bytes of a file, the last value of a sequence. */
  readonly size: string;
  readonly sha256?: string;
  readonly same: boolean;
};

export type RestoreWish = {
  readonly url: string;
  readonly dataFolder: string;
  /** Told each line as it was compared. */
  readonly compared: (line: Compared) => void;
};

/**
 * Into a database without tables. The tables count only after each was read back and found equal; a newer program's
 * migrations follow. Refuses databaseNotEmpty, restoredDiffers.
 */
export const restore = async ({ manifest, archive }: OpenedBackup, wish: RestoreWish): Checked<true> => {
  const client = await backupSession(wish.url);
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LIMIT 1",
    );
    if (rows[0] !== undefined) return refuse({ code: "databaseNotEmpty", table: rows[0].name });
    const then = new Set(manifest.migrations.map(({ name }) => name));
    await migrate(
      wish.url,
      shippedMigrations().filter(({ name }) => then.has(name)),
    );
    const files = await restoreFiles({ manifest, archive }, wish);
    if (!files.ok) return files;
    await client.query("BEGIN; SET CONSTRAINTS ALL DEFERRED");
    for (const table of manifest.tables)
      await writeTable(client, table, await archive.read(tableEntry(table.name)));
    await setSequences(client, manifest.sequences);
    const same = await compare(client, manifest, wish);
    await client.query(same.ok ? "COMMIT" : "ROLLBACK");
    if (same.ok) {
      await migrate(wish.url);
      // More may have been signed since: the log waits until it knows.
      await client.query(
        "INSERT INTO log_restored SELECT true WHERE EXISTS (SELECT FROM log_checkpoint) ON CONFLICT DO NOTHING",
      );
    }
    return same;
  } finally {
    await client.end();
  }
};

const compare = async (client: pg.Client, manifest: Manifest, { compared }: RestoreWish): Checked<true> => {
  const shapes = new Map((await shapesOf(client)).map((shape) => [shape.name, shape]));
  let differing: string | undefined;
  for (const table of manifest.tables) {
    const shape = shapes.get(table.name);
    const now = shape === undefined ? undefined : await sumTable(client, shape);
    const same = now?.rows === table.rows && now.sha256 === table.sha256;
    compared({
      what: "table",
      name: table.name,
      size: String(now?.rows ?? 0),
      sha256: now?.sha256 ?? "",
      same,
    });
    if (!same) differing ??= table.name;
  }
  const now = new Map((await sequencesOf(client)).map((one) => [one.name, one]));
  for (const { name, last, called } of manifest.sequences) {
    const same = now.get(name)?.last === last && now.get(name)?.called === called;
    compared({ what: "sequence", name, size: last, same });
    if (!same) differing ??= name;
  }
  return differing === undefined ? ok(true) : refuse({ code: "restoredDiffers", what: differing });
};

const restoreFiles = async ({ manifest, archive }: OpenedBackup, wish: RestoreWish): Checked<true> => {
  const store = await fileStore(join(wish.dataFolder, "files"));
  for (const { name, size, sha256 } of manifest.files) {
    const path = store.path(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o750 });
    const { stream, digest } = digesting(await archive.read(fileEntry(name)));
    await pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o640, flush: true }));
    const found = digest();
    wish.compared({ what: "file", name, size: String(size), sha256: found, same: found === sha256 });
    if (found !== sha256) return refuse({ code: "restoredDiffers", what: name });
  }
  if (manifest.secret) {
    const secret = await text(await archive.read("secret"));
    await writeFile(join(wish.dataFolder, "secret"), secret, { flag: "wx", mode: 0o600, flush: true });
    wish.compared({ what: "secret", name: "secret", size: String(secret.length), same: true });
  }
  return ok(true);
};

const entryDigest = async (archive: Archive, entry: string): Promise<string | undefined> => {
  if (!archive.names.has(entry)) return undefined;
  const hash = createHash("sha256");
  try {
    const stream: Readable = await archive.read(entry);
    for await (const chunk of stream) hash.update(chunk as Buffer);
    return hash.digest("hex");
  } catch {
    // A checksum or a compressed block of the zip that does not fit: the entry is damaged.
    return undefined;
  }
};

const digestOf = (sql: string): string => createHash("sha256").update(sql).digest("hex");
