// What opens the fields of leaves, as it is published beside the tiles: names, values, salts, and what was redacted.

import type { Db } from "../connection.ts";
import { base64url, type Json } from "./leaf.ts";

/** In the order of the leaf's list. A redacted field keeps its commitment and says which leaf tells of the redaction. */
export type OpenedField =
  | { readonly name: string; readonly commitment: string; readonly salt: string; readonly value: Json }
  | { readonly name: string; readonly commitment: string; readonly redacted: true };

export type Openings = {
  readonly index: number;
  /** The entry of the history; absent where it was lost. */
  readonly history?: number;
  readonly fields: readonly OpenedField[];
};

/** Leaves `from` up to but not including `to`. */
export const openingsBetween = async (
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Openings[]> => {
  const entries = await db
    .selectFrom("log_entry")
    .select(["index", "history_seq"])
    .where("index", ">=", from)
    .where("index", "<", to)
    .orderBy("index")
    .execute();
  const rows = await db
    .selectFrom("log_opening")
    .select(["index", "field", "commitment", "salt", "value"])
    .where("index", ">=", from)
    .where("index", "<", to)
    .orderBy("index")
    .orderBy("position")
    .execute();
  const fields = Map.groupBy(rows, ({ index }) => index);
  return entries.map(({ index, history_seq }) => ({
    index,
    ...(history_seq === null ? {} : { history: history_seq }),
    fields: (fields.get(index) ?? []).map(opened),
  }));
};

export const openingsOf = async (db: Db, index: number): Promise<Openings | undefined> =>
  (await openingsBetween(db, { from: index, to: index + 1 }))[0];

type Row = {
  readonly field: string;
  readonly commitment: Buffer;
  readonly salt: Buffer | null;
  readonly value: unknown;
};

const opened = ({ field, commitment, salt, value }: Row): OpenedField => {
  const there = { name: field, commitment: base64url(commitment) };
  return salt === null
    ? { ...there, redacted: true }
    : { ...there, salt: base64url(salt), value: value as Json };
};
