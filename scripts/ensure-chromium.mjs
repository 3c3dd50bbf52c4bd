// Finds a Chromium for the browser tests, and installs Debian's where that is possible.

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { install, mayInstall } from "./apt.mjs";
import { say } from "./messages.mjs";

const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** @returns {string | undefined} the program, or undefined after saying loudly that there is none */
export const ensureChromium = () => {
  const wanted = [];
  if (findChromium() === undefined) wanted.push("chromium");
  if (!hasChineseFont()) wanted.push("fonts-noto-cjk");
  if (wanted.length > 0 && mayInstall()) install(wanted);
  const found = findChromium();
  if (found === undefined) {
    const line = "!".repeat(72);
    say(
      `\n${line}\n没有找到 Chromium:浏览器测试没有运行。`,
      `No Chromium was found: the browser tests DID NOT RUN.`,
    );
    say(`请安装 chromium,或用 CHROMIUM 指明其路径。`, `Install chromium, or name it in CHROMIUM.\n${line}\n`);
  }
  return found;
};

const findChromium = () => {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const named = process.env["YINUO_CHROMIUM"] ?? process.env["CHROMIUM"];
  const candidates = [
    ...(named ? [named] : []),
    ...NAMES.flatMap((name) => [join("/usr/bin", name), ...folders.map((folder) => join(folder, name))]),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return candidates.find(isProgram);
};

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Without one, screenshots and widths of Chinese pages are those of empty boxes. */
const hasChineseFont = () => {
  const list = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
};
