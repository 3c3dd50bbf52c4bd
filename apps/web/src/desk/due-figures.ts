// Figures that are due: how many, by body and period, the longest waited for first.

import { owedPeriods, type BodyCode } from "@yinuo/core";
import { comparePeriods, lastDay, type Day, type Period } from "@yinuo/period";
import type { BodyOwing } from "@yinuo/store";

export type DueFigures = { readonly body: BodyCode; readonly period: Period; readonly count: number };

export const dueFigures = (owing: readonly BodyOwing[], today: Day): readonly DueFigures[] => {
  const owed = owing.flatMap((one) => owedPeriods(one, today).map((period) => ({ body: one.body, period })));
  const groups = Map.groupBy(owed, ({ body, period }) => `${body}/${period}`);
  return [...groups.values()]
    .flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, count: group.length })))
    .toSorted(
      (a, b) =>
        inOrder(lastDay(a.period), lastDay(b.period)) ||
        comparePeriods(b.period, a.period) ||
        inOrder(a.body, b.body),
    );
};

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
