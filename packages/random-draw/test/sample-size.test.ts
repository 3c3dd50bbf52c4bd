// How many to look at, and what follows: published numbers, brute force, and the limits of what is a question.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { discoverySample, faultsIn, mostFaults } from "@yinuo/random-draw";

const runs = { seed: 20260930, numRuns: 150 };

/** A chance as floating point by the definition, for small frames. */
const chance = (size: number, all: number, drawn: number, found: number): number => {
  const choose = (n: number, k: number): number => {
    if (k < 0 || k > n) return 0;
    return Array.from({ length: k }, (_, i) => (n - i) / (k - i)).reduce((product, one) => product * one, 1);
  };
  return (choose(all, found) * choose(size - all, drawn - found)) / choose(size, drawn);
};

const atMost = (size: number, all: number, drawn: number, found: number): number =>
  Array.from({ length: found + 1 }, (_, x) => chance(size, all, drawn, x)).reduce((sum, one) => sum + one, 0);

describe("the size of a discovery sample", () => {
  const published: readonly (readonly [number, number, number, number])[] = [
    [1600, 1, 99, 399],
    [100, 5, 95, 45],
    [100, 10, 95, 25],
    [500, 5, 95, 56],
    [1000, 1, 95, 258],
    [1000, 5, 95, 57],
    // As good as endless: log 0.05 / log 0.99, and / log 0.95.
    [100_000_000, 1, 95, 299],
    [100_000_000, 5, 95, 59],
  ];
  for (const [size, sharePercent, surePercent, sample] of published)
    it(`to be ${surePercent} % sure where ${sharePercent} % of ${size} were not as declared: ${sample}`, () => {
      assert.equal(discoverySample({ size, sharePercent, surePercent }), sample);
    });

  it("is the smallest that is enough, by brute force", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(50, 80, 90, 95, 97.5, 99),
        (size, sharePercent, surePercent) => {
          const sample = discoverySample({ size, sharePercent, surePercent }) ?? 0;
          const faults = Math.ceil((size * sharePercent) / 100);
          const missed = 1 - surePercent / 100 + 1e-9;
          assert.ok(chance(size, faults, sample, 0) <= missed);
          assert.ok(sample === 1 || chance(size, faults, sample - 1, 0) > missed - 2e-9);
        },
      ),
      runs,
    );
  });

  it("counts faults in whole ones, up, without the slips of floating point", () => {
    assert.equal(faultsIn({ size: 500, sharePercent: 5 }), 25);
    assert.equal(faultsIn({ size: 10, sharePercent: 5 }), 1);
    // 0.07 × 100 is 7.000000000000001.
    assert.equal(faultsIn({ size: 100, sharePercent: 7 }), 7);
    assert.equal(faultsIn({ size: 3000, sharePercent: 0.1 }), 3);
  });

  it("is everything where one fault among few is to be found for certain enough", () => {
    assert.equal(discoverySample({ size: 1, sharePercent: 1, surePercent: 95 }), 1);
    assert.equal(discoverySample({ size: 10, sharePercent: 1, surePercent: 95 }), 10);
    // 19 of 20 leave a chance of exactly 5 %.
    assert.equal(discoverySample({ size: 20, sharePercent: 1, surePercent: 95 }), 19);
  });

  it("has no answer where there is no question", () => {
    for (const question of [
      { size: 0, sharePercent: 5, surePercent: 95 },
      { size: 2.5, sharePercent: 5, surePercent: 95 },
      { size: 100, sharePercent: 0, surePercent: 95 },
      { size: 100, sharePercent: 100, surePercent: 95 },
      { size: 100, sharePercent: 5, surePercent: 100 },
      { size: 100, sharePercent: 5, surePercent: Number.NaN },
    ])
      assert.equal(discoverySample(question), undefined);
  });
});

describe("what k faults in n say about all N", () => {
  it("the bound is the largest number that still fits, by brute force", () => {
    const anyFinding = fc
      .integer({ min: 1, max: 45 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })))
      .chain(([size, drawn]) =>
        fc.tuple(fc.constant(size), fc.constant(drawn), fc.integer({ min: 0, max: drawn })),
      );
    fc.assert(
      fc.property(anyFinding, fc.constantFrom(80, 90, 95, 99), ([size, drawn, faults], surePercent) => {
        const most = mostFaults({ size, drawn, faults, surePercent }) ?? -1;
        const alpha = 1 - surePercent / 100;
        assert.ok(most >= faults && most <= size - drawn + faults);
        assert.ok(atMost(size, most, drawn, faults) > alpha - 1e-9);
        const next = most + 1;
        if (next <= size - drawn + faults) assert.ok(atMost(size, next, drawn, faults) <= alpha + 1e-9);
      }),
      runs,
    );
  });

  it("agrees with the discovery sample: none found in 56 of 500, so fewer than 25 at 95 %", () => {
    assert.equal(mostFaults({ size: 500, drawn: 56, faults: 0, surePercent: 95 }), 24);
    assert.equal(mostFaults({ size: 500, drawn: 55, faults: 0, surePercent: 95 }), 25);
  });

  it("knows everything when everything was looked at", () => {
    assert.equal(mostFaults({ size: 40, drawn: 40, faults: 3, surePercent: 99 }), 3);
  });

  it("says nothing when nothing was looked at", () => {
    assert.equal(mostFaults({ size: 40, drawn: 0, faults: 0, surePercent: 95 }), 40);
  });

  it("manages a frame of a hundred thousand", () => {
    const most = mostFaults({ size: 100_000, drawn: 400, faults: 2, surePercent: 95 }) ?? 0;
    // Without a finite frame it would be 1.566 % (Clopper and Pearson).
    assert.ok(most > 1550 && most < 1566, String(most));
  });

  it("has no answer where there is no finding", () => {
    assert.equal(mostFaults({ size: 10, drawn: 11, faults: 0, surePercent: 95 }), undefined);
    assert.equal(mostFaults({ size: 10, drawn: 5, faults: 6, surePercent: 95 }), undefined);
    assert.equal(mostFaults({ size: 10, drawn: 5, faults: -1, surePercent: 95 }), undefined);
  });
});
