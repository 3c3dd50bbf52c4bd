// The list of findings: of a check, a commitment, a problem or all, filtered, sorted and paged.

import type { Finding, FindingConclusion } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import { toFinding } from "./finding-rows.ts";

export const FINDING_SORTS = ["number", "on"] as const;
export type FindingSort = (typeof FINDING_SORTS)[number];

export const APPEAL_STATES = ["none", "waiting", "answered"] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

export type FindingFilter = {
  readonly check?: string | undefined;
  readonly programme?: string | undefined;
  readonly commitment?: string | undefined;
  readonly problem?: string | undefined;
  /** The inspecting body. */
  readonly body?: string | undefined;
  /** Whose task it is, or who co-operates. */
  readonly owner?: string | undefined;
  readonly conclusion?: FindingConclusion | undefined;
  readonly appeal?: AppealState | undefined;
};

export type FindingQuery = FindingFilter & {
  readonly sort: FindingSort;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
};

export type FindingRow = {
  readonly finding: Finding;
  /** What was looked at, as it was called when the list was frozen. */
  readonly title: string;
  readonly titleEn?: string | undefined;
};

/** Findings are public from the moment they are recorded. */
export const listFindings = async (
  db: Db,
  query: FindingQuery,
): Promise<{ readonly findings: readonly FindingRow[]; readonly total: number }> => {
  const condition = matching(query);
  const { count } = await db
    .selectFrom("finding as f")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(condition)
    .executeTakeFirstOrThrow();
  const direction = query.descending === true ? "desc" : "asc";
  let found = db
    .selectFrom("finding as f")
    .innerJoin("inspection_subject as s", (join) =>
      join.onRef("s.inspection", "=", "f.inspection").onRef("s.number", "=", "f.number"),
    )
    .selectAll("f")
    .select(["s.title", "s.title_en"])
    .where(condition);
  found =
    query.sort === "on"
      ? found.orderBy("f.looked_on", direction)
      : found.orderBy("f.inspection", direction).orderBy("f.number", direction);
  const rows = await found
    .orderBy("f.inspection")
    .orderBy("f.number")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return {
    findings: rows.map(({ title, title_en, ...row }) => ({
      finding: toFinding(row),
      title,
      titleEn: title_en ?? undefined,
    })),
    total: count,
  };
};

const APPEALS = {
  none: sql<boolean>`f.appeal_on IS NULL`,
  waiting: sql<boolean>`f.appeal_on IS NOT NULL AND f.answer_on IS NULL`,
  answered: sql<boolean>`f.answer_on IS NOT NULL`,
} as const;

const matching = (filter: FindingFilter) => {
  const conditions = [sql<boolean>`true`];
  const equal = [
    ["inspection", filter.check],
    ["programme", filter.programme],
    ["commitment", filter.commitment],
    ["problem", filter.problem],
    ["body", filter.body],
    ["conclusion", filter.conclusion],
  ] as const;
  for (const [column, wanted] of equal)
    if (wanted !== undefined) conditions.push(sql<boolean>`${sql.ref(`f.${column}`)} = ${wanted}`);
  if (filter.owner !== undefined) conditions.push(sql<boolean>`${filter.owner} = ANY (f.owners)`);
  if (filter.appeal !== undefined) conditions.push(APPEALS[filter.appeal]);
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
};
