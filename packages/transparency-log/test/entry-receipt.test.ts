// Receipts that carry their entry along: what somebody with the file and the log's key alone can say of each field.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  EMPTY_TREE,
  formatEntryReceipt,
  formatReceipt,
  parseReceipt,
  proveInclusion,
  rootOf,
  verifyEntryReceipt,
  withLeaf,
  type EntryReceipt,
  type Opening,
} from "@yinuo/transparency-log";
import { signerOf, smallCounty } from "./county.ts";
import { checkpointOf, LOG, policyOf, vkey } from "./keys.ts";
import { fast, flipped, hashesOver, said, utf8 } from "./logs.ts";

const policy = policyOf(`log ${vkey(LOG)}\nquorum none\n`);

/** A county whose log has a redaction of the third field after the entry. */
const county = smallCounty();
const { target, fields } = county;
county.add(
  {
    type: "redaction.made",
    body: "司法局",
    subject: "commitment/2026/SF-03",
    redaction: { target, field: "reason.1", ground: "personal-data", approvers: ["司法局", "督查办公室"] },
  },
  [signerOf("司法局"), signerOf("督查办公室")],
);
const size = county.entries.length;
const hashes = county.entries.map((entry) => fast.leaf(entry));
const hashAt = hashesOver(hashes);
const root = rootOf(
  hashes.reduce((tree, leaf) => withLeaf(tree, leaf, fast), EMPTY_TREE),
  fast,
);
const checkpoint = checkpointOf(size, root);

const whole: Opening = { index: target, fields };
const without = (name: string): Opening => ({
  index: target,
  fields: fields.filter((one) => one.name !== name),
});
const plain = (index: number): EntryReceipt => ({
  index,
  proof: proveInclusion({ index, size }, hashAt, fast),
  checkpoint,
  entry: county.entries[index] ?? utf8(""),
  opening: undefined,
  redactions: [],
});
const redaction = formatEntryReceipt(plain(target + 1));
const receipt = (wish: Partial<EntryReceipt>) => formatEntryReceipt({ ...plain(target), ...wish });
const verdictsOf = (bytes: Uint8Array) => {
  const verified = verifyEntryReceipt(bytes, policy);
  assert.ok(verified.ok, JSON.stringify(verified));
  return verified.value.fields.map(({ name, is }) => `${name} ${is}`);
};
const refusalOf = (bytes: Uint8Array) => {
  const verified = verifyEntryReceipt(bytes, policy);
  return verified.ok ? "verified" : verified.error.code;
};

describe("an entry's receipt", () => {
  it("says of each field whether it is what was sealed, redacted, gone without a reason, or another", () => {
    assert.deepEqual(verdictsOf(receipt({ opening: whole })), ["reason.0 ok", "reason.1 ok", "title ok"]);
    assert.deepEqual(verdictsOf(receipt({ opening: without("reason.1"), redactions: [redaction] })), [
      "reason.0 ok",
      "reason.1 redacted",
      "title ok",
    ]);
    assert.deepEqual(verdictsOf(receipt({ opening: without("title") })), [
      "reason.0 ok",
      "reason.1 ok",
      "title missing-unexplained",
    ]);
    const rewritten = fields.map((one) => (one.name === "title" ? { ...one, value: "七日内受理" } : one));
    assert.deepEqual(verdictsOf(receipt({ opening: { index: target, fields: rewritten } })), [
      "reason.0 ok",
      "reason.1 ok",
      "title mismatch",
    ]);
    assert.deepEqual(verdictsOf(redaction), []);
  });

  it("is a receipt like any other to who knows nothing of entries", () => {
    const read = parseReceipt(receipt({ opening: whole }));
    assert.ok(read.ok);
    const [leaf] = said(read.value.extra ?? utf8("")).split("\n");
    assert.deepEqual(utf8(leaf ?? ""), county.entries[target]);
  });

  it("of another leaf, another log, a bare receipt or somebody else's redaction convinces nobody", () => {
    const other = county.entries[target - 1] ?? utf8("");
    assert.equal(refusalOf(receipt({ entry: other })), "notIncluded");
    assert.equal(refusalOf(formatReceipt(plain(target))), "entryMissing");
    assert.equal(refusalOf(receipt({ opening: { ...whole, index: 2 } })), "openingMalformed");
    assert.equal(
      refusalOf(receipt({ opening: whole, redactions: [utf8("no receipt")] })),
      "redactionUnproven",
    );
    assert.equal(
      refusalOf(receipt({ opening: whole, redactions: [formatEntryReceipt(plain(1))] })),
      "redactionUnproven",
    );
    assert.equal(refusalOf(utf8("")), "receiptMalformed");
  });

  it("with any bit changed says nothing else than before", () => {
    const bytes = receipt({ opening: without("reason.1"), redactions: [redaction] });
    const before = verdictsOf(bytes);
    for (let bit = 0; bit < bytes.length * 8; bit += 61) {
      const verified = verifyEntryReceipt(flipped(bytes, bit), policy);
      if (verified.ok)
        for (const { name, is } of verified.value.fields)
          assert.ok(
            before.includes(`${name} ${is}`) || is === "mismatch" || is === "missing-unexplained",
            `${name} ${is}`,
          );
    }
  });
});
