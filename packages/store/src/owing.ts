// What each body has to do with each indicator: targets of its promises, figures it recorded; core says what is owed.

import { REMEMBERED_DAYS, type BodyCode, type Indicator, type Owing } from "@yinuo/core";
import { addDays, type Day, type Period } from "@yinuo/period";
import type { Db } from "./connection.ts";
import { listIndicators } from "./indicator-rows.ts";

export type BodyOwing = Owing & { readonly indicator: Indicator; readonly body: BodyCode };

/** Of one body, or of all; in the order of the indicators' codes, then the bodies'. */
export const owingOf = async (
  db: Db,
  { body, today }: { readonly body: string | undefined; readonly today: Day },
): Promise<readonly BodyOwing[]> => {
  const [indicators, targets, recorded, closings] = await Promise.all([
    listIndicators(db),
    targetsOf(db, body),
    recordedOf(db, body, addDays(today, -REMEMBERED_DAYS)),
    closedBodies(db),
  ]);
  const byIndicator = Map.groupBy([...targets, ...recorded], ({ indicator }) => indicator);
  return indicators.flatMap((indicator) => {
    const bodies = Map.groupBy(byIndicator.get(indicator.code) ?? [], (one) => one.body);
    return [...bodies].toSorted(inOrder).map(([code, rows]) => ({
      indicator,
      body: code as BodyCode,
      targets: rows.flatMap(({ period, since }) => (since === undefined ? [] : [{ period, since }])),
      recorded: rows.flatMap(({ period, since }) => (since === undefined ? [period] : [])),
      closedOn: closings.get(code),
    }));
  });
};

const inOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

type Row = {
  readonly indicator: string;
  readonly body: string;
  readonly period: Period;
  /** Of a target: the day its promise was published. */
  readonly since?: Day;
};

/** Of promises that are published and not yet judged or withdrawn. */
const targetsOf = async (db: Db, body: string | undefined): Promise<readonly Row[]> => {
  let query = db
    .selectFrom("target as t")
    .innerJoin("commitment as c", (on) =>
      on.onRef("c.programme", "=", "t.programme").onRef("c.code", "=", "t.commitment"),
    )
    .select(["t.indicator", "t.body", "t.period", "c.published_on"])
    .where("c.stage", "in", ["published", "declared"]);
  if (body !== undefined) query = query.where("t.body", "=", body);
  return (await query.execute()).flatMap(({ published_on, ...row }) =>
    published_on === null ? [] : [{ ...row, period: row.period as Period, since: published_on as Day }],
  );
};

const recordedOf = async (db: Db, body: string | undefined, from: Day): Promise<readonly Row[]> => {
  let query = db
    .selectFrom("observation")
    .select(["indicator", "body", "period"])
    .where("last_day", ">=", from);
  if (body !== undefined) query = query.where("body", "=", body);
  return (await query.execute()).map((row) => ({ ...row, period: row.period as Period }));
};

const closedBodies = async (db: Db): Promise<ReadonlyMap<string, Day>> => {
  const rows = await db
    .selectFrom("body")
    .select(["code", "closed_on"])
    .where("closed_on", "is not", null)
    .execute();
  return new Map(
    rows.flatMap(({ code, closed_on }) => (closed_on === null ? [] : [[code, closed_on as Day]])),
  );
};
