// From what people decide to a plan: sizes are counted and shared out, frames are named by their digests.

import { allocate } from "./allocation.ts";
import { strataOf } from "./frame.ts";
import { decided, METHOD, PLAN, type Plan, type Recusal, recusal } from "./plan.ts";
import { checkPlan, type Frames } from "./plan-check.ts";
import type { PlanRefusal, SizeRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";
import { count, list, readJson, record, type Shape, text } from "./shape.ts";

/** How many of each named stratum. */
type PerStratum = readonly { readonly stratum: string; readonly draw: number }[];

export type PlanDraft = Omit<Plan, "v" | "method" | "frame" | "strata" | "inspectors"> & {
  /** All together, shared out by size; or so many of each stratum. */
  readonly sample: number | PerStratum;
  readonly inspectors?: { readonly each: number; readonly recused: readonly Recusal[] };
};

const perStratum: Shape<PerStratum> = list(record({ stratum: text, draw: count }));

const draft: Shape<PlanDraft> = record<PlanDraft>(
  {
    ...decided,
    sample: (value, at) => (typeof value === "number" ? count(value, at) : perStratum(value, at)),
    inspectors: record({ each: count, recused: list(recusal) }),
  },
  ["replaces", "inspectors"],
);

export const readDraft = (json: string): Result<PlanDraft, PlanRefusal> => {
  const read = readJson(json, draft);
  return read.ok ? read : refuse({ code: "fileUnlike", file: "plan", at: read.error });
};

export const planOf = (draft: PlanDraft, frames: Frames): Result<Plan, PlanRefusal> => {
  const { sample, inspectors, ...rest } = draft;
  const strata = strataFor(frames, sample);
  if (!strata.ok) return strata;
  const drawn = frames.inspectors;
  const plan: Plan = {
    ...rest,
    v: PLAN,
    method: METHOD,
    frame: frames.subjects.sha256,
    strata: strata.value,
    ...(inspectors === undefined || drawn === undefined
      ? {}
      : { inspectors: { ...inspectors, sha256: drawn.sha256, size: drawn.entries.length } }),
  };
  return checkPlan(plan, frames);
};

const strataFor = (
  { subjects }: Frames,
  sample: number | PerStratum,
): Result<Plan["strata"], SizeRefusal> => {
  const strata = [...strataOf(subjects)].map(([id, size]) => ({ id, size }));
  if (typeof sample === "number") return allocate(strata, sample);
  const unknown = sample.find(({ stratum }) => !strata.some(({ id }) => id === stratum));
  if (unknown !== undefined) return refuse({ code: "stratumUnknown", stratum: unknown.stratum });
  const wanted = new Map(sample.map(({ stratum, draw }) => [stratum, draw]));
  return made(strata.map((one) => ({ ...one, draw: wanted.get(one.id) ?? 0 })));
};
