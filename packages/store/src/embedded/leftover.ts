// After kill -9 of the program its database lives on: stops it cleanly, so that the next start finds a quiet folder.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { isAlive, processesIn, worksIn } from "./process-identity.ts";
import { EmbeddedRefused } from "./refusal.ts";

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export type PidFile = {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
};

export const readPidFile = (cluster: string): PidFile | undefined => {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    const [port, socketFolder, status] = [lines[3], lines[4], lines[7]].map((line) => line?.trim() ?? "");
    return { pid, port: Number(port), socketFolder: socketFolder ?? "", status: status ?? "" };
  } catch {
    return undefined;
  }
};

/** To be called only by the owner of the folder. Answers the pid it stopped, if there was one. */
export const stopLeftover = async (cluster: string, binaries: Binaries): Promise<number | undefined> => {
  const left = readPidFile(cluster);
  if (left === undefined) return undefined;
  if (!isAlive(left.pid) || worksIn(left.pid, cluster) === false) {
    await whenQuiet(cluster);
    // The number may belong to another program by now, or to a zombie that no init collects:
    // postgres would take either for a running server and refuse for ever.
    rmSync(join(cluster, "postmaster.pid"), { force: true });
    return forget(left);
  }
  for (const mode of ["fast", "immediate"] as const) {
    ask(mode, left.pid, cluster, binaries);
    if (await ended(left.pid, 20_000)) {
      forget(left);
      return left.pid;
    }
  }
  throw new EmbeddedRefused({ code: "leftoverWillNotStop", folder: cluster, pid: left.pid });
};

/** Only folders this program makes are removed; see `makeSocketFolder`. */
const forget = ({ socketFolder }: PidFile): undefined => {
  if (/[\\/]yinuo-[A-Za-z0-9]{6}$/.test(socketFolder)) rmSync(socketFolder, { recursive: true, force: true });
};

/** A server killed with -9 leaves workers that end by themselves once they notice; they must not meet a new server. */
const whenQuiet = async (cluster: string): Promise<void> => {
  for (let waited = 0; waited < 20_000; waited += 20) {
    const [pid] = processesIn(cluster);
    if (pid === undefined) return;
    await wait(20);
  }
  const [pid = 0] = processesIn(cluster);
  throw new EmbeddedRefused({ code: "leftoverWillNotStop", folder: cluster, pid });
};

/** SIGINT is postgres's fast shutdown, SIGQUIT the immediate one, which recovers from its log at the next start. */
const ask = (mode: "fast" | "immediate", pid: number, cluster: string, binaries: Binaries): void => {
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-D", cluster, "-m", mode, "-W"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "ESRCH") throw problem;
  }
};

const ended = async (pid: number, patience: number): Promise<boolean> => {
  for (let waited = 0; waited < patience; waited += 20) {
    if (!isAlive(pid)) return true;
    await wait(20);
  }
  return !isAlive(pid);
};
