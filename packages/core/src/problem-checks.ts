// What another body does about a problem: lists it, moves its deadline, confirms or returns it, looks back. Nobody strikes off their own.

import type { Day } from "@yinuo/period";
import { needInspector, needSpeaker, type Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Change, Event } from "./event.ts";
import { needPast } from "./past.ts";
import { needLater, needProblemStage, UNDER_WAY, type Shown } from "./problem-work.ts";
import {
  deadlineOf,
  lookBackDay,
  ownersOf,
  type ListingLevel,
  type Problem,
  type ProblemCheck,
} from "./problem.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason, needText } from "./text.ts";

type Decided = Result<Change<Problem>, Refusal>;

/**
 * Inspector of another body; a listed one may be listed again at another level, and keeps its first deadline. Refuses:
 * roleMayNot, notInspecting, ownWork, wrongProblemStage, notLater.
 */
export const listProblem = (
  problem: Problem,
  input: { readonly level: ListingLevel; readonly deadline: Day },
  context: Context,
): Decided => {
  const authority = mayCheck(problem, context);
  if (!authority.ok) return authority;
  const stage = needProblemStage(problem, UNDER_WAY);
  if (!stage.ok) return stage;
  const { level, deadline } = input;
  const { today: on } = context;
  const later = needLater("deadline", deadline, on);
  if (!later.ok) return later;
  const firstDeadline = problem.listing?.firstDeadline ?? deadline;
  const listing = { level, authority: authority.value, on, deadline, firstDeadline };
  return ok({
    state: { ...problem, stage: "listed", listing, version: problem.version + 1 },
    event: { verb: "problem.listed", happenedOn: on },
  });
};

/**
 * The deadline of a listed problem is moved by an inspector of another body, of another one by its owner; the first ones
 * stay. Refuses: roleMayNot, notYourBody, notInspecting, ownWork, deadlineNotYours, wrongProblemStage, notLater,
 * reasonMissing, textTooLong, personalDataFound.
 */
export const extendProblem = (
  problem: Problem,
  input: { readonly due: Day; readonly reason: string },
  context: Context,
): Decided => {
  const allowed = mayExtend(problem, context);
  if (!allowed.ok) return allowed;
  const stage = needProblemStage(problem, UNDER_WAY);
  if (!stage.ok) return stage;
  const now = deadlineOf(problem);
  const later = needLater("due", input.due, now > context.today ? now : context.today);
  if (!later.ok) return later;
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const event: Event = { verb: "problem.extended", happenedOn: context.today, reason: reason.value };
  const state = { ...withDeadline(problem, input.due), version: problem.version + 1 };
  return screened({ state, event }, { now: [] }, context);
};

/** Refuses: roleMayNot, notYourBody, notInspecting, ownWork, deadlineNotYours. */
export const mayExtend = (problem: Problem, { by }: Pick<Context, "by">): Result<unknown, Refusal> => {
  const { listing, owner } = problem;
  if (listing === undefined) return needSpeaker(by, [owner]);
  return by.role === "officer"
    ? refuse({ code: "deadlineNotYours", field: "due", body: listing.authority })
    : needInspector(by, ownersOf(problem));
};

const withDeadline = (problem: Problem, due: Day): Problem =>
  problem.listing === undefined
    ? { ...problem, due }
    : { ...problem, listing: { ...problem.listing, deadline: due } };

export type CheckInput = {
  /** The day somebody went and looked. */
  readonly on: Day;
  /** What was looked at and what was found. */
  readonly text: string;
};

/** Days until the look-back, where the jurisdiction has set others than the usual ones. */
export type Delisting = { readonly lookBackAfterDays?: number | undefined };

/**
 * Struck off the list by an inspector of a body that is neither the owner nor the one that declared it fixed. Refuses:
 * roleMayNot, notInspecting, ownWork, wrongProblemStage, dayInFuture, textMissing, textTooLong, personalDataFound.
 */
export const delistProblem = (problem: Problem, input: CheckInput, context: Context & Delisting): Decided => {
  const checked = readCheck(problem, input, { stage: "declared", context });
  if (!checked.ok) return checked;
  const { on } = input;
  const state: Problem = {
    ...problem,
    stage: "delisted",
    checked: checked.value,
    lookBackDue: lookBackDay(on, context.lookBackAfterDays),
    lookedBackOn: undefined,
    version: problem.version + 1,
  };
  return told(state, { verb: "problem.delisted", happenedOn: on }, context);
};

/** What was declared fixed and is not; what was found is the reason. Refuses as delistProblem. */
export const returnProblem = (problem: Problem, input: CheckInput, context: Shown): Decided => {
  const checked = readCheck(problem, input, { stage: "declared", context });
  if (!checked.ok) return checked;
  const state: Problem = {
    ...problem,
    stage: "returned",
    declared: undefined,
    checked: checked.value,
    returns: problem.returns + 1,
    evidenceSeen: context.evidenceCount,
    version: problem.version + 1,
  };
  return told(state, { verb: "problem.returned", happenedOn: input.on }, context);
};

/** A delisted problem that is still gone when somebody looks again. Refuses as delistProblem. */
export const lookBack = (problem: Problem, input: CheckInput, context: Context): Decided => {
  const checked = readCheck(problem, input, { stage: "delisted", context });
  if (!checked.ok) return checked;
  const state = {
    ...problem,
    checked: checked.value,
    lookedBackOn: input.on,
    version: problem.version + 1,
  };
  return told(state, { verb: "problem.looked-back", happenedOn: input.on }, context);
};

/** A delisted problem that is there again, with a new deadline; the first one stays. Refuses as delistProblem, and notLater. */
export const reopenProblem = (
  problem: Problem,
  input: CheckInput & { readonly due: Day },
  context: Shown,
): Decided => {
  const checked = readCheck(problem, input, { stage: "delisted", context });
  if (!checked.ok) return checked;
  const later = needLater("due", input.due, context.today);
  if (!later.ok) return later;
  const state: Problem = {
    ...withDeadline(problem, input.due),
    stage: "reopened",
    declared: undefined,
    checked: checked.value,
    lookBackDue: undefined,
    lookedBackOn: input.on,
    reopenings: problem.reopenings + 1,
    evidenceSeen: context.evidenceCount,
    version: problem.version + 1,
  };
  return told(state, { verb: "problem.reopened", happenedOn: input.on }, context);
};

/** An inspector of a body that neither is nor was the owner, nor declared it fixed. Refuses: roleMayNot, notInspecting, ownWork. */
export const mayCheck = (problem: Problem, { by }: Pick<Context, "by">): Result<BodyCode, Refusal> => {
  const { declared } = problem;
  return needInspector(by, [...ownersOf(problem), ...(declared === undefined ? [] : [declared.body])]);
};

type Wanted = { readonly stage: "declared" | "delisted"; readonly context: Context };

const readCheck = (
  problem: Problem,
  { on, text }: CheckInput,
  { stage, context }: Wanted,
): Result<ProblemCheck, Refusal> => {
  const body = mayCheck(problem, context);
  if (!body.ok) return body;
  const allowed = needProblemStage(problem, [stage]);
  if (!allowed.ok) return allowed;
  const found = needText("checked", "text", text);
  if (!found.ok) return found;
  const past = needPast("on", on, context);
  return past.ok ? ok({ body: body.value, on, text: found.value }) : past;
};

const told = (state: Problem, event: Event, context: Context): Decided =>
  screened({ state, event }, { now: [["checked", state.checked?.text]] }, context);
