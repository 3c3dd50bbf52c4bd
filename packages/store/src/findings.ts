// Findings in the database: locked, decided, saved with their history. A form that is sent twice is recorded once.

import {
  changedFields,
  daysOf,
  ok,
  refuse,
  type By,
  type Change,
  type Check,
  type Context,
  type Finding,
  type Inspecting,
  type Refusal,
  type Result,
  type SubjectKey,
  type Verb,
} from "@yinuo/core";
import { sql } from "kysely";
import { getCheck } from "./checks.ts";
import type { Db } from "./connection.ts";
import { findingRow, toFinding } from "./finding-rows.ts";
import { addHistory, type HistoryEntry, type HistoryPlace } from "./history.ts";
import { getJurisdiction } from "./jurisdiction.ts";
import { save, type Author, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

/** The number of a subject within a check. */
export type FindingKey = { readonly check: string; readonly number: number };

/** What a decision about a finding must see; read under the lock. */
export type FindingDeps = Pick<Inspecting, "acted"> & {
  readonly check: Check;
  readonly appealDays: number;
};

export const getFinding = async (db: Db, { check, number }: FindingKey): Promise<Finding | undefined> => {
  const row = await db
    .selectFrom("finding")
    .selectAll()
    .where("inspection", "=", check)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? undefined : toFinding(row);
};

export type FindingSaved = {
  readonly finding: Finding;
  /** The form had come before: nothing was written this time. */
  readonly again: boolean;
};

type Decide = (current: Finding | undefined, deps: FindingDeps) => Result<Change<Finding>, Refusal>;

/**
 * Locks, decides, saves and writes the history. `sentAs`: of the form a new one comes with. Refuses: checkUnknown,
 * subjectUnknown, and what `decide` does.
 */
export const changeFinding = (
  db: Db,
  { check: code, number, sentAs }: FindingKey & { readonly sentAs?: string | undefined },
  context: Context,
  decide: Decide,
): Promise<Result<FindingSaved, Refusal>> =>
  writing<FindingSaved>(db, async (tx) => {
    const check = await getCheck(tx, code);
    if (check === undefined) return refuse({ code: "checkUnknown", check: code });
    const subject = check.subjects.find((one) => one.number === number);
    if (subject === undefined) return refuse({ code: "subjectUnknown", number });
    const current = await getFinding(tx, { check: code, number });
    if (current !== undefined && (await wasSentAs(tx, current, sentAs)))
      return ok({ finding: current, again: true });
    const decided = decide(current, {
      check,
      acted: await hasActed(tx, subject.key, context),
      ...daysOf(await getJurisdiction(tx)),
    });
    if (!decided.ok) return decided;
    const saving = { was: current, change: decided.value };
    await save(tx, "finding", ["inspection", "number"], [saving], findingRow);
    if (sentAs !== undefined)
      await tx
        .updateTable("finding")
        .set({ sent_as: sentAs })
        .where("inspection", "=", code)
        .where("number", "=", number)
        .execute();
    await addHistory(tx, [findingEntry(saving, context)]);
    return ok({ finding: decided.value.state, again: false });
  });

const wasSentAs = async (
  tx: Db,
  { check, number }: Finding,
  sentAs: string | undefined,
): Promise<boolean> => {
  if (sentAs === undefined) return false;
  const row = await tx
    .selectFrom("finding")
    .select("sent_as")
    .where("inspection", "=", check)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.sent_as === sentAs;
};

/** What an officer, or a steward in an officer's place, does for the body whose work it is. */
const DONE_FOR_OWNERS = [
  "progress.recorded",
  "milestone.done",
  "milestone.reopened",
  "commitment.declared-done",
  "commitment.declaration-taken-back",
  "problem.planned",
  "problem.step-done",
  "problem.declared-fixed",
  "finding.appealed",
] as const satisfies readonly Verb[];

/** Whether this account ever acted for the body whose work it is, in this matter. */
export const hasActed = async (
  db: Db,
  subject: SubjectKey,
  { by }: { readonly by: Pick<By, "account"> },
): Promise<boolean> => {
  let query = db
    .selectFrom("history")
    .select(sql<number>`1`.as("one"))
    .where("account", "=", by.account)
    .where("actor_role", "in", ["officer", "steward"])
    .where("verb", "in", [...DONE_FOR_OWNERS])
    .limit(1);
  query =
    "problem" in subject
      ? query.where("problem", "=", subject.problem)
      : query.where("programme", "=", subject.programme).where("commitment", "=", subject.commitment);
  return (await query.executeTakeFirst()) !== undefined;
};

export const findingEntry = (
  { was, change: { state, event } }: Saving<Finding>,
  { by }: Author,
): HistoryEntry => ({ ...event, by, ...findingPlace(state), ...changedFields(was, state) });

/** Told under the body whose work it is, and with the commitment or problem. */
export const findingPlace = ({
  check,
  number,
  subject,
  owners: [owner],
}: Pick<Finding, "check" | "number" | "subject" | "owners">): HistoryPlace => ({
  subject: `finding/${check}/${number}`,
  inspection: check,
  ...subject,
  body: owner,
});
