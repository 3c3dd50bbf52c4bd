// Signing in: one sentence for every failure, slower and never locked, and no way out to another site.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { ownAddress } from "../../src/desk/back.ts";
import { clientAddress } from "../../src/desk/attempts.ts";
import { emailOf, openStaff, PASSWORD, type Staff, type Who } from "./staff.ts";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

describe("signing in", () => {
  it("opens the desk with a cookie that scripts cannot read and other sites do not send", async () => {
    const browser = await staff.browser();
    const response = await browser.post("/sign-in", {
      email: ` ${emailOf("court").toUpperCase()} `,
      password: PASSWORD,
    });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("location"), "/desk");
    const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token")) ?? "";
    assert.match(cookie, /HttpOnly/i);
    assert.match(cookie, /SameSite=Lax/i);
    assert.match(cookie, /Path=\//i);
    assert.doesNotMatch(cookie, /Secure/i);
    assert.match(await browser.text("/desk"), /县人民法院/);
  });

  it("says the same whether the account or the password was wrong", async () => {
    const browser = await staff.browser();
    const wrong = await browser.post("/sign-in", { email: emailOf("court"), password: "not this one, no" });
    const unknown = await browser.post("/sign-in", {
      email: "nobody@example.org",
      password: "not this one, no",
    });
    const unreadable = await browser.post("/sign-in", { email: "nobody", password: "not this one, no" });
    const sentences = await Promise.all(
      [wrong, unknown, unreadable].map(async (response) => {
        assert.equal(response.status, 422);
        return /class="wrongs".*?<\/div>/s.exec(await response.text())?.[0];
      }),
    );
    assert.ok(sentences[0]?.includes("邮箱或密码不正确"));
    assert.equal(new Set(sentences).size, 1);
  });

  it("does the work of one password, whether the account is known, unknown, closed, expired or no address at all", async () => {
    let work = 0;
    const counted = await openStaff({
      hashing: {
        hash: (password) => ((work += 1), hashPassword(password)),
        verify: (tried) => ((work += 1), verifyPassword(tried)),
      },
    });
    const { db } = counted.deps.store;
    const set = (who: Who, values: { closed_on?: string; one_time_until?: Date }) =>
      db.updateTable("account").set(values).where("email", "=", emailOf(who)).execute();
    await set("water", { closed_on: "2026-01-01" });
    await set("editor", { one_time_until: new Date(0) });
    for (const email of [
      emailOf("court"),
      "who@example.org",
      emailOf("water"),
      emailOf("editor"),
      "who",
      "",
    ]) {
      work = 0;
      await (await counted.browser()).post("/sign-in", { email, password: "not this one, no" });
      assert.equal(work, 1, email);
    }
    work = 0;
    await (await counted.browser()).post("/sign-in", { email: emailOf("court"), password: "x".repeat(129) });
    assert.equal(work, 0, "what can be no password costs nothing, for any account");
    await counted.close();
  });

  it("keeps what was typed but never the password", async () => {
    const browser = await staff.browser();
    const html = await (
      await browser.post("/sign-in", { email: "typo@example.org", password: "hunter2hunter2" })
    ).text();
    assert.ok(html.includes("typo@example.org"));
    assert.ok(!html.includes("hunter2"));
  });

  it("gives a new session to a browser that already has one, and ends the old", async () => {
    const browser = await staff.browser("court");
    const planted = new Map(browser.cookies);
    await browser.post("/sign-in", { email: emailOf("justice"), password: PASSWORD });
    assert.notDeepEqual(browser.cookies, planted);
    const old = await staff.browser();
    for (const [name, value] of planted) old.cookies.set(name, value);
    assert.equal((await old.get("/desk")).status, 303);
    assert.equal((await browser.get("/desk")).status, 200);
  });

  it("leaves no trace of address or browser", async () => {
    await staff.browser("water");
    const rows = await staff.deps.store.db
      .selectFrom("session")
      .select(["ip_address", "user_agent"])
      .execute();
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ ip_address, user_agent }) => ip_address === null && user_agent === null));
  });

  it("signs out by POST, and the old cookie opens nothing any more", async () => {
    const browser = await staff.browser("court");
    const kept = new Map(browser.cookies);
    assert.equal((await browser.get("/sign-out")).status, 405);
    assert.equal((await browser.post("/sign-out", {})).headers.get("location"), "/sign-in?out=1");
    for (const [name, value] of kept) browser.cookies.set(name, value);
    assert.equal((await browser.get("/desk")).headers.get("location"), "/sign-in?back=%2Fdesk");
  });

  it("leads back to the page that was asked for, in its language", async () => {
    const browser = await staff.browser();
    const asked = await browser.get("/en/desk/commitments?q=%E6%B3%95");
    const form = asked.headers.get("location") ?? "";
    assert.equal(form, "/en/sign-in?back=%2Fen%2Fdesk%2Fcommitments%3Fq%3D%25E6%25B3%2595");
    const back = new URLSearchParams(form.split("?")[1]).get("back") ?? "";
    const response = await browser.post("/en/sign-in", { email: emailOf("court"), password: PASSWORD, back });
    assert.equal(response.headers.get("location"), "/en/desk/commitments?q=%E6%B3%95");
  });

  for (const back of [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "desk",
    "http:/desk",
    "/\n//evil",
  ])
    it(`is not led to ${JSON.stringify(back)}`, async () => {
      const browser = await staff.browser();
      const response = await browser.post("/sign-in", { email: emailOf("court"), password: PASSWORD, back });
      assert.equal(response.headers.get("location"), "/desk");
      assert.equal(ownAddress(back, "/x"), "/x");
    });
});

describe("guessing passwords", () => {
  const guess = async (
    times: number,
    email: string,
    more: (turn: number) => { address?: string; headers?: Record<string, string> },
  ) => {
    const browser = await staff.browser();
    const statuses: number[] = [];
    for (let turn = 0; turn < times; turn += 1)
      statuses.push(
        (await browser.post("/sign-in", { email, password: "not this one, no" }, more(turn))).status,
      );
    return statuses;
  };

  it("is slowed down for one account, whatever address a header claims", async () => {
    const statuses = await guess(8, emailOf("steward"), (turn) => ({
      address: `192.0.2.${turn}`,
      headers: {
        "x-forwarded-for": `10.0.0.${turn}`,
        "x-real-ip": `10.0.1.${turn}`,
        forwarded: `for=10.0.2.${turn}`,
      },
    }));
    assert.deepEqual(statuses.slice(0, 6), [422, 422, 422, 422, 422, 422]);
    assert.equal(statuses.at(-1), 429);
  });

  it("and is not a lock: the owner comes in after the wait that the page names", async () => {
    const browser = await staff.browser();
    const refused = await browser.post("/sign-in", { email: emailOf("steward"), password: PASSWORD });
    assert.equal(refused.status, 429);
    const wait = Number(refused.headers.get("retry-after"));
    assert.ok(wait >= 1 && wait <= 30);
    assert.ok((await refused.text()).includes(`${wait} 秒`));
    staff.later(wait * 1000);
    assert.equal(
      (await browser.post("/sign-in", { email: emailOf("steward"), password: PASSWORD })).status,
      303,
    );
  });

  it("never holds up a device from which the owner has signed in before", async () => {
    const owner = await staff.browser("water");
    const cookie = [...owner.cookies].find(([name]) => name.startsWith("yinuo.device."));
    await owner.post("/sign-out", {});
    assert.equal((await guess(8, emailOf("water"), () => ({}))).at(-1), 429);
    const signIn = { email: emailOf("water"), password: PASSWORD };
    assert.equal((await owner.post("/sign-in", signIn)).status, 303);
    // The cookie opens nothing by itself, and a made-up or borrowed one changes nothing.
    const [name = "", value = ""] = cookie ?? [];
    const borrowed = [...(await staff.browser("justice")).cookies].find(([one]) =>
      one.startsWith("yinuo.device."),
    );
    for (const forged of [value.replace(/.$/, "x"), `${value}x`, "a.b", ".", borrowed?.[1] ?? ""]) {
      const stranger = await staff.browser();
      stranger.cookies.set(name, forged);
      assert.equal((await stranger.post("/sign-in", signIn)).status, 429, forged);
    }
    const thief = await staff.browser();
    thief.cookies.set(name, value);
    assert.equal((await thief.get("/desk")).status, 303);
    for (let turn = 0; turn < 12; turn += 1)
      await thief.post("/sign-in", { ...signIn, password: "not this one, no" });
    assert.equal((await thief.post("/sign-in", signIn)).status, 429, "a stolen cookie has few tries");
  });

  it("is slowed down for one address that tries many accounts, and for no other", async () => {
    const browser = await staff.browser();
    const tries = (name: string, address: string) =>
      browser.post("/sign-in", { email: name, password: "not this one, no" }, { address });
    const statuses: number[] = [];
    for (let turn = 0; turn < 32; turn += 1)
      statuses.push((await tries(`guess-${turn}`, "192.0.2.200")).status);
    assert.equal(statuses[0], 422);
    assert.equal(statuses.at(-1), 429);
    assert.equal((await tries("guess-99", "192.0.2.201")).status, 422);
  });

  it("counts the address a trusted proxy saw, not the one a visitor wrote before it", async () => {
    const proxied = await openStaff({ config: { trustedProxies: 1 } });
    const browser = await proxied.browser();
    let last = 0;
    for (let turn = 0; turn < 32; turn += 1) {
      const headers = { "x-forwarded-for": `10.9.8.${turn}, 203.0.113.77` };
      last = (await browser.post("/sign-in", { email: `g-${turn}`, password: "not this one" }, { headers }))
        .status;
    }
    assert.equal(last, 429);
    await proxied.close();
  });
});

describe("the visitor's address", () => {
  const cases = [
    [0, "203.0.113.5", "10.0.0.1", "the header of anybody is not looked at"],
    [1, "198.51.100.1, 203.0.113.5", "203.0.113.5", "one proxy: the last entry is its own"],
    [2, "1.1.1.1, 203.0.113.5, 10.0.0.9", "203.0.113.5", "two proxies: the entry before"],
    [2, "203.0.113.5", "203.0.113.5", "fewer entries than proxies: the first"],
    [1, undefined, "10.0.0.1", "no header: the connection itself"],
  ] as const;
  for (const [proxies, header, expected, why] of cases)
    it(why, () => assert.equal(clientAddress("10.0.0.1", header, proxies), expected));
});
