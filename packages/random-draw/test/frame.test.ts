// Who can be drawn has one spelling: ids that could be taken for others are refused, and the order is that of bytes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { allocate, makeFrame, readFrame, strataOf } from "@yinuo/random-draw";

const of = (...ids: readonly string[]) => ids.map((id) => ({ stratum: "all", id, bodies: [] }));
const refusal = (...ids: readonly string[]) => {
  const frame = makeFrame(of(...ids));
  return frame.ok ? undefined : frame.error;
};

describe("a frame", () => {
  it("is one line for each, sorted by bytes, and its digest is that of the file", () => {
    const frame = makeFrame([
      { stratum: "water", id: "SF-02", bodies: ["WTR", "ENV"] },
      { stratum: "court", id: "SF-10", bodies: [] },
      { stratum: "water", id: "SF-01", bodies: ["WTR"] },
    ]);
    assert.ok(frame.ok);
    assert.equal(frame.value.text, "court\tSF-10\nwater\tSF-01\tWTR\nwater\tSF-02\tENV\tWTR");
    assert.equal(frame.value.sha256, createHash("sha256").update(frame.value.text).digest("hex"));
    assert.deepEqual(
      [...strataOf(frame.value)],
      [
        ["court", 1],
        ["water", 2],
      ],
    );
  });

  it("sorts by bytes where JavaScript would not", () => {
    const other = makeFrame(of("𠀀-1", "\uFA0E-1", "a"));
    assert.ok(other.ok);
    assert.deepEqual(
      other.value.entries.map(({ id }) => id),
      ["a", "\uFA0E-1", "𠀀-1"],
    );
  });

  it("reads back what it writes, whatever the order of the lines and with a line feed at the end", () => {
    const id = fc.stringMatching(/^[A-Z]{1,3}-[0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 20 }), (ids) => {
        const frame = makeFrame(of(...ids));
        assert.ok(frame.ok);
        const shuffled = `${frame.value.text.split("\n").toReversed().join("\n")}\n`;
        assert.deepEqual(readFrame(shuffled), frame);
      }),
      { seed: 20260930, numRuns: 100 },
    );
  });

  it("has somebody in it", () => {
    assert.deepEqual(makeFrame([]), { ok: false, error: { code: "frameEmpty" } });
    assert.deepEqual(readFrame(""), { ok: false, error: { code: "frameLineUnreadable", line: 1 } });
    assert.deepEqual(readFrame("all\tA\nB"), { ok: false, error: { code: "frameLineUnreadable", line: 2 } });
  });

  it("refuses an id that stands twice, in one stratum or in two", () => {
    assert.deepEqual(refusal("A-1", "A-1"), { code: "frameIdTwice", id: "A-1" });
    const twice = readFrame("court\tA-1\nwater\tA-1");
    assert.deepEqual(twice, { ok: false, error: { code: "frameIdTwice", id: "A-1" } });
  });

  const faulty: readonly (readonly [string, string, string])[] = [
    ["a space at the end", "A-1 ", "outerSpace"],
    ["a space in front", " A-1", "outerSpace"],
    ["a no-break space", "A\u00A01", "invisible"],
    ["an ideographic space", "A\u30001", "invisible"],
    ["a zero-width space", "A-1\u200B", "invisible"],
    ["a byte order mark", "\uFEFFA-1", "invisible"],
    ["a mark that turns the direction", "A-1\u202E", "invisible"],
    ["a carriage return", "A-1\r", "invisible"],
    ["half of a surrogate pair", "A-1\uD800", "invisible"],
    ["a letter and its accent apart", "Cafe\u0301", "notNormal"],
    ["nothing", "", "empty"],
  ];
  for (const [what, id, fault] of faulty)
    it(`refuses an id with ${what}`, () => {
      assert.deepEqual(refusal("B-1", id), { code: "frameIdFaulty", id, fault });
    });

  const alike: readonly (readonly [string, string])[] = [
    ["SF-01", "ＳＦ-01"],
    ["SF-01", "sf-01"],
    ["SF-01", "SF–01"],
    ["SF 01", "SF01"],
    ["㈱1", "(株)1"],
  ];
  for (const [one, other] of alike)
    it(`refuses “${one}” beside “${other}”`, () => {
      assert.deepEqual(refusal(one, other), { code: "frameIdsAlike", id: one, other });
    });

  it("refuses a stratum that looks like the draw of inspectors, and strata that look alike", () => {
    const taken = readFrame("inspectors/A-1\tB-1");
    assert.ok(!taken.ok && taken.error.code === "frameIdFaulty" && taken.error.fault === "reserved");
    const alike = readFrame("water\tA\nWater\tB");
    assert.ok(!alike.ok && alike.error.code === "frameIdsAlike");
  });
});

describe("a sample is shared out among strata", () => {
  const share = (sample: number, sizes: Readonly<Record<string, number>>) => {
    const shared = allocate(
      Object.entries(sizes).map(([id, size]) => ({ id, size })),
      sample,
    );
    return shared.ok ? Object.fromEntries(shared.value.map(({ id, draw }) => [id, draw])) : shared.error;
  };

  it("by size, the largest remainder first", () => {
    assert.deepEqual(share(10, { a: 50, b: 30, c: 20 }), { a: 5, b: 3, c: 2 });
    assert.deepEqual(share(10, { a: 47, b: 33, c: 20 }), { a: 5, b: 3, c: 2 });
  });

  it("ties go by name", () => {
    assert.deepEqual(share(3, { b: 10, a: 10 }), { a: 2, b: 1 });
  });

  it("at least one of each, and the others give it", () => {
    assert.deepEqual(share(10, { large: 990, small: 1, tiny: 9 }), { large: 8, small: 1, tiny: 1 });
  });

  it("not with fewer than there are strata, nor more than there are", () => {
    assert.deepEqual(share(1, { a: 5, b: 5 }), { code: "sampleTooSmall", least: 2 });
    assert.deepEqual(share(11, { a: 5, b: 5 }), { code: "sampleTooLarge", size: 10 });
  });

  it("adds up, leaves no stratum out, and takes no more than there is", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (sizes, part) => {
        const strata = sizes.map((size, at) => ({ id: `s${at}`, size }));
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const sample = sizes.length + Math.floor(part * (all - sizes.length));
        const shared = allocate(strata, sample);
        assert.ok(shared.ok);
        assert.equal(
          shared.value.reduce((sum, { draw }) => sum + draw, 0),
          sample,
        );
        assert.ok(shared.value.every(({ draw, size }) => draw >= 1 && draw <= size));
      }),
      { seed: 20260930, numRuns: 300 },
    );
  });
});
