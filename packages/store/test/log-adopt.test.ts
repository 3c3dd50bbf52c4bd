// An old backup was restored: what was signed and published since is taken over, nothing signed is contradicted, and it goes on.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { recordProgress } from "@yinuo/core";
import {
  auditFiles,
  proveConsistencyFromTiles,
  signerKey,
  verifyConsistency,
  type Checkpoint,
} from "@yinuo/transparency-log";
import { sql } from "kysely";
import { backUp, openBackup, restore } from "../src/backup/index.ts";
import { addProgress, addRedaction, closeRedaction, openStore, type Db, type Store } from "../src/index.ts";
import { freshDatabaseUrl } from "../src/embedded/testing.ts";
import { logBacklog } from "../src/log/backlog.ts";
import { checkLog } from "../src/log/check.ts";
import { hashing } from "../src/log/digest.ts";
import { readTileFile } from "../src/log/folder.ts";
import { adoptPublished, goOnAsRestored, logFolder, logStateOf } from "../src/log/index.ts";
import { addPublished, as, inspector, keyOf, ledger, officer, promise, today, value } from "./ledger.ts";
import { addMany, freshFolder, leaves, logWorld, sequenceAll, type LogWorld } from "./log-world.ts";

const GONE = "联系人住幸福路三号";

/** A ledger that was backed up, went on, lost a text to a redaction, and was put back to the backup. */
const setBack = async () => {
  const { db, url } = await ledger();
  await addPublished(db, promise("SF-01"));
  value(
    await addProgress(db, keyOf({ code: "SF-01" }), as(officer), (current) =>
      recordProgress(current ?? assert.fail(), { text: GONE, happenedOn: today }, as(officer)),
    ),
  );
  const world = await logWorld(db);
  const before = await sequenceAll(db, world);
  const to = join(freshFolder(), "old.zip");
  await backUp({ url, dataFolder: world.data, to, now: new Date() });
  await addMany(db, 1, 300);
  const target =
    (await leaves(db)).find(({ entry }) => entry.header.type === "progress.recorded")?.index ?? -1;
  const asked = { target, field: "new.text", ground: "personal-data" };
  const id = value(await addRedaction(db, asked, as(officer)));
  value(await closeRedaction(db, { id, agreed: true }, as(inspector)));
  const { last } = await sequenceAll(db, world);
  assert.ok(last !== undefined && before.last !== undefined);
  const backup = value(await openBackup(to));
  const old = await freshDatabaseUrl();
  value(await restore(backup, { url: old, dataFolder: freshFolder(), compared: () => undefined }));
  backup.archive.close();
  const store = await openStore({ url: old });
  return { world, store, db: store.db, signed: before.last.size, published: last };
};

const holds = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{
    holds: boolean;
  }>`SELECT EXISTS (SELECT FROM history WHERE new::text LIKE ${`%${GONE}%`})
    OR EXISTS (SELECT FROM progress WHERE text LIKE ${`%${GONE}%`})
    OR EXISTS (SELECT FROM log_opening WHERE value::text LIKE ${`%${GONE}%`}) AS holds`.execute(db);
  return rows[0]?.holds === true;
};

type Tree = Pick<Checkpoint, "size" | "root">;

/** Every file of the log again, and that it continues what everybody has seen. */
const audited = async ({ folder }: LogWorld, from: Tree, tree: Tree): Promise<void> => {
  const findings = auditFiles({ read: (path) => folder.read(path), tree });
  for (let next = await findings.next(); next.done !== true; next = await findings.next())
    assert.fail(JSON.stringify(next.value));
  const proof = await proveConsistencyFromTiles(
    { from: from.size, to: tree.size },
    (tile) => readTileFile(folder, tile),
    hashing,
  );
  assert.ok(proof.ok && verifyConsistency({ old: from, new: tree, proof: proof.value }, hashing));
};

const closing = async (store: Store, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    await store.close();
  }
};

describe("a log after an old backup was restored", () => {
  it("takes over what was published, redacts again, and goes on where everybody saw it last", async () => {
    const { world, store, db, signed, published } = await setBack();
    await closing(store, async () => {
      const { folder, key } = world;
      const checked = await checkLog({ db, folder, key: key.verifier });
      assert.ok(!checked.ok && checked.error.code === "behindPublished");
      assert.ok(await holds(db), "the old backup brought it back");
      // Somebody works on before the operator notices: signed by nobody, and in nobody's copy.
      await addMany(db, 900, 2);
      const adopted = value(
        await adoptPublished(db, { read: (path) => folder.read(path), key: key.verifier }),
      );
      assert.deepEqual(adopted, { from: signed, entries: published.size - signed, redacted: 1 });
      assert.ok(!(await holds(db)));
      while (await logBacklog(db));
      const { last } = await sequenceAll(db, world);
      assert.ok(last !== undefined);
      assert.equal(last.size, published.size + 2, "what was written since comes after");
      await audited(world, published, last);
      const { lost, trouble } = await logStateOf(db);
      assert.deepEqual([lost?.entries, lost?.first, trouble], [300, signed, undefined]);
      const [made] = (await leaves(db)).filter(({ entry }) => entry.header.type === "redaction.made");
      assert.ok(made !== undefined && made.index >= signed);
      const again = await adoptPublished(db, { read: (path) => folder.read(path), key: key.verifier });
      assert.ok(!again.ok && again.error.code === "copyNotAhead");
      await assert.rejects(
        sql`SELECT forget_unsigned_leaves(${published.size - 1})`.execute(db),
        /append-only/,
      );
      await assert.rejects(sql`DELETE FROM log_entry WHERE index = 0`.execute(db));
    });
  });

  it("takes nothing from a copy that is damaged, unsigned or another's, and signs nothing without any", async () => {
    const { world, store, db, signed } = await setBack();
    await closing(store, async () => {
      const { folder, key } = world;
      const spoiled = async (path: string): Promise<Uint8Array | undefined> => {
        const bytes = await folder.read(path);
        return bytes === undefined || !path.startsWith("tile/entries")
          ? bytes
          : Buffer.from(bytes).fill(bytes[60] === 97 ? 98 : 97, 60, 61);
      };
      const stranger = signerKey({ name: key.verifier.name, kind: "note", seed: new Uint8Array(32).fill(7) });
      for (const [read, by, code] of [
        [spoiled, key.verifier, "copyDiffers"],
        [() => Promise.resolve(undefined), key.verifier, "copyUnsigned"],
        [(path: string) => folder.read(path), stranger.verifier, "copyUnsigned"],
      ] as const) {
        const refused = await adoptPublished(db, { read, key: by });
        assert.ok(!refused.ok && refused.error.code === code, code);
      }
      assert.equal((await leaves(db)).length, signed);
      // Without the published log nobody knows whether the backup was the newest.
      const alone = await logFolder(join(freshFolder(), "log"));
      const checked = await checkLog({ db, folder: alone, key: key.verifier });
      assert.ok(!checked.ok && checked.error.code === "restoredAlone");
      await goOnAsRestored(db);
      assert.ok((await checkLog({ db, folder: alone, key: key.verifier })).ok);
    });
  });
});
