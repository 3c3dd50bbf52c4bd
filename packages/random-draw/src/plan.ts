// The plan of a draw: everything that decides it, fixed and published before there is a seed.

import { digestOf } from "./canonical-json.ts";
import type { PlanRefusal } from "./refusals.ts";
import { refuse, type Result } from "./result.ts";
import { count, hex, instant, kinds, list, one, readJson, record, type Shape, text } from "./shape.ts";

export const PLAN = "yinuo/draw-plan/v1";
export const METHOD = "yinuo/draw/v1";

/** Where the seed will come from. What each gives is put together in this order. */
export type SeedSource =
  /** Rolled by the public in the open; every roll is one digit. */
  | { readonly source: "dice"; readonly sides: 6 | 10; readonly rolls: number }
  /** A body has chosen a value and published its digest (`commitmentTo`); it opens it at the ceremony. */
  | { readonly source: "reveal"; readonly by: string; readonly commitment: string }
  /** A round of a public beacon that is still to come. */
  | { readonly source: "beacon"; readonly chain: "drand-quicknet"; readonly round: number }
  /** The root of the log at a size it has not reached yet. */
  | { readonly source: "checkpoint"; readonly size: number };

export type Exclusion = { readonly id: string; readonly reason: string };

/** One who may not inspect: one subject, or none at all. Those of an inspected body are recused without being named. */
export type Recusal = { readonly inspector: string; readonly subject?: string; readonly reason: string };

export type InspectorPlan = {
  readonly sha256: string;
  readonly size: number;
  /** How many go to each subject. */
  readonly each: number;
  readonly recused: readonly Recusal[];
};

export type Plan = {
  readonly v: typeof PLAN;
  readonly method: typeof METHOD;
  /** What is drawn for; the plans of one round are counted in public. */
  readonly round: string;
  /** 1, or one more than the plan it replaces. */
  readonly number: number;
  /** A redraw names the leaf of the plan before it, and says why. */
  readonly replaces?: { readonly leaf: string; readonly reason: string };
  /** Who can be drawn, in words. */
  readonly eligible: string;
  /** The size of the log at which the frame was taken. */
  readonly frozenAt: number;
  /** SHA-256 of the frame's text. */
  readonly frame: string;
  readonly strata: readonly { readonly id: string; readonly size: number; readonly draw: number }[];
  /** Eligible by the rule and yet left out. */
  readonly excluded: readonly Exclusion[];
  /** A double draw: inspectors from a frame of their own. */
  readonly inspectors?: InspectorPlan;
  readonly seed: readonly SeedSource[];
  /** When the seed is made, at the earliest. */
  readonly ceremonyAt: string;
};

const source: Shape<SeedSource> = kinds<SeedSource>("source", {
  dice: record({ source: one("dice"), sides: one(6, 10), rolls: count }),
  reveal: record({ source: one("reveal"), by: text, commitment: hex(64) }),
  beacon: record({ source: one("beacon"), chain: one("drand-quicknet"), round: count }),
  checkpoint: record({ source: one("checkpoint"), size: count }),
});

export const recusal: Shape<Recusal> = record({ inspector: text, subject: text, reason: text }, ["subject"]);
const exclusion: Shape<Exclusion> = record({ id: text, reason: text });

/** What a person decides; the rest of a plan is counted from the frames. */
export const decided = {
  round: text,
  number: count,
  replaces: record({ leaf: hex(64), reason: text }),
  eligible: text,
  frozenAt: count,
  excluded: list(exclusion),
  seed: list(source),
  ceremonyAt: instant,
};

const plan: Shape<Plan> = record<Plan>(
  {
    ...decided,
    v: one(PLAN),
    method: one(METHOD),
    frame: hex(64),
    strata: list(record({ id: text, size: count, draw: count })),
    inspectors: record({ sha256: hex(64), size: count, each: count, recused: list(recusal) }),
  },
  ["replaces", "inspectors"],
);

/** Reads a file; that it holds together with its frames is `checkPlan`'s to say. */
export const readPlan = (json: string): Result<Plan, PlanRefusal> => {
  const read = readJson(json, plan);
  return read.ok ? read : refuse({ code: "fileUnlike", file: "plan", at: read.error });
};

/** SHA-256 of the canonical JSON: spaces and the order of fields in a file do not matter. */
export const planDigest = (plan: Plan): string => digestOf(plan);
