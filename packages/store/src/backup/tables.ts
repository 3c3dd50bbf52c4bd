// The ledger's tables as streams of COPY text in the order of their keys: the same rows always give the same bytes.

import { createHash, type Hash } from "node:crypto";
import { Transform, type Readable, type TransformCallback, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { SequenceState, TableSum } from "./manifest.ts";

export type Shape = { readonly name: string; readonly columns: readonly string[]; readonly order: string };

/** One session whose text of every value does not depend on the server's settings. */
export const backupSession = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: "yinuo backup" });
  await client.connect();
  await client.query(`SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
    SET extra_float_digits = 1; SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET statement_timeout = 0;
    SET idle_in_transaction_session_timeout = 0`);
  return client;
};

/**
 * Every table of the ledger, those that others point to first. The list of migrations is told apart; what somebody typed
 * and has not sent is no part of the ledger and was never screened, so it is not copied anywhere; nor are the keys that
 * sessions have opened, which end with them.
 */
export const shapesOf = async (client: pg.Client): Promise<readonly Shape[]> => {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string; needs: string[] }>(
    SHAPES,
  );
  const placed: Shape[] = [];
  let left = rows;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const ready = left.filter(({ name, needs }) => needs.every((one) => one === name || !waiting.has(one)));
    if (ready.length === 0)
      throw new Error(`tables point at each other in a circle: ${[...waiting].join(", ")}`);
    placed.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return placed;
};

export const sequencesOf = async (client: pg.Client): Promise<readonly SequenceState[]> => {
  const { rows } = await client.query<{ name: string }>(
    "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1",
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${pg.escapeIdentifier(name)}`,
    );
    states.push(...found.map((one) => ({ name, ...one })));
  }
  return states;
};

/** Answers a stream, and what went through it once it has ended. */
export const readTable = (client: pg.Client, { name, columns, order }: Shape) => {
  const source = client.query(
    copyTo(`COPY (SELECT ${quoted(columns)} FROM ${pg.escapeIdentifier(name)} ORDER BY ${order}) TO STDOUT`),
  );
  const sum = summing();
  const through = source.pipe(sum.stream);
  source.once("error", (problem) => through.destroy(problem));
  return { stream: through as Readable, sum: (): TableSum => ({ name, columns, ...sum.read() }) };
};

/** Reads a whole table for its count and digest alone. */
export const sumTable = async (client: pg.Client, shape: Shape): Promise<TableSum> => {
  const { stream, sum } = readTable(client, shape);
  stream.resume();
  await finished(stream);
  return sum();
};

export const writeTable = async (client: pg.Client, table: TableSum, rows: Readable): Promise<void> => {
  const into = client.query(
    copyFrom(`COPY ${pg.escapeIdentifier(table.name)} (${quoted(table.columns)}) FROM STDIN`),
  );
  await pipeline(rows, into as Writable);
};

export const setSequences = async (client: pg.Client, states: readonly SequenceState[]): Promise<void> => {
  for (const { name, last, called } of states)
    await client.query("SELECT setval(quote_ident($1)::regclass, $2::bigint, $3)", [name, last, called]);
};

const quoted = (columns: readonly string[]): string =>
  columns.map((one) => pg.escapeIdentifier(one)).join(", ");

const summing = () => {
  const hash: Hash = createHash("sha256");
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      // A line break within a value is written as \n: each one in the text ends a row.
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(undefined, chunk);
    },
  });
  return { stream, read: () => ({ rows, sha256: hash.digest("hex") }) };
};

/** Text is put in the order of its bytes, which no server's language changes. */
const SHAPES = `
  SELECT c.relname AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS columns,
    (SELECT string_agg(quote_ident(a.attname) || CASE WHEN t.typcategory = 'S' THEN ' COLLATE "C"' ELSE '' END, ', '
        ORDER BY k.position)
      FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, position)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
        JOIN pg_type t ON t.oid = a.atttypid
      WHERE i.indrelid = c.oid AND i.indisprimary) AS order,
    ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint o JOIN pg_class f ON f.oid = o.confrelid
      WHERE o.conrelid = c.oid AND o.contype = 'f') AS needs
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('schema_migration', 'form_draft', 'opened_key')
  ORDER BY c.relname`;
