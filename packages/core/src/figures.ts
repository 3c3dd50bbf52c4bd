// Figures over time: how the parts of an indicator make a whole, and what a missing part does to it.

import {
  compareDays,
  comparePeriods,
  contains,
  lastDay,
  months,
  partsBy,
  periodFromTo,
  previous,
  yearBefore,
  type Day,
  type Period,
} from "@yinuo/period";
import { divided, minus } from "./decimal.ts";
import { combine, findPath, isCombinable } from "./figure-paths.ts";
import { valueOf, type Figure } from "./figure.ts";
import { MONTHS_PER, type Indicator } from "./indicator.ts";

/** One body's figures for one indicator. */
export type Series = ReadonlyMap<Period, Figure>;

export const METHODS = ["recorded", "added", "last", "recomputed", "pooled", "difference"] as const;

export type Known = {
  readonly known: true;
  readonly figure: Figure;
  /** In the indicator's unit. */
  readonly value: number;
  readonly how: (typeof METHODS)[number];
  /** The recorded periods it was made from, in the order of time. */
  readonly from: readonly Period[];
};

export type Unknown = {
  readonly known: false;
  readonly why: "missing" | "notCollected" | "notCombinable" | "dividedByZero";
  /** Parts without a figure; when `why` is notCombinable or dividedByZero, the parts that are to blame. */
  readonly missing: readonly Period[];
  /** Parts said to be not collected. */
  readonly notCollected: readonly Period[];
};

/**
 * The figure of a period: as recorded, or made from recorded parts by the indicator's kind. A part that is missing or said
 * to be not collected makes the whole unknown.
 */
export const figureFor = (indicator: Indicator, period: Period, series: Series): Known | Unknown => {
  const own = series.get(period);
  if (own?.as === "notCollected") return unknown("notCollected", [], [period]);
  if (own !== undefined) return knownOr(indicator, own, "recorded", [period], period);
  switch (indicator.kind) {
    case "flow":
    case "ratio":
    case "duration":
      return combined(indicator, period, series);
    case "stock":
      return lastOf(indicator, period, series);
    case "index": {
      const parts = within(period, series).map(([part]) => part);
      return parts.length > 0 ? unknown("notCombinable", parts) : unknown("missing", [period]);
    }
  }
};

/** `relative` is absent where the value before is 0; 0.05 is five per cent up. */
export type Difference = { readonly absolute: number; readonly relative?: number; readonly before: Period };

/** Against the period before (环比) or the same months a year before (同比); undefined unless both are known. */
export const change = (
  indicator: Indicator,
  period: Period,
  series: Series,
  against: "previous" | "yearBefore",
): Difference | undefined => {
  const before = against === "previous" ? previous(period) : yearBefore(period);
  if (before === undefined) return undefined;
  const [now, then] = [figureFor(indicator, period, series), figureFor(indicator, before, series)];
  if (!now.known || !then.known) return undefined;
  const absolute = minus(now.value, then.value);
  const relative = divided(absolute, Math.abs(then.value));
  return relative === undefined ? { absolute, before } : { absolute, relative, before };
};

/** `asOf`: the last day the figure speaks of; absent when nothing is recorded within the period. */
export type ToDate = (Known | Unknown) & { readonly asOf?: Day };

/** From the period's first month up to its last recorded part; a gap on the way makes it unknown. An index has none before its period's own. */
export const toDate = (indicator: Indicator, period: Period, series: Series): ToDate => {
  const whole = figureFor(indicator, period, series);
  if (whole.known || series.has(period)) return { ...whole, asOf: lastDay(period) };
  if (indicator.kind === "index") return whole;
  const last = within(period, series)
    .map(([part]) => part)
    .toSorted((a, b) => compareDays(lastDay(a), lastDay(b)))
    .at(-1);
  if (last === undefined) return whole;
  const soFar = periodFromTo({ from: period, to: last });
  return soFar === undefined ? whole : { ...figureFor(indicator, soFar, series), asOf: lastDay(last) };
};

const combined = (indicator: Indicator, period: Period, series: Series): Known | Unknown => {
  const path = findPath(indicator, period, series);
  if (path === undefined) return gaps(indicator, period, series);
  const differs = path.some(({ sign }) => sign < 0);
  const how = {
    flow: "added",
    ratio: "recomputed",
    duration: "pooled",
    stock: "last",
    index: "recorded",
  } as const;
  const from = path.map((step) => step.period).toSorted(comparePeriods);
  return knownOr(indicator, combine(path), differs ? "difference" : how[indicator.kind], from, period);
};

/** A stock is a count at the end: any figure for months that end with the period's last is its figure. */
const lastOf = (indicator: Indicator, period: Period, series: Series): Known | Unknown => {
  const end = lastDay(period);
  const last = [...series]
    .filter(([part]) => lastDay(part) === end)
    .toSorted(([a], [b]) => months(a).length - months(b).length);
  const recorded = last.find(([, figure]) => figure.as !== "notCollected");
  if (recorded !== undefined) return knownOr(indicator, recorded[1], "last", [recorded[0]], period);
  const said = last[0];
  if (said !== undefined) return unknown("notCollected", [], [said[0]]);
  return unknown("missing", partsOf(indicator, period).slice(-1));
};

/** Why no path through the recorded parts makes the whole, with the parts at the indicator's own frequency named. */
const gaps = (indicator: Indicator, period: Period, series: Series): Unknown => {
  const recorded = within(period, series);
  const holding = (part: Period, wanted: (figure: Figure) => boolean): boolean =>
    recorded.some(([one, figure]) => contains(one, part) && wanted(figure));
  const open = partsOf(indicator, period).filter(
    (part) => !holding(part, (figure) => isCombinable(indicator, figure)),
  );
  const notCollected = open.filter((part) => holding(part, (figure) => figure.as === "notCollected"));
  const others = open.filter((part) => !notCollected.includes(part));
  const missing = others.filter((part) => !holding(part, () => true));
  if (missing.length > 0) return unknown("missing", missing, notCollected);
  if (notCollected.length > 0) return unknown("notCollected", [], notCollected);
  if (others.length > 0) return unknown("notCombinable", others);
  // Recorded parts overlap without fitting together: what is missing is the parts' own figures.
  return unknown(
    "missing",
    partsOf(indicator, period).filter((part) => !series.has(part)),
  );
};

/** The parts a reader would look for: at the indicator's frequency where that divides the period, else its months. */
const partsOf = ({ frequency }: Indicator, period: Period): readonly Period[] => {
  const length = months(period).length;
  if (length <= MONTHS_PER[frequency]) return [period];
  return partsBy(period, frequency) ?? months(period);
};

const within = (period: Period, series: Series): readonly (readonly [Period, Figure])[] =>
  [...series].filter(([part]) => contains(period, part)).toSorted(([a], [b]) => comparePeriods(a, b));

const knownOr = (
  { scale }: Indicator,
  figure: Figure | undefined,
  how: Known["how"],
  from: readonly Period[],
  period: Period,
): Known | Unknown => {
  const value = figure === undefined ? undefined : valueOf(figure, scale);
  return figure === undefined || value === undefined
    ? unknown("dividedByZero", [period])
    : { known: true, figure, value, how, from };
};

const unknown = (
  why: Unknown["why"],
  missing: readonly Period[],
  notCollected: readonly Period[] = [],
): Unknown => ({ known: false, why, missing, notCollected });
