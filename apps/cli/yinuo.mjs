#!/usr/bin/env node
// The command `yinuo`, from any folder: the sources under a Node.js that is new enough to run them. Runs on Node 20 and newer.

import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isNewEnough, runUnderNewerNode, stopWithParent } from "../../scripts/newer-node.mjs";

if (isNewEnough()) {
  stopWithParent();
  // Type stripping is announced as experimental to whoever runs a command; that is no news for them.
  process.removeAllListeners("warning");
  await import(pathToFileURL(fileURLToPath(new URL("src/main.ts", import.meta.url))).href);
} else {
  runUnderNewerNode(fileURLToPath(new URL("../..", import.meta.url)), fileURLToPath(import.meta.url));
}
