// A finding: what an inspecting body without a part in the work says of one subject of a check.

import type { Day } from "@yinuo/period";
import { needInspector, type By, type Context } from "./by.ts";
import type { Check, Subject, SubjectKey } from "./check.ts";
import { needCheckStage } from "./check-run.ts";
import { subjectOf } from "./check.ts";
import type { BodyCode, CheckCode } from "./codes.ts";
import type { Change, Event } from "./event.ts";
import { needPast } from "./past.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";
import { needReason, needText, readText } from "./text.ts";
import { needSeen, type Seen } from "./version.ts";

export const FINDING_CONCLUSIONS = ["confirmed", "partly", "notConfirmed", "cannotBeVerified"] as const;
export type FindingConclusion = (typeof FINDING_CONCLUSIONS)[number];

export const ANSWERS = ["yes", "no", "notSeen"] as const;
export type Answer = (typeof ANSWERS)[number];

export const APPEAL_OUTCOMES = ["stands", "changed"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

type Said = { readonly body: BodyCode; readonly on: Day; readonly text: string };

/** What the owner says against it, once, and what an inspecting body answers. */
export type Appeal = Said & { readonly answer?: (Said & { readonly outcome: AppealOutcome }) | undefined };

export type Finding = {
  readonly check: CheckCode;
  /** The subject's number in the check. */
  readonly number: number;
  readonly subject: SubjectKey;
  readonly owners: readonly [BodyCode, ...BodyCode[]];
  /** The inspecting body whose word it is. */
  readonly body: BodyCode;
  readonly conclusion: FindingConclusion;
  /** What was looked at and what was found. */
  readonly finding: string;
  /** By the codes of the checklist; what was not answered is absent. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly place?: string | undefined;
  /** The day somebody looked. */
  readonly on: Day;
  readonly recordedOn: Day;
  /** The day it was last said otherwise. */
  readonly revisedOn?: Day | undefined;
  readonly appeal?: Appeal | undefined;
  readonly version: number;
};

export type FindingInput = {
  readonly conclusion: FindingConclusion;
  readonly finding: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly place?: string | undefined;
  readonly on: Day;
};

/** `acted`: this account once acted for the body whose work it is, as the history has it. */
export type Inspecting = Context & { readonly acted: boolean };

type Decided = Result<Change<Finding>, Refusal>;

/** An inspecting body without a part in the work, by an account that never acted for it. Refuses: roleMayNot, notInspecting, ownWork, actedForOwner. */
export const mayInspect = (
  { owners }: Pick<Subject, "owners">,
  { by, acted }: { readonly by: By; readonly acted: boolean },
): Result<BodyCode, Refusal> => {
  const body = needInspector(by, owners);
  if (!body.ok) return body;
  return acted ? refuse({ code: "actedForOwner", body: owners[0] }) : body;
};

/**
 * The body it was given to. Refuses: roleMayNot, notInspecting, ownWork, actedForOwner, subjectUnknown, notYourBody,
 * notAssigned, wrongCheckStage, findingThere, textMissing, textTooLong, choiceUnknown, dayInFuture, personalDataFound.
 */
export const recordFinding = (
  check: Check,
  input: FindingInput & { readonly number: number },
  context: Inspecting & { readonly existing: Finding | undefined },
): Decided => {
  const { number } = input;
  const subject = subjectOf(check, number);
  if (subject === undefined) return refuse({ code: "subjectUnknown", number });
  const body = mayInspect(subject, context);
  if (!body.ok) return body;
  const assigned = needAssigned(subject, body.value);
  if (!assigned.ok) return assigned;
  if (context.existing !== undefined) return refuse({ code: "findingThere", number });
  const stage = needCheckStage(check, ["running"]);
  if (!stage.ok) return stage;
  const said = readSaid(input, check, context);
  if (!said.ok) return said;
  const state: Finding = {
    check: check.code,
    number,
    subject: subject.key,
    owners: subject.owners,
    body: body.value,
    ...said.value,
    recordedOn: context.today,
    version: 1,
  };
  const event = { verb: "finding.recorded", happenedOn: input.on } as const;
  return screened({ state, event }, { now: findingTexts(state) }, context);
};

const needAssigned = ({ inspector, number }: Subject, body: BodyCode): Result<true, Refusal> => {
  if (inspector === undefined) return refuse({ code: "notAssigned", number });
  return inspector === body ? ok(true) : refuse({ code: "notYourBody", body: inspector });
};

type Spoken = Pick<Finding, "conclusion" | "finding" | "answers" | "place" | "on">;

const readSaid = (
  input: FindingInput,
  { checklist }: Pick<Check, "checklist">,
  context: Context,
): Result<Spoken, Refusal> => {
  const { conclusion, on } = input;
  const text = needText("finding", "text", input.finding);
  if (!text.ok) return text;
  const place = readText("place", "name", input.place);
  if (!place.ok) return place;
  const past = needPast("on", on, context);
  if (!past.ok) return past;
  const unknown = Object.keys(input.answers).find((code) => !checklist.some((one) => one.code === code));
  if (unknown !== undefined) return refuse({ code: "choiceUnknown", field: "answers", typed: unknown });
  return ok({ conclusion, finding: text.value, answers: input.answers, place: place.value, on });
};

/**
 * By the body whose word it is, with a reason; the earlier words stay in the history. Refuses as recordFinding, and
 * changedMeanwhile, nothingChanged, reasonMissing.
 */
export const reviseFinding = (
  finding: Finding,
  input: FindingInput & Seen & { readonly reason: string },
  context: Inspecting & { readonly check: Check },
): Decided => {
  const body = mayInspect(finding, context);
  if (!body.ok) return body;
  if (body.value !== finding.body) return refuse({ code: "notYourBody", body: finding.body });
  const seen = needSeen(finding, input.seenVersion);
  if (!seen.ok) return seen;
  const said = readSaid(input, context.check, context);
  if (!said.ok) return said;
  if (sameFields({ ...finding, ...said.value }, finding)) return refuse({ code: "nothingChanged" });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const { today } = context;
  const state = { ...finding, ...said.value, revisedOn: today, version: finding.version + 1 };
  const event: Event = { verb: "finding.revised", happenedOn: today, reason: reason.value };
  return screened({ state, event }, { was: findingTexts(finding), now: findingTexts(state) }, context);
};

/** All a reader sees of it in words. */
export const findingTexts = ({ finding, place, appeal }: Finding): PublishedTexts => [
  ["finding", finding],
  ["place", place],
  ["appeal", appeal?.text],
  ["answer", appeal?.answer?.text],
];
