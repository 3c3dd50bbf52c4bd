// The list of commitments: filtered, searched, sorted and paged in one question to the database.

import {
  standingOf,
  type BodyCode,
  type CommitmentCode,
  type CommitmentKind,
  type Conclusion,
  type ProgrammeCode,
  type Stage,
  type Standing,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql, type ExpressionBuilder } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, Tables } from "./connection.ts";
import { remembered } from "./memory.ts";
import { present } from "./rows.ts";
import { searchNeedles, wordsOf } from "./search.ts";
import { standingIs, type StandingName } from "./standings.ts";

export const COMMITMENT_SORTS = ["code", "due", "completion", "title", "recorded"] as const;
export type CommitmentSort = (typeof COMMITMENT_SORTS)[number];

export type CommitmentQuery = {
  readonly programme?: string | undefined;
  /** Leads or supports. */
  readonly body?: string | undefined;
  /** Neither leads nor supports. */
  readonly without?: string | undefined;
  readonly lead?: string | undefined;
  /** Due on this day or before. */
  readonly dueBy?: Day | undefined;
  readonly standing?: StandingName | undefined;
  readonly kind?: CommitmentKind | undefined;
  /** Has a target in it. */
  readonly indicator?: string | undefined;
  /** Words; each must occur in code, title, promise or beneficiaries. */
  readonly q?: string | undefined;
  readonly sort: CommitmentSort;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly today: Day;
  /** Also drafts and unpublished programmes. */
  readonly desk?: boolean | undefined;
};

export type CommitmentRow = {
  readonly programme: ProgrammeCode;
  readonly code: CommitmentCode;
  readonly kind: CommitmentKind;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly lead: BodyCode;
  readonly support: readonly BodyCode[];
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly firstDue?: Day | undefined;
  readonly stage: Stage;
  readonly verdict?: Conclusion | undefined;
  readonly standing: Standing;
  /** 0 to 1; absent when unknown. */
  readonly completion?: number | undefined;
  readonly lastRecordedOn?: Day | undefined;
  readonly publishedOn?: Day | undefined;
};

/** Unknown values come last in both directions; equal ones are in the order of their codes. */
export const listCommitments = async (
  db: Db,
  query: CommitmentQuery,
): Promise<{ readonly rows: readonly CommitmentRow[]; readonly total: number }> => {
  const programmes = await visibleProgrammes(db, query);
  const codes = [...programmes.keys()];
  if (codes.length === 0) return { rows: [], total: 0 };
  const found = matching(db, query, codes);
  const { sort: _sort, descending: _descending, limit, offset, ...filter } = query;
  const total = await remembered(db, `count ${JSON.stringify(filter)}`, async () => {
    const { count } = await found
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  });
  if (offset >= total) return { rows: [], total };
  // One JSON text is read faster than fifty rows of sixteen columns.
  const { rows } = await db
    .selectNoFrom(jsonArrayFrom(sorted(found.select(COLUMNS), query).limit(limit).offset(offset)).as("rows"))
    .executeTakeFirstOrThrow();
  return {
    rows: (rows as unknown as readonly Row[]).map((row) => toRow(row, query.today, programmes)),
    total,
  };
};

/** How many days of silence each allows. */
type Patience = ReadonlyMap<string, number>;

const visibleProgrammes = async (db: Db, { programme, desk = false }: CommitmentQuery): Promise<Patience> => {
  const all = await remembered(db, `programmes ${desk ? "desk" : "public"}`, async () => {
    let query = db.selectFrom("programme").select(["code", "silent_after_days"]);
    if (!desk) query = query.where("published_on", "is not", null);
    return new Map((await query.execute()).map((row) => [row.code, row.silent_after_days]));
  });
  if (programme === undefined) return all;
  const one = all.get(programme);
  return one === undefined ? new Map() : new Map([[programme, one]]);
};

const COLUMNS = [
  "c.programme",
  "c.code",
  "c.kind",
  "c.title",
  "c.title_en",
  "c.lead",
  "c.support",
  "c.start",
  "c.due",
  "c.first_due",
  "c.stage",
  "c.verdict_conclusion",
  "c.declared_on",
  "c.completion",
  "c.last_recorded_on",
  "c.published_on",
] as const;

const matching = (db: Db, filter: CommitmentQuery, programmes: readonly string[]) => {
  let query = db.selectFrom("commitment as c").where("c.programme", "in", programmes);
  if (filter.desk !== true) query = query.where("c.stage", "<>", "draft");
  if (filter.lead !== undefined) query = query.where("c.lead", "=", filter.lead);
  if (filter.body !== undefined) query = query.where(sql<boolean>`c.bodies @> ARRAY[${filter.body}]::text[]`);
  if (filter.without !== undefined)
    query = query.where(sql<boolean>`NOT c.bodies @> ARRAY[${filter.without}]::text[]`);
  if (filter.dueBy !== undefined) query = query.where("c.due", "<=", filter.dueBy);
  if (filter.kind !== undefined) query = query.where("c.kind", "=", filter.kind);
  if (filter.indicator !== undefined) query = query.where(measuredBy(filter.indicator));
  if (filter.standing !== undefined) query = query.where(standingIs(filter.standing, filter.today));
  const words = wordsOf(filter.q);
  const needles = searchNeedles(words.join(" "));
  if (needles.length > 0) query = query.where(sql<boolean>`c.search_terms @> ${[...needles]}::text[]`);
  // Pairs of characters may all be there without the word.
  for (const word of words) query = query.where(sql<boolean>`strpos(c.search_text, ${word}) > 0`);
  return query;
};

const measuredBy =
  (indicator: string) => (where: ExpressionBuilder<Tables & { c: Tables["commitment"] }, "c">) =>
    where.exists(
      where
        .selectFrom("target")
        .select(sql.lit(1).as("one"))
        .whereRef("target.programme", "=", "c.programme")
        .whereRef("target.commitment", "=", "c.code")
        .where("target.indicator", "=", indicator),
    );

const sorted = <Q extends ReturnType<typeof matching>>(
  query: Q,
  { sort, descending = false }: CommitmentQuery,
): Q => query.orderBy(ORDERS[sort][descending ? "descending" : "ascending"]) as Q;

/** Each is the order of an index, forwards or backwards. */
const ORDERS = {
  code: {
    ascending: sql`c.code_sort, c.programme`,
    descending: sql`c.code_sort DESC, c.programme DESC`,
  },
  title: {
    ascending: sql`c.title COLLATE reading, c.code_sort, c.programme`,
    descending: sql`c.title COLLATE reading DESC, c.code_sort DESC, c.programme DESC`,
  },
  due: {
    ascending: sql`c.due, c.code_sort, c.programme`,
    descending: sql`c.due DESC NULLS LAST, c.code_sort, c.programme`,
  },
  completion: {
    ascending: sql`c.completion, c.code_sort, c.programme`,
    descending: sql`c.completion DESC NULLS LAST, c.code_sort, c.programme`,
  },
  recorded: {
    ascending: sql`c.last_recorded_on, c.code_sort, c.programme`,
    descending: sql`c.last_recorded_on DESC NULLS LAST, c.code_sort, c.programme`,
  },
} as const;

type Row = {
  programme: ProgrammeCode;
  code: CommitmentCode;
  kind: CommitmentKind;
  title: string;
  title_en: string | null;
  lead: BodyCode;
  support: BodyCode[];
  start: Day | null;
  due: Day | null;
  first_due: Day | null;
  stage: Stage;
  verdict_conclusion: Conclusion | null;
  declared_on: Day | null;
  completion: number | null;
  last_recorded_on: Day | null;
  published_on: Day | null;
};

const toRow = (row: Row, today: Day, programmes: Patience): CommitmentRow => {
  const dates = present({
    start: row.start,
    due: row.due,
    publishedOn: row.published_on,
    lastRecordedOn: row.last_recorded_on,
  });
  const verdict = row.verdict_conclusion ?? undefined;
  return {
    programme: row.programme,
    code: row.code,
    kind: row.kind,
    title: row.title,
    lead: row.lead,
    support: row.support,
    stage: row.stage,
    ...dates,
    ...present({ titleEn: row.title_en, firstDue: row.first_due, completion: row.completion }),
    ...(verdict === undefined ? {} : { verdict }),
    standing: standingOf(
      {
        ...dates,
        stage: row.stage,
        declaredOn: row.declared_on ?? undefined,
        // The rule reads the conclusion alone.
        verdict:
          verdict === undefined ? undefined : { conclusion: verdict, body: row.lead, on: today, finding: "" },
      },
      { today, silentAfterDays: programmes.get(row.programme) ?? 0 },
    ),
  };
};
