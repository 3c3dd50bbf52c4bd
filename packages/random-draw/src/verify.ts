// Recomputes a finished draw from its files and what the log shows about them, and says of each step whether it is so.

import { canonicalJson, digestOf } from "./canonical-json.ts";
import { type DrawResult, readResult, type Replacement, runDraw } from "./draw.ts";
import { readFrame } from "./frame.ts";
import { planDigest, type Plan, readPlan } from "./plan.ts";
import { checkPlan, type Frames } from "./plan-check.ts";
import { type LoggedPlan, plansOfRound } from "./redraws.ts";
import type { DrawRefusal } from "./refusals.ts";
import { made, type Result } from "./result.ts";
import { type BeaconPart, checkSeed, readSeed, seedOf, type SeedRecord } from "./seed.ts";

/** The texts of the files as they were published. */
export type DrawFiles = {
  readonly plan: string;
  readonly frame: string;
  readonly inspectors?: string | undefined;
  readonly seed: string;
  readonly result: string;
};

/** An entry of the log, after its receipt was found good: it is in the tree of a checkpoint that was published. */
export type Logged = {
  readonly leaf: string;
  readonly index: number;
  /** The size of that checkpoint. */
  readonly size: number;
  /** The digest of the file (`planDigest`, `seedDigest`) that the entry holds. */
  readonly commits: string;
  /** When others saw that checkpoint; empty where nobody cosigned it. */
  readonly seenAt: readonly string[];
};

/** Whatever is left out is answered with `notShown`, never with `matches`. */
export type Shown = {
  readonly plan?: Logged | undefined;
  /** Every record of a seed for this plan that the log has. */
  readonly seeds?: readonly Logged[] | undefined;
  /** Every plan that the log has. */
  readonly plans?: readonly LoggedPlan[] | undefined;
  readonly rootAt?: ((size: number) => string | undefined) | undefined;
  /** `isFromQuicknet`, where the curve is at hand. */
  readonly isFromBeacon?: ((part: BeaconPart) => boolean) | undefined;
};

export const STEPS = [
  /** All files are what they say they are. */
  "files",
  /** The log has this very plan, in a checkpoint that was published. */
  "planPublished",
  /** The frame is the one the plan names, and was taken before the plan was logged. */
  "frame",
  "planSound",
  /** The checkpoint with the plan was there before the seed. */
  "planBeforeSeed",
  /** The log has this record of the seed and no other one. */
  "oneSeed",
  "seedParts",
  "beacon",
  "logRoot",
  "seed",
  "picks",
  "replacements",
  "inspectors",
  /** Every earlier plan of the round is named by the next. */
  "plansOfRound",
] as const;

export type StepName = (typeof STEPS)[number];

type Outcome =
  | { readonly is: "matches" }
  | { readonly is: "differs"; readonly why?: DrawRefusal; readonly wanted?: string; readonly found?: string }
  /** Nothing was given by which it could be told. */
  | { readonly is: "notShown" }
  /** The draw has no such part. */
  | { readonly is: "noPart" }
  /** An earlier step differs, so that there is nothing to compare. */
  | { readonly is: "notReached" };

export type Step = { readonly step: StepName } & Outcome;

export type Verification = {
  /** Every step of the draw matches, and everything was shown. */
  readonly ok: boolean;
  readonly steps: readonly Step[];
  /** How many plans the round has had, where the log's plans were given. */
  readonly plans: number | undefined;
};

export const seedDigest = (seed: SeedRecord): string => digestOf(seed);

export const verifyDraw = (files: DrawFiles, shown: Shown): Verification => {
  const read = readFiles(files);
  const steps: Step[] = [{ step: "files", ...(read.ok ? MATCHES : { is: "differs", why: read.error }) }];
  for (const step of STEPS.slice(1)) {
    const lost = !read.ok || steps.some(({ is }) => is === "differs");
    steps.push({ step, ...(lost ? { is: "notReached" } : ANSWERS[step](read.value, shown)) });
  }
  const ok = steps.every(({ is }) => is === "matches" || is === "noPart");
  const plans =
    shown.plans === undefined || !read.ok
      ? undefined
      : plansOfRound(shown.plans, read.value.plan.round).count;
  return { ok, steps, plans };
};

type Read = {
  readonly plan: Plan;
  readonly frames: Frames;
  readonly seed: SeedRecord;
  readonly result: DrawResult;
};

const readFiles = (files: DrawFiles): Result<Read, DrawRefusal> => {
  const plan = readPlan(files.plan);
  if (!plan.ok) return plan;
  const subjects = readFrame(files.frame);
  if (!subjects.ok) return subjects;
  const inspectors = files.inspectors === undefined ? undefined : readFrame(files.inspectors);
  if (inspectors?.ok === false) return inspectors;
  const seed = readSeed(files.seed);
  if (!seed.ok) return seed;
  const result = readResult(files.result);
  if (!result.ok) return result;
  const frames = { subjects: subjects.value, inspectors: inspectors?.value };
  return made({ plan: plan.value, frames, seed: seed.value, result: result.value });
};

const MATCHES: Outcome = { is: "matches" };
const NOT_SHOWN: Outcome = { is: "notShown" };
const NO_PART: Outcome = { is: "noPart" };

const compare = (wanted: string, found: string): Outcome =>
  wanted === found ? MATCHES : { is: "differs", wanted, found };

const answer = (result: Result<unknown, DrawRefusal>): Outcome =>
  result.ok ? MATCHES : { is: "differs", why: result.error };

/** The first that is not a match, in this order; a match when all are. */
const all = (...outcomes: readonly Outcome[]): Outcome =>
  outcomes.find(({ is }) => is === "differs") ?? outcomes.find(({ is }) => is !== "matches") ?? MATCHES;

type Answer = (read: Read, shown: Shown) => Outcome;

const ANSWERS: Readonly<Record<StepName, Answer>> = {
  files: () => MATCHES,
  planPublished: ({ plan, seed, result }, shown) =>
    all(
      compare(planDigest(plan), result.plan),
      compare(seed.leaf, result.leaf),
      shown.plan === undefined ? NOT_SHOWN : compare(shown.plan.commits, planDigest(plan)),
      shown.plan === undefined ? NOT_SHOWN : compare(shown.plan.leaf, seed.leaf),
    ),
  frame: ({ plan, frames }, shown) =>
    all(
      compare(plan.frame, frames.subjects.sha256),
      compare(plan.inspectors?.sha256 ?? "", frames.inspectors?.sha256 ?? ""),
      shown.plan === undefined ? MATCHES : notAfter(plan.frozenAt, shown.plan.index),
    ),
  planSound: ({ plan, frames }) => answer(checkPlan(plan, frames)),
  planBeforeSeed: ({ plan, seed }, shown) => all(notAfter(plan.ceremonyAt, seed.at), inOrder(plan, shown)),
  oneSeed: ({ seed }, { seeds }) => {
    if (seeds === undefined || seeds.length === 0) return NOT_SHOWN;
    const [first] = seeds.toSorted((one, other) => one.index - other.index);
    return all(compare(first?.commits ?? "", seedDigest(seed)), compare("1", String(seeds.length)));
  },
  seedParts: ({ plan, seed }) => answer(checkSeed(plan, seed)),
  beacon: ({ seed }, { isFromBeacon }) => {
    const part = seed.parts.find((one) => one.source === "beacon");
    if (part?.source !== "beacon") return NO_PART;
    if (isFromBeacon === undefined) return NOT_SHOWN;
    return isFromBeacon(part) ? MATCHES : { is: "differs", found: part.signature };
  },
  logRoot: ({ seed }, shown) => {
    const part = seed.parts.find((one) => one.source === "checkpoint");
    if (part?.source !== "checkpoint") return NO_PART;
    const root = shown.rootAt?.(part.size);
    if (root === undefined || shown.plan === undefined) return NOT_SHOWN;
    // A root that was there when the plan was published could be seen when the plan was made.
    return all(compare(root, part.root), notAfter(shown.plan.size + 1, part.size));
  },
  seed: ({ seed, result }) => compare(seedOf(seed), result.seed),
  picks: (read) => recomputed(read, ({ picks }) => picks),
  replacements: (read) => recomputed(read, ({ replaced }) => replaced, read.result.replaced),
  inspectors: (read) =>
    read.plan.inspectors === undefined && read.result.assigned.length === 0
      ? NO_PART
      : recomputed(read, ({ assigned }) => assigned, read.result.replaced),
  plansOfRound: ({ plan, seed }, { plans }) => {
    if (plans === undefined || !plans.some(({ leaf }) => leaf === seed.leaf)) return NOT_SHOWN;
    const [fault] = plansOfRound(plans, plan.round).faults;
    return fault === undefined ? MATCHES : { is: "differs", found: canonicalJson(fault) };
  },
};

const notAfter = <T extends string | number>(first: T, second: T): Outcome =>
  first <= second ? MATCHES : { is: "differs", wanted: `≤ ${second}`, found: String(first) };

/** By the log's own order, or by what its witnesses saw; both, where both are shown. */
const inOrder = (plan: Plan, { plan: logged, seeds }: Shown): Outcome => {
  if (logged === undefined) return NOT_SHOWN;
  const [seen] = logged.seenAt.toSorted();
  const orders = [
    ...(seeds ?? []).map(({ index }) => notAfter(logged.size, index)),
    ...(seen === undefined ? [] : [notAfter(seen, plan.ceremonyAt)]),
  ];
  return orders.length === 0 ? NOT_SHOWN : all(...orders);
};

/** The picks are compared as drawn, so that they stand even where a replacement could not be made. */
const recomputed = (
  read: Read,
  part: (result: DrawResult) => readonly object[],
  replacements: readonly Replacement[] = [],
): Outcome => {
  const again = runDraw(read, replacements);
  return again.ok ? compareEach(part(again.value), part(read.result)) : { is: "differs", why: again.error };
};

/** Names the first that differs. */
const compareEach = (wanted: readonly object[], found: readonly object[]): Outcome => {
  const spelled = (list: readonly object[], at: number): string => canonicalJson(list[at] ?? "");
  for (let at = 0; at < Math.max(wanted.length, found.length); at += 1) {
    const outcome = compare(spelled(wanted, at), spelled(found, at));
    if (outcome.is === "differs") return outcome;
  }
  return MATCHES;
};
