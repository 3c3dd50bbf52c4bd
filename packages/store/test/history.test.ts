// The history cannot be changed or removed by anybody, and nothing happens without an entry in it.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { createBody, editDraft } from "@yinuo/core";
import { sql } from "kysely";
import pg from "pg";
import {
  addHistory,
  changeBody,
  changeCommitment,
  getBody,
  getCommitment,
  historyOf,
  recordRefusal,
  writing,
  type Db,
} from "../src/index.ts";
import {
  addBody,
  as,
  draft,
  keyOf,
  ledger,
  officer,
  promise,
  refusalOf,
  steward,
  today,
  value,
} from "./ledger.ts";

let db: Db;
let url: string;
before(async () => {
  ({ db, url } = await ledger());
});

const CHANGES = ["UPDATE history SET reason = 'x'", "DELETE FROM history", "TRUNCATE history"];

describe("append-only", () => {
  it("the app works under a role without these rights", async () => {
    const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(db);
    assert.equal(rows[0]?.role, "yinuo_app");
    for (const change of CHANGES)
      await assert.rejects(sql.raw(change).execute(db), /permission denied for table history/, change);
  });

  it("and the owner of the tables is refused by the trigger", async () => {
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    try {
      for (const change of CHANGES)
        await assert.rejects(
          owner.query(change),
          /history is append-only|cannot truncate a table referenced/,
          change,
        );
      await assert.rejects(
        owner.query("MERGE INTO history USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE"),
        /history is append-only/,
      );
    } finally {
      await owner.end();
    }
    assert.ok((await historyOf(db, { desk: true }, { limit: 1 })).length === 1);
  });
});

describe("one transaction", () => {
  it("a change whose history entry cannot be written leaves nothing", async () => {
    const change = changeBody(db, "ghost", as(steward), (_, { bodies }) => {
      const decided = createBody(
        { code: "ghost", name: "幽灵单位", inspects: false },
        { ...as(steward), bodies },
      );
      // No such verb: the database refuses the entry.
      return decided.ok
        ? {
            ok: true,
            value: { ...decided.value, event: { verb: "body.conjured" as never, happenedOn: today } },
          }
        : decided;
    });
    await assert.rejects(change, /history_verb_check/);
    assert.equal(await getBody(db, "ghost"), undefined);
  });

  it("of several changes made as one, a refused one takes the others back", async () => {
    const both = await writing(db, async (tx) => {
      value(await addBody(tx, "first", "第一单位"));
      return addBody(tx, "court", "已有的代码");
    });
    assert.equal(refusalOf(both), "codeTaken");
    assert.equal(await getBody(db, "first"), undefined);
  });

  it("an entry outside a transaction is refused", async () => {
    await assert.rejects(addHistory(db, []), /transaction/);
  });

  it("an external id that is taken is refused, not thrown", async () => {
    value(await draft(db, promise("EXT-1", { externalId: "canada-17" })));
    const second = await draft(db, promise("EXT-2", { externalId: "canada-17" }));
    assert.deepEqual(second, {
      ok: false,
      error: { code: "codeTaken", field: "externalId", typed: "canada-17" },
    });
  });
});

describe("two at once", () => {
  it("changes of one commitment wait for each other, and the second is told that it saw an old version", async () => {
    const input = promise("RACE");
    value(await draft(db, input));
    const edit = (title: string) =>
      changeCommitment(db, keyOf(input), as(officer), (current, deps) => {
        assert.ok(current);
        return editDraft(current, { ...input, title, seenVersion: 1 }, { ...as(officer), ...deps });
      });
    const results = await Promise.all([edit("甲改的标题"), edit("乙改的标题"), edit("丙改的标题")]);
    assert.deepEqual(results.map((one) => refusalOf(one) ?? "saved").toSorted(), [
      "changedMeanwhile",
      "changedMeanwhile",
      "saved",
    ]);
    const won = results.find(({ ok }) => ok);
    const kept = await getCommitment(db, keyOf(input), { desk: true });
    assert.deepEqual([kept?.version, kept?.title], [2, won?.ok ? won.value.title : ""]);
  });

  it("of ten who take one code, one gets it", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) => addBody(db, "wanted", `第${at}个`)),
    );
    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.ok(results.every((result) => result.ok || result.error.code === "codeTaken"));
  });
});

describe("refused attempts", () => {
  it("are kept for the desk and never public", async () => {
    await recordRefusal(db, {
      subject: "commitment/2026/RACE",
      by: officer,
      today,
      attempted: "commitment.verdict-given",
      refusal: { code: "roleMayNot" },
    });
    const desk = await historyOf(db, { verbs: ["permission.refused"], desk: true }, { limit: 5 });
    assert.deepEqual(
      desk.map((one) => [one.account, one.new]),
      [["a-court", { attempted: "commitment.verdict-given", refusal: "roleMayNot" }]],
    );
    assert.deepEqual(await historyOf(db, { verbs: ["permission.refused"] }, { limit: 5 }), []);
  });
});
