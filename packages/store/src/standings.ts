// Where commitments stand on a day, in SQL: the same rule as core's standingOf, for lists and counts.

import { STANDINGS, type Standing } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import type { Db } from "./connection.ts";

export type StandingName = Standing["is"];

/** Over `commitment` as c and its `programme` as p. A test compares it with core on commitments drawn at random. */
export const standingSql = (today: Day) => sql<StandingName>`CASE
  WHEN c.stage IN ('draft', 'withdrawn') THEN c.stage
  WHEN c.verdict_conclusion IS NOT NULL THEN c.verdict_conclusion
  WHEN c.stage = 'declared' THEN 'declared'
  WHEN c.due < ${today}::date THEN 'overdue'
  WHEN c.start > ${today}::date THEN 'notStarted'
  WHEN ${today}::date - coalesce(c.last_recorded_on, c.published_on) > p.silent_after_days THEN 'silent'
  ELSE 'underway' END`;

/** The same rule over `commitment` as c, as a condition for one standing, in words the planner has statistics for. */
export const standingIs = (name: StandingName, today: Day) => {
  const inTime = sql`c.stage = 'published' AND (c.due IS NULL OR c.due >= ${today}::date)`;
  const begun = sql`(c.start IS NULL OR c.start <= ${today}::date)`;
  const silence = sql`${today}::date - coalesce(c.last_recorded_on, c.published_on)`;
  const patience = sql`(SELECT p.silent_after_days FROM programme AS p WHERE p.code = c.programme)`;
  switch (name) {
    case "draft":
    case "withdrawn":
    case "declared":
      return sql<boolean>`c.stage = ${name}`;
    case "overdue":
      return sql<boolean>`c.stage = 'published' AND c.due < ${today}::date`;
    case "notStarted":
      return sql<boolean>`${inTime} AND c.start > ${today}::date`;
    case "silent":
      return sql<boolean>`${inTime} AND ${begun} AND ${silence} > ${patience}`;
    case "underway":
      return sql<boolean>`${inTime} AND ${begun} AND ${silence} <= ${patience}`;
    default:
      return sql<boolean>`c.verdict_conclusion = ${name}`;
  }
};

export type StandingCounts = Readonly<Record<StandingName, number>>;

export type CountedStandings = {
  readonly total: number;
  readonly all: StandingCounts;
  /** With `by: "body"`: by lead body, in the order of their codes. */
  readonly byBody: readonly {
    readonly body: string;
    readonly total: number;
    readonly counts: StandingCounts;
    /** When anything was last recorded on one of them. */
    readonly lastRecordedOn?: Day | undefined;
  }[];
};

/** Without drafts and unpublished programmes. `body`: where it leads or supports. */
export const countStandings = async (
  db: Db,
  {
    programme,
    today,
    body,
    kind,
  }: {
    readonly programme?: string | undefined;
    readonly today: Day;
    readonly body?: string | undefined;
    readonly kind?: string | undefined;
  },
): Promise<CountedStandings> => {
  let query = db
    .selectFrom("commitment as c")
    .innerJoin("programme as p", "p.code", "c.programme")
    .select(({ fn }) => [
      "c.lead",
      standingSql(today).as("standing"),
      fn.countAll<number>().as("count"),
      fn.max("c.last_recorded_on").as("last"),
    ])
    .where("c.stage", "<>", "draft")
    .where("p.published_on", "is not", null)
    .groupBy(["c.lead", "standing"])
    .orderBy("c.lead");
  if (programme !== undefined) query = query.where("c.programme", "=", programme);
  if (kind !== undefined) query = query.where("c.kind", "=", kind);
  if (body !== undefined) query = query.where(sql<boolean>`c.bodies @> ARRAY[${body}]::text[]`);
  return sumUp(await query.execute());
};

type Counted = {
  readonly lead: string;
  readonly standing: StandingName;
  readonly count: number;
  readonly last: string | null;
};

const sumUp = (rows: readonly Counted[]): CountedStandings => {
  const all = none();
  const bodies = new Map<string, Record<StandingName, number>>();
  const last = new Map<string, Day>();
  for (const { lead, standing, count, last: day } of rows) {
    const own = bodies.get(lead) ?? none();
    all[standing] += count;
    own[standing] += count;
    bodies.set(lead, own);
    if (day !== null && day > (last.get(lead) ?? "")) last.set(lead, day as Day);
  }
  const byBody = [...bodies].map(([body, counts]) => ({
    body,
    total: sum(counts),
    counts,
    lastRecordedOn: last.get(body),
  }));
  return { total: sum(all), all, byBody };
};

const none = () => Object.fromEntries(STANDINGS.map((name) => [name, 0])) as Record<StandingName, number>;

const sum = (counts: StandingCounts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);
