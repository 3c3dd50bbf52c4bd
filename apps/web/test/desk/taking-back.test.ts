// Taking back what was recorded: a figure, a milestone, a declaration; each with a reason, by whom it belongs to, with open eyes.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getCommitment, getObservation, historyOf } from "@yinuo/store";
import { parsePeriod } from "@yinuo/period";
import { pdf } from "./pdf.ts";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let water: Browser;
let court: Browser;
let steward: Browser;
let inspector: Browser;
before(async () => {
  staff = await openStaff();
  [water, court, steward, inspector] = await Promise.all([
    staff.browser("water"),
    staff.browser("court"),
    staff.browser("steward"),
    staff.browser("inspector"),
  ]);
});
after(() => staff.close());

const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const figure = async (month: string) => {
  const period = parsePeriod(month);
  assert.ok(period);
  return getObservation(staff.deps.store.db, { indicator: "PIPE", body: "water", period });
};

describe("withdrawing a figure", () => {
  const page = (month: string) => `/desk/indicators/PIPE/withdraw?body=water&period=${month}`;

  it("is offered where the figure is revised, and says what is there now", async () => {
    const html = await water.text("/desk/indicators/PIPE/record?body=water&period=2026-09");
    assert.match(html, /href="\/desk\/indicators\/PIPE\/withdraw\?body=water&amp;period=2026-09"/);
    assert.match(await water.text(page("2026-09")), /撤回数据.*现在的数据.*13/s);
  });

  it("wants a reason, screened, and leaves nothing but the history", async () => {
    const fields = fieldsOn(await water.text(page("2026-09")));
    const bare = await water.post("/desk/indicators/PIPE/withdraw", fields);
    assert.match(errorsOn(await bare.text()), /href="#reason">请写明理由/);
    const named = await water.post("/desk/indicators/PIPE/withdraw", {
      ...fields,
      reason: "13800138000 来电要求",
    });
    assert.match(errorsOn(await named.text()), /手机号/);
    const done = await water.post("/desk/indicators/PIPE/withdraw", {
      ...fields,
      reason: "把计划数当作了完成数",
    });
    assert.equal(
      done.headers.get("location"),
      "/desk/figures?body=water&period=2026-09&did=observation.withdrawn",
    );
    assert.equal(await figure("2026-09"), undefined);
    assert.match(await (await staff.browser()).text("/corrections"), /把计划数当作了完成数/);
  });

  it("is not done over a revision that was not seen, which is shown", async () => {
    const fields = fieldsOn(await steward.text(page("2026-08")));
    const record = "/desk/indicators/PIPE/record";
    const revision = fieldsOn(await water.text(`${record}?body=water&period=2026-08`));
    await water.post(record, { ...revision, value: "11", reason: "退回一公里" });
    const sent = { ...fields, reason: "重复" };
    const second = await steward.post("/desk/indicators/PIPE/withdraw", sent);
    assert.equal(second.status, 422);
    const html = await second.text();
    assert.match(html, /期间，别人作了以下修改.*退回一公里/s);
    assert.ok(await figure("2026-08"));
    const eyesOpen = await steward.post("/desk/indicators/PIPE/withdraw", fieldsOn(html));
    assert.equal(eyesOpen.status, 303, await eyesOpen.text());
    assert.equal(await figure("2026-08"), undefined);
  });

  it("of another body is refused, and of none is not there", async () => {
    const path = "/desk/indicators/PIPE/withdraw";
    assert.equal((await court.get(page("2026-07"))).status, 403);
    assert.equal((await court.post(path, { body: "water", period: "2026-07", reason: "x" })).status, 403);
    assert.ok(await figure("2026-07"));
    assert.equal((await water.get(page("2026-09"))).status, 404);
    const gone = await water.post(path, { body: "water", period: "2026-09", reason: "x" });
    assert.match(await gone.text(), /这一期还没有数据/);
  });
});

describe("revising a figure", () => {
  it("that somebody else revised meanwhile shows theirs and overwrites nothing", async () => {
    const path = "/desk/indicators/PIPE/record";
    const open = `${path}?body=water&period=2026-06`;
    const [mine, theirs] = [fieldsOn(await water.text(open)), fieldsOn(await steward.text(open))];
    await steward.post(path, { ...theirs, value: "9.5", reason: "补录半公里" });
    const second = await water.post(path, { ...mine, value: "9", reason: "去掉半公里" });
    assert.equal(second.status, 422);
    const html = await second.text();
    assert.match(html, /期间，别人作了以下修改.*补录半公里/s);
    assert.equal(fieldsOn(html)["value"], "9");
    assert.deepEqual((await figure("2026-06"))?.figure, { as: "number", value: 9.5 });
    const eyesOpen = await water.post(path, fieldsOn(html));
    assert.equal(eyesOpen.status, 303, await eyesOpen.text());
    assert.deepEqual((await figure("2026-06"))?.figure, { as: "number", value: 9 });
  });
});

/** A published commitment of the water company with one milestone that is done. */
const added = async (code: string): Promise<string> => {
  const path = `/desk/commitments/2026/${code}`;
  const made = await water.post("/desk/commitments/new", {
    programme: "2026",
    code,
    kind: "commitment",
    title: `更换老旧水表 ${code}`,
    promise: "十二月底前更换完毕",
    lead: "water",
    due: "2026-12-31",
    "rows.milestones": "3",
    "milestones.0.title": "第一批安装",
    "milestones.0.due": "2026-09-30",
  });
  assert.equal(made.status, 303, await made.text());
  assert.equal((await water.post(`${path}/publish`, {})).status, 303);
  const done = await water.post(`${path}/milestones/1`, {
    doneOn: "2026-10-01",
    "file.1": new File([pdf("done")], "验收单.pdf"),
  });
  assert.equal(done.status, 303, await done.text());
  return path;
};

const kept = (code: string) =>
  getCommitment(staff.deps.store.db, { programme: "2026", code }, { desk: true });

describe("reopening a milestone", () => {
  it("wants a reason, and the milestone counts as not done", async () => {
    const path = await added("M-1");
    assert.match(await water.text(path), /milestones\/1\/reopen">恢复为未完成/);
    const fields = fieldsOn(await water.text(`${path}/milestones/1/reopen`));
    const bare = await water.post(`${path}/milestones/1/reopen`, fields);
    assert.match(errorsOn(await bare.text()), /请写明理由/);
    const done = await water.post(`${path}/milestones/1/reopen`, { ...fields, reason: "验收未通过" });
    assert.equal(done.headers.get("location"), `${path}?did=milestone.reopened`);
    assert.equal((await kept("M-1"))?.milestones[0]?.doneOn, undefined);
    const again = await water.post(`${path}/milestones/1/reopen`, { reason: "再来一次" });
    assert.match(await again.text(), /尚未完成，无需恢复/);
  });

  it("is for the bodies that do the work, and not over what was not seen", async () => {
    const path = await added("M-2");
    assert.equal((await court.get(`${path}/milestones/1/reopen`)).status, 403);
    assert.equal((await court.post(`${path}/milestones/1/reopen`, { reason: "x" })).status, 403);
    assert.equal((await water.get(`${path}/milestones/9/reopen`)).status, 404);
    const fields = fieldsOn(await water.text(`${path}/milestones/1/reopen`));
    await water.post(`${path}/declare`, { on: "2026-10-02" });
    const second = await water.post(`${path}/milestones/1/reopen`, { ...fields, reason: "验收未通过" });
    assert.match(await second.text(), /期间，别人作了以下修改/);
    assert.equal((await kept("M-2"))?.milestones[0]?.doneOn, "2026-10-01");
  });
});

describe("taking a declaration back", () => {
  it("wants a reason, and work goes on", async () => {
    const path = await added("D-1");
    assert.doesNotMatch(await water.text(path), /撤回申报/);
    await water.post(`${path}/declare`, { on: "2026-10-02" });
    assert.match(await water.text(path), /take-back">撤回申报/);
    const fields = fieldsOn(await water.text(`${path}/take-back`));
    const bare = await water.post(`${path}/take-back`, fields);
    assert.match(errorsOn(await bare.text()), /请写明理由/);
    const done = await water.post(`${path}/take-back`, { ...fields, reason: "还差两个小区" });
    assert.equal(done.headers.get("location"), `${path}?did=commitment.declaration-taken-back`);
    assert.equal((await kept("D-1"))?.stage, "published");
    const [entry] = await historyOf(staff.deps.store.db, { commitment: "D-1" }, { limit: 1 });
    assert.deepEqual([entry?.verb, entry?.reason], ["commitment.declaration-taken-back", "还差两个小区"]);
  });

  it("is too late after a verdict, and not another body's", async () => {
    const path = await added("D-2");
    await water.post(`${path}/declare`, { on: "2026-10-02" });
    const form = fieldsOn(await water.text(`${path}/take-back`));
    assert.equal((await court.post(`${path}/take-back`, { ...form, reason: "x" })).status, 403);
    const verdict = { conclusion: "confirmed", finding: "抽看三个小区，均已更换", on: "2026-10-03" };
    assert.equal((await inspector.post(`${path}/verdict`, verdict)).status, 303);
    const late = await water.post(`${path}/take-back`, { ...form, reason: "还差两个小区" });
    assert.equal(late.status, 422);
    assert.equal((await kept("D-2"))?.stage, "judged");
  });
});
