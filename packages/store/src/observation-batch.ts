// Many figures decided and written as one: every row that is refused is named, and then nothing is written.

import {
  ok,
  refuse,
  type Body,
  type Change,
  type Context,
  type Observation,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { previous, type Period } from "@yinuo/period";
import { getBody } from "./bodies.ts";
import type { Db } from "./connection.ts";
import { indicatorsByCode } from "./indicator-rows.ts";
import {
  observationsByKeys,
  saveObservations,
  type ObservationDeps,
  type ObservationSaving,
} from "./observations.ts";
import { writing } from "./transaction.ts";

export type BatchKey = {
  readonly body: string;
  readonly period: Period;
  readonly indicators: readonly string[];
};

/** Refused rows by their indicator; there is at least one. */
export type RowsRefused = { readonly code: "rowsRefused"; readonly rows: ReadonlyMap<string, Refusal> };

type Decide = (
  current: Observation | undefined,
  deps: ObservationDeps,
) => Result<Change<Observation>, Refusal>;

/** Locks, decides each, and saves all with their history or none. Refuses bodyUnknown, and each row for itself. */
export const recordObservations = (
  db: Db,
  key: BatchKey,
  context: Context,
  decide: Decide,
): Promise<Result<readonly Observation[], Refusal | RowsRefused>> =>
  writing<readonly Observation[], Refusal | RowsRefused>(db, async (tx) => {
    const body = await getBody(tx, key.body);
    if (body === undefined) return refuse({ code: "bodyUnknown", field: "body", body: key.body });
    const seen = await readAll(tx, key, body);
    const refused = new Map<string, Refusal>();
    const saving: (ObservationSaving & { readonly change: Change<Observation> })[] = [];
    for (const [indicator, { current, deps }] of seen) {
      const decided: Result<Change<Observation>, Refusal> = deps === undefined
        ? refuse({ code: "indicatorUnknown", field: "indicator", indicator })
        : decide(current, deps);
      if (decided.ok) saving.push({ was: current, change: decided.value });
      else refused.set(indicator, decided.error);
    }
    if (refused.size > 0) return refuse({ code: "rowsRefused", rows: refused });
    await saveObservations(tx, saving, context);
    return ok(saving.map(({ change }) => change.state));
  });

type SeenRow = { readonly current: Observation | undefined; readonly deps: ObservationDeps | undefined };

const readAll = async (
  tx: Db,
  { period, indicators }: BatchKey,
  body: Body,
): Promise<ReadonlyMap<string, SeenRow>> => {
  const earlier = previous(period);
  const keys = indicators.flatMap((indicator) =>
    [period, ...(earlier === undefined ? [] : [earlier])].map((one) => ({
      indicator,
      body: body.code,
      period: one,
    })),
  );
  const known = await indicatorsByCode(tx);
  const figures = await observationsByKeys(tx, keys);
  const figureOf = (indicator: string, at: Period | undefined) =>
    at === undefined ? undefined : figures.get(`${indicator}/${body.code}/${at}`);
  return new Map(
    indicators.map((code) => {
      const indicator = known.get(code);
      const deps = indicator === undefined ? undefined : { indicator, body, before: figureOf(code, earlier) };
      return [code, { current: figureOf(code, period), deps }];
    }),
  );
};
