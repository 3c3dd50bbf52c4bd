// What an officer writes at the desk is signed by the body, with a key that neither the database nor the disk gives away.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parseEntry, startAudit, type EntrySignature } from "@yinuo/transparency-log";
import { accountId } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { resetPassword } from "@yinuo/store";
import { openAccountKey } from "@yinuo/store/keys";
import { codeOf, turnOn } from "./authenticator.ts";
import { attempts, everyValue } from "./dump.ts";
import { emailOf, openStaff, PASSWORD, QUICK, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

const db = () => staff.deps.store.db;
const PATH = "/desk/commitments/2026/SW-00/progress";
const KEY = "yinuo.key";

const entries = async () =>
  (await db().selectFrom("log_entry").select("bytes").orderBy("index").execute()).map(({ bytes }) => bytes);

let notes = 0;
/** The signatures of what this browser records. */
const records = async (browser: Browser): Promise<readonly EntrySignature[]> => {
  notes += 1;
  const done = await browser.post(PATH, { text: `第 ${notes} 次进展`, happenedOn: "2026-10-01" });
  assert.equal(done.status, 303, await done.text());
  const entry = parseEntry((await entries()).at(-1) ?? new Uint8Array());
  assert.ok(entry.ok && entry.value.header.type === "progress.recorded");
  return entry.value.signatures;
};

const audited = async () => {
  const auditor = startAudit();
  const findings = (await entries()).flatMap((bytes) => [...auditor.add(bytes)]);
  return { ...auditor.report(), names: findings.map((one) => ("fault" in one ? one.fault : one.flag)) };
};

const accountOf = async (who: string) =>
  db()
    .selectFrom("account")
    .selectAll()
    .where("email", "=", emailOf(who as Who))
    .executeTakeFirstOrThrow();

const oneTimeOn = (page: string): string =>
  /<code>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})<\/code>/.exec(page)?.[1] ?? assert.fail("no password");

const keyEntries = async (body: string): Promise<readonly string[]> =>
  (
    await db()
      .selectFrom("history")
      .select("verb")
      .where("subject", "=", `key/${body}`)
      .orderBy("seq")
      .execute()
  ).map(({ verb }) => verb);

const opened = () => db().selectFrom("opened_key").selectAll().execute();

describe("signing in", () => {
  it("opens the body's key: what is written bears the body's signature, in the log for everybody to check", async () => {
    const water = await staff.browser("water");
    const [signature, ...more] = await records(water);
    const { keys, faults } = await audited();
    assert.deepEqual([signature?.body, signature?.key, more], ["water", keys.get("water")?.id, []]);
    assert.equal(faults, 0);
    assert.match(await water.text("/desk/account"), /签名密钥.*可以签名/s);
  });

  it("keeps the secret in a cookie that scripts do not see, for this session alone", async () => {
    const water = await staff.browser();
    const response = await water.post("/sign-in", { email: emailOf("water"), password: PASSWORD });
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith(KEY)) ?? "";
    assert.match(cookie, /^yinuo\.key=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    // In another session of the same account it opens nothing: the entry is the operator's word.
    const other = await staff.browser("water");
    other.cookies.set(KEY, water.cookies.get(KEY) ?? "");
    assert.deepEqual(await records(other), []);
    other.cookies.set(KEY, "A".repeat(43));
    assert.deepEqual(await records(other), []);
    assert.match(await other.text("/desk"), /暂时没有单位签名/);
    assert.equal((await records(water)).length, 1);
  });

  it("ends with the session: nothing is left that the cookie would open", async () => {
    const water = await staff.browser("water");
    const secret = water.cookies.get(KEY);
    const before = (await opened()).length;
    const out = await water.post("/sign-out", {});
    assert.ok(out.headers.getSetCookie().some((one) => one.startsWith("yinuo.key=; Max-Age=0")));
    assert.equal((await opened()).length, before - 1);
    assert.notEqual((await staff.browser("water")).cookies.get(KEY), secret);
  });

  it("with a second step opens it after the code, and not before", async () => {
    const first = await staff.browser("water");
    const { secret } = await turnOn(first);
    // The session got a new name meanwhile, and goes on signing.
    assert.equal((await records(first)).length, 1);
    const browser = await staff.browser();
    await browser.post("/sign-in", { email: emailOf("water"), password: PASSWORD });
    assert.deepEqual((await opened()).filter(({ session_id }) => session_id === null).length, 1);
    const done = await browser.post("/sign-in/code", { code: codeOf(secret, 1) });
    assert.equal(done.headers.get("location"), "/desk");
    assert.equal((await records(browser)).length, 1);
    assert.deepEqual(
      (await opened()).filter(({ session_id }) => session_id === null),
      [],
    );
    const { id } = await accountOf("water");
    await db().deleteFrom("second_step").where("account_id", "=", id).execute();
    await db().updateTable("account").set({ second_step: false }).where("id", "=", id).execute();
  });
});

describe("a new password", () => {
  const OWN = "另一句很长的密码 for tests";

  it("of one's own keeps the key", async () => {
    const water = await staff.browser("water");
    const [was] = await records(water);
    const changed = await water.post("/desk/account/password", {
      current: PASSWORD,
      password: OWN,
      again: OWN,
    });
    assert.equal(changed.status, 303);
    assert.equal((await records(water))[0]?.key, was?.key);
    const again = await staff.browser();
    await again.post("/sign-in", { email: emailOf("water"), password: OWN });
    assert.equal((await records(again))[0]?.key, was?.key);
  });

  it("made by a steward: the lost key is revoked, and what came with the one-time password is replaced with it", async () => {
    const steward = await staff.browser("steward");
    const { id } = await accountOf("water");
    const { names } = await audited();
    const page = await (await steward.post(`/desk/accounts/${id}/reset-password`, {})).text();
    const given = (await audited()).keys.get("water")?.id;
    const water = await staff.browser();
    await water.post("/sign-in", { email: emailOf("water"), password: oneTimeOn(page) });
    await water.post("/desk/account/password", { password: PASSWORD, again: PASSWORD });
    const [signature] = await records(water);
    assert.notEqual(signature?.key, given);
    assert.deepEqual((await keyEntries("water")).slice(-3), ["key.revoked", "key.added", "key.rotated"]);
    assert.deepEqual((await audited()).names, names);
  });

  it("made without the jurisdiction's key: the body's next one says that nobody passed it on", async () => {
    const { id } = await accountOf("water");
    const until = new Date("2030-01-01");
    const passwordHash = await QUICK.hash("abcd-abcd-abcd-abcd");
    const by = { account: accountId("console"), role: "steward", inspects: false } as const;
    const context = { by, today: "2026-10-01" as Day, console: true };
    await resetPassword(db(), accountId(id), { passwordHash, until }, context);
    const water = await staff.browser();
    await water.post("/sign-in", { email: emailOf("water"), password: "abcd-abcd-abcd-abcd" });
    assert.equal(water.cookies.has(KEY), false);
    await water.post("/desk/account/password", { password: PASSWORD, again: PASSWORD });
    assert.equal((await records(water)).length, 1);
    const { names, faults } = await audited();
    assert.equal(faults, 0);
    assert.deepEqual(
      names.filter((name) => name === "keyReplaced"),
      ["keyReplaced"],
    );
  });
});

describe("a body's first account, made by a steward who has the jurisdiction's key", () => {
  it("brings the body a key that the jurisdiction confirms, and that only its owner's password opens", async () => {
    const steward = await staff.browser("steward");
    const { names } = await audited();
    const fields = { name: "司法一号", email: "justice1@example.org", role: "officer", body: "justice" };
    const page = await (await steward.post("/desk/accounts/new", fields)).text();
    assert.deepEqual(await keyEntries("justice"), ["key.added"]);
    const officer = await staff.browser();
    await officer.post("/sign-in", { email: "justice1@example.org", password: oneTimeOn(page) });
    assert.deepEqual(await keyEntries("justice"), ["key.added"]);
    await officer.post("/desk/account/password", { password: PASSWORD, again: PASSWORD });
    assert.deepEqual(await keyEntries("justice"), ["key.added", "key.rotated"]);
    assert.match(await officer.text("/desk/account"), /签名密钥.*可以签名/s);
    assert.deepEqual((await audited()).names, names);
  });
});

describe("two accounts of one body", () => {
  it("sign with one key, once the first has handed it over", async () => {
    const steward = await staff.browser("steward");
    const fields = { name: "供水二号", email: "water2@example.org", role: "officer", body: "water" };
    const page = await (await steward.post("/desk/accounts/new", fields)).text();
    const second = await staff.browser();
    await second.post("/sign-in", { email: "water2@example.org", password: oneTimeOn(page) });
    await second.post("/desk/account/password", { password: PASSWORD, again: PASSWORD });
    assert.match(await second.text("/desk/account"), /等待移交/);
    assert.deepEqual(await records(second), []);
    const first = await staff.browser("water");
    assert.match(await first.text("/desk"), /有账号等待移交签名密钥/);
    const own = await first.text("/desk/account");
    const account = /name="account" value="([^"]+)"/.exec(own)?.[1] ?? "";
    // Not the steward, who has no key of this body.
    await steward.post("/desk/account/give-key", { account });
    assert.deepEqual(await records(second), []);
    const given = await first.post("/desk/account/give-key", { account });
    assert.equal(given.headers.get("location"), "/desk/account?did=account.key-given");
    assert.equal((await records(second))[0]?.key, (await records(first))[0]?.key);
    // Closed, and the one who stays goes on with another key that the old one vouches for.
    const flags = (await audited()).names;
    await steward.post(`/desk/accounts/${account}/close`, {});
    const [after] = await records(first);
    assert.equal(after?.key, (await audited()).keys.get("water")?.id);
    assert.deepEqual((await audited()).names, flags);
  });
});

describe("whoever has the database, the disk and the secrets", () => {
  it("does not get a body's key out of them after a day's work", async () => {
    const [water, court, steward] = await Promise.all([
      staff.browser("water"),
      staff.browser("court"),
      staff.browser("steward"),
    ]);
    await records(water);
    await water.post("/desk/account/rotate-key", {});
    await records(water);
    const values = await everyValue(staff);
    const { derive } = QUICK;
    const { id } = await accountOf("water");
    // With the password it does: what is looked for is there, and can be found.
    const key = await openAccountKey(db(), { account: id as never, password: PASSWORD, derive });
    const found = await attempts(db(), [key.privateKey]);
    assert.deepEqual(
      found.map(({ body }) => body),
      ["water"],
    );
    assert.deepEqual(await attempts(db(), values), []);
    // Nor is any of it there in another spelling.
    const text = Buffer.concat(values).toString("latin1") + values.map((one) => one.toString()).join("\n");
    const secrets = [key.privateKey, found[0]?.seed ?? assert.fail()];
    for (const browser of [water, court, steward])
      secrets.push(Buffer.from(browser.cookies.get(KEY) ?? "", "base64url"));
    for (const secret of secrets)
      for (const spelled of ["latin1", "hex", "base64", "base64url"] as const)
        assert.ok(!text.includes(secret.toString(spelled).replaceAll("=", "")), spelled);
  });
});
