// Recording figures: by the kind of the indicator, asked again when they look wrong, revised with a reason.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parsePeriod } from "@yinuo/period";
import { getObservation, listEvidence } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let water: Browser;
let justice: Browser;
let court: Browser;
before(async () => {
  staff = await openStaff();
  [water, justice, court] = await Promise.all([
    staff.browser("water"),
    staff.browser("justice"),
    staff.browser("court"),
  ]);
});
after(() => staff.close());

const kept = async (indicator: string, body: string, text: string) => {
  const period = parsePeriod(text);
  assert.ok(period);
  return getObservation(staff.deps.store.db, { indicator, body, period });
};
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const PIPE = "/desk/indicators/PIPE/record";

describe("the form of a figure", () => {
  it("is for my body and the latest period that is over", async () => {
    const fields = fieldsOn(await court.text(PIPE));
    assert.deepEqual([fields["body"], fields["period"]], ["court", "2026-09"]);
  });

  it("shows the period before, and the figure that is there", async () => {
    const html = await water.text(`${PIPE}?period=2026-09`);
    assert.match(html, /2026年8月.*12.*公里.*现在的数据.*13.*公里/s);
    assert.equal(fieldsOn(html)["value"], "13");
  });

  it("says what a period may look like when it cannot read one", async () => {
    const response = await water.get(`${PIPE}?period=${encodeURIComponent("上个月")}`);
    assert.equal(response.status, 422);
    assert.match(await response.text(), /看不懂期间“上个月”/);
  });

  it("is not there for an indicator that is not, nor for another body", async () => {
    assert.equal((await water.get("/desk/indicators/NONE/record")).status, 404);
    assert.equal((await water.get(`${PIPE}?body=court`)).status, 403);
  });
});

describe("a figure", () => {
  it("is recorded and public", async () => {
    const response = await court.post(PIPE, {
      body: "court",
      period: "2026-09",
      value: "１,２３４.５",
      source: "月报",
    });
    assert.equal(response.headers.get("location"), "/desk/indicators?body=court&did=observation.recorded");
    assert.deepEqual((await kept("PIPE", "court", "2026-09"))?.figure, { as: "number", value: 1234.5 });
  });

  it("of a ratio is kept as what was counted", async () => {
    const path = "/desk/indicators/AID/record";
    const partial = await justice.post(path, { body: "justice", period: "2026-05", numerator: "54" });
    assert.match(errorsOn(await partial.text()), /href="#denominator">请填写“分母”/);
    const zero = await justice.post(path, {
      body: "justice",
      period: "2026-05",
      numerator: "0",
      denominator: "0",
    });
    assert.match(errorsOn(await zero.text()), /分母是 0/);
    const other = await justice.post(path, {
      body: "justice",
      period: "2026-05",
      numerator: "54",
      denominator: "60",
      value: "95",
    });
    assert.match(errorsOn(await other.text()), /填的是 95，而按分子分母计算是 90/);
    await justice.post(path, {
      body: "justice",
      period: "2026-05",
      numerator: "54",
      denominator: "60",
      value: "90",
    });
    assert.deepEqual((await kept("AID", "justice", "2026-05"))?.figure, {
      as: "ratio",
      numerator: 54,
      denominator: 60,
    });
  });

  it("of a duration has its count", async () => {
    await court.post("/desk/indicators/DAYS/record", {
      body: "court",
      period: "2025-12",
      value: "33.5",
      count: "18",
    });
    assert.deepEqual((await kept("DAYS", "court", "2025-12"))?.figure, { as: "mean", mean: 33.5, count: 18 });
  });

  it("that was not collected is kept as that, and never as 0", async () => {
    await court.post(PIPE, { body: "court", period: "2026-08", notCollected: "yes" });
    assert.deepEqual((await kept("PIPE", "court", "2026-08"))?.figure, { as: "notCollected" });
  });

  const WRONG: readonly [Readonly<Record<string, string>>, RegExp][] = [
    [{ value: "" }, /href="#value">请填写“数值”/],
    [{ value: "十二" }, /“十二”，不是数/],
    [{ value: "1.234,5" }, /“1\.234,5”，不是数/],
    [{ value: "1", period: "2026-10" }, /2026年10月到2026年10月31日才结束/],
    [{ value: "1", body: "nobody" }, /没有编号为“nobody”的单位/],
    [{ value: "1", source: "来".repeat(301) }, /有 301 个字，最多 300 个/],
  ];
  for (const [change, sentence] of WRONG)
    it(`with ${JSON.stringify(change).slice(0, 60)} is asked for again, with what was typed`, async () => {
      const response = await water.post(PIPE, {
        body: "water",
        period: "2026-06",
        note: "备注还在",
        reason: "r",
        ...change,
      });
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(errorsOn(html), sentence);
      if (change["body"] === undefined) assert.equal(fieldsOn(html)["note"], "备注还在");
    });

  it("of another body is refused and remembered (B06)", async () => {
    const response = await court.post(PIPE, { body: "water", period: "2026-09", value: "99", reason: "x" });
    assert.equal(response.status, 403);
    assert.deepEqual((await kept("PIPE", "water", "2026-09"))?.figure, { as: "number", value: 13 });
    const [refused] = await staff.deps.store.db
      .selectFrom("history")
      .select(["subject", "new"])
      .where("verb", "=", "permission.refused")
      .orderBy("seq", "desc")
      .limit(1)
      .execute();
    assert.equal(refused?.subject, "observation/PIPE/water/2026-09");
    assert.deepEqual(refused?.new, { attempted: "observation.revised", refusal: "notYourBody" });
  });
});

describe("a figure ten times the one before", () => {
  it("is asked about with everything kept, a file too, and recorded with the reason", async () => {
    const sheet = new File(["月份,件数\n9,50\n"], "台账.csv");
    const typed = {
      body: "court",
      period: "2026-Q3",
      value: "50",
      source: "台账",
      note: "汇总",
      "file.2": sheet,
      "caption.2": "台账首页",
    };
    await court.post(PIPE, { body: "court", period: "2026-Q2", value: "5" });
    const asked = await court.post(PIPE, typed);
    assert.equal(asked.status, 422);
    const html = await asked.text();
    assert.match(html, /填的是 50，而2026年第二季度是 5，相差十倍以上/);
    assert.equal(await kept("PIPE", "court", "2026-Q3"), undefined);
    const fields = fieldsOn(html);
    assert.deepEqual([fields["value"], fields["source"], fields["note"]], ["50", "台账", "汇总"]);
    assert.match(html, /台账\.csv.*已收到，无需重选/s);
    const unreasoned = await court.post(PIPE, { ...fields, confirmed: "  " });
    assert.equal(unreasoned.status, 422);
    const done = await court.post(PIPE, { ...fields, confirmed: "新开两条管线，已核对" });
    assert.equal(done.status, 303);
    assert.equal((await kept("PIPE", "court", "2026-Q3"))?.confirmed, "新开两条管线，已核对");
    const [evidence] = await listEvidence(staff.deps.store.db, { indicator: "PIPE", body: "court" });
    assert.deepEqual([evidence?.caption, evidence?.showsOn], ["台账首页", "2026-09-30"]);
  });
});

describe("a revision", () => {
  it("wants a reason, and the old figure stays public with it", async () => {
    const fields = { ...fieldsOn(await water.text(`${PIPE}?period=2026-08`)), value: "11" };
    const without = await water.post(PIPE, fields);
    assert.match(errorsOn(await without.text()), /href="#reason">请写明理由/);
    const done = await water.post(PIPE, { ...fields, reason: "退回一公里" });
    assert.equal(done.headers.get("location"), "/desk/indicators?body=water&did=observation.revised");
    const html = await (await staff.browser()).text("/indicators/PIPE?body=water");
    assert.match(html, /退回一公里/);
  });

  it("that changes nothing says so", async () => {
    const fields = fieldsOn(await water.text(`${PIPE}?period=2026-08`));
    const response = await water.post(PIPE, { ...fields, reason: "x" });
    assert.match(errorsOn(await response.text()), /与原来完全相同/);
  });
});
