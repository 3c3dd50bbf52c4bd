// The work list: what is due from whom, the most urgent first, and nothing that is somebody else's to do.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let water: Browser;
let steward: Browser;
let inspector: Browser;
before(async () => {
  staff = await openStaff();
  [water, steward, inspector] = await Promise.all([
    staff.browser("water"),
    staff.browser("steward"),
    staff.browser("inspector"),
  ]);
});
after(() => staff.close());

const titles = (html: string): readonly string[] =>
  [...html.matchAll(/<section[^>]* id="(\w+)"/g)].map(([, id = ""]) => id);
const group = (html: string, id: string): string =>
  new RegExp(`<section[^>]* id="${id}".*?</section>`, "s").exec(html)?.[0] ?? "";

describe("the work list of a body", () => {
  it("is in the order of urgency", async () => {
    const order = ["overdue", "milestones", "figures", "toJudge", "dueSoon", "silent", "drafts"];
    for (const browser of [water, steward, inspector]) {
      const shown = titles(await browser.text("/desk"));
      assert.deepEqual(
        shown,
        order.filter((one) => shown.includes(one)),
      );
      assert.ok(shown.length > 0);
    }
  });

  it("counts figures by period from the day after it, and leads to the grid, until they are there", async () => {
    staff.later(20 * 86_400_000);
    const html = group(await water.text("/desk"), "figures");
    assert.match(html, /href="\/desk\/figures\?body=water&amp;period=2026-10">2026年10月 1 项数据<\/a>/);
    assert.match(html, /自2026年11月1日起/);
    await water.post("/desk/indicators/PIPE/record", { body: "water", period: "2026-10", value: "12" });
    assert.doesNotMatch(group(await water.text("/desk"), "figures"), /period=2026-10/);
  });

  it("does not wait for what another body owes", async () => {
    assert.doesNotMatch(group(await water.text("/desk"), "figures"), /body=(?!water)/);
    assert.match(group(await steward.text("/desk"), "figures"), /body=justice/);
  });

  it("says for a silent one when it was last heard of, and for an overdue one how late it is", async () => {
    const html = await steward.text("/desk");
    assert.match(group(html, "silent"), /上次记录|从未记录/);
    assert.match(group(html, "overdue"), /至20\d\d年.*逾期/s);
  });
});

describe("what waits for a verdict", () => {
  it("is shown to inspectors of another body alone", async () => {
    assert.match(group(await inspector.text("/desk"), "toJudge"), /\/verdict"/);
    assert.equal(group(await water.text("/desk"), "toJudge"), "");
  });
});

describe("whoever acts for all bodies", () => {
  it("may look at one of them", async () => {
    const html = await steward.text("/desk?body=water");
    assert.match(html, /<h1[^>]*>.*需要办理的事项/s);
    assert.doesNotMatch(group(html, "figures"), /body=justice/);
    assert.match(await steward.text("/desk?body=none"), /各单位需要办理的事项/);
  });

  it("pages through a group", async () => {
    const beyond = await steward.get("/desk?show=figures&page=99");
    assert.equal(beyond.headers.get("location"), "/desk?show=figures");
    const first = await steward.text("/desk?show=figures");
    assert.deepEqual(titles(first), ["figures"]);
    assert.match(first, /共 \d+ 条/);
  });
});

describe("an officer", () => {
  it("looks at no other body's list", async () => {
    const html = await water.text("/desk?body=justice");
    assert.match(html, /<h1[^>]*>县水务局需要办理的事项/);
    assert.doesNotMatch(html, /figures\?body=justice/);
  });

  it("finds a commitment from the first page and records from there", async () => {
    const html = await water.text("/desk");
    assert.match(html, /<form method="get" action="\/desk\/commitments" role="search">/);
    assert.match(await water.text("/desk/commitments?q=%E7%AE%A1%E7%BD%91&body="), /\/progress"/);
  });
});
