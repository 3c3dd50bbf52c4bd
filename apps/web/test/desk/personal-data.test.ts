// Personal data in what is typed at the desk: seen before it is published, sent masked, or kept with a public reason.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getBody, getCommitment, getObservation, historyOf, listEvidence, listProgress } from "@yinuo/store";
import sharp from "sharp";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let justice: Browser;
let steward: Browser;
before(async () => {
  staff = await openStaff();
  justice = await staff.browser("justice");
  steward = await staff.browser("steward");
});
after(() => staff.close());

const db = () => staff.deps.store.db;
const KEY = { programme: "2026", code: "SF-03" };
const PROGRESS = "/desk/commitments/2026/SF-03/progress";
const PHONE = "13800001234";
const TYPED = { text: `新增受理点，联系${PHONE}或13900005678`, happenedOn: "2026-10-12" };
const MASKED = "新增受理点，联系138****1234或139****5678";
const WHY = "受理点对外公布的值班电话";

const texts = async () => (await listProgress(db(), KEY)).map(({ text }) => text);
const shown = async (response: Response): Promise<string> => {
  assert.equal(response.status, 422);
  return response.text();
};

describe("a telephone number in progress", () => {
  it("is caught: all of them are marked, nothing typed is lost, nothing is published", async () => {
    const html = await shown(await justice.post(PROGRESS, TYPED));
    assert.match(html, /公众将看到的内容/);
    assert.match(html, new RegExp(`<mark[^>]*>${PHONE}</mark>`));
    assert.match(html, /<mark[^>]*>13900005678<\/mark>/);
    assert.ok(html.includes(MASKED));
    assert.match(html, /href="#text">“[^”]+”中有手机号“13800001234”（可改为“138\*\*\*\*1234”）/);
    assert.equal(fieldsOn(html)["text"], TYPED.text);
    assert.ok(!(await texts()).some((text) => text.includes(PHONE)));
  });

  it("is sent masked at the press of one button", async () => {
    const html = await shown(await justice.post(PROGRESS, TYPED));
    const response = await justice.post(PROGRESS, { ...fieldsOn(html), mask: "yes" });
    assert.equal(response.status, 303);
    assert.ok((await texts()).includes(MASKED));
    const page = await (await staff.browser()).text("/commitments/2026/SF-03");
    assert.ok(page.includes(MASKED) && !page.includes(PHONE));
  });

  it("stays with a reason, which everybody reads in the history", async () => {
    const html = await shown(await justice.post(PROGRESS, TYPED));
    const response = await justice.post(PROGRESS, { ...fieldsOn(html), keepPersonalData: WHY });
    assert.equal(response.status, 303);
    assert.ok((await texts()).includes(TYPED.text));
    const [entry] = await historyOf(db(), { verbs: ["progress.recorded"] }, { limit: 1 });
    assert.equal(entry?.reason, WHY);
    const page = await (await staff.browser()).text("/commitments/2026/SF-03/history");
    assert.ok(page.includes(WHY), "the reason is on the page");
  });

  it("does not stay with a reason that holds another, which stays typed", async () => {
    const html = await shown(await justice.post(PROGRESS, { ...TYPED, keepPersonalData: `问${PHONE}` }));
    assert.match(html, /href="#keepPersonalData"/);
    assert.equal(fieldsOn(html)["keepPersonalData"], `问${PHONE}`);
  });

  it("in English, is told in English", async () => {
    const html = await shown(await justice.post(`/en${PROGRESS}`, TYPED));
    assert.match(html, /This is what the public will see/);
    assert.match(html, /holds personal data: mobile number “13800001234”/);
  });
});

describe("a photograph's caption and name", () => {
  const photo = async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#2a6" } })
      .jpeg()
      .toBuffer();
    return new File([new Uint8Array(bytes)], `${PHONE}.jpg`, { type: "image/jpeg" });
  };

  it("are shown with the text, and masked with it, without sending the photograph twice", async () => {
    const html = await shown(
      await justice.post(PROGRESS, { ...TYPED, "file.1": await photo(), "caption.1": `来信13700001111` }),
    );
    assert.match(html, /<mark[^>]*>13700001111<\/mark>/);
    const names = [...html.matchAll(/name="mask.field" value="([^"]+)"/g)].map(([, name = ""]) => name);
    assert.deepEqual(names.toSorted(), ["caption.1", "text"]);
    const response = await justice.post(PROGRESS, { ...fieldsOn(html), "mask.field": names, mask: "yes" });
    assert.equal(response.status, 303);
    const evidence = await listEvidence(db(), { programme: "2026", commitment: "SF-03" });
    const kept = evidence.find(({ caption }) => caption === "来信137****1111");
    assert.equal(kept?.fileName, "138____1234.jpg");
  });
});

describe("personal data elsewhere at the desk", () => {
  it("in a body's text is masked", async () => {
    const form = fieldsOn(await steward.text("/desk/bodies/justice/edit"));
    const html = await shown(
      await steward.post("/desk/bodies/justice/edit", { ...form, about: `值班${PHONE}` }),
    );
    assert.equal(
      (await steward.post("/desk/bodies/justice/edit", { ...fieldsOn(html), mask: "yes" })).status,
      303,
    );
    assert.equal((await getBody(db(), "justice"))?.about, "值班138****1234");
  });

  it("in the note of an unlikely figure does not lose why the figure is right", async () => {
    const path = "/desk/indicators/PIPE/record";
    await steward.post(path, { body: "court", period: "2026-Q2", value: "5" });
    const typed = {
      body: "court",
      period: "2026-Q3",
      value: "50",
      note: `问${PHONE}`,
      confirmed: "系统切换",
    };
    const html = await shown(await steward.post(path, typed));
    assert.match(html, /公众将看到的内容/);
    assert.equal(fieldsOn(html)["confirmed"], "系统切换");
    assert.equal((await steward.post(path, { ...fieldsOn(html), mask: "yes" })).status, 303);
    const key = { indicator: "PIPE", body: "court", period: "2026-Q3" };
    const kept = await getObservation(db(), key as never);
    assert.deepEqual([kept?.note, kept?.confirmed], ["问138****1234", "系统切换"]);
  });
});

describe("a draft with personal data in it", () => {
  const DRAFT = {
    programme: "2026",
    code: "SF-90",
    kind: "commitment",
    title: "热线上墙",
    promise: `值班电话${PHONE}上墙`,
    lead: "justice",
    due: "2026-12-31",
  };

  it("is asked about when it is drafted, and once more when it is published", async () => {
    await shown(await justice.post("/desk/commitments/new", DRAFT));
    assert.equal(
      (await justice.post("/desk/commitments/new", { ...DRAFT, keepPersonalData: WHY })).status,
      303,
    );
    const held = await shown(await justice.post("/desk/commitments/2026/SF-90/publish", {}));
    assert.match(held, /href="[^"]*SF-90\/edit"/);
    assert.ok(!held.includes('name="mask"'));
  });

  it("is held back when all drafts are published, while the others are", async () => {
    const other = { ...DRAFT, code: "SF-91", title: "窗口延时", promise: "延到六点" };
    assert.equal((await justice.post("/desk/commitments/new", other)).status, 303);
    const html = await shown(await justice.post("/desk/commitments/publish-drafts", { programme: "2026" }));
    assert.match(html, /已公开 1 项；1 项草稿中有个人信息，没有公开/);
    const stage = async (code: string) =>
      (await getCommitment(db(), { programme: "2026", code }, { desk: true }))?.stage;
    assert.deepEqual([await stage("SF-90"), await stage("SF-91")], ["draft", "published"]);
    const again = { ...fieldsOn(html), programme: "2026", keepPersonalData: WHY };
    assert.equal((await justice.post("/desk/commitments/publish-drafts", again)).status, 303);
    assert.equal(await stage("SF-90"), "published");
    const [entry] = await historyOf(db(), { commitment: "SF-90" }, { limit: 1 });
    assert.deepEqual([entry?.verb, entry?.reason], ["commitment.published", WHY]);
  });

  it("is not withdrawn for a reason that names somebody's number", async () => {
    const path = "/desk/commitments/2026/SF-91/withdraw";
    const html = await shown(await justice.post(path, { reason: `与${PHONE}重复` }));
    assert.equal((await justice.post(path, { ...fieldsOn(html), mask: "yes" })).status, 303);
    const [entry] = await historyOf(db(), { commitment: "SF-91" }, { limit: 1 });
    assert.equal(entry?.reason, "与138****1234重复");
  });
});
