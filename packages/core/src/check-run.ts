// The course of a check: opened with a frozen list, subjects given to bodies without a part in them, finished or called off.

import { needInspector, type Context } from "./by.ts";
import { readInspecting, type Known } from "./check-plan.ts";
import { checkTexts, subjectOf, type Check, type CheckStage, type Candidate, type Subject } from "./check.ts";
import type { BodyCode } from "./codes.ts";
import type { Change, Event } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needReason, needText } from "./text.ts";

type Decided = Result<Change<Check>, Refusal>;

/** More than anybody looks at in one check; a longer list is drawn from. */
export const MOST_SUBJECTS = 500;

/** An inspector of the body that organises it. Refuses: roleMayNot, notInspecting, notYourBody. */
export const mayOrganise = (
  { body }: Pick<Check, "body">,
  { by }: Pick<Context, "by">,
): Result<true, Refusal> => {
  const inspector = needInspector(by, []);
  if (!inspector.ok) return inspector;
  return inspector.value === body ? ok(true) : refuse({ code: "notYourBody", body });
};

const needOrganiser = (
  check: Check,
  wanted: readonly CheckStage[],
  context: Context,
): Result<true, Refusal> => {
  const allowed = mayOrganise(check, context);
  return allowed.ok ? needCheckStage(check, wanted) : allowed;
};

/** Refuses: wrongCheckStage. */
export const needCheckStage = (
  { stage }: Pick<Check, "stage">,
  wanted: readonly CheckStage[],
): Result<true, Refusal> =>
  wanted.includes(stage) ? ok(true) : refuse({ code: "wrongCheckStage", stage, wanted });

/**
 * The list is frozen, and each subject given to an inspecting body without a part in it, in turn. Refuses: roleMayNot,
 * notInspecting, notYourBody, wrongCheckStage, frameEmpty, numberOutOfRange.
 */
export const openCheck = (
  check: Check,
  { frozen }: { readonly frozen: readonly Candidate[] },
  context: Context,
): Decided => {
  const allowed = needOrganiser(check, ["planned"], context);
  if (!allowed.ok) return allowed;
  if (frozen.length === 0) return refuse({ code: "frameEmpty" });
  if (frozen.length > MOST_SUBJECTS)
    return refuse({ code: "numberOutOfRange", field: "frame", most: MOST_SUBJECTS });
  const { today } = context;
  return ok({
    state: {
      ...check,
      stage: "running",
      openedOn: today,
      subjects: assigned(frozen, check.inspectors),
      version: check.version + 1,
    },
    event: { verb: "check.opened", happenedOn: today },
  });
};

/** Whoever was drawn, else has the fewest so far, and no part in it; equal ones in the order they were named. */
const assigned = (frozen: readonly Candidate[], inspectors: readonly BodyCode[]): readonly Subject[] => {
  const load = new Map(inspectors.map((body) => [body, 0]));
  return frozen.map(({ drawn = [], ...subject }, at) => {
    const recused = inspectors.filter((body) => subject.owners.includes(body));
    const free = inspectors.filter((body) => !recused.includes(body));
    const lot = free.filter((body) => drawn.includes(body));
    const [inspector] = (lot.length > 0 ? lot : free).toSorted(
      (one, other) => (load.get(one) ?? 0) - (load.get(other) ?? 0),
    );
    if (inspector !== undefined) load.set(inspector, (load.get(inspector) ?? 0) + 1);
    return { ...subject, number: at + 1, inspector, recused };
  });
};

/**
 * To another inspecting body without a part in it, with a reason; not what was looked at already. Refuses: roleMayNot,
 * notInspecting, notYourBody, wrongCheckStage, subjectUnknown, findingThere, bodyUnknown, bodyClosed, bodyNotInspecting,
 * ownWork, nothingChanged, reasonMissing, textTooLong, personalDataFound.
 */
export const reassignSubject = (
  check: Check,
  input: { readonly number: number; readonly to: string; readonly reason: string },
  context: Known & { readonly found: ReadonlySet<number> },
): Decided => {
  const allowed = needOrganiser(check, ["running"], context);
  if (!allowed.ok) return allowed;
  const subject = subjectOf(check, input.number);
  if (subject === undefined) return refuse({ code: "subjectUnknown", number: input.number });
  if (context.found.has(subject.number)) return refuse({ code: "findingThere", number: subject.number });
  const to = readInspecting("to", input.to, context);
  if (!to.ok) return to;
  if (subject.owners.includes(to.value)) return refuse({ code: "ownWork", body: to.value });
  if (to.value === subject.inspector) return refuse({ code: "nothingChanged" });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const event: Event = { verb: "check.reassigned", happenedOn: context.today, reason: reason.value };
  const state = {
    ...check,
    inspectors: [...new Set([...check.inspectors, to.value])],
    subjects: check.subjects.map((one) => (one === subject ? { ...one, inspector: to.value } : one)),
    version: check.version + 1,
  };
  return told({ state, event }, check, context);
};

/**
 * With a reason for each subject that nobody looked at. Refuses: roleMayNot, notInspecting, notYourBody, wrongCheckStage,
 * textMissing, textTooLong, personalDataFound.
 */
export const finishCheck = (
  check: Check,
  { missed }: { readonly missed: Readonly<Record<number, string | undefined>> },
  context: Context & { readonly found: ReadonlySet<number> },
): Decided => {
  const allowed = needOrganiser(check, ["running"], context);
  if (!allowed.ok) return allowed;
  const subjects: Subject[] = [];
  for (const subject of check.subjects) {
    const { number } = subject;
    const why = context.found.has(number)
      ? ok(undefined)
      : needText(`missed.${number}`, "reason", missed[number]);
    if (!why.ok) return why;
    subjects.push(why.value === undefined ? subject : { ...subject, missed: why.value });
  }
  const { today } = context;
  const state: Check = {
    ...check,
    stage: "finished",
    endedOn: today,
    subjects,
    version: check.version + 1,
  };
  return told({ state, event: { verb: "check.finished", happenedOn: today } }, check, context);
};

/** What was found until then stays. Refuses: roleMayNot, notInspecting, notYourBody, wrongCheckStage, reasonMissing, textTooLong, personalDataFound. */
export const callOffCheck = (check: Check, reason: string, context: Context): Decided => {
  const allowed = needOrganiser(check, ["planned", "running"], context);
  if (!allowed.ok) return allowed;
  const given = needReason(reason);
  if (!given.ok) return given;
  const { today } = context;
  const event: Event = { verb: "check.called-off", happenedOn: today, reason: given.value };
  const state: Check = {
    ...check,
    stage: "calledOff",
    endedOn: today,
    calledOff: given.value,
    version: check.version + 1,
  };
  return told({ state, event }, check, context);
};

const told = (change: Change<Check>, was: Check | undefined, context: Context): Decided =>
  screened(change, { was: was === undefined ? [] : checkTexts(was), now: checkTexts(change.state) }, context);
