// Brings a database up to this version: numbered SQL files, each once, each in one transaction, none ever changed.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { grantToApp } from "./app-role.ts";

export type Migration = { readonly name: string; readonly sql: string };

export type MigrationProblem =
  | { readonly code: "migrationChanged"; readonly name: string }
  | { readonly code: "databaseNewer"; readonly name: string }
  | { readonly code: "serverTooOld"; readonly version: string };

/** Nobody but the operator can act on it; `message` is a sentence for them. */
export class MigrationRefused extends Error {
  readonly code: MigrationProblem["code"];
  constructor(problem: MigrationProblem) {
    super(sentence(problem));
    this.name = "MigrationRefused";
    this.code = problem.code;
  }
}

/** Throws `MigrationRefused`. Several processes may call it at once: one works, the others wait and find nothing to do. */
export const migrate = async (
  url: string,
  migrations: readonly Migration[] = shippedMigrations(),
): Promise<{ readonly applied: readonly string[] }> => {
  const client = new pg.Client({ connectionString: url, application_name: "yinuo migrate" });
  await client.connect();
  try {
    await needServer(client);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const applied = await applyMissing(client, migrations);
    if (applied.length > 0) await grantToApp(client);
    return { applied };
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
};

/** The migrations of this version, in order. */
export const shippedMigrations = (): readonly Migration[] => {
  const folder = join(import.meta.dirname, "..", "migrations");
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file.replace(/\.sql$/, ""),
      // A checkout with other line ends is the same migration.
      sql: readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n"),
    }));
};

/** "yinuo" in ASCII: other programs on the same database use other numbers. */
const LOCK = 0x79696e;

const needServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  const version = rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) < 15) throw new MigrationRefused({ code: "serverTooOld", version });
};

const applyMissing = async (
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly string[]> => {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT name, checksum FROM schema_migration ORDER BY name",
  );
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of done.keys())
    if (!known.has(name)) throw new MigrationRefused({ code: "databaseNewer", name });
  for (const { name, sql } of migrations)
    if (done.has(name) && done.get(name) !== checksum(sql))
      throw new MigrationRefused({ code: "migrationChanged", name });
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(({ name }) => name);
};

const applyOne = async (client: pg.Client, { name, sql }: Migration): Promise<void> => {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query("INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)", [
      name,
      checksum(sql),
    ]);
    await client.query("COMMIT");
  } catch (problem) {
    await client.query("ROLLBACK");
    throw problem;
  }
};

const checksum = (sql: string): string => createHash("sha256").update(sql).digest("hex");

const sentence = (problem: MigrationProblem): string => {
  switch (problem.code) {
    case "migrationChanged":
      return `数据库升级文件 ${problem.name} 在执行之后被改动过，已停止。 The migration ${problem.name} was changed after it had been applied; nothing was done.`;
    case "databaseNewer":
      return `数据库由更新的版本升级过（${problem.name}），请使用该版本启动。 A newer version has upgraded this database (${problem.name}); start with that version.`;
    case "serverTooOld":
      return `数据库服务器版本为 ${problem.version}，至少需要 PostgreSQL 15。 The database server is ${problem.version}; PostgreSQL 15 or newer is needed.`;
  }
};
