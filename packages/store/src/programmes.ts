// Programmes in the database.

import {
  changedFields,
  ok,
  type Change,
  type CompletionRule,
  type Context,
  type Programme,
  type ProgrammeCode,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import type { Selectable } from "kysely";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { remembered } from "./memory.ts";
import { addHistory, type HistoryPlace } from "./history.ts";
import { present } from "./rows.ts";
import { save } from "./save.ts";
import type { Programme as ProgrammeRow } from "./tables.generated.ts";
import { writing } from "./transaction.ts";

/** Newest period first; only published ones unless told otherwise. */
export const listProgrammes = (
  db: Db,
  { published = true }: { readonly published?: boolean } = {},
): Promise<readonly Programme[]> =>
  remembered(db, `programmes ${published}`, async () => {
    let query = db.selectFrom("programme").selectAll().orderBy("period", "desc").orderBy("code");
    if (published) query = query.where("published_on", "is not", null);
    return (await query.execute()).map(toProgramme);
  });

/** An unpublished one only for the desk. */
export const getProgramme = async (
  db: Db,
  code: string,
  { desk = false }: { readonly desk?: boolean } = {},
): Promise<Programme | undefined> => {
  let query = db.selectFrom("programme").selectAll().where("code", "=", code);
  if (!desk) query = query.where("published_on", "is not", null);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : toProgramme(row);
};

/** Locks, decides, saves and writes the history; another completion rule is applied to all its commitments at once. */
export const changeProgramme = (
  db: Db,
  code: string,
  { by }: Context,
  decide: (
    current: Programme | undefined,
    deps: { readonly programmes: ReadonlyMap<string, Programme> },
  ) => Result<Change<Programme>, Refusal>,
): Promise<Result<Programme, Refusal>> =>
  writing(db, async (tx) => {
    const programmes = new Map(
      (await listProgrammes(tx, { published: false })).map((one) => [one.code as string, one]),
    );
    const current = programmes.get(code);
    const decided = decide(current, { programmes });
    if (!decided.ok) return decided;
    const { state, event } = decided.value;
    await save(tx, "programme", ["code"], [{ was: current, change: decided.value }], programmeRow);
    await addHistory(tx, [{ ...event, by, ...programmePlace(state), ...changedFields(current, state) }]);
    if (current !== undefined && current.completionRule !== state.completionRule)
      await refreshCompletions(tx, { programme: state.code });
    return ok(state);
  });

export const programmePlace = ({ code }: Programme): HistoryPlace => ({
  subject: `programme/${code}`,
  programme: code,
});

export const programmeRow = (programme: Programme) => ({
  code: programme.code,
  title: programme.title,
  title_en: programme.titleEn,
  period: programme.period,
  completion_rule: programme.completionRule,
  silent_after_days: programme.silentAfterDays,
  ranking_minimum: programme.rankingMinimum,
  published_on: programme.publishedOn,
  source: programme.source,
  version: programme.version,
});

const toProgramme = (row: Selectable<ProgrammeRow>): Programme =>
  present({
    code: row.code as ProgrammeCode,
    title: row.title,
    titleEn: row.title_en,
    period: row.period as Period,
    completionRule: row.completion_rule as CompletionRule,
    silentAfterDays: row.silent_after_days,
    rankingMinimum: row.ranking_minimum,
    publishedOn: row.published_on as Day | null,
    source: row.source,
    version: row.version,
  });
