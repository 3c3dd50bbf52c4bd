// The checks object to what they are there to object to, and to nothing else.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkImports } from "../imports.ts";
import { checkNames } from "../names.ts";
import { checkSizes } from "../sizes.ts";
import { toManifest, toSource } from "../sources.ts";

const manifests = [
  toManifest("packages/core", { name: "@yinuo/core", dependencies: { "@yinuo/period": "*" } }),
  toManifest("packages/period", { name: "@yinuo/period" }),
  toManifest("packages/store", { name: "@yinuo/store", dependencies: { "@yinuo/core": "*", pg: "8" } }),
];

const objections = (files: Readonly<Record<string, string>>): readonly string[] => {
  const sources = Object.entries(files).map(([path, text]) => toSource(path, text));
  return checkImports({ sources, manifests, tools: new Set(["fast-check"]) }).map(({ says }) => says);
};

describe("imports", () => {
  const cases: readonly (readonly [
    about: string,
    path: string,
    text: string,
    objects: RegExp | undefined,
  ])[] = [
    ["a declared package", "packages/core/src/a.ts", 'import { x } from "@yinuo/period";', undefined],
    [
      "an undeclared package",
      "packages/core/src/a.ts",
      'import type { x } from "@yinuo/store";',
      /not among/,
    ],
    ["a dynamic import", "packages/core/src/a.ts", 'await import("@yinuo/store");', /not among/],
    ["a re-export", "packages/core/src/a.ts", 'export * from "@yinuo/store";', /not among/],
    [
      "a path into a neighbour",
      "packages/core/src/a.ts",
      'import "../../period/src/b.ts";',
      /leaves the package/,
    ],
    ["the file system in a pure package", "packages/core/src/a.ts", 'import "node:fs";', /pure/],
    ["the file system elsewhere", "packages/store/src/a.ts", 'import "node:fs";', undefined],
    ["a builtin without its prefix", "packages/store/src/a.ts", 'import "fs";', /node:fs/],
    ["a tool in a test", "packages/core/test/a.test.ts", 'import "fast-check";', undefined],
    ["a tool in a source", "packages/core/src/a.ts", 'import "fast-check";', /not among/],
    ["the clock in a pure package", "packages/core/src/a.ts", "export const a = Date.now();", /Date.now/],
    ["today in a pure package", "packages/core/src/a.ts", "export const a = new Date();", /new Date/],
    ["a given day in a pure package", "packages/core/src/a.ts", "export const a = new Date(0);", undefined],
    [
      "the environment in a pure package",
      "packages/core/src/a.ts",
      "export const a = process.env;",
      /process/,
    ],
    ["a field of that name", "packages/core/src/a.ts", "export const a = { process: 1 }.process;", undefined],
  ];
  for (const [about, path, text, objects] of cases) {
    test(`${about}: ${objects === undefined ? "allowed" : "refused"}`, () => {
      const said = objections({ [path]: text });
      if (objects === undefined) assert.deepEqual(said, []);
      else assert.match(said.join(), objects);
    });
  }

  test("files that load each other in a circle are refused; types alone may", () => {
    const circle = {
      "packages/core/src/a.ts": 'import "./b.ts";',
      "packages/core/src/b.ts": 'export * from "./a.ts";',
    };
    assert.match(objections(circle).join(), /circle: .*a\.ts → .*b\.ts → .*a\.ts/);
    const types = { ...circle, "packages/core/src/b.ts": 'import type { A } from "./a.ts";' };
    assert.deepEqual(objections(types), []);
  });
});

describe("sizes", () => {
  const faults = (path: string, text: string) => checkSizes(toSource(path, text)).length;
  const lines = (n: number) => "x();\n".repeat(n);

  test("a file of 300 lines passes and one of 301 does not", () => {
    assert.deepEqual([faults("a.ts", lines(300)), faults("a.ts", lines(301))], [0, 1]);
  });

  test("a function of 50 lines passes and one of 51 does not; a component counts, a test's chapter does not", () => {
    assert.equal(faults("a.ts", `const f = () => {\n${lines(48)}};`), 0);
    assert.equal(faults("a.ts", `const f = () => {\n${lines(49)}};`), 1);
    assert.equal(faults("a.tsx", `const F = () => (\n<p>\n${"<b />\n".repeat(49)}</p>);`), 1);
    assert.equal(faults("a.test.ts", `describe("x", () => {\n${lines(60)}});`), 0);
    assert.equal(faults("a.test.ts", `before(() => {\n${lines(60)}});`), 1);
  });
});

describe("names", () => {
  const faults = (path: string, text = "// Says what it is for.\n") =>
    checkNames(toSource(path, text)).length;
  for (const [path, wanted] of [
    ["packages/core/src/record-progress.ts", 0],
    ["apps/web/src/words/zh-CN/site.ts", 0],
    ["packages/core/src/recordProgress.ts", 1],
    ["packages/core/src/date-utils.ts", 1],
    ["packages/core/src/helpers/day.ts", 1],
    ["apps/web/src/pages/public-services.ts", 0],
  ] as const) {
    test(`${path}: ${wanted === 0 ? "allowed" : "refused"}`, () => assert.equal(faults(path), wanted));
  }

  test("a default export and a module that does not say what it is for are refused", () => {
    assert.equal(faults("packages/core/src/a.ts", "// What it is for.\nexport default 1;"), 1);
    assert.equal(faults("packages/core/src/a.ts", "export const a = 1;"), 1);
  });
});
