// Commitments in the database: locked, decided, saved with their history, their completion kept up to date.

import {
  changedFields,
  commitmentCode,
  ok,
  refuse,
  sameFields,
  type Body,
  type Change,
  type Commitment,
  type CommitmentCode,
  type Context,
  type Indicator,
  type Programme,
  type ProgrammeCode,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { sql } from "kysely";
import { bodiesByCode } from "./bodies.ts";
import {
  commitmentRow,
  milestoneRows,
  selectCommitments,
  targetRows,
  toCommitment,
  type KeptCommitment,
} from "./commitment-rows.ts";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { addHistory, type HistoryEntry, type HistoryPlace } from "./history.ts";
import { indicatorsByCode } from "./indicator-rows.ts";
import { getProgramme } from "./programmes.ts";
import { insertRows, recordset } from "./rows.ts";
import { save, type Author, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

export type CommitmentKey = { readonly programme: string; readonly code: string };

/** What a decision about a commitment must see; read under the lock. */
export type CommitmentDeps = {
  readonly programme: Programme;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** How much evidence each milestone has, by its code. */
  readonly evidenceCounts: ReadonlyMap<string, number>;
};

/** Drafts, and whatever is in an unpublished programme, only for the desk. */
export const getCommitment = async (
  db: Db,
  { programme, code }: CommitmentKey,
  { desk = false }: { readonly desk?: boolean } = {},
): Promise<KeptCommitment | undefined> => {
  let query = selectCommitments(db).where("c.programme", "=", programme).where("c.code", "=", code);
  if (!desk)
    query = query
      .where("c.stage", "<>", "draft")
      .where("c.programme", "in", (from) =>
        from.selectFrom("programme").select("code").where("published_on", "is not", null),
      );
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : toCommitment(row);
};

/** Locks, decides, saves and writes the history. `current` is undefined for a new code. Refuses programmeUnknown. */
export const changeCommitment = (
  db: Db,
  key: CommitmentKey,
  context: Context,
  decide: (current: Commitment | undefined, deps: CommitmentDeps) => Result<Change<Commitment>, Refusal>,
): Promise<Result<Commitment, Refusal>> =>
  writing(db, async (tx) => {
    const seen = await readForDecision(tx, key);
    if (!seen.ok) return seen;
    const { current, deps } = seen.value;
    const decided = decide(current, deps);
    if (!decided.ok) return decided;
    await saveCommitments(tx, [{ was: current, change: decided.value }], context);
    return ok(decided.value.state);
  });

/** Under the lock. Refuses programmeUnknown. */
export const readForDecision = async (
  tx: Db,
  key: CommitmentKey,
): Promise<Result<{ current: Commitment | undefined; deps: CommitmentDeps }, Refusal>> => {
  const programme = await getProgramme(tx, key.programme, { desk: true });
  if (programme === undefined)
    return refuse({ code: "programmeUnknown", field: "programme", programme: key.programme });
  // A code typed in full-width letters is the same code.
  const code = commitmentCode(key.code) ?? key.code;
  const current = await getCommitment(tx, { programme: programme.code, code }, { desk: true });
  const deps = {
    programme,
    bodies: await bodiesByCode(tx),
    indicators: await indicatorsByCode(tx),
    evidenceCounts: await countEvidence(tx, { programme: programme.code, code }),
  };
  return ok({ current: current === undefined ? undefined : withoutCompletion(current), deps });
};

const withoutCompletion = ({ completion: _completion, ...commitment }: KeptCommitment): Commitment =>
  commitment;

const countEvidence = async (
  db: Db,
  { programme, code }: CommitmentKey,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom("evidence")
    .select(({ fn }) => ["milestone", fn.countAll<number>().as("count")])
    .where("programme", "=", programme)
    .where("commitment", "=", code)
    .where("milestone", "is not", null)
    .groupBy("milestone")
    .execute();
  return new Map(rows.map(({ milestone, count }) => [milestone ?? "", count]));
};

/** Those of the keys that exist, drafts included; for a decision about many. Keyed `programme/code`. */
export const commitmentsByKeys = async (
  db: Db,
  keys: readonly CommitmentKey[],
): Promise<ReadonlyMap<string, Commitment>> => {
  const wanted = recordset("commitment", keys);
  const rows = await selectCommitments(db)
    .where(sql<boolean>`(c.programme, c.code) IN (SELECT programme, code FROM ${wanted})`)
    .execute();
  return new Map(rows.map((row) => [`${row.programme}/${row.code}`, withoutCompletion(toCommitment(row))]));
};

/** All of some programmes, drafts included; for matching a list against them. */
export const commitmentsOf = async (
  db: Db,
  programmes: readonly string[],
): Promise<readonly Commitment[]> => {
  if (programmes.length === 0) return [];
  const rows = await selectCommitments(db).where("c.programme", "in", programmes).execute();
  return rows.map((row) => withoutCompletion(toCommitment(row)));
};

/** By external id within a programme; for matching rows of a list that came from elsewhere. */
export const commitmentsByExternalIds = async (
  db: Db,
  programme: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, Commitment>> => {
  const rows = await selectCommitments(db)
    .where("c.programme", "=", programme)
    .where(sql<boolean>`c.external_id = ANY (${[...externalIds]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? "", withoutCompletion(toCommitment(row))]));
};

/** Decided changes of many commitments, within the transaction they were decided in; `context` of the refresh too. */
export const saveCommitments = async (
  tx: Db,
  saving: readonly Saving<Commitment>[],
  author: Author,
): Promise<void> => {
  await save(tx, "commitment", ["programme", "code"], saving, commitmentRow);
  const parts = saving.filter(({ was, change: { state } }) => !sameFields(partsOf(was), partsOf(state)));
  await replaceParts(tx, parts);
  await addHistory(
    tx,
    saving.map((one) => commitmentEntry(one, author)),
  );
  await refreshCompletions(tx, { keys: parts.map(({ change }) => keyOf(change.state)) });
};

const partsOf = (commitment: Commitment | undefined) => ({
  targets: commitment?.targets ?? [],
  milestones: commitment?.milestones ?? [],
});

const keyOf = ({ programme, code }: Commitment): CommitmentKey => ({ programme, code });

const replaceParts = async (tx: Db, saving: readonly Saving<Commitment>[]): Promise<void> => {
  const had = saving.flatMap(({ was }) => (was === undefined ? [] : [keyOf(was)]));
  if (had.length > 0)
    for (const table of ["target", "milestone"] as const)
      await sql`DELETE FROM ${sql.table(table)}
        WHERE (programme, commitment) IN (SELECT programme, code FROM ${recordset("commitment", had)})`.execute(
        tx,
      );
  await insertRows(
    tx,
    "target",
    saving.flatMap(({ change }) => targetRows(change.state)),
  );
  await insertRows(
    tx,
    "milestone",
    saving.flatMap(({ change }) => milestoneRows(change.state)),
  );
};

export const commitmentEntry = (
  { was, change: { state, event } }: Saving<Commitment>,
  { by, batch }: Author,
): HistoryEntry => ({
  ...event,
  by,
  batch,
  ...placeOf(state),
  ...(event.verb.startsWith("milestone.") ? milestonePlace(was, state) : {}),
  ...changedFields(told(was), told(state)),
});

export const placeOf = ({
  programme,
  code,
}: {
  programme: ProgrammeCode;
  code: CommitmentCode;
}): HistoryPlace => ({
  subject: `commitment/${programme}/${code}`,
  programme,
  commitment: code,
});

/** The day of the last record follows from other entries. */
const told = (commitment: Commitment | undefined) =>
  commitment === undefined ? undefined : { ...commitment, lastRecordedOn: undefined };

const milestonePlace = (was: Commitment | undefined, state: Commitment) => {
  const changed = state.milestones.find(
    ({ code, doneOn }) => was?.milestones.find((before) => before.code === code)?.doneOn !== doneOn,
  );
  return { subject: `milestone/${state.programme}/${state.code}/${changed?.code ?? ""}` };
};
