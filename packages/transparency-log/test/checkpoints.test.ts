// Checkpoints and cosignatures: the example of the specification, malformed ones, and whom they open for.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  checkpointText,
  cosignText,
  formatNote,
  openCheckpoint,
  parseCheckpointText,
  parseVerifierKey,
  toBase64,
  verifyNote,
} from "@yinuo/transparency-log";
import { checkpointOf, cosignedBy, keyOf, LOG, WITNESSES, codeOf, noteOf } from "./keys.ts";
import { flipped, leafOf, said, utf8 } from "./logs.ts";

/** The end of c2sp.org/signed-note. */
const FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
/** c2sp.org/tlog-cosignature: a checkpoint with a signature and a cosignature. */
const SOFA =
  "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
  "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n" +
  "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

const verifier = (text: string) => {
  const key = parseVerifierKey(text);
  assert.ok(key.ok, text);
  return key.value;
};

describe("checkpoints", () => {
  it("of the specification are read, and written again", () => {
    const note = noteOf(utf8(SOFA));
    const checkpoint = parseCheckpointText(note.text);
    assert.ok(checkpoint.ok);
    const { origin, size, extensions } = checkpoint.value;
    assert.deepEqual([origin, size, extensions], ["example.com/behind-the-sofa", 20_852_163, []]);
    assert.equal(checkpointText(checkpoint.value), note.text);
    assert.deepEqual(
      note.signatures.map(({ signature }) => signature.length),
      [64, 72],
    );
    assert.equal(said(formatNote(note)), SOFA);
  });

  const root = toBase64(leafOf(1));
  const malformed: readonly (readonly [string, string])[] = [
    ["no last newline", `a\n1\n${root}`],
    ["no root", "a\n1\n"],
    ["an empty origin", `\n1\n${root}\n`],
    ["an empty line", `a\n1\n${root}\n\n`],
    ["a leading zero", `a\n01\n${root}\n`],
    ["a sign", `a\n+1\n${root}\n`],
    ["a minus", `a\n-1\n${root}\n`],
    ["a fraction", `a\n1.0\n${root}\n`],
    ["an exponent", `a\n1e3\n${root}\n`],
    ["hexadecimal digits", `a\n0x1\n${root}\n`],
    ["a space", `a\n1 \n${root}\n`],
    ["full-width digits", `a\n１\n${root}\n`],
    ["a size no number holds", `a\n9007199254740993\n${root}\n`],
    ["a short root", `a\n1\n${toBase64(leafOf(1).subarray(1))}\n`],
    ["a root without padding", `a\n1\n${root.replace("=", "")}\n`],
  ];
  for (const [what, text] of malformed)
    it(`with ${what} are none`, () => assert.equal(codeOf(parseCheckpointText(text)), "checkpointMalformed"));

  it("may have lines of other logs after the third, and ours have none", () => {
    const read = parseCheckpointText(`a\n0\n${root}\nsomething else\n`);
    assert.deepEqual(read.ok && read.value.extensions, ["something else"]);
    assert.throws(() => checkpointText({ origin: "a b", size: 0, root: leafOf(1) }), RangeError);
    assert.throws(() => checkpointText({ origin: "a", size: 1.5, root: leafOf(1) }), RangeError);
  });

  it("open for the log's key and name every witness that is known", () => {
    const plain = noteOf(checkpointOf(7));
    const bytes = cosignedBy(plain, WITNESSES, 1_679_315_147);
    const [first, second] = WITNESSES.map((each) => each.verifier);
    assert.ok(first && second);
    const opened = openCheckpoint(bytes, { logs: [LOG.verifier], witnesses: [second, first] });
    assert.ok(opened.ok);
    assert.equal(opened.value.checkpoint.size, 7);
    assert.deepEqual(opened.value.signed, [
      { key: LOG.verifier },
      { key: first, time: 1_679_315_147 },
      { key: second, time: 1_679_315_147 },
    ]);
  });

  it("do not open for another log, another key, or a witness that did not sign this", () => {
    const plain = noteOf(checkpointOf(7));
    const other = keyOf(LOG.verifier.name, 99);
    assert.equal(
      codeOf(openCheckpoint(formatNote(plain), { logs: [other.verifier] })),
      "signedByNobodyKnown",
    );
    assert.equal(codeOf(openCheckpoint(formatNote(plain), { logs: [verifier(FOO)] })), "originUnknown");
    assert.equal(codeOf(openCheckpoint(utf8("a\n\n"), { logs: [] })), "noteMalformed");
    const [witness] = WITNESSES;
    assert.ok(witness);
    const stolen = cosignText({ text: noteOf(checkpointOf(8)).text, time: 1 }, witness);
    const bytes = formatNote({ ...plain, signatures: [...plain.signatures, stolen] });
    const keys = { logs: [LOG.verifier], witnesses: [witness.verifier] };
    assert.equal(codeOf(openCheckpoint(bytes, keys)), "signatureWrong");
  });

  it("with a cosignature whose time was changed do not open", () => {
    const [witness] = WITNESSES;
    assert.ok(witness);
    const plain = noteOf(checkpointOf(7));
    const cosignature = cosignText({ text: plain.text, time: 1_700_000_000 }, witness);
    for (let bit = 0; bit < 64; bit += 1) {
      const bent = { ...cosignature, signature: flipped(cosignature.signature, bit) };
      assert.equal(
        codeOf(verifyNote({ ...plain, signatures: [bent] }, [witness.verifier])),
        "signatureWrong",
      );
    }
  });
});
