// Starts the real PostgreSQL server as a child on a private socket, and stops it again.

import { spawn, type ChildProcess } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findBinaries, type Binaries } from "./binaries.ts";
import { databaseEnvironment, ensureCluster } from "./cluster.ts";
import { readPidFile, stopLeftover } from "./leftover.ts";
import { takeFolder } from "./owner.ts";
import { keepPassword } from "./password.ts";
import { EmbeddedRefused } from "./refusal.ts";
import { chooseRunAs, giveTo, type RunAs } from "./run-as.ts";

export type Embedded = {
  /** Connection string of the database `yinuo`, for node-postgres and libpq alike. */
  readonly url: string;
  /** Fast shutdown: open transactions are rolled back, everything acknowledged is kept. May be called twice. */
  readonly stop: () => Promise<void>;
  /** Resolves when the server has ended, whether by `stop` or by itself. */
  readonly ended: Promise<void>;
  /** The server's own process. */
  readonly pid: number;
};

type Wish = {
  /** Belongs to the database alone: the cluster, its log and the lock live in it. Made if absent. */
  readonly dataFolder: string;
  readonly log: (line: Record<string, unknown>) => void;
  /** Extra server settings, e.g. for throw-away test servers. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly namespaces?: boolean;
};

type Listening = {
  readonly url: string;
  readonly settings: Record<string, string>;
  readonly clear: () => void;
};

const WINDOWS = process.platform === "win32";

/** Throws `EmbeddedRefused` with `code` (and `pid` for `alreadyRunning`); its message is a sentence in zh and en. */
export const startEmbedded = async (wish: Wish): Promise<Embedded> => {
  const folder = makeFolder(wish.dataFolder);
  const giveBack = takeFolder(folder);
  try {
    return await startOwned(wish, folder, giveBack);
  } catch (problem) {
    giveBack();
    throw problem;
  }
};

const startOwned = async (wish: Wish, folder: string, giveBack: () => void): Promise<Embedded> => {
  const binaries = findBinaries();
  const cluster = join(folder, "cluster");
  const namespaces = wish.namespaces ?? true;
  const runAs = chooseRunAs({ folder, cluster, postgres: binaries.postgres, namespaces });
  const stopped = await stopLeftover(cluster, binaries);
  if (stopped !== undefined) wish.log({ event: "database.leftoverStopped", pid: stopped });
  const password = WINDOWS ? keepPassword(folder) : undefined;
  const made = await ensureCluster({ cluster, binaries, runAs, password });
  if (made === "made") wish.log({ event: "database.made", folder });
  const listening = password === undefined ? onSocket(runAs) : await onLoopback(password);
  const child = launch(binaries, runAs, cluster, { ...listening.settings, ...wish.settings });
  const ended = whenEnded(child, listening.clear);
  void ended.then(giveBack);
  await whenReady(child, ended, cluster);
  return { url: listening.url, ended, pid: child.pid ?? 0, stop: stopper(child, ended, binaries, cluster) };
};

const makeFolder = (wanted: string): string => {
  const folder = resolve(wanted);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    closeSync(openSync(join(folder, "postgres.log"), "a", 0o600));
    return realpathSync(folder);
  } catch (problem) {
    throw new EmbeddedRefused({
      code: "folderNotWritable",
      folder,
      reason: (problem as NodeJS.ErrnoException).code ?? String(problem),
    });
  }
};

/** Port and sslmode are written out, or the client would take them from PGPORT and PGSSLMODE. */
export const socketUrl = (folder: string): string =>
  `postgresql://yinuo@localhost:5432/yinuo?host=${encodeURIComponent(folder)}&sslmode=disable`;

export const loopbackUrl = (password: string, port: number): string =>
  `postgresql://yinuo:${password}@127.0.0.1:${port}/yinuo`;

/** A Unix socket's path must fit 107 bytes (103 on macOS), so it cannot live in the data folder. */
const onSocket = (runAs: RunAs): Listening => {
  const parent = tmpdir().length > 60 ? "/tmp" : tmpdir();
  const folder = mkdtempSync(join(parent, "yinuo-"));
  giveTo(runAs, folder);
  return {
    url: socketUrl(folder),
    settings: { listen_addresses: "", unix_socket_directories: folder, port: "5432" },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const onLoopback = async (password: string): Promise<Listening> => {
  const port = await freePort();
  return {
    url: loopbackUrl(password, port),
    settings: { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port) },
    clear: () => undefined,
  };
};

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** Old files of the write-ahead log are removed and not used again: a redaction has to reach them. */
const OWN = { wal_recycle: "off" };

const launch = (
  binaries: Binaries,
  runAs: RunAs,
  cluster: string,
  settings: Readonly<Record<string, string>>,
): ChildProcess => {
  const all = { timezone: "UTC", log_timezone: "UTC", lc_messages: "C", fsync: "on", ...OWN, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = runAs.command(binaries.postgres, ["-D", cluster, ...options]);
  const log = join(cluster, "..", "postgres.log");
  // A file, not a pipe: a server that outlives us must be able to go on writing.
  const out = openSync(log, statSync(log).size > 10_000_000 ? "w" : "a");
  // Its own process group: Ctrl-C reaches us alone, and we finish our requests before we stop the server.
  const child = spawn(command, args, {
    detached: true,
    stdio: ["ignore", out, out],
    env: databaseEnvironment(),
    cwd: "/",
    windowsHide: true,
    ...runAs.identity,
  });
  closeSync(out);
  child.unref();
  return child;
};

const whenEnded = (child: ChildProcess, clear: () => void): Promise<void> => {
  // A program that exits without stopping us still leaves a server that has been told to stop.
  const tell = () => {
    child.kill("SIGINT");
    clear();
  };
  process.once("exit", tell);
  return new Promise((done) => {
    const finish = () => {
      process.removeListener("exit", tell);
      clear();
      done();
    };
    child.once("exit", finish);
    child.once("error", finish);
  });
};

/** postgres writes `ready` into postmaster.pid once it takes connections: no polling over the network. */
const whenReady = async (child: ChildProcess, ended: Promise<void>, cluster: string): Promise<void> => {
  const over = ended.then(() => "over" as const);
  do {
    const file = readPidFile(cluster);
    if (file?.pid === child.pid && file?.status === "ready") return;
  } while ((await Promise.race([over, wait(5)])) !== "over");
  throw new EmbeddedRefused({ code: "didNotStart", folder: cluster, lines: lastLines(cluster, child.pid) });
};

/** What this very server wrote; the log holds earlier runs too. */
const lastLines = (cluster: string, pid: number | undefined): string => {
  const all = readFileSync(join(cluster, "..", "postgres.log"), "utf8")
    .trimEnd()
    .split("\n");
  const first = all.findIndex((line) => line.includes(`[${pid}]`));
  return all.slice(Math.max(first, all.length - 6, 0)).join("\n");
};

const stopper = (child: ChildProcess, ended: Promise<void>, binaries: Binaries, cluster: string) => {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    child.ref();
    if (WINDOWS) await stopLeftover(cluster, binaries);
    else child.kill("SIGINT");
    const late = setTimeout(() => child.kill("SIGQUIT"), 20_000);
    await ended;
    clearTimeout(late);
  };
  return () => (stopping ??= stop());
};
