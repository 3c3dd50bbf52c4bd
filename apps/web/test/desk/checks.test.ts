// A check's whole way at the desk: planned, opened, looked at on a phone, finished; appeals; and what the public sees of it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getCheck, getCommitment, getFinding, historyOf, listEvidence, listFindings } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
const who = {} as Record<Who, Browser>;
let code = "";
before(async () => {
  staff = await openStaff();
  for (const name of ["court", "justice", "inspector", "steward"] as const)
    who[name] = await staff.browser(name);
  const planned = await who.inspector.post("/desk/checks/new", PLAN);
  assert.equal(planned.status, 303, await planned.text());
  code = /checks\/(\d{4}-\d{3})\?/.exec(planned.headers.get("location") ?? "")?.[1] ?? "";
});
after(() => staff.close());

const db = () => staff.deps.store.db;
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const photo = () => new File([PIXEL], "窗口.png", { type: "image/png" });
const PLAN = {
  title: "法院承诺定期督查",
  kind: "scheduled",
  of: "commitment",
  body: "court",
  programme: "2026",
  checklist: "现场与台账一致？\n\n群众是否知道？",
  start: "2026-10-15",
  due: "2026-10-30",
};
const numberOf = async (commitment: string): Promise<number> => {
  const check = await getCheck(db(), code);
  const subject = check?.subjects.find(({ key }) => "commitment" in key && key.commitment === commitment);
  return subject?.number ?? 0;
};

describe("a check at the desk", () => {
  it("is planned in public, and opened by its organiser alone with all that is within the frame", async () => {
    assert.equal((await who.court.get("/desk/checks/new")).status, 403);
    const open = `/desk/checks/${code}/open`;
    assert.match(await who.inspector.text(`/desk/checks/${code}`), /启动后清单确定并公开/);
    assert.equal((await who.steward.post(open, {})).status, 403);
    assert.equal((await who.inspector.post(open, {})).status, 303);
    const check = await getCheck(db(), code);
    assert.ok(check !== undefined && check.subjects.length > 2);
    assert.deepEqual(
      check.checklist.map(({ text }) => text),
      ["现场与台账一致？", "群众是否知道？"],
    );
    const page = await staff.world.text(`/checks/${code}`);
    assert.match(page, /责任单位：县人民法院/);
    assert.match(page, /待核查/);
  });

  it("shows every mistake at once and keeps what was typed", async () => {
    const html = await (
      await who.inspector.post("/desk/checks/new", { ...PLAN, kind: "", due: "下周" })
    ).text();
    assert.match(errorsOn(html), /href="#kind".*href="#due"/s);
    assert.equal(fieldsOn(html)["title"], PLAN.title);
  });

  it("takes a finding with a photograph, once however often it is sent, and gives the verdict with it", async () => {
    // Past its due day: what is found is its verdict.
    const number = await numberOf("FY-02");
    const at = `/desk/checks/${code}/${number}`;
    assert.equal((await who.court.get(at)).status, 403);
    const html = await who.inspector.text(at);
    assert.match(html, /登记的结论就是对它的核查结论/);
    const sent = {
      ...fieldsOn(html),
      conclusion: "partly",
      finding: "抽查两处，一处一致",
      "answer.1": "no",
      place: "立案大厅",
      on: "2026-10-15",
      "file.1": photo(),
      "caption.1": "公示牌",
    };
    assert.match(sent["sentAs" as keyof typeof sent] as string, /^[0-9a-f-]{36}$/);
    for (const status of [303, 303]) assert.equal((await who.inspector.post(at, sent)).status, status);
    const finding = await getFinding(db(), { check: code, number });
    assert.deepEqual(
      [finding?.conclusion, finding?.answers, finding?.place],
      ["partly", { "1": "no" }, "立案大厅"],
    );
    assert.equal((await listEvidence(db(), { inspection: code, number })).length, 1);
    const commitment = await getCommitment(db(), { programme: "2026", code: "FY-02" });
    assert.deepEqual([commitment?.verdict?.conclusion, commitment?.verdict?.check], ["partlyKept", code]);
    const page = await staff.world.text(`/checks/${code}/${number}`);
    assert.match(page, /部分属实/);
    assert.match(page, /公示牌/);
    assert.match(await staff.world.text("/commitments/2026/FY-02"), /抽查两处，一处一致/);
  });

  it("opens a problem from a finding with what it says, linked both ways", async () => {
    const number = await numberOf("FY-02");
    const html = await who.inspector.text(`/desk/problems/new?check=${code}&number=${number}`);
    const filled = fieldsOn(html);
    assert.deepEqual(
      [filled["detail"], filled["place"], filled["owner"]],
      ["抽查两处，一处一致", "立案大厅", "court"],
    );
    const opened = await who.inspector.post("/desk/problems/new", { ...filled, owner: "court" });
    assert.equal(opened.status, 303, await opened.text());
    const problem = /problems\/(\d{4}-\d{3})\?/.exec(opened.headers.get("location") ?? "")?.[1] ?? "";
    assert.match(await staff.world.text(`/problems/${problem}`), new RegExp(`/checks/${code}/${number}"`));
    assert.match(await staff.world.text(`/checks/${code}/${number}`), new RegExp(`/problems/${problem}"`));
  });

  it("hears the owner once; another inspector's answer changes finding and verdict", async () => {
    const number = await numberOf("FY-02");
    const at = `/desk/checks/${code}/${number}`;
    assert.match(await who.court.text("/desk"), new RegExp(`${at}/appeal`));
    assert.equal((await who.justice.post(`${at}/appeal`, { appeal: "不对" })).status, 403);
    assert.equal((await who.court.post(`${at}/appeal`, { appeal: "公示牌当天在更换" })).status, 303);
    assert.match(
      errorsOn(await (await who.court.post(`${at}/appeal`, { appeal: "再说一次" })).text()),
      /每个结论只能申诉一次/,
    );
    assert.match(await who.inspector.text("/desk"), new RegExp(`${at}/answer`));
    const answer = { outcome: "changed", conclusion: "confirmed", answer: "复看两处，均一致" };
    assert.equal((await who.court.post(`${at}/answer`, answer)).status, 403);
    const unsaid = await who.inspector.post(`${at}/answer`, { ...answer, conclusion: "" });
    assert.match(errorsOn(await unsaid.text()), /href="#conclusion"/);
    assert.equal((await who.inspector.post(`${at}/answer`, answer)).status, 303);
    const commitment = await getCommitment(db(), { programme: "2026", code: "FY-02" });
    assert.equal(commitment?.verdict?.conclusion, "kept");
    const page = await staff.world.text(`/checks/${code}/${number}`);
    assert.match(page, /公示牌当天在更换/);
    assert.match(page, /改变结论/);
  });

  it("revises a finding with a reason, and shows what changed meanwhile instead of overwriting it", async () => {
    const number = await numberOf("FY-02");
    const at = `/desk/checks/${code}/${number}`;
    const form = fieldsOn(await who.inspector.text(at));
    const revise = (more: Record<string, string>) =>
      who.inspector.post(at, { ...form, conclusion: "confirmed", ...more });
    assert.equal((await revise({ finding: "复看三处", reason: "" })).status, 422);
    assert.equal((await revise({ finding: "复看三处", reason: "补看一处" })).status, 303);
    assert.equal((await revise({ finding: "复看四处", reason: "又补看一处" })).status, 422);
    const told = await historyOf(db(), { subject: `finding/${code}/${number}` }, { limit: 9 });
    assert.deepEqual(told.map(({ verb }) => verb).slice(0, 2), [
      "finding.revised",
      "finding.appeal-answered",
    ]);
  });

  it("is finished with a reason for each subject nobody looked at, which the public reads", async () => {
    const at = `/desk/checks/${code}/finish`;
    const html = await (await who.inspector.post(at, {})).text();
    assert.match(errorsOn(html), /未核查原因/);
    const open = Object.keys(fieldsOn(html)).filter((name) => name.startsWith("missed."));
    const why = Object.fromEntries(open.map((name) => [name, "当天停电"]));
    assert.equal((await who.inspector.post(at, why)).status, 303);
    assert.equal((await getCheck(db(), code))?.stage, "finished");
    const page = await staff.world.text(`/checks/${code}`);
    assert.match(page, new RegExp(`有 ${open.length} 项到期没有核查`));
    assert.match(page, /未核查：当天停电/);
  });

  it("is called off with a reason", async () => {
    const planned = await who.inspector.post("/desk/checks/new", { ...PLAN, title: "另一次督查" });
    const other = /checks\/(\d{4}-\d{3})\?/.exec(planned.headers.get("location") ?? "")?.[1] ?? "";
    const at = `/desk/checks/${other}/call-off`;
    assert.equal((await who.inspector.post(at, { reason: "" })).status, 422);
    assert.equal((await who.inspector.post(at, { reason: "与其他督查合并" })).status, 303);
    assert.match(await staff.world.text(`/checks/${other}`), /取消理由：与其他督查合并/);
    const found = await staff.world.text("/checks?standing=calledOff&q=另一次");
    assert.match(found, new RegExp(`/checks/${other}"`));
    assert.doesNotMatch(found, new RegExp(`/checks/${code}"`));
  });

  it("is in files: checks with their counts, findings with appeal and answer", async () => {
    const csv = await staff.world.text(`/checks/download/csv?kind=scheduled`);
    assert.match(csv, /法院承诺定期督查/);
    const findings = await staff.world.text(`/findings/download/csv?check=${code}`);
    assert.match(findings, /公示牌当天在更换/);
    const { total } = await listFindings(db(), { check: code, sort: "number", limit: 1, offset: 0 });
    assert.equal(findings.trim().split("\n").length, total + 1);
  });
});
