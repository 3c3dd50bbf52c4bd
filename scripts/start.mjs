// `npm start`: installs what is missing, builds what is stale, and runs the ledger. Runs on Node 20 and newer.

import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { isNewEnough, runUnderNewerNode, stopWithParent } from "./newer-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);

/** In this very process: no second one to forward signals to, and none to be left behind by a kill. */
const runBuilt = async () => {
  const { buildIfStale } = await import("./build.mjs");
  const bundle = await buildIfStale();
  const { enableCompileCache } = await import("node:module");
  enableCompileCache?.(join(root, "dist", "compile-cache"));
  process.argv = [process.execPath, bundle, ...args];
  await import(pathToFileURL(bundle).href);
};

/** Straight from the sources, again at every change. */
const runSources = () => {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const main = join(root, "apps", "web", "src", "main.ts");
  const rest = args.filter((arg) => arg !== "--dev");
  const child = spawn(process.execPath, [tsx, "watch", "--clear-screen=false", main, ...rest], {
    stdio: "inherit",
  });
  // Ctrl-C reaches the child by itself; we only wait for it to stop its database.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.once("exit", (status) => process.exit(status ?? 1));
};

await ensureInstalled(root);
if (!isNewEnough()) {
  runUnderNewerNode(root, fileURLToPath(import.meta.url));
} else {
  stopWithParent();
  if (args.includes("--dev")) runSources();
  else await runBuilt();
}
