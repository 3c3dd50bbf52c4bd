// Anybody drops a report and sees what contradicts itself; nothing of it is kept, and nobody uses the machine up with it.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let visitor: Browser;
before(async () => {
  staff = await openStaff();
});
beforeEach(async () => {
  visitor = await staff.browser();
  // What an earlier test counted is forgotten.
  staff.later(60 * 60_000);
});
after(() => staff.close());

const TEXT =
  "工作总结\n全年公开信息120条，其中政策60条，动态30条，其他20条。\n培训<b>XX人</b>，联系人电话13800001234。\n";
const report = (text = TEXT, name = "只有寄件人知道的名字.txt"): File => new File([text], name);

/** Every row of every table, as text. */
const everything = async (): Promise<string> => {
  const { db } = staff.deps.store;
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as "history")
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
};

describe("checking a report on the site", () => {
  it("shows each finding in its sentence, with arithmetic, in both languages", async () => {
    const response = await visitor.post("/check-report", { file: report() });
    const html = await response.text();
    assert.equal(response.status, 200);
    assert.match(html, /错误 2 处，请核对 0 处/);
    assert.match(html, /全年公开信息<mark>120条，其中政策60条，动态30条，其他20条<\/mark>。/);
    assert.match(html, /60 \+ 30 \+ 20 = 110 条；文中 120 条/);
    assert.match(html, /培训&lt;b&gt;<mark>XX人<\/mark>&lt;\/b&gt;/);
    const english = await (await visitor.post("/en/check-report", { file: report() })).text();
    assert.match(english, /The parts do not add up to the total/);
    assert.match(english, /60 \+ 30 \+ 20 = 110 条; stated 120 条/);
  });

  it("keeps nothing: no row, no cookie, no copy on the way", async () => {
    const rows = await everything();
    const response = await visitor.post("/check-report", { file: report() });
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.match(await response.text(), /name="robots" content="noindex"/);
    assert.equal(await everything(), rows);
    assert.deepEqual([...visitor.cookies.keys()], []);
  });

  it("says what is wrong with a file it cannot read, and asks again", async () => {
    const cases: readonly (readonly [Record<string, string | Blob>, number, RegExp])[] = [
      [{ nothing: "" }, 422, /请先选一个文件/],
      [{ file: new File(["PK\u0003\u0004 cut"], "a.docx") }, 422, /文件已损坏/],
      [{ file: new File([new Uint8Array(21 * 1024 * 1024)], "a.txt") }, 413, /不能超过 20/],
    ];
    for (const [fields, status, says] of cases) {
      const response = await visitor.post("/check-report", fields);
      const html = await response.text();
      assert.deepEqual([response.status, says.test(html)], [status, true], String(says));
      assert.match(html, /<input[^>]+type="file"/);
    }
  });

  it("lets one address check twenty in a row, then asks it to wait, and no other", async () => {
    for (let time = 0; time < 21; time++)
      await visitor.post("/check-report", { nothing: "" }, { address: "203.0.113.9" });
    const later = await visitor.post("/check-report", { file: report() }, { address: "203.0.113.9" });
    assert.equal(later.status, 429);
    assert.match(await later.text(), /检查得太频繁，请等 \d+ 秒再试/);
    assert.ok(Number(later.headers.get("retry-after")) > 0);
    const other = await visitor.post("/check-report", { file: report() }, { address: "203.0.113.10" });
    assert.equal(other.status, 200);
  });
});
