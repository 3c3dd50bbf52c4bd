// Problems in the database: locked, decided, saved with their history.

import {
  changedFields,
  daysOf,
  ok,
  problemCodeOf,
  sameFields,
  type Body,
  type Change,
  type Context,
  type Problem,
  type ProblemCode,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { sql } from "kysely";
import { bodiesByCode } from "./bodies.ts";
import type { Db } from "./connection.ts";
import { addHistory, type HistoryEntry, type HistoryPlace } from "./history.ts";
import { getJurisdiction } from "./jurisdiction.ts";
import { problemRow, selectProblems, stepRows, toProblem } from "./problem-rows.ts";
import { insertRows } from "./rows.ts";
import { save, type Author, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

/** What a decision about a problem must see; read under the lock. */
export type ProblemDeps = {
  readonly bodies: ReadonlyMap<string, Body>;
  /** How much evidence there is of it. */
  readonly evidenceCount: number;
  /** Days until the look-back of one that is struck off. */
  readonly lookBackAfterDays: number;
  /** For a new one: the number after the last of this year. */
  readonly nextCode: ProblemCode;
};

export const getProblem = async (db: Db, code: string): Promise<Problem | undefined> => {
  const row = await selectProblems(db).where("p.code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : toProblem(row);
};

/** Locks, decides, saves and writes the history. `code` is undefined for a new one. */
export const changeProblem = (
  db: Db,
  code: string | undefined,
  context: Context,
  decide: (current: Problem | undefined, deps: ProblemDeps) => Result<Change<Problem>, Refusal>,
): Promise<Result<Problem, Refusal>> =>
  writing(db, async (tx) => {
    const current = code === undefined ? undefined : await getProblem(tx, code);
    const decided = decide(current, {
      bodies: await bodiesByCode(tx),
      evidenceCount: current === undefined ? 0 : await countEvidence(tx, current.code),
      lookBackAfterDays: daysOf(await getJurisdiction(tx)).lookBackAfterDays,
      nextCode: await nextCode(tx, context),
    });
    if (!decided.ok) return decided;
    await saveProblem(tx, { was: current, change: decided.value }, context);
    return ok(decided.value.state);
  });

const countEvidence = async (tx: Db, problem: string): Promise<number> => {
  const { count } = await tx
    .selectFrom("evidence")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("problem", "=", problem)
    .executeTakeFirstOrThrow();
  return count;
};

/** Nothing is ever deleted, so the number after how many there are is free. */
const nextCode = async (tx: Db, { today }: Context): Promise<ProblemCode> => {
  const { count } = await tx
    .selectFrom("problem")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("code", "like", `${today.slice(0, 4)}-%`)
    .executeTakeFirstOrThrow();
  return problemCodeOf(today, count + 1);
};

const saveProblem = async (tx: Db, saving: Saving<Problem>, author: Author): Promise<void> => {
  const { was, change } = saving;
  await save(tx, "problem", ["code"], [saving], problemRow);
  if (!sameFields({ steps: was?.steps ?? [] }, { steps: change.state.steps })) {
    await sql`DELETE FROM problem_step WHERE problem = ${change.state.code}`.execute(tx);
    await insertRows(tx, "problem_step", stepRows(change.state));
  }
  await addHistory(tx, [problemEntry(saving, author)]);
};

export const problemEntry = (
  { was, change: { state, event } }: Saving<Problem>,
  { by }: Author,
): HistoryEntry => ({ ...event, by, ...problemPlace(state), ...changedFields(was, state) });

/** Told under the body whose task it is. */
export const problemPlace = ({ code, owner }: Pick<Problem, "code" | "owner">): HistoryPlace => ({
  subject: `problem/${code}`,
  problem: code,
  body: owner,
});
