// docs/security.md answers every requirement of OWASP ASVS 5.0 at levels 1 and 2, once, and what it claims is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("docs/security.md", root), "utf8");
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id = "", state = "", where = ""]) => ({ id, state, where }),
);

/** Sections with how many requirements of levels 1 and 2 each has; where they are not the first ones, which. */
const ASVS: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};

describe("docs/security.md", () => {
  it("answers each requirement once, and says held, open or not applicable", () => {
    const asked = Object.entries(ASVS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
    );
    assert.equal(asked.length, 253);
    assert.deepEqual(
      rows.map(({ id }) => id),
      asked,
    );
    for (const { id, state } of rows) assert.match(state, /^(held|open|n\.a\.)$/, id);
  });

  it("counts them rightly at its head", () => {
    const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
    const [, ...said] = /\*\*(\d+) held, (\d+) open, (\d+) not applicable\*\*/.exec(text) ?? [];
    assert.deepEqual(said.map(Number), [count("held"), count("open"), count("n.a.")]);
  });

  for (const { id, where } of rows)
    for (const [, path = ""] of where.matchAll(/`((?:apps|packages|docs|scripts)\/[^`]+)`/g))
      it(`${id} points to ${path}, which is there`, () => {
        assert.ok(existsSync(new URL(path, root)));
      });
});
