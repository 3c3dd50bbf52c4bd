// A plan is refused where a draw by it could not be believed, and one file has one digest.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  canonicalJson,
  checkPlan,
  commitmentTo,
  firstRoundFrom,
  planDigest,
  type PlanDraft,
  planOf,
  readDraft,
  readPlan,
  type SeedSource,
} from "@yinuo/random-draw";
import { doubleDraft, draft, frames, inspectors, planned, subjects, without } from "./round.ts";

const refused = (change: Partial<PlanDraft>) => {
  const input = { ...draft, ...change };
  const plan = planOf(input, frames(input));
  return plan.ok ? undefined : plan.error;
};

const dice = (sides: 6 | 10, rolls: number): SeedSource => ({ source: "dice", sides, rolls });
const beacon = (round: number): SeedSource => ({ source: "beacon", chain: "drand-quicknet", round });
const reveal = (by: string): SeedSource => ({
  source: "reveal",
  by,
  commitment: commitmentTo("ab".repeat(32)),
});
const first = firstRoundFrom(draft.ceremonyAt);

describe("a plan", () => {
  it("counts its strata and shares the sample out", () => {
    assert.deepEqual(planned().strata, [
      { id: "court", size: 10, draw: 2 },
      { id: "water", size: 30, draw: 6 },
    ]);
  });

  it("takes so many of each stratum where it is told", () => {
    const some = planned({ ...draft, sample: [{ stratum: "water", draw: 3 }] });
    assert.deepEqual(
      some.strata.map(({ draw }) => draw),
      [0, 3],
    );
    const unknown = refused({ sample: [{ stratum: "gas", draw: 3 }] });
    assert.deepEqual(unknown, { code: "stratumUnknown", stratum: "gas" });
    assert.deepEqual(refused({ sample: [{ stratum: "court", draw: 11 }] }), {
      code: "sampleTooLarge",
      stratum: "court",
      size: 10,
    });
    assert.deepEqual(refused({ sample: [] }), { code: "sampleTooSmall", least: 1 });
    assert.deepEqual(refused({ sample: 41 }), { code: "sampleTooLarge", size: 40 });
  });

  it("reads back what it writes; spaces and the order of fields do not matter, any other change does", () => {
    const plan = planned(doubleDraft);
    const shuffled = JSON.stringify(Object.fromEntries(Object.entries(plan).toReversed()), null, 2);
    const read = readPlan(shuffled);
    assert.ok(read.ok);
    assert.equal(planDigest(read.value), planDigest(plan));
    assert.notEqual(planDigest({ ...plan, eligible: `${plan.eligible}.` }), planDigest(plan));
  });

  it("keeps no field that it does not know, and names what is missing or of the wrong kind", () => {
    const json = JSON.parse(canonicalJson(planned(doubleDraft))) as Record<string, unknown>;
    const at = (change: Record<string, unknown>) => {
      const read = readPlan(JSON.stringify({ ...json, ...change }));
      return read.ok || read.error.code !== "fileUnlike" ? undefined : read.error.at;
    };
    assert.equal(at({ note: "hidden" }), "note");
    assert.equal(at({ round: " " }), "round");
    assert.equal(at({ frozenAt: 1.5 }), "frozenAt");
    assert.equal(at({ ceremonyAt: "2026-02-30T00:00:00Z" }), "ceremonyAt");
    assert.equal(at({ ceremonyAt: "2026-10-12" }), "ceremonyAt");
    assert.equal(at({ seed: [{ source: "dice", sides: 8, rolls: 20 }] }), "seed.0.sides");
    assert.equal(at({ seed: [{ source: "constructor" }] }), "seed.0.source");
    assert.equal(at({ excluded: [{ id: "C-99" }] }), "excluded.0.reason");
    assert.equal(at({ replaces: { leaf: "5e", reason: "x" } }), "replaces.leaf");
    assert.equal(at({ v: "yinuo/draw-plan/v2" }), "v");
    const notJson = readPlan("{");
    assert.ok(!notJson.ok && notJson.error.code === "fileUnlike" && notJson.error.at === "");
  });

  it("is drafted in JSON with either kind of sample", () => {
    for (const sample of [8, [{ stratum: "water", draw: 3 }]]) {
      const read = readDraft(JSON.stringify({ ...draft, sample }));
      assert.deepEqual(read, { ok: true, value: { ...draft, sample } });
    }
    const none = readDraft(JSON.stringify({ ...draft, sample: "8" }));
    assert.ok(!none.ok && none.error.code === "fileUnlike" && none.error.at === "sample");
  });

  it("leaves nobody out who can still be drawn, and nobody twice", () => {
    const reason = "Is before a court";
    assert.deepEqual(refused({ excluded: [{ id: "C-01", reason }] }), {
      code: "excludedInFrame",
      id: "C-01",
    });
    // Nor under another spelling.
    assert.deepEqual(refused({ excluded: [{ id: "c–01", reason }] }), {
      code: "excludedInFrame",
      id: "c–01",
    });
    const twice = [
      { id: "C-98", reason },
      { id: "C-98", reason },
    ];
    assert.deepEqual(refused({ excluded: twice }), { code: "excludedTwice", id: "C-98" });
  });

  it("is the first of its round or names the one before", () => {
    const replaces = { leaf: "5e".repeat(32), reason: "The dice fell off the table" };
    assert.equal(refused({ number: 2, replaces }), undefined);
    assert.deepEqual(refused({ number: 2 }), { code: "predecessorNotNamed", number: 2 });
    assert.deepEqual(refused({ number: 1, replaces }), { code: "predecessorNotNamed", number: 1 });
    assert.deepEqual(refused({ number: 0 }), { code: "predecessorNotNamed", number: 0 });
  });

  it("holds only with its own frames", () => {
    const plan = planned(doubleDraft);
    const check = (changed: object) => {
      const checked = checkPlan(plan, { subjects, inspectors, ...changed });
      return checked.ok ? undefined : checked.error;
    };
    assert.equal(check({}), undefined);
    const subjectsDiffer = { code: "frameDiffers", which: "subjects" };
    assert.deepEqual(check({ subjects: without(subjects, "C-07") }), subjectsDiffer);
    const inspectorsDiffer = { code: "frameDiffers", which: "inspectors" };
    assert.deepEqual(check({ inspectors: without(inspectors, "T-2") }), inspectorsDiffer);
    assert.deepEqual(check({ inspectors: undefined }), inspectorsDiffer);
    const strata = plan.strata.map((one) => ({ ...one, size: one.size + 1 }));
    const miscounted = checkPlan({ ...plan, strata }, { subjects, inspectors });
    assert.ok(!miscounted.ok && miscounted.error.code === "strataDiffer");
  });
});

describe("the seed that is planned", () => {
  const refusals: readonly (readonly [string, readonly SeedSource[], object | undefined])[] = [
    ["dice alone are enough", [dice(10, 20)], undefined],
    ["a beacon alone is enough", [beacon(first)], undefined],
    ["too few rolls", [dice(10, 19)], { code: "seedTooWeak", bits: 63, least: 64 }],
    ["too few rolls of six sides", [dice(6, 20)], { code: "seedTooWeak", bits: 51, least: 64 }],
    ["no source", [], { code: "seedNotPublic" }],
    [
      "reveals alone: the last one may keep silent",
      [reveal("COURT"), reveal("WATER")],
      { code: "seedNotPublic" },
    ],
    [
      "the log alone: whoever runs it can add to it",
      [{ source: "checkpoint", size: 500 }],
      { code: "seedNotPublic" },
    ],
    ["the same source twice", [dice(10, 20), dice(10, 20)], { code: "sourceTwice", source: "dice" }],
    ["a body twice", [dice(10, 20), reveal("A"), reveal("A")], { code: "sourceTwice", source: "reveal A" }],
    [
      "a round that is out before the ceremony",
      [beacon(first - 1)],
      { code: "beaconTooEarly", round: first - 1, first },
    ],
  ];
  for (const [what, seed, refusal] of refusals)
    it(what, () => {
      assert.deepEqual(refused({ seed }), refusal);
    });
});

describe("inspectors in a plan", () => {
  const inspecting = (each: number, recused: NonNullable<PlanDraft["inspectors"]>["recused"] = []) =>
    refused({ inspectors: { each, recused } });

  it("are enough for every subject, counting out those of its own body", () => {
    assert.equal(inspecting(4), undefined);
    // T-5 is the water utility's own.
    assert.deepEqual(inspecting(5), { code: "inspectorsTooFew", subject: "C-11", left: 4 });
    const recused = [{ inspector: "T-1", subject: "C-03", reason: "Wrote its rules" }];
    assert.deepEqual(inspecting(5, recused), { code: "inspectorsTooFew", subject: "C-03", left: 4 });
  });

  it("are recused by a name that exists", () => {
    const reason = "On leave";
    assert.deepEqual(inspecting(1, [{ inspector: "T-9", reason }]), { code: "recusedUnknown", id: "T-9" });
    const subject = { inspector: "T-1", subject: "C-77", reason };
    assert.deepEqual(inspecting(1, [subject]), { code: "recusedUnknown", id: "C-77" });
  });
});
