// The table of field faults is true: every fault has one line, and every file it names tests that fault by its number.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const root = new URL("../../", import.meta.url);
const section = readFileSync(new URL("docs/testing.md", root), "utf8").split("\n## Field faults\n")[1] ?? "";
const rows = [...section.matchAll(/^\| (B\d\d) \|[^|]*\| (.+) \|$/gm)].map(([, id = "", tests = ""]) => ({
  id,
  files: [...tests.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, path = ""]) => path),
}));

describe("the table of field faults", () => {
  it("has forty lines, one for each", () => {
    assert.equal(rows.length, 40);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 40);
  });

  for (const { id, files } of rows)
    it(`${id} is in ${files.length === 0 ? "a later part" : files.join(", ")}`, () => {
      for (const path of files)
        assert.ok(readFileSync(new URL(path, root), "utf8").includes(id), `${path} does not name ${id}`);
    });

  const given = new URL("../shared/field-faults.json", root);
  it("is about the faults that were given", { skip: !existsSync(given) }, () => {
    const faults = JSON.parse(readFileSync(given, "utf8")) as readonly { readonly id: string }[];
    assert.deepEqual(
      rows.map(({ id }) => id),
      faults.map(({ id }) => id),
    );
  });
});
