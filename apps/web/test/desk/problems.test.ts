// A problem's whole way at the desk: reported, planned, declared fixed by its owner, and struck off by another body alone.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { after, before, describe, it } from "node:test";
import { getProblem, historyOf, listEvidence } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
const who = {} as Record<Who, Browser>;
before(async () => {
  staff = await openStaff();
  for (const name of ["court", "justice", "inspector", "steward", "editor"] as const)
    who[name] = await staff.browser(name);
});
after(() => staff.close());

const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const problem = (code: string) => getProblem(staff.deps.store.db, code);
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const photo = () => new File([PIXEL], "坡道.png", { type: "image/png" });

const REPORT = {
  title: "立案大厅叫号机故障",
  place: "立案大厅",
  detail: "叫号机每天停用两小时以上",
  owner: "court",
  due: "2026-11-30",
};

const report = async (as: Browser, more: Partial<typeof REPORT> = {}): Promise<string> => {
  const response = await as.post("/desk/problems/new", { ...REPORT, ...more });
  assert.equal(response.status, 303, await response.text());
  return /problems\/(\d{4}-\d{3})\?/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
};

const declare = async (code: string): Promise<void> => {
  const fixed = { declared: "已更换主机", on: "2026-10-14", "file.1": photo(), "caption.1": "新叫号机" };
  const response = await who.court.post(`/desk/problems/${code}/declare`, fixed);
  assert.equal(response.status, 303, await response.text());
};
/** The files that are stored, shown or not. */
const filesKept = async (): Promise<readonly string[]> => {
  const folder = dirname(dirname(staff.deps.files.path("0".repeat(64))));
  return (await readdir(folder, { recursive: true })).toSorted();
};
const DELISTED = { outcome: "delisted", checked: "现场查看一小时，没有停用", on: "2026-10-15" };

describe("a problem at the desk", () => {
  it("is reported by its own body, planned, declared fixed with evidence, and struck off by the inspectors", async () => {
    const code = await report(who.court);
    const plan = await who.court.post(`/desk/problems/${code}/plan`, {
      ...fieldsOn(await who.court.text(`/desk/problems/${code}/plan`)),
      "steps.0.title": "更换主机",
      "steps.0.due": "2026-11-10",
    });
    assert.equal(plan.status, 303);
    assert.equal(
      (await who.court.post(`/desk/problems/${code}/steps/1`, { doneOn: "2026-10-12" })).status,
      303,
    );
    const bare = await who.court.post(`/desk/problems/${code}/declare`, {
      declared: "换了",
      on: "2026-10-14",
    });
    assert.match(errorsOn(await bare.text()), /请至少上传一份佐证/);
    await declare(code);
    assert.match(await who.steward.text(`/problems/${code}`), /已报整改到位，未核查/);
    assert.equal((await who.inspector.post(`/desk/problems/${code}/check`, DELISTED)).status, 303);
    const kept = await problem(code);
    assert.deepEqual([kept?.stage, kept?.checked?.body], ["delisted", "inspection"]);
    assert.equal((await listEvidence(staff.deps.store.db, { problem: code }))[0]?.caption, "新叫号机");
    assert.match(await who.steward.text(`/problems/${code}`), /县政府督查室于 2026年10月15日 核查销号/);
  });

  it("is not struck off by its owner, by another body that does not inspect, or by a steward of none", async () => {
    const code = await report(who.court);
    await declare(code);
    for (const name of ["court", "justice", "steward", "editor"] as const) {
      const response = await who[name].post(`/desk/problems/${code}/check`, DELISTED);
      assert.equal(response.status, 403, name);
    }
    assert.equal((await problem(code))?.stage, "declared");
  });

  it("is returned with what was found, and comes back after it was struck off, with a new deadline", async () => {
    const code = await report(who.court);
    await declare(code);
    const returned = { outcome: "returned", checked: "第二次查看又停用", on: "2026-10-15" };
    assert.equal((await who.inspector.post(`/desk/problems/${code}/check`, returned)).status, 303);
    assert.equal((await problem(code))?.stage, "returned");
    await declare(code);
    assert.equal((await who.inspector.post(`/desk/problems/${code}/check`, DELISTED)).status, 303);
    const back = { outcome: "reopened", checked: "又停用半天", on: "2026-10-15", due: "" };
    const undated = await who.inspector.post(`/desk/problems/${code}/look-back`, back);
    assert.match(errorsOn(await undated.text()), /请填写“完成时限”/);
    const dated = { ...back, due: "2026-12-20" };
    assert.equal((await who.inspector.post(`/desk/problems/${code}/look-back`, dated)).status, 303);
    const kept = await problem(code);
    assert.deepEqual([kept?.stage, kept?.due, kept?.firstDue], ["reopened", "2026-12-20", "2026-11-30"]);
    assert.match(await who.steward.text(`/problems/${code}`), /最初的期限是 2026年11月30日/);
  });

  it("is listed by the inspectors; from then on the owner cannot move its deadline", async () => {
    const code = await report(who.court);
    const listed = { level: "city", deadline: "2026-11-20" };
    assert.equal((await who.inspector.post(`/desk/problems/${code}/list`, listed)).status, 303);
    const extension = { due: "2026-12-31", reason: "配件缺货" };
    assert.equal((await who.court.post(`/desk/problems/${code}/extend`, extension)).status, 403);
    assert.equal((await who.inspector.post(`/desk/problems/${code}/extend`, extension)).status, 303);
    const kept = await problem(code);
    assert.deepEqual([kept?.listing?.deadline, kept?.listing?.firstDeadline], ["2026-12-31", "2026-11-20"]);
  });

  it("keeps what was typed when it is refused, and shows personal data where it was found", async () => {
    const response = await who.court.post("/desk/problems/new", {
      ...REPORT,
      detail: "报修电话13800001234打不通",
    });
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(errorsOn(html), /“问题情况”/);
    assert.equal(fieldsOn(html)["title"], REPORT.title);
  });

  it("of another body is found by inspectors alone, and an attempt to report it otherwise is kept", async () => {
    assert.equal((await who.justice.post("/desk/problems/new", REPORT)).status, 403);
    const [last] = await historyOf(staff.deps.store.db, { desk: true }, { limit: 1 });
    assert.deepEqual([last?.verb, last?.new["attempted"]], ["permission.refused", "problem.opened"]);
    const code = await report(who.inspector, { title: "窗口无人" });
    assert.deepEqual(
      [(await problem(code))?.origin, (await problem(code))?.reportedBy],
      ["finding", "inspection"],
    );
  });

  it("changed by somebody else meanwhile is shown, and nothing of the plan is lost", async () => {
    const code = await report(who.court);
    const typed = {
      ...fieldsOn(await who.court.text(`/desk/problems/${code}/plan`)),
      "steps.0.title": "更换主机",
      "steps.0.due": "2026-11-10",
    };
    await who.court.post(`/desk/problems/${code}/extend`, { due: "2026-12-31", reason: "配件缺货" });
    const response = await who.court.post(`/desk/problems/${code}/plan`, typed);
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(html, /配件缺货/);
    const again = fieldsOn(html);
    assert.equal(again["steps.0.title"], "更换主机");
    assert.equal((await who.court.post(`/desk/problems/${code}/plan`, again)).status, 303);
  });

  it("stands on the work list of its owner, and once declared on that of the inspectors", async () => {
    const code = await report(who.court, { title: "复印机缺纸" });
    assert.match(await who.court.text("/desk"), /复印机缺纸/);
    assert.doesNotMatch(await who.justice.text("/desk"), /复印机缺纸/);
    await declare(code);
    assert.match(await who.inspector.text("/desk"), /复印机缺纸/);
  });

  it("is handed to another body by the inspectors, and its wording amended, with the words before in its history", async () => {
    const code = await report(who.court, { title: "热线不通" });
    const handing = { owner: "justice", reason: "法律援助热线归司法局" };
    assert.equal((await who.court.post(`/desk/problems/${code}/move`, handing)).status, 403);
    const toThemselves = await who.inspector.post(`/desk/problems/${code}/move`, {
      ...handing,
      owner: "inspection",
    });
    assert.match(errorsOn(await toThemselves.text()), /不能当责任单位/);
    assert.equal((await who.inspector.post(`/desk/problems/${code}/move`, handing)).status, 303);
    const form = {
      ...fieldsOn(await who.inspector.text(`/desk/problems/${code}/amend`)),
      reason: "写明是哪条热线",
    };
    assert.equal(form["title" as keyof typeof form], "热线不通");
    const amended = await who.inspector.post(`/desk/problems/${code}/amend`, {
      ...form,
      title: "法律援助热线不通",
    });
    assert.equal(amended.status, 303, await amended.text());
    const html = await who.steward.text(`/problems/${code}`);
    assert.match(html, /<h1>法律援助热线不通/);
    assert.match(html, /原责任单位[\s\S]*移交责任单位[\s\S]*法律援助热线归司法局/);
    assert.match(html, /写明是哪条热线/);
    assert.equal((await problem(code))?.owner, "justice");
  });

  it("that may not be reported leaves no file behind", async () => {
    const kept = await filesKept();
    const sent = {
      ...REPORT,
      "file.1": new File(["日期,停用\r\n2026-10-12,2\r\n"], "停用.csv"),
      "caption.1": "记录",
    };
    assert.equal((await who.justice.post("/desk/problems/new", sent)).status, 403);
    assert.deepEqual(await filesKept(), kept);
    // The same form of its own body does store the file.
    assert.equal((await who.court.post("/desk/problems/new", sent)).status, 303);
    assert.equal((await filesKept()).length > kept.length, true);
  });

  it("is kept as a draft before it is sent, and forgotten once it is", async () => {
    const response = await who.court.post("/desk/problems/new", {
      title: "叫号机又坏",
      owner: "court",
      draft: "save",
    });
    const draft = (response.headers.get("location") ?? "").replace(/&did=.*$/, "");
    assert.match(await who.court.text("/desk"), /登记问题 · 叫号机又坏/);
    const again = fieldsOn(await who.court.text(draft));
    assert.equal(again["title"], "叫号机又坏");
    const code = await report(who.court, { ...again, ...REPORT, title: "叫号机又坏" });
    const checked = await who.inspector.post(`/desk/problems/${code}/list`, { level: "city", draft: "save" });
    assert.match(checked.headers.get("location") ?? "", /list\?draft=/);
    assert.match(await who.inspector.text("/desk"), new RegExp(`挂牌督办 · ${code}`));
    assert.doesNotMatch(await who.court.text("/desk"), /我没有提交的草稿/);
  });
});
