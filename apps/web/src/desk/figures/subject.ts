// Which grid it is: the body, the period, the rows that belong to it, and the values beside them.

import {
  belongsTo,
  ok,
  refuse,
  speaksFor,
  typedPeriod,
  type Body,
  type Indicator,
  type Observation,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { lastDay, latestOver, previous, yearBefore, type Period } from "@yinuo/period";
import { indicatorsByCode, observationsByKeys, owingOf } from "@yinuo/store";
import type { Desk } from "../context.ts";
import { dueFigures, type DueFigures } from "../due-figures.ts";

export type GridRow = {
  readonly indicator: Indicator;
  readonly current: Observation | undefined;
  readonly before: Observation | undefined;
  readonly yearAgo: Observation | undefined;
};

export type Grid = {
  readonly body: Body;
  readonly period: Period;
  readonly previous: Period | undefined;
  readonly yearBefore: Period | undefined;
  /** Those without a figure first, each group in the order of the indicators' codes. */
  readonly rows: readonly GridRow[];
  /** Other periods with figures that are due, the latest first. */
  readonly others: readonly DueFigures[];
};

type Asked = { readonly body: string; readonly period: string };

/** The account's own body and the latest period with figures due, unless it is said otherwise. */
export const gridOf = async (
  desk: Desk,
  asked: Asked,
  posted: readonly string[] = [],
): Promise<Result<Grid, Refusal>> => {
  const { c, context } = desk;
  const { today } = context;
  const body = bodyOf(desk, asked.body);
  if (body === undefined) return refuse({ code: "bodyUnknown", field: "body", body: asked.body });
  const typed = typedPeriod("period", asked.period);
  if (!typed.ok) return typed;
  const { db } = c.get("deps").store;
  const owing = await owingOf(db, { body: body.code, today });
  const due = dueFigures(owing, today).toReversed();
  const period = typed.value ?? due[0]?.period ?? latestOver(today, "month");
  if (today < lastDay(period))
    return refuse({ code: "periodNotOver", field: "period", period, lastDay: lastDay(period) });
  const known = await indicatorsByCode(db);
  const codes = new Set<string>([
    ...owing.filter((one) => belongsTo(one, period)).map(({ indicator }) => indicator.code),
    ...posted,
  ]);
  const indicators = [...codes].flatMap((code) => known.get(code) ?? []);
  const rows = await readRows(desk, { body, period }, indicators);
  return ok({
    body,
    period,
    previous: previous(period),
    yearBefore: yearBefore(period),
    rows: [
      ...rows.filter(({ current }) => current === undefined),
      ...rows.filter(({ current }) => current !== undefined),
    ],
    others: due.filter((one) => one.period !== period),
  });
};

const bodyOf = ({ bodies, context: { by } }: Desk, asked: string): Body | undefined => {
  const wanted = asked || by.body || bodies.find(({ code }) => speaksFor(by, [code]))?.code;
  return bodies.find(({ code }) => code === wanted);
};

const readRows = async (
  { c }: Desk,
  { body, period }: { readonly body: Body; readonly period: Period },
  indicators: readonly Indicator[],
): Promise<readonly GridRow[]> => {
  const [earlier, year] = [previous(period), yearBefore(period)];
  const periods = [period, earlier, year].filter((one) => one !== undefined);
  const figures = await observationsByKeys(
    c.get("deps").store.db,
    indicators.flatMap(({ code }) =>
      periods.map((one) => ({ indicator: code, body: body.code, period: one })),
    ),
  );
  const at = ({ code }: Indicator, one: Period | undefined) =>
    one === undefined ? undefined : figures.get(`${code}/${body.code}/${one}`);
  return indicators.map((indicator) => ({
    indicator,
    current: at(indicator, period),
    before: at(indicator, earlier),
    yearAgo: at(indicator, year),
  }));
};
