// Published vectors: RFC 3797, consistent_sampler, drand quicknet, Colorado's dice.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bitsOf, COLORADO_DICE, readDice, ticketOf, timeOfRound, firstRoundFrom } from "@yinuo/random-draw";
import { isFromQuicknet, randomnessOf } from "@yinuo/random-draw/drand";
import { consistentSample, rfc3797 } from "@yinuo/random-draw/other-schemes";

describe("RFC 3797, section 6", () => {
  it("draws 16 of 25", () => {
    assert.deepEqual(
      rfc3797("9319./2.5.8.10.12./9.18.26.34.41.45./", 25, 16),
      [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4],
    );
  });
});

describe("consistent_sampler", () => {
  it("seed 314159 over six ballots", () => {
    const ballots = ["A-1", "A-2", "A-3", "B-1", "B-2", "B-3"];
    assert.deepEqual(consistentSample("314159", ballots, 4), ["B-2", "B-3", "A-3", "A-2"]);
  });

  it("seed 41 over 0 to 99", () => {
    const numbers = Array.from({ length: 100 }, (_, number) => String(number));
    assert.deepEqual(
      consistentSample("41", numbers, 10).map(Number),
      [73, 51, 17, 58, 38, 42, 39, 20, 11, 67],
    );
  });
});

/** Round 123 as the network published it. */
const SIGNATURE =
  "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

describe("drand quicknet", () => {
  it("round 123 is genuine and gives its randomness", () => {
    assert.equal(isFromQuicknet({ round: 123, signature: SIGNATURE }), true);
    assert.equal(randomnessOf(SIGNATURE), "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc");
  });

  it("is not another round, nor a signature with a digit changed, nor something that is none", () => {
    const changed = `${SIGNATURE.slice(0, -1)}3`;
    for (const part of [
      { round: 124, signature: SIGNATURE },
      { round: 123, signature: changed },
      { round: 123, signature: SIGNATURE.toUpperCase() },
      { round: 123, signature: "00".repeat(48) },
      { round: 123, signature: `c0${"00".repeat(47)}` },
      { round: 123, signature: "" },
      { round: 0, signature: SIGNATURE },
    ])
      assert.equal(isFromQuicknet(part), false, JSON.stringify(part));
  });

  it("comes out every three seconds from its genesis on", () => {
    assert.equal(new Date(timeOfRound(1) * 1000).toISOString(), "2023-08-23T15:09:27.000Z");
    assert.equal(firstRoundFrom("2023-08-23T15:09:27Z"), 1);
    assert.equal(firstRoundFrom("2023-08-23T15:09:28Z"), 2);
    assert.equal(firstRoundFrom("2023-08-23T15:09:30Z"), 2);
    assert.equal(firstRoundFrom("2020-01-01T00:00:00Z"), 1);
  });
});

describe("Colorado's dice", () => {
  for (const seed of ["63454660390103169462", "23546992048967376252"])
    it(`${seed} is a seed of 66 bits`, () => {
      assert.deepEqual(readDice(COLORADO_DICE, { first: seed, second: seed }), { ok: true, value: seed });
      assert.equal(bitsOf(COLORADO_DICE), 66);
    });
});

describe("our own ticket", () => {
  // Printed by: printf 'yinuo/draw/v1\n%064d\nwater\nSF-01' 0 | sha256sum
  it("is what sha256sum prints", () => {
    assert.equal(ticketOf("0".repeat(64), "water", "SF-01"), OURS);
  });
});

const OURS = "eb514ffac9ad6a8b11beefd6ec5cf8c5f6282dad79392320ed7d9b3a7d674388";
