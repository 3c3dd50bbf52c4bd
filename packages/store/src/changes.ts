// Which records changed since a day, and when each was last changed: the public history, counted by record.

import type { Verb } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import { isPublic, recordedSince, type RecordedSince } from "./history-conditions.ts";
import { present } from "./rows.ts";

/** A commitment, the figures of an indicator and body, a problem, a draw, or another record. */
export type ChangedRecord = {
  readonly programme?: string | undefined;
  readonly commitment?: string | undefined;
  readonly indicator?: string | undefined;
  readonly problem?: string | undefined;
  readonly draw?: string | undefined;
  /** The code of a check; a finding is among what happened to its commitment or problem. */
  readonly inspection?: string | undefined;
  /** Whose record it is: the lead of a commitment, the body of figures, the owner of a problem; absent for what belongs to the whole ledger. */
  readonly body?: string | undefined;
  /** How often each thing happened. */
  readonly verbs: Readonly<Partial<Record<Verb, number>>>;
  readonly lastSeq: number;
  /** ISO 8601, UTC. */
  readonly lastRecordedAt: string;
};

/** Public records alone; by body, those of the whole ledger last, and the record changed last first. */
export const changesSince = async (
  db: Db,
  since: RecordedSince,
  { body }: { readonly body?: string | undefined } = {},
): Promise<readonly ChangedRecord[]> => {
  const owner = sql<string | null>`coalesce(c.lead, h.body)`;
  const entries = db.selectFrom("history").selectAll().where(isPublic).where(recordedSince(since));
  let query = db
    .selectFrom(entries.as("h"))
    .leftJoin("commitment as c", (join) =>
      join.onRef("c.programme", "=", "h.programme").onRef("c.code", "=", "h.commitment"),
    )
    .select(({ fn }) => [
      "h.programme",
      "h.commitment",
      "h.indicator",
      "h.problem",
      "h.draw",
      "h.inspection",
      owner.as("body"),
      "h.verb",
      fn.countAll<number>().as("count"),
      fn.max("h.seq").as("last_seq"),
      fn.max("h.recorded_at").as("last_recorded_at"),
    ])
    .groupBy(["h.programme", "h.commitment", "h.indicator", "h.problem", "h.draw"])
    .groupBy(["h.inspection", owner, "h.verb"])
    .orderBy(sql`${owner} ASC NULLS LAST`)
    .orderBy("last_seq", "desc");
  if (body !== undefined) query = query.where(owner, "=", body);
  const rows = await query.execute();
  const records = Map.groupBy(rows, (row) => {
    const { programme, commitment, indicator, problem, draw, body: of } = row;
    return JSON.stringify([programme, commitment, indicator, problem, draw, checkOf(row), of]);
  });
  return [...records.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [toRecord(first, rest)],
  );
};

type Row = {
  programme: string | null;
  commitment: string | null;
  indicator: string | null;
  problem: string | null;
  draw: string | null;
  inspection: string | null;
  body: string | null;
  verb: string;
  count: number;
  last_seq: number;
  last_recorded_at: Date;
};

/** A finding is among what happened to its commitment or problem. */
const checkOf = ({ commitment, problem, inspection }: Row): string | null =>
  (commitment ?? problem) === null ? inspection : null;

/** `first` is the newest of its record. */
const toRecord = (first: Row, rest: readonly Row[]): ChangedRecord => {
  const { programme, commitment, indicator, problem, draw, body } = first;
  return {
    ...present({ programme, commitment, indicator, problem, draw, inspection: checkOf(first), body }),
    verbs: Object.fromEntries([first, ...rest].map(({ verb, count }) => [verb, count])),
    lastSeq: first.last_seq,
    lastRecordedAt: first.last_recorded_at.toISOString(),
  };
};
