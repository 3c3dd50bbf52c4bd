// The list of draws: filtered, searched, sorted and paged, and counted by stage and by round.

import {
  DRAW_STAGES,
  type BodyCode,
  type Draw,
  type DrawCode,
  type DrawStage,
  type DrawSubject,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { likeRound } from "@yinuo/random-draw";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import { toDraw } from "./draw-rows.ts";
import { present } from "./rows.ts";
import { searchNeedles, wordsOf } from "./search.ts";

export const DRAW_SORTS = ["ceremony", "code", "planned"] as const;
export type DrawSort = (typeof DRAW_SORTS)[number];

export type DrawListFilter = {
  readonly body?: string | undefined;
  readonly stage?: DrawStage | undefined;
  readonly subject?: DrawSubject | undefined;
  /** As it is spelled. */
  readonly round?: string | undefined;
  /** Words; each must occur in code, round, rule or place. */
  readonly q?: string | undefined;
};

export type DrawQuery = DrawListFilter & {
  readonly sort: DrawSort;
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** A draw without its files: a list may hold many, and a frame thousands of lines. */
export type DrawSummary = Pick<
  Draw,
  "code" | "round" | "number" | "replaces" | "body" | "subject" | "eligible" | "venue" | "stage"
> & {
  readonly plannedOn: Day;
  /** UTC, to the second. */
  readonly ceremonyAt: string;
  readonly frameSize: number;
  readonly drawSize: number;
  readonly endedOn?: Day | undefined;
  readonly endedReason?: string | undefined;
};

/** Draws are public from the moment they are planned. Equal ones are in the order of their codes. */
export const listDraws = async (
  db: Db,
  query: DrawQuery,
): Promise<{ readonly draws: readonly DrawSummary[]; readonly total: number }> => {
  const condition = matching(query);
  const { count } = await db
    .selectFrom("draw as d")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(condition)
    .executeTakeFirstOrThrow();
  const rows = await summaries(db)
    .where(condition)
    .orderBy(ORDERS[query.sort], query.descending === true ? "desc" : "asc")
    .orderBy("d.code")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return { draws: rows.map(toSummary), total: count };
};

const ORDERS = {
  ceremony: sql`d.ceremony_at`,
  code: sql`d.code`,
  planned: sql`d.planned_on`,
} as const;

const summaries = (db: Db) =>
  db
    .selectFrom("draw as d")
    .select([
      "d.code",
      "d.round",
      "d.number",
      "d.replaces",
      "d.body",
      "d.subject",
      "d.eligible",
      "d.venue",
      "d.stage",
      "d.planned_on",
      "d.ceremony_at",
      "d.frame_size",
      "d.draw_size",
      "d.ended_on",
      "d.ended_reason",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof summaries>["execute"]>>[number];

const toSummary = (row: Row): DrawSummary => ({
  code: row.code as DrawCode,
  round: row.round,
  number: row.number,
  body: row.body as BodyCode,
  subject: row.subject as DrawSubject,
  eligible: row.eligible,
  venue: row.venue,
  stage: row.stage as DrawStage,
  plannedOn: row.planned_on as Day,
  ceremonyAt: row.ceremony_at.toISOString().replace(".000Z", "Z"),
  frameSize: row.frame_size,
  drawSize: row.draw_size,
  ...present({
    replaces: row.replaces as DrawCode | null,
    endedOn: row.ended_on as Day | null,
    endedReason: row.ended_reason,
  }),
});

const matching = (filter: DrawListFilter) => {
  const conditions = [sql<boolean>`true`];
  const equal = [
    ["body", filter.body],
    ["stage", filter.stage],
    ["subject", filter.subject],
    ["round", filter.round],
  ] as const;
  for (const [column, wanted] of equal)
    if (wanted !== undefined) conditions.push(sql<boolean>`${sql.ref(`d.${column}`)} = ${wanted}`);
  const words = wordsOf(filter.q);
  const needles = searchNeedles(words.join(" "));
  if (needles.length > 0) conditions.push(sql<boolean>`d.search_terms @> ${[...needles]}::text[]`);
  for (const word of words) conditions.push(sql<boolean>`strpos(d.search_text, ${word}) > 0`);
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
};

export type DrawCounts = Readonly<Record<DrawStage, number>>;

export const countDraws = async (db: Db, filter: DrawListFilter): Promise<DrawCounts> => {
  const rows = await db
    .selectFrom("draw as d")
    .select(({ fn }) => ["d.stage", fn.countAll<number>().as("count")])
    .where(matching(filter))
    .groupBy("d.stage")
    .execute();
  const counts = Object.fromEntries(DRAW_STAGES.map((stage) => [stage, 0]));
  return { ...counts, ...Object.fromEntries(rows.map(({ stage, count }) => [stage, count])) } as DrawCounts;
};

/** All that match, with their files: for the tables that are downloaded and the API. */
export const listWholeDraws = async (
  db: Db,
  { sort, descending, ...filter }: Omit<DrawQuery, "limit" | "offset">,
  { limit, offset }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly Draw[]> => {
  let query = db
    .selectFrom("draw as d")
    .selectAll("d")
    .where(matching(filter))
    .orderBy(ORDERS[sort], descending === true ? "desc" : "asc")
    .orderBy("d.code");
  if (limit !== undefined) query = query.limit(limit).offset(offset ?? 0);
  return (await query.execute()).map(toDraw);
};

/** Every plan of a round, in their order, whatever the spelling: a second one does not hide behind another name. */
export const plansOfRound = async (db: Db, round: string): Promise<readonly Draw[]> => {
  const named = await db.selectFrom("draw").select(["code", "round"]).execute();
  const codes = named.filter((one) => likeRound(one.round) === likeRound(round)).map(({ code }) => code);
  if (codes.length === 0) return [];
  const rows = await db.selectFrom("draw").selectAll().where("code", "in", codes).orderBy("number").execute();
  return rows.map(toDraw);
};
