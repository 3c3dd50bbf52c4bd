// A body's figures of an indicator as the points of a chart: every period in order, gaps included.

import { figureFor, type Indicator, type Observation, type Series } from "@yinuo/core";
import { comparePeriods, firstDay, formatPeriod, next, periodOf, type Period } from "@yinuo/period";
import type { Lang } from "../../lang.ts";
import type { Point } from "../../parts/index.ts";

/** At most this many periods stand in one chart; the download has them all. */
const MOST_POINTS = 60;

export const seriesOf = (observations: readonly Observation[]): Series =>
  new Map(observations.map(({ period, figure }) => [period, figure]));

/** The periods at the indicator's frequency from the first to the last that anything is recorded for. */
export const periodsOf = (indicator: Indicator, observations: readonly Observation[]): Period[] => {
  const recorded = observations.map(({ period }) => period).toSorted(comparePeriods);
  const [from, to] = [recorded[0], recorded.at(-1)];
  if (from === undefined || to === undefined) return [];
  const periods: Period[] = [];
  const last = firstDay(to);
  let at: Period | undefined = periodOf(firstDay(from), indicator.frequency);
  while (at !== undefined && firstDay(at) <= last) {
    periods.push(at);
    at = next(at);
  }
  return periods.slice(-MOST_POINTS);
};

export const pointsOf = (indicator: Indicator, observations: readonly Observation[], lang: Lang): Point[] => {
  const series = seriesOf(observations);
  const notes = new Map(observations.map(({ period, note }) => [period, note]));
  return periodsOf(indicator, observations).map((period) => {
    const found = figureFor(indicator, period, series);
    const note = notes.get(period);
    return {
      label: formatPeriod(period, lang),
      value: found.known ? found.value : null,
      ...(note === undefined ? {} : { note }),
    };
  });
};
