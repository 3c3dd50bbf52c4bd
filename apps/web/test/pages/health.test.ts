// /health tells an operator what is wrong, above all why forms would be refused.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWorld, type World } from "./world.ts";

type Health = { ok: boolean; database: boolean; dataVersion: number; wrong: string[]; warnings: string[] };

const healthOf = async (world: World, headers: Record<string, string> = {}): Promise<Health> =>
  (await (await world.get("/health", headers)).json()) as Health;

describe("/health without configured addresses", () => {
  let world: World;
  before(async () => {
    world = await openWorld({ empty: true });
  });
  after(() => world.close());

  it("answers before the ledger is set up, with the database and the version of the data", async () => {
    const health = await healthOf(world);
    assert.deepEqual([health.ok, health.database, health.wrong, health.warnings], [true, true, [], []]);
    assert.equal(health.dataVersion, world.store.version());
    assert.equal((await world.get("/health")).headers.get("cache-control"), "no-store");
  });

  it("says that a proxy in front hides the address people type", async () => {
    const { warnings } = await healthOf(world, {
      "x-forwarded-host": "ledger.example.gov",
      host: "127.0.0.1:8080",
    });
    assert.match(warnings.join(), /serves? .*ledger\.example\.gov.*YINUO_ORIGINS/);
  });
});

describe("/health with two configured addresses", () => {
  let world: World;
  before(async () => {
    world = await openWorld({ empty: true, origins: "https://a.example,https://b.example" });
  });
  after(() => world.close());

  for (const host of ["a.example", "b.example"])
    it(`is content with ${host}`, async () => {
      assert.deepEqual((await healthOf(world, { host, "x-forwarded-proto": "https" })).warnings, []);
    });

  it("names an address that is missing (B49)", async () => {
    assert.match(
      (await healthOf(world, { host: "c.example" })).warnings.join(),
      /c\.example.*not among YINUO_ORIGINS/,
    );
  });

  it("names a scheme that differs (B49)", async () => {
    const { warnings } = await healthOf(world, { host: "a.example", "x-forwarded-proto": "http" });
    assert.match(warnings.join(), /http:\/\/a\.example.*scheme differs/);
  });

  it("says when the database is gone", async () => {
    const lost = await openWorld({ empty: true });
    assert.equal((await lost.get("/health")).status, 200);
    await lost.close();
    const response = await lost.get("/health");
    assert.equal(response.status, 503);
    assert.match(((await response.json()) as Health).wrong.join(), /database does not answer/);
  });
});
