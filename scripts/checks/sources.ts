// Reads and parses the workspace's own sources once, for every check.

import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A syntax node of ESTree; the checks look at a few kinds only. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<
  string,
  unknown
>;

export type Import = { readonly from: string; readonly typesOnly: boolean; readonly line: number };

export type Source = {
  /** Relative to the workspace, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
};

export type Manifest = {
  /** `packages/core` */
  readonly folder: string;
  readonly name: string;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
};

export type Fault = { readonly path: string; readonly line: number; readonly says: string };

const PLACES = ["{packages,apps}/*/{src,test}/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}"];

export const readSources = (root: string): readonly Source[] =>
  globSync(PLACES, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted()
    .map((path) => toSource(path, readFileSync(`${root}/${path}`, "utf8")));

export const toSource = (path: string, text: string): Source => {
  const { program, module } = parseSync(path, text);
  const imports: Import[] = [
    ...module.staticImports.map((one) => ({
      from: one.moduleRequest.value,
      typesOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
      line: lineAt(text, one.start),
    })),
    ...module.staticExports.flatMap(({ entries, start }) => {
      const [first] = entries.flatMap((entry) => entry.moduleRequest?.value ?? []);
      const typesOnly = entries.every((entry) => entry.isType);
      return first === undefined ? [] : [{ from: first, typesOnly, line: lineAt(text, start) }];
    }),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^(["'])(.*)\1$/.exec(text.slice(start, end));
      return literal === null
        ? []
        : [{ from: literal[2] ?? "", typesOnly: false, line: lineAt(text, start) }];
    }),
  ];
  const hasDefaultExport = module.staticExports.some(({ entries }) =>
    entries.some((entry) => entry.exportName.kind === "Default"),
  );
  return { path, text, tree: program as unknown as Node, imports, hasDefaultExport };
};

export const readManifests = (root: string): readonly Manifest[] =>
  globSync("{packages,apps}/*/package.json", { cwd: root }).map((path) => {
    const folder = path.replaceAll("\\", "/").replace(/\/package\.json$/, "");
    return toManifest(folder, JSON.parse(readFileSync(`${root}/${path}`, "utf8")) as Record<string, unknown>);
  });

export const toManifest = (folder: string, json: Record<string, unknown>): Manifest => {
  const names = (field: string) => Object.keys((json[field] as object | undefined) ?? {});
  return {
    folder,
    name: String(json["name"]),
    dependencies: new Set([...names("dependencies"), ...names("optionalDependencies")]),
    devDependencies: new Set(names("devDependencies")),
  };
};

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** Every node with the nodes above it, the nearest last. */
export const walk = (
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
) => {
  visit(node, above);
  const inside = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, inside);
  }
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";
