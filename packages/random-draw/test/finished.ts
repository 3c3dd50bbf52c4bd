// A finished draw with its files and what the log shows about them, and where a changed one is found out.

import assert from "node:assert/strict";
import {
  canonicalJson,
  type DrawFiles,
  type Logged,
  planDigest,
  seedDigest,
  type Shown,
  type StepName,
  verifyDraw,
} from "@yinuo/random-draw";
import { isFromQuicknet } from "@yinuo/random-draw/drand";
import { doubleDraft, drawn, inspectors, LEAF, planned, seedFor, subjects } from "./round.ts";

export const plan = planned(doubleDraft);
export const seed = seedFor(plan);
export const reason = "Closed for rebuilding";
export const result = drawn(doubleDraft, [{ id: drawn(doubleDraft).picks[0]?.id ?? "", reason }]);

export const files: DrawFiles = {
  plan: canonicalJson(plan),
  frame: subjects.text,
  inspectors: inspectors.text,
  seed: canonicalJson(seed),
  result: canonicalJson(result),
};

export const logged: Logged = {
  leaf: LEAF,
  index: 130,
  size: 140,
  commits: planDigest(plan),
  seenAt: ["2026-10-10T08:00:00Z"],
};
export const loggedSeed: Logged = {
  leaf: "6f".repeat(32),
  index: 150,
  size: 151,
  commits: seedDigest(seed),
  seenAt: [],
};

export const shown: Shown = {
  plan: logged,
  seeds: [loggedSeed],
  plans: [{ leaf: LEAF, index: 130, plan }],
  isFromBeacon: isFromQuicknet,
};

export const shows = (changedFiles: Partial<DrawFiles>, changedShown: Partial<Shown> = {}) => {
  const { ok, steps } = verifyDraw({ ...files, ...changedFiles }, { ...shown, ...changedShown });
  const odd = steps.find(({ is }) => is === "differs") ?? steps.find(({ is }) => is === "notShown");
  assert.equal(ok, odd === undefined);
  return odd;
};

export const at = (step: StepName, changedFiles: Partial<DrawFiles>, changedShown: Partial<Shown> = {}) => {
  const odd = shows(changedFiles, changedShown);
  assert.equal(odd?.step, step, JSON.stringify(odd));
  return odd;
};
