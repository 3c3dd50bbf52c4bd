// What the tests of the embedded database share: folders that go away, processes that can be killed, plain queries.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbedded } from "@yinuo/store/embedded";

export const isRoot = process.getuid?.() === 0;

const folders: string[] = [];
const children: ChildProcess[] = [];
// One of the process, not of the test: `madeFolder` is shared between tests.
after(async () => {
  for (const child of children) child.kill("SIGTERM");
  const living = children.filter((child) => child.exitCode === null && child.signalCode === null);
  await Promise.all(living.map((child) => once(child, "exit")));
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

export const freshFolder = (): string => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "yinuo-embedded-"));
  folders.push(folder);
  return folder;
};

let made: Promise<string> | undefined;

/** A fresh folder in which the database was made before, for the tests that are not about making it. */
export const madeFolder = async (): Promise<string> => {
  const make = async () => {
    const dataFolder = freshFolder();
    await (await startEmbedded({ dataFolder, log: () => undefined })).stop();
    return dataFolder;
  };
  const folder = freshFolder();
  cpSync(await (made ??= make()), folder, { recursive: true });
  return folder;
};

export const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

export type Owner = {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** The first line that starts so, waiting for it; rejects if the process ends before. */
  readonly saying: (start: string) => Promise<string>;
  readonly ended: Promise<number | null>;
};

/** Another process that owns `folder`; see embedded-child.ts for what it does and says. */
export const ownIn = (
  folder: string,
  task: "wait" | "write" | "leave" | "stop",
  as: { readonly uid?: number; readonly gid?: number; readonly namespaces?: "yes" | "no" } = {},
): Owner => {
  const program = fileURLToPath(new URL("./embedded-child.ts", import.meta.url));
  const { namespaces = "yes", ...identity } = as;
  const child = spawn(process.execPath, [...process.execArgv, program, folder, task, namespaces], {
    stdio: ["ignore", "pipe", "inherit"],
    ...identity,
  });
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const ended = new Promise<number | null>((done) => child.once("close", (status) => done(status)));
  const saying = (start: string) =>
    new Promise<string>((found, lost) => {
      const look = () => {
        const line = lines.find((each) => each.startsWith(start));
        if (line !== undefined) found(line);
      };
      reader.on("line", look);
      look();
      void ended.then(() => lost(new Error(`ended without saying "${start}": ${lines.join(" | ")}`)));
    });
  return { process: child, lines, saying, ended };
};
