// The verdict on a commitment, given by an inspecting body that had no part in the work.

import { compareDays, type Day } from "@yinuo/period";
import type { By, Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Commitment, Conclusion } from "./commitment.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
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
  const body = needInspectingBody(context.by, commitment);
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
  if (compareDays(on, today) > 0) return refuse({ code: "dayInFuture", field: "on", day: on, today });
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

const needInspectingBody = (by: By, { lead, support }: Commitment): Result<BodyCode, Refusal> => {
  if (by.role !== "inspector" && by.role !== "steward") return refuse({ code: "roleMayNot", role: by.role });
  if (by.body === undefined || !by.inspects) return refuse({ code: "notInspecting" });
  return [lead, ...support].includes(by.body) ? refuse({ code: "ownWork", body: by.body }) : ok(by.body);
};
