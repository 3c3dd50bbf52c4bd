// Threads hash a bundle as one does alone, and leave its bytes as they were.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { digestBundle, writeBundle } from "@yinuo/transparency-log";
import { hashedBeside } from "../src/log/digester.ts";
import { HASHING } from "../src/log/node-crypto.ts";

const bundle = writeBundle(Array.from({ length: 256 }, (_, at) => Buffer.from(`${at} `.repeat(at))));

describe("hashing beside the audit", () => {
  it("is the same for full, partial and damaged bundles, however many at once", async () => {
    const cases = [
      [bundle, 256],
      [bundle, 40],
      [bundle.subarray(0, 9000), 256],
      [new Uint8Array(), 256],
    ] as const;
    const copy = Uint8Array.from(bundle);
    await hashedBeside(1_000_000, async (digest) => {
      assert.ok(digest);
      const all = await Promise.all([...cases, ...cases].map(async ([bytes, width]) => digest(bytes, width)));
      for (const [at, { leaves, tile }] of all.entries()) {
        const [bytes, width] = cases[at % cases.length] ?? assert.fail();
        const wanted = digestBundle(bytes, width, HASHING);
        assert.deepEqual(
          leaves.map((each) => Buffer.from(each)),
          wanted.leaves,
        );
        assert.deepEqual(tile && Buffer.from(tile), wanted.tile);
      }
    });
    assert.deepEqual(bundle, copy);
    await hashedBeside(100, async (digest) => assert.equal(digest, undefined));
  });
});
