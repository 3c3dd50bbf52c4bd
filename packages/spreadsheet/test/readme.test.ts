// The README's example runs, and every line of it gives what the comment beside it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { inspect } from "node:util";
import { compileFunction } from "node:vm";
import * as light from "@yinuo/spreadsheet";
import * as opening from "@yinuo/spreadsheet/open";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";

it("the README's example says what happens", () => {
  // Types go, imports come in as arguments, and `expression; // value` becomes a comparison.
  const body = example
    .replaceAll(/^import .*$/gmu, "")
    .replaceAll(" as const;", ";")
    .replace(/^(.*); \/\/ (.+)$/gmu, (line, expression: string, value: string) =>
      expression.startsWith("const ")
        ? line
        : `same(${expression}, ${value}, ${JSON.stringify(expression)});`,
    );
  let compared = 0;
  const same = (actual: unknown, expected: unknown, expression: string) => {
    assert.deepEqual(actual, expected, `${expression} gives ${inspect(actual)}`);
    compared++;
  };
  const given = { ...light, ...opening, same };
  compileFunction(body, Object.keys(given))(...Object.values(given));
  assert.equal(compared, body.split("same(").length - 1);
  assert.ok(compared > 0);
});
