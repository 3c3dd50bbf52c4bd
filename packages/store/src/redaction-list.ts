// Redactions as they are listed: what was asked for or taken out, of which record, on which ground, by which two bodies.

import {
  mayBeRedacted,
  namesFile,
  type BodyCode,
  type RedactionGround,
  type RedactionState,
  type Verb,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import type { HistoryPlace } from "./history.ts";
import { present } from "./rows.ts";

export type Redaction = {
  readonly id: number;
  /** The leaf it was noticed in, and its field. */
  readonly target: number;
  readonly field: string;
  readonly ground: RedactionGround;
  readonly state: RedactionState;
  readonly proposedBy: BodyCode;
  readonly proposedOn: Day;
  readonly decidedBy: BodyCode | undefined;
  readonly decidedOn: Day | undefined;
  /** What the record is: the page it is shown on. */
  readonly place: HistoryPlace;
  /** In how many places of the log it was taken out. */
  readonly fields: number;
  /** The first leaf that says so. */
  readonly made: number | undefined;
};

export type RedactionFilter = {
  readonly id?: number | undefined;
  readonly state?: RedactionState | undefined;
  readonly ground?: RedactionGround | undefined;
  /** A body that asked for it or decided it. */
  readonly body?: string | undefined;
};

type Page = { readonly limit: number; readonly offset: number };
const ALL: Page = { limit: 1_000_000, offset: 0 };

/** Newest first. */
export const listRedactions = async (
  db: Db,
  filter: RedactionFilter = {},
  { limit, offset }: Page = ALL,
): Promise<readonly Redaction[]> => {
  const rows = await asked(db, filter)
    .innerJoin("log_entry as e", "e.index", "r.target")
    .leftJoin("history as h", "h.seq", "e.history_seq")
    .selectAll("r")
    .select(["e.subject", "h.programme", "h.commitment", "h.indicator", "h.body", "h.problem"])
    .select(sql<number>`(SELECT count(*)::int FROM log_opening AS o WHERE o.redaction = r.id)`.as("fields"))
    .select(
      sql<number | null>`(SELECT min(m.index) FROM history AS t JOIN log_entry AS m ON m.history_seq = t.seq
        WHERE t.verb = 'redaction.made' AND (t.new -> 'redaction' ->> 'target')::bigint = r.target
          AND t.new -> 'redaction' ->> 'field' = r.field)`.as("made"),
    )
    .orderBy("r.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    target: row.target,
    field: row.field,
    ground: row.ground as RedactionGround,
    state: row.state as RedactionState,
    proposedBy: row.proposed_by as BodyCode,
    proposedOn: row.proposed_on as Day,
    decidedBy: (row.decided_by ?? undefined) as BodyCode | undefined,
    decidedOn: (row.decided_on ?? undefined) as Day | undefined,
    place: present({
      subject: row.subject,
      programme: row.programme,
      commitment: row.commitment,
      indicator: row.indicator,
      body: row.body,
      problem: row.problem,
    }) as HistoryPlace,
    fields: row.fields,
    made: row.made ?? undefined,
  }));
};

export const getRedaction = async (db: Db, id: number): Promise<Redaction | undefined> =>
  (await listRedactions(db, { id }))[0];

export const totalOfRedactions = async (db: Db, filter: RedactionFilter): Promise<number> => {
  const { total } = await asked(db, filter)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
};

const asked = (db: Db, { id, state, ground, body }: RedactionFilter) => {
  let query = db.selectFrom("redaction as r");
  if (id !== undefined) query = query.where("r.id", "=", id);
  if (state !== undefined) query = query.where("r.state", "=", state);
  if (ground !== undefined) query = query.where("r.ground", "=", ground);
  if (body !== undefined)
    query = query.where((where) =>
      where.or([where("proposed_by", "=", body), where("decided_by", "=", body)]),
    );
  return query;
};

/** How many fields each body has had a hand in taking out; the most first. */
export const countRedactions = async (
  db: Db,
): Promise<readonly { readonly body: BodyCode; readonly fields: number }[]> => {
  const { rows } = await sql<{ body: BodyCode; fields: number }>`
    SELECT approver AS body, count(*)::int AS fields FROM history,
      jsonb_array_elements_text(new -> 'redaction' -> 'approvers') AS approver
      WHERE verb = 'redaction.made' GROUP BY approver ORDER BY fields DESC, approver`.execute(db);
  return rows;
};

/** What may be asked to go, as the log has it. */
export type OpenText = {
  readonly index: number;
  readonly field: string;
  readonly text: string;
  readonly verb: Verb;
  /** Where the text stands for a file: what it is shown as. */
  readonly file: NamedFile | undefined;
};

type NamedFile = { readonly sha256: string; readonly fileName: string; readonly caption: string };

/** Those that are shown as evidence, by their SHA-256. */
const filesNamed = async (db: Db, texts: readonly string[]): Promise<ReadonlyMap<string, NamedFile>> => {
  if (texts.length === 0) return new Map();
  const rows = await db
    .selectFrom("evidence")
    .select(["sha256", "file_name", "caption"])
    .where("sha256", "in", [...texts])
    .orderBy("id")
    .execute();
  return new Map(
    rows.flatMap(({ sha256, file_name, caption }) =>
      sha256 === null ? [] : [[sha256, { sha256, fileName: file_name, caption }]],
    ),
  );
};

/** Each text of the record that a leaf is about, once, where it stood first; those that may not go are left out. */
export const textsOfRecord = async (db: Db, leaf: number): Promise<readonly OpenText[]> => {
  const { rows } = await sql<Omit<OpenText, "file">>`
    SELECT DISTINCT ON (o.value) o.index, o.field, o.value #>> '{}' AS text, h.verb
      FROM log_entry AS e JOIN history AS t ON t.seq = e.history_seq JOIN history AS h ON h.subject = t.subject
          OR (h.programme = t.programme AND h.commitment = t.commitment)
          OR (h.indicator = t.indicator AND h.body = t.body)
        JOIN log_entry AS x ON x.history_seq = h.seq JOIN log_opening AS o ON o.index = x.index
      WHERE e.index = ${leaf} AND o.redaction IS NULL AND jsonb_typeof(o.value) = 'string'
      ORDER BY o.value, o.index, o.position`.execute(db);
  const open = rows.filter(({ field }) => mayBeRedacted(field));
  const files = await filesNamed(
    db,
    open.flatMap(({ field, text }) => (namesFile(field) ? [text] : [])),
  );
  return open
    .map((one) => ({ ...one, file: files.get(one.text) }))
    .toSorted((one, other) => one.index - other.index || (one.field < other.field ? -1 : 1));
};

/** The first leaf about a subject: `commitment/2026/SF-03`. */
export const leafOf = async (db: Db, subject: string): Promise<number | undefined> =>
  (
    await db
      .selectFrom("log_entry")
      .select("index")
      .where("subject", "=", subject)
      .orderBy("subject_seq")
      .limit(1)
      .executeTakeFirst()
  )?.index;

type Redacting = {
  readonly text: string | undefined;
  readonly stands: readonly { readonly index: number; readonly field: string }[];
  readonly file: NamedFile | undefined;
};

/** The text a request is about, and everywhere it stands in the record; none once it is gone. */
export const textOfRedaction = async (db: Db, id: number): Promise<Redacting> => {
  const { rows: stands } = await sql<Redacting["stands"][number]>`
    SELECT index, field FROM redacted_fields(${id})`.execute(db);
  const { rows } = await sql<{ text: string }>`SELECT unnest(redacted_text(${id})) AS text`.execute(db);
  const text = rows[0]?.text;
  const files = await filesNamed(db, text === undefined ? [] : [text]);
  return { text, stands, file: files.get(text ?? "") };
};
