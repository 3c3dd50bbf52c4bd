// Canonical JSON and seals: the vectors of RFC 8785, and the construction computed a second time.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalJson, isJson, joinText, sealField, splitText, type Json } from "@yinuo/transparency-log";
import { seed } from "./logs.ts";

describe("canonical JSON", () => {
  it("of the example of section 3.2.2 is that of section 3.2.3", () => {
    const value = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    ) as Json;
    assert.equal(
      canonicalJson(value),
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it("sorts names by their UTF-16 units, as the example does", () => {
    const value = { "\u20ac": 5, "\r": 1, "\ufb33": 7, "1": 2, "\ud83d\ude00": 6, "\u0080": 3, "\u00f6": 4 };
    assert.deepEqual(JSON.parse(canonicalJson(value)), value);
    const order = [...canonicalJson(value).matchAll(/:(\d)/g)].map(([, number]) => Number(number));
    assert.deepEqual(order, [1, 2, 3, 4, 5, 6, 7]);
  });

  it("spells the numbers of appendix B", () => {
    const known: readonly (readonly [string, string])[] = [
      ["0000000000000000", "0"],
      ["8000000000000000", "0"],
      ["0000000000000001", "5e-324"],
      ["8000000000000001", "-5e-324"],
      ["7fefffffffffffff", "1.7976931348623157e+308"],
      ["4340000000000000", "9007199254740992"],
      ["4430000000000000", "295147905179352830000"],
      ["44b52d02c7e14af5", "9.999999999999997e+22"],
      ["44b52d02c7e14af6", "1e+23"],
      ["444b1ae4d6e2ef4e", "999999999999999700000"],
      ["444b1ae4d6e2ef50", "1e+21"],
      ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
      ["3eb0c6f7a0b5ed8d", "0.000001"],
      ["41b3de4355555553", "333333333.3333332"],
      ["43143ff3c1cb0959", "1424953923781206.2"],
    ];
    for (const [bits, text] of known)
      assert.equal(canonicalJson(Buffer.from(bits, "hex").readDoubleBE()), text);
  });

  it("reads back as what it was, and is the same for the same value in another order", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value as Json);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonicalJson(JSON.parse(text) as Json), text);
      }),
      { seed, numRuns: 300 },
    );
    assert.equal(canonicalJson({ b: 1, a: [] }), canonicalJson({ a: [], b: 1 }));
  });

  it("is for what JSON can say", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 40; level += 1) deep = [deep];
    for (const value of [
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      "\ud800",
      { "\udc00": 1 },
      [() => 1],
      1n,
      deep,
    ])
      assert.ok(!isJson(value));
    for (const value of [null, true, 0, "字", [], {}, [{ a: [null] }]]) assert.ok(isJson(value));
  });
});

describe("seals", () => {
  const salt = new Uint8Array(16).fill(9);

  it("are the hash of prefix, salt and canonical name and value", () => {
    const expected = createHash("sha256")
      .update("yinuo/field/v1\n")
      .update(salt)
      .update('\n["target",{"direction":"up","value":0.85}]')
      .digest("base64url");
    assert.equal(sealField({ name: "target", salt, value: { value: 0.85, direction: "up" } }), expected);
  });

  it("differ by salt, name and value, and need 128 bits of salt", () => {
    const seals = [
      sealField({ name: "title", salt, value: "a" }),
      sealField({ name: "title", salt: new Uint8Array(16).fill(8), value: "a" }),
      sealField({ name: "title", salt: new Uint8Array(17).fill(9), value: "a" }),
      sealField({ name: "titles", salt, value: "a" }),
      sealField({ name: "title", salt, value: ["a"] }),
    ];
    assert.equal(new Set(seals).size, seals.length);
    assert.throws(() => sealField({ name: "title", salt: new Uint8Array(15), value: "a" }), RangeError);
  });
});

describe("a long text", () => {
  it("is one field a paragraph, and comes together again", () => {
    assert.deepEqual(splitText("reason", "一\n二"), [
      ["reason.0", "一"],
      ["reason.1", "二"],
    ]);
    assert.deepEqual(splitText("reason", "一"), [["reason", "一"]]);
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 50 }), (paragraphs) => {
        const text = paragraphs.join("\n");
        const parts = splitText("reason", text);
        assert.ok(parts.length <= 16);
        assert.equal(joinText("reason", new Map(parts.toReversed()), "—"), text);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("says where a paragraph is gone", () => {
    const parts = new Map([
      ["reason.0", "一"],
      ["reason.1", undefined],
      ["other", "x"],
    ]);
    assert.equal(joinText("reason", parts, "（已删去）"), "一\n（已删去）");
    assert.equal(joinText("other", new Map([["other", undefined]]), "—"), "—");
    assert.equal(joinText("title", parts, "—"), undefined);
  });
});
