// A draw: who is looked at, decided by dice rolled in public under a plan that was published before; all of it can be recomputed.

import type { Day } from "@yinuo/period";
import {
  planDigest,
  seedDigest,
  sizesOf,
  standingOf,
  type DrawResult,
  type Plan,
  type SeedRecord,
} from "@yinuo/random-draw";
import type { BodyCode, DrawCode, ProgrammeCode } from "./codes.ts";
import type { PublishedTexts } from "./screening.ts";

/** What is drawn from. */
export const DRAW_SUBJECTS = ["commitments", "measures", "problems"] as const;
export type DrawSubject = (typeof DRAW_SUBJECTS)[number];

/** What the sample is shared out among. */
export const STRATIFICATIONS = ["none", "body", "level"] as const;
export type Stratification = (typeof STRATIFICATIONS)[number];

export const DRAW_STAGES = ["planned", "rolling", "drawn", "aborted", "calledOff"] as const;
export type DrawStage = (typeof DRAW_STAGES)[number];

/** Of all that there are, those that can be drawn: a saved filter of the public lists. */
export type DrawFilter = {
  readonly programme?: ProgrammeCode | undefined;
  /** Leads or supports it; of a problem, whose task it is. */
  readonly body?: BodyCode | undefined;
  readonly standing?: string | undefined;
};

/** A place for an inspector: numbered within its body, so that nobody is named. */
export type InspectorPlace = { readonly id: string; readonly body: BodyCode };

export type DrawEnding = { readonly on: Day; readonly reason: string };

export type Draw = {
  readonly code: DrawCode;
  /** `2026-Q4`; the plans of one round are counted in public. */
  readonly round: string;
  readonly number: number;
  /** Of the round, the plan that this one replaces. */
  readonly replaces?: DrawCode | undefined;
  /** The inspecting body that draws. */
  readonly body: BodyCode;
  readonly subject: DrawSubject;
  readonly filter: DrawFilter;
  readonly stratify: Stratification;
  /** Who can be drawn, in words. */
  readonly eligible: string;
  /** Where the dice are rolled; anybody may come. */
  readonly venue: string;
  readonly plannedOn: Day;
  readonly plan: Plan;
  /** The texts whose digests are in the plan. */
  readonly frame: string;
  readonly inspectors?: string | undefined;
  readonly stage: DrawStage;
  /** The digits rolled so far, in the order rolled; none is ever taken back. */
  readonly rolls: string;
  readonly seed?: SeedRecord | undefined;
  readonly result?: DrawResult | undefined;
  /** Aborted or called off: when and why. */
  readonly ended?: DrawEnding | undefined;
  readonly version: number;
};

/** How many are drawn out of how many, and the digest of the plan that says so. */
export const drawFacts = ({ plan }: Pick<Draw, "plan">) => {
  const { drawn, size } = sizesOf(plan);
  return { frameSize: size, drawSize: drawn, plan: planDigest(plan) };
};

/** What the history and the log say of it: digests stand for the files. */
export const drawTold = (draw: Draw): Readonly<Record<string, unknown>> => {
  const { plan, frame: _frame, inspectors: _inspectors, seed, result, ended: _ended, ...rest } = draw;
  return {
    ...rest,
    ceremonyAt: plan.ceremonyAt,
    frozenAt: plan.frozenAt,
    ...drawFacts(draw),
    frame: plan.frame,
    inspectorFrame: plan.inspectors?.sha256,
    seed: seed === undefined ? undefined : seedDigest(seed),
    picks: result?.picks,
    replaced: result?.replaced.map(({ id, by, subject }) => ({ id, by, subject })),
  };
};

/** All a reader sees of its plan in words. */
export const drawTexts = ({ eligible, venue, plan }: Draw): PublishedTexts => [
  ["eligible", eligible],
  ["venue", venue],
  ...plan.excluded.map(({ reason }) => ["excluded", reason] as const),
  ...(plan.inspectors?.recused ?? []).map(({ reason }) => ["recused", reason] as const),
];

/** The dice that its plan declares. */
export const diceOf = ({ plan }: Pick<Draw, "plan">) => {
  const dice = plan.seed.find(({ source }) => source === "dice");
  return dice?.source === "dice" ? dice : undefined;
};

/** What was drawn and still stands, with the places of those who inspect it. */
export type DrawnSubject = { readonly id: string; readonly inspectors: readonly string[] };

/** After all replacements, in the order drawn; nothing before it is drawn or once it is called off. */
export const drawnSubjects = ({ stage, result }: Draw): readonly DrawnSubject[] => {
  if (stage !== "drawn" || result === undefined) return [];
  const assigned = new Map(result.assigned.map(({ subject, inspectors }) => [subject, inspectors]));
  return standingOf(result).map((id) => ({ id, inspectors: assigned.get(id) ?? [] }));
};
