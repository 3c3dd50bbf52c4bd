// The verdict on a commitment: it comes from a finding of an inspecting body that had no part in the work, by a printed rule.

import { compareDays, type Day } from "@yinuo/period";
import { needInspector, type Context } from "./by.ts";
import type { Commitment, Conclusion, Verdict } from "./commitment.ts";
import type { Change } from "./event.ts";
import { findingTexts, type Finding, type FindingConclusion } from "./finding.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needSeen, type Seen } from "./version.ts";

/** The rule: what was found says whether it was kept. */
export const VERDICT_OF: Readonly<Record<FindingConclusion, Conclusion>> = {
  confirmed: "kept",
  partly: "partlyKept",
  notConfirmed: "notKept",
  cannotBeVerified: "cannotBeVerified",
};

type Judging = { readonly today: Day; /** The finding is one of a look-back. */ readonly lookBack?: boolean };

/**
 * Whether a finding is a verdict: of what was declared done or is past its due day; of what was judged before only where
 * that very finding was changed, or where somebody looked back. Any other finding is on record and decides nothing.
 */
export const givesVerdict = (
  { stage, due, verdict }: Commitment,
  { check, number }: Pick<Finding, "check" | "number">,
  { today, lookBack = false }: Judging,
): boolean => {
  if (stage === "judged") return lookBack || (verdict?.check === check && verdict.number === number);
  return stage === "declared" || (stage === "published" && due !== undefined && compareDays(today, due) > 0);
};

/** What a finding says as a verdict. */
export const verdictOf = ({ conclusion, body, on, finding, check, number }: Finding): Verdict => ({
  conclusion: VERDICT_OF[conclusion],
  body,
  on,
  finding,
  check,
  number,
});

/**
 * By the inspecting body whose finding it is; never of the lead or a co-operating body. Refuses: roleMayNot, notInspecting,
 * ownWork, notYourBody, commitmentUnknown (the finding is of another), wrongStage, changedMeanwhile, nothingChanged,
 * personalDataFound.
 */
export const giveVerdict = (
  commitment: Commitment,
  finding: Finding,
  context: Context & Seen & Pick<Judging, "lookBack">,
): Result<Change<Commitment>, Refusal> => {
  const { programme, code, stage } = commitment;
  const body = needInspector(context.by, [commitment.lead, ...commitment.support]);
  if (!body.ok) return body;
  if (body.value !== finding.body) return refuse({ code: "notYourBody", body: finding.body });
  const { subject } = finding;
  if (!("commitment" in subject) || subject.programme !== programme || subject.commitment !== code)
    return refuse({ code: "commitmentUnknown", programme, commitment: code });
  if (!givesVerdict(commitment, finding, context))
    return refuse({ code: "wrongStage", stage, wanted: ["declared"] });
  const seen = needSeen(commitment, context.seenVersion);
  if (!seen.ok) return seen;
  const verdict = verdictOf(finding);
  if (sameFields(verdict, commitment.verdict ?? {})) return refuse({ code: "nothingChanged" });
  const change: Change<Commitment> = {
    state: { ...commitment, stage: "judged", verdict, version: commitment.version + 1 },
    event:
      stage === "judged"
        ? { verb: "commitment.verdict-changed", happenedOn: context.today }
        : { verb: "commitment.verdict-given", happenedOn: finding.on },
  };
  // The finding's words were screened with it; what stayed in them then stays here too.
  const texts = findingTexts(finding);
  return screened(change, { was: texts, now: texts }, context);
};
