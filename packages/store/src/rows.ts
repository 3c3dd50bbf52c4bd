// Rows in and out: many at once as one JSON parameter, absent fields as NULL.

import { sql } from "kysely";
import type { Db, Tables } from "./connection.ts";

/** One statement carries at most this many rows. */
const CHUNK = 500;

type Row = Readonly<Record<string, unknown>>;

/** Every row has the same columns. A key that is there already fails. */
export const insertRows = async (tx: Db, table: keyof Tables, rows: readonly Row[]): Promise<void> => {
  for (const [columns, chunk] of chunks(rows))
    await sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns} FROM ${recordset(table, chunk)}`.execute(
      tx,
    );
};

/** Every row has the same columns, the keys among them. */
export const updateRows = async (
  tx: Db,
  table: keyof Tables,
  keys: readonly string[],
  rows: readonly Row[],
): Promise<void> => {
  for (const [, chunk] of chunks(rows)) {
    const changing = Object.keys(chunk[0] ?? {}).filter((name) => !keys.includes(name));
    const set = sql.join(changing.map((name) => sql`${sql.id(name)} = given.${sql.id(name)}`));
    const same = sql.join(
      keys.map((name) => sql`kept.${sql.id(name)} = given.${sql.id(name)}`),
      sql` AND `,
    );
    await sql`UPDATE ${sql.table(table)} AS kept SET ${set} FROM ${recordset(table, chunk)} AS given WHERE ${same}`.execute(
      tx,
    );
  }
};

/** Rows of the table's own type, for joining by key. */
export const recordset = (table: keyof Tables, rows: readonly Row[]) =>
  sql`jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;

const chunks = function* (rows: readonly Row[]) {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.id(name)));
  for (let at = 0; at < rows.length; at += CHUNK) yield [columns, rows.slice(at, at + CHUNK)] as const;
};

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null> | undefined;
};

/** The same record with its NULLs left out. */
export const present = <T extends object>(row: T): Present<T> =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>;
