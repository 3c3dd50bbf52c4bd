// `npm run build`: bundles the web app into dist/web.mjs, because one file loads in about half the time of a thousand.

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { giveUp } from "./messages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const bundle = join(dist, "web.mjs");
const inputsList = join(dist, "web.inputs.json");

/** Native code stays where npm put it. */
const NATIVE = /^(sharp|pg-native|@myriaddreamin\/typst-ts-node-compiler)(\/|$)/;

/** @returns {Promise<string>} the path of the bundle */
export const buildIfStale = async () => (isFresh() ? bundle : build());

/** Sizes and times of every file that went into the bundle: a git checkout of older files counts as a change too. */
const isFresh = () => {
  try {
    const { inputs } = JSON.parse(readFileSync(inputsList, "utf8"));
    statSync(bundle);
    return Object.entries(inputs).every(([path, mark]) => markOf(path) === mark);
  } catch {
    return false;
  }
};

/** @param {string} path */
const markOf = (path) => {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs} ${size}`;
};

const build = async () => {
  const esbuild = await import("esbuild");
  const draft = `${bundle}.${process.pid}`;
  try {
    mkdirSync(dist, { recursive: true });
    const result = await esbuild.build(options(draft));
    const own = [...Object.keys(result.metafile.inputs), "package-lock.json", "scripts/build.mjs"];
    const inputs = Object.fromEntries(own.filter(isOurs).map((path) => [path, markOf(path)]));
    renameSync(draft, bundle);
    writeFileSync(inputsList, JSON.stringify({ inputs }));
    return bundle;
  } catch (problem) {
    const said = problem instanceof Error ? problem.message : String(problem);
    return giveUp(`构建失败:${said}`, `The build failed: ${said}`);
  }
};

/** Packages from npm change only together with the lock. @param {string} path */
const isOurs = (path) => !path.includes("node_modules/") && !path.includes(":");

/** @param {string} outfile @returns {import("esbuild").BuildOptions & { metafile: true }} */
const options = (outfile) => ({
  entryPoints: [join(root, "apps", "web", "src", "main.ts")],
  outfile,
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22.18",
  metafile: true,
  keepNames: true,
  logLevel: "silent",
  loader: { ".css": "text", ".sql": "text" },
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module";\nconst require = makeRequire(import.meta.url);',
  },
  plugins: [nativeStays, knowsItsPlace],
});

/** @type {import("esbuild").Plugin} */
const nativeStays = {
  name: "native code stays in node_modules",
  setup(building) {
    building.onResolve({ filter: NATIVE }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === "resolving") return undefined;
      const found = await building.resolve(path, { importer, resolveDir, kind, pluginData: "resolving" });
      // Where it was found, not its name: a name would be looked up from dist/, where nested packages are out of sight.
      if (found.errors.length > 0) return { path, external: true };
      return { path: `./${relative(dist, found.path).replaceAll("\\", "/")}`, external: true };
    });
  },
};

/**
 * A module asks `import.meta.url` to find the files beside it (migrations, fonts, its own native parts):
 * inside the bundle it must still hear its own address, given relative to the bundle so that the folder may move.
 * @type {import("esbuild").Plugin}
 */
const knowsItsPlace = {
  name: "modules know their place",
  setup(building) {
    building.onLoad({ filter: /\.(ts|tsx|js|mjs|cjs)$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const asks = /\bimport\.meta\b|\b__dirname\b|\b__filename\b/.test(source);
      const loader = path.endsWith(".tsx") ? "tsx" : path.endsWith(".ts") ? "ts" : "js";
      return asks ? { contents: placed(source, path), loader, resolveDir: dirname(path) } : undefined;
    });
  },
};

/** @param {string} source @param {string} path */
const placed = (source, path) => {
  const address = `new URL(${JSON.stringify(relative(dist, path).replaceAll("\\", "/"))}, import.meta.url)`;
  const file = `require("node:url").fileURLToPath(${address})`;
  const swapped = source
    .replaceAll(/\bimport\.meta\.url\b/g, `${address}.href`)
    .replaceAll(/\bimport\.meta\.filename\b/g, file)
    .replaceAll(/\bimport\.meta\.dirname\b/g, `require("node:path").dirname(${file})`);
  if (!/\b__(dirname|filename)\b/.test(source) || /\b(const|let|var)\s+__(dirname|filename)\b/.test(source))
    return swapped;
  return `var __filename = ${file}, __dirname = require("node:path").dirname(__filename);${swapped}`;
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${relative(process.cwd(), await build())}\n`);
}
