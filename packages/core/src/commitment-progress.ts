// Progress on a commitment: recorded in words, milestones done with evidence, and the declaration that it is done.

import type { Day } from "@yinuo/period";
import { needSpeaker, type Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import { needStage } from "./commitment-draft.ts";
import type { Commitment, Milestone, Progress, Stage } from "./commitment.ts";
import type { Change, Event } from "./event.ts";
import { needPast } from "./past.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason, needText } from "./text.ts";
import { needSeen, type Seen } from "./version.ts";

type Decided = Result<Change<Commitment>, Refusal>;

const OPEN: readonly Stage[] = ["published", "declared"];

/**
 * Officer of the lead or a co-operating body, or steward. Only the day of the last record moves: the commitment's words,
 * and so its version, stay. Refuses: roleMayNot, notYourBody, wrongStage, textMissing, textTooLong, dayInFuture,
 * personalDataFound.
 */
export const recordProgress = (
  commitment: Commitment,
  input: { readonly text: string; readonly happenedOn: Day },
  context: Context,
): Result<Change<Commitment> & { readonly progress: Progress }, Refusal> => {
  const allowed = needInvolved(commitment, context);
  if (!allowed.ok) return allowed;
  const text = needText("text", "text", input.text);
  if (!text.ok) return text;
  const { happenedOn } = input;
  const past = needPast("happenedOn", happenedOn, context);
  if (!past.ok) return past;
  const progress = { text: text.value, happenedOn, body: actingBody(commitment, context) };
  const event: Event = { verb: "progress.recorded", happenedOn };
  const state = { ...commitment, lastRecordedOn: context.today };
  return screened({ state, progress, event }, { now: [["text", progress.text]] }, context);
};

/**
 * Officer of the lead or a co-operating body, or steward; with at least one piece of evidence.
 * Refuses: roleMayNot, notYourBody, wrongStage, milestoneUnknown, alreadyDone, dayInFuture, evidenceMissing.
 */
export const finishMilestone = (
  commitment: Commitment,
  input: { readonly milestone: string; readonly doneOn: Day; readonly evidenceCount: number },
  context: Context,
): Decided => {
  const found = needMilestone(commitment, input.milestone, context);
  if (!found.ok) return found;
  if (found.value.doneOn !== undefined) return refuse({ code: "alreadyDone", milestone: found.value.code });
  const { doneOn } = input;
  const past = needPast("doneOn", doneOn, context);
  if (!past.ok) return past;
  if (input.evidenceCount < 1) return refuse({ code: "evidenceMissing", field: "evidence" });
  const event: Event = { verb: "milestone.done", happenedOn: doneOn };
  return ok({ state: withMilestone(commitment, { ...found.value, doneOn }, context), event });
};

/** Who may finish it may reopen it, with a reason. Refuses: roleMayNot, notYourBody, wrongStage, milestoneUnknown, changedMeanwhile, notDone, reasonMissing, textTooLong, personalDataFound. */
export const reopenMilestone = (
  commitment: Commitment,
  input: { readonly milestone: string; readonly reason: string } & Seen,
  context: Context,
): Decided => {
  const found = needMilestone(commitment, input.milestone, context);
  if (!found.ok) return found;
  const seen = needSeen(commitment, input.seenVersion);
  if (!seen.ok) return seen;
  if (found.value.doneOn === undefined) return refuse({ code: "notDone", milestone: found.value.code });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const event: Event = { verb: "milestone.reopened", happenedOn: context.today, reason: reason.value };
  const state = withMilestone(commitment, { ...found.value, doneOn: undefined }, context);
  return screened({ state, event }, { now: [] }, context);
};

/**
 * Officer of the lead body, or steward. Until an inspecting body has judged it, it reads "declared, not checked".
 * Refuses: roleMayNot, notYourBody, wrongStage, dayInFuture.
 */
export const declareDone = (
  commitment: Commitment,
  input: { readonly on: Day },
  context: Context,
): Decided => {
  const allowed = needLead(commitment, ["published"], context);
  if (!allowed.ok) return allowed;
  const past = needPast("on", input.on, context);
  if (!past.ok) return past;
  return ok({
    state: {
      ...commitment,
      stage: "declared",
      declaredOn: input.on,
      lastRecordedOn: context.today,
      version: commitment.version + 1,
    },
    event: { verb: "commitment.declared-done", happenedOn: input.on },
  });
};

/** Officer of the lead body, or steward, before a verdict. Refuses: roleMayNot, notYourBody, wrongStage, changedMeanwhile, reasonMissing, textTooLong, personalDataFound. */
export const takeBackDeclaration = (
  commitment: Commitment,
  reason: string,
  context: Context & Seen,
): Decided => {
  const allowed = needLead(commitment, ["declared"], context);
  if (!allowed.ok) return allowed;
  const seen = needSeen(commitment, context.seenVersion);
  if (!seen.ok) return seen;
  const given = needReason(reason);
  if (!given.ok) return given;
  const change: Change<Commitment> = {
    state: { ...commitment, stage: "published", declaredOn: undefined, version: commitment.version + 1 },
    event: { verb: "commitment.declaration-taken-back", happenedOn: context.today, reason: given.value },
  };
  return screened(change, { now: [] }, context);
};

const needLead = (
  commitment: Commitment,
  wanted: readonly Stage[],
  context: Context,
): Result<true, Refusal> => {
  const allowed = needSpeaker(context.by, [commitment.lead]);
  return allowed.ok ? needStage(commitment, wanted) : allowed;
};

const needInvolved = (commitment: Commitment, context: Context): Result<true, Refusal> => {
  const allowed = needSpeaker(context.by, [commitment.lead, ...commitment.support]);
  return allowed.ok ? needStage(commitment, OPEN) : allowed;
};

const needMilestone = (
  commitment: Commitment,
  code: string,
  context: Context,
): Result<Milestone, Refusal> => {
  const allowed = needInvolved(commitment, context);
  if (!allowed.ok) return allowed;
  const milestone = commitment.milestones.find((one) => one.code === code);
  return milestone === undefined ? refuse({ code: "milestoneUnknown", milestone: code }) : ok(milestone);
};

const withMilestone = (commitment: Commitment, changed: Milestone, context: Context): Commitment => ({
  ...commitment,
  milestones: commitment.milestones.map((milestone) =>
    milestone.code === changed.code ? changed : milestone,
  ),
  lastRecordedOn: context.today,
  version: commitment.version + 1,
});

/** A steward who speaks for none of the bodies records for the lead. */
const actingBody = ({ lead, support }: Commitment, { by }: Context): BodyCode =>
  by.body !== undefined && [lead, ...support].includes(by.body) ? by.body : lead;
