// Runs TypeScript with JSX in the tests (`node --import ./scripts/typescript.mjs`): each file is translated once, not by
// each of several hundred processes. tsx does the same for `npm start` and `npm run dev`; docs/testing.md says what it saves.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules", ".cache", "yinuo-typescript");
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
const { version } = require("esbuild/package.json");

/** @param {string} file @param {string} text */
const translate = (file, text) => {
  const { code } = require("esbuild").transformSync(text, {
    loader: file.endsWith("x") ? "tsx" : "ts",
    format: "esm",
    target: "node22",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: "inline",
    sourcesContent: false,
    sourcefile: file,
  });
  return code;
};

/** @param {string} file */
const translated = (file) => {
  const text = readFileSync(file, "utf8");
  const digest = createHash("sha256").update(`${version}\0${file}\0${text}`).digest("hex");
  const kept = join(folder, digest);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    const source = translate(file, text);
    keep(kept, source);
    return source;
  }
};

/** Whole or absent, since other processes look for it at the same time. @param {string} path @param {string} source */
const keep = (path, source) => {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, source);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // Another user's folder: translated again next time.
  }
};

registerHooks({
  load(url, context, next) {
    if (!url.startsWith("file:") || !/\.tsx?$/.test(url) || url.includes("/node_modules/"))
      return next(url, context);
    return { format: "module", source: translated(fileURLToPath(url)), shortCircuit: true };
  },
});
