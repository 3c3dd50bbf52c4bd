// A record as it was when it was published, put together from its history: every text the public sees is committed to.

import { sql } from "kysely";
import type { Db } from "../connection.ts";
import type { Json } from "@yinuo/transparency-log";

const PUBLISHING: ReadonlySet<string> = new Set(["commitment.published", "programme.published"]);

type Entry = { readonly seq: number; readonly verb: string; readonly subject: string };
type Fields = Readonly<Record<string, Json>>;
type Told = {
  readonly published: number;
  readonly seq: number;
  readonly verb: string;
  readonly old: Fields;
  readonly new: Fields;
};

/** The records of those entries that are publications, by the entry's `seq`. */
export const recordsPublishedBy = async (
  tx: Db,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Json>> => {
  const publications = entries.filter(({ verb }) => PUBLISHING.has(verb)).map(({ seq }) => seq);
  if (publications.length === 0) return new Map();
  const { rows } = await sql<Told>`
    SELECT published.seq AS published, h.seq, h.verb, h.old, h.new FROM history AS published JOIN history AS h
        ON h.seq <= published.seq AND h.subject = published.subject
          AND (split_part(h.verb, '.', 1) = split_part(h.subject, '/', 1) OR h.verb = 'import.undone')
      WHERE published.seq = ANY (${publications}::bigint[])
    UNION ALL SELECT published.seq, h.seq, h.verb, h.old, h.new FROM history AS published JOIN history AS h
        ON h.seq <= published.seq AND h.programme = published.programme AND h.commitment = published.commitment
          AND h.verb = 'evidence.added'
      WHERE published.seq = ANY (${publications}::bigint[])
    ORDER BY 1, 2`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ published }) => published)].map(([seq, told]) => [seq, recordAt(told)]),
  );
};

/** Every change told what it took away and what it put in its place. */
const recordAt = (told: readonly Told[]): Json => {
  const record = new Map<string, Json>();
  const evidence: Json[] = [];
  for (const change of told) {
    if (change.verb === "evidence.added") {
      evidence.push(change.new);
      continue;
    }
    for (const name of Object.keys(change.old)) record.delete(name);
    for (const [name, value] of Object.entries(change.new)) record.set(name, value);
  }
  // A draft's count of changes says how long it was worked on in private.
  record.delete("version");
  return { ...Object.fromEntries(record), ...(evidence.length === 0 ? {} : { evidence }) };
};
