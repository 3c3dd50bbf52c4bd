// The history: what happened, by which body, when; written with every change, read by everybody.

import type {
  AccountId,
  BodyCode,
  By,
  CheckCode,
  CommitmentCode,
  DrawCode,
  IndicatorCode,
  ProblemCode,
  ProgrammeCode,
  Role,
  Verb,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Selectable } from "kysely";
import type { Db } from "./connection.ts";
import {
  concerning,
  isCorrection,
  isPublic,
  recordedSince,
  type RecordedSince,
} from "./history-conditions.ts";
import { insertRows, present } from "./rows.ts";
import type { History as HistoryRow } from "./tables.generated.ts";

/** Where an entry belongs: the page it is shown on. */
export type HistoryPlace = {
  /** `commitment/2026/SF-03`, `milestone/2026/SF-03/1`, `observation/A/court/2026-09`, `body/court`, `jurisdiction` … */
  readonly subject: string;
  readonly programme?: ProgrammeCode | undefined;
  readonly commitment?: CommitmentCode | undefined;
  readonly indicator?: IndicatorCode | undefined;
  readonly body?: BodyCode | undefined;
  readonly problem?: ProblemCode | undefined;
  readonly draw?: DrawCode | undefined;
  /** The code of a check, which SQL has another use for. */
  readonly inspection?: CheckCode | undefined;
};

export type HistoryEntry = HistoryPlace & {
  readonly verb: Verb;
  readonly happenedOn: Day;
  /** Absent only for the first set-up, when nobody has an account yet. */
  readonly by?: By | undefined;
  readonly reason?: string | undefined;
  /** Only the fields that changed. */
  readonly old: Readonly<Record<string, unknown>>;
  readonly new: Readonly<Record<string, unknown>>;
  /** The import it came with. */
  readonly batch?: string | undefined;
};

export type History = HistoryPlace & {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly happenedOn: Day;
  readonly verb: Verb;
  /** Only with `desk`. */
  readonly account?: AccountId | undefined;
  readonly actorRole?: Role | undefined;
  readonly actorBody?: BodyCode | undefined;
  readonly reason?: string | undefined;
  readonly old: Readonly<Record<string, unknown>>;
  readonly new: Readonly<Record<string, unknown>>;
  readonly batch?: string | undefined;
};

export type HistoryFilter = {
  readonly subject?: string | undefined;
  readonly programme?: string | undefined;
  readonly commitment?: string | undefined;
  readonly indicator?: string | undefined;
  readonly body?: string | undefined;
  readonly problem?: string | undefined;
  readonly draw?: string | undefined;
  readonly inspection?: string | undefined;
  readonly actorBody?: string | undefined;
  readonly batch?: string | undefined;
  /** A body that recorded the entry, or whose record it is about. */
  readonly concerns?: string | undefined;
  readonly verbs?: readonly Verb[] | undefined;
  readonly since?: RecordedSince | undefined;
  /** Not what came before there was anything public to correct, nor the note that an import was undone. */
  readonly corrections?: boolean | undefined;
  /** Also what is not public: drafts, accounts, imports, refusals. */
  readonly desk?: boolean | undefined;
};

/** Within the transaction of what it tells about; for changes outside this package (accounts) as well. */
export const addHistory = async (tx: Db, entries: readonly HistoryEntry[]): Promise<void> => {
  if (!tx.isTransaction) throw new Error("a history entry belongs into the transaction of its change");
  await insertRows(
    tx,
    "history",
    entries.map((entry) => ({
      happened_on: entry.happenedOn,
      verb: entry.verb,
      subject: entry.subject,
      programme: entry.programme,
      commitment: entry.commitment,
      indicator: entry.indicator,
      body: entry.body,
      problem: entry.problem,
      draw: entry.draw,
      inspection: entry.inspection,
      account: entry.by?.account,
      actor_role: entry.by?.role,
      actor_body: entry.by?.body,
      reason: entry.reason,
      old: entry.old,
      new: entry.new,
      batch: entry.batch,
    })),
  );
};

/** Newest first. `before`: the last `seq` of the page before. */
export const historyOf = async (
  db: Db,
  filter: HistoryFilter,
  page: { readonly limit: number; readonly before?: number | undefined },
): Promise<readonly History[]> => {
  let query = db.selectFrom("history").selectAll().orderBy("seq", "desc").limit(page.limit);
  if (page.before !== undefined) query = query.where("seq", "<", page.before);
  for (const [column, wanted] of equalities(filter)) query = query.where(column, "=", wanted);
  if (filter.verbs !== undefined) query = query.where("verb", "in", [...filter.verbs]);
  if (filter.concerns !== undefined) query = query.where(concerning(filter.concerns));
  if (filter.since !== undefined) query = query.where(recordedSince(filter.since));
  if (filter.corrections === true) query = query.where(isCorrection);
  if (filter.desk !== true) query = query.where(isPublic);
  const rows = await query.execute();
  return rows.map((row) => toHistory(filter.desk === true ? row : { ...row, account: null, batch: null }));
};

const equalities = (filter: HistoryFilter) =>
  (
    [
      ["subject", filter.subject],
      ["programme", filter.programme],
      ["commitment", filter.commitment],
      ["indicator", filter.indicator],
      ["body", filter.body],
      ["problem", filter.problem],
      ["draw", filter.draw],
      ["inspection", filter.inspection],
      ["actor_body", filter.actorBody],
      ["batch", filter.batch],
    ] as const
  ).flatMap(([column, wanted]) => (wanted === undefined ? [] : [[column, wanted] as const]));

const toHistory = (row: Selectable<HistoryRow>): History => {
  const { recorded_at, happened_on, actor_body, actor_role, ...rest } = row;
  return {
    ...present(rest),
    recordedAt: recorded_at.toISOString(),
    happenedOn: happened_on,
    ...present({ actorBody: actor_body, actorRole: actor_role }),
  } as unknown as History;
};
