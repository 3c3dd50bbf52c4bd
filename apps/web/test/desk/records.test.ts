// Bodies, programmes, indicators, accounts and the jurisdiction: made and changed by stewards, refused with a sentence.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getBody, getIndicator, getJurisdiction, getProgramme } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let steward: Browser;
before(async () => {
  staff = await openStaff();
  steward = await staff.browser("steward");
});
after(() => staff.close());

const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
type Wrong = readonly [string, Readonly<Record<string, string>>, RegExp];

const refuses = (path: string, good: Readonly<Record<string, string>>, wrongs: readonly Wrong[]) => {
  for (const [field, change, sentence] of wrongs)
    it(`with ${JSON.stringify(change)} it is asked again at ${field}`, async () => {
      const typed = { ...good, ...change };
      const response = await steward.post(path, typed);
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(errorsOn(html), sentence);
      assert.ok(field === "" || errorsOn(html).includes(`href="#${field}"`), errorsOn(html));
      const again = fieldsOn(html);
      for (const [name, value] of Object.entries(good))
        if (!(name in change)) assert.equal(again[name], value, name);
    });
};

describe("a body", () => {
  const good = { code: "health", name: "县卫生健康局", nameEn: "Health Bureau" };
  it("is added and changed, and its code never changes", async () => {
    assert.equal((await steward.post("/desk/bodies/new", { ...good, inspects: "yes" })).status, 303);
    assert.equal((await getBody(staff.deps.store.db, "health"))?.inspects, true);
    const fields = fieldsOn(await steward.text("/desk/bodies/health/edit"));
    assert.equal(
      (await steward.post("/desk/bodies/health/edit", { ...fields, parent: "court", closedOn: "2026-12-31" }))
        .status,
      303,
    );
    assert.deepEqual(
      [
        (await getBody(staff.deps.store.db, "health"))?.parent,
        (await getBody(staff.deps.store.db, "health"))?.closedOn,
      ],
      ["court", "2026-12-31"],
    );
    const recoded = await steward.post("/desk/bodies/health/edit", { ...fields, code: "other" });
    assert.match(errorsOn(await recoded.text()), /“编号”一经使用不能更改/);
    const stale = await steward.post("/desk/bodies/health/edit", { ...fields, name: "x" });
    assert.match(errorsOn(await stale.text()), /您打开的是第 1 版，期间别人已改到第 2 版/);
  });
  refuses("/desk/bodies/new", { code: "transport", name: "县交通局" }, [
    ["name", { name: "" }, /请填写“名称”/],
    ["code", { code: "court" }, /编号“court”已被使用/],
    ["code", { code: "a b" }, /“a b”/],
    ["parent", { parent: "nobody" }, /没有编号为“nobody”的单位/],
  ]);
});

describe("a programme", () => {
  const good = {
    code: "2028",
    title: "2028年度承诺",
    period: "2028年",
    completionRule: "mean",
    silentAfterDays: "60",
    rankingMinimum: "5",
  };
  it("is made, changed, published once, and only then public", async () => {
    const nobody = await staff.browser();
    assert.equal((await steward.post("/desk/programmes/new", good)).status, 303);
    assert.doesNotMatch(await nobody.text("/commitments"), /2028年度承诺/);
    const fields = fieldsOn(await steward.text("/desk/programmes/2028/edit"));
    assert.equal(
      (await steward.post("/desk/programmes/2028/edit", { ...fields, silentAfterDays: "45" })).status,
      303,
    );
    assert.equal((await getProgramme(staff.deps.store.db, "2028", { desk: true }))?.silentAfterDays, 45);
    assert.equal((await steward.post("/desk/programmes/2028/publish", {})).status, 303);
    assert.ok(await getProgramme(staff.deps.store.db, "2028"));
    const again = await steward.post("/desk/programmes/2028/publish", {});
    assert.equal(again.status, 422);
    assert.match(errorsOn(await again.text()), /已于2026年10月15日公开/);
  });
  refuses("/desk/programmes/new", { ...good, code: "2029" }, [
    ["period", { period: "明年" }, /看不懂期间“明年”/],
    ["silentAfterDays", { silentAfterDays: "0" }, /应在 1 至 3,660 之间/],
    ["rankingMinimum", { rankingMinimum: "一" }, /“一”，不是数/],
    ["completionRule", { completionRule: "best" }, /没有“best”这一选项/],
  ]);
});

describe("an indicator", () => {
  const good = {
    code: "BUS",
    name: "准点率",
    definition: "准点班次占全部班次",
    unit: "%",
    kind: "ratio",
    polarity: "up",
    frequency: "month",
    decimals: "1",
    scale: "100",
  };
  it("is made and changed; what its figures mean stays once there are some", async () => {
    assert.equal(
      (await steward.post("/desk/indicators/new", { ...good, least: "0", most: "100" })).status,
      303,
    );
    assert.equal((await getIndicator(staff.deps.store.db, "BUS"))?.most, 100);
    const fields = fieldsOn(await steward.text("/desk/indicators/PIPE/edit"));
    const rekinded = await steward.post("/desk/indicators/PIPE/edit", { ...fields, kind: "stock" });
    assert.match(errorsOn(await rekinded.text()), /href="#kind">已有数据的指标不能更改“类别”/);
    assert.equal(
      (await steward.post("/desk/indicators/PIPE/edit", { ...fields, unitEn: "kilometres" })).status,
      303,
    );
  });
  refuses("/desk/indicators/new", { ...good, code: "BUS-2" }, [
    ["definition", { definition: "" }, /请填写“定义”/],
    ["decimals", { decimals: "9" }, /应在 0 至 6 之间/],
    ["most", { least: "5", most: "1" }, /不应小于 5/],
    ["frequency", { frequency: "week" }, /没有“week”这一选项/],
  ]);
});

describe("an account", () => {
  const good = { name: "水务局填报", email: "water2@example.org", role: "officer", body: "water" };
  it("gets a first password that is shown once and works", async () => {
    const response = await steward.post("/desk/accounts/new", good);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("cache-control") ?? "", /no-store/);
    const password = /<code>([a-z2-9-]{19})<\/code>/.exec(await response.text())?.[1] ?? "";
    assert.doesNotMatch(await steward.text("/desk/accounts"), new RegExp(password));
    const fresh = await staff.browser();
    assert.equal((await fresh.post("/sign-in", { email: good.email, password })).status, 303);
    const own = "窗台上第三盆花又开了 again";
    const chosen = await fresh.post("/desk/account/password", { password: own, again: own });
    assert.equal(chosen.headers.get("location"), "/desk?did=account.password-changed");
    assert.match(await fresh.text("/desk"), /县水务局/);
  });
  it("leaves neither name, address nor password in the history, which is for ever", async () => {
    const rows = await staff.deps.store.db
      .selectFrom("history")
      .select("new")
      .where("verb", "=", "account.created")
      .execute();
    assert.ok(rows.length > 0);
    assert.doesNotMatch(JSON.stringify(rows), /example\.org|水务局填报|password/);
  });
  refuses("/desk/accounts/new", { ...good, email: "water3@example.org" }, [
    ["name", { name: "" }, /请填写“名称”/],
    ["email", { email: "water@example.org" }, /已有账号使用“water@example.org”/],
    ["email", { email: "water" }, /“water”不是邮箱地址/],
    ["body", { body: "" }, /请填写“单位”/],
    ["body", { role: "inspector", body: "water" }, /县水务局不是督查单位/],
    ["role", { role: "king" }, /没有“king”这一选项/],
  ]);
});

describe("the jurisdiction", () => {
  it("is changed, and the pages follow at once", async () => {
    const fields = fieldsOn(await steward.text("/desk/jurisdiction"));
    const languages = ["zh-CN", "en"];
    const done = await steward.post("/desk/jurisdiction", {
      ...fields,
      languages,
      name: "新示例县",
      timeZone: "Asia/Tokyo",
    });
    assert.equal(done.status, 303);
    const now = await getJurisdiction(staff.deps.store.db);
    assert.deepEqual(
      [now?.name, now?.timeZone, now?.sample, now?.setUpOn],
      ["新示例县", "Asia/Tokyo", true, "2026-01-05"],
    );
    const same = await steward.post("/desk/jurisdiction", {
      ...fields,
      languages,
      name: "新示例县",
      timeZone: "Asia/Tokyo",
    });
    assert.match(errorsOn(await same.text()), /与原来完全相同/);
    const wrong = await steward.post("/desk/jurisdiction", {
      ...fields,
      languages,
      timeZone: "Mars/Olympus",
    });
    assert.match(errorsOn(await wrong.text()), /href="#timeZone">没有“Mars\/Olympus”/);
  });
});
