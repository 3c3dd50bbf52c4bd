// Silence as data: what is owed and has not come, by whom and since when, by the rules printed on the method page.

import { addDays, compareDays, daysBetween, lastDay, type Day, type Period } from "@yinuo/period";
import type { BodyCode, CommitmentCode, IndicatorCode, ProblemCode, ProgrammeCode } from "./codes.ts";
import { owedPeriods, type Owing } from "./owed.ts";
import { deadlineOf, problemStandingOf, type Problem } from "./problem.ts";

/** What may be owed; a new kind needs its words and its place in `owedItems`. */
export const OWED_KINDS = [
  "figure",
  "progress",
  "commitment",
  "milestone",
  "problem",
  "problemPlan",
  "lookBack",
] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** Days a body has to write down the steps of a problem, from the day it was opened, returned or reopened. */
export const PLAN_WITHIN_DAYS = 14;
/** Days after its period is over within which a figure counts as on time in a body's response record. */
export const FIGURE_WITHIN_DAYS = 15;
/** A median is only told of as many cases or more. */
export const RECORD_MINIMUM = 5;

export type OwedItem = {
  readonly kind: OwedKind;
  /** Who owes it. */
  readonly body: BodyCode;
  readonly code: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly programme?: ProgrammeCode | undefined;
  readonly commitment?: CommitmentCode | undefined;
  readonly indicator?: IndicatorCode | undefined;
  readonly problem?: ProblemCode | undefined;
  /** Of figures: the oldest that is missing, and how many are. */
  readonly period?: Period | undefined;
  readonly count: number;
  /** The last day on which it would have been in time. */
  readonly since: Day;
  /** Since then. */
  readonly days: number;
};

type Titled = { readonly code: string; readonly title: string; readonly titleEn?: string | undefined };
type OfCommitment = Titled & { readonly programme: ProgrammeCode; readonly body: BodyCode };

/** What the rule is asked about; the store reads it. */
export type OwedSources = {
  readonly figures: readonly (Owing & {
    readonly body: BodyCode;
    readonly indicator: {
      readonly code: IndicatorCode;
      readonly name: string;
      readonly nameEn?: string | undefined;
    };
  })[];
  /** Published, past their due day and not declared. */
  readonly overdue: readonly (OfCommitment & { readonly due: Day })[];
  /** Silent for `days`, of which the programme allows some. */
  readonly silent: readonly (OfCommitment & { readonly days: number; readonly allowed: number })[];
  readonly milestones: readonly (OfCommitment & { readonly milestone: string; readonly due: Day })[];
  readonly problems: readonly Problem[];
};

/** The longest owed first; equal ones by body, kind and code. */
export const owedItems = (sources: OwedSources, today: Day): readonly OwedItem[] =>
  [
    ...sources.figures.flatMap((owing) => figureOwed(owing, today)),
    ...sources.overdue.map((one) => ofCommitment("commitment", one, one.due)),
    ...sources.silent.map((one) => ofCommitment("progress", one, addDays(today, one.allowed - one.days))),
    ...sources.milestones.map((one) => ofCommitment("milestone", one, one.due)),
    ...sources.problems.flatMap((problem) => problemOwed(problem, today)),
  ]
    .filter(({ since }) => compareDays(since, today) < 0)
    .map((item) => ({ ...item, days: daysBetween(item.since, today) }))
    .toSorted(inOrder);

type Undated = Omit<OwedItem, "days">;

const inOrder = (a: OwedItem, b: OwedItem): number =>
  compareDays(a.since, b.since) || byText(a.body, b.body) || byText(a.kind, b.kind) || byText(a.code, b.code);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One for an indicator, however many of its periods are missing. */
const figureOwed = (owing: OwedSources["figures"][number], today: Day): readonly Undated[] => {
  const periods = owedPeriods(owing, today);
  const oldest = periods.at(-1);
  if (oldest === undefined) return [];
  const { code, name, nameEn } = owing.indicator;
  return [
    {
      kind: "figure",
      body: owing.body,
      code,
      title: name,
      titleEn: nameEn,
      indicator: code,
      period: oldest,
      count: periods.length,
      since: lastDay(oldest),
    },
  ];
};

const ofCommitment = (
  kind: OwedKind,
  one: OfCommitment & { readonly milestone?: string },
  since: Day,
): Undated => ({
  kind,
  body: one.body,
  code: one.milestone === undefined ? one.code : `${one.code}/${one.milestone}`,
  title: one.title,
  titleEn: one.titleEn,
  programme: one.programme,
  commitment: one.code as CommitmentCode,
  count: 1,
  since,
});

const problemOwed = (problem: Problem, today: Day): readonly Undated[] => {
  const { code, title, titleEn, owner, stage, steps, checked, openedOn, lookBackDue } = problem;
  const one = { code, title, titleEn, problem: code, count: 1 } as const;
  const standing = problemStandingOf(problem, today).is;
  if (standing === "lookBackDue" && checked !== undefined && lookBackDue !== undefined)
    return [{ ...one, kind: "lookBack", body: checked.body, since: lookBackDue }];
  if (stage === "delisted" || stage === "declared") return [];
  const overdue: Undated = { ...one, kind: "problem", body: owner, since: deadlineOf(problem) };
  const asked = checked?.on ?? openedOn;
  return [
    ...(standing === "overdue" ? [overdue] : []),
    ...(steps.length === 0
      ? [{ ...one, kind: "problemPlan" as const, body: owner, since: addDays(asked, PLAN_WITHIN_DAYS) }]
      : []),
  ];
};

/** How a body answered: counts and medians side by side, never one score. */
export type ResponseRecord = {
  readonly figures: Answered;
  readonly problems: Answered;
};
/** `median`: days it took, of `RECORD_MINIMUM` cases or more. */
export type Answered = {
  readonly inTime: number;
  readonly late: number;
  readonly median?: number | undefined;
};

/** `took`: days until it came; `in time` when that is no more than `allowed`. */
export const answeredOf = (
  cases: readonly { readonly took: number; readonly allowed: number }[],
): Answered => {
  const inTime = cases.filter(({ took, allowed }) => took <= allowed).length;
  const counts = { inTime, late: cases.length - inTime };
  if (cases.length < RECORD_MINIMUM) return counts;
  const sorted = cases.map(({ took }) => took).toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return { ...counts, median: ((low ?? 0) + (high ?? 0)) / 2 };
};
