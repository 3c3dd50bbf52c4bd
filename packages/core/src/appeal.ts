// An appeal: the owner answers a finding once, in public and in time; an inspecting body says whether it stands.

import { addDays, compareDays, type Day } from "@yinuo/period";
import { needSpeaker, type Context } from "./by.ts";
import type { Change, Event } from "./event.ts";
import {
  findingTexts,
  mayInspect,
  type Appeal,
  type AppealOutcome,
  type Finding,
  type FindingConclusion,
  type Inspecting,
} from "./finding.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needText } from "./text.ts";

type Decided = Result<Change<Finding>, Refusal>;

/** Days the owner has, where the jurisdiction has not set others. */
export const APPEAL_DAYS = 15;

/** The last day on which the owner may appeal: it counts from the day the finding was last said otherwise. */
export const lastAppealDay = (
  { recordedOn, revisedOn }: Pick<Finding, "recordedOn" | "revisedOn">,
  appealDays: number,
): Day => addDays(revisedOn ?? recordedOn, appealDays);

/** Whether an appeal waits for its answer. */
export const answersOpen = ({ appeal }: Pick<Finding, "appeal">): boolean =>
  appeal !== undefined && appeal.answer === undefined;

/** Of the body whose work it is. Refuses: roleMayNot, notYourBody, alreadyAppealed, appealTooLate. */
export const mayAppeal = (
  finding: Finding,
  { by, today, appealDays }: Context & { readonly appealDays: number },
): Result<true, Refusal> => {
  const allowed = needSpeaker(by, [finding.owners[0]]);
  if (!allowed.ok) return allowed;
  if (finding.appeal !== undefined) return refuse({ code: "alreadyAppealed", on: finding.appeal.on });
  const last = lastAppealDay(finding, appealDays);
  return compareDays(today, last) > 0 ? refuse({ code: "appealTooLate", last }) : ok(true);
};

/**
 * Officer of the owner, or steward. What was concluded stays until somebody answers. Refuses: roleMayNot, notYourBody,
 * alreadyAppealed, appealTooLate, textMissing, textTooLong, personalDataFound.
 */
export const appealFinding = (
  finding: Finding,
  input: { readonly text: string },
  context: Context & { readonly appealDays: number },
): Decided => {
  const allowed = mayAppeal(finding, context);
  if (!allowed.ok) return allowed;
  const text = needText("appeal", "text", input.text);
  if (!text.ok) return text;
  const { by, today: on } = context;
  const appeal: Appeal = { body: by.body ?? finding.owners[0], on, text: text.value };
  const event: Event = { verb: "finding.appealed", happenedOn: on };
  return told(finding, { state: { ...finding, appeal, version: finding.version + 1 }, event }, context);
};

export type AppealAnswer = {
  readonly outcome: AppealOutcome;
  readonly text: string;
  /** Where it is changed: what is concluded now. */
  readonly conclusion?: FindingConclusion | undefined;
};

/**
 * The inspecting body, or another one that has no part in the work and did not write the appeal. Refuses: roleMayNot,
 * notInspecting, ownWork, actedForOwner, noAppeal, textMissing, textTooLong, nothingChanged, personalDataFound.
 */
export const answerAppeal = (finding: Finding, input: AppealAnswer, context: Inspecting): Decided => {
  const body = mayInspect(finding, context);
  if (!body.ok) return body;
  const { appeal } = finding;
  if (appeal === undefined || appeal.answer !== undefined) return refuse({ code: "noAppeal" });
  if (appeal.body === body.value) return refuse({ code: "ownWork", body: body.value });
  const text = needText("answer", "text", input.text);
  if (!text.ok) return text;
  const { today: on } = context;
  const { outcome } = input;
  const changed = changedBy(finding, input);
  if (!changed.ok) return changed;
  const answer = { body: body.value, on, text: text.value, outcome };
  const state: Finding = {
    ...finding,
    ...changed.value,
    // Whose word it is now.
    ...(outcome === "changed" ? { body: body.value, finding: text.value, revisedOn: on } : {}),
    appeal: { ...appeal, answer },
    version: finding.version + 1,
  };
  return told(finding, { state, event: { verb: "finding.appeal-answered", happenedOn: on } }, context);
};

const changedBy = (
  finding: Finding,
  { outcome, conclusion }: AppealAnswer,
): Result<Partial<Pick<Finding, "conclusion">>, Refusal> => {
  if (outcome === "stands") return ok({});
  if (conclusion === undefined) return refuse({ code: "textMissing", field: "conclusion" });
  return conclusion === finding.conclusion ? refuse({ code: "nothingChanged" }) : ok({ conclusion });
};

const told = (was: Finding, change: Change<Finding>, context: Context): Decided =>
  screened(change, { was: findingTexts(was), now: findingTexts(change.state) }, context);
