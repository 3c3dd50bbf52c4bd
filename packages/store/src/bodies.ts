// Bodies in the database.

import {
  changedFields,
  ok,
  type Body,
  type BodyCode,
  type Change,
  type Context,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Selectable } from "kysely";
import type { Db } from "./connection.ts";
import { remembered } from "./memory.ts";
import { addHistory } from "./history.ts";
import { save, type Author, type Saving } from "./save.ts";
import { present } from "./rows.ts";
import type { Body as BodyRow } from "./tables.generated.ts";
import { writing } from "./transaction.ts";

/** In the order of their codes. */
export const listBodies = (db: Db): Promise<readonly Body[]> =>
  remembered(db, "bodies", async () =>
    (await db.selectFrom("body").selectAll().orderBy("code").execute()).map(toBody),
  );

export const getBody = async (db: Db, code: string): Promise<Body | undefined> => {
  const row = await db.selectFrom("body").selectAll().where("code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : toBody(row);
};

export const bodiesByCode = async (db: Db): Promise<ReadonlyMap<string, Body>> =>
  new Map((await listBodies(db)).map((body) => [body.code, body]));

/** Locks, decides, saves and writes the history. `current` is undefined for a new code. */
export const changeBody = (
  db: Db,
  code: string,
  context: Context,
  decide: (
    current: Body | undefined,
    deps: { readonly bodies: ReadonlyMap<string, Body> },
  ) => Result<Change<Body>, Refusal>,
): Promise<Result<Body, Refusal>> =>
  writing(db, async (tx) => {
    const bodies = await bodiesByCode(tx);
    const current = bodies.get(code);
    const decided = decide(current, { bodies });
    if (!decided.ok) return decided;
    await saveBodies(tx, [{ was: current, change: decided.value }], context);
    return ok(decided.value.state);
  });

/** Decided changes of many bodies, within the transaction they were decided in. */
export const saveBodies = async (
  tx: Db,
  saving: readonly Saving<Body>[],
  { by, batch }: Author,
): Promise<void> => {
  await save(tx, "body", ["code"], saving, toRow);
  await addHistory(
    tx,
    saving.map(({ was, change: { state, event } }) => ({
      ...event,
      by,
      batch,
      subject: `body/${state.code}`,
      body: state.code,
      ...changedFields(was, state),
    })),
  );
};

const toRow = (body: Body) => ({
  code: body.code,
  external_id: body.externalId,
  name: body.name,
  name_en: body.nameEn,
  parent: body.parent,
  inspects: body.inspects,
  about: body.about,
  about_en: body.aboutEn,
  closed_on: body.closedOn,
  version: body.version,
});

const toBody = (row: Selectable<BodyRow>): Body =>
  present({
    code: row.code as BodyCode,
    externalId: row.external_id,
    name: row.name,
    nameEn: row.name_en,
    parent: row.parent as BodyCode | null,
    inspects: row.inspects,
    about: row.about,
    aboutEn: row.about_en,
    closedOn: row.closed_on as Day | null,
    version: row.version,
  });
