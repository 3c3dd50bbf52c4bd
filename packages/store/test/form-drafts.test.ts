// Drafts of forms: one account's alone, bounded, forgotten after a while, and no part of the ledger or its backups.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { accountId, type AccountId } from "@yinuo/core";
import { sql } from "kysely";
import { backupSession, shapesOf } from "../src/backup/tables.ts";
import {
  addAccount,
  discardFormDraft,
  FORM_DRAFTS,
  listFormDrafts,
  openFormDraft,
  openStore,
  saveFormDraft,
  type Db,
  type Store,
} from "../src/index.ts";
import { as, freshUrl, steward } from "./ledger.ts";

let store: Store;
let db: Db;
let url: string;
let ana: AccountId;
let bo: AccountId;
before(async () => {
  url = await freshUrl();
  store = await openStore({ url });
  db = store.db;
  [ana, bo] = [await account("ana"), await account("bo")];
});

after(() => store.close());

const account = async (name: string): Promise<AccountId> => {
  const input = { name, email: `${name}@example.org`, role: "steward" };
  const id = accountId(randomUUID());
  const added = await addAccount(db, { input, id, passwordHash: "x" }, as(steward));
  assert.ok(added.ok, JSON.stringify(added));
  return id;
};
const saved = async (of: AccountId | undefined, text: string, id?: string): Promise<string> => {
  const done = await saveFormDraft(db, { id, account: of, path: "/desk/x", fields: { text: [text] } });
  assert.ok(done.ok, JSON.stringify(done));
  return done.value;
};

describe("a draft", () => {
  it("is its account's: nobody else opens, replaces or discards it", async () => {
    const id = await saved(ana, "一");
    assert.equal(await openFormDraft(db, { id, account: bo }), undefined);
    await discardFormDraft(db, { id, account: bo });
    assert.notEqual(await saved(bo, "二", id), id);
    assert.deepEqual((await openFormDraft(db, { id, account: ana }))?.fields, { text: ["一"] });
    assert.equal(await saved(ana, "三", id), id);
    assert.deepEqual(
      (await listFormDrafts(db, ana)).map(({ fields }) => fields),
      [{ text: ["三"] }],
    );
    await discardFormDraft(db, { id, account: ana });
    assert.deepEqual(await listFormDrafts(db, ana), []);
  });

  it("of nobody belongs to the first account that opens it", async () => {
    const id = await saved(undefined, "过期");
    assert.ok(await openFormDraft(db, { id, account: bo }));
    assert.equal(await openFormDraft(db, { id, account: ana }), undefined);
  });

  it("keeps any text a browser can send, and no text that is too long", async () => {
    const id = await saved(ana, 'a\u0000b\\u0000"𠮷\r\n');
    assert.equal((await openFormDraft(db, { id, account: ana }))?.fields["text"]?.[0], 'ab\\u0000"𠮷\r\n');
    const long = { text: ["x".repeat(FORM_DRAFTS.mostBytes)] };
    const refused = await saveFormDraft(db, { account: ana, path: "/desk/x", fields: long });
    assert.deepEqual(refused, { ok: false, error: { code: "draftTooLarge" } });
  });

  it("is forgotten after its days, and one of nobody after its hours", async () => {
    const [old, held, fresh] = [
      await saved(ana, "旧"),
      await saved(undefined, "无人"),
      await saved(ana, "新"),
    ];
    await sql`UPDATE form_draft SET saved_at = saved_at - interval '61 days' WHERE id = ${old}`.execute(db);
    await sql`UPDATE form_draft SET saved_at = saved_at - interval '13 hours' WHERE id = ${held}`.execute(db);
    await saved(bo, "又一份");
    const left = new Set((await db.selectFrom("form_draft").select("id").execute()).map(({ id }) => id));
    assert.deepEqual(
      [old, held, fresh].map((id) => left.has(id)),
      [false, false, true],
    );
  });

  it("goes with its account", async () => {
    const gone = await account("cy");
    await saved(gone, "x");
    await db.deleteFrom("account").where("id", "=", gone).execute();
    assert.deepEqual(await listFormDrafts(db, gone), []);
  });

  it("is in no backup", async () => {
    const client = await backupSession(url);
    try {
      const names = (await shapesOf(client)).map(({ name }) => name);
      assert.ok(names.includes("observation"));
      assert.ok(!names.includes("form_draft"));
    } finally {
      await client.end();
    }
  });
});
