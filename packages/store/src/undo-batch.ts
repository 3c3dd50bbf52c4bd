// Undoing an import: each record goes back to what it was, as long as nobody has built on it since; history keeps both.

import { changedFields, ok, refuse, type By, type Event, type Refusal, type Result } from "@yinuo/core";
import { parsePeriod, type Day } from "@yinuo/period";
import { sql } from "kysely";
import pg from "pg";
import { getBody, saveBodies } from "./bodies.ts";
import { commitmentsByKeys, saveCommitments } from "./commitments.ts";
import type { Db } from "./connection.ts";
import { addHistory, historyOf, type History } from "./history.ts";
import { getBatch, setBatchProgress } from "./import-batches.ts";
import { getIndicator } from "./indicator-rows.ts";
import { saveIndicators } from "./indicators.ts";
import { observationsByKeys, saveObservations } from "./observations.ts";
import { recordset } from "./rows.ts";
import { writing } from "./transaction.ts";

/** `subjects`: at most ten of those in question. */
export type UndoRefusal =
  | { readonly code: "batchUnknown"; readonly batch: string }
  | { readonly code: "batchNotApplied"; readonly batch: string }
  /** Somebody has changed them since. */
  | { readonly code: "changedSince"; readonly subjects: readonly string[] }
  /** They came with the import and are public by now. */
  | { readonly code: "alreadyPublic"; readonly subjects: readonly string[] }
  /** Bodies or indicators that came with the import and are named by other records. */
  | { readonly code: "inUse"; readonly subjects: readonly string[] };

type Undoing = { readonly by: By; readonly today: Day };

/** Only while the newest entry of every record it touched is its own. Who may undo is for the caller to ask. */
export const undoBatch = async (
  db: Db,
  batch: string,
  context: Undoing,
): Promise<Result<{ readonly undone: number }, UndoRefusal | Refusal>> => {
  try {
    return await writing<{ readonly undone: number }, UndoRefusal | Refusal>(db, (tx) =>
      undo(tx, batch, context),
    );
  } catch (problem) {
    // A foreign key holds on to a body or an indicator.
    if (problem instanceof pg.DatabaseError && problem.code === "23503")
      return refuse({ code: "inUse", subjects: [] });
    throw problem;
  }
};

const undo = async (
  tx: Db,
  batch: string,
  { by, today }: Undoing,
): Promise<Result<{ undone: number }, UndoRefusal>> => {
  const found = await getBatch(tx, batch);
  if (found === undefined) return refuse({ code: "batchUnknown", batch });
  if (found.state !== "applied") return refuse({ code: "batchNotApplied", batch });
  const since = await changedSince(tx, batch);
  if (since.length > 0) return refuse({ code: "changedSince", subjects: since });
  const touched = await touchedBy(tx, batch);
  const published = touched.filter(
    ({ now, before }) => before === undefined && "stage" in now && now["stage"] !== "draft",
  );
  if (published.length > 0)
    return refuse({ code: "alreadyPublic", subjects: published.slice(0, 10).map(({ subject }) => subject) });
  const used = await supporting(tx, touched);
  if (used.length > 0) return refuse({ code: "inUse", subjects: used });
  const event: Event = { verb: "import.undone", happenedOn: today };
  await setBack(tx, touched, { by, today, batch, event });
  const summary = { old: { state: "applied" }, new: { state: "undone", records: touched.length } };
  await addHistory(tx, [{ ...event, by, batch, subject: `import/${batch}`, ...summary }]);
  await setBatchProgress(tx, batch, { state: "undone" });
  return ok({ undone: touched.length });
};

/** Later entries about the same record, or about the same commitment (its milestones, progress, evidence). */
const changedSince = async (tx: Db, batch: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ subject: string }>`
    WITH own AS (SELECT seq, subject, programme, commitment FROM history WHERE batch = ${batch} AND verb <> 'import.applied')
    SELECT later.subject FROM own JOIN history AS later ON later.subject = own.subject AND later.seq > own.seq
      WHERE later.batch IS DISTINCT FROM ${batch} AND later.verb <> 'permission.refused'
    UNION SELECT later.subject FROM own JOIN history AS later
      ON later.programme = own.programme AND later.commitment = own.commitment AND later.seq > own.seq
      WHERE later.batch IS DISTINCT FROM ${batch} AND later.verb <> 'permission.refused'
    ORDER BY 1 LIMIT 10`.execute(tx);
  return rows.map(({ subject }) => subject);
};

type Fields = Readonly<Record<string, unknown>>;

/** `before` is undefined for what came with the import. */
type Touched = {
  readonly subject: string;
  readonly noun: string;
  readonly entry: History;
  readonly now: Fields;
  readonly before: Fields | undefined;
};

const touchedBy = async (tx: Db, batch: string): Promise<readonly Touched[]> => {
  const entries = (await historyOf(tx, { batch, desk: true }, { limit: 1_000_000 })).filter(
    ({ verb }) => verb !== "import.applied",
  );
  const records = await recordsOf(tx, entries);
  return [...Map.groupBy(entries, ({ subject }) => subject)].flatMap(([subject, newestFirst]) => {
    const [entry, now] = [newestFirst.at(-1), records.get(subject)];
    if (entry === undefined || now === undefined) return [];
    const before = CREATING.has(entry.verb) ? undefined : newestFirst.reduce(without, now);
    return [{ subject, noun: subject.split("/")[0] ?? "", entry, now, before }];
  });
};

const CREATING: ReadonlySet<string> = new Set([
  "body.created",
  "indicator.created",
  "commitment.drafted",
  "observation.recorded",
]);

/** The record as it was before one of its changes. */
const without = (record: Fields, change: History): Fields => {
  const kept = Object.entries(record).filter(([name]) => !(name in change.new));
  return { ...Object.fromEntries(kept), ...change.old };
};

const recordsOf = async (tx: Db, entries: readonly History[]): Promise<ReadonlyMap<string, Fields>> => {
  const records = new Map<string, Fields>();
  const commitments = await commitmentsByKeys(
    tx,
    entries.flatMap(({ programme, commitment }) =>
      programme === undefined || commitment === undefined ? [] : [{ programme, code: commitment }],
    ),
  );
  for (const [key, commitment] of commitments) records.set(`commitment/${key}`, commitment);
  const observations = await observationsByKeys(
    tx,
    entries.flatMap(({ subject }) => observationKey(subject)),
  );
  for (const [key, observation] of observations) records.set(`observation/${key}`, observation);
  for (const subject of new Set(entries.map((entry) => entry.subject))) {
    const [noun, code = ""] = subject.split("/");
    const one =
      noun === "body"
        ? await getBody(tx, code)
        : noun === "indicator"
          ? await getIndicator(tx, code)
          : undefined;
    if (one !== undefined) records.set(subject, one);
  }
  return records;
};

const observationKey = (subject: string) => {
  const [noun, indicator = "", body = "", written = ""] = subject.split("/");
  const period = parsePeriod(written);
  return noun === "observation" && period !== undefined ? [{ indicator, body, period }] : [];
};

/** Co-operating bodies stand in a list that no foreign key watches. */
const supporting = async (tx: Db, touched: readonly Touched[]): Promise<readonly string[]> => {
  const codes = touched
    .filter(({ noun, before }) => noun === "body" && before === undefined)
    .map(({ now }) => String(now["code"]));
  if (codes.length === 0) return [];
  const { rows } = await sql<{ subject: string }>`SELECT DISTINCT 'body/' || body AS subject
    FROM commitment, unnest(bodies) AS body WHERE body = ANY (${codes}::text[]) LIMIT 10`.execute(tx);
  return rows.map(({ subject }) => subject);
};

type Author = Undoing & { readonly batch: string; readonly event: Event };

const setBack = async (tx: Db, touched: readonly Touched[], author: Author): Promise<void> => {
  await saveObservations(tx, savings(touched, "observation", author) as never, author);
  const kept = touched.filter(({ before }) => before !== undefined);
  await saveCommitments(tx, savings(kept, "commitment", author) as never, author);
  await saveBodies(tx, savings(kept, "body", author) as never, author);
  await saveIndicators(tx, savings(kept, "indicator", author) as never, author);
  const gone = touched.filter(({ before, noun }) => before === undefined && noun !== "observation");
  for (const [table, keys] of REMOVABLE) {
    const rows = gone
      .filter(({ noun }) => noun === table)
      .map(({ now }) => Object.fromEntries(keys.map((key) => [key, now[key]])));
    const columns = sql.join(keys.map((key) => sql.id(key)));
    if (rows.length > 0)
      await sql`DELETE FROM ${sql.table(table)} WHERE (${columns}) IN (SELECT ${columns} FROM ${recordset(table, rows)})`.execute(
        tx,
      );
  }
  const { by, batch, event } = author;
  await addHistory(
    tx,
    gone.map(({ entry, now }) => {
      const { subject, programme, commitment, indicator, body } = entry;
      return {
        ...event,
        by,
        batch,
        subject,
        programme,
        commitment,
        indicator,
        body,
        ...changedFields(now, undefined),
      };
    }),
  );
};

const REMOVABLE = [
  ["commitment", ["programme", "code"]],
  ["indicator", ["code"]],
  ["body", ["code"]],
] as const;

const savings = (touched: readonly Touched[], wanted: string, { event }: Author) =>
  touched
    .filter(({ noun }) => noun === wanted)
    .map(({ now, before }) => ({
      was: now,
      change: {
        state: before === undefined ? undefined : { ...before, version: Number(now["version"]) + 1 },
        event,
      },
    }));
