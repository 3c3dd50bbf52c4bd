// The verdict on a commitment, given by an inspecting body that had no part in the work.

import { compareDays, type Day } from "@yinuo/period";
import { needInspector, type Context } from "./by.ts";
import type { Commitment, Conclusion } from "./commitment.ts";
import type { Change } from "./event.ts";
import { needPast } from "./past.ts";
import type { Refusal } from "./refusal.ts";
import { refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needText } from "./text.ts";
import { needSeen, type Seen } from "./version.ts";

export type VerdictInput = Seen & {
  readonly conclusion: Conclusion;
  /** What was looked at and what was found. */
  readonly finding: string;
  /** The day of the check. */
  readonly on: Day;
};

/**
 * Inspector, or a steward who speaks for an inspecting body; never of the lead or a co-operating body. The commitment was
 * declared done, or its due day is past. Refuses: roleMayNot, notInspecting, ownWork, wrongStage, changedMeanwhile,
 * textMissing, textTooLong, dayInFuture, personalDataFound.
 */
export const giveVerdict = (
  commitment: Commitment,
  input: VerdictInput,
  context: Context,
): Result<Change<Commitment>, Refusal> => {
  const body = needInspector(context.by, [commitment.lead, ...commitment.support]);
  if (!body.ok) return body;
  const { on, conclusion } = input;
  const { today } = context;
  const pastDue =
    commitment.stage === "published" &&
    commitment.due !== undefined &&
    compareDays(today, commitment.due) > 0;
  if (commitment.stage !== "declared" && !pastDue)
    return refuse({ code: "wrongStage", stage: commitment.stage, wanted: ["declared"] });
  const seen = needSeen(commitment, input.seenVersion);
  if (!seen.ok) return seen;
  const finding = needText("finding", "text", input.finding);
  if (!finding.ok) return finding;
  const past = needPast("on", on, context);
  if (!past.ok) return past;
  const change: Change<Commitment> = {
    state: {
      ...commitment,
      stage: "judged",
      verdict: { conclusion, body: body.value, on, finding: finding.value },
      version: commitment.version + 1,
    },
    event: { verb: "commitment.verdict-given", happenedOn: on },
  };
  return screened(change, { now: [["finding", finding.value]] }, context);
};
