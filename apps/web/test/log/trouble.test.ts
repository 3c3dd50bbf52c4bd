// When the log is not signed, the desk, the page of the log and /health say so and what is to be done.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openStaff, type Staff } from "../desk/staff.ts";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

describe("a log that is not signed", () => {
  it("is told at the desk in both languages, on its own page, and on /health with 503", async () => {
    const { db } = staff.deps.store;
    const steward = await staff.browser("steward");
    assert.doesNotMatch(await steward.text("/desk"), /没有签名/);
    await db
      .insertInto("log_trouble")
      .values({ trouble: JSON.stringify({ code: "keyMissing" }) })
      .execute();
    try {
      assert.match(await steward.text("/desk"), /日志目前没有签名[^]*log-key/);
      assert.match(await steward.text("/en/desk"), /The log is not being signed[^]*log-key/);
      const nobody = await staff.browser();
      assert.match(await nobody.text("/log"), /日志目前没有签名/);
      const health = await nobody.get("/health");
      assert.equal(health.status, 503);
      assert.match(await health.text(), /Put the file log-key back/);
    } finally {
      await db.deleteFrom("log_trouble").execute();
    }
  });

  it("because nobody does the signing is told once ten minutes have passed", async () => {
    const steward = await staff.browser("steward");
    assert.doesNotMatch(await steward.text("/desk"), /迟迟没有签入/);
    assert.equal((await steward.get("/health")).status, 200);
    staff.later(Date.now() - staff.deps.now().getTime() + 11 * 60_000);
    assert.match(await steward.text("/desk"), /迟迟没有签入/);
    assert.match(await (await steward.get("/health")).text(), /has not signed since/);
  });
});
