// A seed from a beacon and from the log: genuine or not, and not known too early.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  canonicalJson,
  firstRoundFrom,
  planDigest,
  type PlanDraft,
  runDraw,
  seedDigest,
  type SeedRecord,
  type Shown,
} from "@yinuo/random-draw";
import { isFromQuicknet } from "@yinuo/random-draw/drand";
import { at, logged, loggedSeed, shows } from "./finished.ts";
import { draft, frames, LEAF, planned, seedFor } from "./round.ts";

describe("beacon and log as sources", () => {
  const round = firstRoundFrom(draft.ceremonyAt);
  const input: PlanDraft = {
    ...draft,
    seed: [
      { source: "beacon", chain: "drand-quicknet", round },
      { source: "checkpoint", size: 145 },
    ],
  };
  const mixed = planned(input);
  const root = "cd".repeat(32);
  const record: SeedRecord = {
    ...seedFor(mixed),
    parts: [
      { source: "beacon", round, signature: "ab".repeat(48) },
      { source: "checkpoint", size: 145, root },
    ],
  };
  const again = runDraw({ plan: mixed, frames: frames(), seed: record });
  assert.ok(again.ok);
  const mixedFiles = {
    plan: canonicalJson(mixed),
    inspectors: undefined,
    seed: canonicalJson(record),
    result: canonicalJson(again.value),
  };
  const mixedShown: Partial<Shown> = {
    plan: { ...logged, commits: planDigest(mixed) },
    seeds: [{ ...loggedSeed, commits: seedDigest(record) }],
    plans: [{ leaf: LEAF, index: 130, plan: mixed }],
    isFromBeacon: () => true,
    rootAt: (size) => (size === 145 ? root : undefined),
  };

  it("match where the signature is genuine and the root is the log's", () => {
    assert.equal(shows(mixedFiles, mixedShown), undefined);
  });

  it("an invented signature is found, and an unchecked one is not called genuine", () => {
    at("beacon", mixedFiles, { ...mixedShown, isFromBeacon: isFromQuicknet });
    assert.equal(at("beacon", mixedFiles, { ...mixedShown, isFromBeacon: undefined }).is, "notShown");
  });

  it("an invented root is found, and one that was known when the plan was published", () => {
    at("logRoot", mixedFiles, { ...mixedShown, rootAt: () => "00".repeat(32) });
    at("logRoot", mixedFiles, { ...mixedShown, plan: { ...logged, commits: planDigest(mixed), size: 145 } });
    assert.equal(at("logRoot", mixedFiles, { ...mixedShown, rootAt: undefined }).is, "notShown");
  });
});
