// Policies: the example of the specification, and malformed ones of every kind.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkCheckpoint, parsePolicy, reachesQuorum } from "@yinuo/transparency-log";
import { checkpointOf, cosignedBy, keyOf, LOG, WITNESSES, noteOf, policyOf, vkey } from "./keys.ts";
import { utf8 } from "./logs.ts";

const names = ["X1", "X2", "X3", "Y1", "Y2", "Y3"];
const six = names.map((name, at) => keyOf(`${name}.example`, 20 + at, "cosignature"));
const witnessLines = (from: number, to: number) =>
  names
    .slice(from, to)
    .map((name, at) => `witness ${name} ${vkey(six[from + at])}`)
    .join("\n");

/** The example of c2sp.org/tlog-policy, with keys. */
const EXAMPLE = `log ${vkey(LOG)}

${witnessLines(0, 3)}
group X-witnesses 2 X1 X2 X3

${witnessLines(3, 6)}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe("a policy", () => {
  it("of the specification's example counts two of one group and one of the other", () => {
    const policy = policyOf(EXAMPLE);
    const reached = (...which: readonly string[]) =>
      reachesQuorum(
        policy,
        six.filter((_, at) => which.includes(names[at] ?? "")).map((each) => each.verifier),
      );
    assert.ok(reached("X1", "X3", "Y2"));
    assert.ok(reached(...names));
    for (const which of [[], ["X1", "X2", "X3"], ["X1", "Y1", "Y2", "Y3"], ["Y1"]])
      assert.ok(!reached(...which));
  });

  it("may ask one witness or none, with comments, tabs and addresses", () => {
    const text = `# 示例\n\t log\t${vkey(LOG)} https://log.example/county/ \n\nwitness 县 ${vkey(WITNESSES[0])} https://w.example\nquorum 县\n`;
    const policy = policyOf(text);
    assert.deepEqual(
      policy.logs.map(({ url }) => url),
      ["https://log.example/county/"],
    );
    assert.ok(checkCheckpoint(cosignedBy(noteOf(checkpointOf(1)), WITNESSES), policy).ok);
    assert.deepEqual(checkCheckpoint(checkpointOf(1), policy), {
      ok: false,
      error: { code: "quorumMissed", cosigned: [] },
    });
    assert.ok(checkCheckpoint(checkpointOf(1), policyOf(`log ${vkey(LOG)}\nquorum none\n`)).ok);
  });

  const [w1, w2] = [vkey(WITNESSES[0]), vkey(WITNESSES[1])];
  const two = `witness a ${w1}\nwitness b ${w2}\n`;
  const malformed: readonly (readonly [string, number, string])[] = [
    ["", 0, "quorumMissing"],
    [`log ${vkey(LOG)}\n`, 0, "quorumMissing"],
    ["quorum none", 1, "bytes"],
    ["quorum none\r\n", 1, "bytes"],
    ["quorum\u000Bnone\n", 1, "bytes"],
    ["quorum none\u007F\n", 1, "bytes"],
    ["hello\n", 1, "keyword"],
    ["Quorum none\n", 1, "keyword"],
    ["quorum\n", 1, "words"],
    ["quorum none none\n", 1, "words"],
    ["quorum none\nquorum none\n", 2, "quorumTwice"],
    ["quorum a\n", 1, "nameUnknown"],
    [`quorum a\n${two}`, 1, "nameUnknown"],
    ["log\n", 1, "words"],
    ["log rubbish\n", 1, "key"],
    [`log ${vkey(LOG)} a b\n`, 1, "words"],
    [`log ${vkey(LOG)}\nlog ${vkey(LOG)}\n`, 2, "duplicateKey"],
    [`log ${vkey(LOG)}\nlog ${vkey(keyOf("other.example", 1))}\n`, 2, "duplicateKey"],
    [`witness a\n`, 1, "words"],
    [`witness a ${vkey(LOG)}\n`, 1, "keyKind"],
    [`witness none ${w1}\n`, 1, "nameTaken"],
    [`witness a ${w1}\nwitness a ${w2}\n`, 2, "nameTaken"],
    [`witness a ${w1}\nwitness b ${w1}\n`, 2, "duplicateKey"],
    [`${two}group g all\n`, 3, "words"],
    [`${two}group none all a\n`, 3, "nameTaken"],
    [`${two}group a all b\n`, 3, "nameTaken"],
    [`${two}group g all a c\n`, 3, "nameUnknown"],
    [`${two}group g all g\n`, 3, "nameUnknown"],
    [`${two}group g all none\n`, 3, "nameUnknown"],
    [`${two}group g all a a\n`, 3, "memberTwice"],
    [`${two}group g all a\ngroup h all a\n`, 4, "memberTwice"],
    [`${two}group g 0 a b\n`, 3, "threshold"],
    [`${two}group g 3 a b\n`, 3, "threshold"],
    [`${two}group g 01 a b\n`, 3, "threshold"],
    [`${two}group g most a b\n`, 3, "threshold"],
    [`${two}group g toString a b\n`, 3, "threshold"],
  ];
  for (const [text, line, why] of malformed)
    it(`is refused: ${why} in ${JSON.stringify(text.replaceAll(/\S+\+\S+\+\S+/g, "KEY"))}`, () =>
      assert.deepEqual(parsePolicy(utf8(text)), {
        ok: false,
        error: { code: "policyMalformed", line, why },
      }));

  it("has a place for many logs, witnesses and groups", () => {
    const keys = Array.from({ length: 40 }, (_, at) => at + 40);
    const lines = [
      ...keys.map((at) => `log ${vkey(keyOf(`l${at}.example`, at))}`),
      ...keys.map((at) => `witness w${at} ${vkey(keyOf(`w${at}.example`, at, "cosignature"))}`),
      ...keys.map((at) => `group g${at} all w${at}`),
      `group all 20 ${keys.map((at) => `g${at}`).join(" ")}`,
      "quorum all",
    ];
    assert.equal(policyOf(`${lines.join("\n")}\n`).groups.length, 41);
  });
});
