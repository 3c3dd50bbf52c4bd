// Entries and openings: round trips, every kind of malformed entry, and what each field turns out to be.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  canonicalJson,
  ED25519,
  ENTRY_TYPES,
  formatEntry,
  formatOpening,
  fromBase64Url,
  parseEntry,
  parseOpening,
  sealField,
  signedBytes,
  toBase64Url,
  verifyOpening,
  type Entry,
  type Json,
  type MadeRedaction,
} from "@yinuo/transparency-log";
import { idOf, publicOf, saltOf, signerOf, smallCounty } from "./county.ts";
import { codeOf } from "./keys.ts";
import { flipped, said, utf8 } from "./logs.ts";

const { entries, fields, target, contentOf, add } = smallCounty();
const published = entries[target] ?? assert.fail("no entry");
const parsedOf = (bytes: Uint8Array): Entry => {
  const entry = parseEntry(bytes);
  assert.ok(entry.ok, JSON.stringify(entry));
  return entry.value;
};
const at = (value: unknown): string => {
  const parsed = parseEntry(utf8(canonicalJson(value as Json)));
  assert.ok(!parsed.ok);
  return "at" in parsed.error ? parsed.error.at : parsed.error.code;
};

describe("an entry", () => {
  it("is canonical JSON of header, sealed fields and the body's signature, with nothing anybody typed", () => {
    const entry = parsedOf(published);
    assert.deepEqual(formatEntry(entry), published);
    assert.deepEqual(Object.keys(JSON.parse(said(published)) as object), ["fields", "header", "signatures"]);
    assert.deepEqual(
      entry.fields.map(([name]) => name),
      ["reason.0", "reason.1", "title"],
    );
    for (const text of ["当日受理", "王某", "第一段"]) assert.ok(!said(published).includes(text));
    const [signature] = entry.signatures;
    assert.equal(signature?.key, idOf(signerOf("司法局")));
    const key = fromBase64Url(publicOf(signerOf("司法局"))) ?? assert.fail("no key");
    const bytes = fromBase64Url(signature.signature) ?? assert.fail("no signature");
    assert.ok(ED25519.verify(bytes, signedBytes(entry), key));
    const content = said(published).replace(/,"signatures":.*$/, "}");
    assert.equal(said(signedBytes(entry)), `yinuo/entry/v1\n${content}`);
  });

  it("never is what concerns the desk alone", () => {
    for (const type of ["account.created", "commitment.drafted", "permission.refused", "import.applied"])
      assert.ok(!ENTRY_TYPES.some((each) => each === type), type);
  });

  it("with any bit changed is another, or none", () => {
    for (let bit = 0; bit < published.length * 8; bit += 11) {
      const parsed = parseEntry(flipped(published, bit));
      assert.ok(!parsed.ok || canonicalJson(parsed.value) !== said(published));
    }
  });

  it("is refused in any other spelling", () => {
    const text = said(published);
    const spellings = [
      ` ${text}`,
      `${text}\n`,
      text.replace(",", ", "),
      text.replace('"v":1', '"v":1.0'),
      text.replace('"v":1', '"v":1e0'),
      text.replace("commitment.published", String.raw`commitment\u002epublished`),
      text.replace('"v":1', '"v":1,"v":1'),
      text.replace('"signatures"', '"signatures":[],"signatures"'),
    ];
    for (const each of spellings)
      assert.equal(codeOf(parseEntry(utf8(each))), "entryNotCanonical", each.slice(0, 80));
    const { header, fields: seals, signatures } = parsedOf(published);
    const turned = JSON.stringify({ header, fields: seals, signatures });
    assert.equal(codeOf(parseEntry(utf8(turned))), "entryNotCanonical");
  });

  it("is refused when it is no JSON, no UTF-8, or too long", () => {
    for (const text of ["", "{", "nonsense", said(published).slice(0, -1)])
      assert.equal(codeOf(parseEntry(utf8(text))), "entryNotJson");
    assert.equal(codeOf(parseEntry(new Uint8Array([0xff, 0xfe]))), "entryNotJson");
    assert.equal(codeOf(parseEntry(utf8(`"${"a".repeat(4096)}"`))), "entryTooLong");
    assert.equal(codeOf(parseEntry(utf8("[".repeat(4096)))), "entryNotJson");
    assert.throws(
      () => formatEntry({ ...parsedOf(published), extra: "a".repeat(4096) } as Entry),
      RangeError,
    );
  });

  it("may be without a signature, but a change of keys may not", () => {
    const unsigned = { ...parsedOf(published), signatures: [] };
    assert.ok(parseEntry(formatEntry(unsigned)).ok);
    const { fields: _fields, ...rest } = unsigned;
    const header = { ...unsigned.header, type: "key.added", subject: "key/SF", body: "SF" } as const;
    const key = { ...rest, header, fields: [], key: { public: toBase64Url(new Uint8Array(32)) } };
    assert.deepEqual(parseEntry(formatEntry(key)), {
      ok: false,
      error: { code: "entryMalformed", at: "signatures" },
    });
  });

  it("is refused for each part that is not as it should be, and says which", () => {
    const entry = parsedOf(published);
    const header = (change: object) => ({ ...entry, header: { ...entry.header, ...change } });
    const signature = entry.signatures[0] ?? assert.fail("no signature");
    const [first, second] = entry.fields;
    const wrong: readonly (readonly [string, unknown])[] = [
      ["entry", []],
      ["entry", null],
      ["entry", { ...entry, note: "free text" }],
      ["entry", { ...entry, key: { public: publicOf(signerOf(null)) } }],
      ["header", { ...entry, header: [] }],
      ["header", header({ note: 1 })],
      ["header.type", header({ type: 1 })],
      ["entryTypeUnknown", header({ type: "commitment.burnt" })],
      ["entryTypeUnknown", header({ type: "account.created" })],
      ["header.v", header({ v: 2 })],
      ["header.body", header({ body: "a sentence about somebody" })],
      ["header.body", header({ body: "" })],
      ["header.subject", header({ subject: "commitment/2026/王某的电话是 139" })],
      ["header.subject", header({ subject: "commitment//1" })],
      ["header.subject", header({ subject: "" })],
      ["header.seq", header({ seq: -1 })],
      ["header.seq", header({ seq: 0.5 })],
      ["header.seq", header({ seq: "0" })],
      ["header.prev", header({ seq: 1 })],
      ["header.prev", header({ prev: first?.[1] })],
      ["header.prev", header({ seq: 1, prev: "AAAA" })],
      ["header.date", header({ date: "2026-02-30" })],
      ["header.date", header({ date: "2026-5-1" })],
      ["fields", { ...entry, fields: {} }],
      ["fields", { ...entry, fields: [second, first] }],
      ["fields", { ...entry, fields: [first, first] }],
      ["fields", { ...entry, fields: [["title", "AAAA"]] }],
      ["fields", { ...entry, fields: [["a title", first?.[1]]] }],
      ["fields", { ...entry, fields: [["subject", first?.[1]]] }],
      ["signatures", { ...entry, signatures: [signature, signature, signature] }],
      ["signatures", { ...entry, signatures: [{ ...signature, key: "1" }] }],
      ["signatures", { ...entry, signatures: [{ ...signature, signature: "AAAA" }] }],
      ["signatures", { ...entry, signatures: [{ ...signature, by: "x" }] }],
    ];
    for (const [part, value] of wrong) assert.equal(at(value), part, JSON.stringify(value).slice(0, 120));
  });

  it("of a key says which key, of a revocation why as well", () => {
    const entry = parsedOf(entries[1] ?? assert.fail("no entry"));
    assert.equal(entry.header.type, "key.added");
    assert.equal(at({ ...entry, key: {} }), "key");
    assert.equal(at({ ...entry, key: { public: "AAAA" } }), "key");
    assert.equal(at({ ...entry, key: { ...entry.key, ground: "lost" } }), "key");
    assert.equal(at({ ...entry, header: { ...entry.header, type: "key.revoked" } }), "key");
    const revoked = {
      ...entry,
      header: { ...entry.header, type: "key.revoked" },
      key: { ...entry.key, ground: "bored" },
    };
    assert.equal(at(revoked), "key.ground");
    assert.equal(at({ ...entry, header: { ...entry.header, subject: "key/法院2" } }), "header.subject");
    assert.equal(at({ ...entry, fields: parsedOf(published).fields }), "fields");
  });
});

const redaction = {
  target,
  field: "reason.1",
  ground: "personal-data",
  approvers: ["司法局", "督查办公室"],
} as const;

describe("a redaction", () => {
  const wish = { type: "redaction.made", body: "司法局", subject: "commitment/2026/SF-03" } as const;
  const entry = parsedOf(add({ ...wish, redaction }, [signerOf("司法局"), signerOf("督查办公室")]));

  it("names target, field, ground and two bodies", () => {
    assert.deepEqual(entry.redaction, redaction);
    const wrong: readonly (readonly [string, object])[] = [
      ["redaction.approvers", { approvers: ["司法局", "司法局"] }],
      ["redaction.approvers", { approvers: ["司法局"] }],
      ["redaction.approvers", { approvers: ["督查办公室", "司法局"] }],
      ["redaction.approvers", { approvers: ["司法局", null] }],
      ["redaction.approvers", { approvers: ["司法局", "法院", "督查办公室"] }],
      ["redaction.ground", { ground: "embarrassing" }],
      ["redaction.target", { target: -1 }],
      ["redaction.replacement", { replacement: "AAAA" }],
      ["redaction", { note: "why" }],
      ...["v", "type", "body", "subject", "seq", "prev", "date"].map(
        (field) => ["redaction.field", { field }] as const,
      ),
    ];
    for (const [part, change] of wrong)
      assert.equal(at({ ...entry, redaction: { ...redaction, ...change } }), part);
    assert.equal(at({ ...entry, fields: parsedOf(published).fields }), "fields");
  });
});

describe("an opening", () => {
  const entry = parsedOf(published);
  const opening = { index: target, fields };
  const made: MadeRedaction = { ...redaction, index: 5 };
  const verdicts = (open: typeof fields, redactions: readonly MadeRedaction[] = []) =>
    Object.fromEntries(
      verifyOpening({ entry, opening: { index: target, fields: open }, redactions }).map(({ name, is }) => [
        name,
        is,
      ]),
    );
  const without = fields.filter(({ name }) => name !== "reason.1");

  it("reads back, and is refused when it is anything else", () => {
    const bytes = formatOpening(opening);
    const parsed = parseOpening(bytes);
    assert.ok(parsed.ok);
    assert.deepEqual(formatOpening(parsed.value), bytes);
    const text = said(bytes);
    const wrong = [
      "",
      "[]",
      "null",
      text.slice(1),
      text.replace('"v":1', '"v":2'),
      text.replace('"index":4', '"index":-4'),
      text.replace('"index":4', '"index":4,"note":1'),
      text.replace('"title"', '"a title"'),
      text.replace('"title"', '"subject"'),
      text.replace(/"salt":"[^"]+"/, '"salt":"AAAA"'),
      text.replace(/"salt":"[^"]+",/, ""),
      text.replace("当日受理", String.raw`\ud800`),
    ];
    for (const each of wrong) assert.equal(codeOf(parseOpening(utf8(each))), "openingMalformed", each);
  });

  it("tells ok, redacted, missing without explanation, and mismatch", () => {
    assert.deepEqual(verdicts(fields), { title: "ok", "reason.0": "ok", "reason.1": "ok" });
    assert.deepEqual(verdicts(without), { title: "ok", "reason.0": "ok", "reason.1": "missing-unexplained" });
    assert.deepEqual(verdicts(without, [made]), { title: "ok", "reason.0": "ok", "reason.1": "redacted" });
    const [title, ...others] = fields;
    assert.ok(title);
    assert.equal(verdicts([{ ...title, value: "当月受理" }, ...others])["title"], "mismatch");
    assert.equal(verdicts([{ ...title, salt: saltOf(9) }, ...others])["title"], "mismatch");
    assert.equal(verdicts([...fields, { ...title, name: "added" }])["added"], "mismatch");
    assert.equal(verdicts([{ ...title, value: "当月受理" }, ...others], [made])["title"], "mismatch");
  });

  it("tells everything missing where there is no opening at all", () => {
    const all = verifyOpening({ entry, opening: undefined, redactions: [made] });
    assert.deepEqual(
      all.map(({ is }) => is),
      ["missing-unexplained", "redacted", "missing-unexplained"],
    );
  });

  it("shows the masked value that took the place of the other, and a redaction that was not carried out", () => {
    const masked = { name: "reason.1", salt: saltOf(7), value: "联系人***" };
    const replaced = { ...made, replacement: sealField(masked) };
    const [, found] = verifyOpening({
      entry,
      opening: { index: target, fields: [...without, masked] },
      redactions: [replaced],
    });
    assert.deepEqual(found, { name: "reason.1", is: "redacted", by: replaced, masked: "联系人***" });
    assert.equal(verdicts([...without, masked])["reason.1"], "mismatch");
    assert.equal(verdicts([...without, masked], [made])["reason.1"], "mismatch");
    assert.equal(verdicts(fields, [made])["reason.1"], "ok");
  });

  it("keeps the next entry of the subject tied to this one", () => {
    const { header } = contentOf({
      type: "commitment.amended",
      body: "司法局",
      subject: "commitment/2026/SF-03",
    });
    assert.equal(header.seq, 2);
  });
});
