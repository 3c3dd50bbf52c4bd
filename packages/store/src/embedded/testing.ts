// Gives tests an empty (or prepared) database in milliseconds, all on one throw-away server.

import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findBinaries } from "./binaries.ts";
import { stopLeftover } from "./leftover.ts";
import { isAlive } from "./process-identity.ts";
import { folderIsTaken } from "./owner.ts";
import { startEmbedded } from "./start.ts";

export type TestServer = {
  /** Connection string of the server's maintenance database; other processes find it in YINUO_TEST_SERVER. */
  readonly adminUrl: string;
  /** Connection string of a database of this name. */
  readonly url: (database: string) => string;
};

export type Template = {
  /** One name, one content: prepared once per server, then cloned. */
  readonly template: string;
  /** Fills the template; must close its connections before it resolves. */
  readonly prepare: (url: string) => Promise<void>;
};

let running: Promise<TestServer> | undefined;

/** The server of this run (YINUO_TEST_SERVER), or one of this process's own that ends with it. */
export const testServer = (): Promise<TestServer> => (running ??= findOrStart());

/** A database nobody else uses. It goes when the server goes. */
export const freshDatabaseUrl = async (template?: Template): Promise<string> => {
  const server = await testServer();
  const name = `t_${randomBytes(8).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    const source = template === undefined ? "template0" : await prepared(admin, server, template);
    // file_copy writes no log of the copy: with fsync off it is the faster strategy, see docs/testing.md.
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY file_copy`);
  } finally {
    await admin.end();
  }
  return server.url(name);
};

/** Where a template keeps its files: every process finds the same folder beside the same server. */
export const templateFolder = async (template: string): Promise<string> => {
  const { adminUrl } = await testServer();
  const server = createHash("sha256").update(adminUrl).digest("hex").slice(0, 16);
  return join(tmpdir(), `yinuo-template-${server}-${template}`);
};

/** Under a lock, because several test processes may want the same template first; the rename makes it whole or absent. */
const prepared = async (admin: pg.Client, server: TestServer, wish: Template): Promise<string> => {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(wish.template)) throw new Error(`not a template name: ${wish.template}`);
  const name = `template_${wish.template}`;
  if (await exists(admin, name)) return name;
  await admin.query("SELECT pg_advisory_lock(hashtext($1))", [name]);
  if (!(await exists(admin, name))) {
    const draft = `${name}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${draft}`);
    await admin.query(`CREATE DATABASE ${draft} TEMPLATE template0 STRATEGY file_copy`);
    await wish.prepare(server.url(draft));
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  }
  await admin.query("SELECT pg_advisory_unlock(hashtext($1))", [name]);
  return name;
};

const exists = async (admin: pg.Client, name: string): Promise<boolean> =>
  ((await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount ?? 0) > 0;

const findOrStart = async (): Promise<TestServer> => {
  const given = process.env["YINUO_TEST_SERVER"];
  if (given !== undefined && given !== "") return reach(given);
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startEmbedded({
    dataFolder: folder,
    log: () => undefined,
    // Nothing here outlives the run, so nothing is flushed to disk; what survives a crash has its own tests.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" },
  });
  process.once("exit", () => {
    process.kill(server.pid, "SIGQUIT");
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let turns = 0; turns < 200 && isAlive(server.pid); turns += 1) Atomics.wait(pause, 0, 0, 10);
    rmSync(folder, { recursive: true, force: true });
  });
  return reach(withDatabase(server.url, "postgres"));
};

const PREFIX = "yinuo-test-";

/** Removes servers whose test process was killed; those of other users are left alone. */
const sweep = async (): Promise<void> => {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.map((name) => join(realpathSync(tmpdir()), name))) {
    try {
      if (statSync(folder).uid !== process.getuid?.() || folderIsTaken(folder)) continue;
      await stopLeftover(join(folder, "cluster"), findBinaries());
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run is sweeping the same folder.
    }
  }
};

const reach = (adminUrl: string): TestServer => ({
  adminUrl,
  url: (database) => withDatabase(adminUrl, database),
});

const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};
