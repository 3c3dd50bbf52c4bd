// Tells whether a process recorded earlier is still the same one, although the system reuses process numbers.

import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** A number that is only alive if it is not a zombie: in a container nobody may collect those. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    // EPERM: it exists and belongs to somebody else.
    if ((problem as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const state = statFields(pid)?.[0];
  return state !== "Z" && state !== "X";
};

/** When the process started, in the system's own notation; undefined where it cannot be told. */
export const startedAt = (pid: number): string | undefined => {
  const fields = statFields(pid);
  if (fields !== undefined) return `${bootId()} ${fields[19]}`;
  if (process.platform === "win32") return undefined;
  const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.trim() : undefined;
};

/** Whether the process is a server working in this folder (postgres makes its data folder its own). */
export const worksIn = (pid: number, folder: string): boolean | undefined => {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return undefined;
  const ps = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.includes(folder) : undefined;
};

/** The living processes that work in a folder, as far as this system tells (elsewhere postgres itself checks). */
export const processesIn = (folder: string): readonly number[] => {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.filter((pid) => worksIn(pid, folder) === true && isAlive(pid));
};

/** Fields of /proc/<pid>/stat from the state on (proc_pid_stat(5)); the name before may contain spaces. */
const statFields = (pid: number): string[] | undefined => {
  if (process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
};

const bootId = (): string => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
};
