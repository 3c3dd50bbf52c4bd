// Base 64, keys and signed notes: published vectors, round trips, malformed input of every kind.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  formatNote,
  formatSignerKey,
  formatVerifierKey,
  fromBase64,
  fromBase64Url,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  signText,
  toBase64,
  toBase64Url,
  verifyNote,
} from "@yinuo/transparency-log";
import { keyOf, codeOf, noteOf } from "./keys.ts";
import { flipped, said, seed, utf8 } from "./logs.ts";

/** The end of c2sp.org/signed-note. */
const FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const FOO_NOTE =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
/** The tests of golang.org/x/mod/sumdb/note. */
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PETER_SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const PETER_NOTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const verifier = (text: string) => {
  const key = parseVerifierKey(text);
  assert.ok(key.ok, text);
  return key.value;
};

describe("base 64", () => {
  it("of any bytes reads back, and is what Node writes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(toBase64(bytes), Buffer.from(bytes).toString("base64"));
        assert.equal(toBase64Url(bytes), Buffer.from(bytes).toString("base64url"));
        assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
        assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("has one spelling for each bytes", () => {
    for (const text of [
      "A",
      "AA",
      "AAA",
      "AA=",
      "AAA==",
      "AB==",
      "AAB=",
      "AAAA=",
      "AA==AAAA",
      "AA-_",
      "A A=",
      "AA==\n",
      "=",
      "====",
    ])
      assert.equal(fromBase64(text), undefined, text);
    for (const text of ["A", "AB", "AAB", "AA==", "AA+/", " AA", "AA\n"])
      assert.equal(fromBase64Url(text), undefined, text);
  });
});

describe("keys", () => {
  it("of the specification and of Go are read and written", () => {
    for (const text of [FOO, PETER]) assert.equal(formatVerifierKey(verifier(text)), text);
    const secret = parseSignerKey(PETER_SECRET);
    assert.ok(secret.ok);
    assert.equal(formatSignerKey(secret.value), PETER_SECRET);
    assert.equal(formatVerifierKey(secret.value.verifier), PETER);
  });

  it("of witnesses have an id of their own", () => {
    const [note, cosignature] = [keyOf("a.example", 5), keyOf("a.example", 5, "cosignature")];
    assert.notEqual(note.verifier.id, cosignature.verifier.id);
    assert.deepEqual(verifier(formatVerifierKey(cosignature.verifier)), cosignature.verifier);
  });

  it("cut anywhere are refused, and so is every changed letter", () => {
    for (let at = 0; at < PETER.length; at += 1) {
      assert.ok(!parseVerifierKey(PETER.slice(0, at)).ok);
      assert.ok(!parseVerifierKey(PETER.slice(at + 1)).ok);
      const next = String.fromCodePoint((PETER.codePointAt(at) ?? 0) + 1);
      assert.ok(!parseVerifierKey(PETER.slice(0, at) + next + PETER.slice(at + 1)).ok, `at ${at}`);
    }
    for (let at = 0; at < PETER_SECRET.length; at += 1)
      assert.ok(!parseSignerKey(PETER_SECRET.slice(0, at)).ok);
  });

  it("say what is wrong with them", () => {
    assert.equal(codeOf(parseVerifierKey(FOO.replace("530d903a", "530d903b"))), "keyIdWrong");
    assert.equal(codeOf(parseVerifierKey(FOO.replace("530d903a", "530D903A"))), "keyMalformed");
    assert.equal(
      codeOf(parseVerifierKey(`a+530d903a+${toBase64(new Uint8Array(33).fill(6))}`)),
      "keyKindUnknown",
    );
    assert.equal(
      codeOf(parseVerifierKey(`a+530d903a+${toBase64(new Uint8Array(32).fill(1))}`)),
      "keyMalformed",
    );
    assert.equal(
      codeOf(parseVerifierKey(`a b+530d903a+${toBase64(new Uint8Array(33).fill(1))}`)),
      "keyMalformed",
    );
    assert.equal(codeOf(parseSignerKey(PETER)), "keyMalformed");
    assert.throws(() => signerKey({ name: "a+b", kind: "note", seed: new Uint8Array(32) }), RangeError);
    assert.throws(() => signerKey({ name: "a", kind: "note", seed: new Uint8Array(31) }), RangeError);
  });
});

describe("signed notes", () => {
  it("of the specification and of Go verify", () => {
    for (const [key, text] of [
      [FOO, FOO_NOTE],
      [PETER, PETER_NOTE],
    ] as const) {
      const signed = verifyNote(noteOf(utf8(text)), [verifier(key)]);
      assert.ok(signed.ok);
      assert.deepEqual(signed.value, [{ key: verifier(key) }]);
      assert.equal(said(formatNote(noteOf(utf8(text)))), text);
    }
  });

  it("are signed as Go signs them", () => {
    const secret = parseSignerKey(PETER_SECRET);
    assert.ok(secret.ok);
    const { text } = noteOf(utf8(PETER_NOTE));
    assert.equal(said(formatNote({ text, signatures: [signText(text, secret.value)] })), PETER_NOTE);
  });

  it("are refused when any bit is another", () => {
    const bytes = utf8(FOO_NOTE);
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const note = parseNote(flipped(bytes, bit));
      assert.ok(!note.ok || !verifyNote(note.value, [verifier(FOO)]).ok, `bit ${bit}`);
    }
  });

  it("pass over keys nobody knows, even of the same name or id, and are spoilt by a known one that fails", () => {
    const note = noteOf(utf8(FOO_NOTE));
    const [own] = note.signatures;
    assert.ok(own);
    const stranger = { ...own, id: "00000000", signature: new Uint8Array(64) };
    const namesake = { ...own, name: "example.com/other" };
    assert.ok(verifyNote({ ...note, signatures: [stranger, namesake, own] }, [verifier(FOO)]).ok);
    assert.equal(
      codeOf(verifyNote({ ...note, signatures: [stranger, namesake] }, [verifier(FOO)])),
      "signedByNobodyKnown",
    );
    const spoilt = { ...own, signature: flipped(own.signature, 3) };
    assert.deepEqual(verifyNote({ ...note, signatures: [own, spoilt] }, [verifier(FOO)]), {
      ok: false,
      error: { code: "signatureWrong", name: "example.com/foo" },
    });
    for (const length of [0, 63, 65])
      assert.ok(
        !verifyNote({ ...note, signatures: [{ ...own, signature: new Uint8Array(length) }] }, [verifier(FOO)])
          .ok,
      );
  });

  it("may have empty lines and many signatures", () => {
    const text = "one\n\ntwo\n\n\n";
    const signers = Array.from({ length: 16 }, (_, at) => keyOf(`key${at}.example`, at));
    const note = noteOf(formatNote({ text, signatures: signers.map((each) => signText(text, each)) }));
    assert.equal(note.text, text);
    const signed = verifyNote(
      note,
      signers.map((each) => each.verifier),
    );
    assert.equal(signed.ok && signed.value.length, 16);
  });

  const line = FOO_NOTE.split("\n\n")[1] ?? "";
  const malformed: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["no blank line", `text\n${line}`],
    ["no signature", "text\n\n"],
    ["no last newline", `text\n\n${line.trimEnd()}`],
    ["something after the signatures", `text\n\n${line}more\n`],
    ["a hyphen for the dash", `text\n\n${line.replace("—", "-")}`],
    ["two spaces", `text\n\n${line.replace("— ", "—  ")}`],
    ["a space at the end", `text\n\n${line.replace("\n", " \n")}`],
    ["a plus in the name", `text\n\n${line.replace("example.com/foo", "a+b")}`],
    ["no name", `text\n\n${line.replace("example.com/foo", "")}`],
    ["a name with a wide space", `text\n\n${line.replace("example.com/foo", "a\u3000b")}`],
    ["base 64 without padding", `text\n\n${line.replace("=", "")}`],
    ["an id and no signature", "text\n\n— a AAAAAA==\n"],
    ["a carriage return", `text\r\n\n${line}`],
    ["a tab", `te\txt\n\n${line}`],
    ["a zero byte", `te\0xt\n\n${line}`],
    ["101 signatures", `text\n\n${line.repeat(101)}`],
    ["more than a megabyte", `${"a".repeat(1_000_000)}\n\n${line}`],
  ];
  for (const [what, text] of malformed)
    it(`with ${what} are none`, () => assert.equal(codeOf(parseNote(utf8(text))), "noteMalformed"));

  it("in another encoding are none", () => {
    assert.equal(codeOf(parseNote(new Uint8Array([0xff, ...utf8(FOO_NOTE)]))), "noteMalformed");
  });
});
