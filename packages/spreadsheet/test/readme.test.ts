// The README's example runs, and every line of it gives what the comment beside it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { inspect } from "node:util";
import { compileFunction } from "node:vm";
import * as spreadsheet from "@yinuo/spreadsheet";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";

it("the README's example says what happens", () => {
  // Types go, imports come in as arguments, and `expression; // value` becomes a comparison.
  const body = example
    .replace(/^import .*$/mu, "")
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
  const names = Object.keys(spreadsheet);
  compileFunction(body, [...names, "same"])(...Object.values(spreadsheet), same);
  assert.equal(compared, body.split("same(").length - 1);
  assert.ok(compared > 0);
});
