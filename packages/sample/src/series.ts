// The months of every indicator as they truly came about, from its model: the same for the same seed.

import type { Figure } from "@yinuo/core";
import { months as monthsOf, periodFromTo, type Period } from "@yinuo/period";
import type { IndicatorOf, Model, Oddity, Season } from "./content/shapes.ts";
import { randomOf } from "./random.ts";

export type Span = {
  /** From January two years before to the end of the running year: what is still to come is needed for targets. */
  readonly months: readonly Period[];
  /** Position of the last month that is over. */
  readonly last: number;
};

/** By month, before anything was left out or recorded wrongly. */
export type Truth = readonly Figure[];

/** `indicator/body` → its months. Indicators that are counted over others come after them in the list. */
export const truthsOf = (
  indicators: readonly IndicatorOf[],
  span: Span,
  seed: number,
): ReadonlyMap<string, Truth> => {
  const truths = new Map<string, Truth>();
  for (const indicator of indicators)
    for (const [body, size] of Object.entries(indicator.bodies)) {
      const key = `${indicator.code}/${body}`;
      const others = (code: string): readonly number[] => (truths.get(`${code}/${body}`) ?? []).map(numberOf);
      const drawn = draw(indicator, { random: randomOf(seed, key), size, span, others });
      truths.set(key, withBursts(indicator, drawn, span));
    }
  return truths;
};

type Drawing = {
  readonly random: () => number;
  readonly size: number;
  readonly span: Span;
  readonly others: (code: string) => readonly number[];
};

const draw = (indicator: IndicatorOf, drawing: Drawing): Truth => {
  const { model, decimals = 0 } = indicator;
  const { span, size, others } = drawing;
  if ("closedOf" in model) return closed(model, drawing);
  if ("pendingOf" in model) {
    const [opened, done] = model.pendingOf.map(others);
    let pending = model.opening;
    return span.months.map((_, at) => number((pending += (opened?.[at] ?? 0) - (done?.[at] ?? 0))));
  }
  if ("stock" in model) return stock(model, drawing);
  return span.months.map((month, at) => {
    const way = at / (span.months.length - 1);
    const wobble = wobbleOf(drawing.random, model.noise ?? NOISE[indicator.kind]);
    if ("flow" in model) return number(flowOf(model, { at, month, wobble, size }));
    if ("index" in model) return number(rounded(along(model.index, way) * size * wobble, decimals));
    const over = typeof model.over === "number" ? model.over * size : (others(model.over)[at] ?? 0);
    if ("mean" in model)
      return { as: "mean", mean: rounded(along(model.mean, way) * wobble, decimals), count: count(over) };
    const denominator = count(typeof model.over === "number" ? over * wobbleOf(drawing.random, 0.08) : over);
    const share = Math.min(1, along(model.ratio, way) * wobble);
    return { as: "ratio", numerator: Math.round(denominator * share), denominator };
  });
};

const NOISE = { flow: 0.05, stock: 0.1, ratio: 0.02, duration: 0.035, index: 0.01 } as const;

const closed = (model: Extract<Model, { closedOf: string }>, { random, span, others }: Drawing): Truth => {
  const opened = others(model.closedOf);
  let pending = model.opening;
  return span.months.map((_, at) => {
    const there = pending + (opened[at] ?? 0);
    const share = along(model.share, at / (span.months.length - 1)) * wobbleOf(random, 0.05);
    const done = Math.min(there, Math.round(there * share));
    pending = there - done;
    return number(done);
  });
};

const stock = (model: Extract<Model, { stock: number }>, { random, span, size }: Drawing): Truth => {
  let there = model.stock * size;
  return span.months.map(() => {
    there += model.drift * wobbleOf(random, model.noise ?? NOISE.stock);
    return number(Math.round(there));
  });
};

const SEASONS: Readonly<Record<Season, readonly number[]>> = {
  even: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  // Few things are filed around the spring festival, and many before the books are closed.
  office: [0.86, 0.72, 1.08, 1.04, 1.02, 1.06, 1.03, 0.98, 1.04, 0.97, 1.08, 1.12],
  winter: [1.14, 1.02, 1.05, 0.99, 0.95, 0.93, 0.94, 0.93, 0.96, 1, 1.05, 1.12],
  summer: [0.72, 0.66, 0.92, 1.05, 1.14, 1.16, 1.12, 1.14, 1.1, 1.07, 1, 0.9],
  school: [1.04, 0.86, 0.96, 0.94, 0.95, 1.05, 1.24, 1.2, 1, 0.92, 0.9, 0.94],
};

type Month = { readonly at: number; readonly month: Period; readonly wobble: number; readonly size: number };

const flowOf = (model: Extract<Model, { flow: number }>, { at, month, wobble, size }: Month): number => {
  const season = SEASONS[model.season ?? "even"][Number(month.slice(5, 7)) - 1] ?? 1;
  const level = model.flow * size * (1 + (model.growth ?? 0)) ** (at / 12);
  const decimals = model.decimals ?? 0;
  return Math.max(10 ** -decimals, rounded(level * season * wobble, decimals));
};

/** Months in which ten times as much came to an end as usual. */
const withBursts = (indicator: IndicatorOf, truth: Truth, span: Span): Truth => {
  const bursts = new Map<number, number>();
  for (const oddity of indicator.oddities ?? [])
    if ("times" in oddity) bursts.set(positionOf(oddity, span), oddity.times);
  return truth.map((figure, at) => {
    const times = bursts.get(at);
    return times === undefined || figure.as !== "number" ? figure : number(figure.value * times);
  });
};

/** Which month an oddity is about. */
export const positionOf = (oddity: Oddity, { last, months }: Span): number =>
  "back" in oddity ? last - oddity.back : months.length - 12 + oddity.month[0] * 12 + oddity.month[1] - 1;

/** The months from one January to a December two years on. */
export const spanOf = (year: number, lastOver: Period | undefined): Span => {
  const whole = periodFromTo({ from: `${year - 2}-01` as Period, to: `${year}-12` as Period });
  const months = whole === undefined ? [] : monthsOf(whole);
  return { months, last: lastOver === undefined ? -1 : months.indexOf(lastOver) };
};

const numberOf = (figure: Figure): number => (figure.as === "number" ? figure.value : 0);
const number = (value: number): Figure => ({ as: "number", value });
const count = (value: number): number => Math.max(1, Math.round(value));
const along = ([from, to]: readonly [number, number], way: number): number => from + (to - from) * way;
const wobbleOf = (random: () => number, noise: number): number => 1 + (random() * 2 - 1) * noise;
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
