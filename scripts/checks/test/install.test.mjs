// An install counts as complete when everything this system needs is there, however it got there.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { whatIsMissing } from "../../install.mjs";

const LOCK = {
  "": {},
  "node_modules/pg": { version: "8.0.0", integrity: "a" },
  "node_modules/here": { version: "1.0.0", optional: true, os: process.platform, cpu: [process.arch] },
  "node_modules/elsewhere": { version: "1.0.0", optional: true, os: ["aix"], cpu: ["ppc64"] },
  "node_modules/not-here": { version: "1.0.0", optional: true, os: [`!${process.platform}`] },
  "node_modules/of-elsewhere": { version: "1.0.0", optional: true },
};

/** @type {string[]} */
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** @param {Record<string, object> | undefined} installed */
const missingWhen = (installed) => {
  const root = mkdtempSync(join(tmpdir(), "yinuo-install-"));
  folders.push(root);
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: LOCK }));
  for (const name of Object.keys(installed ?? {})) mkdirSync(join(root, name), { recursive: true });
  if (installed !== undefined) {
    writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
  }
  return whatIsMissing(root).map(({ name, optional }) => `${name.slice(13)}${optional ? "?" : ""}`);
};

const { "node_modules/pg": pg, "node_modules/here": here } = LOCK;

test("with nothing installed, all that this system needs is missing", () => {
  assert.deepEqual(missingWhen(undefined), ["pg", "here?"]);
});

test("packages for other systems are not missed", () => {
  assert.deepEqual(missingWhen({ "node_modules/pg": pg, "node_modules/here": here }), []);
});

test("another version than the locked one is missing", () => {
  const older = { ...pg, version: "7.0.0", integrity: "b" };
  assert.deepEqual(missingWhen({ "node_modules/pg": older, "node_modules/here": here }), ["pg"]);
});
