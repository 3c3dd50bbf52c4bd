// What is done about a problem by those who report it and the body whose task it is: opened, planned, steps done, declared fixed.

import { compareDays, type Day } from "@yinuo/period";
import type { Body } from "./body.ts";
import { needInspector, needSpeaker, type Context } from "./by.ts";
import {
  yearAndNumber,
  type BodyCode,
  type CommitmentCode,
  type ProblemCode,
  type ProgrammeCode,
} from "./codes.ts";
import { keepsDoneMilestones } from "./commitment-draft.ts";
import { readBody, type MilestoneInput } from "./commitment-fields.ts";
import type { Change } from "./event.ts";
import { readMilestones } from "./milestones.ts";
import { needPast } from "./past.ts";
import { problemTexts, type Problem, type ProblemOrigin, type ProblemStage } from "./problem.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason, needText, readText } from "./text.ts";
import { needSeen } from "./version.ts";

export type ProblemInput = {
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly detail: string;
  readonly place: string;
  readonly owner: string;
  readonly origin: ProblemOrigin;
  readonly due: Day;
  /** Of a commitment that exists. */
  readonly about?: { readonly programme: ProgrammeCode; readonly commitment: CommitmentCode } | undefined;
  /** Of a finding that exists. */
  readonly finding?: Problem["finding"];
};

type Opening = Context & { readonly code: ProblemCode; readonly bodies: ReadonlyMap<string, Body> };
type Decided = Result<Change<Problem>, Refusal>;

/** The year and a number that goes up within it. */
export const problemCodeOf = (today: Day, number: number): ProblemCode =>
  yearAndNumber(today, number) as ProblemCode;

/**
 * A self-report by an officer of the body itself, or steward; a finding by an inspector of another body. It is public at
 * once. Refuses: roleMayNot, notYourBody, notInspecting, ownWork, textMissing, textTooLong, bodyUnknown, bodyClosed,
 * notLater, personalDataFound.
 */
export const openProblem = (input: ProblemInput, context: Opening): Decided => {
  const owner = readBody("owner", input.owner, [], context);
  if (!owner.ok) return owner;
  const reporter = mayReport({ origin: input.origin, owner: owner.value }, context);
  if (!reporter.ok) return reporter;
  const texts = readProblemTexts(input);
  if (!texts.ok) return texts;
  const due = needLater("due", input.due, context.today);
  if (!due.ok) return due;
  const state: Problem = {
    code: context.code,
    ...texts.value,
    owner: owner.value,
    origin: input.origin,
    reportedBy: reporter.value,
    ...input.about,
    finding: input.finding,
    openedOn: context.today,
    due: input.due,
    firstDue: input.due,
    steps: [],
    stage: "open",
    returns: 0,
    reopenings: 0,
    evidenceSeen: 0,
    version: 1,
  };
  const event = { verb: "problem.opened", happenedOn: context.today } as const;
  return screened({ state, event }, { now: problemTexts(state) }, context);
};

/** Answers the body that reports it. Refuses: roleMayNot, notYourBody, notInspecting, ownWork. */
export const mayReport = (
  { origin, owner }: Pick<Problem, "origin" | "owner">,
  { by }: Pick<Context, "by">,
): Result<BodyCode, Refusal> => {
  if (origin === "finding") return needInspector(by, [owner]);
  const allowed = needSpeaker(by, [owner]);
  return allowed.ok ? ok(owner) : allowed;
};

/** Refuses: textMissing, textTooLong. */
export const readProblemTexts = (
  input: Pick<ProblemInput, "title" | "titleEn" | "detail" | "place">,
): Result<Pick<Problem, "title" | "titleEn" | "detail" | "place">, Refusal> => {
  const title = needText("title", "title", input.title);
  if (!title.ok) return title;
  const titleEn = readText("titleEn", "title", input.titleEn);
  if (!titleEn.ok) return titleEn;
  const place = needText("place", "name", input.place);
  if (!place.ok) return place;
  const detail = needText("detail", "text", input.detail);
  if (!detail.ok) return detail;
  return ok({ title: title.value, titleEn: titleEn.value, detail: detail.value, place: place.value });
};

/** Refuses: notLater. */
export const needLater = (field: string, day: Day, than: Day): Result<true, Refusal> =>
  compareDays(day, than) > 0 ? ok(true) : refuse({ code: "notLater", field, day, than });

/** What nobody has declared fixed yet. */
export const UNDER_WAY = [
  "open",
  "listed",
  "returned",
  "reopened",
] as const satisfies readonly ProblemStage[];

/** Refuses: wrongProblemStage. */
export const needProblemStage = (
  { stage }: Problem,
  wanted: readonly ProblemStage[],
): Result<true, Refusal> =>
  wanted.includes(stage) ? ok(true) : refuse({ code: "wrongProblemStage", stage, wanted });

/** Officer of the owner, or steward. Refuses: roleMayNot, notYourBody. */
export const mayWorkOn = ({ owner }: Problem, { by }: Pick<Context, "by">): Result<true, Refusal> =>
  needSpeaker(by, [owner]);

const needOwner = (problem: Problem, context: Context): Result<true, Refusal> => {
  const allowed = mayWorkOn(problem, context);
  return allowed.ok ? needProblemStage(problem, UNDER_WAY) : allowed;
};

export type PlanInput = {
  readonly steps: readonly MilestoneInput[];
  /** Once there is a plan, why it changes. */
  readonly reason?: string | undefined;
  readonly seenVersion?: number | undefined;
};

/**
 * Officer of the owner, or steward. First dates and done steps stay. Refuses: roleMayNot, notYourBody, wrongProblemStage,
 * changedMeanwhile, reasonMissing, doneMilestoneRemoved, alreadyDone, nothingChanged, personalDataFound, and what
 * `readMilestones` does.
 */
export const planProblem = (problem: Problem, input: PlanInput, context: Context): Decided => {
  const allowed = needOwner(problem, context);
  if (!allowed.ok) return allowed;
  const seen = needSeen(problem, input.seenVersion);
  if (!seen.ok) return seen;
  const steps = readMilestones(input.steps, { stage: "published", milestones: problem.steps });
  if (!steps.ok) return steps;
  const done = keepsDoneMilestones({ milestones: problem.steps }, { milestones: steps.value });
  if (!done.ok) return done;
  const state = { ...problem, steps: steps.value };
  if (sameFields(problem, state)) return refuse({ code: "nothingChanged" });
  const reason = problem.steps.length === 0 ? ok(undefined) : needReason(input.reason);
  if (!reason.ok) return reason;
  const event = { verb: "problem.planned", happenedOn: context.today, reason: reason.value } as const;
  const change = { state: { ...state, version: problem.version + 1 }, event };
  return screened(change, { was: problemTexts(problem), now: problemTexts(state) }, context);
};

/** Officer of the owner, or steward. Refuses: roleMayNot, notYourBody, wrongProblemStage, stepUnknown, alreadyDone, dayInFuture. */
export const finishStep = (
  problem: Problem,
  input: { readonly step: string; readonly doneOn: Day },
  context: Context,
): Decided => {
  const allowed = needOwner(problem, context);
  if (!allowed.ok) return allowed;
  const step = problem.steps.find(({ code }) => code === input.step);
  if (step === undefined) return refuse({ code: "stepUnknown", step: input.step });
  if (step.doneOn !== undefined) return refuse({ code: "alreadyDone", milestone: step.code });
  const { doneOn } = input;
  const past = needPast("doneOn", doneOn, context);
  if (!past.ok) return past;
  const steps = problem.steps.map((one) => (one === step ? { ...one, doneOn } : one));
  return ok({
    state: { ...problem, steps, version: problem.version + 1 },
    event: { verb: "problem.step-done", happenedOn: doneOn },
  });
};

/** How much evidence there is of the problem, that of this declaration included. */
export type Shown = Context & { readonly evidenceCount: number };

/**
 * Officer of the owner, or steward; with new evidence. Until another body confirms it, it stays on the list. Refuses:
 * roleMayNot, notYourBody, wrongProblemStage, textMissing, textTooLong, dayInFuture, evidenceMissing, personalDataFound.
 */
export const declareFixed = (
  problem: Problem,
  input: { readonly text: string; readonly on: Day },
  context: Shown,
): Decided => {
  const allowed = needOwner(problem, context);
  if (!allowed.ok) return allowed;
  const text = needText("declared", "text", input.text);
  if (!text.ok) return text;
  const { on } = input;
  const past = needPast("on", on, context);
  if (!past.ok) return past;
  if (context.evidenceCount <= problem.evidenceSeen)
    return refuse({ code: "evidenceMissing", field: "evidence" });
  // A steward of another body who says it for the owner has had a part in it.
  const declared = { body: context.by.body ?? problem.owner, on, text: text.value };
  const event = { verb: "problem.declared-fixed", happenedOn: on } as const;
  const change: Change<Problem> = {
    state: { ...problem, stage: "declared", declared, version: problem.version + 1 },
    event,
  };
  return screened(change, { now: [["declared", text.value]] }, context);
};
