// A check is planned: what may be looked at, by whom, by which questions and until when; or one subject alone is looked at.

import { addDays, compareDays, type Day } from "@yinuo/period";
import type { Body } from "./body.ts";
import { needInspector, type Context } from "./by.ts";
import {
  checkTexts,
  frameStandings,
  type Check,
  type CheckKind,
  type Frame,
  type FrameNoun,
  type FrozenSubject,
  type Question,
} from "./check.ts";
import type { BodyCode, CheckCode, DrawCode, ProgrammeCode } from "./codes.ts";
import { readBody } from "./commitment-fields.ts";
import type { Change } from "./event.ts";
import { needLater } from "./problem-work.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened } from "./screening.ts";
import { needText, readText } from "./text.ts";

type Decided = Result<Change<Check>, Refusal>;

export const MOST_QUESTIONS = 20;

export type CheckPlan = {
  readonly kind: Exclude<CheckKind, "single">;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly programme?: ProgrammeCode | undefined;
  /** With the kind `drawn` and with no other: a draw whose result stands, and the body that drew. */
  readonly draw?: { readonly code: DrawCode; readonly body: BodyCode } | undefined;
  readonly frame: {
    readonly of: FrameNoun;
    readonly body?: string | undefined;
    readonly standing?: string | undefined;
    readonly words?: string | undefined;
  };
  /** One question each; empty ones are left out. */
  readonly checklist: readonly string[];
  readonly inspectors: readonly string[];
  readonly start: Day;
  readonly due: Day;
};

type Planning = Context & { readonly code: CheckCode; readonly bodies: ReadonlyMap<string, Body> };

/**
 * Inspector, or a steward who speaks for an inspecting body, which organises it. It is public at once. Refuses: roleMayNot,
 * notInspecting, notYourBody, textMissing, textTooLong, choiceUnknown, bodyUnknown, bodyClosed, bodyNotInspecting, endsBeforeStart,
 * notLater, numberOutOfRange, personalDataFound.
 */
export const planCheck = (input: CheckPlan, context: Planning): Decided => {
  const organiser = needInspector(context.by, []);
  if (!organiser.ok) return organiser;
  const title = needText("title", "title", input.title);
  if (!title.ok) return title;
  const titleEn = readText("titleEn", "title", input.titleEn);
  if (!titleEn.ok) return titleEn;
  const parts = readParts(input, organiser.value, context);
  if (!parts.ok) return parts;
  const { start, due, kind, programme, draw } = input;
  if ((kind === "drawn") !== (draw !== undefined))
    return refuse({ code: "choiceUnknown", field: "kind", typed: kind });
  if (draw !== undefined && draw.body !== organiser.value)
    return refuse({ code: "notYourBody", body: draw.body });
  if (compareDays(due, start) < 0) return refuse({ code: "endsBeforeStart", field: "due", start, end: due });
  const later = needLater("due", due, addDays(context.today, -1));
  if (!later.ok) return later;
  const state: Check = {
    code: context.code,
    kind,
    title: title.value,
    titleEn: titleEn.value,
    body: organiser.value,
    programme,
    draw: draw?.code,
    ...parts.value,
    start,
    due,
    stage: "planned",
    plannedOn: context.today,
    subjects: [],
    version: 1,
  };
  const event = { verb: "check.planned", happenedOn: context.today } as const;
  return screened({ state, event }, { now: checkTexts(state) }, context);
};

type Parts = Pick<Check, "frame" | "checklist" | "inspectors">;

const readParts = (input: CheckPlan, organiser: BodyCode, context: Planning): Result<Parts, Refusal> => {
  const frame = readFrame(input.frame, context);
  if (!frame.ok) return frame;
  const checklist = readChecklist(input.checklist);
  if (!checklist.ok) return checklist;
  const inspectors = readInspectors(input.inspectors, organiser, context);
  return inspectors.ok
    ? ok({ frame: frame.value, checklist: checklist.value, inspectors: inspectors.value })
    : inspectors;
};

const readFrame = (
  { of, body, standing, words }: CheckPlan["frame"],
  context: Planning,
): Result<Frame, Refusal> => {
  const known = frameStandings(of).find((name) => name === standing);
  if (standing !== undefined && known === undefined)
    return refuse({ code: "choiceUnknown", field: "standing", typed: standing });
  if (body !== undefined && !context.bodies.has(body))
    return refuse({ code: "bodyUnknown", field: "body", body });
  const read = readText("words", "name", words);
  if (!read.ok) return read;
  return ok({ of, body: body as BodyCode | undefined, standing: known, words: read.value });
};

const readChecklist = (typed: readonly string[]): Result<readonly Question[], Refusal> => {
  const questions: Question[] = [];
  for (const line of typed) {
    const text = readText("checklist", "name", line);
    if (!text.ok) return text;
    if (text.value !== undefined) questions.push({ code: String(questions.length + 1), text: text.value });
  }
  return questions.length > MOST_QUESTIONS
    ? refuse({ code: "numberOutOfRange", field: "checklist", most: MOST_QUESTIONS })
    : ok(questions);
};

/** Without a choice the organiser looks alone. */
const readInspectors = (
  typed: readonly string[],
  organiser: BodyCode,
  context: Planning,
): Result<readonly BodyCode[], Refusal> => {
  const inspectors: BodyCode[] = [];
  for (const code of typed.length === 0 ? [organiser] : [...new Set(typed)]) {
    const body = readInspecting("inspectors", code, context);
    if (!body.ok) return body;
    inspectors.push(body.value);
  }
  return ok(inspectors);
};

export type Known = Context & { readonly bodies: ReadonlyMap<string, Body> };

/** A body that inspects and is not closed. Refuses: bodyUnknown, bodyClosed, bodyNotInspecting. */
export const readInspecting = (field: string, code: string, context: Known): Result<BodyCode, Refusal> => {
  const body = readBody(field, code, [], context);
  if (!body.ok) return body;
  return context.bodies.get(body.value)?.inspects === true
    ? body
    : refuse({ code: "bodyNotInspecting", field: "body", body: body.value });
};

/** A check of one subject, opened by whoever looks at it. Refuses: roleMayNot, notInspecting, ownWork. */
export const singleCheck = (
  subject: FrozenSubject & { readonly of: FrameNoun },
  context: Context & { readonly code: CheckCode },
): Decided => {
  const inspector = needInspector(context.by, subject.owners);
  if (!inspector.ok) return inspector;
  const { of, ...frozen } = subject;
  const { today } = context;
  const state: Check = {
    code: context.code,
    kind: "single",
    title: frozen.title,
    titleEn: frozen.titleEn,
    body: inspector.value,
    programme: "programme" in frozen.key ? frozen.key.programme : undefined,
    frame: { of },
    checklist: [],
    inspectors: [inspector.value],
    start: today,
    due: today,
    stage: "running",
    plannedOn: today,
    openedOn: today,
    subjects: [{ ...frozen, number: 1, inspector: inspector.value, recused: [] }],
    version: 1,
  };
  return ok({ state, event: { verb: "check.opened", happenedOn: today } });
};
