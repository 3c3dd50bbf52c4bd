// Every way to bend a draw that we know of is refused or made visible, and the step it shows at is named.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  canonicalJson,
  plansOfRound,
  runDraw,
  seedDigest,
  type SeedRecord,
  verifyDraw,
} from "@yinuo/random-draw";
import { at, files, logged, loggedSeed, plan, reason, result, seed, shown, shows } from "./finished.ts";
import { draft, inspectors, planned, seedFor, subjects, without } from "./round.ts";

describe("a draw that is sound", () => {
  it("matches at every step", () => {
    const { ok, steps, plans } = verifyDraw(files, shown);
    assert.ok(ok, JSON.stringify(steps));
    assert.equal(plans, 1);
    assert.deepEqual(
      steps.filter(({ is }) => is === "noPart").map(({ step }) => step),
      ["beacon", "logRoot"],
    );
  });

  it("is not called sound where something was not shown", () => {
    assert.equal(at("planPublished", {}, { plan: undefined }).is, "notShown");
    assert.equal(at("oneSeed", {}, { seeds: undefined }).is, "notShown");
    assert.equal(at("plansOfRound", {}, { plans: undefined }).is, "notShown");
    const unseen = { plan: { ...logged, seenAt: [] }, seeds: [] };
    assert.equal(at("planBeforeSeed", {}, unseen).is, "notShown");
  });
});

describe("entries added or removed after the seed", () => {
  it("in the frame's file", () => {
    at("frame", { frame: without(subjects, "C-20").text });
    at("frame", { frame: `${subjects.text}\nwater\tC-41\tWATER` });
  });

  it("in the frame and in the plan, which is then not the one in the log", () => {
    const fewer = without(subjects, "C-20");
    const strata = plan.strata.map((one) => (one.id === "water" ? { ...one, size: 29 } : one));
    const changed = { ...plan, frame: fewer.sha256, strata };
    at("planPublished", { frame: fewer.text, plan: canonicalJson(changed) });
  });

  it("all files made anew, which the log does not have", () => {
    const fewer = without(subjects, "C-20");
    const strata = plan.strata.map((one) => (one.id === "water" ? { ...one, size: 29 } : one));
    const changed = { ...plan, frame: fewer.sha256, strata };
    const again = runDraw({ plan: changed, frames: { subjects: fewer, inspectors }, seed: seedFor(changed) });
    assert.ok(again.ok);
    at("planPublished", {
      frame: fewer.text,
      plan: canonicalJson(changed),
      seed: canonicalJson(seedFor(changed)),
      result: canonicalJson(again.value),
    });
  });

  it("a body moved out of the way of a recusal", () => {
    at("frame", { inspectors: inspectors.text.replace("T-5\tWATER", "T-5\tOTHER") });
    at("frame", { inspectors: undefined });
  });

  it("a frame taken after the plan was logged", () => {
    at("frame", {}, { plan: { ...logged, index: 119 } });
  });
});

describe("a plan in no published checkpoint", () => {
  it("is not shown; another entry's receipt does not do", () => {
    assert.equal(at("planPublished", {}, { plan: undefined }).is, "notShown");
    at("planPublished", {}, { plan: { ...logged, leaf: "77".repeat(32) } });
    at("planPublished", {}, { plan: { ...logged, commits: "77".repeat(32) } });
  });

  it("published only after the seed, by the order of the log or by its witnesses", () => {
    at("planBeforeSeed", {}, { plan: { ...logged, size: 151 } });
    at("planBeforeSeed", {}, { plan: { ...logged, seenAt: ["2026-10-12T02:00:01Z"] } });
  });

  it("the earliest witness counts", () => {
    const seenAt = ["2026-10-13T00:00:00Z", "2026-10-10T08:00:00Z"];
    assert.equal(shows({}, { plan: { ...logged, seenAt } }), undefined);
  });

  it("a seed made before the time that was announced", () => {
    const early: SeedRecord = { ...seed, at: "2026-10-12T01:59:59Z" };
    at("planBeforeSeed", { seed: canonicalJson(early) });
  });
});

describe("choosing among several seeds", () => {
  it("a second record of a seed in the log is seen", () => {
    const second = { ...loggedSeed, index: 160, commits: "77".repeat(32) };
    const odd = at("oneSeed", {}, { seeds: [second, loggedSeed] });
    assert.ok(odd.is === "differs" && odd.found === "2");
  });

  it("another seed than the one in the log is seen", () => {
    const other = seedFor(plan, "23546992048967376252");
    const again = runDraw({ plan, frames: { subjects, inspectors }, seed: other });
    assert.ok(again.ok);
    at("oneSeed", { seed: canonicalJson(other), result: canonicalJson(again.value) });
  });

  it("a digit added to the dice, or a part nobody declared", () => {
    const changed = (parts: SeedRecord["parts"]) => {
      const other = { ...seed, parts };
      return [
        { seed: canonicalJson(other) },
        { seeds: [{ ...loggedSeed, commits: seedDigest(other) }] },
      ] as const;
    };
    at("seedParts", ...changed([{ source: "dice", rolls: "634546603901031694621" }]));
    at("seedParts", ...changed([...seed.parts, { source: "dice", rolls: "63454660390103169462" }]));
    at("seedParts", ...changed([...seed.parts, { source: "checkpoint", size: 9, root: "00".repeat(32) }]));
  });

  it("a result with a seed of its own", () => {
    at("seed", { result: canonicalJson({ ...result, seed: "00".repeat(32) }) });
  });
});

describe("a second hidden plan", () => {
  const other = {
    leaf: "aa".repeat(32),
    index: 125,
    plan: { ...plan, eligible: "Those nobody complained about" },
  };

  it("is seen beside the first, whichever of them was used", () => {
    const { plans = [] } = shown;
    const odd = at("plansOfRound", {}, { plans: [...plans, other] });
    assert.match(odd.is === "differs" ? (odd.found ?? "") : "", /unnamedPredecessor/);
  });

  it("does not hide behind another spelling of the round", () => {
    const { plans = [] } = shown;
    for (const round of ["2026-q3", "2026 Q3", "２０２６－Ｑ３", "2026–Q3\u200B"])
      at("plansOfRound", {}, { plans: [...plans, { ...other, plan: { ...other.plan, round } }] });
  });

  it("a redraw that names its predecessor is counted and no fault; it may not skip one or count wrong", () => {
    const named = (leaf: string, number: number, of: string) => ({
      leaf: leaf.repeat(32),
      index: 100 + number,
      plan: { ...planned({ ...draft, number, replaces: { leaf: of.repeat(32), reason } }), number },
    });
    const first = { leaf: "a1".repeat(32), index: 100, plan: planned() };
    const [second, third] = [named("a2", 2, "a1"), named("a3", 3, "a2")];
    assert.deepEqual(plansOfRound([third, first, second], "2026-Q3"), { count: 3, faults: [] });
    assert.deepEqual(plansOfRound([first], "2026-Q4"), { count: 0, faults: [] });
    const kinds = (...plans: Parameters<typeof plansOfRound>[0]) =>
      plansOfRound(plans, "2026-Q3").faults.map(({ is }) => is);
    assert.deepEqual(kinds(first, second, named("a4", 3, "a1")), ["otherPredecessor"]);
    assert.deepEqual(kinds(second), ["otherPredecessor", "wrongNumber"]);
    assert.deepEqual(kinds(first, named("a2", 3, "a1")), ["wrongNumber"]);
  });
});

describe("variants and doubles of ids", () => {
  it("the files are not read", () => {
    const unread = (frame: string, code: string) => {
      const odd = at("files", { frame });
      assert.equal(odd.is === "differs" ? odd.why?.code : undefined, code);
    };
    unread(`${subjects.text}\nwater\tC-40\tWATER`, "frameIdTwice");
    unread(`${subjects.text}\nwater\tC‐40\tWATER`, "frameIdsAlike");
    unread(`${subjects.text}\nwater\tＣ-40\tWATER`, "frameIdsAlike");
    unread(`${subjects.text}\nwater\tC-40 \tWATER`, "frameIdFaulty");
    unread(subjects.text.replaceAll("\n", "\r\n"), "frameIdFaulty");
  });
});

describe("a result that was touched up", () => {
  const touched = (change: Partial<typeof result>) => ({ result: canonicalJson({ ...result, ...change }) });

  it("a pick exchanged, dropped, or put elsewhere", () => {
    const [first, ...rest] = result.picks;
    const notDrawn = subjects.entries.find(({ id }) => !result.picks.some((pick) => pick.id === id));
    assert.ok(first && notDrawn);
    at("picks", touched({ picks: [{ ...first, id: notDrawn.id }, ...rest] }));
    at("picks", touched({ picks: rest }));
    at("picks", touched({ picks: [...rest, first] }));
  });

  it("a replacement out of order, or without one that was drawn", () => {
    const [one] = result.replaced;
    assert.ok(one);
    at("replacements", touched({ replaced: [{ ...one, by: "C-10" }] }));
    at("replacements", touched({ replaced: [{ ...one, id: "C-40" }] }));
    at("inspectors", touched({ replaced: [] }));
  });

  it("an inspector sent to friends", () => {
    const assigned = result.assigned.map((one) => ({ ...one, inspectors: ["T-1", "T-2"] }));
    at("inspectors", touched({ assigned }));
  });

  it("a field that hides a note", () => {
    const odd = at("files", { result: canonicalJson({ ...result, note: "x" }) });
    assert.ok(odd.is === "differs" && odd.why?.code === "fileUnlike" && odd.why.at === "note");
  });
});
