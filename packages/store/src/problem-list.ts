// The list of problems: filtered, searched, sorted and paged, and counted by where they stand.

import {
  PROBLEM_STANDINGS,
  type ListingLevel,
  type Problem,
  type ProblemOrigin,
  type ProblemStandingName,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import { selectProblems, toProblem } from "./problem-rows.ts";
import { searchNeedles, wordsOf } from "./search.ts";

export const PROBLEM_SORTS = ["deadline", "code", "opened", "title"] as const;
export type ProblemSort = (typeof PROBLEM_SORTS)[number];

export type ProblemFilter = {
  /** Whose task it is. */
  readonly body?: string | undefined;
  readonly standing?: ProblemStandingName | undefined;
  /** Listed at that level, whether or not it is gone since. */
  readonly level?: ListingLevel | undefined;
  readonly origin?: ProblemOrigin | undefined;
  readonly programme?: string | undefined;
  readonly commitment?: string | undefined;
  /** Opened from a finding of that check. */
  readonly check?: string | undefined;
  /** Words; each must occur in code, title, place or detail. */
  readonly q?: string | undefined;
  readonly today: Day;
};

export type ProblemQuery = ProblemFilter & {
  readonly sort: ProblemSort;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** Problems are public from the moment they are opened. Equal ones are in the order of their codes. */
export const listProblems = async (
  db: Db,
  query: ProblemQuery,
): Promise<{ readonly problems: readonly Problem[]; readonly total: number }> => {
  const condition = matching(query);
  const { count } = await db
    .selectFrom("problem as p")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(condition)
    .executeTakeFirstOrThrow();
  const rows = await selectProblems(db)
    .where(condition)
    .orderBy(ORDERS[query.sort], query.descending === true ? "desc" : "asc")
    .orderBy("p.code")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return { problems: rows.map(toProblem), total: count };
};

const ORDERS = {
  deadline: sql`p.deadline`,
  code: sql`p.code`,
  opened: sql`p.opened_on`,
  title: sql`p.title COLLATE reading`,
} as const;

const matching = (filter: ProblemFilter) => {
  const conditions = [sql<boolean>`true`];
  const equal = [
    ["owner", filter.body],
    ["listing_level", filter.level],
    ["origin", filter.origin],
    ["programme", filter.programme],
    ["commitment", filter.commitment],
    ["finding_check", filter.check],
  ] as const;
  for (const [column, wanted] of equal)
    if (wanted !== undefined) conditions.push(sql<boolean>`${sql.ref(`p.${column}`)} = ${wanted}`);
  if (filter.standing !== undefined)
    conditions.push(sql<boolean>`${problemStandingSql(filter.today)} = ${filter.standing}`);
  const words = wordsOf(filter.q);
  const needles = searchNeedles(words.join(" "));
  if (needles.length > 0) conditions.push(sql<boolean>`p.search_terms @> ${[...needles]}::text[]`);
  for (const word of words) conditions.push(sql<boolean>`strpos(p.search_text, ${word}) > 0`);
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
};

/** Over `problem` as p: the same rule as core's problemStandingOf. A test compares the two. */
const problemStandingSql = (today: Day) => sql<ProblemStandingName>`CASE
  WHEN p.stage = 'delisted' AND p.looked_back_on IS NULL AND p.look_back_due < ${today}::date THEN 'lookBackDue'
  WHEN p.stage IN ('delisted', 'declared') THEN p.stage
  WHEN p.deadline < ${today}::date THEN 'overdue'
  ELSE p.stage END`;

export type ProblemCounts = Readonly<Record<ProblemStandingName, number>>;

export const countProblems = async (db: Db, filter: ProblemFilter): Promise<ProblemCounts> => {
  const rows = await db
    .selectFrom("problem as p")
    .select(({ fn }) => [problemStandingSql(filter.today).as("standing"), fn.countAll<number>().as("count")])
    .where(matching(filter))
    .groupBy("standing")
    .execute();
  const counts = Object.fromEntries(PROBLEM_STANDINGS.map((name) => [name, 0]));
  return {
    ...counts,
    ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])),
  } as ProblemCounts;
};
