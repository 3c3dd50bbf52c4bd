// The text inside files that are sent with a form: what is found is shown and never published by mistake.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { writeXlsx } from "@yinuo/spreadsheet";
import { historyOf, listEvidence, listProgress } from "@yinuo/store";
import { pdf } from "./pdf.ts";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let justice: Browser;
before(async () => {
  staff = await openStaff();
  justice = await staff.browser("justice");
});
after(() => staff.close());

const PROGRESS = "/desk/commitments/2026/SF-03/progress";
const KEY = { programme: "2026", code: "SF-03" };
const TYPED = { text: "新增两个受理点", happenedOn: "2026-10-12" };

const db = () => staff.deps.store.db;
const evidence = () => listEvidence(db(), { programme: "2026", commitment: "SF-03" });
const newest = async (caption: string) => (await evidence()).find((one) => one.caption === caption);
const storedBytes = async (sha256: string) => readFile(staff.deps.files.path(sha256));
const texts = async () => (await listProgress(db(), KEY)).map(({ text }) => text);
const file = (bytes: Uint8Array<ArrayBuffer> | string, name: string): File => new File([bytes], name);

describe("a file with words in it", () => {
  const PHONE = "13800001234";
  const sheet = (phone: string) =>
    new File(
      [
        new Uint8Array(
          writeXlsx([
            { name: "值班", columns: [{ key: "a", header: "电话", kind: "text" }], rows: [{ a: phone }] },
          ]),
        ),
      ],
      "值班表.xlsx",
    );

  it("is refused with page or cell and the number masked; another file in its place is taken", async () => {
    const before = await texts();
    const sent = { ...TYPED, "file.2": sheet(PHONE), "caption.2": "值班表" };
    const response = await justice.post(PROGRESS, sent);
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(html, /文件“值班表\.xlsx”里有工作表 值班 A2的手机号“138\*\*\*\*1234”/);
    assert.ok(!html.includes(PHONE), "the number itself is nowhere on the page");
    assert.match(html, /系统不改动文件/);
    assert.ok(!html.includes('name="mask"'));
    assert.deepEqual(await texts(), before);
    const again = await justice.post(PROGRESS, { ...fieldsOn(html), "file.2": sheet("12345") });
    assert.equal(again.status, 303);
    const kept = await newest("值班表");
    assert.equal(kept?.screening, "read");
    assert.ok(!(await storedBytes(kept?.sha256 ?? "")).includes(PHONE));
  });

  it("stays with a reason that everybody reads, without being sent again", async () => {
    const sent = {
      ...TYPED,
      text: "值班安排",
      "file.2": file(pdf(`call ${PHONE}`), "值班.pdf"),
      "caption.2": "带电话",
    };
    const html = await (await justice.post(PROGRESS, sent)).text();
    assert.match(html, /第 1 页，手机号： call <mark[^>]*>138\*{4}1234<\/mark>/);
    const why = "对外公布的值班电话";
    assert.equal((await justice.post(PROGRESS, { ...fieldsOn(html), keepPersonalData: why })).status, 303);
    const [entry] = await historyOf(db(), { verbs: ["evidence.added"] }, { limit: 1 });
    assert.equal(entry?.reason, why);
    assert.ok(await newest("带电话"));
  });

  it("cannot be kept by a form that says nothing was found", async () => {
    const sent = { ...TYPED, "file.2": sheet(PHONE) };
    const fields = fieldsOn(await (await justice.post(PROGRESS, sent)).text());
    const [said = "", seal = ""] = String(fields["kept.2"]).split(".");
    const stored = JSON.parse(Buffer.from(said, "base64url").toString()) as Record<string, unknown>;
    assert.ok("inside" in stored);
    delete stored["inside"];
    const forged = `${Buffer.from(JSON.stringify(stored)).toString("base64url")}.${seal}`;
    const before = (await evidence()).length;
    await justice.post(PROGRESS, { ...fields, "kept.2": forged });
    assert.equal((await evidence()).length, before);
  });

  it("is told with the telephone number in the text, so that one answer covers both", async () => {
    const html = await (
      await justice.post(PROGRESS, { ...TYPED, text: `问${PHONE}`, "file.2": sheet("13900005678") })
    ).text();
    assert.match(html, new RegExp(`<mark[^>]*>${PHONE}</mark>`));
    assert.match(html, /工作表 值班 A2，手机号： <mark[^>]*>139\*{4}5678<\/mark>/);
    assert.match(html, /name="mask"/);
  });

  it("or rather a scan without any is taken, with a word to look at it, and the record says so", async () => {
    const response = await justice.post(PROGRESS, {
      ...TYPED,
      "file.2": file(pdf(""), "扫描.pdf"),
      "caption.2": "扫描件",
    });
    assert.equal(response.status, 303);
    const to = response.headers.get("location") ?? "";
    assert.match(await justice.text(to), /有的文件是扫描件/);
    assert.equal((await newest("扫描件"))?.screening, "byEye");
    const [entry] = await historyOf(db(), { verbs: ["evidence.added"] }, { limit: 1 });
    assert.equal(entry?.new["screening"], "byEye");
  });

  it("under a password, or damaged, is refused with a sentence", async () => {
    const locked = await readFile(
      new URL(
        "../../../../packages/spreadsheet/test/fixtures/qsv-password-protected-password123.xlsx",
        import.meta.url,
      ),
    );
    const html = await (await justice.post(PROGRESS, { ...TYPED, "file.2": file(locked, "锁.xlsx") })).text();
    assert.match(html, /href="#file\.2">“锁\.xlsx”设有打开密码/);
    const damaged = await justice.post(PROGRESS, { ...TYPED, "file.2": file("%PDF-1.7\n", "坏.pdf") });
    assert.match(await damaged.text(), /“坏\.pdf”已损坏/);
  });
});
