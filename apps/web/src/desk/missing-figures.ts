// Figures a body has recorded before and not yet for the latest period that is over.

import type { BodyCode, Indicator, Observation } from "@yinuo/core";
import { addDays, contains, lastDay, latestOver, type Day, type Period } from "@yinuo/period";
import { indicatorsByCode, listObservations, type Db } from "@yinuo/store";

export type MissingFigure = {
  readonly indicator: Indicator;
  readonly body: BodyCode;
  readonly period: Period;
};

/** What nobody has recorded for longer than this is no longer waited for. */
const REMEMBERED_DAYS = 400;

/** Of one body, or of all. A figure for a longer period that holds the wanted one will do. */
export const missingFigures = async (
  db: Db,
  { body, today }: { readonly body: string | undefined; readonly today: Day },
): Promise<readonly MissingFigure[]> => {
  const indicators = await indicatorsByCode(db);
  const recorded = await listObservations(db, { body, from: addDays(today, -REMEMBERED_DAYS) });
  const series = Map.groupBy(recorded, (one) => `${one.indicator}/${one.body}`);
  return [...series.values()].flatMap((observations) => {
    const [newest] = observations;
    const indicator = newest === undefined ? undefined : indicators.get(newest.indicator);
    if (newest === undefined || indicator === undefined) return [];
    const period = latestOver(today, indicator.frequency);
    return isThere(observations, period) ? [] : [{ indicator, body: newest.body, period }];
  });
};

const isThere = (observations: readonly Observation[], wanted: Period): boolean =>
  observations.some(({ period }) => contains(period, wanted) || lastDay(period) > lastDay(wanted));
