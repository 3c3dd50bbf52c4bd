// One's own account: the password is changed, sessions are seen and ended, and a password made by others opens nothing else.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { emailOf, openStaff, PASSWORD, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

const OWN = "窗台上第三盆花又开了 again";
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/desk")).status === 200;
const signInWith = (browser: Browser, who: Who, password: string) =>
  browser.post("/sign-in", { email: emailOf(who), password });

/** A browser that says what it is. */
const from = async (who: Who, userAgent: string): Promise<Browser> => {
  const browser = await staff.browser();
  const headers = { "user-agent": userAgent };
  await browser.post("/sign-in", { email: emailOf(who), password: PASSWORD }, { headers });
  return browser;
};

describe("changing one's password", () => {
  const REFUSED: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
    ["without the present one", { current: "not this one, no" }, "current", /现在的密码不对/],
    [
      "to a short one",
      { password: "short", again: "short" },
      "password",
      /密码有 5 个字符，应为 12 至 128 个/,
    ],
    ["to a row of keys", { password: "zxcvbnm,./asdf" }, "password", /键盘上相邻的键/],
    ["to pinyin that everybody uses", { password: "woaini5201314" }, "password", /常用词/],
    ["to one's own body", { password: "县人民法院办公室2026" }, "password", /登录邮箱、单位或辖区/],
    ["to the same again and again", { password: "一二一二一二一二一二一二" }, "password", /同样内容的重复/],
    ["typed in two ways", { password: OWN, again: `${OWN}!` }, "again", /两次输入的新密码不一样/],
    ["to the present one", { password: PASSWORD, again: PASSWORD }, "password", /与现在的相同/],
  ];
  for (const [what, change, field, sentence] of REFUSED)
    it(`is refused ${what}, with how to do better`, async () => {
      const browser = await staff.browser("court");
      const fields = { current: PASSWORD, password: OWN, again: OWN, ...change };
      const response = await browser.post("/desk/account/password", fields);
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(html, sentence);
      assert.ok(html.includes(`href="#${field}"`));
      assert.ok(!html.includes(`value="${fields.password}"`), "no password is ever sent back");
      assert.equal(await isIn(await staff.browser("court")), true, "the old one still works");
      staff.later(3600_000);
    });

  it("is refused in English with a sentence that says how to do better", async () => {
    const browser = await staff.browser("court");
    const fields = { current: PASSWORD, password: "password1234", again: "password1234" };
    const html = await (await browser.post("/en/desk/account/password", fields)).text();
    assert.match(html, /common words together are still easily guessed; add a few/);
  });

  it("ends the other sessions, gives this one a new name, and the old password opens nothing", async () => {
    const here = await staff.browser("water");
    const elsewhere = await staff.browser("water");
    const before = new Map(here.cookies);
    const fields = { current: PASSWORD, password: OWN, again: OWN };
    const done = await here.post("/desk/account/password", fields);
    assert.equal(done.headers.get("location"), "/desk/account?did=account.password-changed");
    assert.equal(await isIn(elsewhere), false);
    assert.equal(await isIn(here), true);
    const old = await staff.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    assert.equal(await isIn(old), false, "whoever had the old cookie has nothing");
    assert.equal((await signInWith(await staff.browser(), "water", PASSWORD)).status, 422);
    // As an input method's full-width letters send it.
    const wide = OWN.replace("again", "ａｇａｉｎ");
    assert.equal((await signInWith(await staff.browser(), "water", wide)).status, 303);
    const entry = await staff.deps.store.db
      .selectFrom("history")
      .select(["verb", "old", "new"])
      .orderBy("seq", "desc")
      .executeTakeFirstOrThrow();
    assert.deepEqual(entry, { verb: "account.password-changed", old: {}, new: {} });
    assert.ok(!(await staff.world.text("/history")).includes("修改密码"));
  });

  it("lets nobody at a desk left open guess quickly", async () => {
    const browser = await staff.browser("editor");
    const statuses: number[] = [];
    for (let turn = 0; turn < 8; turn += 1)
      statuses.push(
        (await browser.post("/desk/account/password", { current: `guess number ${turn}` })).status,
      );
    assert.deepEqual([statuses[0], statuses.at(-1)], [422, 429]);
  });
});

describe("a password that somebody else made", () => {
  const freshAccount = async (name: string): Promise<{ email: string; password: string }> => {
    const steward = await staff.browser("steward");
    const email = `${name}@example.org`;
    const made = await steward.post("/desk/accounts/new", { name, email, role: "editor", body: "" });
    return { email, password: /<code>([a-z2-9-]{19})<\/code>/.exec(await made.text())?.[1] ?? "" };
  };

  it("opens the choice of an own one and nothing else, and is worth nothing after that", async () => {
    const given = await freshAccount("fresh");
    const browser = await staff.browser();
    assert.equal((await browser.post("/sign-in", given)).status, 303);
    for (const path of ["/desk", "/desk/account", "/desk/commitments", "/en/desk"])
      assert.match((await browser.get(path)).headers.get("location") ?? "", /\/desk\/account\/password$/);
    const post = await browser.post("/desk/account/second-step", { password: given.password });
    assert.equal(post.headers.get("location"), "/desk/account/password");
    const page = await browser.text("/desk/account/password");
    assert.match(page, /设置自己的密码/);
    assert.doesNotMatch(page, /name="current"/);
    const same = { password: given.password, again: given.password };
    assert.equal((await browser.post("/desk/account/password", same)).status, 422);
    const chosen = await browser.post("/desk/account/password", { password: OWN, again: OWN });
    assert.equal(chosen.headers.get("location"), "/desk?did=account.password-changed");
    assert.equal(await isIn(browser), true);
    assert.equal((await (await staff.browser()).post("/sign-in", given)).status, 422);
  });

  it("ends after a week", async () => {
    const given = await freshAccount("late");
    staff.later(7 * 24 * 3600_000 + 1000);
    const refused = await (await staff.browser()).post("/sign-in", given);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /邮箱或密码不正确/);
    assert.match(await (await staff.browser("steward")).text("/desk/accounts"), /一次性密码已过期/);
  });

  it("gets its owner in while somebody keeps failing on purpose", async () => {
    const given = await freshAccount("held");
    const attacker = await staff.browser();
    let status = 0;
    for (let turn = 0; turn < 8; turn += 1)
      status = (await attacker.post("/sign-in", { email: given.email, password: "not this one, no" })).status;
    assert.equal(status, 429);
    assert.equal((await (await staff.browser()).post("/sign-in", given)).status, 303);
  });
});

describe("where one is signed in", () => {
  const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const WECHAT =
    "Mozilla/5.0 (Linux; Android 14; V2338A) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50";
  const sessionsOn = (html: string): readonly string[] =>
    [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = ""]) => id);

  it("is said in words, and nothing the browser sent is kept", async () => {
    const here = await from("justice", WINDOWS);
    await from("justice", WECHAT);
    const html = await here.text("/desk/account");
    assert.match(html, /Windows 电脑上的Firefox（本机，正在使用）/);
    assert.match(html, /安卓手机上的微信/);
    assert.match(await here.text("/en/desk/account"), /WeChat on an Android phone/);
    const rows = await staff.deps.store.db.selectFrom("session").selectAll().execute();
    assert.ok(!/Mozilla|V2338A|Gecko/.test(JSON.stringify(rows)));
  });

  it("also a session that is used every day ends after a week, and is listed no more", async () => {
    const daily = await staff.browser("justice");
    const here = await staff.browser("justice");
    const { db } = staff.deps.store;
    const ids = async () => sessionsOn(await here.text("/desk/account"));
    const [latest] = await db.selectFrom("session").select("id").orderBy("created_at", "desc").execute();
    const [own] = await db
      .selectFrom("session")
      .select(["id", "created_at"])
      .orderBy("created_at", "desc")
      .offset(1)
      .limit(1)
      .execute();
    assert.ok(latest && own);
    const begun = (days: number) =>
      db
        .updateTable("session")
        .set({ created_at: new Date(Date.now() - days * 24 * 3600_000).toISOString() as never })
        .where("id", "=", own.id)
        .execute();
    await begun(6.9);
    assert.equal(await isIn(daily), true);
    assert.ok((await ids()).includes(own.id));
    await begun(7.1);
    assert.equal(await isIn(daily), false);
    assert.ok(!(await ids()).includes(own.id));
  });

  it("one session is ended and refused at once; the present one is not offered", async () => {
    const here = await staff.browser("justice");
    const gone = await staff.browser("justice");
    const before = sessionsOn(await here.text("/desk/account"));
    const mine = sessionsOn(await gone.text("/desk/account"));
    const [target = ""] = before.filter((id) => !mine.includes(id));
    const done = await here.post("/desk/account/end-session", { session: target });
    assert.equal(done.headers.get("location"), "/desk/account?did=session.ended");
    assert.equal(await isIn(gone), false);
    assert.equal(await isIn(here), true);
  });

  it("all others end together", async () => {
    const here = await staff.browser("justice");
    const others = [await staff.browser("justice"), await staff.browser("justice")];
    await here.post("/desk/account/end-session", { session: "others" });
    for (const other of others) assert.equal(await isIn(other), false);
    assert.equal(await isIn(here), true);
  });

  it("nobody ends somebody else's", async () => {
    const court = await staff.browser("court");
    const row = await staff.deps.store.db
      .selectFrom("session")
      .innerJoin("account", "account.id", "session.account_id")
      .select("session.id")
      .where("email", "=", emailOf("court"))
      .orderBy("session.created_at", "desc")
      .executeTakeFirstOrThrow();
    await (await staff.browser("justice")).post("/desk/account/end-session", { session: row.id });
    assert.equal(await isIn(court), true);
  });
});
