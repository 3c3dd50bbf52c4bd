// Figures over time, read for several indicators and bodies at once.

import type { BodyCode, Figure, IndicatorCode, Observation, Series } from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import { sql, type Selectable } from "kysely";
import type { Db } from "./connection.ts";
import { present, recordset } from "./rows.ts";
import type { Observation as ObservationRow } from "./tables.generated.ts";

export type SeriesKey = { readonly indicator: string; readonly body: string };

/** In the order of time. Keyed `indicator/body`; a pair without figures is absent. */
export const seriesFor = async (
  db: Db,
  keys: readonly SeriesKey[],
): Promise<ReadonlyMap<string, { readonly observations: readonly Observation[] }>> => {
  const wanted = [
    ...new Map(keys.map(({ indicator, body }) => [`${indicator}/${body}`, { indicator, body }])).values(),
  ];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("observation as o")
    .selectAll("o")
    .where(
      sql<boolean>`(o.indicator, o.body) IN (SELECT indicator, body FROM ${recordset("observation", wanted)})`,
    )
    .orderBy("o.last_day")
    .orderBy("o.first_day")
    .execute();
  const series = new Map<string, { observations: Observation[] }>();
  for (const row of rows) {
    const key = `${row.indicator}/${row.body}`;
    const one = series.get(key) ?? { observations: [] };
    one.observations.push(toObservation(row));
    series.set(key, one);
  }
  return series;
};

/** The figures by period, as core computes with them. */
export const figuresOf = (observations: readonly Observation[]): Series =>
  new Map(observations.map(({ period, figure }) => [period, figure]));

export const toObservation = (row: Selectable<ObservationRow>): Observation =>
  present({
    indicator: row.indicator as IndicatorCode,
    body: row.body as BodyCode,
    period: row.period as Period,
    figure: toFigure(row),
    source: row.source,
    note: row.note,
    confirmed: row.confirmed,
    recordedOn: row.recorded_on as Day,
    version: row.version,
  });

const toFigure = (row: Selectable<ObservationRow>): Figure => {
  const { shape, value, numerator, denominator, mean, count } = row;
  if (shape === "number" && value !== null) return { as: "number", value };
  if (shape === "ratio" && numerator !== null && denominator !== null)
    return { as: "ratio", numerator, denominator };
  if (shape === "mean" && mean !== null && count !== null) return { as: "mean", mean, count };
  return { as: "notCollected" };
};
