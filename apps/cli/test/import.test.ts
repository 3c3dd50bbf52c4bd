// Importing from a terminal: planned and written as at the desk.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { filled, freshFolder, query, terminal } from "./terminal.ts";

it("imports what is right, names what is not, writes nothing in a dry run, and the second time changes nothing", async () => {
  const data = freshFolder();
  const DATABASE_URL = await filled(data);
  const yinuo = terminal({ DATABASE_URL, YINUO_DATA: data });
  const [programme] = await query(DATABASE_URL, "SELECT code FROM programme ORDER BY code DESC LIMIT 1");
  const file = join(data, "list.csv");
  writeFileSync(
    file,
    "编号,事项,牵头单位,完成时限\nCLI-1,窗口午间不休息,新设服务中心,2030年12月底前\nCLI-2,另一件,新设服务中心,尽快\n",
  );
  const args = [
    "import",
    file,
    "--noun",
    "commitments",
    "--programme",
    String(programme?.["code"]),
    "--create-bodies",
  ];
  const count = "SELECT count(*)::int AS n FROM history";
  const before = await query(DATABASE_URL, count);
  const dry = await yinuo(...args, "--dry-run");
  assert.equal(dry.code, 1);
  assert.match(dry.out, /^3\t完成时限\t尽快\t“Due” is “尽快”, which is no day; write it like 2026-09-30\.$/m);
  assert.match(dry.out, /^1 created, 0 updated, 0 unchanged, 1 refused$/m);
  assert.deepEqual(await query(DATABASE_URL, count), before);
  const done = await yinuo(...args);
  assert.match(done.err, /1 rows were refused.*the others were written/);
  const made =
    "SELECT title, due::text, name FROM commitment c JOIN body b ON b.code = lead WHERE c.code LIKE 'CLI-%'";
  assert.deepEqual(await query(DATABASE_URL, made), [
    { title: "窗口午间不休息", due: "2030-12-31", name: "新设服务中心" },
  ]);
  const [batch] = await query(DATABASE_URL, "SELECT state, file_name FROM import_batch");
  assert.deepEqual(batch, { state: "applied", file_name: "list.csv" });
  assert.match((await yinuo(...args)).out, /^0 created, 0 updated, 1 unchanged, 1 refused$/m);
  const other = await yinuo("import", file, "--noun", "observations");
  assert.match(other.err, /The columns are unclear: missing Indicator/);
  const locked = new URL(
    "../../../packages/spreadsheet/test/fixtures/qsv-password-protected-password123.xlsx",
    import.meta.url,
  );
  const unread = await yinuo("import", fileURLToPath(locked), "--language", "zh-CN");
  assert.equal(unread.code, 1);
  assert.match(unread.err, /^文件设有打开密码/);
});
