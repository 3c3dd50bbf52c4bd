// Lists find, sort and page at ten thousand commitments and a hundred thousand figures, Chinese words by an index.

import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { after, before, describe, it, type TestContext } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import {
  COMMITMENT_SORTS,
  listCommitments,
  openStore,
  type CommitmentQuery,
  type CommitmentRow,
  type Db,
} from "../src/index.ts";
import { freshDatabaseUrl } from "../src/embedded/testing.ts";
import { migrate } from "../src/migrate.ts";
import { searchNeedles, searchTerms } from "../src/search.ts";
import { addPublished, fill, promise, today } from "./ledger.ts";
import { fillMany } from "./many.ts";

let db: Db;
before(async () => {
  const url = await freshDatabaseUrl();
  await migrate(url);
  const store = await openStore({ url });
  closing = store.close;
  db = store.db;
  await fill(db);
  await fillMany(db, { commitments: 10_000, bodies: 84, indicators: 40, months: 1 });
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  // 29 more months of each figure, without the way through the rules: they are here to be in the way.
  await owner.query(`INSERT INTO observation (indicator, body, period, first_day, last_day, shape, value, recorded_on, version)
    SELECT indicator, body, to_char(month, 'YYYY-MM'), month, month + interval '1 month - 1 day', shape, value, recorded_on, 1
    FROM observation, generate_series(date '2021-01-01', date '2023-05-01', '1 month') AS month`);
  await owner.query("VACUUM ANALYZE");
  await owner.end();
});
let closing: (() => Promise<void>) | undefined;
after(async () => closing?.());

const list = (more: Partial<CommitmentQuery> = {}) =>
  listCommitments(db, { programme: "2026", sort: "code", limit: 50, offset: 0, today, ...more });

const median = async (t: TestContext, what: string, more: Partial<CommitmentQuery>): Promise<void> => {
  const times: number[] = [];
  for (let run = 0; run < 11; run += 1) {
    const from = performance.now();
    await list(more);
    times.push(performance.now() - from);
  }
  t.diagnostic(`${what}: p50 ${times.toSorted((a, b) => a - b)[5]?.toFixed(1) ?? ""} ms`);
};

describe("search", () => {
  const rare = { q: "坡道" };

  it("finds a Chinese word of two characters by the index", async () => {
    const { rows, total } = await list(rare);
    assert.equal(total, 10);
    assert.deepEqual(rows.map(({ code }) => code).slice(0, 2), ["C-7", "C-1007"]);
    for (const needles of [searchNeedles("坡道"), searchNeedles("坡")]) {
      const plan = await sql<{ "QUERY PLAN": string }>`EXPLAIN SELECT code FROM commitment
        WHERE search_terms @> ${[...needles]}::text[]`.execute(db);
      const said = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
      assert.match(said, /Bitmap Index Scan on commitment_search/);
    }
  });

  it("needs every word, and the word itself, not only its pairs", async () => {
    assert.equal((await list({ q: "无障碍 坡道" })).total, 10);
    assert.equal((await list({ q: "无障碍 不存在" })).total, 0);
    // 道无障 is not in any text, although 道… and 无障 are.
    assert.equal((await list({ q: "碍坡道。工作" })).total, 10);
    assert.equal((await list({ q: "碍坡道工作" })).total, 0);
  });

  it("reads full-width and capital letters as what they are, and codes", async () => {
    assert.equal((await list({ q: "ｃ-１００７" })).total, 1);
    assert.equal((await list({ q: "NUMBER 1007" })).total, 1);
    assert.equal((await list({ q: "%" })).total, 0);
    assert.equal((await list({ q: "   " })).total, 9800);
  });

  it("has every pair of a text that is looked for among its terms", () => {
    for (const text of ["平均审理天数，b2 c", "𠮷野家 x", "a"]) {
      const terms = new Set(searchTerms(text));
      for (const needle of searchNeedles(text)) assert.ok(terms.has(needle), needle);
    }
    assert.deepEqual(searchNeedles("天数 c"), ["天数", "c"]);
  });
});

describe("sorting and paging", () => {
  const shown = (row: CommitmentRow): readonly unknown[] => [row.code];

  for (const sort of COMMITMENT_SORTS)
    for (const descending of [false, true])
      it(`by ${sort}${descending ? ", descending" : ""}: pages follow each other without gaps`, async (t) => {
        const whole = await list({ sort, descending, limit: 300 });
        const pages = await Promise.all(
          [0, 100, 200].map((offset) => list({ sort, descending, limit: 100, offset })),
        );
        assert.deepEqual(
          pages.flatMap(({ rows }) => rows.map(shown)),
          whole.rows.map(shown),
        );
        assert.equal(whole.total, 9800);
        await median(t, sort, { sort, descending });
      });

  it("counts codes, and puts what is unknown last in both directions", async () => {
    assert.deepEqual(
      (await list({ limit: 3 })).rows.map(({ code }) => code),
      ["C-1", "C-2", "C-3"],
    );
    assert.equal((await list({ descending: true, limit: 1 })).rows[0]?.code, "C-9999");
    for (const descending of [false, true]) {
      const { rows } = await list({ sort: "completion", descending, limit: 1 });
      assert.notEqual(rows[0]?.completion, undefined);
      const { rows: last } = await list({ sort: "completion", descending, limit: 1, offset: 9799 });
      assert.equal(last[0]?.completion, undefined);
    }
  });

  it("beyond the last page there is nothing, and the number is still said", async () => {
    assert.deepEqual(await list({ offset: 20_000 }), { rows: [], total: 9800 });
  });
});

describe("filters", () => {
  it("a body that leads or supports; one that leads; a kind; a standing", async (t) => {
    const both = await list({ body: "b3", limit: 500 });
    assert.ok(both.rows.every(({ lead, support }) => lead === "b3" || support.includes("b3" as never)));
    const leading = await list({ lead: "b3", limit: 500 });
    assert.ok(leading.total > 0 && leading.total < both.total);
    assert.ok((await list({ kind: "measure", limit: 20 })).rows.every(({ kind }) => kind === "measure"));
    await median(t, "overdue", { standing: "overdue", sort: "due" });
    await median(t, "search", { q: "审理" });
  });

  it("an unpublished programme and drafts are only for the desk", async () => {
    const desk = await list({ desk: true });
    assert.equal(desk.total, 10_000);
    const unpublished = db.transaction().execute(async (tx) => {
      await sql`UPDATE programme SET published_on = NULL`.execute(tx);
      const query = { programme: "2026", sort: "code", limit: 50, offset: 0, today } as const;
      assert.deepEqual(await listCommitments(tx, query), { rows: [], total: 0 });
      assert.equal((await listCommitments(tx, { ...query, desk: true })).total, 10_000);
      throw new Error("as you were");
    });
    await assert.rejects(unpublished, /as you were/);
  });

  it("a new one is counted at once", async () => {
    const before = await list({ q: "刚刚发布" });
    await addPublished(db, { ...promise("FRESH", { title: "刚刚发布的承诺" }), lead: "b1", support: [] });
    const after = await list({ q: "刚刚发布" });
    assert.deepEqual([before.total, after.total, after.rows[0]?.code], [0, 1, "FRESH"]);
  });
});
