// Imports go only where package.json allows, never in circles, and pure packages touch nothing of the machine.

import { builtinModules } from "node:module";
import { dirname, join } from "node:path/posix";
import { type Fault, lineAt, type Manifest, type Node, type Source, walk } from "./sources.ts";

/** Packages that take everything as an argument: no I/O, clock, randomness or environment (STYLE, principle 1). */
const PURE = new Set(
  ["core", "period", "personal-data", "report-check", "transparency-log", "random-draw", "survey"].map(
    (name) => `packages/${name}`,
  ),
);

/** Libraries of others that are pure as well: arithmetic on bytes, without I/O, in every browser. */
const PURE_LIBRARIES = new Set(["@noble/curves", "@noble/hashes"]);

const MACHINE = new Set([
  "Buffer",
  "process",
  "require",
  "__dirname",
  "__filename",
  "setTimeout",
  "setInterval",
  "fetch",
]);

type World = {
  readonly sources: readonly Source[];
  readonly manifests: readonly Manifest[];
  /** Root devDependencies, open to tests. */
  readonly tools: ReadonlySet<string>;
};

export const checkImports = (world: World): readonly Fault[] => [
  ...world.sources.flatMap((source) => directions(source, world)),
  ...world.sources.flatMap(purity),
  ...purePackages(world.manifests),
  ...cycles(world.sources),
];

const directions = (source: Source, { manifests, tools }: World): readonly Fault[] => {
  const home = manifests.find(({ folder }) => source.path.startsWith(`${folder}/`));
  if (home === undefined) return [];
  const isTest = source.path.startsWith(`${home.folder}/test/`);
  return source.imports.flatMap(({ from, line }) => {
    const says = objection({ from, source, home, isTest, tools });
    return says === undefined ? [] : [{ path: source.path, line, says }];
  });
};

type Question = {
  readonly from: string;
  readonly source: Source;
  readonly home: Manifest;
  readonly isTest: boolean;
  readonly tools: ReadonlySet<string>;
};

const objection = ({ from, source, home, isTest, tools }: Question): string | undefined => {
  if (from.startsWith(".")) {
    const target = join(dirname(source.path), from);
    if (!target.startsWith(`${home.folder}/`)) return `"${from}" leaves the package; import it by its name`;
    if (!isTest && target.startsWith(`${home.folder}/test/`)) return `"${from}" is for tests only`;
    return undefined;
  }
  if (from.startsWith("node:")) {
    return PURE.has(home.folder) && !isTest ? `"${from}" in a pure package` : undefined;
  }
  const name = packageOf(from);
  if (builtinModules.includes(name)) return `write "node:${from}"`;
  if (home.dependencies.has(name)) return undefined;
  if (isTest && (name === home.name || home.devDependencies.has(name) || tools.has(name))) return undefined;
  return `"${name}" is not among the dependencies of ${home.folder}/package.json`;
};

const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

const purity = (source: Source): readonly Fault[] => {
  const [place, name] = source.path.split("/");
  if (!PURE.has(`${place}/${name}`) || !source.path.includes("/src/")) return [];
  const faults: Fault[] = [];
  walk(source.tree, (node, above) => {
    const says = impurity(node, above.at(-1));
    if (says !== undefined) faults.push({ path: source.path, line: lineAt(source.text, node.start), says });
  });
  return faults;
};

const impurity = (node: Node, parent: Node | undefined): string | undefined => {
  if (node.type === "Identifier" && MACHINE.has(String(node["name"]))) {
    const isName =
      (parent?.type === "MemberExpression" && parent["property"] === node && parent["computed"] !== true) ||
      (parent?.["key"] === node && parent["shorthand"] !== true) ||
      parent?.type.startsWith("TS") === true;
    return isName ? undefined : `"${String(node["name"])}" in a pure package`;
  }
  if (node.type === "MemberExpression") {
    const called = `${nameOf(node["object"])}.${nameOf(node["property"])}`;
    return ["Date.now", "Math.random", "performance.now"].includes(called)
      ? `"${called}" in a pure package: take it as an argument`
      : undefined;
  }
  const args = node["arguments"];
  if (
    node.type === "NewExpression" &&
    nameOf(node["callee"]) === "Date" &&
    Array.isArray(args) &&
    args.length === 0
  ) {
    return `"new Date()" in a pure package: take the day as an argument`;
  }
  return undefined;
};

const nameOf = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? "";

/** A pure package that depends on another kind would be pure in name only. */
const purePackages = (manifests: readonly Manifest[]): readonly Fault[] =>
  manifests
    .filter(({ folder }) => PURE.has(folder))
    .flatMap(({ folder, dependencies }) =>
      [...dependencies]
        .filter((name) => !PURE.has(name.replace("@yinuo/", "packages/")) && !PURE_LIBRARIES.has(name))
        .map((name) => ({
          path: `${folder}/package.json`,
          line: 1,
          says: `a pure package depends on "${name}"`,
        })),
    );

/** Circles of files that load each other; types are erased before anything loads, so they do not count. */
const cycles = (sources: readonly Source[]): readonly Fault[] => {
  const known = new Set(sources.map(({ path }) => path));
  const next = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports
        .filter(({ from, typesOnly }) => from.startsWith(".") && !typesOnly)
        .map(({ from }) => join(dirname(path), from))
        .filter((target) => known.has(target)),
    ]),
  );
  const done = new Set<string>();
  const faults: Fault[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    const again = trail.indexOf(path);
    if (again >= 0)
      faults.push({ path, line: 1, says: `a circle: ${[...trail.slice(again), path].join(" → ")}` });
    if (again >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) follow(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) follow(path, []);
  return faults;
};
