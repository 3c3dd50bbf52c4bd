// Two people in one grid: the second is shown what changed in which row; a revision has its reason, and nothing is overwritten.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";
import { addTenFigures, GRID, keptIn, SEPTEMBER } from "./ten-figures.ts";

let staff: Staff;
let water: Browser;
let colleague: Browser;
let steward: Browser;
before(async () => {
  staff = await openStaff();
  [water, colleague, steward] = await Promise.all([
    staff.browser("water"),
    staff.browser("water"),
    staff.browser("steward"),
  ]);
  await addTenFigures(staff, water);
  const sent = await water.post("/desk/figures", {
    ...fieldsOn(await water.text(GRID)),
    ...SEPTEMBER,
  });
  assert.equal(sent.status, 303, await sent.text());
});
after(() => staff.close());

const kept = (code: string, period?: string) => keptIn(staff, code, period);
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";

describe("a revision in the grid", () => {
  it("wants a reason, and that is screened", async () => {
    const fields = { ...fieldsOn(await water.text(GRID)), "rows.W-1.value": "53" };
    const bare = await water.post("/desk/figures", fields);
    assert.match(errorsOn(await bare.text()), /href="#rows\.W-1\.reason">第 3 行 供水指标W-1：请写明理由/);
    const named = await water.post("/desk/figures", {
      ...fields,
      "rows.W-1.reason": "张三 13800138000 来电更正",
    });
    const html = await named.text();
    assert.match(errorsOn(html), /第 3 行 供水指标W-1：.*手机号/);
    const masked = await water.post("/desk/figures", {
      ...fieldsOn(html),
      mask: "yes",
      "mask.field": "rows.W-1.reason",
    });
    assert.equal(masked.status, 303, await masked.text());
    assert.equal((await kept("W-1"))?.version, 2);
  });
});

describe("two people in one grid", () => {
  it("the second is shown what changed in which row, and nothing is overwritten", async () => {
    const mine = fieldsOn(await water.text(GRID));
    const theirs = fieldsOn(await colleague.text(GRID));
    const first = await colleague.post("/desk/figures", {
      ...theirs,
      "rows.W-3.value": "60",
      "rows.W-3.reason": "漏报六件",
      "rows.W-5.value": "61",
      "rows.W-5.reason": "漏报",
    });
    assert.equal(first.status, 303, await first.text());
    const typed = {
      ...mine,
      "rows.W-3.value": "58",
      "rows.W-3.reason": "重复计算",
      "rows.W-4.value": "59",
      "rows.W-4.reason": "更正",
    };
    const second = await water.post("/desk/figures", typed);
    assert.equal(second.status, 422);
    const html = await second.text();
    assert.match(errorsOn(html), /第 5 行 供水指标W-3：您打开的是第 1 版，期间别人已改到第 2 版/);
    assert.match(html, /供水指标W-3.*漏报六件/s);
    assert.deepEqual((await kept("W-3"))?.figure, { as: "number", value: 60 });
    assert.deepEqual((await kept("W-4"))?.figure, { as: "number", value: 55 }, "all or nothing");
    const shown = fieldsOn(html);
    assert.deepEqual(
      [shown["rows.W-3.value"], shown["rows.W-4.value"], shown["rows.W-5.value"]],
      ["58", "59", "61"],
    );
    const eyesOpen = await water.post("/desk/figures", shown);
    assert.equal(eyesOpen.status, 303, await eyesOpen.text());
    assert.deepEqual((await kept("W-3"))?.figure, { as: "number", value: 58 });
    assert.equal((await kept("W-5"))?.version, 2, "the colleague's stays");
  });

  it("may write different rows at the same time", async () => {
    const mine = fieldsOn(await steward.text(GRID));
    const theirs = fieldsOn(await colleague.text(GRID));
    const answers = await Promise.all([
      steward.post("/desk/figures", { ...mine, "rows.W-5.value": "62", "rows.W-5.reason": "更正一" }),
      colleague.post("/desk/figures", { ...theirs, "rows.W-6.value": "63", "rows.W-6.reason": "更正二" }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
  });

  it("are both told when they record the same figure for the first time at once", async () => {
    const period = "2026-07";
    const path = `/desk/figures?body=water&period=${period}`;
    const [mine, theirs] = [fieldsOn(await water.text(path)), fieldsOn(await colleague.text(path))];
    const answers = await Promise.all([
      water.post("/desk/figures", { ...mine, "rows.W-0.value": "40" }),
      colleague.post("/desk/figures", { ...theirs, "rows.W-0.value": "41" }),
    ]);
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ["303", "422"]);
    assert.equal((await kept("W-0", period))?.version, 1);
  });
});
