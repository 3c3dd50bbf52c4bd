// Which figures a body owes, and since when, by one published rule: the day its period is over.

import {
  addDays,
  contains,
  firstDay,
  kindOf,
  lastDay,
  latestOver,
  months,
  previous,
  type Day,
  type Period,
} from "@yinuo/period";
import { MONTHS_PER, type Indicator } from "./indicator.ts";

/** What one body has to do with one indicator. */
export type Owing = {
  readonly indicator: Pick<Indicator, "kind" | "frequency">;
  /** Targets of its commitments, each with the day the promise was published. */
  readonly targets: readonly { readonly period: Period; readonly since: Day }[];
  /** Periods it has a figure for, "not collected" among them. */
  readonly recorded: readonly Period[];
  /** The body's last day, if it has one. */
  readonly closedOn?: Day | undefined;
};

/** What nobody has recorded for longer than this is no longer waited for. */
export const REMEMBERED_DAYS = 400;

/**
 * Periods that are over and have no figure, the latest first. A target asks for every period within it that ended after
 * the promise was published; a figure recorded before asks for those after it. A figure for a longer period that holds
 * the wanted one will do, and for what is counted at the end (stock, index) a later one too.
 */
export const owedPeriods = (owing: Owing, today: Day): readonly Period[] =>
  recentPeriods(owing, today).filter((period) => isWanted(owing, period) && !isThere(owing, period));

/** Whether a form for the figures of this period has a row for it: owed, recorded, or of a kind recorded before. */
export const belongsTo = (owing: Owing, period: Period): boolean => {
  const { recorded, indicator } = owing;
  if (recorded.includes(period)) return true;
  if (months(period).length === MONTHS_PER[indicator.frequency] && isAligned(period))
    return isWanted(owing, period) || recorded.length > 0;
  return recorded.some((one) => kindOf(one) === kindOf(period));
};

/** A calendar month, quarter, half or year, and no other stretch of as many months. */
const isAligned = (period: Period): boolean => !["cumulative", "range"].includes(kindOf(period));

const recentPeriods = ({ indicator, closedOn }: Owing, today: Day): readonly Period[] => {
  const periods: Period[] = [];
  let period: Period | undefined = latestOver(today, indicator.frequency);
  while (period !== undefined && lastDay(period) > addDays(today, -REMEMBERED_DAYS)) {
    if (closedOn === undefined || firstDay(period) <= closedOn) periods.push(period);
    period = previous(period);
  }
  return periods;
};

const isWanted = ({ targets, recorded }: Owing, period: Period): boolean =>
  targets.some((target) => overlap(target.period, period) && lastDay(period) >= target.since) ||
  (recorded.length > 0 && recorded.every((one) => lastDay(one) < lastDay(period)));

const isThere = ({ recorded, indicator: { kind } }: Owing, period: Period): boolean =>
  recorded.some(
    (one) =>
      contains(one, period) || ((kind === "stock" || kind === "index") && lastDay(one) > lastDay(period)),
  );

const overlap = (a: Period, b: Period): boolean => firstDay(a) <= lastDay(b) && lastDay(a) >= firstDay(b);
