// Files are kept whole under their own SHA-256, once.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileStore } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "yinuo-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("改造后的立案大厅");
const sha256 = createHash("sha256").update(bytes).digest("hex");

const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe("the file store", () => {
  it("answers the SHA-256 and gives the same bytes back", async () => {
    const files = await fileStore(join(folder, "made", "when missing"));
    assert.equal(await files.put(bytes), sha256);
    const opened = await files.open(sha256);
    assert.equal(opened?.size, bytes.length);
    assert.deepEqual(Buffer.from(await new Response(opened?.stream).arrayBuffer()), Buffer.from(bytes));
    assert.deepEqual(readFileSync(files.path(sha256)), Buffer.from(bytes));
  });

  it("keeps the same bytes once, also when ten bring them at the same time", async () => {
    const files = await fileStore(join(folder, "made", "when missing"));
    await Promise.all(Array.from({ length: 10 }, () => files.put(bytes)));
    assert.deepEqual(
      everything().map(({ name }) => name),
      [sha256],
    );
  });

  it("mends a file that was cut short", async () => {
    const files = await fileStore(join(folder, "made", "when missing"));
    truncateSync(files.path(sha256), 3);
    await files.put(bytes);
    assert.deepEqual(readFileSync(files.path(sha256)), Buffer.from(bytes));
  });

  it("has no file of another name, and no way out of its folder", async () => {
    const files = await fileStore(folder);
    assert.equal(await files.open("0".repeat(64)), undefined);
    assert.throws(() => files.path("../../etc/passwd"));
    assert.throws(() => files.path(sha256.toUpperCase()));
  });
});
