// A backup restored into an empty folder is the same ledger, and goes on as one.

import assert from "node:assert/strict";
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { freshDatabaseUrl } from "@yinuo/store/testing";
import type { Embedded } from "@yinuo/store";
import { fill, freshFolder, query, serve, terminal, type Terminal } from "./terminal.ts";

const tableLines = (out: string): readonly string[] =>
  out.split("\n").filter((line) => /^\w+\t\d+\t[0-9a-f]{64}$/.test(line));

// But for forms that were not sent, which are no part of the ledger, and the keys that sessions have opened.
const EVERYTHING = `SELECT table_name, (xpath('/row/n/text()',
    query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]::text::int AS rows
  FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
    AND table_name NOT IN ('form_draft', 'opened_key') ORDER BY 1`;

describe("a backup of a ledger at work", () => {
  const data = freshFolder();
  const file = join(freshFolder(), "ledger.zip");
  let server: Embedded;
  let yinuo: Terminal;
  let backedUp: readonly string[];
  let evidence: readonly string[];
  before(async () => {
    server = await serve(data);
    await fill(server.url, data);
    writeFileSync(join(data, "secret"), "a secret of forty-eight characters, kept by the one");
    yinuo = terminal({ YINUO_DATA: data });
    const said = await yinuo("backup", file);
    assert.equal(said.code, 0, said.err);
    backedUp = tableLines(said.out);
    evidence = readdirSync(join(data, "files"), { recursive: true }).map(String).toSorted();
  });

  it("is a file for its owner alone, and holds every table with its rows", async () => {
    assert.equal(statSync(file).mode & 0o077, 0);
    const rows = new Map(backedUp.map((line) => [line.split("\t")[0], Number(line.split("\t")[1])]));
    const there = (await query(server.url, EVERYTHING)).filter(
      ({ table_name }) => table_name !== "schema_migration",
    );
    assert.ok(there.length >= 15 && Number(rows.get("history")) > 100);
    assert.deepEqual(
      there.map(({ table_name, rows: count }) => [table_name, count]),
      there.map(({ table_name }) => [table_name, rows.get(String(table_name))]),
    );
  });

  it("restored into an empty folder is equal: tables, sequences, evidence, secret", async () => {
    const other = join(freshFolder(), "restored");
    const there = terminal({ YINUO_DATA: other });
    const said = await there("restore", file);
    assert.equal(said.code, 0, said.err);
    assert.ok(!said.out.includes("DIFFERS") && said.out.includes("are equal"));
    assert.equal(said.out.match(/^equal\ttable\t/gm)?.length, backedUp.length);
    assert.ok(evidence.length > 2);
    assert.deepEqual(readdirSync(join(other, "files"), { recursive: true }).map(String).toSorted(), evidence);
    assert.equal(readFileSync(join(other, "secret"), "utf8"), readFileSync(join(data, "secret"), "utf8"));
    const again = await there("backup", join(other, "again.zip"));
    assert.deepEqual(tableLines(again.out), backedUp);
    const restored = await serve(other);
    const columns = "bodies, code_sort, search_terms, completion";
    const derived = `SELECT md5(string_agg(row(${columns})::text, '' ORDER BY programme, code)) AS sum FROM commitment`;
    assert.deepEqual(await query(restored.url, derived), await query(server.url, derived));
  });

  it("goes on where it was: the next history entry has the next number, and none can be changed", async () => {
    const other = freshFolder();
    const there = terminal({ YINUO_DATA: other });
    assert.equal((await there("restore", file)).code, 0);
    const last = "SELECT max(seq)::int AS seq FROM history";
    const restored = await serve(other);
    const [was] = await query(restored.url, last);
    const [code] = await query(
      restored.url,
      "SELECT programme, code FROM commitment WHERE stage = 'published' LIMIT 1",
    );
    const said = await there(
      "record-progress",
      String(code?.["programme"]),
      String(code?.["code"]),
      "--text",
      "恢复后的第一条",
    );
    assert.equal(said.code, 0, said.err);
    const [now] = await query(restored.url, last);
    assert.equal(now?.["seq"], Number(was?.["seq"]) + 1);
    for (const change of ["UPDATE history SET reason = 'x'", "DELETE FROM history", "TRUNCATE history"])
      await assert.rejects(query(restored.url, change), /append-only|cannot truncate/);
  });

  it("is refused by a folder that is not empty, which stays as it was", async () => {
    const other = freshFolder();
    writeFileSync(join(other, "mine.txt"), "mine");
    const said = await terminal({ YINUO_DATA: other })("restore", file);
    assert.equal(said.code, 1);
    assert.match(said.err, /not empty \(it has mine\.txt\)/);
    assert.deepEqual(readdirSync(other), ["mine.txt"]);
  });

  it("is refused when a byte of it changed or its end is missing, and nothing is restored", async () => {
    const bytes = readFileSync(file);
    const spoiled = join(freshFolder(), "spoiled.zip");
    writeFileSync(spoiled, bytes);
    const handle = openSync(spoiled, "r+");
    const at = bytes.indexOf("tables/history.copy") + 400;
    writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ 0xff]), 0, 1, at);
    closeSync(handle);
    const short = join(freshFolder(), "short.zip");
    writeFileSync(short, bytes.subarray(0, bytes.length - 100));
    for (const [path, why] of [
      [spoiled, /damaged: tables\/history\.copy/],
      [short, /not a backup|cut short/],
    ] as const) {
      const other = freshFolder();
      const said = await terminal({ YINUO_DATA: other })("restore", path);
      assert.equal(said.code, 1);
      assert.match(said.err, why);
      assert.deepEqual(readdirSync(other), []);
    }
  });

  it("says which evidence is missing or changed, and keeps the rest", async () => {
    const [name = ""] = evidence.filter((path) => /[0-9a-f]{64}$/.test(path));
    const path = join(data, "files", name);
    const bytes = readFileSync(path);
    writeFileSync(path, "something else");
    const said = await yinuo("backup", join(freshFolder(), "damaged.zip"));
    writeFileSync(path, bytes);
    assert.equal(said.code, 1);
    assert.ok(said.err.includes(`${name.slice(-64)} (no longer what was stored)`), said.err);
    assert.deepEqual(tableLines(said.out), backedUp);
  });

  it("moves into a PostgreSQL of one's own and is refused by a database in use", async () => {
    const DATABASE_URL = await freshDatabaseUrl();
    const own = (folder: string) => terminal({ YINUO_DATA: folder, DATABASE_URL });
    const said = await own(freshFolder())("restore", file);
    assert.equal(said.code, 0, said.err);
    const again = await own(freshFolder())("restore", file);
    assert.equal(again.code, 1);
    assert.match(again.err, /The database has tables already/);
  });
});
