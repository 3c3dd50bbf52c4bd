// Conditions on the history that several questions share: what is public, what concerns a body, what is recent.

import { PRIVATE_VERBS } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql, type ExpressionBuilder } from "kysely";
import type { Tables } from "./connection.ts";

/** Recorded on that day or later, as the day is counted in the zone. */
export type RecordedSince = { readonly day: Day; readonly timeZone: string };

export const recordedSince = ({ day, timeZone }: RecordedSince) =>
  sql<boolean>`history.recorded_at >= (${day}::date)::timestamp AT TIME ZONE ${timeZone}`;

export const concerning = (body: string) => (where: ExpressionBuilder<Tables, "history">) =>
  where.or([
    where("history.actor_body", "=", body),
    where("history.body", "=", body),
    where.exists(
      where
        .selectFrom("commitment")
        .select(sql.lit(1).as("one"))
        .whereRef("commitment.programme", "=", "history.programme")
        .whereRef("commitment.code", "=", "history.commitment")
        .where(sql<boolean>`commitment.bodies @> ARRAY[${body}]::text[]`),
    ),
  ]);

/** Not the note that an import was applied or undone, which says how much was in it; its records have entries of their own. */
const NOTES = "import/%";

/** A commitment's entries are public from its publication on, a programme's when it is published. */
export const isPublic = (where: ExpressionBuilder<Tables, "history">) =>
  where.and([
    where("verb", "not in", PRIVATE_VERBS),
    where("history.subject", "not like", NOTES),
    where.or([
      where("history.programme", "is", null),
      where.exists(
        where
          .selectFrom("programme")
          .select(sql.lit(1).as("one"))
          .whereRef("programme.code", "=", "history.programme")
          .where("published_on", "is not", null),
      ),
    ]),
    where.or([
      where("history.commitment", "is", null),
      where.exists(
        where
          .selectFrom("history as first")
          .select(sql.lit(1).as("one"))
          .whereRef("first.programme", "=", "history.programme")
          .whereRef("first.commitment", "=", "history.commitment")
          .whereRef("first.seq", "<=", "history.seq")
          .where("first.verb", "=", "commitment.published"),
      ),
    ]),
  ]);

/** A programme's rules are corrected from its publication on; an undone import has an entry for each of its records. */
export const isCorrection = (where: ExpressionBuilder<Tables, "history">) =>
  where.and([
    where.or([
      where("history.verb", "<>", "programme.changed"),
      where.exists(
        where
          .selectFrom("history as first")
          .select(sql.lit(1).as("one"))
          .whereRef("first.programme", "=", "history.programme")
          .whereRef("first.seq", "<", "history.seq")
          .where("first.verb", "=", "programme.published"),
      ),
    ]),
  ]);
