// A round for the tests: forty commitments of two kinds, five teams of inspectors, and a seed from dice.

import {
  type Frame,
  makeFrame,
  type Plan,
  planDigest,
  type PlanDraft,
  planOf,
  readFrame,
  runDraw,
  type SeedRecord,
} from "@yinuo/random-draw";

export const LEAF = "5e".repeat(32);
export const DICE = "63454660390103169462";

/** Ten of the court, thirty of the water utility. */
export const subjects: Frame = frame(
  Array.from({ length: 40 }, (_, at) => {
    const [stratum, body] = at < 10 ? ["court", "COURT"] : ["water", "WATER"];
    return [stratum, `C-${String(at + 1).padStart(2, "0")}`, body].join("\t");
  }),
);

/** Two teams of the supervision office, two of the justice bureau, one of the water utility itself. */
export const inspectors: Frame = frame([
  "teams\tT-1\tSUPER",
  "teams\tT-2\tSUPER",
  "teams\tT-3\tJUST",
  "teams\tT-4\tJUST",
  "teams\tT-5\tWATER",
]);

function frame(lines: readonly string[]): Frame {
  const read = readFrame(lines.join("\n"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export const draft: PlanDraft = {
  round: "2026-Q3",
  number: 1,
  eligible: "Commitments of 2026 declared done before 1 October 2026",
  frozenAt: 120,
  sample: 8,
  excluded: [{ id: "C-99", reason: "Was the example of the inspectors' training" }],
  seed: [{ source: "dice", sides: 10, rolls: 20 }],
  ceremonyAt: "2026-10-12T02:00:00Z",
};

export const doubleDraft: PlanDraft = {
  ...draft,
  inspectors: { each: 2, recused: [{ inspector: "T-1", subject: "C-03", reason: "Wrote its rules" }] },
};

export const planned = (input: PlanDraft = draft): Plan => {
  const plan = planOf(input, frames(input));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};

export const frames = (input: PlanDraft = draft) =>
  input.inspectors === undefined ? { subjects } : { subjects, inspectors };

export const seedFor = (plan: Plan, rolls = DICE): SeedRecord => ({
  v: "yinuo/draw-seed/v1",
  plan: planDigest(plan),
  leaf: LEAF,
  at: "2026-10-12T02:20:00Z",
  parts: [{ source: "dice", rolls }],
});

export const drawn = (input: PlanDraft = draft, replacements: Parameters<typeof runDraw>[1] = []) => {
  const plan = planned(input);
  const result = runDraw({ plan, frames: frames(input), seed: seedFor(plan) }, replacements);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const without = (frame: Frame, id: string): Frame => {
  const made = makeFrame(frame.entries.filter((one) => one.id !== id));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};
