// Reading an entry the quick way makes no difference: not for entries, and not for what is nearly one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  canonicalJson,
  formatEntry,
  fromBase64Url,
  isBase64UrlFor,
  isBase64UrlOf,
  isCanonical,
  parseEntry,
  parseEntryClosely,
  toBase64Url,
  type Json,
} from "@yinuo/transparency-log";
import { smallCounty } from "./county.ts";
import { said, seed, utf8 } from "./logs.ts";

const county = smallCounty();
county.add({ type: "progress.recorded", body: "法院", subject: "commitment/2026/FY-1" });
county.add({ type: "progress.recorded", body: null, subject: "commitment/2026/FY-1" }, []);
const texts = county.entries.map(said);

/** What a careless or a sly writer would do to the text. */
const PIECES = [
  '"',
  ",",
  "[",
  "]",
  "{",
  "}",
  ":",
  "null",
  "0",
  "9",
  "\\",
  "\\u0041",
  "A",
  "é",
  " ",
  "\n",
  '"x":1,',
  "-",
  ".",
  "_",
];

describe("the quick way to read an entry", () => {
  it("reads every entry as the close way does, and takes it for nothing else after any change", () => {
    for (const text of texts) {
      const entry = parseEntry(utf8(text));
      assert.ok(entry.ok);
      assert.deepEqual(entry, parseEntryClosely(utf8(text)));
      assert.deepEqual(Buffer.from(formatEntry(entry.value)), Buffer.from(utf8(text)));
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(600), fc.nat(3), fc.constantFrom("", ...PIECES)), {
          minLength: 1,
          maxLength: 3,
        }),
        (text, changes) => {
          const changed = changes.reduce(
            (now, [at, gone, piece]) =>
              now.slice(0, at % now.length) + piece + now.slice((at % now.length) + gone),
            text,
          );
          assert.deepEqual(parseEntry(utf8(changed)), parseEntryClosely(utf8(changed)));
        },
      ),
      { seed, numRuns: 20_000 },
    );
  });

  it("does not take values for what they are not", () => {
    const [text = ""] = texts.slice(-2);
    const cases: readonly (readonly [RegExp, string])[] = [
      [/2026-05-01/, "2026-02-30"],
      [/"seq":0/, '"seq":1'],
      [/"body":"法院"/, '"body":"法 院"'],
      [/progress\.recorded/, "key.added"],
      [/progress\.recorded/, "redaction.made"],
      [/progress\.recorded/, "account.created"],
      [/commitment\/2026/, "Commitment/2026"],
      [/"fields":\[\]/, '"fields":[["body","AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]]'],
      [/"fields":\[\]/, '"fields":[["a","AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],]'],
    ];
    for (const [from, to] of cases) {
      const changed = utf8(text.replace(from, to));
      assert.notEqual(said(changed), text);
      assert.ok(!parseEntry(changed).ok, to);
      assert.deepEqual(parseEntry(changed), parseEntryClosely(changed));
    }
  });
});

describe("what is told without being written", () => {
  it("is the same as writing it: canonical texts and base 64", () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).isWellFormed());
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        const parsed = JSON.parse(text) as Json;
        assert.equal(isCanonical(parsed, text), canonicalJson(parsed) === text);
      }),
      { seed },
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 70 }),
        fc.nat(90),
        fc.constantFrom("A", "B", "_", "="),
        (bytes, at, letter) => {
          const text = toBase64Url(bytes);
          assert.ok(isBase64UrlFor(text, bytes) && isBase64UrlOf(text, bytes.length));
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          assert.equal(isBase64UrlFor(changed, bytes), changed === text);
          assert.equal(isBase64UrlOf(changed, bytes.length), fromBase64Url(changed)?.length === bytes.length);
        },
      ),
      { seed },
    );
  });
});
