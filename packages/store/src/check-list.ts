// The list of checks: filtered, searched, sorted and paged; with how many subjects each has and how many were looked at.

import type { Check, CheckKind, CheckStandingName, Subject } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import { selectChecks, toCheckAlone, toCheck } from "./check-rows.ts";
import type { Db } from "./connection.ts";
import { searchNeedles, wordsOf } from "./search.ts";

export const CHECK_SORTS = ["due", "code", "start", "title"] as const;
export type CheckSort = (typeof CHECK_SORTS)[number];

export type CheckFilter = {
  /** Organises it or looks for it. */
  readonly body?: string | undefined;
  readonly kind?: CheckKind | undefined;
  readonly standing?: CheckStandingName | undefined;
  readonly programme?: string | undefined;
  /** Words; each must occur in code, title or checklist. */
  readonly q?: string | undefined;
  readonly today: Day;
};

export type CheckQuery = CheckFilter & {
  readonly sort: CheckSort;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
};

export type CheckRow = {
  readonly check: Omit<Check, "subjects">;
  readonly subjects: number;
  readonly found: number;
};

/** Checks are public from the moment they are planned. Equal ones are in the order of their codes. */
export const listChecks = async (
  db: Db,
  query: CheckQuery,
): Promise<{ readonly checks: readonly CheckRow[]; readonly total: number }> => {
  const condition = matching(query);
  const { count } = await db
    .selectFrom("inspection as i")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(condition)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("inspection as i")
    .selectAll("i")
    .select([
      sql<number>`(SELECT count(*)::int FROM inspection_subject AS s WHERE s.inspection = i.code)`.as(
        "subjects",
      ),
      sql<number>`(SELECT count(*)::int FROM finding AS f WHERE f.inspection = i.code)`.as("found"),
    ])
    .where(condition)
    .orderBy(ORDERS[query.sort], query.descending === true ? "desc" : "asc")
    .orderBy("i.code")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return {
    checks: rows.map(({ subjects, found, ...row }) => ({ check: toCheckAlone(row), subjects, found })),
    total: count,
  };
};

const ORDERS = {
  due: sql`i.due`,
  code: sql`i.code`,
  start: sql`i.start`,
  title: sql`i.title COLLATE reading`,
} as const;

const matching = (filter: CheckFilter) => {
  const conditions = [sql<boolean>`true`];
  if (filter.body !== undefined)
    conditions.push(sql<boolean>`(i.body = ${filter.body} OR ${filter.body} = ANY (i.inspectors))`);
  if (filter.kind !== undefined) conditions.push(sql<boolean>`i.kind = ${filter.kind}`);
  if (filter.programme !== undefined) conditions.push(sql<boolean>`i.programme = ${filter.programme}`);
  if (filter.standing !== undefined)
    conditions.push(sql<boolean>`${checkStandingSql(filter.today)} = ${filter.standing}`);
  const words = wordsOf(filter.q);
  const needles = searchNeedles(words.join(" "));
  if (needles.length > 0) conditions.push(sql<boolean>`i.search_terms @> ${[...needles]}::text[]`);
  for (const word of words) conditions.push(sql<boolean>`strpos(i.search_text, ${word}) > 0`);
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
};

/** Over `inspection` as i: the same rule as core's checkStandingOf. A test compares the two. */
const checkStandingSql = (today: Day) => sql<CheckStandingName>`CASE
  WHEN i.stage IN ('planned', 'running') AND i.due < ${today}::date THEN 'overdue' ELSE i.stage END`;

export type ToInspect = { readonly check: Check; readonly subject: Subject };

/** Subjects of running checks that wait for somebody to look, the check due first in front; absent `body`: of all bodies. */
export const listToInspect = async (
  db: Db,
  {
    body,
    limit,
    offset,
  }: { readonly body?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ToInspect[]; readonly total: number }> => {
  const checks = (
    await selectChecks(db).where("i.stage", "=", "running").orderBy("i.due").orderBy("i.code").execute()
  ).map(toCheck);
  const found = new Set(
    (
      await db
        .selectFrom("finding as f")
        .innerJoin("inspection as i", "i.code", "f.inspection")
        .select(["f.inspection", "f.number"])
        .where("i.stage", "=", "running")
        .execute()
    ).map(({ inspection, number }) => `${inspection}/${number}`),
  );
  const waiting = checks.flatMap((check) =>
    check.subjects
      .filter(
        ({ number, inspector }) => !found.has(`${check.code}/${number}`) && (body ?? inspector) === inspector,
      )
      .map((subject) => ({ check, subject })),
  );
  return { rows: waiting.slice(offset, offset + limit), total: waiting.length };
};
