// A redaction reaches the bytes: of a file in every record that shows it, of spreadsheets, drafts and backups, and of the database's own files.

import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { recordProgress, type EvidenceInput } from "@yinuo/core";
import { startEmbedded, type Embedded } from "@yinuo/store/embedded";
import { backUp } from "../src/backup/index.ts";
import {
  addEvidence,
  addProgress,
  addRedaction,
  closeRedaction,
  createBatch,
  fileStore,
  getBatch,
  listEvidence,
  migrate,
  openStore,
  removeDoomed,
  saveFormDraft,
  sweepIfDue,
  type Db,
  type FileStore,
  type Store,
} from "../src/index.ts";
import { openingOf } from "../src/log/index.ts";
import { ask as askDatabase, freshFolder, madeFolder } from "./embedded-world.ts";
import { addPublished, as, fill, inspector, keyOf, officer, promise, today, value } from "./ledger.ts";
import { leaves, logWorld, sequenceAll, verdicts } from "./log-world.ts";

const GONE = "联系人住幸福路三号";

type World = {
  readonly data: string;
  /** Where the database has its own files. */
  readonly cluster: string;
  readonly server: Embedded;
  readonly store: Store;
  readonly db: Db;
  readonly files: FileStore;
};

const opened = async (): Promise<World> => {
  const [data, cluster] = [freshFolder(), await madeFolder()];
  const server = await startEmbedded({ dataFolder: cluster, log: () => undefined });
  await migrate(server.url);
  const store = await openStore({ url: server.url });
  await fill(store.db);
  return { data, cluster, server, store, db: store.db, files: await fileStore(join(data, "files")) };
};

const evidence = (sha256: string, fileName: string): EvidenceInput => ({
  sha256,
  fileName,
  mediaType: "image/jpeg",
  size: 100,
  caption: "窗口现场",
  showsOn: today,
  screening: "byEye",
});

const leafWith = async (db: Db, field: string, wanted: string): Promise<number> => {
  for (const { index } of await leaves(db)) {
    const opening = await openingOf(db, index);
    if (opening?.fields.some(({ name, value: said }) => name === field && said === wanted) === true)
      return index;
  }
  return assert.fail(`no leaf says ${wanted}`);
};

const redact = async (
  db: Db,
  target: { readonly target: number; readonly field: string },
  batches: readonly string[] = [],
): Promise<void> => {
  const id = value(await addRedaction(db, { ...target, ground: "personal-data" }, as(officer)));
  value(await closeRedaction(db, { id, agreed: true, batches }, as(inspector)));
};

/** The files below the folders that hold these bytes. */
const holding = (folders: readonly string[], wanted: Buffer): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => readFileSync(path).includes(wanted)),
  );

describe("a redaction of a file", () => {
  it("takes its bytes and its fingerprint out of every record that shows it, and of no other file", async () => {
    const { data, cluster, server, store, db, files } = await opened();
    const [photo, other] = [randomBytes(300), randomBytes(300)];
    const [sha256, otherSha] = [await files.put(photo), await files.put(other)];
    for (const code of ["SF-01", "SF-02"]) {
      await addPublished(db, promise(code));
      const subject = { programme: "2026", commitment: code };
      value(await addEvidence(db, subject, evidence(sha256, "窗口.jpg"), as(officer)));
      value(await addEvidence(db, subject, evidence(otherSha, "大厅.jpg"), as(officer)));
    }
    const world = await logWorld(db, data);
    await sequenceAll(db, world);
    const leavesShowing = (await leaves(db))
      .filter(({ entry }) => entry.header.type === "evidence.added")
      .map(({ index }) => index);
    assert.equal(leavesShowing.length, 4);
    await redact(db, { target: await leafWith(db, "new.sha256", sha256), field: "new.sha256" });
    // In between, a backup takes what the ledger still has and not what has to leave the disk.
    const before = await backUp({
      url: server.url,
      dataFolder: data,
      to: join(data, "b.zip"),
      now: new Date(),
    });
    assert.deepEqual(
      before.manifest.files.map(({ name }) => name),
      [otherSha],
    );
    assert.deepEqual(before.damage, []);
    assert.equal(await removeDoomed(db, files), 1);
    assert.equal(await files.open(sha256), undefined);
    assert.ok((await files.open(otherSha)) !== undefined);
    for (const commitment of ["SF-01", "SF-02"])
      assert.deepEqual(
        (await listEvidence(db, { programme: "2026", commitment })).map((one) => one.sha256),
        [otherSha],
      );
    const told = await askDatabase(
      server.url,
      "SELECT commitment, new -> 'redaction' ->> 'field' AS field FROM history WHERE verb = 'redaction.made' ORDER BY seq",
    );
    assert.deepEqual(told, [
      { commitment: "SF-01", field: "new.sha256" },
      { commitment: "SF-02", field: "new.sha256" },
    ]);
    await sequenceAll(db, world);
    const fields = (await Promise.all(leavesShowing.map((leaf) => verdicts(db, leaf)))).flat();
    assert.deepEqual(
      fields.filter(({ is }) => is !== "ok").map(({ name, is }) => `${name} ${is}`),
      ["new.sha256 redacted", "new.sha256 redacted"],
    );
    await sweepIfDue({ store, url: server.url, files, log: (line) => assert.fail(JSON.stringify(line)) });
    await store.close();
    await server.stop();
    for (const gone of [photo, Buffer.from(sha256)]) assert.deepEqual(holding([data, cluster], gone), []);
    assert.ok(holding([data, cluster], Buffer.from(otherSha)).length > 0);
  });

  it("leaves the bytes where somebody has brought them in again", async () => {
    const { store, server, db, files } = await opened();
    const sha256 = await files.put(Buffer.from("again"));
    await addPublished(db, promise("SF-01"));
    const subject = { programme: "2026", commitment: "SF-01" };
    value(await addEvidence(db, subject, evidence(sha256, "窗口.jpg"), as(officer)));
    await redact(db, { target: await leafWith(db, "new.sha256", sha256), field: "new.sha256" });
    value(await addEvidence(db, subject, evidence(sha256, "窗口二.jpg"), as(officer)));
    await removeDoomed(db, files);
    assert.ok((await files.open(sha256)) !== undefined);
    await store.close();
    await server.stop();
  });
});

describe("a redaction of a text", () => {
  it("leaves it in no file of the whole installation: tables, statistics, write-ahead log, spreadsheets, drafts", async () => {
    const { data, cluster, server, store, db, files } = await opened();
    await addPublished(db, promise("SF-01"));
    const sheet = await files.put(Buffer.from(`编号,进展\nSF-01,${GONE}\n`));
    const batches = [randomUUID(), randomUUID()] as const;
    for (const id of batches)
      await createBatch(db, { id, kind: "commitments", source: "x", sha256: sheet, choices: {} });
    value(
      await addProgress(db, keyOf({ code: "SF-01" }), as(officer), (current) =>
        recordProgress(
          current ?? assert.fail(),
          { text: `窗口已开通\n${GONE}`, happenedOn: today },
          as(officer),
        ),
      ),
    );
    const draft = { path: "/desk/commitments/2026/SF-01/progress", fields: { text: [`窗口\r\n${GONE}`] } };
    value(await saveFormDraft(db, { id: undefined, account: undefined, ...draft }));
    const world = await logWorld(db, data);
    await sequenceAll(db, world);
    // Statistics keep the commonest values as they are.
    await askDatabase(server.url, "ANALYZE; CHECKPOINT");
    assert.ok(holding([data, cluster], Buffer.from(GONE)).length > 3);
    await redact(db, { target: await leafWith(db, "new.text.1", GONE), field: "new.text.1" }, [batches[0]]);
    assert.equal((await getBatch(db, batches[0]))?.sha256, undefined);
    assert.equal((await getBatch(db, batches[0]))?.state, "failed");
    // Another import of the same bytes has them still: it was not named.
    await removeDoomed(db, files);
    assert.ok((await files.open(sheet)) !== undefined);
    await askDatabase(server.url, `DELETE FROM import_batch WHERE id = '${batches[1]}'`);
    await askDatabase(server.url, `INSERT INTO doomed_file VALUES ('${sheet}')`);
    await sequenceAll(db, world);
    await sweepIfDue({ store, url: server.url, files, log: (line) => assert.fail(JSON.stringify(line)) });
    await store.close();
    await server.stop();
    assert.deepEqual(holding([data, cluster], Buffer.from(GONE)), []);
    assert.ok(holding([cluster], Buffer.from("窗口已开通")).length > 0);
  });
});
