// Makes sure node_modules holds what package-lock.json names, and installs it with visible progress if not.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { giveUp, say } from "./messages.mjs";

/** @param {string} root */
export const ensureInstalled = async (root) => {
  const missing = whatIsMissing(root);
  if (missing.length === 0) return;
  say(
    "正在安装依赖(仅首次或更新后需要)……",
    "Installing dependencies (only the first time, or after an update) …",
  );
  // Incremental where something is there already: `npm ci` would remove the very Node that runs this.
  const verb = existsSync(join(root, "node_modules")) ? "install" : "ci";
  // No package of ours needs an install script, so none is allowed to run.
  const status = await npm(root, [verb, "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (status !== 0) {
    giveUp(
      `安装依赖失败(npm ${verb} 退出码 ${status})。请检查网络和磁盘空间后再试。`,
      `Installing failed (npm ${verb} ended with ${status}). Check the network and the free space, then try again.`,
    );
  }
  const still = whatIsMissing(root);
  const needed = still.filter((entry) => !entry.optional);
  if (needed.length > 0) {
    giveUp(
      `安装之后仍缺少 ${needed[0]?.name} 等 ${needed.length} 个依赖。请删除 node_modules 后再试。`,
      `After installing, ${needed.length} packages are still missing (${needed[0]?.name} …). Delete node_modules and try again.`,
    );
  }
  for (const { name } of still) {
    say(`提示:可选依赖 ${name} 没有装上。`, `Note: the optional package ${name} could not be installed.`);
  }
};

/**
 * Compares the lock with the one npm leaves in node_modules when, and only when, an install ran to its end.
 * @param {string} root
 * @returns {{ name: string; optional: boolean }[]}
 */
export const whatIsMissing = (root) => {
  const wanted = lockedPackages(join(root, "package-lock.json"));
  const found = lockedPackages(join(root, "node_modules", ".package-lock.json"));
  const missing = [];
  for (const [name, entry] of Object.entries(wanted)) {
    if (!name.includes("node_modules/") || !isForHere(entry)) continue;
    const have = found[name];
    const same = have !== undefined && have.version === entry.version && have.integrity === entry.integrity;
    if (!same || !existsSync(join(root, name))) missing.push({ name, optional: entry.optional === true });
  }
  return missing;
};

/** @param {string} path @returns {Record<string, any>} */
const lockedPackages = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  } catch {
    return {};
  }
};

/** Of the optional packages those that name this system must be there; what belongs to one for another is not told apart. */
const isForHere = (/** @type {any} */ entry) => {
  if (entry.optional !== true) return true;
  // Which C library this is cannot be told cheaply, so packages for one of them pass.
  if (entry.os === undefined || entry.libc !== undefined) return false;
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
};

/** The lock has a list, or one word. @param {string | string[] | undefined} list @param {string} here */
const fits = (list, here) => {
  const words = [list ?? []].flat();
  if (words.length === 0) return true;
  if (words.includes(`!${here}`)) return false;
  return words.every((one) => one.startsWith("!")) || words.includes(here);
};

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
const npm = (root, args) =>
  new Promise((done) => {
    // Under `npm start` this is the npm that was called; otherwise the one in PATH.
    const script = process.env["npm_execpath"];
    const own = script !== undefined && /npm-cli\.c?js$/.test(script);
    const child = own
      ? spawn(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" })
      : spawn("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
    const began = Date.now();
    const tick = setInterval(() => {
      process.stdout.write(`  … ${Math.round((Date.now() - began) / 1000)} s\n`);
    }, 5000);
    const end = (/** @type {number | null} */ status) => {
      clearInterval(tick);
      done(status ?? 1);
    };
    child.once("error", () => end(127));
    child.once("close", end);
  });
