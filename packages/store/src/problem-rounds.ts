// What the monthly rounds are told from: the history of all problems, each entry with the day it counts.

import { countedOn, type RoundEntry, type Verb } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import type { Db } from "./connection.ts";

/** The oldest first, without the long texts. */
export const problemStories = async (
  db: Db,
  { timeZone }: { readonly timeZone: string },
): Promise<readonly RoundEntry[]> => {
  const rows = await db
    .selectFrom("history as h")
    .select([
      "h.problem",
      "h.verb",
      "h.happened_on",
      sql<Day>`(h.recorded_at AT TIME ZONE ${timeZone})::date`.as("recorded_on"),
      sql<Record<string, unknown>>`h.old - ${LONG}::text[]`.as("old"),
      sql<Record<string, unknown>>`h.new - ${LONG}::text[]`.as("new"),
      sql<number>`extract(epoch FROM h.recorded_at - (SELECT min(f.recorded_at) FROM history AS f WHERE f.seq =
        (SELECT min(s.seq) FROM history AS s)))::float8 / 3600`.as("hours"),
    ])
    .where("h.problem", "is not", null)
    .where("h.verb", "like", "problem.%")
    .orderBy("h.seq")
    .execute();
  return rows.map((row) => ({
    problem: row.problem ?? "",
    verb: row.verb as Verb,
    on: countedOn({
      happenedOn: row.happened_on as Day,
      recordedOn: row.recorded_on,
      hoursAfterFirst: row.hours,
    }),
    old: row.old,
    new: row.new,
  }));
};

/** What no round shows. */
const LONG = ["detail", "steps", "declared", "checked"];
