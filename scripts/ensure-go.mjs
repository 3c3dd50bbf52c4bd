// Finds Go with its own log client for the audit test, and installs Debian's packages where that is possible.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { install, mayInstall } from "./apt.mjs";
import { say } from "./messages.mjs";

/** Where Debian's golang-golang-x-mod-dev puts it. */
const CLIENT = "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog";

/** @returns {boolean} whether it is there; says loudly when it is not */
export const ensureGo = () => {
  const wanted = [];
  if (spawnSync("go", ["version"]).status !== 0) wanted.push("golang-go");
  if (!existsSync(CLIENT)) wanted.push("golang-golang-x-mod-dev");
  if (wanted.length > 0 && mayInstall()) install(wanted);
  const isThere = spawnSync("go", ["version"]).status === 0 && existsSync(CLIENT);
  if (!isThere) {
    const line = "!".repeat(72);
    say(
      `\n${line}\n没有找到 Go 或其日志客户端:独立核验没有运行。`,
      `Go or its log client was not found: the independent audit DID NOT RUN.`,
    );
    say(
      `请安装 golang-go 和 golang-golang-x-mod-dev。`,
      `Install golang-go and golang-golang-x-mod-dev.\n${line}\n`,
    );
  }
  return isThere;
};
