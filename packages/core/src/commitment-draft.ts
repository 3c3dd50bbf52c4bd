// A commitment's words and promises: drafted, edited, published, amended with a reason, withdrawn with a reason.

import type { Body } from "./body.ts";
import { needSpeaker, type Context } from "./by.ts";
import { readFields, textsOf, type CommitmentFields, type CommitmentInput } from "./commitment-fields.ts";
import { commitmentCode } from "./codes.ts";
import type { Commitment, Stage } from "./commitment.ts";
import type { Change } from "./event.ts";
import type { Indicator } from "./indicator.ts";
import type { Programme } from "./programme.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason } from "./text.ts";
import { keepExternalId, needSeen, type Seen } from "./version.ts";

/** What a decision about the words must see: the programme it is in, and the bodies and indicators it names. */
export type CommitmentContext = Context & {
  readonly programme: Programme;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly indicators: ReadonlyMap<string, Indicator>;
};

/** `existing`: the commitment that already has this code in the programme, if any. */
export type DraftContext = CommitmentContext & { readonly existing: Commitment | undefined };

type Decided = Result<Change<Commitment>, Refusal>;

/**
 * Officer of the lead body, or steward. Refuses: roleMayNot, notYourBody, codeUnreadable, codeTaken, and everything
 * `readFields` does; personalDataFound.
 */
export const draftCommitment = (input: CommitmentInput, context: DraftContext): Decided => {
  const code = commitmentCode(input.code);
  if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: input.code });
  if (context.existing !== undefined) return refuse({ code: "codeTaken", field: "code", typed: code });
  const fields = readFields(input, undefined, context);
  if (!fields.ok) return fields;
  const allowed = needSpeaker(context.by, [fields.value.lead]);
  if (!allowed.ok) return allowed;
  const { programme } = context;
  const state: Commitment = { programme: programme.code, code, ...fields.value, stage: "draft", version: 1 };
  const event = { verb: "commitment.drafted", happenedOn: context.today } as const;
  return screened({ state, event }, { now: textsOf(state) }, context);
};

/**
 * While it is a draft; the officer must speak for the lead before and after. Refuses as draftCommitment, and wrongStage,
 * codeFixed, changedMeanwhile, nothingChanged.
 */
export const editDraft = (
  commitment: Commitment,
  input: CommitmentInput,
  context: CommitmentContext,
): Decided => {
  const edited = edit(commitment, input, ["draft"], context);
  if (!edited.ok) return edited;
  const event = { verb: "commitment.edited", happenedOn: context.today } as const;
  const texts = { was: textsOf(commitment), now: textsOf(edited.value) };
  return screened({ state: edited.value, event }, texts, context);
};

/**
 * Officer of the lead body, or steward. From here on the first due dates stay. It becomes visible with its programme.
 * What a draft kept is asked for once more, since a draft's reasons are not public. Refuses: roleMayNot, notYourBody,
 * wrongStage, bodyClosed, personalDataFound.
 */
export const publishCommitment = (commitment: Commitment, context: CommitmentContext): Decided => {
  const allowed = needSpeaker(context.by, [commitment.lead]);
  if (!allowed.ok) return allowed;
  const stage = needStage(commitment, ["draft"]);
  if (!stage.ok) return stage;
  const closedOn = context.bodies.get(commitment.lead)?.closedOn;
  if (closedOn !== undefined && closedOn < context.today)
    return refuse({ code: "bodyClosed", field: "lead", body: commitment.lead });
  const state: Commitment = {
    ...commitment,
    stage: "published",
    publishedOn: context.today,
    firstDue: commitment.due,
    milestones: commitment.milestones.map((milestone) => ({ ...milestone, firstDue: milestone.due })),
    version: commitment.version + 1,
  };
  const event = { verb: "commitment.published", happenedOn: context.today } as const;
  return screened({ state, event }, { now: textsOf(state) }, context);
};

/**
 * Once published and until it is judged or withdrawn; every version stays public. First due dates stay beside later ones,
 * a due date is never struck out, a done milestone keeps its place and date.
 * Refuses as editDraft, and reasonMissing, doneMilestoneRemoved, alreadyDone.
 */
export const amendCommitment = (
  commitment: Commitment,
  input: CommitmentInput,
  reason: string,
  context: CommitmentContext,
): Decided => {
  const amended = edit(commitment, input, ["published", "declared"], context);
  if (!amended.ok) return amended;
  if (commitment.due !== undefined && amended.value.due === undefined)
    return refuse({ code: "textMissing", field: "due" });
  const done = keepsDoneMilestones(commitment, amended.value);
  if (!done.ok) return done;
  const given = needReason(reason);
  if (!given.ok) return given;
  const state = { ...amended.value, firstDue: commitment.firstDue ?? amended.value.due };
  const event = { verb: "commitment.amended", happenedOn: context.today, reason: given.value } as const;
  return screened({ state, event }, { was: textsOf(commitment), now: textsOf(state) }, context);
};

/** Officer of the lead body, or steward; it stays public with the reason. Refuses: roleMayNot, notYourBody, wrongStage, changedMeanwhile, reasonMissing, textTooLong, personalDataFound. */
export const withdrawCommitment = (
  commitment: Commitment,
  reason: string,
  context: Context & Seen,
): Decided => {
  const allowed = needSpeaker(context.by, [commitment.lead]);
  if (!allowed.ok) return allowed;
  const stage = needStage(commitment, ["published", "declared"]);
  if (!stage.ok) return stage;
  const seen = needSeen(commitment, context.seenVersion);
  if (!seen.ok) return seen;
  const given = needReason(reason);
  if (!given.ok) return given;
  const change: Change<Commitment> = {
    state: { ...commitment, stage: "withdrawn", withdrawnOn: context.today, version: commitment.version + 1 },
    event: { verb: "commitment.withdrawn", happenedOn: context.today, reason: given.value },
  };
  return screened(change, { now: [] }, context);
};

/** Refuses: wrongStage. */
export const needStage = (commitment: Commitment, wanted: readonly Stage[]): Result<true, Refusal> =>
  wanted.includes(commitment.stage)
    ? ok(true)
    : refuse({ code: "wrongStage", stage: commitment.stage, wanted });

const edit = (
  commitment: Commitment,
  input: CommitmentInput,
  wanted: readonly Stage[],
  context: CommitmentContext,
): Result<Commitment, Refusal> => {
  const allowed = needSpeaker(context.by, [commitment.lead]);
  if (!allowed.ok) return allowed;
  const stage = needStage(commitment, wanted);
  if (!stage.ok) return stage;
  if (commitmentCode(input.code) !== commitment.code) return refuse({ code: "codeFixed", field: "code" });
  const seen = needSeen(commitment, input.seenVersion);
  if (!seen.ok) return seen;
  const fields = readFields(input, commitment, context);
  if (!fields.ok) return fields;
  return settle(commitment, fields.value, context);
};

const settle = (
  commitment: Commitment,
  fields: CommitmentFields,
  context: Context,
): Result<Commitment, Refusal> => {
  const allowed = needSpeaker(context.by, [fields.lead]);
  if (!allowed.ok) return allowed;
  const externalId = keepExternalId(commitment.externalId, fields.externalId);
  if (!externalId.ok) return externalId;
  const state = { ...commitment, ...fields, externalId: externalId.value };
  if (sameFields(commitment, state)) return refuse({ code: "nothingChanged" });
  return ok({ ...state, version: commitment.version + 1 });
};

export const keepsDoneMilestones = (
  was: Pick<Commitment, "milestones">,
  now: Pick<Commitment, "milestones">,
): Result<true, Refusal> => {
  for (const { code, due } of was.milestones.filter(({ doneOn }) => doneOn !== undefined)) {
    const kept = now.milestones.find((milestone) => milestone.code === code);
    if (kept === undefined)
      return refuse({ code: "doneMilestoneRemoved", field: "milestones", milestone: code });
    if (kept.due !== due) return refuse({ code: "alreadyDone", milestone: code });
  }
  return ok(true);
};
