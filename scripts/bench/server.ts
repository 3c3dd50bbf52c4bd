// Runs the ledger as an operator does, in a process of its own, and asks it for pages.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Server = {
  readonly origin: string;
  /** From the start of the process to the last byte of the first page, in milliseconds. */
  readonly firstPageAfter: number;
  /** The most memory the process ever had, in MB; undefined where the system does not say. */
  readonly peakMemory: () => number | undefined;
  readonly stop: () => Promise<void>;
};

const start = join(import.meta.dirname, "..", "start.mjs");

/** Resolves when the first page was served. */
export const startServer = async (dataFolder: string): Promise<Server> => {
  const began = performance.now();
  const child = spawn(process.execPath, [start, "--port", "0", "--data", dataFolder], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATABASE_URL: "", YINUO_ORIGINS: "", HOST: "127.0.0.1" },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const tell = (): void => void child.kill("SIGTERM");
  process.once("exit", tell);
  let said = "";
  const origin = await new Promise<string>((found, fail) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address !== null) found(address[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
    void ended.then(() => fail(new Error(`The ledger did not start:\n${said}`)));
  });
  await page(`${origin}/`);
  const firstPageAfter = performance.now() - began;
  return {
    origin,
    firstPageAfter,
    peakMemory: () => peakOf(child.pid),
    stop: async () => {
      process.removeListener("exit", tell);
      child.kill("SIGTERM");
      await ended;
    },
  };
};

/** A page that must be there. */
export const page = async (address: string, headers: Record<string, string> = {}): Promise<string> => {
  const response = await fetch(address, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return text;
};

const peakOf = (pid: number | undefined): number | undefined => {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line === null ? undefined : Number(line[1]) / 1024;
  } catch {
    return undefined;
  }
};
