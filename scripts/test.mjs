// `npm test`: every check and every test, each under its heading, to the end even when one fails. Runs on Node 20 and newer.

import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { giveUp, say } from "./messages.mjs";
import { isNewEnough, runUnderNewerNode, stopWithParent } from "./newer-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "node_modules", ".bin");

/** `paths` narrow the tests to some files; the checks always look at everything. */
const readWish = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: "string" }, grep: { type: "string" } },
    });
    if (values.only === undefined || ["checks", "unit", "browser"].includes(values.only)) {
      return { only: values.only, grep: values.grep, paths: positionals };
    }
  } catch {
    // Said below.
  }
  return giveUp(
    "用法:npm test -- [--only checks|unit|browser] [--grep 名称] [测试文件……]",
    "Usage: npm test -- [--only checks|unit|browser] [--grep name] [test files …]",
  );
};

/** @type {readonly (readonly [heading: string, command: string, args: readonly string[]])[]} */
const CHECKS = [
  ["类型 Types (tsc)", "tsc", ["-p", "."]],
  ["规范 Lint (oxlint)", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["格式 Format (oxfmt)", "oxfmt", ["--check"]],
  ["结构 Imports, cycles, sizes, names", process.execPath, ["scripts/checks/run.ts"]],
  ["多余 Unused code and exports (knip)", "knip", ["--no-progress", "--no-config-hints"]],
];

/** @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [extra] */
const run = (command, args, extra = {}) => {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`, ...extra };
  const shell = process.platform === "win32" && command !== process.execPath;
  return spawnSync(command, args, { cwd: root, stdio: "inherit", env, shell }).status === 0;
};

/** @param {string} heading @param {() => boolean} step @param {string[]} failed */
const section = (heading, step, failed) => {
  process.stdout.write(`\n══ ${heading} ${"═".repeat(Math.max(4, 60 - heading.length))}\n`);
  const began = performance.now();
  const passed = step();
  if (!passed) failed.push(heading);
  process.stdout.write(
    `${passed ? "✔" : "✖"} ${heading} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
  );
};

/** @param {string | undefined} only @param {readonly string[]} paths */
const testFiles = async (only, paths) => {
  // Node 20 has no such function, and only gets as far as starting a newer one.
  const { globSync } = await import("node:fs");
  const places = "{packages,apps}/*/test/**/*.test.{ts,tsx}";
  const all = paths.length > 0 ? paths : globSync([places, "scripts/**/test/*.test.{ts,mjs}"], { cwd: root });
  const files = all.map((file) => file.replaceAll("\\", "/")).toSorted();
  const isBrowser = (/** @type {string} */ file) => file.includes("/test/browser/");
  return {
    browser: only === "unit" ? [] : files.filter(isBrowser),
    unit: only === "browser" ? [] : files.filter((file) => !isBrowser(file)),
  };
};

const TYPESCRIPT = ["--import", pathToFileURL(join(root, "scripts", "typescript.mjs")).href];

const goIsThere = async () => (await import("./ensure-go.mjs")).ensureGo();

/** @param {ReturnType<typeof readWish>} wish @param {string[]} failed */
const runTests = async ({ only, grep, paths }, failed) => {
  const { browser, unit } = await testFiles(only, paths);
  const { ensureChromium } = await import("./ensure-chromium.mjs");
  const chromium = browser.length > 0 ? ensureChromium() : undefined;
  const withoutGo = unit.some((file) => file.endsWith("/go-audit.test.ts")) && !(await goIsThere());
  if (withoutGo && process.env["CI"]) failed.push("独立核验没有运行 The independent audit did not run");
  const withoutBrowser = browser.length > 0 && chromium === undefined;
  if (withoutBrowser && process.env["CI"]) failed.push("浏览器测试没有运行 Browser tests did not run");
  const files = withoutBrowser ? unit : [...unit, ...browser];
  if (files.length === 0) return;
  const args = ["scripts/with-test-server.ts", ...TYPESCRIPT, "--test", "--test-reporter=spec"];
  args.push("--test-concurrency=3", "--test-timeout=600000");
  if (grep !== undefined) args.push(`--test-name-pattern=${grep}`);
  const extra = {
    ...(chromium === undefined ? {} : { YINUO_CHROMIUM: chromium }),
    // Several hundred processes load the same modules.
    NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "yinuo-compiled"),
  };
  section(
    "测试 Tests (node:test)",
    () => run(process.execPath, [...TYPESCRIPT, ...args, ...files], extra),
    failed,
  );
};

const main = async () => {
  const wish = readWish();
  /** @type {string[]} */
  const failed = [];
  if (wish.only === undefined || wish.only === "checks") {
    for (const [heading, command, args] of CHECKS) section(heading, () => run(command, args), failed);
  }
  if (wish.only !== "checks") await runTests(wish, failed);
  if (failed.length === 0) return;
  say(`\n没有通过:${failed.join("; ")}`, `Failed: ${failed.join("; ")}`);
  process.exitCode = 1;
};

await ensureInstalled(root);
if (isNewEnough()) {
  stopWithParent();
  await main();
} else {
  runUnderNewerNode(root, fileURLToPath(import.meta.url));
}
