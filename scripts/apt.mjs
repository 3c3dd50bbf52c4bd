// Installs Debian packages that tests need, where whoever runs them may.

import { spawnSync } from "node:child_process";
import process from "node:process";
import { say } from "./messages.mjs";

export const mayInstall = () => process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;

/** @param {string[]} packages */
export const install = (packages) => {
  say(`正在安装 ${packages.join("、")}……`, `Installing ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ args) =>
    spawnSync("apt-get", args, { stdio: "inherit", env }).status === 0;
  if (!apt(["update", "-qq"]) || !apt(["install", "-y", "-qq", "--no-install-recommends", ...packages])) {
    say("安装没有成功。", "That did not succeed.");
  }
};
