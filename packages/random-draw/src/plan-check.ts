// Whether a plan holds together: with its frames, and with what a draw needs to be believed.

import { firstRoundFrom } from "./beacon-time.ts";
import { bitsOf } from "./dice.ts";
import { likeness, strataOf, type Frame } from "./frame.ts";
import { isRecused } from "./inspectors.ts";
import type { Plan, SeedSource } from "./plan.ts";
import type { PlanRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";

export type Frames = { readonly subjects: Frame; readonly inspectors?: Frame | undefined };

/** Twenty rolls of a ten-sided die have 66 bits; twenty-five of a six-sided one 64. */
export const LEAST_BITS = 64;

export const checkPlan = (plan: Plan, frames: Frames): Result<Plan, PlanRefusal> => {
  const fault =
    frameFault(plan, frames) ??
    strataFault(plan, frames.subjects) ??
    excludedFault(plan, frames.subjects) ??
    orderFault(plan) ??
    seedFault(plan.seed) ??
    timeFault(plan) ??
    inspectorFault(plan, frames);
  return fault === undefined ? made(plan) : refuse(fault);
};

const frameFault = (plan: Plan, { subjects, inspectors }: Frames): PlanRefusal | undefined => {
  if (plan.frame !== subjects.sha256) return { code: "frameDiffers", which: "subjects" };
  return plan.inspectors?.sha256 === inspectors?.sha256 &&
    plan.inspectors?.size === inspectors?.entries.length
    ? undefined
    : { code: "frameDiffers", which: "inspectors" };
};

const strataFault = ({ strata }: Plan, subjects: Frame): PlanRefusal | undefined => {
  const sizes = [...strataOf(subjects)];
  for (const [at, [id, size]] of sizes.entries()) {
    const planned = strata[at];
    if (planned?.id !== id || planned.size !== size) return { code: "strataDiffer", stratum: id };
    if (planned.draw > size) return { code: "sampleTooLarge", stratum: id, size };
  }
  const extra = strata[sizes.length];
  if (extra !== undefined) return { code: "strataDiffer", stratum: extra.id };
  return strata.some(({ draw }) => draw > 0) ? undefined : { code: "sampleTooSmall", least: 1 };
};

const excludedFault = ({ excluded }: Plan, subjects: Frame): PlanRefusal | undefined => {
  const inFrame = new Set(subjects.entries.map(({ id }) => likeness(id)));
  const seen = new Set<string>();
  for (const { id } of excluded) {
    const key = likeness(id);
    if (inFrame.has(key)) return { code: "excludedInFrame", id };
    if (seen.has(key)) return { code: "excludedTwice", id };
    seen.add(key);
  }
  return undefined;
};

const orderFault = ({ number, replaces }: Plan): PlanRefusal | undefined =>
  number >= 1 && number > 1 === (replaces !== undefined)
    ? undefined
    : { code: "predecessorNotNamed", number };

/**
 * Dice in public or a beacon make a seed nobody chose. A body can refuse to reveal, and whoever runs the log can
 * add entries until its root suits, so that these two are never enough.
 */
const seedFault = (sources: readonly SeedSource[]): PlanRefusal | undefined => {
  const names = sources.map((one) => (one.source === "reveal" ? `reveal ${one.by}` : one.source));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { code: "sourceTwice", source: twice };
  const dice = sources.find(({ source }) => source === "dice");
  if (dice?.source === "dice") {
    const bits = bitsOf(dice);
    return bits < LEAST_BITS ? { code: "seedTooWeak", bits, least: LEAST_BITS } : undefined;
  }
  return sources.some(({ source }) => source === "beacon") ? undefined : { code: "seedNotPublic" };
};

/** A beacon that came out before the ceremony could be known when the plan was made. */
const timeFault = ({ seed, ceremonyAt }: Plan): PlanRefusal | undefined => {
  const first = firstRoundFrom(ceremonyAt);
  for (const one of seed)
    if (one.source === "beacon" && one.round < first)
      return { code: "beaconTooEarly", round: one.round, first };
  return undefined;
};

/** Whoever is drawn, there are enough to inspect it. */
const inspectorFault = ({ inspectors }: Plan, frames: Frames): PlanRefusal | undefined => {
  if (inspectors === undefined || frames.inspectors === undefined) return undefined;
  const known = new Set(frames.inspectors.entries.map(({ id }) => id));
  const subjects = new Set(frames.subjects.entries.map(({ id }) => id));
  for (const { inspector, subject } of inspectors.recused) {
    if (!known.has(inspector)) return { code: "recusedUnknown", id: inspector };
    if (subject !== undefined && !subjects.has(subject)) return { code: "recusedUnknown", id: subject };
  }
  for (const subject of frames.subjects.entries) {
    const left = frames.inspectors.entries.filter(
      (inspector) => !isRecused(inspectors.recused, inspector, subject),
    ).length;
    if (left < Math.max(1, inspectors.each)) return { code: "inspectorsTooFew", subject: subject.id, left };
  }
  return undefined;
};
