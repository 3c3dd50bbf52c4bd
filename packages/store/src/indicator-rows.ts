// Indicators read from the database; completions need them, and changing an indicator needs completions.

import type { Frequency, Indicator, IndicatorCode, IndicatorKind, Polarity } from "@yinuo/core";
import { sql, type Selectable } from "kysely";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";
import { fold } from "./search.ts";
import type { Indicator as IndicatorRow } from "./tables.generated.ts";

export type IndicatorQuery = {
  /** Words in code, name, definition. */
  readonly q?: string | undefined;
  /** Those this body has figures for. */
  readonly body?: string | undefined;
};

/** In the order of their codes. */
export const listIndicators = async (
  db: Db,
  { q, body }: IndicatorQuery = {},
): Promise<readonly Indicator[]> => {
  let query = db
    .selectFrom("indicator")
    .selectAll()
    .orderBy(sql`sort_code(code)`);
  for (const word of fold(q ?? "")
    .split(/\s+/)
    .filter(Boolean))
    query = query.where(
      sql<boolean>`strpos(lower(normalize(concat_ws(' ', code, name, name_en, definition, definition_en), NFKC)), ${word}) > 0`,
    );
  if (body !== undefined)
    query = query.where("code", "in", (from) =>
      from.selectFrom("observation").select("indicator").where("body", "=", body),
    );
  return (await query.execute()).map(toIndicator);
};

export const getIndicator = async (db: Db, code: string): Promise<Indicator | undefined> => {
  const row = await db.selectFrom("indicator").selectAll().where("code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : toIndicator(row);
};

export const indicatorsByCode = async (db: Db): Promise<ReadonlyMap<string, Indicator>> =>
  new Map(
    (await db.selectFrom("indicator").selectAll().execute()).map((row) => [row.code, toIndicator(row)]),
  );

/** Whether any figure was recorded for it. */
export const isObserved = async (db: Db, code: string): Promise<boolean> =>
  (await db
    .selectFrom("observation")
    .select("indicator")
    .where("indicator", "=", code)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Codes of all indicators that have figures. */
export const observedIndicators = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom("observation").select("indicator").distinct().execute();
  return new Set(rows.map(({ indicator }) => indicator));
};

const toIndicator = (row: Selectable<IndicatorRow>): Indicator =>
  present({
    code: row.code as IndicatorCode,
    externalId: row.external_id,
    name: row.name,
    nameEn: row.name_en,
    definition: row.definition,
    definitionEn: row.definition_en,
    unit: row.unit,
    unitEn: row.unit_en,
    kind: row.kind as IndicatorKind,
    polarity: row.polarity as Polarity,
    decimals: row.decimals,
    frequency: row.frequency as Frequency,
    scale: row.scale,
    numerator: row.numerator,
    denominator: row.denominator,
    least: row.least,
    most: row.most,
    source: row.source,
    version: row.version,
  });
