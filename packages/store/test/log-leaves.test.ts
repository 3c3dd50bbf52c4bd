// A leaf always fits, is signed by its body where the key is there, is never written for nothing and never changed.

import assert from "node:assert/strict";

import { describe, it } from "node:test";
import { amendCommitment, refuse } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import { addEvidence, changeCommitment, writing, type Db } from "../src/index.ts";
import { signing } from "../src/log/index.ts";
import { signedBytes, toBase64Url } from "@yinuo/transparency-log";
import {
  addBody,
  addPublished,
  as,
  draft,
  keyOf,
  ledger,
  officer,
  promise,
  publish,
  steward,
  today,
  value,
} from "./ledger.ts";
import { digest, leaves, opened } from "./log-world.ts";

describe("a leaf", () => {
  it("of a record with hundreds of fields stays within 4 KiB: what lies deepest stays together in one field", async () => {
    const { db } = await ledger();
    const milestones = Array.from({ length: 120 }, (_, at) => ({
      title: `第${at}个节点`,
      due: "2026-10-01" as Day,
    }));
    await addPublished(db, promise("MANY", { milestones }));
    const leaf = (await leaves(db)).find(({ subject }) => subject === "commitment/2026/MANY");
    assert.ok(leaf !== undefined && leaf.bytes.length <= 4096);
    const fields = await opened(db, leaf.index);
    assert.equal(fields.get("record.title"), "缩短平均审理天数（MANY）");
    assert.equal((fields.get("record.milestones") as readonly unknown[]).length, 120);
  });

  it("is not written for what was refused in the end", async () => {
    const { db } = await ledger();
    const before = (await leaves(db)).length;
    const both = await writing(db, async (tx) => {
      value(await addBody(tx, "ghost", "幽灵单位"));
      return refuse({ code: "nothingChanged" } as const);
    });
    assert.equal(both.ok, false);
    assert.equal((await leaves(db)).length, before);
  });

  it("carries the signature of its body where the writer brings its key", async () => {
    const { db } = await ledger();
    await addPublished(db, promise("SIGNED"));
    const heard: Uint8Array[] = [];
    const signer = {
      body: "court",
      keyId: "00112233445566aa",
      sign: (bytes: Uint8Array) => {
        heard.push(bytes);
        return Buffer.concat([digest(bytes), digest(bytes)]);
      },
    };
    const signed = signing(db, async () => new Map([["court", signer]]));
    const amend = (tx: Db) =>
      changeCommitment(tx, keyOf({ code: "SIGNED" }), as(officer), (current, deps) => {
        assert.ok(current);
        const input = { ...promise("SIGNED"), title: "签名的标题", seenVersion: current.version };
        return amendCommitment(current, input, "更正", { ...as(officer), ...deps });
      });
    value(await amend(signed));
    const entry = (await leaves(db)).at(-1)?.entry;
    assert.ok(entry !== undefined);
    assert.deepEqual(entry.signatures, [
      { body: "court", key: signer.keyId, signature: toBase64Url(signer.sign(signedBytes(entry))) },
    ]);
    const times = heard.length;
    // Another body's key says nothing about this body's words.
    value(await addBody(signed, "other", "其他单位"));
    assert.equal(heard.length, times);
  });

  it("is kept by the database: none can be changed, removed, skipped or put in between", async () => {
    const { db } = await ledger();
    for (const change of [
      "UPDATE log_entry SET bytes = 'x'",
      "DELETE FROM log_entry",
      "UPDATE log_opening SET value = '1'",
      "DELETE FROM log_checkpoint",
    ])
      await assert.rejects(sql.raw(change).execute(db), /permission denied/, change);
    for (const at of [1000, 2])
      await assert.rejects(
        sql`INSERT INTO log_entry (index, subject, subject_seq, bytes, leaf_hash)
          VALUES (${at}, 'x', ${at}, 'x', ${Buffer.alloc(32)})`.execute(db),
        /follows the last one|duplicate key/,
      );
  });
});

describe("evidence", () => {
  it("is committed to by its SHA-256, also when it was added before the publication", async () => {
    const { db } = await ledger();
    const key = keyOf(promise("EVID"));
    value(await draft(db, promise("EVID")));
    const file = {
      sha256: "ab".repeat(32),
      fileName: "大厅.webp",
      mediaType: "image/webp",
      size: 12,
      caption: "改造后的大厅",
      showsOn: today,
      screening: "picture" as const,
    };
    value(await addEvidence(db, { programme: "2026", commitment: "EVID" }, file, as(steward)));
    value(await publish(db, key));
    value(
      await addEvidence(
        db,
        { programme: "2026", commitment: "EVID" },
        { ...file, caption: "第二张" },
        as(steward),
      ),
    );
    const found = (await leaves(db)).filter(({ subject }) => subject === "commitment/2026/EVID");
    const [publication, evidence] = [
      await opened(db, found[0]?.index ?? -1),
      await opened(db, found[1]?.index ?? -1),
    ];
    assert.equal(publication.get("record.evidence.0.sha256"), file.sha256);
    assert.equal(publication.get("record.evidence.0.caption"), "改造后的大厅");
    assert.deepEqual([evidence.get("new.sha256"), evidence.get("new.caption")], [file.sha256, "第二张"]);
  });
});
