// A text that may not stay: two bodies agree, it is gone from everywhere in the database, and the log verifies as before.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openProblem, recordProgress, type BodyCode, type By } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { auditFiles, auditOpenings, verifyEntryReceipt } from "@yinuo/transparency-log";
import { sql } from "kysely";
import {
  addProgress,
  addRedaction,
  changeProblem,
  closeRedaction,
  countRedactions,
  getProblem,
  historyOf,
  listCommitments,
  listProgress,
  listRedactions,
  type Db,
} from "../src/index.ts";
import { openingsBetween, openingsText, proofAt } from "../src/log/index.ts";
import {
  addPublished,
  as,
  inspector,
  keyOf,
  ledger,
  officer,
  promise,
  steward,
  today,
  value,
} from "./ledger.ts";
import { leaves, logWorld, sequenceAll, verdicts, type LogWorld } from "./log-world.ts";

const GONE = "联系人王某某住幸福路三号";

/** A ledger in which somebody's address stands in a report of progress and in a promise. */
const told = async () => {
  const { db } = await ledger();
  await addPublished(db, promise("SF-01"));
  value(
    await addProgress(db, keyOf({ code: "SF-01" }), as(officer), (current) =>
      recordProgress(
        current ?? assert.fail(),
        { text: `窗口已开通\n${GONE}`, happenedOn: today },
        as(officer),
      ),
    ),
  );
  const world = await logWorld(db);
  await sequenceAll(db, world);
  const rows = await leaves(db);
  const target = rows.find(({ entry }) => entry.header.type === "progress.recorded")?.index ?? assert.fail();
  return { db, world, target, before: rows.length };
};

const FIELD = "new.text.1";
const ask = (target: number, more: object = {}) => ({
  target,
  field: FIELD,
  ground: "personal-data",
  ...more,
});

/** Every text and document in the database, in one string. */
const everything = async (db: Db): Promise<string> => {
  const { rows } = await sql<{
    name: string;
  }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(db);
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await sql<{
      text: string | null;
    }>`SELECT string_agg(t::text, '') AS text FROM ${sql.table(name)} AS t`.execute(db);
    texts.push(found.rows[0]?.text ?? "");
  }
  return texts.join("\n");
};

const audited = async (db: Db, { folder }: LogWorld, tree: Parameters<typeof auditFiles>[0]["tree"]) => {
  const findings = auditFiles({ read: (path) => folder.read(path), tree });
  let next = await findings.next();
  for (; next.done !== true; next = await findings.next()) assert.fail(JSON.stringify(next.value));
  const { redactions, redactionsByBody } = next.value;
  const read = async (path: string) => {
    const [, tile] = /^open\/tile\/(\d+)\.jsonl$/.exec(path) ?? [];
    if (tile === undefined) return folder.read(path);
    const from = Number(tile) * 256;
    return openingsText(await openingsBetween(db, { from, to: from + 256 }));
  };
  const openings = auditOpenings({ read, size: tree.size, redactions });
  let opened = await openings.next();
  for (; opened.done !== true; opened = await openings.next()) assert.fail(JSON.stringify(opened.value));
  return { counted: opened.value, redactionsByBody };
};

describe("a redaction", () => {
  it("by two bodies takes text and salt out of the whole database, and the log verifies as before", async () => {
    const { db, world, target, before } = await told();
    assert.ok((await everything(db)).includes(GONE));
    const id = value(await addRedaction(db, ask(target), as(officer)));
    assert.ok((await everything(db)).includes(GONE));
    assert.deepEqual(
      (await listRedactions(db, { state: "proposed" })).map((one) => one.id),
      [id],
    );
    assert.equal(value(await closeRedaction(db, { id, agreed: true }, as(inspector))), true);
    assert.ok(!(await everything(db)).includes(GONE));
    const [progress] = await listProgress(db, keyOf({ code: "SF-01" }));
    assert.equal(progress?.text, "窗口已开通\n▇▇▇");
    const { last } = await sequenceAll(db, world);
    assert.ok(last !== undefined && last.size > before);
    const { counted, redactionsByBody } = await audited(db, world, last);
    assert.equal(counted.redacted, last.size - before);
    assert.deepEqual([counted["missing-unexplained"], counted.mismatch], [0, 0]);
    assert.deepEqual([...redactionsByBody.keys()].toSorted(), ["court", "office"]);
    assert.deepEqual(await countRedactions(db), [
      { body: "court", fields: counted.redacted },
      { body: "office", fields: counted.redacted },
    ]);
    const field = (await verdicts(db, target)).find(({ name }) => name === FIELD);
    assert.equal(field?.is, "redacted");
    const [made] = await historyOf(db, { verbs: ["redaction.made"] }, { limit: 10 });
    assert.deepEqual([made?.actorBody, made?.commitment], ["office", "SF-01"]);
  });

  it("is told by the receipt of the entry, which carries the receipts of what took it out", async () => {
    const { db, world, target } = await told();
    const id = value(await addRedaction(db, ask(target), as(officer)));
    value(await closeRedaction(db, { id, agreed: true }, as(inspector)));
    await sequenceAll(db, world);
    const proof = await proofAt(db, world.folder, target);
    const policy = { logs: [{ key: world.key.verifier }], witnesses: [], groups: [], quorum: "none" };
    const verified = value(verifyEntryReceipt(Buffer.from(proof?.inclusion?.receipt ?? ""), policy));
    const field = verified.fields.find(({ name }) => name === FIELD);
    assert.ok(field?.is === "redacted");
    assert.deepEqual([field.by.ground, field.by.approvers], ["personal-data", ["office", "court"]]);
    assert.ok(verified.fields.every(({ name, is }) => is === (name === FIELD ? "redacted" : "ok")));
  });

  it("of a promise takes it out of its drafts, its search and its amendments as well", async () => {
    const { db, world } = await told();
    await addPublished(db, { ...promise("SF-02"), title: GONE, promise: `当日受理\n${GONE}` });
    await sequenceAll(db, world);
    const target = (await leaves(db)).find(({ subject }) => subject === "commitment/2026/SF-02")?.index ?? -1;
    const id = value(await addRedaction(db, ask(target, { field: "record.title" }), as(officer)));
    value(await closeRedaction(db, { id, agreed: true }, as(inspector)));
    const found = await listCommitments(db, { q: "幸福路", sort: "due", limit: 5, offset: 0, today });
    assert.equal(found.total, 0);
    const { rows } = await sql<{
      at: string;
    }>`SELECT c::text AS at FROM commitment AS c WHERE code = 'SF-02'`.execute(db);
    assert.ok(!rows[0]?.at.includes("王某某"), rows[0]?.at);
    const { last } = await sequenceAll(db, world);
    assert.ok(last !== undefined);
    // The other record keeps its own.
    assert.ok((await everything(db)).includes(GONE));
    const { counted } = await audited(db, world, last);
    assert.deepEqual([counted["missing-unexplained"], counted.mismatch], [0, 0]);
  });

  const nobody: By = { ...steward };
  const sameBody: By = { ...inspector, body: "court" as BodyCode };
  const REFUSED = [
    ["by somebody who speaks for no body", ask(0), nobody, "roleMayNot"],
    ["by an editor", ask(0), { ...officer, role: "editor" }, "roleMayNot"],
    ["because it was published by mistake", { ground: "published-by-mistake" }, officer, "choiceUnknown"],
    ["of who promised it", { field: "record.lead" }, officer, "choiceUnknown"],
    ["of a figure", { field: "new.figure.value" }, officer, "choiceUnknown"],
    ["of a header's date", { field: "date" }, officer, "choiceUnknown"],
    ["of a text that is not there", { field: "new.note" }, officer, "nothingChanged"],
  ] as const;
  it("is refused where it may not be", async () => {
    const { db, target } = await told();
    for (const [what, more, by, code] of REFUSED) {
      const asked = await addRedaction(db, { ...ask(target), ...more, target }, as(by));
      assert.equal(asked.ok ? "done" : asked.error.code, code, what);
    }
    const id = value(await addRedaction(db, ask(target), as(officer)));
    for (const by of [officer, sameBody]) {
      const alone = await closeRedaction(db, { id, agreed: true }, as(by));
      assert.equal(alone.ok ? "done" : alone.error.code, "ownWork");
    }
    assert.equal(value(await closeRedaction(db, { id, agreed: false }, as(inspector))), false);
    const again = await closeRedaction(db, { id, agreed: true }, as(inspector));
    assert.equal(again.ok ? "done" : again.error.code, "nothingChanged");
    assert.ok((await everything(db)).includes(GONE));
  });

  it("cannot be done around the two bodies: the database refuses each step of it", async () => {
    const { db, target } = await told();
    const id = value(await addRedaction(db, ask(target), as(officer)));
    const steps = [
      sql`SELECT apply_redaction(${id})`,
      sql`UPDATE redaction SET state = 'approved', decided_by = proposed_by, decided_on = '2026-08-15' WHERE id = ${id}`,
      sql`UPDATE history SET new = '{}'`,
      sql`UPDATE log_opening SET salt = NULL, value = NULL, redaction = ${id}`,
    ];
    for (const step of steps) await assert.rejects(step.execute(db));
    await sql`UPDATE redaction SET state = 'approved', decided_by = 'office', decided_on = '2026-08-15' WHERE id = ${id}`.execute(
      db,
    );
    await assert.rejects(sql`SELECT apply_redaction(${id})`.execute(db), /is not told/);
    assert.ok((await everything(db)).includes(GONE));
  });
});

describe("a redaction in a problem", () => {
  it("takes the text out of the problem as it stands, its search and its history", async () => {
    const { db } = await ledger();
    const context = as(steward);
    const input = {
      title: "坡道被占用",
      detail: `轮椅不能通行\n${GONE}`,
      place: "东门",
      owner: "court",
      origin: "selfReport",
      due: "2026-12-31" as Day,
    } as const;
    const { code } = value(
      await changeProblem(db, undefined, context, (_, { bodies, nextCode }) =>
        openProblem(input, { ...context, bodies, code: nextCode }),
      ),
    );
    await sequenceAll(db, await logWorld(db));
    const target = (await leaves(db)).find(({ entry }) => entry.header.subject === `problem/${code}`)?.index;
    const asked = {
      target: target ?? assert.fail(),
      field: "new.detail.1",
      ground: "personal-data",
    } as const;
    const id = value(await addRedaction(db, asked, as(officer)));
    value(await closeRedaction(db, { id, agreed: true }, as(inspector)));
    assert.doesNotMatch(await everything(db), new RegExp(GONE));
    assert.equal((await getProblem(db, code))?.detail, "轮椅不能通行\n▇▇▇");
  });
});
