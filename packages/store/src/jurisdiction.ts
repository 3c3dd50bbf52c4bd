// The one jurisdiction of this installation: names, time zone, languages, licence.

import {
  changedFields,
  ok,
  refuse,
  sameFields,
  type By,
  type Change,
  type Jurisdiction,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Db } from "./connection.ts";
import { remembered } from "./memory.ts";
import { addHistory } from "./history.ts";
import { insertRows, present, updateRows } from "./rows.ts";
import { writing } from "./transaction.ts";

/** `undefined` before the first set-up. */
export const getJurisdiction = (db: Db): Promise<Jurisdiction | undefined> =>
  remembered(db, "jurisdiction", () => readJurisdiction(db));

const readJurisdiction = async (db: Db): Promise<Jurisdiction | undefined> => {
  const row = await db.selectFrom("jurisdiction").selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  return present({
    name: row.name,
    nameEn: row.name_en,
    timeZone: row.time_zone,
    languages: row.languages,
    defaultLanguage: row.default_language,
    licence: row.licence,
    licenceUrl: row.licence_url,
    sample: row.sample,
    independent: row.independent,
    contact: row.contact,
    appealDays: row.appeal_days,
    lookBackAfterDays: row.look_back_after_days,
    setUpOn: row.set_up_on as Day,
  });
};

/** `by` is absent at the first set-up, when there are no accounts. */
export const changeJurisdiction = (
  db: Db,
  context: { readonly by?: By | undefined; readonly today: Day },
  decide: (current: Jurisdiction | undefined) => Result<Change<Jurisdiction>, Refusal>,
): Promise<Result<Jurisdiction, Refusal>> =>
  writing(db, async (tx) => {
    const current = await getJurisdiction(tx);
    const decided = decide(current);
    if (!decided.ok) return decided;
    const { state, event } = decided.value;
    if (current !== undefined && sameFields(current, state)) return refuse({ code: "nothingChanged" });
    const row = toRow(state);
    await (current === undefined
      ? insertRows(tx, "jurisdiction", [row])
      : updateRows(tx, "jurisdiction", ["only_one"], [row]));
    await addHistory(tx, [
      { ...event, by: context.by, subject: "jurisdiction", ...changedFields(current, state) },
    ]);
    return ok(state);
  });

const toRow = (state: Jurisdiction) => ({
  only_one: true,
  name: state.name,
  name_en: state.nameEn,
  time_zone: state.timeZone,
  languages: state.languages,
  default_language: state.defaultLanguage,
  licence: state.licence,
  licence_url: state.licenceUrl,
  sample: state.sample,
  independent: state.independent,
  contact: state.contact,
  appeal_days: state.appealDays,
  look_back_after_days: state.lookBackAfterDays,
  set_up_on: state.setUpOn,
});
