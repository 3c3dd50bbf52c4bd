// A check: inspecting bodies look at a list of subjects that was frozen when it was opened. Who was not looked at is told too.

import { compareDays, daysBetween, type Day } from "@yinuo/period";
import { yearAndNumber, type BodyCode, type CheckCode, type CommitmentCode, type DrawCode } from "./codes.ts";
import type { ProblemCode, ProgrammeCode } from "./codes.ts";
import { PROBLEM_STANDINGS, type ProblemStandingName } from "./problem.ts";
import type { PublishedTexts } from "./screening.ts";
import { STANDINGS, type Standing } from "./standing.ts";

/** `single`: one subject, looked at by whoever gives the verdict. */
export const CHECK_KINDS = ["scheduled", "drawn", "lookBack", "single"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_STAGES = ["planned", "running", "finished", "calledOff"] as const;
export type CheckStage = (typeof CHECK_STAGES)[number];

export const FRAME_NOUNS = ["commitment", "measure", "problem"] as const;
export type FrameNoun = (typeof FRAME_NOUNS)[number];

/** What may be looked at, as a filter over the public lists. */
export type Frame = {
  readonly of: FrameNoun;
  readonly body?: BodyCode | undefined;
  readonly standing?: Standing["is"] | ProblemStandingName | undefined;
  /** Words; each must occur. */
  readonly words?: string | undefined;
};

/** Standings a frame may ask for. Drafts are nobody's to inspect. */
export const frameStandings = (of: FrameNoun): readonly NonNullable<Frame["standing"]>[] =>
  of === "problem" ? PROBLEM_STANDINGS : STANDINGS.filter((name) => name !== "draft");

export type Question = { readonly code: string; readonly text: string };

/** A commitment or measure, or a problem. */
export type SubjectKey =
  | { readonly programme: ProgrammeCode; readonly commitment: CommitmentCode }
  | { readonly problem: ProblemCode };

/** As it was when the list was frozen. */
export type FrozenSubject = {
  readonly key: SubjectKey;
  readonly title: string;
  readonly titleEn?: string | undefined;
  /** Whose task it is, then those that co-operate: none of them inspects it. */
  readonly owners: readonly [BodyCode, ...BodyCode[]];
};

/** `drawn`: the inspecting bodies that were drawn for it. */
export type Candidate = FrozenSubject & { readonly drawn?: readonly BodyCode[] | undefined };

export type Subject = FrozenSubject & {
  /** From 1, in the order of the list; never changes. */
  readonly number: number;
  /** Absent where every inspecting body of the check has a part in it. */
  readonly inspector?: BodyCode | undefined;
  /** Inspecting bodies of the check that may not look at it, because it is their own. */
  readonly recused: readonly BodyCode[];
  /** Why nobody looked. */
  readonly missed?: string | undefined;
};

export type Check = {
  readonly code: CheckCode;
  readonly kind: CheckKind;
  readonly title: string;
  readonly titleEn?: string | undefined;
  /** The inspecting body that organises it. */
  readonly body: BodyCode;
  /** Absent: of the whole jurisdiction. */
  readonly programme?: ProgrammeCode | undefined;
  /** Of a drawn check: its subjects are what was drawn there. */
  readonly draw?: DrawCode | undefined;
  readonly frame: Frame;
  readonly checklist: readonly Question[];
  /** Inspecting bodies; their inspectors look. */
  readonly inspectors: readonly BodyCode[];
  readonly start: Day;
  readonly due: Day;
  readonly stage: CheckStage;
  readonly plannedOn: Day;
  readonly openedOn?: Day | undefined;
  readonly endedOn?: Day | undefined;
  /** Why it was called off. */
  readonly calledOff?: string | undefined;
  readonly subjects: readonly Subject[];
  readonly version: number;
};

export const CHECK_STANDINGS = ["overdue", "running", "planned", "finished", "calledOff"] as const;
export type CheckStandingName = (typeof CHECK_STANDINGS)[number];

/** `days`: late, or until the last day. */
export type CheckStanding = { readonly is: CheckStandingName; readonly days?: number };

/** The last day counts; a check that nobody opened in time is overdue as well. `today` is the jurisdiction's day. */
export const checkStandingOf = ({ stage, due }: Pick<Check, "stage" | "due">, today: Day): CheckStanding => {
  if (stage === "finished" || stage === "calledOff") return { is: stage };
  return compareDays(today, due) > 0
    ? { is: "overdue", days: daysBetween(due, today) }
    : { is: stage, days: daysBetween(today, due) };
};

/** Whether a subject that nobody looked at is a missed inspection by now. */
export const isMissed = (check: Pick<Check, "stage" | "due">, today: Day): boolean =>
  check.stage === "finished" || (check.stage === "running" && compareDays(today, check.due) > 0);

/** The year and a number that goes up within it. */
export const checkCodeOf = (today: Day, number: number): CheckCode =>
  yearAndNumber(today, number) as CheckCode;

/** All a reader sees of it in words; the subjects' titles were screened with the subjects. */
export const checkTexts = ({ title, titleEn, frame, checklist, subjects }: Check): PublishedTexts => [
  ["title", title],
  ["titleEn", titleEn],
  ["words", frame.words],
  ...checklist.map(({ text }) => ["checklist", text] as const),
  ...subjects.map(({ number, missed }) => [`missed.${number}`, missed] as const),
];

export const subjectOf = ({ subjects }: Pick<Check, "subjects">, number: number): Subject | undefined =>
  subjects.find((subject) => subject.number === number);
