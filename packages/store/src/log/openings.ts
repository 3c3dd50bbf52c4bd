// What opens the fields of leaves, as it is published beside the tiles.

import { formatOpening, type Json, type OpenField, type Opening } from "@yinuo/transparency-log";
import type { Db } from "../connection.ts";

/** Leaves `from` up to but not including `to`. */
export const openingsBetween = async (
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Opening[]> => {
  const entries = await db
    .selectFrom("log_entry")
    .select("index")
    .where("index", ">=", from)
    .where("index", "<", to)
    .orderBy("index")
    .execute();
  const rows = await db
    .selectFrom("log_opening")
    .select(["index", "field", "salt", "value"])
    .where("index", ">=", from)
    .where("index", "<", to)
    .where("redaction", "is", null)
    .orderBy("index")
    .orderBy("position")
    .execute();
  const fields = Map.groupBy(rows, ({ index }) => index);
  return entries.map(({ index }) => ({ index, fields: (fields.get(index) ?? []).map(opened) }));
};

export const openingOf = async (db: Db, index: number): Promise<Opening | undefined> =>
  (await openingsBetween(db, { from: index, to: index + 1 }))[0];

/** The content of `open/<index>.json`; several of them one a line. */
export const openingsText = (openings: readonly Opening[]): Uint8Array =>
  Buffer.concat(openings.flatMap((opening) => [formatOpening(opening), NEWLINE]));

const NEWLINE = Buffer.from("\n");

/** Never without salt: those that are redacted were not asked for. */
type Row = { readonly field: string; readonly salt: Buffer | null; readonly value: unknown };

const opened = ({ field, salt, value }: Row): OpenField => ({
  name: field,
  salt: salt ?? Buffer.alloc(0),
  value: value as Json,
});
