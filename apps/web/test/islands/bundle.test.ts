// The bundled scripts as they are served are what their sources make; YINUO_WRITE_ISLANDS writes them again.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const islands = new URL("../../src/islands/", import.meta.url);

for (const name of ["verify", "draw"])
  it(`the script “${name}” that is served is bundled of its sources as they are`, async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`${name}.js`, islands))],
      bundle: true,
      minify: true,
      charset: "utf8",
      format: "iife",
      // Browsers of the last four years.
      target: "es2022",
      write: false,
      logLevel: "silent",
    });
    const made = outputFiles[0]?.text ?? "";
    const served = new URL(`${name}.generated.js`, islands);
    if (process.env["YINUO_WRITE_ISLANDS"] !== undefined) writeFileSync(served, made);
    assert.ok(
      existsSync(served) && made === readFileSync(served, "utf8"),
      "refresh it: YINUO_WRITE_ISLANDS=1 node --import ./scripts/typescript.mjs --test apps/web/test/islands/bundle.test.ts",
    );
  });
