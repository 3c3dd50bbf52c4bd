// Whatever is killed, and whenever, the next start finds every row that was acknowledged.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbedded } from "@yinuo/store/embedded";
import { ask, freshFolder, madeFolder, ownIn, type Owner } from "./embedded-world.ts";

const log = () => undefined;

const lastWritten = (owner: Owner): number =>
  Number(owner.lines.findLast((line) => line.startsWith("wrote "))?.slice(6));

const rowsIn = async (dataFolder: string): Promise<number> => {
  const embedded = await startEmbedded({ dataFolder, log });
  const [row] = await ask(embedded.url, "SELECT count(*)::int AS n FROM written");
  await embedded.stop();
  return row?.["n"] as number;
};

for (const [victim, writes] of [
  ["the program", 1000],
  ["the program and its database server", 100],
] as const) {
  test(`kill -9 of ${victim} after ${writes} acknowledged writes loses none of them`, async () => {
    const dataFolder = await madeFolder();
    const owner = ownIn(dataFolder, "write");
    const server = Number((await owner.saying("ready")).slice(6));
    await owner.saying(`wrote ${writes}`);
    if (victim !== "the program") process.kill(server, "SIGKILL");
    owner.process.kill("SIGKILL");
    await owner.ended;
    const rows = await rowsIn(dataFolder);
    // One more may have been committed whose acknowledgement was never printed.
    assert.ok(
      rows >= lastWritten(owner) && rows <= lastWritten(owner) + 2,
      `${rows} of ${lastWritten(owner)}`,
    );
    assert.ok(rows >= writes);
  });
}

test("kill -9 at any moment of the first start leaves a folder in which the next start succeeds", async () => {
  for (const delay of [0, 300, 700]) {
    const dataFolder = freshFolder();
    const owner = ownIn(dataFolder, "wait");
    await owner.saying("starting");
    await wait(delay);
    owner.process.kill("SIGKILL");
    await owner.ended;
    const embedded = await startEmbedded({ dataFolder, log });
    assert.deepEqual(await ask(embedded.url, "SELECT 1 AS one"), [{ one: 1 }], `killed after ${delay} ms`);
    await embedded.stop();
  }
});

test("a program that exits without stopping its database takes it along", async () => {
  const dataFolder = await madeFolder();
  const owner = ownIn(dataFolder, "leave");
  const server = Number((await owner.saying("ready")).slice(6));
  await owner.ended;
  for (let turns = 0; turns < 100 && running(server); turns += 1) await wait(50);
  assert.ok(!running(server));
});

test("a database server that dies is noticed by the program that owns it", async () => {
  const embedded = await startEmbedded({ dataFolder: await madeFolder(), log });
  const busy = setInterval(() => undefined, 1000);
  process.kill(embedded.pid, "SIGKILL");
  await embedded.ended;
  clearInterval(busy);
  await embedded.stop();
});

test("a lock whose process number now belongs to another program does not keep the folder shut", async () => {
  const dataFolder = await madeFolder();
  const stale = { pid: process.ppid, started: "long ago" };
  writeFileSync(join(dataFolder, "owner.json"), JSON.stringify(stale));
  await (await startEmbedded({ dataFolder, log })).stop();
  writeFileSync(join(dataFolder, "owner.json"), "");
  await (await startEmbedded({ dataFolder, log })).stop();
  assert.deepEqual(
    readdirSync(dataFolder).filter((name) => name.startsWith("owner")),
    [],
  );
});

test("a server's pid file that names another program is set aside, and that program is not touched", async () => {
  const dataFolder = await madeFolder();
  const owner = ownIn(dataFolder, "wait");
  const server = Number((await owner.saying("ready")).slice(6));
  const path = join(dataFolder, "cluster", "postmaster.pid");
  const lines = readFileSync(path, "utf8").split("\n");
  owner.process.kill("SIGTERM");
  await owner.ended;
  assert.ok(!running(server));
  writeFileSync(path, [process.pid, ...lines.slice(1)].join("\n"));
  let interrupted = false;
  const hear = () => (interrupted = true);
  process.once("SIGINT", hear);
  await (await startEmbedded({ dataFolder, log })).stop();
  process.removeListener("SIGINT", hear);
  assert.ok(!interrupted);
});

const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
};
