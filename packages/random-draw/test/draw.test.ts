// From a seed to those who are looked at: who is picked, who takes a place that is given up, and who inspects whom.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  checkSeed,
  commitmentTo,
  firstRoundFrom,
  type PlanDraft,
  planDigest,
  readSeed,
  runDraw,
  seedOf,
  seedString,
  standingOf,
  ticketsOf,
} from "@yinuo/random-draw";
import {
  DICE,
  doubleDraft,
  draft,
  drawn,
  frames,
  inspectors,
  LEAF,
  planned,
  seedFor,
  subjects,
} from "./round.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the seed", () => {
  const value = "0123456789abcdef".repeat(4);
  const round = firstRoundFrom(draft.ceremonyAt);
  const input: PlanDraft = {
    ...draft,
    seed: [
      { source: "dice", sides: 10, rolls: 20 },
      { source: "reveal", by: "COURT", commitment: commitmentTo(value) },
      { source: "beacon", chain: "drand-quicknet", round },
      { source: "checkpoint", size: 500 },
    ],
  };
  const plan = planned(input);
  const parts = [
    { source: "dice", rolls: DICE },
    { source: "reveal", by: "COURT", value },
    { source: "beacon", round, signature: "ab".repeat(48) },
    { source: "checkpoint", size: 500, root: "cd".repeat(32) },
  ] as const;
  const seed = { ...seedFor(plan), parts };

  it("is SHA-256 of leaf and parts in the planned order, with bars between", () => {
    assert.equal(seedString(seed), [LEAF, DICE, value, "ab".repeat(48), "cd".repeat(32)].join("|"));
    assert.equal(seedOf(seed), sha256(seedString(seed)));
    assert.deepEqual(checkSeed(plan, seed), { ok: true, value: seed });
    assert.deepEqual(readSeed(JSON.stringify(seed)), { ok: true, value: seed });
  });

  const refused = (changed: readonly unknown[]) => {
    const checked = checkSeed(plan, { ...seed, parts: changed as typeof parts });
    return checked.ok ? undefined : checked.error;
  };

  it("has every declared part and no other, in that order", () => {
    const [dice, reveal, beacon, root] = parts;
    const differ = (place: number, wanted: string) => ({ code: "seedPartsDiffer", place, wanted });
    assert.deepEqual(refused([dice, reveal, beacon]), differ(4, "checkpoint"));
    assert.deepEqual(refused([dice, beacon, reveal, root]), differ(2, "reveal"));
    assert.deepEqual(refused([...parts, dice]), differ(5, ""));
    assert.deepEqual(refused([dice, { ...reveal, by: "WATER" }, beacon, root]), differ(2, "reveal"));
    assert.deepEqual(refused([dice, reveal, { ...beacon, round: round + 1 }, root]), differ(3, "beacon"));
    assert.deepEqual(refused([dice, reveal, beacon, { ...root, size: 501 }]), differ(4, "checkpoint"));
  });

  it("takes only the value a body committed to, and a long one", () => {
    const [dice, reveal, beacon, root] = parts;
    const other = { ...reveal, value: "f".repeat(64) };
    assert.deepEqual(refused([dice, other, beacon, root]), { code: "revealDiffers", by: "COURT" });
    const short = planned({
      ...draft,
      seed: [
        draft.seed[0] ?? { source: "checkpoint", size: 1 },
        { source: "reveal", by: "COURT", commitment: commitmentTo("7") },
      ],
    });
    const checked = checkSeed(short, { ...seedFor(short), parts: [dice, { ...reveal, value: "7" }] });
    assert.deepEqual(checked, { ok: false, error: { code: "revealDiffers", by: "COURT" } });
  });

  it("is of this plan, with the rolls that were planned", () => {
    const other = planned({ ...input, round: "2026-Q4" });
    assert.deepEqual(checkSeed(other, seed), { ok: false, error: { code: "seedOfOtherPlan" } });
    const [, ...rest] = parts;
    assert.deepEqual(refused([{ source: "dice", rolls: DICE.slice(1) }, ...rest]), {
      code: "rollsTooFew",
      typed: 19,
      wanted: 20,
    });
  });
});

describe("a draw", () => {
  it("picks the smallest tickets of each stratum", () => {
    const result = drawn();
    const seed = sha256(`${LEAF}|${DICE}`);
    assert.equal(result.seed, seed);
    for (const [stratum, size] of [
      ["court", 2],
      ["water", 6],
    ] as const) {
      const wanted = subjects.entries
        .filter((entry) => entry.stratum === stratum)
        .map(({ id }) => ({ id, ticket: sha256(`yinuo/draw/v1\n${seed}\n${stratum}\n${id}`) }))
        .toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
        .slice(0, size);
      const picks = result.picks.filter((pick) => pick.stratum === stratum);
      assert.deepEqual(
        picks.map(({ id, ticket }) => ({ id, ticket })),
        wanted,
      );
    }
    assert.equal(result.plan, planDigest(planned()));
    assert.deepEqual(result.assigned, []);
  });

  it("is another one with another seed, plan or leaf", () => {
    const plan = planned();
    const picks = (change: object, with_ = plan) => {
      const result = runDraw({ plan: with_, frames: frames(), seed: { ...seedFor(with_), ...change } });
      assert.ok(result.ok);
      return result.value.picks.map(({ ticket }) => ticket).join();
    };
    const all = [
      picks({}),
      picks({ leaf: "5f".repeat(32) }),
      picks({ parts: [{ source: "dice", rolls: "23546992048967376252" }] }),
    ];
    assert.equal(new Set(all).size, 3);
  });

  it("is fair: over many seeds everyone is drawn about as often", () => {
    const times = new Map<string, number>();
    const plan = planned();
    for (let turn = 0; turn < 600; turn += 1) {
      const result = runDraw({ plan, frames: frames(), seed: seedFor(plan, String(turn).padStart(20, "0")) });
      assert.ok(result.ok);
      for (const { id } of result.value.picks) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // One in five of 600 is 120, with a standard deviation of 10; the seeds are fixed.
    for (const { id } of subjects.entries) assert.ok(Math.abs((times.get(id) ?? 0) - 120) < 40, id);
  });

  it("leaving one out does not change the order of the others", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,2}-[0-9]{1,3}$/), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(ids, fc.nat(), (ids, which) => {
        const entries = ids.map((id) => ({ stratum: "all", id, bodies: [] }));
        const gone = ids[which % ids.length];
        const order = ticketsOf(entries, "00".repeat(32)).filter(({ id }) => id !== gone);
        assert.deepEqual(
          ticketsOf(
            entries.filter(({ id }) => id !== gone),
            "00".repeat(32),
          ),
          order,
        );
      }),
      { seed: 20260930, numRuns: 100 },
    );
  });
});

describe("replacements", () => {
  const picks = drawn().picks.filter(({ stratum }) => stratum === "court");
  const [one, other] = picks.map(({ id }) => id) as [string, string];
  const tickets = ticketsOf(subjects.entries, drawn().seed).filter(({ stratum }) => stratum === "court");
  const [third, fourth] = tickets.slice(2).map(({ id }) => id) as [string, string];
  const reason = "The building burned down";

  it("the next ticket of the stratum takes the place, and the picks stay as drawn", () => {
    const result = drawn(draft, [
      { id: other, reason },
      { id: third, reason },
    ]);
    assert.deepEqual(result.picks, drawn().picks);
    assert.deepEqual(result.replaced, [
      { id: other, reason, by: third },
      { id: third, reason, by: fourth },
    ]);
    assert.deepEqual(standingOf(result).slice(0, 2), [one, fourth]);
  });

  const refused = (...replacements: Parameters<typeof drawn>[1] & object) => {
    const plan = planned();
    const result = runDraw({ plan, frames: frames(), seed: seedFor(plan) }, replacements);
    return result.ok ? undefined : result.error;
  };

  it("only of those who were drawn and still stand", () => {
    assert.deepEqual(refused({ id: third, reason }), { code: "replacedNotDrawn", id: third });
    assert.deepEqual(refused({ id: one, reason }, { id: one, reason }), {
      code: "replacedNotDrawn",
      id: one,
    });
    assert.deepEqual(refused({ id: "C-77", reason }), { code: "replacedNotDrawn", id: "C-77" });
  });

  it("never without a reason", () => {
    assert.deepEqual(refused({ id: one, reason: " " }), { code: "replacementReasonMissing", id: one });
  });

  it("come to an end where the stratum does", () => {
    const order = tickets.map(({ id }) => id);
    // Two stand and eight wait; the ninth in line finds nobody.
    const nine = order.slice(0, 9).map((id) => ({ id, reason }));
    assert.deepEqual(refused(...nine), { code: "nobodyLeft", id: order[8] });
  });
});

describe("a double draw", () => {
  const result = drawn(doubleDraft);
  const bodiesOf = (id: string) =>
    [...subjects.entries, ...inspectors.entries].find((entry) => entry.id === id)?.bodies ?? [];

  it("sends two to each, none to a body of their own, none that was recused", () => {
    assert.deepEqual(result.picks, drawn({ ...doubleDraft }).picks);
    assert.deepEqual(
      result.assigned.map(({ subject }) => subject),
      standingOf(result),
    );
    for (const { subject, inspectors } of result.assigned) {
      assert.equal(new Set(inspectors).size, 2);
      for (const id of inspectors) {
        assert.ok(!bodiesOf(id).some((body) => bodiesOf(subject).includes(body)), `${id} to ${subject}`);
        assert.ok(!(id === "T-1" && subject === "C-03"));
      }
    }
  });

  it("asks nobody twice before everybody who may go was asked", () => {
    const water = result.assigned.filter(({ subject }) => bodiesOf(subject).includes("WATER"));
    const times = Object.groupBy(
      water.flatMap(({ inspectors }) => inspectors),
      (id) => id,
    );
    assert.equal(times["T-5"], undefined);
    const counts = Object.values(times).map((list) => list?.length ?? 0);
    assert.ok(Math.max(...counts) - Math.min(...counts) <= 2, counts.join());
  });

  it("recuses under every seed", () => {
    const plan = planned(doubleDraft);
    let met = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const seed = seedFor(plan, String(turn).padStart(20, "7"));
      const again = runDraw({ plan, frames: { subjects, inspectors }, seed });
      assert.ok(again.ok);
      for (const { subject, inspectors } of again.value.assigned) {
        if (subject === "C-03") met += 1;
        assert.ok(!(subject === "C-03" && inspectors.includes("T-1")));
        assert.ok(!(bodiesOf(subject).includes("WATER") && inspectors.includes("T-5")));
      }
    }
    assert.ok(met > 10);
  });

  it("an inspector who cannot go gives the place to one who is not there yet", () => {
    const [first] = result.assigned;
    assert.ok(first);
    const [gone = "", stays = ""] = first.inspectors;
    const reason = "Ill on that day";
    const again = drawn(doubleDraft, [{ id: gone, subject: first.subject, reason }]);
    const by = again.replaced[0]?.by ?? "";
    assert.ok(by !== gone && by !== stays);
    const after = again.assigned.find(({ subject }) => subject === first.subject);
    assert.deepEqual(after?.inspectors, [by, stays]);
    const plan = planned(doubleDraft);
    const wrong = runDraw({ plan, frames: { subjects, inspectors }, seed: seedFor(plan) }, [
      { id: by, subject: first.subject, reason },
    ]);
    assert.deepEqual(wrong, { ok: false, error: { code: "replacedNotDrawn", id: by } });
  });

  it("a subject that is replaced takes its inspectors off the list, and the next one gets its own", () => {
    const [first] = standingOf(result);
    const again = drawn(doubleDraft, [{ id: first ?? "", reason: "Withdrawn" }]);
    const by = again.replaced[0]?.by;
    assert.ok(!again.assigned.some(({ subject }) => subject === first));
    assert.equal(again.assigned.find(({ subject }) => subject === by)?.inspectors.length, 2);
  });
});
