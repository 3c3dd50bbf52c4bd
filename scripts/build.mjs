// `npm run build`: bundles the web app into dist/, because a few files load in about half the time of a thousand.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
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
  try {
    mkdirSync(dist, { recursive: true });
    const result = await esbuild.build(options());
    const own = [...Object.keys(result.metafile.inputs), "package-lock.json", "scripts/build.mjs"];
    const inputs = Object.fromEntries(own.filter(isOurs).map((path) => [path, markOf(path)]));
    const parts = result.outputFiles.map(({ path }) => basename(path));
    removeOld([...parts, ...partsBefore()]);
    // The entry last, so that it never names a part that is not there.
    const ordered = result.outputFiles.toSorted(
      (a, b) => Number(a.path === bundle) - Number(b.path === bundle),
    );
    for (const { path, contents } of ordered) writeWhole(path, contents);
    writeFileSync(inputsList, JSON.stringify({ inputs, parts }));
    return bundle;
  } catch (problem) {
    const said = problem instanceof Error ? problem.message : String(problem);
    return giveUp(`构建失败:${said}`, `The build failed: ${said}`);
  }
};

/** A program that runs meanwhile finds every part it has not loaded yet. @returns {readonly string[]} */
const partsBefore = () => {
  try {
    return JSON.parse(readFileSync(inputsList, "utf8")).parts ?? [];
  } catch {
    return [];
  }
};

/** @param {readonly string[]} keep */
const removeOld = (keep) => {
  for (const name of readdirSync(dist)) {
    if (name.endsWith(".mjs") && !keep.includes(name)) rmSync(join(dist, name), { force: true });
  }
};

/** @param {string} path @param {Uint8Array} contents */
const writeWhole = (path, contents) => {
  // Its name says what is in it.
  if (path !== bundle && existsSync(path)) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
};

/** Packages from npm change only together with the lock. @param {string} path */
const isOurs = (path) => !path.includes("node_modules/") && !path.includes(":");

/**
 * What is imported when it is needed is a file of its own, read only then.
 * @returns {import("esbuild").BuildOptions & { metafile: true; write: false }}
 */
const options = () => ({
  entryPoints: { web: join(root, "apps", "web", "src", "main.ts") },
  outdir: dist,
  outExtension: { ".js": ".mjs" },
  chunkNames: "[name]-[hash]",
  splitting: true,
  write: false,
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
