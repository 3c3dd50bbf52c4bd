// Receipts and witnesses: what a log hands out, and what others answer it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addCosignatures,
  answerAddCheckpoint,
  formatAddCheckpoint,
  formatReceipt,
  openCheckpoint,
  parseAddCheckpoint,
  parseReceipt,
  proveConsistency,
  proveInclusion,
  readConflict,
  signCheckpoint,
  toBase64,
  verifyReceipt,
  type Witnessed,
} from "@yinuo/transparency-log";
import { checkpointOf, cosignedBy, keyOf, LOG, WITNESSES, noteOf, policyOf, vkey } from "./keys.ts";
import { fast, flipped, hashesOver, leafOf, leaves, said, utf8, rootAt } from "./logs.ts";

describe("a receipt", () => {
  const size = 11;
  const hashAt = hashesOver(leaves(0, size));
  const policy = policyOf(`log ${vkey(LOG)}\nwitness a ${vkey(WITNESSES[0])}\nquorum a\n`);
  const checkpoint = cosignedBy(noteOf(checkpointOf(size, rootAt(size))), WITNESSES);
  const receiptOf = (index: number, extra?: Uint8Array) =>
    formatReceipt({
      index,
      proof: proveInclusion({ index, size }, hashAt, fast),
      checkpoint,
      ...(extra && { extra }),
    });

  it("of every leaf verifies, and for no other entry", () => {
    for (let index = 0; index < size; index += 1) {
      const receipt = receiptOf(index);
      const verified = verifyReceipt({ receipt, entry: utf8(`entry ${index}`), policy });
      assert.equal(verified.ok && verified.value.index, index);
      assert.deepEqual(verifyReceipt({ receipt, entry: utf8(`entry ${index + 1}`), policy }), {
        ok: false,
        error: { code: "notIncluded" },
      });
    }
  });

  it("is the text of the specification, and reads back", () => {
    const receipt = receiptOf(3, utf8("what it is"));
    const [first, extra, index, ...rest] = said(receipt).split("\n");
    assert.deepEqual(
      [first, extra, index],
      ["c2sp.org/tlog-proof@v1", `extra ${toBase64(utf8("what it is"))}`, "index 3"],
    );
    assert.equal(rest.indexOf(""), 4);
    const read = parseReceipt(receipt);
    assert.ok(read.ok);
    assert.deepEqual(formatReceipt(read.value), receipt);
    assert.deepEqual(read.value.extra, utf8("what it is"));
  });

  it("with any bit changed proves nothing, save in what is not covered", () => {
    const receipt = receiptOf(10);
    for (let bit = 0; bit < receipt.length * 8; bit += 5) {
      const verified = verifyReceipt({ receipt: flipped(receipt, bit), entry: utf8("entry 10"), policy });
      const text = said(flipped(receipt, bit));
      // A signature of a witness nobody asked for may say anything, as long as the note stays one.
      const elsewhere = ["witness2", "witness3"].some(
        (name) => said(receipt).indexOf(name) <= Math.floor(bit / 8),
      );
      assert.ok(!verified.ok || elsewhere, text);
    }
  });

  const body = `index 0\n${toBase64(leafOf(0))}\n\nnote`;
  const malformed: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["another first line", `c2sp.org/tlog-proof@v2\n${body}`],
    ["no index", `c2sp.org/tlog-proof@v1\n\nnote`],
    ["no blank line", "c2sp.org/tlog-proof@v1\nindex 0\n"],
    ["a leading zero", `c2sp.org/tlog-proof@v1\n${body.replace("index 0", "index 00")}`],
    ["a negative index", `c2sp.org/tlog-proof@v1\n${body.replace("index 0", "index -1")}`],
    ["an index and a space", `c2sp.org/tlog-proof@v1\n${body.replace("index 0", "index 0 ")}`],
    ["extra that is not base 64", `c2sp.org/tlog-proof@v1\nextra ?\n${body}`],
    ["extra after the index", `c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nnote`],
    ["a hash that is too short", `c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nnote`],
    ["64 hashes", `c2sp.org/tlog-proof@v1\nindex 0\n${`${toBase64(leafOf(0))}\n`.repeat(64)}\nnote`],
  ];
  for (const [what, text] of malformed)
    it(`with ${what} is none`, () =>
      assert.deepEqual(parseReceipt(utf8(text)), { ok: false, error: { code: "receiptMalformed" } }));
});

describe("a witness", () => {
  const signer = keyOf("witness.example/w1", 30, "cosignature");
  const hashAt = hashesOver(leaves(0, 20));
  const signed = (size: number, root = rootAt(size), log = LOG) => signCheckpoint({ size, root }, log);
  const request = (from: number, to: number, checkpoint = signed(to)) =>
    formatAddCheckpoint({ oldSize: from, proof: proveConsistency({ from, to }, hashAt, fast), checkpoint });
  const ask = (body: Uint8Array, last?: Witnessed) =>
    answerAddCheckpoint(body, { logs: [LOG.verifier], stored: () => last, signer, time: 1_700_000_000 });
  const at = (size: number): Witnessed => ({ size, root: rootAt(size) });

  it("cosigns the first checkpoint it sees and every one that continues it", () => {
    for (const [from, to] of [
      [0, 0],
      [0, 7],
      [7, 7],
      [7, 20],
    ] as const) {
      const answered = ask(request(from, to), from === 0 ? undefined : at(from));
      assert.ok(answered.status === 200, `${from} to ${to}: ${said(answered.body)}`);
      assert.deepEqual(
        [answered.keep.size, answered.keep.root],
        [to, to === 0 ? new Uint8Array(rootAt(0)) : new Uint8Array(rootAt(to))],
      );
      const kept = openCheckpoint(answered.keep.note, { logs: [LOG.verifier], witnesses: [signer.verifier] });
      assert.deepEqual(kept.ok && kept.value.signed.map(({ time }) => time), [undefined, 1_700_000_000]);
      const added = addCosignatures(noteOf(signed(to)), answered.body, { witnesses: [signer.verifier] });
      assert.ok(added.ok);
      assert.equal(added.value.signatures.length, 2);
    }
  });

  it("answers as the protocol says", () => {
    const other = keyOf("log.example/other", 2);
    const impostor = keyOf(LOG.verifier.name, 77);
    const forged = said(signed(7)).replace(/.{6}=\n$/, "AAAAAA=\n");
    const cases: readonly (readonly [number, string, Uint8Array, Witnessed?])[] = [
      [400, "no request", utf8("old 0\n")],
      [400, "no old size", utf8(`new 0\n\n${said(signed(7))}`)],
      [400, "a leading zero", utf8(`old 00\n\n${said(signed(7))}`)],
      [400, "no checkpoint", utf8("old 0\n\nhello\n")],
      [400, "no hash", utf8(`old 1\nAAAA\n\n${said(signed(7))}`), at(1)],
      [400, "64 hashes", utf8(`old 1\n${`${toBase64(leafOf(0))}\n`.repeat(64)}\n${said(signed(7))}`), at(1)],
      [400, "old above new", formatAddCheckpoint({ oldSize: 8, proof: [], checkpoint: signed(7) }), at(8)],
      [
        403,
        "another key of the same name",
        formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: signed(7, rootAt(7), impostor) }),
      ],
      [
        403,
        "a signature that fails",
        formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: utf8(forged) }),
      ],
      [
        404,
        "another log",
        formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: signed(7, rootAt(7), other) }),
      ],
      [409, "another old size", request(3, 7), at(5)],
      [409, "an old size where none was seen", request(3, 7)],
      [422, "a fork of the same size", request(7, 7, signed(7, leafOf(9))), at(7)],
      [422, "a fork of another size", request(7, 20, signed(20, leafOf(9))), at(7)],
      [
        422,
        "a proof from the empty tree",
        formatAddCheckpoint({ oldSize: 0, proof: [leafOf(0)], checkpoint: signed(7) }),
      ],
      [
        422,
        "a proof between equal sizes",
        formatAddCheckpoint({ oldSize: 7, proof: [leafOf(0)], checkpoint: signed(7) }),
        at(7),
      ],
      [
        422,
        "an empty tree with a root",
        formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: signed(0, leafOf(0)) }),
      ],
    ];
    for (const [status, what, body, last] of cases) assert.equal(ask(body, last).status, status, what);
  });

  it("tells the true size where the old one is wrong", () => {
    const answered = ask(request(3, 7), at(5));
    assert.ok(answered.status === 409);
    assert.equal(answered.contentType, "text/x.tlog.size");
    assert.equal(said(answered.body), "5\n");
    assert.equal(readConflict(answered.body), 5);
    for (const text of ["", "5", "05\n", "five\n", "5\n\n"])
      assert.equal(readConflict(utf8(text)), undefined);
  });

  it("is read back from what it was asked, and the answer only counts when a known witness signed it", () => {
    const read = parseAddCheckpoint(request(7, 20));
    assert.ok(read.ok);
    assert.deepEqual(formatAddCheckpoint(read.value), request(7, 20));
    const answered = ask(request(0, 7));
    const [stranger] = WITNESSES;
    assert.ok(stranger);
    const refused = addCosignatures(noteOf(signed(7)), answered.body, { witnesses: [stranger.verifier] });
    assert.deepEqual(refused, { ok: false, error: { code: "signedByNobodyKnown" } });
    const ofAnother = addCosignatures(noteOf(signed(8)), answered.body, { witnesses: [signer.verifier] });
    assert.deepEqual(ofAnother, { ok: false, error: { code: "signatureWrong", name: "witness.example/w1" } });
    assert.ok(!addCosignatures(noteOf(signed(7)), utf8("rubbish\n"), { witnesses: [signer.verifier] }).ok);
  });
});
