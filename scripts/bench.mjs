// `npm run bench`: measures the budgets and prints them as one table. Runs on Node 20 and newer; a slow result fails nothing.

import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { isNewEnough, runUnderNewerNode, stopWithParent } from "./newer-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** In a process of its own, because TypeScript needs a loader. */
const runSources = () => {
  const run = join(root, "scripts", "bench", "run.ts");
  const args = ["--import", "tsx", run, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("exit", (status) => process.exit(status ?? 1));
};

await ensureInstalled(root);
if (isNewEnough()) {
  stopWithParent();
  // Once per version, so no part of what a start takes.
  await buildIfStale();
  runSources();
} else {
  runUnderNewerNode(root, fileURLToPath(import.meta.url));
}
