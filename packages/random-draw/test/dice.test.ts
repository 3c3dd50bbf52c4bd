// Dice typed twice: what was typed is read as people type it, and a slip is named with the roll it is in.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bitsOf, COLORADO_DICE, readDice } from "@yinuo/random-draw";

const first = "63454660390103169462";

describe("dice", () => {
  const read = (second: string, sum?: number) =>
    readDice(COLORADO_DICE, { first, second, ...(sum === undefined ? {} : { sum }) });

  it("typed alike twice are read, in groups or in full width", () => {
    for (const second of [
      first,
      "63454 66039 01031 69462",
      "６３４５４６６０３９０１０３１６９４６２",
      `${first}\n`,
    ])
      assert.deepEqual(read(second), { ok: true, value: first });
  });

  it("a roll that differs is named, the first of them", () => {
    assert.deepEqual(read("63454660930103169462"), {
      ok: false,
      error: { code: "rollsDiffer", roll: 9, first: "3", second: "9" },
    });
  });

  it("a roll too few or too many is counted", () => {
    assert.deepEqual(read(first.slice(1)), {
      ok: false,
      error: { code: "rollsTooFew", typed: 19, wanted: 20 },
    });
    assert.deepEqual(read(`${first}1`), {
      ok: false,
      error: { code: "rollsTooMany", typed: 21, wanted: 20 },
    });
  });

  it("what is no digit is named with its place", () => {
    assert.deepEqual(read("6345466O390103169462"), {
      ok: false,
      error: { code: "rollUnreadable", roll: 8, typed: "O" },
    });
    assert.deepEqual(read("6345466-390103169462"), {
      ok: false,
      error: { code: "rollUnreadable", roll: 8, typed: "-" },
    });
  });

  it("the sum of a third person finds the same slip made twice", () => {
    assert.deepEqual(read(first, 78), { ok: true, value: first });
    assert.deepEqual(read(first, 79), { ok: false, error: { code: "rollSumDiffers", sum: 78 } });
  });

  it("of six sides show 1 to 6", () => {
    const dice = { sides: 6, rolls: 25 } as const;
    const rolls = "1234561234561234561234561";
    assert.deepEqual(readDice(dice, { first: rolls, second: rolls }), { ok: true, value: rolls });
    const zero = rolls.replace("6", "0");
    assert.deepEqual(readDice(dice, { first: zero, second: zero }), {
      ok: false,
      error: { code: "rollUnreadable", roll: 6, typed: "0" },
    });
  });

  it("count their bits, never one too many", () => {
    for (const sides of [6, 10] as const)
      for (let rolls = 1; rolls < 60; rolls += 1)
        assert.ok(bitsOf({ sides, rolls }) <= Math.log2(sides) * rolls);
    assert.equal(bitsOf({ sides: 6, rolls: 25 }), 64);
    assert.equal(bitsOf({ sides: 10, rolls: 19 }), 63);
  });

  it("any single slip is found", () => {
    const rolls = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(rolls, fc.nat(19), fc.integer({ min: 1, max: 9 }), (rolls, at, by) => {
        const slip = rolls.with(at, ((rolls[at] ?? 0) + by) % 10);
        const read = readDice(COLORADO_DICE, { first: rolls.join(""), second: slip.join("") });
        assert.ok(!read.ok && read.error.code === "rollsDiffer" && read.error.roll === at + 1);
      }),
      { seed: 20260930, numRuns: 100 },
    );
  });
});
