// Switching the second step off: by its owner with password and code, by a steward for whoever lost the telephone.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { codeOf, turnOn, wrongCode } from "./authenticator.ts";
import { emailOf, openStaff, PASSWORD, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

const db = () => staff.deps.store.db;
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/desk")).status === 200;
const lastVerb = async (): Promise<string> =>
  (await db().selectFrom("history").select("verb").orderBy("seq", "desc").executeTakeFirstOrThrow()).verb;

describe("switching the second step off", () => {
  it("takes the password and a code; either alone is not enough", async () => {
    const browser = await staff.browser("court");
    const { secret, used } = await turnOn(browser);
    const send = (fields: Record<string, string>) => browser.post("/desk/account/second-step/off", fields);
    assert.equal((await send({ password: PASSWORD, code: wrongCode(secret) })).status, 422);
    assert.equal((await send({ password: PASSWORD, code: used })).status, 422, "used when switching on");
    assert.equal((await send({ password: "not this one, no", code: codeOf(secret, 1) })).status, 422);
    const done = await send({ password: PASSWORD, code: codeOf(secret, 1) });
    assert.equal(done.headers.get("location"), "/desk/account?did=account.second-step-off");
    assert.equal(await lastVerb(), "account.second-step-off");
    assert.equal(await isIn(browser), true);
    assert.equal(await isIn(await staff.browser("court")), true);
  });

  it("takes a backup code in place of the telephone", async () => {
    const browser = await staff.browser("water");
    const { codes } = await turnOn(browser);
    const send = (code: string) =>
      browser.post("/desk/account/second-step/off", { password: PASSWORD, code });
    assert.equal((await send("aaaa-bbbb-cccc")).status, 422);
    assert.equal((await send(codes[3] ?? "")).status, 303);
  });

  it("is done by a steward for whoever lost the telephone; the sessions end, the password alone signs in", async () => {
    const lost = await staff.browser("inspector");
    await turnOn(lost);
    const steward = await staff.browser("steward");
    const account = await db()
      .selectFrom("account")
      .select("id")
      .where("email", "=", emailOf("inspector"))
      .executeTakeFirstOrThrow();
    const page = await steward.text(`/desk/accounts/${account.id}`);
    assert.match(page, /重置两步验证/);
    await steward.post(`/desk/accounts/${account.id}/reset-second-step`, {});
    assert.equal(await lastVerb(), "account.second-step-reset");
    assert.equal(await isIn(lost), false);
    assert.equal(await isIn(await staff.browser("inspector")), true);
  });
});
