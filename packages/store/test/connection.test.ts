// Every process hears of every change; while it cannot, it says so.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { lockApp, openStore } from "../src/index.ts";
import { addBody, emptyLedger, value } from "./ledger.ts";

const until = async (what: string, is: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 400; turn += 1) {
    if (is()) return;
    await wait(10);
  }
  assert.fail(what);
};

describe("the data's version", () => {
  it("has grown at once for the writer, and soon for everybody else", async () => {
    const { store, db, url } = await emptyLedger();
    const other = await openStore({ url });
    try {
      const [own, others] = [store.version(), other.version()];
      const heard: number[] = [];
      const stop = other.onChange((version) => heard.push(version));
      value(await addBody(db, "court", "县人民法院"));
      assert.ok(store.version() > own);
      await until("heard by the other", () => other.version() > others);
      assert.ok(heard.length > 0);
      stop();
      const [silent, before] = [heard.length, other.version()];
      value(await addBody(db, "police", "县公安局"));
      await until("heard again", () => other.version() > before);
      assert.equal(heard.length, silent);
    } finally {
      await other.close();
    }
  });

  it("stays when a change was refused", async () => {
    const { store, db } = await emptyLedger();
    value(await addBody(db, "court", "县人民法院"));
    await wait(50);
    const before = store.version();
    assert.equal((await addBody(db, "court", "又一个")).ok, false);
    await wait(50);
    assert.equal(store.version(), before);
  });

  it("is not fresh while the listener is cut off; afterwards it has grown and hears again", async () => {
    const { store, db, url } = await emptyLedger();
    assert.equal(store.fresh(), true);
    const before = store.version();
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const seen: boolean[] = [];
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'yinuo listen' AND datname = current_database()`,
    );
    await until("cut off", () => {
      seen.push(store.fresh());
      return seen.at(-1) === false;
    });
    await until("back", () => store.fresh());
    assert.ok(store.version() > before);
    const back = store.version();
    await admin.query(
      `INSERT INTO history (happened_on, verb, subject, old, new) VALUES ('2026-08-15', 'body.changed', 'body/x', '{}', '{}')`,
    );
    await admin.end();
    await until("hears again", () => store.version() > back);
    assert.ok((await sql`SELECT 1`.execute(db)).rows.length === 1);
  });

  it("a pool whose connections were all cut goes on", async () => {
    const { db, url } = await emptyLedger();
    value(await addBody(db, "court", "县人民法院"));
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yinuo' AND datname = current_database()`,
    );
    await admin.end();
    await wait(100);
    value(await addBody(db, "police", "县公安局"));
  });
});

describe("the app's lock", () => {
  it("is held by one at a time and given back by release", async () => {
    const { url } = await emptyLedger();
    const first = await lockApp(url, "first data");
    assert.ok(first);
    assert.equal(await lockApp(url, "first data"), undefined);
    const another = await lockApp(url, "something else");
    assert.ok(another);
    await first.release();
    const second = await lockApp(url, "first data");
    assert.ok(second);
    await Promise.all([second.release(), another.release()]);
  });
});

describe("days and numbers", () => {
  it("are strings and numbers, whatever the time zone of the process", async () => {
    const { db } = await emptyLedger();
    const { rows } = await sql<Record<string, unknown>>`SELECT date '2026-01-01' AS day, 0.1::numeric AS part,
      9007199254740991::int8 AS whole, count(*) AS count FROM body`.execute(db);
    assert.deepEqual(rows[0], { day: "2026-01-01", part: 0.1, whole: 9007199254740991, count: 0 });
  });
});
