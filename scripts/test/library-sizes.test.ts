// The libraries stay small enough to be taken along: each pure package, minified with all it needs, compressed.

import assert from "node:assert/strict";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Kilobytes. A library that outgrows its limit has taken in something that belongs elsewhere. */
const MOST = {
  period: 12,
  // With random-draw, which decides what a draw is.
  core: 44,
  "personal-data": 10,
  "transparency-log": 40,
  "random-draw": 12,
} as const;

for (const [name, most] of Object.entries(MOST))
  it(`@yinuo/${name} is at most ${most} KB, minified and compressed, and needs nothing of Node`, async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../../packages/${name}/src/index.ts`, import.meta.url))],
      bundle: true,
      minify: true,
      format: "esm",
      // A `node:` module would not be found here.
      platform: "browser",
      write: false,
    });
    const size = gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length / 1024;
    assert.ok(size > 0.5 && size <= most, `${size.toFixed(1)} KB`);
  });
