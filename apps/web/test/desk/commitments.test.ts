// A commitment at the desk, from its draft to its verdict: each form's way through, and what each form says no to.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getCommitment, historyOf } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let court: Browser;
before(async () => {
  staff = await openStaff();
  court = await staff.browser("court");
});
after(() => staff.close());

const kept = async (code: string, programme = "2026") =>
  getCommitment(staff.deps.store.db, { programme, code }, { desk: true });

const DRAFT = {
  programme: "2026",
  code: "FY-10",
  kind: "commitment",
  title: "诉讼服务窗口周六开放",
  promise: "每周六上午开放窗口",
  lead: "court",
  support: ["justice"],
  due: "2026年12月31日",
  "rows.targets": "3",
  "targets.0.indicator": "DAYS",
  "targets.0.period": "2026年",
  "targets.0.value": "３０",
  "targets.0.baseline": "41",
  "rows.milestones": "3",
  "milestones.0.title": "窗口排班",
  "milestones.0.due": "2026-11-01",
  "milestones.2.title": "周六试开放",
  "milestones.2.due": "2026-12-01",
} as const;

const NEW = "/desk/commitments/new";
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";

describe("a draft", () => {
  it("is kept with the rows that were filled in, and is not public", async () => {
    const response = await court.post(NEW, DRAFT);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("location"), "/desk/commitments/2026/FY-10?did=commitment.drafted");
    const commitment = await kept("FY-10");
    assert.deepEqual(
      commitment?.targets.map(({ value, baseline }) => [value, baseline]),
      [[30, 41]],
    );
    assert.deepEqual(
      commitment?.milestones.map(({ code, title }) => [code, title]),
      [
        ["1", "窗口排班"],
        ["2", "周六试开放"],
      ],
    );
    assert.deepEqual(commitment?.support, ["justice"]);
    assert.equal((await (await staff.browser()).get("/commitments/2026/FY-10")).status, 404);
    assert.match(await court.text("/desk/commitments?standing=draft"), /FY-10/);
    assert.match(await court.text("/desk"), /诉讼服务窗口周六开放/);
  });

  it("gets three more rows without script and without losing a word", async () => {
    const response = await court.post(NEW, { ...DRAFT, code: "FY-11", add: "milestones" });
    assert.equal(response.status, 200);
    const fields = fieldsOn(await response.text());
    assert.equal(fields["rows.milestones"], "6");
    assert.equal(fields["rows.targets"], "3");
    for (const [name, value] of Object.entries(DRAFT))
      if (name !== "code" && !name.startsWith("rows.") && typeof value === "string")
        assert.equal(fields[name], value, name);
    assert.equal(await kept("FY-11"), undefined);
  });

  const WRONG: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ["title", { title: "  " }, /请填写“标题”/],
    ["code", { code: "a/b" }, /“a\/b”/],
    ["code", { code: "SF-03" }, /编号“SF-03”已被使用/],
    ["due", { due: "03/04/2026" }, /可能是2026年[34]月[34]日或2026年[34]月[34]日/],
    ["due", { due: "尽快" }, /“尽快”，不是有效日期/],
    ["due", { start: "2027-01-01" }, /早于开始日期2027年1月1日/],
    ["targets.0.value", { "targets.0.value": "三十" }, /“三十”，不是数/],
    ["targets.0.period", { "targets.0.period": "明年底" }, /看不懂期间“明年底”/],
    ["targets.0.value", { "targets.0.value": "" }, /请填写“数值”/],
    ["targets", { "targets.0.baseline": "30" }, /基期值与目标值相同/],
    ["milestones.0.due", { "milestones.0.due": "" }, /请填写“完成时限”/],
    ["milestones", { "milestones.0.weight": "2" }, /有的节点填了权重/],
    ["support", { support: "court" }, /法院是牵头单位/],
    ["kind", { kind: "promise" }, /没有“promise”这一选项/],
    ["programme", { programme: "1999" }, /没有编号为“1999”的年度计划/],
  ];
  for (const [field, change, sentence] of WRONG)
    it(`with ${JSON.stringify(change)} is shown again, with everything typed and a way to ${field}`, async () => {
      const typed = { ...DRAFT, code: "FY-99", ...change };
      const response = await court.post(NEW, typed);
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(errorsOn(html), sentence);
      assert.ok(errorsOn(html).includes(`href="#${field}"`), errorsOn(html));
      assert.ok(html.includes(`id="${field}"`), "the link leads somewhere");
      assert.equal(fieldsOn(html)["promise"], DRAFT.promise);
      assert.equal(await kept("FY-99"), undefined);
    });

  it("says all that cannot be read at once", async () => {
    const html = await (
      await court.post(NEW, { ...DRAFT, code: "FY-99", due: "尽快", "targets.0.value": "x" })
    ).text();
    assert.match(html, /有 2 处需要更正/);
  });

  it("in English, says it in English", async () => {
    const response = await court.post(`/en${NEW}`, { ...DRAFT, code: "FY-99", due: "soon" });
    assert.match(errorsOn(await response.text()), /“Due” is “soon”, which is no day/);
  });

  it("of another body is refused and remembered (B06)", async () => {
    const response = await court.post(NEW, { ...DRAFT, code: "SF-50", lead: "justice", support: [] });
    assert.equal(response.status, 403);
    assert.match(await response.text(), /不代表县司法局/);
    const [refusal] = await historyOf(
      staff.deps.store.db,
      { verbs: ["permission.refused"], desk: true },
      { limit: 1 },
    );
    assert.equal(refusal?.subject, "commitment/2026/SF-50");
    assert.deepEqual(refusal?.new, { attempted: "commitment.drafted", refusal: "notYourBody" });
    assert.equal(refusal?.actorBody, "court");
  });

  it("is edited, and saving it unchanged says so", async () => {
    const edit = "/desk/commitments/2026/FY-10/edit";
    const fields = fieldsOn(await court.text(edit));
    const same = await court.post(edit, { ...fields, support: ["justice"] });
    assert.equal(same.status, 422);
    assert.match(errorsOn(await same.text()), /与原来完全相同/);
    const done = await court.post(edit, { ...fields, support: [], title: "窗口周六全天开放" });
    assert.equal(done.headers.get("location"), "/desk/commitments/2026/FY-10?did=commitment.edited");
    assert.equal((await kept("FY-10"))?.title, "窗口周六全天开放");
  });
});

describe("publishing", () => {
  it("makes it public, and twice says how it stands", async () => {
    const nobody = await staff.browser();
    const publish = "/desk/commitments/2026/FY-10/publish";
    assert.equal((await court.post(publish, {})).status, 303);
    assert.equal((await nobody.get("/commitments/2026/FY-10")).status, 200);
    const again = await court.post(publish, {});
    assert.equal(again.status, 422);
    assert.match(await again.text(), /现在是“已公开”，只有“草稿”/);
  });

  it("of another body's draft is refused and remembered (B06)", async () => {
    await court.post(NEW, { ...DRAFT, code: "FY-12", support: [] });
    const justice = await staff.browser("justice");
    assert.equal((await justice.post("/desk/commitments/2026/FY-12/publish", {})).status, 403);
    assert.equal((await kept("FY-12"))?.stage, "draft");
  });

  it("of all drafts of a programme reaches those of my body and no others", async () => {
    const steward = await staff.browser("steward");
    await steward.post(NEW, { ...DRAFT, code: "SF-60", lead: "justice", support: [] });
    const done = await court.post("/desk/commitments/publish-drafts", { programme: "2026" });
    assert.equal(done.headers.get("location"), "/desk/commitments?programme=2026&did=drafts.published");
    assert.equal((await kept("FY-12"))?.stage, "published");
    assert.equal((await kept("DRAFT-1"))?.stage, "published");
    assert.equal((await kept("SF-60"))?.stage, "draft");
  });
});

describe("amending", () => {
  const edit = "/desk/commitments/2026/FY-10/edit";

  it("wants a reason, and keeps the first due date", async () => {
    const fields = fieldsOn(await court.text(edit));
    const without = await court.post(edit, { ...fields, due: "2027-03-31" });
    assert.equal(without.status, 422);
    assert.match(errorsOn(await without.text()), /href="#reason">请写明理由/);
    const done = await court.post(edit, { ...fields, due: "2027-03-31", reason: "装修延期" });
    assert.equal(done.headers.get("location"), "/desk/commitments/2026/FY-10?did=commitment.amended");
    const commitment = await kept("FY-10");
    assert.deepEqual([commitment?.due, commitment?.firstDue], ["2027-03-31", "2026-12-31"]);
  });

  it("behind somebody's back shows what changed meanwhile and keeps what was typed", async () => {
    const stale = fieldsOn(await court.text(edit));
    await (
      await staff.browser("steward")
    ).post(edit, { ...stale, source: "会议纪要第9号", reason: "补来源" });
    const response = await court.post(edit, { ...stale, title: "我的标题", reason: "改标题" });
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(html, /会议纪要第9号/);
    assert.match(html, /补来源/);
    const again = fieldsOn(html);
    assert.equal(again["title"], "我的标题");
    assert.equal(again["reason"], "改标题");
    assert.equal((await court.post(edit, again)).status, 303);
    assert.equal((await kept("FY-10"))?.title, "我的标题");
  });

  it("is not offered to another body", async () => {
    const justice = await staff.browser("justice");
    assert.equal((await justice.get(edit)).status, 403);
    assert.ok(!(await justice.text("/desk/commitments/2026/FY-10")).includes(`${edit}"`));
  });
});

describe("declaring done, the verdict, and withdrawing", () => {
  it("a declaration has a day that has come", async () => {
    const declare = "/desk/commitments/2026/FY-12/declare";
    const future = await court.post(declare, { on: "2026-10-16" });
    assert.equal(future.status, 422);
    assert.match(await future.text(), /晚于今天/);
    assert.equal((await court.post(declare, { on: "2026-10-14" })).status, 303);
    assert.equal((await kept("FY-12"))?.declaredOn, "2026-10-14");
  });

  it("a verdict is another body's", async () => {
    const verdict = "/desk/commitments/2026/FY-12/verdict";
    assert.equal((await court.get(verdict)).status, 403);
    const steward = await staff.browser("steward");
    assert.equal(
      (await steward.post(verdict, { conclusion: "confirmed", finding: "看过", on: "2026-10-15" })).status,
      403,
    );
    const inspector = await staff.browser("inspector");
    assert.match(await inspector.text("/desk"), /等待核查/);
    const unsaid = await inspector.post(verdict, { conclusion: "", finding: "到窗口看过", on: "2026-10-15" });
    assert.equal(unsaid.status, 422);
    const html = await unsaid.text();
    assert.match(errorsOn(html), /href="#conclusion">请填写“结论”/);
    assert.equal(fieldsOn(html)["finding"], "到窗口看过");
    const done = await inspector.post(verdict, { ...fieldsOn(html), conclusion: "partly" });
    assert.equal(done.status, 303);
    assert.equal((await kept("FY-12"))?.verdict?.conclusion, "partlyKept");
    assert.equal((await inspector.post(verdict, { ...fieldsOn(html), conclusion: "confirmed" })).status, 422);
  });

  it("withdrawing wants a reason and stays public with it", async () => {
    const withdraw = "/desk/commitments/2026/FY-10/withdraw";
    assert.equal((await court.post(withdraw, { reason: " " })).status, 422);
    assert.equal((await court.post(withdraw, { reason: "并入“一站式”" })).status, 303);
    assert.match(await (await staff.browser()).text("/commitments/2026/FY-10"), /并入“一站式”/);
  });
});
