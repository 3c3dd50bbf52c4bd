// Both samples in a database: what is on the pages, that it is loaded once, and how long it takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { STANDINGS } from "@yinuo/core";
import {
  getJurisdiction,
  historyOf,
  listAccounts,
  listBodies,
  listCommitments,
  listEvidence,
  listObservations,
  listProgrammes,
  type Store,
} from "@yinuo/store";
import { emptyStore, load, TODAY } from "./ledger.ts";

/** It has promised nothing itself. */
const INSPECTS_ONLY = "DC";

const all = async (store: Store, programme?: string, desk = false) =>
  (await listCommitments(store.db, { programme, sort: "code", limit: 1000, offset: 0, today: TODAY, desk }))
    .rows;

test("the county: every standing, every body with a promise, known and unknown completions, pictures that are there", async (t) => {
  const store = await emptyStore();
  t.after(store.close);
  const began = performance.now();
  const { loaded, files } = await load(store, "county");
  t.diagnostic(`loaded in ${Math.round(performance.now() - began)} ms`);
  assert.ok(loaded.ok, JSON.stringify(loaded));
  const jurisdiction = await getJurisdiction(store.db);
  assert.ok(jurisdiction?.sample === true && jurisdiction.name.includes("虚构"));
  const rows = await all(store, undefined, true);
  assert.deepEqual(new Set(rows.map(({ standing }) => standing.is)), new Set(STANDINGS));
  assert.equal((await all(store)).length, rows.length - 3, "three drafts are not public");
  const bodies = await listBodies(store.db);
  assert.equal(bodies.length, 10);
  for (const { code } of bodies.filter((one) => one.code !== INSPECTS_ONLY)) {
    assert.ok(
      rows.some(({ lead }) => lead === code),
      code,
    );
    assert.ok((await listObservations(store.db, { body: code, limit: 1 })).length > 0, code);
  }
  assert.ok(rows.some(({ completion }) => completion === undefined));
  assert.ok(rows.some(({ completion }) => completion !== undefined && completion > 0 && completion < 1));
  for (const { sha256, caption } of await listEvidence(store.db, {})) {
    assert.notEqual(await files.open(sha256), undefined, caption);
    assert.match(caption, /示例/);
  }
});

test("the county’s history runs in the order of time, and each entry has an account that exists", async (t) => {
  const store = await emptyStore();
  t.after(store.close);
  await load(store, "county");
  const entries = await historyOf(store.db, { desk: true }, { limit: 10_000 });
  const accounts = new Set((await listAccounts(store.db)).map(({ id }) => id as string));
  // Draws follow the rest: the log must publish their plans before the dice.
  const past = entries.filter(({ verb }) => verb !== "account.created" && !verb.startsWith("draw."));
  const days = past.map(({ happenedOn }) => happenedOn);
  assert.ok(entries.length > 2000);
  assert.ok(days.every((day, at) => day <= (days[at - 1] ?? day)));
  for (const { account, verb } of entries)
    if (verb !== "jurisdiction.set-up" && account !== "sample") assert.ok(accounts.has(account ?? ""), verb);
});

test("a second load is refused and changes nothing", async (t) => {
  const store = await emptyStore();
  t.after(store.close);
  assert.ok((await load(store, "county")).loaded.ok);
  const before = (await historyOf(store.db, { desk: true }, { limit: 1 }))[0]?.seq;
  for (const which of ["county", "canada"] as const)
    assert.deepEqual((await load(store, which)).loaded, { ok: false, error: { code: "alreadySetUp" } });
  assert.equal((await historyOf(store.db, { desk: true }, { limit: 1 }))[0]?.seq, before);
});

test("Canada: 760 published commitments of a list the bodies take no part in", async (t) => {
  const store = await emptyStore();
  t.after(store.close);
  const began = performance.now();
  const { loaded } = await load(store, "canada");
  t.diagnostic(`loaded in ${Math.round(performance.now() - began)} ms`);
  assert.ok(loaded.ok && loaded.value.commitments === 760, JSON.stringify(loaded));
  const jurisdiction = await getJurisdiction(store.db);
  assert.deepEqual(
    [jurisdiction?.sample, jurisdiction?.independent, jurisdiction?.timeZone, jurisdiction?.defaultLanguage],
    [true, true, "America/Toronto", "en"],
  );
  assert.deepEqual(
    (await listProgrammes(store.db)).map(({ code }) => code),
    ["2021-mandate"],
  );
  const rows = await all(store, "2021-mandate");
  assert.equal(rows.length, 760);
  const shared = rows.find(({ code }) => code === "105");
  assert.equal(shared?.support.length, 1, "co-operating ministers are split, and the lead is not its own");
});
