// What is typed about a commitment, read into what it says: texts, bodies, days, targets and milestones.

import { compareDays, months, type Day, type Period } from "@yinuo/period";
import type { Body } from "./body.ts";
import type { Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Commitment, CommitmentKind, Milestone, Target } from "./commitment.ts";
import { MONTHS_PER, type Indicator } from "./indicator.ts";
import { readMilestones } from "./milestones.ts";
import { readNumber } from "./number.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import type { PublishedTexts } from "./screening.ts";
import { needText, readTexts } from "./text.ts";

/** Every field an editor may set; texts as typed. */
export type CommitmentInput = {
  readonly code: string;
  readonly externalId?: string | undefined;
  readonly kind: CommitmentKind;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly promise?: string | undefined;
  readonly promiseEn?: string | undefined;
  readonly beneficiaries?: string | undefined;
  readonly beneficiariesEn?: string | undefined;
  readonly criterion?: string | undefined;
  readonly criterionEn?: string | undefined;
  readonly lead: string;
  readonly support: readonly string[];
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly source?: string | undefined;
  readonly targets: readonly TargetInput[];
  readonly milestones: readonly MilestoneInput[];
  /** The version the editor saw; absent where nobody looked at one (an import compares fields instead). */
  readonly seenVersion?: number | undefined;
};

export type TargetInput = {
  readonly indicator: string;
  /** Whose figures count; the lead body's when left out. */
  readonly body?: string | undefined;
  readonly period: Period;
  readonly value: number;
  readonly baseline?: number | undefined;
};

export type MilestoneInput = {
  /** The next free number when left out. */
  readonly code?: string | undefined;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly due: Day;
  readonly weight?: number | undefined;
};

export type CommitmentFields = Pick<
  Commitment,
  keyof typeof TEXTS | "kind" | "title" | "lead" | "support" | "start" | "due" | "targets" | "milestones"
>;

type FieldsContext = Context & {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly indicators: ReadonlyMap<string, Indicator>;
};

const TEXTS = {
  externalId: "name",
  titleEn: "title",
  promise: "text",
  promiseEn: "text",
  beneficiaries: "text",
  beneficiariesEn: "text",
  criterion: "text",
  criterionEn: "text",
  source: "source",
} as const;

/**
 * `was` is undefined for a new commitment. Refuses: textMissing, textTooLong, bodyUnknown, bodyClosed, leadSupportsItself,
 * endsBeforeStart, indicatorUnknown, targetTwice, baselineIsTarget, periodTooFine, numberOutOfRange, codeUnreadable,
 * milestoneTwice, weightsIncomplete.
 */
export const readFields = (
  input: CommitmentInput,
  was: Commitment | undefined,
  context: FieldsContext,
): Result<CommitmentFields, Refusal> => {
  const title = needText("title", "title", input.title);
  if (!title.ok) return title;
  const texts = readTexts(TEXTS, input);
  if (!texts.ok) return texts;
  const bodies = readBodies(input, was, context);
  if (!bodies.ok) return bodies;
  const { kind, start, due } = input;
  if (start !== undefined && due !== undefined && compareDays(due, start) < 0)
    return refuse({ code: "endsBeforeStart", field: "due", start, end: due });
  const targets = readTargets(input.targets, bodies.value.lead, context);
  if (!targets.ok) return targets;
  const milestones: Result<readonly Milestone[], Refusal> = readMilestones(input.milestones, was);
  if (!milestones.ok) return milestones;
  return ok({
    kind,
    title: title.value,
    ...texts.value,
    ...bodies.value,
    start,
    due,
    targets: targets.value,
    milestones: milestones.value,
  });
};

/** All a reader sees of it in words. */
export const textsOf = (commitment: Commitment): PublishedTexts => {
  const fields = ["title", ...(Object.keys(TEXTS) as (keyof typeof TEXTS)[])] as const;
  return [
    ...fields.map((field) => [field, commitment[field]] as const),
    ...commitment.milestones.flatMap(({ title, titleEn }) => [
      ["milestones", title] as const,
      ["milestones", titleEn] as const,
    ]),
  ];
};

const readBodies = (
  input: CommitmentInput,
  was: Commitment | undefined,
  context: FieldsContext,
): Result<{ lead: BodyCode; support: readonly BodyCode[] }, Refusal> => {
  const already = was === undefined ? [] : [was.lead, ...was.support];
  const lead = readBody("lead", input.lead, already, context);
  if (!lead.ok) return lead;
  const support: BodyCode[] = [];
  for (const typed of input.support) {
    const body = readBody("support", typed, already, context);
    if (!body.ok) return body;
    if (body.value === lead.value)
      return refuse({ code: "leadSupportsItself", field: "support", body: body.value });
    if (!support.includes(body.value)) support.push(body.value);
  }
  return ok({ lead: lead.value, support });
};

/** A body that has closed keeps what it already had; nothing new is promised by it. The last day counts. */
export const readBody = (
  field: string,
  typed: string,
  already: readonly BodyCode[],
  context: Pick<FieldsContext, "bodies" | "today">,
): Result<BodyCode, Refusal> => {
  if (typed.trim() === "") return refuse({ code: "textMissing", field });
  const body = context.bodies.get(typed.trim());
  if (body === undefined) return refuse({ code: "bodyUnknown", field, body: typed });
  const closed = body.closedOn !== undefined && body.closedOn < context.today;
  if (closed && !already.includes(body.code)) return refuse({ code: "bodyClosed", field, body: body.code });
  return ok(body.code);
};

const readTargets = (
  typed: readonly TargetInput[],
  lead: BodyCode,
  context: FieldsContext,
): Result<readonly Target[], Refusal> => {
  const targets: Target[] = [];
  for (const one of typed) {
    const target = readTarget(one, lead, context);
    if (!target.ok) return target;
    const { indicator, body, period } = target.value;
    if (
      targets.some((other) => other.indicator === indicator && other.body === body && other.period === period)
    )
      return refuse({ code: "targetTwice", field: "targets", indicator });
    targets.push(target.value);
  }
  return ok(targets);
};

const readTarget = (typed: TargetInput, lead: BodyCode, context: FieldsContext): Result<Target, Refusal> => {
  const indicator = context.indicators.get(typed.indicator.trim());
  if (indicator === undefined)
    return refuse({ code: "indicatorUnknown", field: "targets", indicator: typed.indicator });
  const named = typed.body?.trim() ?? "";
  const body = named === "" ? lead : context.bodies.get(named)?.code;
  if (body === undefined) return refuse({ code: "bodyUnknown", field: "targets", body: named });
  const value = readNumber("targets", typed.value);
  if (!value.ok) return value;
  const baseline = readNumber("targets", typed.baseline ?? 0);
  if (!baseline.ok) return baseline;
  if (typed.baseline === typed.value)
    return refuse({ code: "baselineIsTarget", field: "targets", indicator: indicator.code });
  const { period } = typed;
  const { frequency } = indicator;
  if (months(period).length < MONTHS_PER[frequency])
    return refuse({ code: "periodTooFine", field: "targets", period, frequency });
  return ok({ indicator: indicator.code, body, period, value: typed.value, baseline: typed.baseline });
};
