// Indicators in the database.

import {
  changedFields,
  ok,
  type Change,
  type Context,
  type Frequency,
  type Indicator,
  type IndicatorCode,
  type IndicatorKind,
  type Polarity,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { sql, type Selectable } from "kysely";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { addHistory } from "./history.ts";
import { present } from "./rows.ts";
import { fold } from "./search.ts";
import { save, type Author, type Saving } from "./save.ts";
import type { Indicator as IndicatorRow } from "./tables.generated.ts";
import { writing } from "./transaction.ts";

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

/** Locks, decides, saves and writes the history. */
/** Codes of all indicators that have figures. */
export const observedIndicators = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom("observation").select("indicator").distinct().execute();
  return new Set(rows.map(({ indicator }) => indicator));
};

export const changeIndicator = (
  db: Db,
  code: string,
  context: Context,
  decide: (
    current: Indicator | undefined,
    deps: { readonly indicators: ReadonlyMap<string, Indicator>; readonly observed: boolean },
  ) => Result<Change<Indicator>, Refusal>,
): Promise<Result<Indicator, Refusal>> =>
  writing(db, async (tx) => {
    const indicators = await indicatorsByCode(tx);
    const current = indicators.get(code);
    const decided = decide(current, { indicators, observed: await isObserved(tx, code) });
    if (!decided.ok) return decided;
    await saveIndicators(tx, [{ was: current, change: decided.value }], context);
    return ok(decided.value.state);
  });

/** Decided changes of many indicators, within the transaction they were decided in. */
export const saveIndicators = async (
  tx: Db,
  saving: readonly Saving<Indicator>[],
  { by, batch }: Author,
): Promise<void> => {
  await save(tx, "indicator", ["code"], saving, toRow);
  await addHistory(
    tx,
    saving.map(({ was, change: { state, event } }) => ({
      ...event,
      by,
      batch,
      subject: `indicator/${state.code}`,
      indicator: state.code,
      ...changedFields(was, state),
    })),
  );
  // Kind, polarity, frequency and scale all decide what its figures make of a target.
  const changed = saving.filter(({ was }) => was !== undefined).map(({ change }) => change.state.code);
  await refreshCompletions(tx, { indicators: changed });
};

const toRow = (indicator: Indicator) => ({
  code: indicator.code,
  external_id: indicator.externalId,
  name: indicator.name,
  name_en: indicator.nameEn,
  definition: indicator.definition,
  definition_en: indicator.definitionEn,
  unit: indicator.unit,
  unit_en: indicator.unitEn,
  kind: indicator.kind,
  polarity: indicator.polarity,
  decimals: indicator.decimals,
  frequency: indicator.frequency,
  scale: indicator.scale,
  numerator: indicator.numerator,
  denominator: indicator.denominator,
  least: indicator.least,
  most: indicator.most,
  source: indicator.source,
  version: indicator.version,
});

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
