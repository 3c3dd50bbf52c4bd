// Observations in the database: one figure per indicator, body and period.

import {
  changedFields,
  ok,
  refuse,
  type Body,
  type Change,
  type Context,
  type Figure,
  type Indicator,
  type Observation,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { firstDay, lastDay, previous, type Day, type Period } from "@yinuo/period";
import { sql } from "kysely";
import { getBody } from "./bodies.ts";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { addHistory, type HistoryPlace } from "./history.ts";
import { getIndicator } from "./indicator-rows.ts";
import { insertRows, recordset, updateRows } from "./rows.ts";
import type { Author } from "./save.ts";
import { toObservation } from "./series.ts";
import { writing } from "./transaction.ts";

export type ObservationKey = { readonly indicator: string; readonly body: string; readonly period: Period };

export type ObservationDeps = {
  readonly indicator: Indicator;
  readonly body: Body;
  /** The body's figure for the period before, if there is one. */
  readonly before?: { readonly period: Period; readonly figure: Figure } | undefined;
};

/** `state` undefined withdraws the figure. */
export type ObservationChange = Change<Observation | undefined>;

/** A decided change beside the figure it was decided on. */
export type ObservationSaving = { readonly was: Observation | undefined; readonly change: ObservationChange };

export const getObservation = async (
  db: Db,
  { indicator, body, period }: ObservationKey,
): Promise<Observation | undefined> => {
  const row = await db
    .selectFrom("observation")
    .selectAll()
    .where("indicator", "=", indicator)
    .where("body", "=", body)
    .where("period", "=", period)
    .executeTakeFirst();
  return row === undefined ? undefined : toObservation(row);
};

export type ObservationFilter = {
  readonly indicator?: string | undefined;
  readonly body?: string | undefined;
  /** Whose last day is not before / not after. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
};

/** Newest period first, in an order that two figures never share. */
export const listObservations = async (
  db: Db,
  filter: ObservationFilter,
): Promise<readonly Observation[]> => {
  let query = matching(db, filter).selectAll();
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  if (filter.offset !== undefined) query = query.offset(filter.offset);
  query = query
    .orderBy("last_day", "desc")
    .orderBy("first_day", "desc")
    .orderBy("indicator")
    .orderBy("body")
    .orderBy("period");
  return (await query.execute()).map(toObservation);
};

export const countObservations = async (db: Db, filter: ObservationFilter): Promise<number> => {
  const { count } = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
};

const matching = (db: Db, filter: ObservationFilter) => {
  let query = db.selectFrom("observation");
  if (filter.indicator !== undefined) query = query.where("indicator", "=", filter.indicator);
  if (filter.body !== undefined) query = query.where("body", "=", filter.body);
  if (filter.from !== undefined) query = query.where("last_day", ">=", filter.from);
  if (filter.to !== undefined) query = query.where("last_day", "<=", filter.to);
  return query;
};

/** Locks, decides, saves and writes the history. Refuses indicatorUnknown, bodyUnknown. */
export const recordObservation = <State extends Observation | undefined>(
  db: Db,
  key: ObservationKey,
  context: Context,
  decide: (current: Observation | undefined, deps: ObservationDeps) => Result<Change<State>, Refusal>,
): Promise<Result<State, Refusal>> =>
  writing(db, async (tx) => {
    const indicator = await getIndicator(tx, key.indicator);
    if (indicator === undefined)
      return refuse({ code: "indicatorUnknown", field: "indicator", indicator: key.indicator });
    const body = await getBody(tx, key.body);
    if (body === undefined) return refuse({ code: "bodyUnknown", field: "body", body: key.body });
    const current = await getObservation(tx, key);
    const earlier = previous(key.period);
    const before = earlier === undefined ? undefined : await getObservation(tx, { ...key, period: earlier });
    const decided = decide(current, { indicator, body, before });
    if (!decided.ok) return decided;
    await saveObservations(tx, [{ was: current, change: decided.value }], context);
    return ok(decided.value.state);
  });

/** Those of the keys that exist. Keyed `indicator/body/period`. */
export const observationsByKeys = async (
  db: Db,
  keys: readonly ObservationKey[],
): Promise<ReadonlyMap<string, Observation>> => {
  const rows = await db
    .selectFrom("observation as o")
    .selectAll("o")
    .where(
      sql<boolean>`(o.indicator, o.body, o.period) IN (
        SELECT indicator, body, period FROM ${recordset("observation", keys)})`,
    )
    .execute();
  return new Map(rows.map((row) => [`${row.indicator}/${row.body}/${row.period}`, toObservation(row)]));
};

/** Decided changes of many figures, within the transaction they were decided in. */
export const saveObservations = async (
  tx: Db,
  saving: readonly ObservationSaving[],
  { by, today, batch }: Author & Pick<Context, "today">,
): Promise<void> => {
  const states = (wanted: (one: ObservationSaving) => boolean) =>
    saving
      .filter(wanted)
      .flatMap(({ change: { state } }) => (state === undefined ? [] : [observationRow(state)]));
  await insertRows(
    tx,
    "observation",
    states(({ was }) => was === undefined),
  );
  await updateRows(
    tx,
    "observation",
    KEYS,
    states(({ was }) => was !== undefined),
  );
  const gone = saving.flatMap(({ was, change }) =>
    was !== undefined && change.state === undefined ? [keyOf(was)] : [],
  );
  if (gone.length > 0)
    await sql`DELETE FROM observation WHERE (indicator, body, period) IN (
      SELECT indicator, body, period FROM ${recordset("observation", gone)})`.execute(tx);
  await addHistory(
    tx,
    saving.flatMap(({ was, change: { state, event } }) => {
      const one = state ?? was;
      return one === undefined
        ? []
        : [{ ...event, by, batch, ...observationPlace(one), ...changedFields(was, state) }];
    }),
  );
  await touchCommitments(tx, saving, today);
};

export const observationPlace = ({
  indicator,
  body,
  period,
}: Pick<Observation, "indicator" | "body" | "period">): HistoryPlace => ({
  subject: `observation/${indicator}/${body}/${period}`,
  indicator,
  body,
});

const KEYS = ["indicator", "body", "period"] as const;

const keyOf = ({ indicator, body, period }: Observation): ObservationKey => ({ indicator, body, period });

/** A figure within a target's period is a sign of life, and may move the completion of every commitment it counts for. */
const touchCommitments = async (tx: Db, saving: readonly ObservationSaving[], today: Day): Promise<void> => {
  const touched = saving.flatMap(({ was, change }) => change.state ?? was ?? []);
  const series = Map.groupBy(touched, ({ indicator, body }) => `${indicator}/${body}`);
  const pairs = [...series.values()].flatMap(([one]) =>
    one === undefined ? [] : [{ indicator: one.indicator, body: one.body }],
  );
  const targets = await tx
    .selectFrom("target")
    .select(["programme", "commitment as code", "indicator", "body", "period"])
    .where(
      sql<boolean>`(indicator, body) IN (SELECT indicator, body FROM ${recordset("observation", pairs)})`,
    )
    .execute();
  const alive = targets.filter(({ indicator, body, period }) =>
    series.get(`${indicator}/${body}`)?.some((one) => overlap(one.period, period as Period)),
  );
  await sql`UPDATE commitment AS c SET last_recorded_on = ${today}::date
    FROM (SELECT DISTINCT programme, code FROM ${recordset("commitment", keysOf(alive))}) AS touched
    WHERE c.programme = touched.programme AND c.code = touched.code AND c.stage IN ('published', 'declared')
      AND c.last_recorded_on IS DISTINCT FROM ${today}::date`.execute(tx);
  await refreshCompletions(tx, { keys: keysOf(targets) });
};

const keysOf = (rows: readonly { programme: string; code: string }[]) =>
  rows.map(({ programme, code }) => ({ programme, code }));

const overlap = (a: Period, b: Period): boolean => firstDay(a) <= lastDay(b) && lastDay(a) >= firstDay(b);

export const observationRow = (observation: Observation) => {
  const { figure } = observation;
  return {
    indicator: observation.indicator,
    body: observation.body,
    period: observation.period,
    first_day: firstDay(observation.period),
    last_day: lastDay(observation.period),
    shape: figure.as,
    value: figure.as === "number" ? figure.value : null,
    numerator: figure.as === "ratio" ? figure.numerator : null,
    denominator: figure.as === "ratio" ? figure.denominator : null,
    mean: figure.as === "mean" ? figure.mean : null,
    count: figure.as === "mean" ? figure.count : null,
    source: observation.source ?? null,
    note: observation.note ?? null,
    confirmed: observation.confirmed ?? null,
    recorded_on: observation.recordedOn,
    version: observation.version,
  };
};
