// The embedded database starts, keeps what it was given, belongs to one process, and says why when it will not start.

import assert from "node:assert/strict";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { EmbeddedRefused, startEmbedded } from "@yinuo/store/embedded";
import { ask, freshFolder, madeFolder, ownIn } from "./embedded-world.ts";

const log = () => undefined;
const refusedWith = (code: string) => (problem: unknown) =>
  problem instanceof EmbeddedRefused && problem.code === code && /[一-鿿]/.test(problem.message);

test("a new folder becomes a durable UTF-8 database that listens on a private socket only", async () => {
  const embedded = await startEmbedded({ dataFolder: freshFolder(), log });
  try {
    const [settings] = await ask(
      embedded.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses,
       current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
       (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
    );
    const wanted = { fsync: "on", addresses: "", encoding: "UTF8", zone: "UTC", locale: "b C.UTF-8" };
    assert.deepEqual(settings, wanted);
    const socket = new URL(embedded.url).searchParams.get("host") ?? "";
    assert.equal(statSync(socket).mode & 0o777, 0o700, "nobody else may enter the socket's folder");
    assert.ok(Buffer.byteLength(`${socket}/.s.PGSQL.5432`) <= 103, "fits the system's limit on socket paths");
  } finally {
    await embedded.stop();
  }
});

test("what was written is there after a stop and a start, and nothing is left running between", async () => {
  const dataFolder = freshFolder();
  const first = await startEmbedded({ dataFolder, log });
  await ask(first.url, "CREATE TABLE promise AS SELECT '一诺千金' AS words");
  await first.stop();
  await first.stop();
  assert.ok(!readdirSync(join(dataFolder, "cluster")).includes("postmaster.pid"));
  assert.throws(() => process.kill(first.pid, 0), { code: "ESRCH" });
  const second = await startEmbedded({ dataFolder, log });
  assert.deepEqual(await ask(second.url, "SELECT words FROM promise"), [{ words: "一诺千金" }]);
  await second.stop();
});

test("a second start in one folder is refused and names the process that owns it", async () => {
  const dataFolder = await madeFolder();
  const first = await startEmbedded({ dataFolder, log });
  await assert.rejects(startEmbedded({ dataFolder, log }), { code: "alreadyRunning", pid: process.pid });
  const other = ownIn(dataFolder, "wait");
  assert.equal(await other.saying("refused"), `refused alreadyRunning ${process.pid}`);
  assert.deepEqual(await ask(first.url, "SELECT 1 AS one"), [{ one: 1 }], "the first goes on undisturbed");
  await first.stop();
  const later = await startEmbedded({ dataFolder, log });
  await later.stop();
});

test("of three processes starting at once in a folder left by a killed one, exactly one gets it", async () => {
  const dataFolder = await madeFolder();
  const killed = ownIn(dataFolder, "wait");
  await killed.saying("ready");
  killed.process.kill("SIGKILL");
  await killed.ended;
  const all = [1, 2, 3].map(() => ownIn(dataFolder, "wait"));
  const outcomes = await Promise.all(
    all.map((one) => Promise.any([one.saying("ready"), one.saying("refused")])),
  );
  assert.equal(outcomes.filter((line) => line.startsWith("ready")).length, 1, outcomes.join(" | "));
  assert.equal(outcomes.filter((line) => line.startsWith("refused alreadyRunning")).length, 2);
  for (const one of all) one.process.kill("SIGTERM");
  await Promise.all(all.map((one) => one.ended));
});

test("a folder made by another major version of PostgreSQL is left alone, with a sentence", async () => {
  const dataFolder = await madeFolder();
  writeFileSync(join(dataFolder, "cluster", "PG_VERSION"), "17\n");
  await assert.rejects(startEmbedded({ dataFolder, log }), refusedWith("otherMajorVersion"));
  writeFileSync(join(dataFolder, "cluster", "PG_VERSION"), "18\n");
  await (await startEmbedded({ dataFolder, log })).stop();
});

test("a damaged database says what PostgreSQL said, and gives the folder back", async () => {
  const dataFolder = await madeFolder();
  writeFileSync(join(dataFolder, "cluster", "global", "pg_control"), "broken");
  await assert.rejects(startEmbedded({ dataFolder, log }), refusedWith("didNotStart"));
  await assert.rejects(startEmbedded({ dataFolder, log }), refusedWith("didNotStart"));
});

test("a folder that cannot be made is refused with its name", async () => {
  const file = join(freshFolder(), "file");
  writeFileSync(file, "");
  const dataFolder = join(file, "data");
  await assert.rejects(startEmbedded({ dataFolder, log }), (problem: EmbeddedRefused) => {
    assert.ok(problem.message.includes(dataFolder));
    return problem.code === "folderNotWritable";
  });
});

test("PostgreSQL settings in the environment of the operator do not reach the server", async () => {
  process.env["PGDATA"] = "/nonexistent";
  process.env["PGPORT"] = "1";
  try {
    const embedded = await startEmbedded({ dataFolder: await madeFolder(), log });
    assert.deepEqual(await ask(embedded.url, "SELECT current_user"), [{ current_user: "yinuo" }]);
    await embedded.stop();
  } finally {
    delete process.env["PGDATA"];
    delete process.env["PGPORT"];
  }
});
