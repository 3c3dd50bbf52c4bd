// Runs every check on the structure of the sources and prints each fault with its place.

import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkImports } from "./imports.ts";
import { checkNames } from "./names.ts";
import { checkSizes } from "./sizes.ts";
import { readManifests, readSources } from "./sources.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { devDependencies: object };
const sources = readSources(root);
const tools = new Set(Object.keys(manifest.devDependencies));
const faults = [
  ...checkImports({ sources, manifests: readManifests(root), tools }),
  ...sources.flatMap(checkSizes),
  ...sources.flatMap(checkNames),
];
for (const { path, line, says } of faults) process.stdout.write(`${path}:${line}: ${says}\n`);
process.stdout.write(`${sources.length} files, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
