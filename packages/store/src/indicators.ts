// Indicators in the database: decided, saved with their history, and what hangs on them kept up to date.

import {
  changedFields,
  ok,
  type Change,
  type Context,
  type Indicator,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { addHistory } from "./history.ts";
import { indicatorsByCode, isObserved } from "./indicator-rows.ts";
import { save, type Author, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

/** Locks, decides, saves and writes the history. */
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
