// Accounts as a steward keeps them: found, changed, closed and let in again; and always somebody left who can.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { emailOf, fieldsOn, openStaff, PASSWORD, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
let steward: Browser;
before(async () => {
  staff = await openStaff();
  steward = await staff.browser("steward");
});
after(() => staff.close());

const idOf = async (email: string): Promise<string> => {
  const { db } = staff.deps.store;
  return (await db.selectFrom("account").select("id").where("email", "=", email).executeTakeFirstOrThrow())
    .id;
};
const pageOf = async (who: Who): Promise<string> => `/desk/accounts/${await idOf(emailOf(who))}`;
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/desk")).status === 200;
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const lastEntry = () =>
  staff.deps.store.db
    .selectFrom("history")
    .select(["verb", "subject", "old", "new"])
    // A body whose key is lost with a password gets another one in the same breath.
    .where("verb", "not like", "key.%")
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();

describe("the list of accounts", () => {
  it("is searched, filtered and sorted, each with an address of its own", async () => {
    const names = async (query: string): Promise<readonly string[]> =>
      [...(await steward.text(`/desk/accounts${query}`)).matchAll(/>(\w+) 的账号<\/a>/g)].map(
        ([, name = ""]) => name,
      );
    assert.equal((await names("")).length, 6);
    assert.deepEqual(await names("?q=COURT"), ["court"]);
    assert.deepEqual(await names("?role=officer&sort=email"), ["court", "justice", "water"]);
    assert.deepEqual(await names("?body=inspection"), ["inspector"]);
    assert.deepEqual(await names("?state=closed"), []);
    assert.match(await steward.text("/desk/accounts?q=nobody"), /没有符合条件的账号/);
    assert.equal((await names("?role=king&sort=shoe&page=-1")).length, 6);
  });

  it("is downloaded as it is filtered, by a steward alone, and runs nothing in a spreadsheet (B39, B40)", async () => {
    const input = { name: "=HYPERLINK(1)", email: "formula@example.org", role: "editor", body: "" };
    await steward.post("/desk/accounts/new", input);
    const response = await steward.get("/desk/accounts/download/csv?q=formula");
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.equal(Buffer.from(bytes.slice(0, 3)).toString("hex"), "efbbbf");
    const text = new TextDecoder().decode(bytes);
    assert.match(text, /formula@example\.org/);
    assert.ok(!/(^|,|")=HYPERLINK/m.test(text), text);
    assert.equal(text.trim().split(/\r?\n/).length, 2);
    assert.match(response.headers.get("cache-control") ?? "", /no-store/);
    assert.equal((await steward.get("/desk/accounts/download/xlsx")).status, 200);
    assert.equal((await steward.get("/desk/accounts/download/exe")).status, 404);
    assert.equal((await (await staff.browser("court")).get("/desk/accounts/download/csv")).status, 403);
  });
});

describe("changing an account", () => {
  it("is in force with the next page, and the history does not say whose it is", async () => {
    const court = await staff.browser("court");
    assert.equal((await court.get("/desk/commitments/new")).status, 200);
    const path = await pageOf("court");
    const fields = fieldsOn(await steward.text(path));
    const done = await steward.post(path, { ...fields, name: "新名称", role: "editor", body: "" });
    assert.equal(done.headers.get("location"), `${path}?did=account.changed`);
    assert.equal((await court.get("/desk/commitments/new")).status, 403);
    const entry = await lastEntry();
    assert.deepEqual(
      [entry.verb, entry.old, entry.new],
      ["account.changed", { role: "officer", body: "court" }, { role: "editor", alsoChanged: ["name"] }],
    );
    assert.match(await steward.text(path), /变更账号/);
    assert.ok(!(await staff.world.text("/history")).includes("变更账号"));
    const back = fieldsOn(await steward.text(path));
    await steward.post(path, { ...back, name: "court 的账号", role: "officer", body: "court" });
  });

  it("of two stewards at once, the second is shown what the first saved, and keeps what was typed", async () => {
    const path = await pageOf("water");
    const opened = fieldsOn(await steward.text(path));
    await steward.post(path, { ...opened, name: "先改的" });
    const second = await steward.post(path, { ...opened, name: "后改的" });
    assert.equal(second.status, 422);
    const html = await second.text();
    assert.match(errorsOn(html), /您打开的是第 1 版，期间别人已改到第 2 版/);
    assert.match(html, /先改的/);
    const again = fieldsOn(html);
    assert.deepEqual([again["name"], again["seenVersion"]], ["后改的", "2"]);
    assert.equal((await steward.post(path, again)).status, 303);
  });

  it("says what is wrong at its field", async () => {
    const path = await pageOf("water");
    const fields = fieldsOn(await steward.text(path));
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      ["email", emailOf("court"), /已有账号使用“court@example\.org”/],
      ["body", "", /请填写“单位”/],
      ["role", "king", /没有“king”这一选项/],
    ];
    for (const [field, value, sentence] of wrong) {
      const response = await steward.post(path, { ...fields, [field]: value });
      assert.equal(response.status, 422);
      const html = errorsOn(await response.text());
      assert.match(html, sentence);
      assert.ok(html.includes(`href="#${field}"`));
    }
  });

  it("of an account that is not there is 404", async () => {
    assert.equal((await steward.get("/desk/accounts/none")).status, 404);
    assert.equal((await steward.post("/desk/accounts/none/close", {})).status, 404);
  });
});

describe("closing an account", () => {
  it("ends its sessions at once, and signing in says no more than for any other failure", async () => {
    const inspector = await staff.browser("inspector");
    const path = await pageOf("inspector");
    assert.equal(
      (await steward.post(`${path}/close`, {})).headers.get("location"),
      `${path}?did=account.closed`,
    );
    assert.equal(await isIn(inspector), false);
    const refused = await (
      await staff.browser()
    ).post("/sign-in", { email: emailOf("inspector"), password: PASSWORD });
    assert.equal(refused.status, 422);
    assert.match(errorsOn(await refused.text()), /邮箱或密码不正确/);
    assert.match(await steward.text("/desk/accounts?state=closed"), /inspector 的账号/);
    const page = await steward.text(path);
    assert.doesNotMatch(page, /重置密码<\/button>/);
    const late = await steward.post(`${path}/reset-password`, {});
    assert.match(errorsOn(await late.text()), /已于.*停用，请先恢复/);
    await steward.post(`${path}/reopen`, {});
    assert.equal((await lastEntry()).verb, "account.reopened");
    assert.equal(await isIn(await staff.browser("inspector")), true);
  });

  it("a session that outlived the closing by a hair opens nothing", async () => {
    const editor = await staff.browser("editor");
    const { db } = staff.deps.store;
    const close = (day: string | null) =>
      db.updateTable("account").set({ closed_on: day }).where("email", "=", emailOf("editor")).execute();
    await close("2026-01-01");
    assert.equal(await isIn(editor), false);
    await close(null);
    assert.equal(await isIn(editor), true);
  });
});

describe("stewards", () => {
  const second = { name: "第二管理员", email: "second@example.org", role: "steward", body: "" };

  it("the last one is neither demoted nor closed, by anybody", async () => {
    const path = await pageOf("steward");
    const fields = fieldsOn(await steward.text(path));
    for (const response of [
      await steward.post(path, { ...fields, role: "editor" }),
      await steward.post(`${path}/close`, {}),
    ]) {
      assert.equal(response.status, 422);
      assert.match(errorsOn(await response.text()), /最后一个在用的管理员账号/);
    }
    assert.equal((await steward.get("/desk/accounts")).status, 200);
  });

  it("none closes, demotes or resets their own account; another does, and is the last one then", async () => {
    await steward.post("/desk/accounts/new", second);
    const own = await pageOf("steward");
    const fields = fieldsOn(await steward.text(own));
    const attempts: readonly (readonly [string, Record<string, string>])[] = [
      ["", { ...fields, role: "editor" }],
      ["/close", {}],
      ["/reset-password", {}],
      ["/reset-second-step", {}],
    ];
    for (const [act, sent] of attempts) {
      const response = await steward.post(`${own}${act}`, sent);
      assert.equal(response.status, 422, act);
      assert.match(errorsOn(await response.text()), /请由另一位管理员办理/);
    }
    assert.doesNotMatch(await steward.text(own), /停用账号<\/button>/);
    const other = `/desk/accounts/${await idOf(second.email)}`;
    assert.equal((await steward.post(`${other}/close`, {})).status, 303);
    assert.match(errorsOn(await (await steward.post(`${own}/close`, {})).text()), /最后一个/);
  });
});

describe("letting somebody in again", () => {
  it("a reset password is shown once, ends the sessions and the old password, and must be replaced", async () => {
    const justice = await staff.browser("justice");
    const path = await pageOf("justice");
    const response = await steward.post(`${path}/reset-password`, {});
    assert.match(response.headers.get("cache-control") ?? "", /no-store/);
    const password = /<code>([a-z2-9-]{19})<\/code>/.exec(await response.text())?.[1] ?? "";
    assert.equal((await lastEntry()).verb, "account.password-reset");
    assert.ok(!(await steward.text(path)).includes(password));
    assert.equal(await isIn(justice), false);
    const browser = await staff.browser();
    const signIn = (with_: string) =>
      browser.post("/sign-in", { email: emailOf("justice"), password: with_ });
    assert.equal((await signIn(PASSWORD)).status, 422);
    assert.equal((await signIn(password)).status, 303);
    assert.equal((await browser.get("/desk")).headers.get("location"), "/desk/account/password");
  });

  it("sessions are counted and ended by a steward, and refused at once", async () => {
    const [one, two] = [await staff.browser("water"), await staff.browser("water")];
    const path = await pageOf("water");
    assert.match(await steward.text(path), /现有 2 处登录/);
    await steward.post(`${path}/end-sessions`, {});
    assert.deepEqual([await isIn(one), await isIn(two)], [false, false]);
    assert.equal((await lastEntry()).verb, "account.sessions-ended");
    assert.match(await steward.text(path), /目前没有登录/);
  });
});
