// Everything of an installation in one file: every table as of one moment, the evidence, the secret.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import type pg from "pg";
import { writeArchive, type ArchiveWriter } from "./archive.ts";
import { BACKUP_FORMAT, type Damage, type FileSum, type Manifest, type TableSum } from "./manifest.ts";
import { backupSession, readTable, sequencesOf, shapesOf } from "./tables.ts";

export type BackUpWish = {
  readonly url: string;
  /** Its `files/` and `secret` go along. */
  readonly dataFolder: string;
  readonly to: string;
  readonly now: Date;
};

/**
 * May run beside a working program. The tables are read in one snapshot; files are only ever added, so those copied
 * afterwards include every one the snapshot speaks of. A damaged file is told and does not stop the rest.
 */
export const backUp = async (
  wish: BackUpWish,
): Promise<{ readonly manifest: Manifest; readonly damage: readonly Damage[] }> => {
  const client = await backupSession(wish.url);
  const archive = writeArchive(wish.to);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await addTables(client, archive);
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
      "SELECT name, checksum FROM schema_migration ORDER BY name",
    );
    const sequences = await sequencesOf(client);
    const named = await namedFiles(client);
    const doomed = await doomedFiles(client);
    await client.query("COMMIT");
    const files = await addFiles(join(wish.dataFolder, "files"), archive, doomed);
    const secret = await readFile(join(wish.dataFolder, "secret")).catch(absent);
    if (secret !== undefined) await archive.add("secret", secret);
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      madeAt: wish.now.toISOString(),
      migrations,
      tables,
      sequences,
      files,
      secret: secret !== undefined,
    };
    await archive.add("manifest.json", Buffer.from(JSON.stringify(manifest, undefined, 1)));
    await archive.finish();
    return { manifest, damage: damageOf(named, files) };
  } catch (problem) {
    await archive.abandon();
    throw problem;
  } finally {
    await client.end();
  }
};

const addTables = async (client: pg.Client, archive: ArchiveWriter): Promise<readonly TableSum[]> => {
  const sums: TableSum[] = [];
  for (const shape of await shapesOf(client)) {
    const { stream, sum } = readTable(client, shape);
    await archive.add(tableEntry(shape.name), stream);
    sums.push(sum());
  }
  return sums;
};

export const tableEntry = (name: string): string => `tables/${name}.copy`;
export const fileEntry = (name: string): string => `files/${name}`;

const namedFiles = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ sha256: string }>(
    "SELECT sha256 FROM file UNION SELECT sha256 FROM import_batch WHERE sha256 IS NOT NULL",
  );
  return rows.map(({ sha256 }) => sha256);
};

/** A redaction took them, and they have not left the disk yet. */
const doomedFiles = async (client: pg.Client): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ sha256: string }>(
    "SELECT sha256 FROM doomed_file EXCEPT (SELECT sha256 FROM file UNION SELECT sha256 FROM import_batch)",
  );
  return new Set(rows.map(({ sha256 }) => sha256));
};

const STORED = /^[0-9a-f]{64}$/;

const addFiles = async (
  folder: string,
  archive: ArchiveWriter,
  without: ReadonlySet<string>,
): Promise<readonly FileSum[]> => {
  const sums: FileSum[] = [];
  const parts = (await readdir(folder).catch(absent)) ?? [];
  for (const part of parts.toSorted()) {
    const names = (await readdir(join(folder, part)).catch(() => [])).filter(
      (name) => STORED.test(name) && !without.has(name),
    );
    for (const name of names.toSorted()) sums.push(await addFile(join(folder, part, name), name, archive));
  }
  return sums;
};

const addFile = async (path: string, name: string, archive: ArchiveWriter): Promise<FileSum> => {
  const { size } = await stat(path);
  const { stream, digest } = digesting(createReadStream(path));
  // Photographs and workbooks are compressed already.
  await archive.add(fileEntry(name), stream, { plain: true });
  return { name, size, sha256: digest() };
};

/** The same bytes, and their digest once they have gone through. */
export const digesting = (source: Readable) => {
  const hash = createHash("sha256");
  const stream = new PassThrough();
  source.on("data", (chunk: Buffer) => hash.update(chunk));
  source.once("error", (problem) => stream.destroy(problem));
  source.pipe(stream);
  return { stream, digest: () => hash.digest("hex") };
};

const damageOf = (named: readonly string[], files: readonly FileSum[]): readonly Damage[] => {
  const there = new Set(files.map(({ name }) => name));
  return [
    ...named.filter((name) => !there.has(name)).map((name) => ({ what: "fileMissing", name }) as const),
    ...files
      .filter(({ name, sha256 }) => name !== sha256)
      .map(({ name }) => ({ what: "fileChanged", name }) as const),
  ];
};

const absent = (problem: unknown): undefined => {
  if ((problem as NodeJS.ErrnoException).code !== "ENOENT") throw problem;
};
