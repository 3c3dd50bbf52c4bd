// The plan of a draw: decided by an inspecting body before there is a seed; nothing in it can be changed afterwards.

import {
  discoverySample,
  likeness,
  likeRound,
  makeFrame,
  planOf,
  type Frame,
  type FrameEntry,
  type Plan,
  type Recusal,
} from "@yinuo/random-draw";
import { needInspector, type Context } from "./by.ts";
import type { BodyCode, DrawCode } from "./codes.ts";
import { drawCode, roundName } from "./codes.ts";
import {
  drawTexts,
  type Draw,
  type DrawFilter,
  type DrawStage,
  type DrawSubject,
  type InspectorPlace,
  type Stratification,
} from "./draw.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason, needText } from "./text.ts";

/** So many, or as many as it takes to notice a share of faults with a given certainty. */
export type SampleWish =
  | { readonly draw: number }
  | { readonly sharePercent: number; readonly surePercent: number };

type Left = { readonly id: string; readonly reason: string };

export type DrawInput = {
  readonly round: string;
  readonly subject: DrawSubject;
  readonly filter: DrawFilter;
  readonly stratify: Stratification;
  readonly eligible: string;
  readonly sample: SampleWish;
  readonly excluded: readonly Left[];
  /** A double draw: inspectors are drawn too, so many for each. */
  readonly inspectors?: { readonly each: number; readonly recused: readonly Recusal[] } | undefined;
  /** Twenty rolls of ten sides, or twenty-five of six. */
  readonly sides: 6 | 10;
  /** UTC, to the second. */
  readonly ceremonyAt: string;
  readonly venue: string;
  /** Of a redraw: why. */
  readonly reason?: string | undefined;
};

/** One that the filter matches. */
export type Eligible = {
  readonly id: string;
  /** The first is the one it is counted under. */
  readonly bodies: readonly [BodyCode, ...BodyCode[]];
  /** Of a listed problem. */
  readonly level?: string | undefined;
};

/** A plan there is already; `leaf` is missing until it has its place in the log. */
export type EarlierPlan = Pick<Draw, "code" | "round" | "number" | "stage"> & {
  readonly leaf: string | undefined;
};

export type PlanningContext = Context & {
  /** Now: UTC, to the second. */
  readonly at: string;
  /** The size of the log, at which the frame is taken. */
  readonly frozenAt: number;
  /** All that the filter matches at that size. */
  readonly matching: readonly Eligible[];
  /** Every place for an inspector there is. */
  readonly places: readonly InspectorPlace[];
  /** Every plan there is, of any round. */
  readonly earlier: readonly EarlierPlan[];
};

/** Inspector or steward of an inspecting body. Refuses: roleMayNot, notInspecting. */
export const mayPlanDraw = ({ by }: Pick<Context, "by">): Result<BodyCode, Refusal> => needInspector(by, []);

const ROLLS = { 6: 25, 10: 20 } as const;

/**
 * Inspector or steward of an inspecting body. Refuses: roleMayNot, notInspecting, codeUnreadable, textMissing, textTooLong,
 * ceremonyPassed, roundOpen, reasonMissing, notEligible, drawRefused, numberOutOfRange, personalDataFound.
 */
export const planDraw = (input: DrawInput, context: PlanningContext): Result<Change<Draw>, Refusal> => {
  const body = mayPlanDraw(context);
  if (!body.ok) return body;
  const said = readSaid(input, context);
  if (!said.ok) return said;
  const place = placeInRound(input, context);
  if (!place.ok) return place;
  const frames = framesOf(input, context);
  if (!frames.ok) return frames;
  const sample = sampleOf(input.sample, frames.value.subjects);
  if (!sample.ok) return sample;
  const { inspectors, excluded, sides, ceremonyAt, subject, filter, stratify } = input;
  const { round, number, replaces, reason, named } = place.value;
  const plan = planOf(
    {
      round,
      number,
      ...named,
      eligible: said.value.eligible,
      frozenAt: context.frozenAt,
      sample: sample.value,
      excluded,
      ...(inspectors === undefined ? {} : { inspectors }),
      seed: [{ source: "dice", sides, rolls: ROLLS[sides] }],
      ceremonyAt,
    },
    frames.value,
  );
  if (!plan.ok) return refuse({ code: "drawRefused", refusal: plan.error });
  const state: Draw = {
    code: place.value.code,
    round,
    number,
    replaces: replaces?.code,
    body: body.value,
    subject,
    filter,
    stratify,
    ...said.value,
    plannedOn: context.today,
    plan: plan.value,
    frame: frames.value.subjects.text,
    inspectors: frames.value.inspectors?.text,
    stage: "planned",
    rolls: "",
    version: 1,
  };
  const event = { verb: "draw.planned", happenedOn: context.today, reason } as const;
  return screened({ state, event }, { now: drawTexts(state) }, context);
};

const readSaid = (
  input: DrawInput,
  { at }: PlanningContext,
): Result<Pick<Draw, "eligible" | "venue">, Refusal> => {
  const eligible = needText("eligible", "text", input.eligible);
  if (!eligible.ok) return eligible;
  const venue = needText("venue", "name", input.venue);
  if (!venue.ok) return venue;
  for (const { reason } of [...input.excluded, ...(input.inspectors?.recused ?? [])]) {
    const why = needReason(reason);
    if (!why.ok) return why;
  }
  return input.ceremonyAt > at
    ? ok({ eligible: eligible.value, venue: venue.value })
    : refuse({ code: "ceremonyPassed", field: "ceremonyAt" });
};

type RoundPlace = {
  readonly code: DrawCode;
  readonly round: string;
  readonly number: number;
  readonly replaces?: EarlierPlan;
  readonly reason: string | undefined;
  /** As the plan names the one before. */
  readonly named?: Pick<Plan, "replaces">;
};

/** What a second plan of a round replaces must be over, and over without a result that still counts. */
const OVER: ReadonlySet<DrawStage> = new Set(["aborted", "calledOff"]);

/** The first plan of a round, or the next, which names the one before, with a reason. */
const placeInRound = (input: DrawInput, { earlier }: PlanningContext): Result<RoundPlace, Refusal> => {
  const round = roundName(input.round);
  if (round === undefined) return refuse({ code: "codeUnreadable", field: "round", typed: input.round });
  const before = earlier
    .filter((one) => likeRound(one.round) === likeRound(round))
    .toSorted((one, other) => one.number - other.number);
  const replaces = before.at(-1);
  if (replaces === undefined) return ok({ code: drawCode(round, 1), round, number: 1, reason: undefined });
  // Until it has its place in the log, a redraw could not name it.
  if (!OVER.has(replaces.stage) || replaces.leaf === undefined)
    return refuse({ code: "roundOpen", field: "round", draw: replaces.code, stage: replaces.stage });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const number = replaces.number + 1;
  return ok({
    code: drawCode(replaces.round, number),
    round: replaces.round,
    number,
    replaces,
    reason: reason.value,
    named: { replaces: { leaf: replaces.leaf, reason: reason.value } },
  });
};

type Frames = { readonly subjects: Frame; readonly inspectors?: Frame };

const framesOf = (input: DrawInput, { matching, places }: PlanningContext): Result<Frames, Refusal> => {
  const known = new Set(matching.map(({ id }) => likeness(id)));
  const stranger = input.excluded.find(({ id }) => !known.has(likeness(id)));
  if (stranger !== undefined) return refuse({ code: "notEligible", field: "excluded", id: stranger.id });
  const left = new Set(input.excluded.map(({ id }) => likeness(id)));
  const subjects = framed(
    matching
      .filter(({ id }) => !left.has(likeness(id)))
      .map((one) => ({ stratum: stratumOf(one, input.stratify), id: one.id, bodies: one.bodies })),
  );
  if (!subjects.ok || input.inspectors === undefined)
    return subjects.ok ? ok({ subjects: subjects.value }) : subjects;
  const inspectors = framed(places.map(({ id, body }) => ({ stratum: "inspectors", id, bodies: [body] })));
  return inspectors.ok ? ok({ subjects: subjects.value, inspectors: inspectors.value }) : inspectors;
};

const stratumOf = ({ bodies, level }: Eligible, stratify: Stratification): string => {
  if (stratify === "body") return bodies[0];
  return stratify === "level" ? (level ?? "unlisted") : "all";
};

const framed = (entries: readonly FrameEntry[]): Result<Frame, Refusal> => {
  const frame = makeFrame(entries);
  return frame.ok ? frame : refuse({ code: "drawRefused", refusal: frame.error });
};

/** At least one of each stratum, whatever the calculator says. */
const sampleOf = (wish: SampleWish, { entries }: Frame): Result<number, Refusal> => {
  if ("draw" in wish) return ok(wish.draw);
  const n = discoverySample({ ...wish, size: entries.length });
  if (n === undefined)
    return refuse({ code: "numberOutOfRange", field: "surePercent", least: 0.0001, most: 99.9999 });
  return ok(Math.max(n, new Set(entries.map(({ stratum }) => stratum)).size));
};
