// What holds for every text: right places, nothing missed, nothing left after masking, linear time.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findPersonalData, maskPersonalData } from "@yinuo/personal-data";
import type { Kind } from "@yinuo/personal-data";
import { anyCard, anyMobile, anyProse, anyResidentId, seed } from "./made-up.ts";

const runs = { seed, numRuns: 200 };
const numbers: readonly (readonly [Kind, fc.Arbitrary<string>])[] = [
  ["residentId", anyResidentId],
  ["mobile", anyMobile],
  ["bankCard", anyCard],
];

/** Pieces that numbers are made of and stand among, so that random texts come close to real ones. */
const anyMess = fc
  .array(
    fc.oneof(
      anyProse,
      anyResidentId,
      anyMobile,
      anyCard,
      fc.constantFrom(
        "0755-20000000",
        "0755",
        "+86",
        "-",
        " ",
        ".",
        "转801",
        "电话",
        "护照",
        "元",
        "@example.com",
        "粤B00000",
      ),
      fc.constantFrom(
        "*",
        "138",
        "E0000",
        "1",
        "X",
        "x",
        "（",
        "０",
        "\u200b",
        "身份证",
        "卡号",
        "#163.com",
        "[at]",
        "使",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.integer({ min: 0, max: 99999999 }).map(String),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("every text", () => {
  for (const [kind, anyNumber] of numbers)
    it(`shows a ${kind} put anywhere in Chinese prose at its exact place`, () => {
      fc.assert(
        fc.property(anyProse, anyNumber, anyProse, (before, number, after) => {
          const finds = findPersonalData(before + number + after);
          assert.equal(finds.length, 1);
          assert.equal(finds[0]?.kind, kind);
          assert.equal(finds[0]?.start, before.length);
          assert.equal(finds[0]?.text, number);
        }),
        runs,
      );
    });

  it("shows every number of a list", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyResidentId, anyMobile, anyCard), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("、", "，", ",", "\n", "；", " ", "/", "和"),
        (list, separator) =>
          assert.deepEqual(
            findPersonalData(list.join(separator)).map(({ text }) => text),
            list,
          ),
      ),
      runs,
    );
  });

  it("gives finds in order, apart from each other, with the text that stands there", () => {
    fc.assert(
      fc.property(anyMess, (text) => {
        let last = 0;
        for (const find of findPersonalData(text)) {
          assert.ok(find.start >= last && find.end > find.start && find.end <= text.length);
          assert.equal(text.slice(find.start, find.end), find.text);
          last = find.end;
        }
      }),
      { seed, numRuns: 800 },
    );
  });

  it("holds nothing to find after masking, and masking again changes nothing", () => {
    fc.assert(
      fc.property(anyMess, (text) => {
        const masked = maskPersonalData(text);
        assert.deepEqual(findPersonalData(masked), [], masked);
        assert.equal(maskPersonalData(masked), masked);
      }),
      { seed, numRuns: 800 },
    );
  });
});

describe("100,000 characters", () => {
  const fill = (piece: string, length: number): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  for (const piece of [
    "1",
    "1 ",
    "13-",
    "4111 ",
    "@",
    "a@",
    "a.",
    "x@a.",
    "+1",
    "+19",
    "(",
    "京A",
    "京 ",
    "一",
    "0755-",
    "E1234567",
  ])
    it(`of ${JSON.stringify(piece)} are searched in linear time`, (test) => {
      const begun = performance.now();
      findPersonalData(fill(piece, 100_000));
      const took = performance.now() - begun;
      test.diagnostic(`${took.toFixed(0)} ms`);
      // Tens of milliseconds in fact; quadratic work would take many seconds, and no slow machine looks like that.
      assert.ok(took < 3000, `${took} ms`);
    });
});
