// What is said of draws: sizes and bounds in words, and a sentence for everything that can be refused.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DrawRefusal, STEPS } from "@yinuo/random-draw";
import { boundText, drawRefusalText, sampleText, stepText, verificationText } from "@yinuo/words/draws";

describe("sizes in words", () => {
  const question = { size: 500, sharePercent: 5, surePercent: 95 };
  it("say how many to look at, and why", () => {
    assert.equal(
      sampleText("en", question),
      "To be 95 % sure of noticing if 5 % were not as declared, look at 56 of 500.",
    );
    assert.equal(
      sampleText("zh-CN", question),
      "如果 500 件中有 5% 与申报不符，要有 95% 的把握至少查出一件，须抽查 56 件。",
    );
    assert.equal(sampleText("en", { ...question, size: 0 }), undefined);
  });

  it("say what was found, and what it says about all", () => {
    const found = (drawn: number, faults: number) => ({ size: 500, drawn, faults, surePercent: 95 });
    assert.equal(
      boundText("en", found(56, 2)),
      "2 of the 56 looked at were not as declared. With 95 % certainty at most 52 of all 500 (10.4%) are not.",
    );
    assert.match(boundText("en", found(56, 1)) ?? "", /^1 of the 56 looked at was not/);
    assert.match(boundText("en", found(56, 0)) ?? "", /^None of the 56 .* at most 24 of all 500/);
    assert.match(
      boundText("zh-CN", found(56, 0)) ?? "",
      /^抽查 56 件，没有与申报不符的。.*不超过 24 件（4.8%）。$/,
    );
    assert.equal(boundText("en", found(500, 3)), "All 500 were looked at; 3 were not as declared.");
    assert.equal(boundText("zh-CN", found(500, 3)), "全部 500 件都查过，3 件与申报不符。");
    assert.equal(boundText("en", found(56, 57)), undefined);
  });
});

/** The refusal, and what its sentence must name in both languages. */
const CASES: readonly (readonly [DrawRefusal, readonly string[]])[] = [
  [{ code: "frameIdsAlike", id: "SF-01", other: "ＳＦ-01" }, ["SF-01", "ＳＦ-01"]],
  [{ code: "frameIdFaulty", id: "SF-01 ", fault: "outerSpace" }, ["SF-01 "]],
  [{ code: "rollsDiffer", roll: 9, first: "3", second: "4" }, ["9", "3", "4"]],
  [{ code: "rollsTooFew", typed: 19, wanted: 20 }, ["19", "20"]],
  [{ code: "seedTooWeak", bits: 19, least: 64 }, ["19", "64"]],
  [{ code: "beaconTooEarly", round: 7, first: 12 }, ["7", "12"]],
  [{ code: "sampleTooLarge", size: 10, stratum: "water" }, ["10", "water"]],
  [{ code: "sampleTooLarge", size: 10 }, ["10"]],
  [{ code: "seedPartsDiffer", place: 2, wanted: "" }, ["2"]],
  [{ code: "inspectorsTooFew", subject: "SF-01", left: 1 }, ["SF-01", "1"]],
  [{ code: "fileUnlike", file: "plan", at: "" }, ["JSON"]],
  [{ code: "fileUnlike", file: "seed", at: "parts.0" }, ["parts.0"]],
  [{ code: "receiptRefused", of: "plan", why: "notIncluded" }, ["plan", "notIncluded"]],
];

describe("a refusal of a draw", () => {
  for (const [refusal, names] of CASES)
    it(`${refusal.code} names ${names.join(" ")}`, () => {
      for (const lang of ["zh-CN", "en"] as const) {
        const said = drawRefusalText(lang, refusal);
        for (const name of names) assert.ok(said.includes(name), said);
        assert.match(said, /[。.]$/);
        assert.doesNotMatch(said, /undefined|NaN|\[object/);
      }
    });

  it("names a source in the reader's language", () => {
    const refusal = { code: "seedPartsDiffer", place: 2, wanted: "beacon" } as const;
    assert.match(drawRefusalText("zh-CN", refusal), /随机信标/);
    assert.match(drawRefusalText("en", refusal), /the beacon/);
  });
});

describe("a verification in words", () => {
  it("has a line for every step, which says what differs", () => {
    for (const step of STEPS)
      for (const lang of ["zh-CN", "en"] as const) {
        const line = stepText(lang, { step, is: "differs", wanted: "A", found: "B" });
        assert.match(line, /A.*B/);
        assert.doesNotMatch(line, /undefined/);
      }
    assert.match(
      stepText("zh-CN", { step: "frame", is: "differs", why: { code: "frameDiffers", which: "inspectors" } }),
      /不一致。检查人员名录/,
    );
    assert.equal(
      stepText("en", { step: "beacon", is: "noPart" }),
      "The beacon's signature is genuine: no part of this draw",
    );
  });

  it("counts the plans of the round where they are known", () => {
    assert.equal(verificationText("zh-CN", { ok: true, plans: 2 }), "各步全部一致。本轮共有方案 2 份。");
    assert.doesNotMatch(verificationText("en", { ok: false }), /Plans/);
  });
});
