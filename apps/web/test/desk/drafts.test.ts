// Forms kept before they are sent: whose they are, what they keep, what changed since, and what an ended session loses.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { emailOf, fieldsOn, openStaff, PASSWORD, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let water: Browser;
let colleague: Browser;
let inspector: Browser;
before(async () => {
  staff = await openStaff();
  [water, colleague, inspector] = await Promise.all([
    staff.browser("water"),
    staff.browser("steward"),
    staff.browser("inspector"),
  ]);
});
after(() => staff.close());

const NEW = "/desk/commitments/new";
const TYPED = {
  programme: "2026",
  kind: "commitment",
  lead: "water",
  title: "夜间抢修",
  promise: "两小时到场",
};

/** The address the browser is sent to after a draft was saved. */
const save = async (browser: Browser, path: string, fields: Record<string, string>): Promise<string> => {
  const response = await browser.post(path, { ...fields, draft: "save" });
  assert.equal(response.status, 303, await response.text());
  const location = response.headers.get("location") ?? "";
  assert.match(location, /draft=[0-9a-f-]{36}&did=draft\.saved$/);
  return location.replace(/&did=.*$/, "");
};
const rows = () => staff.deps.store.db.selectFrom("form_draft").selectAll().execute();

describe("a form saved as a draft", () => {
  it("keeps what was typed although much is missing, and writes nothing to the ledger", async () => {
    const before = await staff.deps.store.db.selectFrom("history").select("seq").execute();
    const at = await save(water, NEW, TYPED);
    const html = await water.text(at);
    assert.match(html, /这是没有提交的草稿.*照片等附件没有保存/s);
    assert.equal(fieldsOn(html)["title"], "夜间抢修");
    const after = await staff.deps.store.db.selectFrom("history").select("seq").execute();
    assert.equal(after.length, before.length);
  });

  it("is listed on the work list of its account alone, and opens for nobody else", async () => {
    const at = await save(water, NEW, { ...TYPED, title: "水质公示" });
    assert.match(await water.text("/desk"), /我没有提交的草稿.*新增事项 · 水质公示/s);
    assert.doesNotMatch(await colleague.text("/desk"), /水质公示/);
    assert.doesNotMatch(await colleague.text(at), /水质公示/);
    for (const page of ["/", "/commitments", "/history", "/changes"])
      assert.doesNotMatch(await (await staff.browser()).text(page), /水质公示/);
    const id = /draft=(.*)$/.exec(at)?.[1];
    await colleague.post(`/desk/drafts/${id}/discard`, {});
    assert.match(await water.text(at), /水质公示/);
    await water.post(`/desk/drafts/${id}/discard`, {});
    assert.doesNotMatch(await water.text("/desk"), /水质公示/);
  });

  it("saved again is the same draft, and is gone once its form was sent", async () => {
    const at = await save(water, NEW, { ...TYPED, title: "管网巡查" });
    const again = await save(water, NEW, { ...fieldsOn(await water.text(at)), code: "G-1" });
    assert.equal(again, at);
    const sent = await water.post(NEW, fieldsOn(await water.text(at)));
    assert.equal(sent.headers.get("location"), "/desk/commitments/2026/G-1?did=commitment.drafted");
    assert.doesNotMatch(await water.text("/desk"), /新增事项 · 管网巡查/);
    assert.doesNotMatch(await water.text(at), /没有提交的草稿/);
  });

  it("too long or too many says so, with what was typed", async () => {
    const long = await water.post(NEW, { ...TYPED, promise: "长".repeat(100_000), draft: "save" });
    assert.equal(long.status, 422);
    assert.match(await long.text(), /内容太长，草稿没有存下/);
    const there = (await rows()).length;
    for (let more = there; more < 40; more += 1) await save(water, NEW, TYPED);
    const full = await water.post(NEW, { ...TYPED, draft: "save" });
    assert.match(await full.text(), /草稿已有 40 份/);
    for (const { id } of await rows()) await water.post(`/desk/drafts/${id}/discard`, {});
  });
});

describe("a draft of something that changed meanwhile", () => {
  it("says what changed in a commitment, above what was typed", async () => {
    const path = "/desk/commitments/2026/G-1/edit";
    const fields = fieldsOn(await water.text(path));
    const at = await save(water, path, { ...fields, promise: "每周巡查一次" });
    await colleague.post(path, { ...fieldsOn(await colleague.text(path)), title: "管网日常巡查" });
    const html = await water.text(at);
    assert.match(html, /期间，别人作了以下修改.*日常/s);
    assert.equal(fieldsOn(html)["promise"], "每周巡查一次");
  });

  it("says which row of the figures changed", async () => {
    const grid = "/desk/figures?body=water&period=2026-09";
    const at = await save(water, "/desk/figures", {
      ...fieldsOn(await water.text(grid)),
      "rows.PIPE.value": "14",
      "rows.PIPE.reason": "补录一公里",
    });
    assert.match(at, /^\/desk\/figures\?body=water&period=2026-09&draft=/);
    await colleague.post("/desk/figures", {
      ...fieldsOn(await colleague.text(grid)),
      "rows.PIPE.value": "15",
      "rows.PIPE.reason": "补录两公里",
    });
    const html = await water.text(at);
    assert.match(html, /期间，别人作了以下修改.*完成管网改造里程.*补录两公里/s);
    assert.equal(fieldsOn(html)["rows.PIPE.value"], "14");
    const sent = await water.post("/desk/figures", fieldsOn(html));
    assert.equal(
      sent.headers.get("location"),
      "/desk/figures?body=water&period=2026-09&did=figures.recorded",
    );
    assert.doesNotMatch(await water.text("/desk"), /报送本期数据 · /);
  });
});

describe("progress and a verdict", () => {
  it("are kept without their files", async () => {
    await water.post("/desk/commitments/2026/G-1/publish", {});
    const path = "/desk/commitments/2026/G-1/progress";
    const response = await water.post(path, {
      text: "巡查第一周",
      happenedOn: "2026-10-01",
      draft: "save",
      "file.1": new File(["%PDF-1.4\n"], "巡查表.pdf"),
    });
    const at = (response.headers.get("location") ?? "").replace(/&did=.*$/, "");
    const html = await water.text(at);
    assert.equal(fieldsOn(html)["text"], "巡查第一周");
    assert.doesNotMatch(html, /巡查表/);
    const verdict = "/desk/commitments/2026/G-1/verdict";
    const kept = await save(inspector, verdict, { finding: "看了三处", conclusion: "confirmed" });
    assert.equal(fieldsOn(await inspector.text(kept))["finding"], "看了三处");
  });
});

describe("a second verdict", () => {
  it("is shown the first, and does not replace it", async () => {
    const path = "/desk/commitments/2026/G-1";
    await water.post(`${path}/declare`, { on: "2026-10-01" });
    const mine = fieldsOn(await inspector.text(`${path}/verdict`));
    const typed = { conclusion: "confirmed", finding: "抽看两处，均已巡查" };
    const first = await inspector.post(`${path}/verdict`, { ...mine, ...typed });
    assert.equal(first.status, 303, await first.text());
    const second = await inspector.post(`${path}/verdict`, {
      ...mine,
      conclusion: "notConfirmed",
      finding: "未见巡查",
    });
    assert.equal(second.status, 422);
    const html = await second.text();
    assert.match(html, /期间，别人作了以下修改.*抽看两处，均已巡查/s);
    assert.equal(fieldsOn(html)["finding"], "未见巡查");
    assert.match(await (await staff.browser()).text("/commitments/2026/G-1"), /抽看两处，均已巡查/);
  });
});

describe("a form sent after the session had ended", () => {
  const signIn = async (browser: Browser, location: string): Promise<string> => {
    const back = new URL(location, "http://x").searchParams.get("back") ?? "";
    const response = await browser.post("/sign-in", { email: emailOf("water"), password: PASSWORD, back });
    return response.headers.get("location") ?? "";
  };

  it("waits until its sender has signed in, and then for nobody else", async () => {
    const nobody = await staff.browser();
    const path = "/desk/commitments/2026/G-1/progress";
    const response = await nobody.post(path, { text: "会话过期前写的", happenedOn: "2026-10-02" });
    assert.equal(response.status, 403);
    const html = await response.text();
    assert.match(html, /登录已过期.*已为您保留/s);
    const link = (/href="(\/sign-in\?back=[^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");
    const at = await signIn(nobody, link);
    assert.match(at, /progress\?draft=/);
    assert.equal(fieldsOn(await nobody.text(at))["text"], "会话过期前写的");
    assert.doesNotMatch(await colleague.text(at), /会话过期前写的/);
  });

  it("comes back as the same figures of the same body and period", async () => {
    const nobody = await staff.browser();
    const fields = fieldsOn(await water.text("/desk/figures?body=water&period=2026-08"));
    const response = await nobody.post("/desk/figures", { ...fields, "rows.PIPE.value": "12.5" });
    const link = (/href="(\/sign-in\?back=[^"]*)"/.exec(await response.text())?.[1] ?? "").replaceAll(
      "&amp;",
      "&",
    );
    const at = await signIn(nobody, link);
    const html = await nobody.text(at);
    assert.match(at, /^\/desk\/figures\?body=water&period=2026-08&draft=/);
    assert.equal(fieldsOn(html)["rows.PIPE.value"], "12.5");
  });

  it("is not kept where accounts and passwords are typed, nor without end", async () => {
    const nobody = await staff.browser();
    const before = (await rows()).length;
    await nobody.post("/desk/accounts/new", { name: "x", password: "secret secret secret" });
    assert.equal((await rows()).length, before);
    for (let sent = 0; sent < 205; sent += 1) await nobody.post(NEW, { title: `第 ${sent} 份` });
    const unclaimed = (await rows()).filter(({ account }) => account === null);
    assert.equal(unclaimed.length, 200);
    const lost = await nobody.post(NEW, { title: "再来一份" });
    assert.match(await lost.text(), /没有能够保留/);
  });
});
