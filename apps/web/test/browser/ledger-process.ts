// The whole program as an operator runs it, in a folder of its own, to be used by a browser and to be killed.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type Ledger = {
  readonly address: string;
  /** What it has said on its console. */
  readonly said: () => string;
  /** As a power cut does it: no goodbye. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data. */
  readonly again: () => Promise<Ledger>;
  readonly stop: () => Promise<void>;
};

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** `args`: beside port and data folder. Answers once the first page is served. */
export const startLedger = async (args: readonly string[] = []): Promise<Ledger> =>
  start(await mkdtemp(join(tmpdir(), "yinuo-ledger-")), args);

const start = async (data: string, args: readonly string[]): Promise<Ledger> => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [...process.execArgv, MAIN, "--port", String(port), "--data", data, ...args],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DATABASE_URL: "" } },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      said += text.toString();
    });
  const address = `http://127.0.0.1:${port}`;
  await served(address, child, () => said);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  return {
    address,
    said: () => said,
    kill: () => end("SIGKILL"),
    again: () => start(data, args),
    stop: async () => {
      await end("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
};

const served = async (address: string, child: ChildProcess, said: () => string): Promise<void> => {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the ledger did not start:\n${said()}`);
    try {
      const response = await fetch(`${address}/health`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new Error(`no page after a minute:\n${said()}`);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
