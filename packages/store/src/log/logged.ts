// Where entries of the history stand in the log and since when, beside the day they are said to have happened.

import { daysBetween, todayIn, type Day } from "@yinuo/period";
import type { BodyCode, RedactionGround, Verb } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import type { HistoryPlace } from "../history.ts";
import { present } from "../rows.ts";

/** What was logged more days than this after the day it is said to have happened is flagged in public. */
export const LATE_DAYS = 7;

export type Logged = {
  readonly index: number;
  /** ISO 8601, UTC. */
  readonly loggedAt: string;
  /** By the acting body's own key; else it is the operator's word alone. */
  readonly signed: boolean;
  /** A checkpoint covers it. */
  readonly covered: boolean;
};

export type LoggedEntry = Logged & {
  readonly seq: number;
  readonly verb: Verb;
  /** The day it is said to have happened. */
  readonly happenedOn: Day;
  readonly actorBody: BodyCode | undefined;
  readonly place: HistoryPlace;
};

/** Whole days from the claimed day to the day it was logged in the zone, where they are more than `LATE_DAYS`. */
export const lateDaysOf = (
  { happenedOn, loggedAt }: Pick<LoggedEntry, "happenedOn" | "loggedAt">,
  timeZone: string,
): number | undefined => {
  const days = daysBetween(happenedOn, todayIn(new Date(loggedAt), timeZone));
  return days > LATE_DAYS ? days : undefined;
};

const loggedRows = (db: Db) =>
  db
    .selectFrom("history")
    .innerJoin("log_entry", "log_entry.history_seq", "history.seq")
    .select(["history.seq", "history.verb", "history.happened_on", "history.actor_body", "history.subject"])
    .select([
      "history.programme",
      "history.commitment",
      "history.indicator",
      "history.body",
      "history.problem",
      "history.draw",
      "history.inspection",
    ])
    .select(["log_entry.index", "log_entry.logged_at"])
    // What is read is all there is to know: a leaf without a signature ends like this (decision 0017).
    .select(sql<boolean>`convert_from(log_entry.bytes, 'UTF8') NOT LIKE '%"signatures":[]}'`.as("signed"))
    .select((where) =>
      where
        .selectFrom("log_checkpoint")
        .select(sql<boolean>`log_entry.index < max(size)`.as("covered"))
        .as("covered"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof loggedRows>["executeTakeFirstOrThrow"]>>;

const toLogged = (row: Row): LoggedEntry => ({
  seq: row.seq,
  verb: row.verb as Verb,
  happenedOn: row.happened_on as Day,
  actorBody: (row.actor_body ?? undefined) as BodyCode | undefined,
  place: present({
    subject: row.subject,
    programme: row.programme,
    commitment: row.commitment,
    indicator: row.indicator,
    body: row.body,
    problem: row.problem,
    draw: row.draw,
    inspection: row.inspection,
  }) as HistoryPlace,
  index: row.index,
  loggedAt: row.logged_at.toISOString(),
  signed: row.signed,
  covered: row.covered ?? false,
});

/** By the entry's `seq`; one that waits for its leaf is missing. */
export const loggedOf = async (
  db: Db,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, LoggedEntry>> => {
  if (seqs.length === 0) return new Map();
  const rows = await loggedRows(db)
    .where("history.seq", "in", [...seqs])
    .execute();
  return new Map(rows.map((row) => [row.seq, toLogged(row)]));
};

/** `undefined` for a leaf that is not there, or whose history was lost. */
export const loggedAt = async (db: Db, index: number): Promise<LoggedEntry | undefined> => {
  const row = await loggedRows(db).where("log_entry.index", "=", index).executeTakeFirst();
  return row === undefined ? undefined : toLogged(row);
};

export type LoggedAbout =
  | { readonly programme: string; readonly commitment: string }
  | { readonly subject: string }
  | { readonly indicator: string; readonly body: string | undefined };

export type LoggedSummary = {
  readonly total: number;
  /** How many of them were logged more than `LATE_DAYS` after the day they are said to have happened. */
  readonly late: number;
  /** The first of all and the latest, oldest first. */
  readonly entries: readonly LoggedEntry[];
  readonly redactions: readonly RedactedOn[];
};

/** That something was taken out of a record: which day, why, and at whose word. */
export type RedactedOn = {
  readonly on: Day;
  readonly ground: RedactionGround;
  readonly approvers: readonly BodyCode[];
  /** By its name in the log. */
  readonly field: string;
};

/** All leaves about a record: counted, and the first with the latest `limit` of them. */
export const loggedAbout = async (
  db: Db,
  about: LoggedAbout,
  { timeZone, limit }: { readonly timeZone: string; readonly limit: number },
): Promise<LoggedSummary> => {
  const query = leavesAbout(db, about);
  const [counted, latest, redactions] = await Promise.all([
    query
      .select(({ fn }) => [fn.countAll<number>().as("total"), fn.min("history.seq").as("first")])
      .select(
        sql<number>`count(*) FILTER (WHERE (logged_at AT TIME ZONE ${timeZone})::date - happened_on > ${LATE_DAYS})`.as(
          "late",
        ),
      )
      .executeTakeFirstOrThrow(),
    query.select("history.seq").orderBy("log_entry.index", "desc").limit(limit).execute(),
    query
      .where("history.verb", "=", "redaction.made")
      .select("history.happened_on as on")
      .select(sql<RedactionGround>`history.new -> 'redaction' ->> 'ground'`.as("ground"))
      .select(sql<BodyCode[]>`history.new -> 'redaction' -> 'approvers'`.as("approvers"))
      .select(sql<string>`history.new -> 'redaction' ->> 'field'`.as("field"))
      .distinct()
      .orderBy("on", "desc")
      .execute(),
  ]);
  const shown = new Set([
    ...(counted.first === null ? [] : [counted.first]),
    ...latest.map(({ seq }) => seq),
  ]);
  const found = await loggedOf(db, [...shown]);
  return {
    total: counted.total,
    late: counted.late,
    entries: [...found.values()].toSorted((one, other) => one.index - other.index),
    redactions: redactions.map((one) => ({ ...one, on: one.on as Day })),
  };
};

const leavesAbout = (db: Db, about: LoggedAbout) => {
  let query = db.selectFrom("history").innerJoin("log_entry", "log_entry.history_seq", "history.seq");
  if ("subject" in about) query = query.where("history.subject", "=", about.subject);
  else if ("indicator" in about) {
    const { body } = about;
    query = query
      .where("history.indicator", "=", about.indicator)
      .where((where) =>
        where.or([
          where("history.body", "is", null),
          ...(body === undefined ? [] : [where("history.body", "=", body)]),
        ]),
      );
  } else
    query = query
      .where("history.programme", "=", about.programme)
      .where("history.commitment", "=", about.commitment);
  return query;
};
