// An observation: one figure for one indicator, body and period, with its source.

import { lastDay, months, firstDay, type Day, type Period } from "@yinuo/period";
import type { Body } from "./body.ts";
import { needSpeaker, type Context } from "./by.ts";
import type { BodyCode, IndicatorCode } from "./codes.ts";
import type { Change } from "./event.ts";
import { checkFigure, valueOf, type Figure } from "./figure.ts";
import { MONTHS_PER, type Indicator } from "./indicator.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";
import { needReason, readText } from "./text.ts";
import { needSeen, type Seen } from "./version.ts";

export type Observation = {
  readonly indicator: IndicatorCode;
  readonly body: BodyCode;
  readonly period: Period;
  readonly figure: Figure;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  /** The reason given when the value was outside its bounds or ten times its predecessor. */
  readonly confirmed?: string | undefined;
  readonly recordedOn: Day;
  /** 1 for the first value, one more with each revision. */
  readonly version: number;
};

export type ObservationInput = Seen & {
  readonly period: Period;
  readonly figure: Figure;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  /** Why an earlier figure is replaced. */
  readonly reason?: string | undefined;
  /** Why an unlikely value is right all the same. */
  readonly confirmed?: string | undefined;
};

export type ObservationContext = Context & {
  readonly indicator: Indicator;
  readonly body: Body;
  /** The body's figure for the period before, if there is one. */
  readonly before?: { readonly period: Period; readonly figure: Figure } | undefined;
};

/**
 * Officer of the body, or steward. `current` is the figure there is for this indicator, body and period: another one
 * revises it and needs a reason. On the last day of a period its figure may be recorded. Refuses: roleMayNot, notYourBody,
 * changedMeanwhile, bodyClosed, periodNotOver, periodTooFine, choiceUnknown, numberOutOfRange, denominatorZero, textTooLong, nothingChanged,
 * reasonMissing, personalDataFound; outsideBounds and tenfold unless confirmed.
 */
export const recordObservation = (
  current: Observation | undefined,
  input: ObservationInput,
  context: ObservationContext,
): Result<Change<Observation>, Refusal> => {
  const allowed = needSpeaker(context.by, [context.body.code]);
  if (!allowed.ok) return allowed;
  const seen = needSeen(current, input.seenVersion);
  if (!seen.ok) return seen;
  const observed = observe(current, input, context);
  if (!observed.ok) return observed;
  const state = observed.value;
  const happenedOn = context.today;
  const now = textsOf(state);
  if (current === undefined)
    return screened({ state, event: { verb: "observation.recorded", happenedOn } }, { now }, context);
  if (saysTheSame(current, state)) return refuse({ code: "nothingChanged" });
  const reason = needReason(input.reason);
  if (!reason.ok) return reason;
  const event = { verb: "observation.revised", happenedOn, reason: reason.value } as const;
  return screened({ state, event }, { was: textsOf(current), now }, context);
};

/** Officer of the body, or steward. Nothing is left but its history. Refuses: observationMissing, roleMayNot, notYourBody, changedMeanwhile, reasonMissing, textTooLong, personalDataFound. */
export const withdrawObservation = (
  current: Observation | undefined,
  reason: string,
  context: Context & Seen,
): Result<Change<undefined>, Refusal> => {
  if (current === undefined) return refuse({ code: "observationMissing" });
  const allowed = needSpeaker(context.by, [current.body]);
  if (!allowed.ok) return allowed;
  const seen = needSeen(current, context.seenVersion);
  if (!seen.ok) return seen;
  const given = needReason(reason);
  if (!given.ok) return given;
  const event = { verb: "observation.withdrawn", happenedOn: context.today, reason: given.value } as const;
  return screened({ state: undefined, event }, { now: [] }, context);
};

const textsOf = ({ source, note, confirmed }: Observation): PublishedTexts =>
  Object.entries({ source, note, confirmed });

const observe = (
  current: Observation | undefined,
  input: ObservationInput,
  context: ObservationContext,
): Result<Observation, Refusal> => {
  const { indicator, body, today } = context;
  const { period } = input;
  const timely = checkPeriod(period, context);
  if (!timely.ok) return timely;
  const figure = checkFigure(indicator, input.figure);
  if (!figure.ok) return figure;
  const source = readText("source", "source", input.source);
  if (!source.ok) return source;
  const note = readText("note", "text", input.note);
  if (!note.ok) return note;
  const kept =
    current !== undefined && sameFields(current.figure, figure.value) ? current.confirmed : undefined;
  const confirmed = confirm(figure.value, input.confirmed ?? kept, context);
  if (!confirmed.ok) return confirmed;
  return ok({
    indicator: indicator.code,
    body: body.code,
    period,
    figure: figure.value,
    source: source.value,
    note: note.value,
    confirmed: confirmed.value,
    recordedOn: today,
    version: (current?.version ?? 0) + 1,
  });
};

const checkPeriod = (
  period: Period,
  { today, indicator, body }: ObservationContext,
): Result<true, Refusal> => {
  const { frequency } = indicator;
  if (months(period).length < MONTHS_PER[frequency])
    return refuse({ code: "periodTooFine", field: "period", period, frequency });
  const last = lastDay(period);
  if (today < last) return refuse({ code: "periodNotOver", field: "period", period, lastDay: last });
  if (body.closedOn !== undefined && firstDay(period) > body.closedOn)
    return refuse({ code: "bodyClosed", field: "body", body: body.code });
  return ok(true);
};

/** The reason is kept only with a value that wanted one. */
const confirm = (
  figure: Figure,
  typed: string | undefined,
  { indicator, before }: ObservationContext,
): Result<string | undefined, Refusal> => {
  const unlikely = unlikelihood(figure, indicator, before);
  if (unlikely === undefined) return ok(undefined);
  const reason = readText("confirmed", "reason", typed);
  if (!reason.ok) return reason;
  return reason.value === undefined ? refuse(unlikely) : ok(reason.value);
};

const unlikelihood = (
  figure: Figure,
  indicator: Indicator,
  before: ObservationContext["before"],
): Refusal | undefined => {
  const value = valueOf(figure, indicator.scale);
  if (value === undefined) return undefined;
  const { least, most } = indicator;
  if ((least !== undefined && value < least) || (most !== undefined && value > most)) {
    const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
    return { code: "outsideBounds", field: "value", value, ...bounds };
  }
  const predecessor = before === undefined ? undefined : valueOf(before.figure, indicator.scale);
  if (before === undefined || predecessor === undefined || predecessor === 0) return undefined;
  // Sizes are compared: a growth rate that turns negative is not a slip of the pen.
  const [size, usual] = [Math.abs(value), Math.abs(predecessor)];
  if (size < 10 * usual && size > usual / 10) return undefined;
  return { code: "tenfold", field: "value", value, before: predecessor, beforePeriod: before.period };
};

const saysTheSame = (a: Observation, b: Observation): boolean => {
  const { recordedOn: _a, version: _av, ...left } = a;
  const { recordedOn: _b, version: _bv, ...right } = b;
  return sameFields(left, right);
};
