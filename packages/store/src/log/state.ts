// How the log stands: what was signed last and when, what waits for its place and for a signature, and what is wrong.

import type { Db } from "../connection.ts";
import { isBehind, withoutLeaf } from "./append.ts";
import { lastCheckpoint } from "./checkpoints.ts";
import { countLeaves } from "./rows.ts";
import { troubleOf, type ToldTrouble } from "./trouble.ts";

export type LogState = {
  /** Absent before the first checkpoint. */
  readonly checkpoint?: {
    readonly origin: string;
    readonly size: number;
    readonly root: Uint8Array;
    readonly note: string;
    /** ISO 8601, UTC. */
    readonly at: string;
  };
  /** Leaves that no checkpoint covers yet. */
  readonly pending: number;
  /** When the first of them was written: ISO 8601, UTC. */
  readonly pendingSince?: string;
  /** Public entries from before the log that have no leaf yet. */
  readonly backlog: number;
  readonly trouble?: ToldTrouble;
  /** Leaves taken over from a copy of the log, whose records were lost with an old backup. */
  readonly lost?: { readonly entries: number; readonly first: number; readonly last: number };
};

export const logStateOf = async (db: Db): Promise<LogState> => {
  const [last, leaves, trouble, backlog] = await Promise.all([
    lastCheckpoint(db),
    countLeaves(db),
    troubleOf(db),
    countBacklog(db),
  ]);
  return {
    ...(last === undefined ? {} : { checkpoint: { ...last, origin: last.note.split("\n")[0] ?? "" } }),
    pending: Math.max(0, leaves - (last?.size ?? 0)),
    ...(await pendingSince(db, last?.size ?? 0)),
    backlog,
    ...(trouble === undefined ? {} : { trouble }),
    ...(await lostLeaves(db)),
  };
};

const lostLeaves = async (db: Db): Promise<Pick<LogState, "lost">> => {
  const { entries, first, last } = await db
    .selectFrom("log_entry")
    .select(({ fn }) => [
      fn.countAll<number>().as("entries"),
      fn.min("index").as("first"),
      fn.max("index").as("last"),
    ])
    .where("history_seq", "is", null)
    .executeTakeFirstOrThrow();
  return first === null || last === null ? {} : { lost: { entries, first, last } };
};

/** A signature follows within seconds; when nobody sequences, this is how long nobody has. */
const pendingSince = async (db: Db, size: number) => {
  const first = await db
    .selectFrom("log_entry")
    .select("logged_at")
    .where("index", "=", size)
    .executeTakeFirst();
  return first === undefined ? {} : { pendingSince: first.logged_at.toISOString() };
};

/** Counted only while there is one: it reads the whole history. */
const countBacklog = async (db: Db): Promise<number> => {
  if (!(await isBehind(db))) return 0;
  const { count } = await withoutLeaf(db)
    .clearSelect()
    .clearOrderBy()
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
};
