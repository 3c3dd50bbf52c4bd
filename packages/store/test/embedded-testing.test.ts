// The door tests use for databases: each gets its own, a template is prepared once, and nothing stays behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { freshDatabaseUrl } from "@yinuo/store/testing";
import { ask } from "./embedded-world.ts";

test("two fresh databases know nothing of each other", async () => {
  const [one, two] = await Promise.all([freshDatabaseUrl(), freshDatabaseUrl()]);
  await ask(one, "CREATE TABLE mine ()");
  assert.deepEqual(await ask(two, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"), []);
});

test("a template is prepared once, however many ask for it at the same time", async () => {
  let prepared = 0;
  const template = {
    template: `embedded_testing_${process.pid}`,
    prepare: async (url: string) => {
      prepared += 1;
      await ask(url, "CREATE TABLE seed AS SELECT 7 AS n");
    },
  };
  const urls = await Promise.all([1, 2, 3, 4].map(() => freshDatabaseUrl(template)));
  assert.equal(prepared, 1);
  assert.equal(new Set(urls).size, 4);
  for (const url of urls) assert.deepEqual(await ask(url, "SELECT n FROM seed"), [{ n: 7 }]);
});
