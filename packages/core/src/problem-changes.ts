// A problem set right on paper: its wording amended, or the task given to another body, each with a reason and in public.

import type { Body } from "./body.ts";
import { needSpeaker, type Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import { readBody } from "./commitment-fields.ts";
import type { Change } from "./event.ts";
import { mayCheck } from "./problem-checks.ts";
import { needProblemStage, readProblemTexts, UNDER_WAY } from "./problem-work.ts";
import { problemTexts, type Problem } from "./problem.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason } from "./text.ts";
import { needSeen } from "./version.ts";

type Decided = Result<Change<Problem>, Refusal>;

export type AmendProblemInput = Pick<Problem, "title" | "titleEn" | "detail" | "place"> & {
  readonly reason: string;
  readonly seenVersion?: number | undefined;
};

/** An inspector who may check it; the body that reported it itself too, until somebody lists it. Refuses: roleMayNot, notYourBody, notInspecting, ownWork. */
export const mayAmend = (problem: Problem, context: Pick<Context, "by">): Result<unknown, Refusal> => {
  const { origin, listing, owner, reportedBy } = problem;
  return origin === "selfReport" && listing === undefined && owner === reportedBy && !context.by.inspects
    ? needSpeaker(context.by, [owner])
    : mayCheck(problem, context);
};

/**
 * The wording before stays in the history. Refuses as mayAmend, and wrongProblemStage, changedMeanwhile, textMissing,
 * textTooLong, nothingChanged, reasonMissing, personalDataFound.
 */
export const amendProblem = (problem: Problem, input: AmendProblemInput, context: Context): Decided => {
  const allowed = mayAmend(problem, context);
  if (!allowed.ok) return allowed;
  const stage = needProblemStage(problem, [...UNDER_WAY, "declared"]);
  if (!stage.ok) return stage;
  const seen = needSeen(problem, input.seenVersion);
  if (!seen.ok) return seen;
  const texts = readProblemTexts(input);
  if (!texts.ok) return texts;
  const state: Problem = { ...problem, ...texts.value };
  if (sameFields(problem, state)) return refuse({ code: "nothingChanged" });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const event = { verb: "problem.amended", happenedOn: context.today, reason: reason.value } as const;
  const change = { state: { ...state, version: problem.version + 1 }, event };
  return screened(change, { was: problemTexts(problem), now: problemTexts(state) }, context);
};

type Moving = Context & { readonly bodies: ReadonlyMap<string, Body> };

/**
 * By an inspector who may check it, to a body that had no part in checking it and is not the inspector's own. A former
 * owner never confirms it either. Refuses as mayCheck, and wrongProblemStage, bodyUnknown, bodyClosed, nothingChanged,
 * ownerTookPart, reasonMissing, textTooLong, personalDataFound.
 */
export const moveProblem = (
  problem: Problem,
  input: { readonly owner: string; readonly reason: string },
  context: Moving,
): Decided => {
  const mover = mayCheck(problem, context);
  if (!mover.ok) return mover;
  const stage = needProblemStage(problem, UNDER_WAY);
  if (!stage.ok) return stage;
  const owner = readBody("owner", input.owner, [problem.owner], context);
  if (!owner.ok) return owner;
  if (owner.value === problem.owner) return refuse({ code: "nothingChanged" });
  if (checkers(problem, mover.value).includes(owner.value))
    return refuse({ code: "ownerTookPart", field: "owner", body: owner.value });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const formerOwners = [
    ...(problem.formerOwners ?? []).filter((one) => one !== owner.value && one !== problem.owner),
    problem.owner,
  ];
  const state: Problem = { ...problem, owner: owner.value, formerOwners, version: problem.version + 1 };
  const event = { verb: "problem.moved", happenedOn: context.today, reason: reason.value } as const;
  return screened({ state, event }, { now: [] }, context);
};

/** Bodies that have found, listed or checked it, or move it now: none of them becomes its owner. */
const checkers = (
  { origin, reportedBy, listing, checked }: Problem,
  mover: BodyCode,
): readonly BodyCode[] => [
  mover,
  ...(origin === "finding" ? [reportedBy] : []),
  ...(listing === undefined ? [] : [listing.authority]),
  ...(checked === undefined ? [] : [checked.body]),
];
