// A list with personal data in it: the row is refused by row, column and value, or taken with a public reason.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { getCommitment, historyOf } from "@yinuo/store";
import { openOffice, type Office } from "./office.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.world.close());

const LIST =
  "编号,任务,牵头单位,承诺内容,完成时限\nSF-01,申请当日受理,SF,致电13800001234或13900005678,2026-12-31\nSF-02,窗口延时,SF,延到六点,2026-12-31\n";

it("a row with telephone numbers is refused with their masked form, until a reason is given", async () => {
  const file = new File([LIST], "清单.csv", { type: "text/csv" });
  const html = await (await office.steward.post("/desk/import", { file })).text();
  const batch = /\/desk\/import\/[0-9a-f-]{36}/.exec(html)?.[0] ?? assert.fail(html);
  const preview = await office.steward.text(`${batch}?step=preview`);
  for (const said of [
    "第 2 行",
    "致电13800001234或13900005678",
    "手机号“13800001234”（可改为“138****1234”）",
    "手机号“13900005678”（可改为“139****5678”）",
    "写入 1 项",
  ])
    assert.ok(preview.includes(said), said);

  const kept = await (
    await office.steward.post(`${batch}/mapping?reasons=1`, { keepPersonalData: "对外公布的值班电话" })
  ).text();
  assert.ok(kept.includes("写入 2 项"), "the reason lets the row in");
  const digest = /name="digest" value="([^"]+)"/.exec(kept)?.[1] ?? assert.fail("no digest");
  await office.steward.post(`${batch}/apply`, { digest });
  const { db } = office.world.store;
  const commitment = await getCommitment(db, { programme: "2026", code: "SF-01" }, { desk: true });
  assert.equal(commitment?.promise, "致电13800001234或13900005678");
  const [entry] = await historyOf(db, { commitment: "SF-01", desk: true }, { limit: 1 });
  assert.equal(entry?.reason, "对外公布的值班电话");
});
