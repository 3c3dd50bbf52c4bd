// The first set-up: once, by whoever reads the console, and never by a stranger.

import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { getJurisdiction, listAccounts } from "@yinuo/store";
import { setUpCode } from "../../src/auth.ts";
import { welcomeText } from "../../src/welcome.ts";
import { fieldsOn, openStaff, type Staff } from "./staff.ts";

const open: Staff[] = [];
const empty = async (): Promise<Staff> => {
  const staff = await openStaff({ empty: true });
  open.push(staff);
  return staff;
};
afterEach(async () => {
  for (const staff of open.splice(0)) await staff.close();
});

const FORM = {
  name: "示例市",
  nameEn: "Sample City",
  timeZone: "Asia/Urumqi",
  languages: ["zh-CN", "en"],
  defaultLanguage: "zh-CN",
  licence: "CC BY 4.0",
  licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
  contact: "office@example.org",
  independent: "yes",
  accountName: "督查室",
  email: "First@Example.org",
  password: "a sentence to remember",
} as const;

const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";

describe("an empty ledger", () => {
  it("leads every page to its set-up", async () => {
    const browser = await (await empty()).browser();
    for (const path of ["/", "/commitments", "/desk", "/sign-in"])
      assert.equal((await browser.get(path)).headers.get("location"), "/setup");
    assert.equal((await browser.get("/en/bodies")).headers.get("location"), "/en/setup");
    assert.equal((await browser.get("/setup")).status, 200);
  });

  it("prints its code in both languages, with the address", async () => {
    const staff = await empty();
    const text = welcomeText({
      config: { ...staff.deps.config, host: "0.0.0.0" },
      port: 8080,
      sample: undefined,
      setUpCode: "ABCD-EFGH",
    });
    for (const part of [
      "http://localhost:8080/setup",
      "http://localhost:8080/en/setup",
      "初始设置码： ABCD-EFGH",
      "Set-up code: ABCD-EFGH",
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it("is not set up by a stranger", async () => {
    const staff = await empty();
    const browser = await staff.browser();
    for (const setupCode of ["", "AAAA-BBBB-CCCC"]) {
      const response = await browser.post("/setup", { ...FORM, setupCode });
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(errorsOn(html), /href="#setupCode">初始设置码不对/);
      assert.ok(!html.includes(FORM.password));
      assert.equal(fieldsOn(html)["name"], FORM.name);
    }
    assert.equal(await getJurisdiction(staff.deps.store.db), undefined);
    assert.deepEqual(await listAccounts(staff.deps.store.db), []);
  });

  it("lets nobody guess the code quickly", async () => {
    const browser = await (await empty()).browser();
    let status = 0;
    for (let turn = 0; turn < 12; turn += 1)
      status = (
        await browser.post("/setup", { ...FORM, setupCode: `X${turn}` }, { address: `192.0.2.${turn}` })
      ).status;
    assert.equal(status, 429);
  });

  it("is set up once with the code, signs its steward in, and never again", async () => {
    const staff = await empty();
    const browser = await staff.browser();
    const setupCode = setUpCode(staff.deps.auth).toLowerCase().replaceAll("-", " ");
    const done = await browser.post("/setup", { ...FORM, setupCode });
    assert.equal(done.headers.get("location"), "/sign-in");
    const jurisdiction = await getJurisdiction(staff.deps.store.db);
    assert.deepEqual(
      [jurisdiction?.name, jurisdiction?.timeZone, jurisdiction?.independent, jurisdiction?.sample],
      ["示例市", "Asia/Urumqi", true, false],
    );
    assert.equal(
      (await browser.post("/sign-in", { email: "first@example.org", password: FORM.password })).status,
      303,
    );
    assert.equal((await browser.get("/desk/accounts")).status, 200);
    assert.equal((await browser.get("/setup")).headers.get("location"), "/sign-in");
    const again = await browser.post("/setup", { ...FORM, setupCode, email: "second@example.org" });
    assert.equal(again.status, 409);
    assert.equal((await listAccounts(staff.deps.store.db)).length, 1);
  });

  const WRONG: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ["name", { name: "" }, /请填写“名称”/],
    ["timeZone", { timeZone: "Asia/Beijing2" }, /没有“Asia\/Beijing2”这个时区/],
    ["timeZone", { timeZone: "+08:00" }, /没有“\+08:00”这个时区/],
    ["defaultLanguage", { languages: "en" }, /没有“zh-CN”这一选项/],
    ["licenceUrl", { licenceUrl: "javascript:alert(1)" }, /不是网址/],
    ["password", { password: "short" }, /密码有 5 个字符，应为 12 至 128 个/],
    ["email", { email: "first" }, /“first”不是邮箱地址/],
    ["accountName", { accountName: " " }, /请填写“名称”/],
  ];
  for (const [field, change, sentence] of WRONG)
    it(`with ${JSON.stringify(change)} is asked again at ${field}, and nothing half-done is kept`, async () => {
      const staff = await empty();
      const browser = await staff.browser();
      const response = await browser.post("/setup", {
        ...FORM,
        ...change,
        setupCode: setUpCode(staff.deps.auth),
      });
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(errorsOn(html), sentence);
      assert.ok(errorsOn(html).includes(`href="#${field}"`));
      assert.equal(await getJurisdiction(staff.deps.store.db), undefined);
    });
});
