// What a finding means for the problem it was about: a check of a declaration, or a look-back.

import type { Day } from "@yinuo/period";
import type { Finding } from "./finding.ts";
import { delistProblem, lookBack, reopenProblem, returnProblem, type Delisting } from "./problem-checks.ts";
import type { Problem } from "./problem.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import type { Shown } from "./problem-work.ts";

type Following = Shown &
  Delisting & { /** The new deadline of one that is there again. */ readonly due?: Day | undefined };

/** Whether a conclusion on a problem that was struck off needs a new deadline. */
export const reopens = (
  { stage }: Pick<Problem, "stage">,
  { conclusion }: Pick<Finding, "conclusion">,
): boolean => stage === "delisted" && (conclusion === "partly" || conclusion === "notConfirmed");

/**
 * The rule: of what was declared fixed, confirmed strikes it off and anything less returns it; of what was struck off,
 * confirmed is a look-back that held and anything less reopens it. What cannot be verified changes nothing, nor does a
 * finding on a problem that nobody declared fixed: then `undefined`. Refuses as the decision it leads to, and textMissing
 * without a deadline for one that is reopened.
 */
export const followFinding = (
  problem: Problem,
  finding: Finding,
  context: Following,
): Result<Change<Problem> | undefined, Refusal> => {
  const { conclusion, on } = finding;
  if (conclusion === "cannotBeVerified") return ok(undefined);
  // Words that stayed with a reason when they were found stay here too.
  const input = { on, text: finding.finding };
  const confirmed = conclusion === "confirmed";
  if (problem.stage === "declared")
    return confirmed ? delistProblem(problem, input, context) : returnProblem(problem, input, context);
  if (problem.stage !== "delisted") return ok(undefined);
  if (confirmed) return lookBack(problem, input, context);
  const { due } = context;
  return due === undefined
    ? refuse({ code: "textMissing", field: "due" })
    : reopenProblem(problem, { ...input, due }, context);
};
