// Takes what happens to the sample's problems through the decisions of core.

import {
  addEvidence,
  deadlineOf,
  declareFixed,
  delistProblem,
  extendProblem,
  finishStep,
  listProblem,
  lookBack,
  openProblem,
  planProblem,
  problemCodeOf,
  reopenProblem,
  returnProblem,
  type Body,
  type Change,
  type Context,
  type Evidence,
  type Problem,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { addDays } from "@yinuo/period";
import type { ProblemDeed } from "./plan.ts";

/** The problems so far, by their number in the sample. */
export type Problems = Map<number, { readonly problem: Problem; readonly evidenceCount: number }>;

export const isProblemDeed = (deed: { readonly verb: string }): deed is ProblemDeed => "number" in deed;

export type DecidedProblem =
  | { readonly noun: "problem"; readonly was: Problem | undefined; readonly change: Change<Problem> }
  | {
      readonly noun: "evidence";
      readonly subject: { readonly problem: string };
      readonly change: Change<Evidence>;
    };

type Given = {
  readonly problems: Problems;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly context: Context;
  /** The photo of the deed, as a piece of evidence. */
  readonly evidence: Evidence | undefined;
};

export const decideProblem = (deed: ProblemDeed, given: Given): Result<DecidedProblem, Refusal> => {
  const { problems, context, evidence } = given;
  const known = problems.get(deed.number);
  if (deed.verb === "showProblem") {
    if (known === undefined || evidence === undefined)
      throw new Error("evidence of no problem of the sample");
    const shown = addEvidence([known.problem.owner], evidence, context, { inspected: true });
    if (!shown.ok) return shown;
    problems.set(deed.number, { ...known, evidenceCount: known.evidenceCount + 1 });
    const subject = { problem: known.problem.code };
    return { ok: true, value: { noun: "evidence", subject, change: shown.value } };
  }
  const was = known?.problem;
  const evidenceCount = known?.evidenceCount ?? 0;
  const change = was === undefined ? opened(deed, given) : changed(was, deed, { ...context, evidenceCount });
  if (!change.ok) return change;
  problems.set(deed.number, { problem: change.value.state, evidenceCount });
  return { ok: true, value: { noun: "problem", was, change: change.value } };
};

const opened = (
  deed: ProblemDeed,
  { problems, bodies, context }: Given,
): Result<Change<Problem>, Refusal> => {
  if (deed.verb !== "openProblem")
    throw new Error(`${deed.verb} of a problem that the sample has not opened`);
  const year = context.today.slice(0, 4);
  const before = [...problems.values()].filter(({ problem }) => problem.code.startsWith(`${year}-`)).length;
  return openProblem(deed.input, { ...context, bodies, code: problemCodeOf(context.today, before + 1) });
};

const changed = (
  was: Problem,
  deed: Exclude<ProblemDeed, { readonly verb: "showProblem" }>,
  context: Context & { readonly evidenceCount: number },
): Result<Change<Problem>, Refusal> => {
  const on = context.today;
  switch (deed.verb) {
    case "planProblem":
      return planProblem(was, deed, context);
    case "finishStep":
      return finishStep(was, { step: deed.step, doneOn: on }, context);
    case "listProblem":
      return listProblem(was, deed, context);
    case "extendProblem":
      return extendProblem(was, { due: addDays(deadlineOf(was), deed.days), reason: deed.reason }, context);
    case "declareFixed":
      return declareFixed(was, { on, text: deed.text }, context);
    case "delistProblem":
      return delistProblem(was, { on, text: deed.text }, context);
    case "returnProblem":
      return returnProblem(was, { on, text: deed.text }, context);
    case "lookBack":
      return lookBack(was, { on, text: deed.text }, context);
    case "reopenProblem":
      return reopenProblem(was, { on, text: deed.text, due: deed.due }, context);
    case "openProblem":
      throw new Error("a problem of the sample is opened twice");
  }
};
