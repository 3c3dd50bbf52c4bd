// A terminal for the tests: the command as an operator runs it, and a data folder with the sample ledger.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import { accountId } from "@yinuo/core";
import { parseDay } from "@yinuo/period";
import { loadSample } from "@yinuo/sample";
import { addAccount, fileStore, migrate, openStore, startEmbedded, type Embedded } from "@yinuo/store";
import { freshDatabaseUrl, templateFolder } from "@yinuo/store/testing";
import pg from "pg";
import { command } from "../src/command.ts";

const folders: string[] = [];
const servers: Embedded[] = [];
after(async () => {
  for (const server of servers) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const freshFolder = (): string => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "yinuo-cli-"));
  folders.push(folder);
  return folder;
};

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

export const COMMAND = fileURLToPath(new URL("../yinuo.mjs", import.meta.url));

export type Terminal = (...args: readonly string[]) => Promise<Said>;

/** `env`: what the operator has set; nothing of ours goes along. In this process, since most of a command's time is loading. */
export const terminal =
  (env: Readonly<Record<string, string>>): Terminal =>
  async (...args) => {
    const out: Uint8Array[] = [];
    let err = "";
    const code = await command(args, {
      env: { LANG: "en_US.UTF-8", ...env },
      write: (bytes) => void out.push(Buffer.from(bytes)),
      warn: (line) => void (err += `${line}\n`),
    });
    return { code, out: Buffer.concat(out).toString(), err };
  };

/** The same as the process that an operator starts. */
export const ownProcess =
  (env: Readonly<Record<string, string>>): Terminal =>
  (...args) =>
    new Promise((done, fail) => {
      const PATH = process.env["PATH"] ?? "";
      const child = spawn(process.execPath, [COMMAND, ...args], {
        env: { PATH, LANG: "en_US.UTF-8", ...env },
      });
      const said = { out: "", err: "" };
      child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
      child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
      child.once("error", fail);
      child.once("close", (code) => done({ code, ...said }));
    });

export const query = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

/** A server that runs until the tests are over. */
export const serve = async (dataFolder: string): Promise<Embedded> => {
  const server = await startEmbedded({ dataFolder: join(dataFolder, "postgres"), log: () => undefined });
  servers.push(server);
  return server;
};

/** The sample county with its evidence. */
export const fill = async (url: string, dataFolder: string): Promise<void> => {
  await migrate(url);
  const store = await openStore({ url });
  const files = await fileStore(join(dataFolder, "files"));
  const loaded = await loadSample(store.db, files, {
    which: "county",
    ...(TODAY === undefined ? {} : { today: TODAY }),
    createAccount: (db, input, context) =>
      addAccount(db, { input, id: accountId(randomUUID()), passwordHash: "not a hash" }, context),
  });
  await store.close();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
};

/** A database of its own with the sample county, loaded once for all; its evidence goes into the data folder. */
export const filled = async (dataFolder: string): Promise<string> => {
  const kept = await templateFolder("cli_county");
  const url = await freshDatabaseUrl({ template: "cli_county", prepare: (to) => fill(to, kept) });
  cpSync(join(kept, "files"), join(dataFolder, "files"), { recursive: true });
  return url;
};

const TODAY = parseDay("2026-06-10");
