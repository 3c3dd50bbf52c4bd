// Every public event has a leaf, in the transaction that made it public; what is not public leaves no trace in the log.

import assert from "node:assert/strict";

import { before, describe, it } from "node:test";
import {
  amendCommitment,
  createProgramme,
  draftCommitment,
  ok,
  publishCommitment,
  publishProgramme,
  type CommitmentInput,
} from "@yinuo/core";

import {
  addHistory,
  changeCommitment,
  changeProgramme,
  createBatch,
  historyOf,
  recordRefusal,
  setBatchProgress,
  undoBatch,
  writing,
  type Db,
} from "../src/index.ts";
import { startAudit } from "@yinuo/transparency-log";
import { openingOf } from "../src/log/index.ts";
import {
  addBody,
  addPublished,
  as,
  draft,
  emptyLedger,
  keyOf,
  ledger,
  officer,
  period,
  promise,
  steward,
  today,
  value,
} from "./ledger.ts";
import { leaves, opened, verdicts } from "./log-world.ts";

describe("a ledger at work", () => {
  let db: Db;
  before(async () => {
    ({ db } = await ledger());
    await addPublished(db, promise("LOG-1", { promise: "第一段。\n第二段。" }));
    value(
      await changeCommitment(db, keyOf({ code: "LOG-1" }), as(officer), (current, deps) => {
        assert.ok(current);
        return amendCommitment(
          current,
          { ...promise("LOG-1"), title: "修改后的标题", seenVersion: current.version },
          "表述更准确",
          { ...as(officer), ...deps },
        );
      }),
    );
  });

  it("has one leaf for each public entry, in the order of the history and without gaps", async () => {
    const told = (await historyOf(db, {}, { limit: 1000 })).map(({ seq }) => seq).toReversed();
    const found = await leaves(db);
    assert.ok(told.length >= 8);
    assert.deepEqual(
      found.map(({ history_seq }) => history_seq),
      told,
    );
    assert.deepEqual(
      found.map(({ index }) => index),
      told.map((_, at) => at),
    );
  });

  it("is a log that an auditor finds no fault with, and says that no body has signed yet", async () => {
    const auditor = startAudit();
    const found = (await leaves(db)).flatMap(({ bytes }) => [...auditor.add(bytes)]);
    assert.deepEqual(found, []);
    assert.equal(auditor.report().unsigned, (await leaves(db)).length);
  });

  it("opens each field, every one with a salt of its own", async () => {
    const salts = new Set<string>();
    let fields = 0;
    for (const { index } of await leaves(db)) {
      for (const each of await verdicts(db, index)) assert.equal(each.is, "ok", `${index} ${each.name}`);
      for (const { salt } of (await openingOf(db, index))?.fields ?? []) {
        salts.add(Buffer.from(salt).toString("hex"));
        fields += 1;
      }
    }
    assert.ok(fields > 40);
    assert.equal(salts.size, fields);
  });

  it("commits with a publication to the whole record, a long text by its paragraphs", async () => {
    const [leaf] = (await leaves(db)).filter(({ entry }) => entry.header.type === "commitment.published");
    const fields = await opened(db, leaf?.index ?? -1);
    assert.equal(fields.get("record.title"), "缩短平均审理天数（LOG-1）");
    assert.equal(fields.get("record.promise.0"), "第一段。");
    assert.equal(fields.get("record.promise.1"), "第二段。");
    assert.equal(fields.get("record.support.0"), "police");
    assert.equal(fields.has("record.version"), false);
  });

  it("tells of a change what was and what is, and why", async () => {
    const [leaf] = (await leaves(db)).filter(({ entry }) => entry.header.type === "commitment.amended");
    const fields = await opened(db, leaf?.index ?? -1);
    assert.equal(leaf?.entry.header.body, "court");
    assert.equal(fields.get("old.title"), "缩短平均审理天数（LOG-1）");
    assert.equal(fields.get("new.title"), "修改后的标题");
    assert.equal(fields.get("reason"), "表述更准确");
  });

  it("puts no text and no account into the bytes", async () => {
    for (const { bytes } of await leaves(db)) {
      assert.match(bytes.toString(), /^[\x20-\x7e]+$/);
      assert.doesNotMatch(bytes.toString(), /a-steward|a-court/);
    }
  });
});

describe("what is not public", () => {
  it("leaves no trace: drafts, accounts, imports, refusals", async () => {
    const { db } = await ledger();
    const before = (await leaves(db)).length;
    value(await draft(db, promise("SECRET")));
    await recordRefusal(db, {
      subject: "commitment/2026/SECRET",
      by: officer,
      today,
      attempted: "commitment.published",
      refusal: { code: "roleMayNot" },
    });
    value(
      await writing(db, async (tx) => {
        for (const verb of ["account.created", "account.changed", "import.applied"] as const)
          await addHistory(tx, [
            { verb, subject: "account/a-1", happenedOn: today, by: steward, old: {}, new: { login: "x" } },
          ]);
        return ok(true);
      }),
    );
    assert.equal((await leaves(db)).length, before);
  });

  it("nor does an import that was undone say how many drafts it had", async () => {
    const { db } = await ledger();
    const before = (await leaves(db)).length;
    const batch = "6d0f1c1e-0000-4000-8000-000000000001";
    await createBatch(db, { id: batch, kind: "commitments", source: "x", choices: {} });
    await setBatchProgress(db, batch, { state: "applied" });
    value(await undoBatch(db, batch, { by: steward, today }));
    assert.equal((await leaves(db)).length, before);
    assert.deepEqual(await historyOf(db, { verbs: ["import.undone"] }, { limit: 5 }), []);
  });

  it("comes in the order it was written when a programme is published, with what belongs to it", async () => {
    const { db } = await emptyLedger();
    value(await addBody(db, "court", "县人民法院"));
    const input = {
      code: "2027",
      title: "2027年计划",
      period: period("2027"),
      completionRule: "least",
      silentAfterDays: 60,
      rankingMinimum: 5,
    } as const;
    value(
      await changeProgramme(db, "2027", as(steward), (_, deps) =>
        createProgramme(input, { ...as(steward), ...deps }),
      ),
    );
    const wish: CommitmentInput = { ...promise("EARLY"), support: [] };
    const key = { programme: "2027", code: "EARLY" };
    value(
      await changeCommitment(db, key, as(steward), (existing, deps) =>
        draftCommitment(wish, { ...as(steward), ...deps, existing }),
      ),
    );
    value(
      await changeCommitment(db, key, as(steward), (commitment, deps) => {
        assert.ok(commitment);
        return publishCommitment(commitment, { ...as(steward), ...deps });
      }),
    );
    assert.deepEqual(
      (await leaves(db)).map(({ entry }) => entry.header.type),
      ["body.created"],
    );
    value(
      await changeProgramme(db, "2027", as(steward), (programme) => {
        assert.ok(programme);
        return publishProgramme(programme, as(steward));
      }),
    );
    assert.deepEqual(
      (await leaves(db)).map(({ entry }) => entry.header.type),
      ["body.created", "programme.created", "commitment.published", "programme.published"],
    );
  });
});
