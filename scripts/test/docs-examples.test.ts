// Every TypeScript example in a README is a program that runs to its end.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const TYPESCRIPT = new URL("../typescript.mjs", import.meta.url).href;
const root = fileURLToPath(new URL("../..", import.meta.url));
const readmes = ["README.md", ...globSync("packages/*/README.md", { cwd: root }).toSorted()];

const examplesIn = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");

/** From the folder of the README, so that names of packages lead where they lead a reader; nothing is written to disk. */
const run = (
  folder: string,
  code: string,
): Promise<{ readonly status: number | null; readonly said: string }> =>
  new Promise((done, fail) => {
    const args = ["--import", TYPESCRIPT, "--input-type=module-typescript", "-"];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", fail);
    child.once("close", (status) => done({ status, said }));
    child.stdin.end(code);
  });

describe("examples", () => {
  for (const file of readmes)
    for (const [index, code] of examplesIn(file).entries())
      it(`${file}, example ${index + 1}`, async () => {
        const { status, said } = await run(join(root, dirname(file)), code);
        assert.equal(status, 0, said);
      });

  it("every package has a README with one", () => {
    const without = globSync("packages/*/package.json", { cwd: root })
      .map((manifest) => join(dirname(manifest), "README.md").replaceAll("\\", "/"))
      .filter((file) => !readmes.includes(file) || examplesIn(file).length === 0);
    assert.deepEqual(without, []);
  });

  it("one that throws is noticed, and so is an import that leads nowhere", async () => {
    assert.equal((await run(root, "const wrong: number = 1; throw new Error(String(wrong));")).status, 1);
    assert.equal((await run(root, 'import { nothing } from "@yinuo/core"; nothing();')).status, 1);
  });
});
