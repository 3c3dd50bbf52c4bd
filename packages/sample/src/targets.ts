// Targets of the sample: numbers an office would write, near what the year really comes to.

import { createIndicator, valueOf, type By, type Indicator, type TargetInput } from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import type { Timeline } from "./calendar.ts";
import { combineMonths } from "./combine.ts";
import type { CommitmentOf, TargetOf } from "./content/shapes.ts";
import { rounded, type Span, type Truth } from "./series.ts";

export type Figures = {
  readonly span: Span;
  readonly truths: ReadonlyMap<string, Truth>;
  readonly indicators: ReadonlyMap<string, Indicator>;
};

export const targetsOf = (
  { lead, targets = [] }: CommitmentOf,
  { timeline, figures }: { readonly timeline: Timeline; readonly figures: Figures },
): readonly TargetInput[] => targets.map((target) => targetOf(target, lead, timeline.year, figures));

const targetOf = (target: TargetOf, body: string, year: number, figures: Figures): TargetInput => {
  const indicator = figures.indicators.get(target.indicator);
  if (indicator === undefined) throw new Error(`no indicator ${target.indicator}`);
  const of = (wanted: number): number => valueIn(indicator, body, periodOf(target, wanted), figures);
  const value = written(of(year) * target.of, indicator, target.of);
  const before = target.fromYearBefore === true ? rounded(of(year - 1), indicator.decimals) : undefined;
  return {
    indicator: indicator.code,
    period: periodOf(target, year),
    value,
    ...(before === undefined || before === value ? {} : { baseline: before }),
  };
};

const periodOf = ({ period = "year" }: TargetOf, year: number): Period =>
  (period === "year" ? String(year) : `${year}-${period}`) as Period;

/** What the year really comes to; an index has its last month's value, whatever the period. */
const valueIn = (indicator: Indicator, body: string, period: Period, { truths, span }: Figures): number => {
  const truth = truths.get(`${indicator.code}/${body}`) ?? [];
  const december = span.months.indexOf(`${period.slice(0, 4)}-12` as Period);
  const figure = combineMonths(indicator, truth.slice(december - 11, december + 1));
  const value = valueOf(figure, indicator.scale);
  if (value === undefined) throw new Error(`${indicator.code} of ${body} has no figure for ${period}`);
  return value;
};

/** A number that is easy to remember; harder than the plain share where that is above the year's figure, easier below. */
const written = (value: number, { decimals }: Indicator, of: number): number => {
  const step =
    decimals >= 2 ? 0.1 : decimals === 1 ? 0.5 : value >= 1000 ? 50 : value >= 200 ? 10 : value >= 50 ? 5 : 1;
  const steps = value / step;
  return rounded((of >= 1 ? Math.ceil(steps) : Math.floor(steps)) * step, 2);
};

/** The indicators as the ledger will have them, for working out targets. */
export const indicatorsOf = (
  inputs: readonly Parameters<typeof createIndicator>[0][],
  context: { readonly by: By; readonly today: Day },
): ReadonlyMap<string, Indicator> =>
  new Map(
    inputs.map((input) => {
      const made = createIndicator(input, { ...context, indicators: new Set<string>() });
      if (!made.ok) throw new Error(`${input.code}: ${JSON.stringify(made.error)}`);
      return [input.code, made.value.state];
    }),
  );
