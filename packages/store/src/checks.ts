// Checks in the database: locked, decided, saved with their history; the frame frozen under the same lock.

import {
  changedFields,
  checkCodeOf,
  MOST_SUBJECTS,
  ok,
  sameFields,
  type BodyCode,
  type Body,
  type Change,
  type Check,
  type CheckCode,
  type Context,
  type DrawCode,
  type Candidate,
  type FrozenSubject,
  type ProblemStandingName,
  type Refusal,
  type Result,
  type Standing,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import { bodiesByCode } from "./bodies.ts";
import { checkRow, selectChecks, subjectRows, toCheck } from "./check-rows.ts";
import { listCommitments } from "./commitment-list.ts";
import type { Db } from "./connection.ts";
import { drawnForCheck } from "./draws.ts";
import { addHistory, type HistoryEntry, type HistoryPlace } from "./history.ts";
import { listProblems } from "./problem-list.ts";
import { insertRows } from "./rows.ts";
import { save, type Author, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

/** What a decision about a check must see; read under the lock. */
export type CheckDeps = {
  readonly bodies: ReadonlyMap<string, Body>;
  /** The numbers of the subjects that have a finding. */
  readonly found: ReadonlySet<number>;
  /** All that is within the frame now; of a check that is not opened yet. */
  readonly frozen: readonly Candidate[];
  /** For a new one: the number after the last of this year. */
  readonly nextCode: CheckCode;
};

export const getCheck = async (db: Db, code: string): Promise<Check | undefined> => {
  const row = await selectChecks(db).where("i.code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : toCheck(row);
};

/** Locks, decides, saves and writes the history. `code` is undefined for a new one. */
export const changeCheck = (
  db: Db,
  code: string | undefined,
  context: Context,
  decide: (current: Check | undefined, deps: CheckDeps) => Result<Change<Check>, Refusal>,
): Promise<Result<Check, Refusal>> =>
  writing(db, async (tx) => {
    const current = code === undefined ? undefined : await getCheck(tx, code);
    const decided = decide(current, {
      bodies: await bodiesByCode(tx),
      found: current === undefined ? new Set() : await foundNumbers(tx, current.code),
      frozen: current?.stage === "planned" ? await withinFrame(tx, current, context) : [],
      nextCode: await nextCode(tx, context),
    });
    if (!decided.ok) return decided;
    await saveCheck(tx, { was: current, change: decided.value }, context);
    return ok(decided.value.state);
  });

const foundNumbers = async (tx: Db, inspection: string): Promise<ReadonlySet<number>> => {
  const rows = await tx.selectFrom("finding").select("number").where("inspection", "=", inspection).execute();
  return new Set(rows.map(({ number }) => number));
};

type Framed = Pick<Check, "frame" | "programme" | "draw">;
type On = { readonly today: Day };

/** What the frame of a check holds on a day, in the order of codes; one more than may be taken, so that too many are seen. */
export const withinFrame = async (db: Db, check: Framed, on: On): Promise<readonly Candidate[]> =>
  check.draw === undefined
    ? filtered(db, check, { ...on, limit: MOST_SUBJECTS + 1 })
    : drawnThere(db, check, check.draw, on);

/** What stands after all replacements, in the order of codes; nothing where the draw was called off meanwhile. */
const drawnThere = async (db: Db, check: Framed, draw: DrawCode, on: On): Promise<readonly Candidate[]> => {
  const result = await drawnForCheck(db, draw);
  const drawn = new Map(
    result?.drawn.map(({ id, inspectors }) => [id, inspectors.map(({ body }) => body)]) ?? [],
  );
  // What was drawn is looked at, also where it was withdrawn before or since: nothing leaves a draw in silence.
  const all = await filtered(db, check, { ...on, limit: 1_000_000, withdrawn: true });
  return all.flatMap((subject) => {
    const { key } = subject;
    const bodies = drawn.get("problem" in key ? key.problem : `${key.programme}/${key.commitment}`);
    return bodies === undefined ? [] : [{ ...subject, drawn: bodies }];
  });
};

const filtered = async (
  db: Db,
  { frame, programme }: Framed,
  { today, limit, withdrawn = false }: On & { readonly limit: number; readonly withdrawn?: boolean },
): Promise<readonly FrozenSubject[]> => {
  const { of, body, standing, words } = frame;
  const page = {
    sort: "code",
    limit,
    offset: 0,
    today,
    programme,
    body,
    q: words,
  } as const;
  if (of === "problem") {
    const { problems } = await listProblems(db, {
      ...page,
      standing: standing as ProblemStandingName | undefined,
    });
    return problems.map(({ code, title, titleEn, owner }) => ({
      key: { problem: code },
      title,
      titleEn,
      owners: [owner],
    }));
  }
  const { rows } = await listCommitments(db, {
    ...page,
    kind: of,
    standing: standing as Standing["is"] | undefined,
  });
  return rows
    .filter(({ stage }) => withdrawn || stage !== "withdrawn" || standing === "withdrawn")
    .map(({ programme: of, code, title, titleEn, lead, support }) => ({
      key: { programme: of, commitment: code },
      title,
      titleEn,
      owners: [lead, ...support] as readonly [BodyCode, ...BodyCode[]],
    }));
};

/** Nothing is ever deleted, so the number after how many there are is free. */
const nextCode = async (tx: Db, { today }: Context): Promise<CheckCode> => {
  const { count } = await tx
    .selectFrom("inspection")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("code", "like", `${today.slice(0, 4)}-%`)
    .executeTakeFirstOrThrow();
  return checkCodeOf(today, count + 1);
};

const saveCheck = async (tx: Db, saving: Saving<Check>, author: Author): Promise<void> => {
  const { was, change } = saving;
  await save(tx, "inspection", ["code"], [saving], checkRow);
  if (!sameFields({ subjects: was?.subjects ?? [] }, { subjects: change.state.subjects })) {
    await sql`DELETE FROM inspection_subject WHERE inspection = ${change.state.code}`.execute(tx);
    await insertRows(tx, "inspection_subject", subjectRows(change.state));
  }
  await addHistory(tx, [checkEntry(saving, author)]);
};

/** Only the subjects that changed: a frozen list is long, and one of them is reassigned. */
export const checkEntry = (
  { was, change: { state, event } }: Saving<Check>,
  { by }: Author,
): HistoryEntry => {
  const told = (check: Check | undefined, other: Check | undefined) =>
    check === undefined
      ? undefined
      : {
          ...check,
          subjects: check.subjects.filter(
            (one) => !sameFields(one, other?.subjects.find(({ number }) => number === one.number) ?? {}),
          ),
        };
  return { ...event, by, ...checkPlace(state), ...changedFields(told(was, state), told(state, was)) };
};

/** Told under the body that organises it. */
export const checkPlace = ({ code, body }: Pick<Check, "code" | "body">): HistoryPlace => ({
  subject: `check/${code}`,
  inspection: code,
  body,
});
