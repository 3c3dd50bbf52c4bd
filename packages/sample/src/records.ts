// The sample's figures as events: recorded some days after their period, some late, some wrong at first and put right.

import type { Figure, ObservationInput } from "@yinuo/core";
import { addDays, cumulativeTo, lastDay, parsePeriod, yearOf, type Day, type Period } from "@yinuo/period";
import { earlier, later, workday } from "./calendar.ts";
import type { IndicatorOf, Oddity } from "./content/shapes.ts";
import { MONTHS_PER, combineMonths } from "./combine.ts";
import type { Event } from "./plan.ts";
import { randomOf } from "./random.ts";
import { positionOf, rounded, type Span, type Truth } from "./series.ts";
import { photoOf } from "./stories.ts";

export type Recording = {
  readonly indicator: IndicatorOf;
  readonly body: string;
  readonly truth: Truth;
  readonly span: Span;
  readonly today: Day;
  /** The first day figures could be recorded; those of earlier periods were all brought in then. */
  readonly since: Day;
  readonly seed: number;
  /** The body's account. */
  readonly by: string;
};

export const recordsOf = (recording: Recording): readonly Event[] => {
  const { indicator, span } = recording;
  const random = randomOf(recording.seed, `days of ${indicator.code}/${recording.body}`);
  const size = MONTHS_PER[indicator.frequency ?? "month"];
  const events: Event[] = [];
  for (let at = size - 1; at <= span.last; at += size) {
    const lag = 4 + Math.floor(random() * 8);
    events.push(...recordsAt(recording, at, lag));
  }
  return events;
};

const recordsAt = (recording: Recording, at: number, lag: number): readonly Event[] => {
  const { indicator, body, span, today, since, by } = recording;
  const oddities = (indicator.oddities ?? []).filter((one) => positionOf(one, span) === at);
  if (oddities.some((one) => "missing" in one)) return [];
  const period = periodAt(indicator, span, at);
  const over = lastDay(period);
  const on = later(since, recordedOn(over, lag, today));
  const base = { period, source: indicator.source, ...confirmation(indicator, span, at) };
  const record = (day: Day, input: ObservationInput, photo?: Extract<Oddity, { photo: unknown }>): Event => ({
    on: day,
    by,
    deed: {
      verb: "recordObservation",
      indicator: indicator.code,
      body,
      input,
      ...(photo === undefined ? {} : { photo: photoOf(photo.photo, photo.note) }),
    },
  });
  const figure = figureAt(recording, at);
  for (const one of oddities) {
    if ("notCollected" in one)
      return [record(on, { ...base, figure: { as: "notCollected" }, note: one.notCollected })];
    if ("times" in one) return [record(on, { ...base, figure, note: one.note }, one)];
    const again = workday(addDays(on, 27));
    if ("first" in one && again <= today)
      return [
        record(on, { ...base, figure: scaled(figure, one.first, indicator) }),
        record(again, { ...base, figure, reason: one.revisedFor }),
      ];
  }
  return [record(on, { ...base, figure })];
};

/** Never before the period is over, never after today. */
const recordedOn = (over: Day, lag: number, today: Day): Day => {
  const on = workday(addDays(over, lag));
  return on <= over ? earlier(addDays(over, 1), today) : earlier(on, today);
};

const periodAt = (indicator: IndicatorOf, { months }: Span, at: number): Period => {
  const month = months[at] ?? ("" as Period);
  const frequency = indicator.frequency ?? "month";
  if (indicator.cumulative === true) return cumulativeTo(month);
  if (frequency === "month") return month;
  const part = Math.ceil(Number(month.slice(5)) / MONTHS_PER[frequency]);
  const year = yearOf(month);
  const spelled = frequency === "year" ? `${year}` : `${year}-${frequency === "half" ? "H" : "Q"}${part}`;
  return parsePeriod(spelled) ?? month;
};

const figureAt = ({ indicator, truth, span }: Recording, at: number): Figure => {
  const month = Number((span.months[at] ?? "").slice(5));
  const length = indicator.cumulative === true ? month : MONTHS_PER[indicator.frequency ?? "month"];
  const figure = combineMonths(indicator, truth.slice(at - length + 1, at + 1));
  const old = indicator.partsFor !== undefined && at < span.last - indicator.partsFor;
  return old ? resultOf(figure, indicator) : figure;
};

/** Before a body kept the parts, it kept only what came out. */
const resultOf = (figure: Figure, { decimals = 0 }: IndicatorOf): Figure => {
  if (figure.as === "ratio")
    return { as: "number", value: rounded((figure.numerator / figure.denominator) * 100, decimals) };
  return figure.as === "mean" ? { as: "number", value: figure.mean } : figure;
};

const scaled = (figure: Figure, times: number, { decimals = 0 }: IndicatorOf): Figure => {
  switch (figure.as) {
    case "number":
      return { as: "number", value: rounded(figure.value * times, decimals) };
    case "mean":
      return { ...figure, mean: rounded(figure.mean * times, decimals) };
    case "ratio":
      return { ...figure, numerator: Math.min(figure.denominator, Math.round(figure.numerator * times)) };
    case "notCollected":
      return figure;
  }
};

/** Kept only with a figure that wants one: the burst itself, and the month after it. */
const confirmation = (indicator: IndicatorOf, span: Span, at: number): { readonly confirmed?: string } => {
  for (const one of indicator.oddities ?? []) {
    if (!("times" in one)) continue;
    if (positionOf(one, span) === at) return { confirmed: one.confirmed };
    if (positionOf(one, span) === at - 1) return { confirmed: "上月集中计入，本月恢复平常，数据无误。" };
  }
  return {};
};
