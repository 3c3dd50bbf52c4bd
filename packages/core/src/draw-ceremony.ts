// The ceremony and what follows: every roll is final, a ceremony that is broken off stays in public, and picks are never edited.

import {
  readDice,
  readFrame,
  runDraw,
  SEED,
  planDigest,
  type Frames,
  type Replacement,
  type SeedRecord,
} from "@yinuo/random-draw";
import { needInspector, type Context } from "./by.ts";
import { diceOf, type Draw, type DrawStage } from "./draw.ts";
import type { Change, Verb } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason } from "./text.ts";
import { needSeen, type Seen } from "./version.ts";

type Decided = Result<Change<Draw>, Refusal>;

/** The plan's own entry in the log; absent until it has one. */
export type PlanInLog = { readonly leaf: string; readonly published: boolean };

export type CeremonyContext = Context & {
  /** Now: UTC, to the second. */
  readonly at: string;
  readonly plan: PlanInLog | undefined;
};

export type RollsInput = Seen & { readonly first: string; readonly second: string };

/** Someone of the body that draws. Refuses: roleMayNot, notInspecting, notYourBody. */
export const mayHold = ({ body }: Pick<Draw, "body">, { by }: Pick<Context, "by">): Result<true, Refusal> => {
  const own = needInspector(by, []);
  if (!own.ok) return own;
  return own.value === body ? ok(true) : refuse({ code: "notYourBody", body });
};

const need = (draw: Draw, context: Context, wanted: readonly DrawStage[]): Result<true, Refusal> => {
  const allowed = mayHold(draw, context);
  if (!allowed.ok) return allowed;
  return wanted.includes(draw.stage)
    ? allowed
    : refuse({ code: "wrongDrawStage", stage: draw.stage, wanted });
};

/**
 * Some of the rolls, or all that are left, each typed twice; the last one makes the seed and the draw. Refuses: as `mayHold`,
 * wrongDrawStage, changedMeanwhile, planNotPublished, ceremonyNotBegun, drawRefused (what was typed, with the place of the roll).
 */
export const rollDice = (draw: Draw, input: RollsInput, context: CeremonyContext): Decided => {
  const allowed = need(draw, context, ["planned", "rolling"]);
  if (!allowed.ok) return allowed;
  // The same form sent twice: these rolls are there already.
  const seen = needSeen(draw, input.seenVersion);
  if (!seen.ok) return seen;
  const { plan } = context;
  if (plan?.published !== true) return refuse({ code: "planNotPublished" });
  if (context.at < draw.plan.ceremonyAt) return refuse({ code: "ceremonyNotBegun" });
  const rolls = readMore(draw, input);
  if (!rolls.ok) return rolls;
  const now: Draw = { ...draw, stage: "rolling", rolls: rolls.value, version: draw.version + 1 };
  const event = { verb: "draw.rolled", happenedOn: context.today } as const;
  const complete = rolls.value.length === diceOf(draw)?.rolls;
  return complete ? drawn(now, { leaf: plan.leaf, context }) : ok({ state: now, event });
};

const readMore = (draw: Draw, { first, second }: RollsInput): Result<string, Refusal> => {
  const dice = diceOf(draw);
  if (dice === undefined) return refuse({ code: "wrongDrawStage", stage: draw.stage, wanted: [] });
  const left = dice.rolls - draw.rolls.length;
  const typed = [...first.normalize("NFKC")].filter((mark) => !/\s/.test(mark)).length;
  const read = readDice({ sides: dice.sides, rolls: Math.min(Math.max(typed, 1), left) }, { first, second });
  if (read.ok) return ok(draw.rolls + read.value);
  return refuse({ code: "drawRefused", field: "rolls", refusal: counted(read.error, draw.rolls.length) });
};

/** The place among all the rolls of the ceremony, not among those typed now. */
const counted = <R extends { readonly code: string }>(refusal: R, before: number): R =>
  "roll" in refusal && typeof refusal.roll === "number"
    ? { ...refusal, roll: refusal.roll + before }
    : refusal;

const drawn = (
  draw: Draw,
  { leaf, context }: { readonly leaf: string; readonly context: CeremonyContext },
): Decided => {
  const seed: SeedRecord = {
    v: SEED,
    plan: planDigest(draw.plan),
    leaf,
    at: context.at,
    parts: [{ source: "dice", rolls: draw.rolls }],
  };
  const made = result(draw, seed, []);
  if (!made.ok) return made;
  const state: Draw = { ...draw, stage: "drawn", seed, result: made.value };
  return ok({ state, event: { verb: "draw.drawn", happenedOn: context.today } });
};

const result = (draw: Draw, seed: SeedRecord, replacements: readonly Replacement[]) => {
  const frames = framesOf(draw);
  if (!frames.ok) return frames;
  const run = runDraw({ plan: draw.plan, frames: frames.value, seed }, replacements);
  return run.ok ? run : refuse({ code: "drawRefused" as const, refusal: run.error });
};

const framesOf = ({ frame, inspectors }: Draw): Result<Frames, Refusal> => {
  const subjects = readFrame(frame);
  if (!subjects.ok) return refuse({ code: "drawRefused", refusal: subjects.error });
  if (inspectors === undefined) return ok({ subjects: subjects.value });
  const places = readFrame(inspectors);
  return places.ok
    ? ok({ subjects: subjects.value, inspectors: places.value })
    : refuse({ code: "drawRefused", refusal: places.error });
};

/**
 * The next ticket takes the place of what cannot be looked at, or of an inspector who cannot go there; why is published.
 * Refuses: as `mayHold`, wrongDrawStage, reasonMissing, textTooLong, drawRefused, personalDataFound.
 */
export const replaceDrawn = (draw: Draw, input: Replacement, context: Context): Decided => {
  const allowed = need(draw, context, ["drawn"]);
  if (!allowed.ok) return allowed;
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  if (draw.seed === undefined || draw.result === undefined)
    return refuse({ code: "wrongDrawStage", stage: draw.stage, wanted: ["drawn"] });
  const before = draw.result.replaced.map(({ by: _by, ...one }) => one);
  const one = { ...input, reason: reason.value };
  const made = result(draw, draw.seed, [...before, one]);
  if (!made.ok) return made;
  const state: Draw = { ...draw, result: made.value, version: draw.version + 1 };
  const event = { verb: "draw.replaced", happenedOn: context.today, reason: reason.value } as const;
  return screened({ state, event }, { now: [] }, context);
};

/** Before it is drawn. Refuses: as `mayHold`, wrongDrawStage, reasonMissing, textTooLong, personalDataFound. */
export const abortDraw = (draw: Draw, typed: string, context: Context): Decided =>
  ended(draw, typed, { stage: "aborted", verb: "draw.aborted", from: ["planned", "rolling"], context });

/** After it was drawn: its picks stay to be seen and count no longer. Refuses as abortDraw. */
export const callOffDraw = (draw: Draw, typed: string, context: Context): Decided =>
  ended(draw, typed, { stage: "calledOff", verb: "draw.called-off", from: ["drawn"], context });

type Ending = {
  readonly stage: DrawStage;
  readonly verb: Verb;
  readonly from: readonly DrawStage[];
  readonly context: Context;
};

const ended = (draw: Draw, typed: string, { stage, verb, from, context }: Ending): Decided => {
  const allowed = need(draw, context, from);
  if (!allowed.ok) return allowed;
  const reason = needReason(typed);
  if (!reason.ok) return reason;
  const on = context.today;
  const state: Draw = { ...draw, stage, ended: { on, reason: reason.value }, version: draw.version + 1 };
  return screened({ state, event: { verb, happenedOn: on, reason: reason.value } }, { now: [] }, context);
};
