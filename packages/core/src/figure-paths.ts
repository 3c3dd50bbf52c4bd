// How recorded periods lead from the first day of a period to its last: end to end, or back through a longer one.

import { addDays, comparePeriods, firstDay, lastDay, type Day, type Period } from "@yinuo/period";
import { divided, sum, times } from "./decimal.ts";
import type { Figure } from "./figure.ts";
import type { Indicator, IndicatorKind } from "./indicator.ts";

/** One recorded period on the way: +1 when it is added, −1 when it is taken away. */
export type Step = { readonly period: Period; readonly figure: Figure; readonly sign: 1 | -1 };

const COMBINABLE: Readonly<Record<IndicatorKind, Figure["as"] | undefined>> = {
  flow: "number",
  ratio: "ratio",
  duration: "mean",
  stock: undefined,
  index: undefined,
};

/** Whether a figure can go into a whole: a ratio or mean of which only the result is known cannot. */
export const isCombinable = (indicator: Indicator, figure: Figure): boolean =>
  figure.as === COMBINABLE[indicator.kind];

/**
 * The fewest recorded periods that make the whole: by adding alone where that is possible, else with differences
 * (March is January to March without January and February). A path that runs forward through a period adds it and one that
 * runs backward takes it away, so every path from the first day to the day after the last is exactly the whole.
 */
export const findPath = (
  indicator: Indicator,
  period: Period,
  series: ReadonlyMap<Period, Figure>,
): readonly Step[] | undefined => {
  const steps = [...series]
    .filter(([, figure]) => isCombinable(indicator, figure))
    .toSorted(([a], [b]) => comparePeriods(a, b))
    .map(([recorded, figure]): Step => ({ period: recorded, figure, sign: 1 }));
  const back = steps.map((step): Step => ({ ...step, sign: -1 }));
  return shortest(period, steps) ?? shortest(period, [...steps, ...back]);
};

/** Breadth first from the first day; each day is reached once, by the fewest steps. */
const shortest = (period: Period, steps: readonly Step[]): readonly Step[] | undefined => {
  const goal = dayAfter(period);
  const leaving = Map.groupBy(steps, ({ period: one, sign }) => (sign > 0 ? firstDay(one) : dayAfter(one)));
  const reached = new Map<Day, readonly Step[]>([[firstDay(period), []]]);
  // A Map is walked in the order of insertion and also through what is added on the way: it is the queue.
  for (const [at, path] of reached) {
    if (at === goal) return path;
    for (const step of leaving.get(at) ?? []) {
      const next = step.sign > 0 ? dayAfter(step.period) : firstDay(step.period);
      if (!reached.has(next)) reached.set(next, [...path, step]);
    }
  }
  return undefined;
};

const dayAfter = (period: Period): Day => addDays(lastDay(period), 1);

/** Flows add; a ratio is recomputed from summed parts, never averaged; a mean is pooled by its counts (`undefined` without any). */
export const combine = (path: readonly Step[]): Figure | undefined => {
  const total = (part: (figure: Figure) => number): number =>
    sum(path.map(({ figure, sign }) => sign * part(figure)));
  switch (path[0]?.figure.as) {
    case "ratio":
      return { as: "ratio", numerator: total(numeratorOf), denominator: total(denominatorOf) };
    case "mean": {
      const count = total(countOf);
      const mean = count > 0 ? divided(total(daysOf), count) : undefined;
      return mean === undefined ? undefined : { as: "mean", mean, count };
    }
    default:
      return { as: "number", value: total(numberOf) };
  }
};

const numberOf = (figure: Figure): number => (figure.as === "number" ? figure.value : 0);
const numeratorOf = (figure: Figure): number => (figure.as === "ratio" ? figure.numerator : 0);
const denominatorOf = (figure: Figure): number => (figure.as === "ratio" ? figure.denominator : 0);
const countOf = (figure: Figure): number => (figure.as === "mean" ? figure.count : 0);
const daysOf = (figure: Figure): number => (figure.as === "mean" ? times(figure.mean, figure.count) : 0);
