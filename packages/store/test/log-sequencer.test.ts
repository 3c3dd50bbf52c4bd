// The sequencer signs what is on the disk, mends what is damaged, and refuses to sign what does not fit.

import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  openCheckpoint,
  readBundle,
  tilesBetween,
  tilePath,
  verifyReceipt,
  type Tile,
} from "@yinuo/transparency-log";
import { sql } from "kysely";
import pg from "pg";
import { openStore } from "../src/index.ts";
import { checkLog } from "../src/log/check.ts";
import { integrate, publish, signAndPublish } from "../src/log/integrate.ts";
import { readLogKey } from "../src/log/key.ts";
import { logFolder, logStateOf, proofAt } from "../src/log/index.ts";
import { ledger, value } from "./ledger.ts";
import { addMany, freshFolder, leaves, logWorld, ORIGIN, sequenceAll, type LogWorld } from "./log-world.ts";

const checkpointIn = (world: LogWorld) => {
  const bytes = readFileSync(join(world.data, "log/checkpoint"));
  return value(openCheckpoint(bytes, { logs: [world.key.verifier] })).checkpoint;
};

/** Every file the log of this size must have, with the entries in them. */
const entriesIn = (world: LogWorld): readonly string[] => {
  const { size } = checkpointIn(world);
  for (const tile of tilesBetween({ from: 0, to: size }))
    assert.equal(readFileSync(join(world.data, "log", tilePath(tile))).length, tile.width * 32);
  return tilesBetween({ from: 0, to: size })
    .filter(({ level }) => level === 0)
    .flatMap((tile) => {
      const bundle: Tile = { ...tile, level: "entries" };
      const bytes = readFileSync(join(world.data, "log", tilePath(bundle)));
      return value(readBundle(bytes, tile.width)).map((entry) => Buffer.from(entry).toString());
    });
};

describe("a log of more than a tile", () => {
  it("has every file the specification wants, and nothing narrower beside a full one", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    await addMany(db, 0, 100);
    await sequenceAll(db, world);
    await addMany(db, 100, 200);
    await sequenceAll(db, world);
    const entries = entriesIn(world);
    assert.deepEqual(
      entries,
      (await leaves(db)).map(({ bytes }) => bytes.toString()),
    );
    assert.ok(entries.length > 300);
    const names = readdirSync(join(world.data, "log"), { recursive: true }).map(String);
    assert.ok(names.includes("tile/0/000") && !names.some((name) => name.includes("000.p/106")));
    assert.deepEqual(
      names.filter((name) => name.includes("/.")),
      [],
    );
  });
});

describe("a proof", () => {
  it("is there once a checkpoint covers the entry, and its receipt convinces somebody who knows the key alone", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    const waiting = await proofAt(db, world.folder, 0);
    assert.deepEqual([waiting?.index, waiting?.inclusion], [0, undefined]);
    assert.ok((await logStateOf(db)).pending > 0);
    await sequenceAll(db, world);
    const proof = await proofAt(db, world.folder, 0);
    assert.ok(proof?.inclusion !== undefined);
    const policy = { logs: [{ key: world.key.verifier }], witnesses: [], groups: [], quorum: "none" };
    const verified = verifyReceipt({
      receipt: Buffer.from(proof.inclusion.receipt),
      entry: proof.bytes,
      policy,
    });
    assert.equal(value(verified).index, 0);
    const other = verifyReceipt({
      receipt: Buffer.from(proof.inclusion.receipt),
      entry: Buffer.from("x"),
      policy,
    });
    assert.equal(other.ok, false);
    const state = await logStateOf(db);
    assert.deepEqual([state.pending, state.backlog, state.checkpoint?.origin], [0, 0, ORIGIN]);
    assert.equal(await proofAt(db, world.folder, 1_000_000), undefined);
  });
});

describe("damaged files", () => {
  const DAMAGES: readonly (readonly [string, (log: string) => void])[] = [
    ["a truncated tile", (log) => truncateSync(join(log, "tile/0/000"), 100)],
    ["a truncated bundle", (log) => truncateSync(join(log, "tile/entries/000"), 1000)],
    ["an empty file", (log) => truncateSync(join(log, "tile/0/001.p/49"), 0)],
    ["a tile with one bit flipped", (log) => flip(join(log, "tile/0/000"))],
    ["a bundle with one bit flipped", (log) => flip(join(log, "tile/entries/001.p/49"))],
    ["an upper tile that is missing", (log) => rmSync(join(log, "tile/1"), { recursive: true })],
    ["a checkpoint cut short", (log) => truncateSync(join(log, "checkpoint"), 30)],
    ["a file half written beside its place", (log) => writeFileSync(join(log, "tile/0/.001.p.half"), "half")],
    ["all of them gone", (log) => rmSync(log, { recursive: true })],
  ];
  it("are written again from the leaves, and the log goes on as the same", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    const sofar = await db
      .selectFrom("log_entry")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    await addMany(db, 0, 305 - sofar.n);
    const before = (await sequenceAll(db, world)).last;
    const files = snapshot(world);
    for (const [what, damage] of DAMAGES) {
      damage(join(world.data, "log"));
      const again = { ...world, folder: await logFolder(join(world.data, "log")) };
      const checked = value(await checkLog({ db, folder: again.folder, key: world.key.verifier }));
      assert.equal(checked.last?.note, before?.note, what);
      if (checked.last !== undefined) await publish(again.folder, checked.last);
      for (const [name, bytes] of files)
        assert.deepEqual(readFileSync(join(world.data, "log", name)), bytes, `${what}: ${name}`);
    }
    await addMany(db, 1000, 1);
    assert.equal((await sequenceAll(db, world)).last?.size, 306);
    assert.equal(entriesIn(world).length, 306);
  });
});

const flip = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[50] = (bytes[50] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

const snapshot = ({ data }: LogWorld): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(join(data, "log"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(".p/"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(join(data, "log").length), readFileSync(path)]),
  );

describe("nothing is signed", () => {
  it("when somebody changed a leaf in the database", async () => {
    const { db, url } = await ledger();
    const world = await logWorld(db);
    await sequenceAll(db, world);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`ALTER TABLE log_entry DISABLE TRIGGER USER;
      UPDATE log_entry SET bytes = 'forged', leaf_hash = sha256(decode('00', 'hex') || 'forged') WHERE index = 2`);
    await owner.end();
    const checked = await checkLog({ db, folder: world.folder, key: world.key.verifier });
    assert.deepEqual(checked, { ok: false, error: { code: "rootDiffers", size: 6 } });
    assert.ok(existsSync(join(world.data, "log/tile/entries/000.p/6")));
  });

  it("by a restored old backup: the published log is ahead of it", async () => {
    const { db, url } = await ledger();
    const world = await logWorld(db);
    await sequenceAll(db, world);
    const old = await copyOf(url);
    await addMany(db, 0, 5);
    await sequenceAll(db, world);
    const store = await openStore({ url: old });
    try {
      await addMany(store.db, 50, 2);
      const checked = await checkLog({ db: store.db, folder: world.folder, key: world.key.verifier });
      assert.deepEqual(checked, { ok: false, error: { code: "behindPublished", published: 11, here: 8 } });
    } finally {
      await store.close();
    }
  });

  it("by another ledger that writes into the same folder with the same key", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    await sequenceAll(db, world);
    const { db: other } = await ledger();
    const elsewhere = await logWorld(other, copyOfFolder(world.data));
    await addMany(other, 0, 4);
    rmSync(join(elsewhere.data, "log"), { recursive: true });
    await sequenceAll(other, { ...elsewhere, folder: await logFolder(join(elsewhere.data, "log")) });
    const checked = await checkLog({ db: other, folder: world.folder, key: world.key.verifier });
    assert.deepEqual(checked, { ok: false, error: { code: "forked", size: 6 } });
  });

  it("when the key is gone or another one", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    await sequenceAll(db, world);
    const none = await readLogKey({ db, dataFolder: freshFolder(), origin: ORIGIN });
    assert.deepEqual(none, { ok: false, error: { code: "keyMissing" } });
    const { db: other } = await ledger();
    const wrong = await logWorld(other);
    const checked = await checkLog({ db, folder: world.folder, key: wrong.key.verifier });
    assert.deepEqual(checked, { ok: false, error: { code: "keyDiffers", origin: ORIGIN } });
  });

  it("by the second of two sequencers that took the same step", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    const { last, edge } = await sequenceAll(db, world);
    await addMany(db, 0, 3);
    const wish = { db, folder: world.folder, key: world.key };
    const both = await Promise.all([integrate(wish, { last, edge }), integrate(wish, { last, edge })]);
    assert.deepEqual(both.map((one) => (one.ok ? "signed" : one.error.code)).toSorted(), [
      "overtaken",
      "signed",
    ]);
    assert.equal(checkpointIn(world).size, 9);
    const { rows } = await sql<{
      sizes: number[];
    }>`SELECT array_agg(size::int ORDER BY number) AS sizes FROM log_checkpoint`.execute(db);
    assert.deepEqual(rows[0]?.sizes, [6, 9]);
  });

  it("backwards: the database refuses a smaller checkpoint and another root of the same size", async () => {
    const { db } = await ledger();
    const world = await logWorld(db);
    const position = await sequenceAll(db, world);
    assert.ok(position.last !== undefined);
    const smaller = { last: position.last, edge: { size: 0, levels: [] } };
    await assert.rejects(
      signAndPublish({ db, folder: world.folder, key: world.key }, smaller),
      /does not continue/,
    );
    assert.equal(checkpointIn(world).size, 6);
  });
});

const copyOfFolder = (folder: string): string => {
  const copy = freshFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** The database as a backup of this moment would bring it back. */
const copyOf = async (url: string): Promise<string> => {
  const name = new URL(url).pathname.slice(1);
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await client.query(`CREATE DATABASE ${name}_old TEMPLATE ${name}`);
  await client.end();
  const copy = new URL(url);
  copy.pathname = `/${name}_old`;
  return copy.href;
};
