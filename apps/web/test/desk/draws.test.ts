// A draw's whole way: planned at the desk, published, rolled in public, recomputed by strangers, replaced, called off, drawn again.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { readFrame, readPlan, readResult, readSeed, runDraw, type DrawResult } from "@yinuo/random-draw";
import { getCheck, getDraw, historyOf } from "@yinuo/store";
import { styles } from "../../src/styles.ts";
import { openLog } from "../log/logged.ts";
import { fieldsOn, openStaff, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
let log: Awaited<ReturnType<typeof openLog>>;
const who = {} as Record<Who | "nobody", Browser>;
before(async () => {
  staff = await openStaff();
  who.nobody = await staff.browser();
  for (const name of ["court", "inspector", "steward", "editor"] as const)
    who[name] = await staff.browser(name);
  log = await openLog({ deps: staff.deps, url: staff.world.url });
});
after(async () => {
  await log.remove();
  await staff.close();
});

const ROLLS = "63454660390103169462";
const PLAN = {
  round: "2026-11",
  subject: "commitments",
  stratify: "body",
  eligible: "2026年已公开的承诺事项",
  drawSize: "6",
  inspectorsEach: "1",
  "places.inspection": "3",
  dice: "10",
  // Half an hour from now, on the clocks of the county.
  ceremonyAt: "2026-10-15",
  ceremonyTime: "１２：30",
  venue: "县政务服务中心一楼大厅",
};
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
const post = (path: string, fields: Record<string, string>, as: Browser = who.inspector) =>
  as.post(`/desk/draws${path}`, fields);
const roll = async (code: string, rolls: string, rollsAgain = rolls) =>
  post(`/${code}/ceremony`, {
    ...fieldsOn(await who.inspector.text(`/desk/draws/${code}/ceremony`)),
    rolls,
    rollsAgain,
  });
const file = (code: string, name: string): Promise<string> =>
  who.nobody.text(`/draws/${code}/download/${name}`);

describe("a draw", () => {
  const code = "2026-11-1";

  it("is looked at before it is published, and what is wrong is said with everything typed kept", async () => {
    const looked = await post("/new", { ...PLAN, preview: "yes" });
    const html = await looked.text();
    assert.equal(looked.status, 200);
    assert.match(html, /按现在的条件，名录共 \d+ 项，抽 6 项/);
    assert.equal(await getDraw(staff.deps.store.db, code), undefined);
    for (const [wrong, said] of [
      [{ drawSize: "100000" }, /抽查数太多/],
      [{ drawSize: "", sharePercent: "", surePercent: "" }, /请填写“抽查数”/],
      [{ excluded: "2026/XX 停工" }, /“2026\/XX”不在按筛选条件列出的名录中/],
      [{ ceremonyAt: "2026-10-15", ceremonyTime: "11:59" }, /抽签时间已经过去/],
      [{ ceremonyTime: "25:00" }, /没有“25:00”/],
      [{ standing: "problem.open" }, /没有“open”这一选项/],
      [{ "places.inspection": "0" }, /名录|空/],
      [{ eligible: "联系13800001234" }, /电话|手机/],
    ] as const) {
      const refused = await post("/new", { ...PLAN, ...wrong });
      const page = await refused.text();
      assert.equal(refused.status, 422, JSON.stringify(wrong));
      assert.match(errorsOn(page), said);
      assert.match(page, /value="县政务服务中心一楼大厅"/);
    }
  });

  it("is planned by an inspecting body alone", async () => {
    for (const [as, name] of [
      [who.court, "court"],
      [who.editor, "editor"],
      [who.steward, "steward"],
    ] as const)
      assert.equal((await post("/new", PLAN, as)).status, 403, name);
    const planned = await post("/new", PLAN);
    assert.equal(planned.status, 303, await planned.text());
    assert.equal((await getDraw(staff.deps.store.db, code))?.plan.ceremonyAt, "2026-10-15T04:30:00Z");
    assert.match(await who.nobody.text(`/draws/${code}`), /方案还没有列入已公布的日志检查点/);
    assert.match(
      errorsOn(await (await post("/new", { ...PLAN, round: "2026.11" })).text()),
      /须先中止或作废/,
    );
  });

  it("takes no dice before its plan is in a published checkpoint, nor before its time", async () => {
    staff.later(3_600_000);
    const early = await post(`/${code}/ceremony`, { rolls: "6", rollsAgain: "6" });
    assert.match(errorsOn(await early.text()), /还没有列入已公布的日志检查点/);
    assert.doesNotMatch(await who.inspector.text(`/desk/draws/${code}/ceremony`), /name="rolls"/);
    await log.sign();
    staff.later(-3_600_000);
    const soon = await post(`/${code}/ceremony`, { rolls: "6", rollsAgain: "6" });
    assert.match(errorsOn(await soon.text()), /还没有到方案公布的抽签时间/);
    staff.later(3_600_000);
    assert.match(await who.inspector.text(`/desk/draws/${code}/ceremony`), /name="rolls"/);
  });

  it("is rolled typed twice: a mismatch is pointed out and kept to be typed again, and what agrees is final", async () => {
    for (const as of [who.court, who.steward])
      assert.equal((await post(`/${code}/ceremony`, { rolls: "6", rollsAgain: "6" }, as)).status, 403);
    const differs = await roll(code, "634", "654");
    const html = await differs.text();
    assert.equal(differs.status, 422);
    assert.match(errorsOn(html), /第 2 掷两遍录入不一致：第一遍是 3，第二遍是 5/);
    assert.match(html, /name="rolls"[^>]*value="634"/);
    assert.match(html, /name="rollsAgain"[^>]*value="654"/);
    const form = fieldsOn(await who.inspector.text(`/desk/draws/${code}/ceremony`));
    const typed = { ...form, rolls: "634", rollsAgain: "634" };
    assert.equal((await post(`/${code}/ceremony`, typed)).status, 303);
    // The same form once more, as a slow line sends it, adds nothing.
    assert.equal((await post(`/${code}/ceremony`, typed)).status, 422);
    assert.equal((await getDraw(staff.deps.store.db, code))?.rolls, "634");
    assert.match(await who.nobody.text(`/draws/${code}`), /已掷 3 次，共 20 次/);
    assert.equal((await roll(code, ROLLS.slice(3))).status, 303);
    await log.sign();
    const draw = await getDraw(staff.deps.store.db, code);
    assert.deepEqual([draw?.stage, draw?.rolls], ["drawn", ROLLS]);
    assert.match(await who.inspector.text(`/desk/draws/${code}/ceremony`), /抽中的/);
    assert.equal((await post(`/${code}/ceremony`, { rolls: "1", rollsAgain: "1" })).status, 422);
  });

  it("shows each pick and ticket, seed, plan and place in the log, within 30 KB, naming no inspector", async () => {
    const html = await who.nobody.text(`/draws/${code}`);
    const { picks } = JSON.parse(await file(code, "result.json")) as DrawResult;
    assert.equal(picks.length, 6);
    for (const { id, ticket } of picks) assert.ok(html.includes(id) && html.includes(ticket), id);
    assert.match(html, /63454 66039 01031 69462/);
    assert.match(html, /方案是日志第/);
    assert.match(html, /本轮共有方案 1 份/);
    assert.match(html, /县政府督查室 \d 号/);
    assert.doesNotMatch(html, /inspector@|督查员甲/);
    assert.ok(gzipSync(html).length + gzipSync(styles.bytes).length < 30 * 1024);
    const tickets = await who.nobody.text(`/en/draws/${code}/tickets`);
    for (const { ticket } of picks) assert.ok(tickets.includes(ticket));
    assert.match(await who.nobody.text(`/draws?q=大厅&stage=drawn`), /2026-11-1/);
    assert.doesNotMatch(await who.nobody.text(`/draws?stage=aborted`), /2026-11-1/);
    const csv = await who.nobody.text("/draws/download/csv?stage=drawn");
    assert.match(csv, /2026-11-1/);
    assert.equal(csv.trim().split("\n").length, 2);
  });

  it("is looked at in a check of exactly what was drawn, by whoever was drawn for it", async () => {
    const desk = await who.inspector.text(`/desk/draws/${code}`);
    const link = /href="([^"]*checks\/new\?draw=[^"]+)"/.exec(desk)?.[1] ?? "";
    const form = fieldsOn(await who.inspector.text(link));
    assert.equal(form["draw"], code);
    const fields = { ...form, title: "四季度随机抽查", due: "2026-11-30", inspectors: "inspection" };
    const wrong = await who.inspector.post("/desk/checks/new", { ...fields, draw: "2026-11-9" });
    assert.match(errorsOn(await wrong.text()), /没有编号为“2026-11-9”的抽查方案/);
    const planned = await who.inspector.post("/desk/checks/new", fields);
    assert.equal(planned.status, 303);
    const path = (planned.headers.get("location") ?? "").split("?")[0] ?? "";
    assert.equal((await who.inspector.post(`${path}/open`, {})).status, 303);
    const check = await getCheck(staff.deps.store.db, path.split("/").at(-1) ?? "");
    const { picks } = JSON.parse(await file(code, "result.json")) as DrawResult;
    assert.deepEqual(
      check?.subjects.map(({ key }) =>
        "problem" in key ? key.problem : `${key.programme}/${key.commitment}`,
      ),
      picks.map(({ id }) => id).toSorted(),
    );
    assert.match(
      await who.nobody.text(`/checks/${check?.code}`),
      new RegExp(`<a href="/draws/${code}">${code}</a>`),
    );
    assert.match(await who.nobody.text(`/api/checks/${check?.code}`), new RegExp(`"draw":"${code}"`));
  });

  it("comes out the same from its files by the package, the command's verification and the Python script", async () => {
    const [plan, frame, seed, result] = await Promise.all(
      ["plan.json", "frame.txt", "seed.json", "result.json"].map((name) => file(code, name)),
    );
    const inspectors = await file(code, "inspectors.txt");
    const read = {
      plan: readPlan(plan ?? ""),
      subjects: readFrame(frame ?? ""),
      places: readFrame(inspectors),
      seed: readSeed(seed ?? ""),
      result: readResult(result ?? ""),
    };
    assert.ok(read.plan.ok && read.subjects.ok && read.places.ok && read.seed.ok && read.result.ok);
    const again = runDraw({
      plan: read.plan.value,
      frames: { subjects: read.subjects.value, inspectors: read.places.value },
      seed: read.seed.value,
    });
    assert.ok(again.ok);
    assert.deepEqual(again.value, read.result.value);
    const folder = await downloaded(code);
    const command = await cli(folder);
    assert.match(command, /各步全部一致/);
    assert.match(command, /方案公布在前，随机种子产生在后：一致/);
    const python = await run("python3", [PYTHON, "plan.json", "frame.txt", "seed.json", "result.json"], {
      cwd: folder,
    });
    assert.doesNotMatch(python.stdout, /DIFFERS/);
    const picked = read.result.value.picks.map(({ id }) => id);
    assert.deepEqual(python.stdout.split("\n").slice(0, 6), picked);
  });

  it("gives a place to the next ticket with a reason, is called off with one, and the next plan names it", async () => {
    const { picks } = JSON.parse(await file(code, "result.json")) as DrawResult;
    const replaced = picks[0]?.id ?? "";
    assert.match(errorsOn(await (await post(`/${code}/replace`, { replaced, reason: " " })).text()), /理由/);
    assert.equal((await post(`/${code}/replace`, { replaced, reason: "正在封闭施工" })).status, 303);
    const html = await who.nobody.text(`/draws/${code}`);
    assert.match(html, /替补，理由：正在封闭施工/);
    assert.match(await cli(await downloaded(code)), /各步全部一致/);
    const later = { ...PLAN, ceremonyAt: "2026-10-16" };
    const open = await post("/new", { ...later, reason: "重抽" });
    assert.match(errorsOn(await open.text()), /须先中止或作废/);
    assert.equal((await post(`/${code}/call-off`, { reason: "名录有误" })).status, 303);
    assert.match(errorsOn(await (await post("/new", later)).text()), /请写明理由/);
    assert.equal((await post("/new", { ...later, reason: "名录更正后重抽" })).status, 303);
    assert.equal((await post("/2026-11-2/abort", { reason: "停电" })).status, 303);
    const second = await who.nobody.text("/draws/2026-11-2");
    assert.match(second, /本轮共有方案 2 份/);
    assert.match(second, /名录更正后重抽/);
    assert.match(second, /抽签中止，理由：停电/);
    const entries = await historyOf(staff.deps.store.db, { draw: code }, { limit: 20 });
    assert.deepEqual(entries.map(({ verb }) => verb).toReversed(), [
      "draw.planned",
      "draw.rolled",
      "draw.drawn",
      "draw.replaced",
      "draw.called-off",
    ]);
  });
});

const run = promisify(execFile);
const PYTHON = fileURLToPath(new URL("../../../../docs/draw-recompute.py", import.meta.url));
const CLI = fileURLToPath(new URL("../../../cli/src/main.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

const FILES = ["plan.json", "frame.txt", "inspectors.txt", "seed.json", "result.json", "evidence.json"];

const downloaded = async (code: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "yinuo-draw-"));
  await log.sign();
  for (const name of FILES) writeFileSync(join(folder, name), await file(code, name));
  writeFileSync(join(folder, "policy"), await who.nobody.text("/log/policy"));
  return folder;
};

const cli = async (folder: string): Promise<string> => {
  const at = (name: string) => join(folder, name);
  const files = ["plan.json", "frame.txt", "seed.json", "result.json"].map(at);
  const more = [
    "--inspectors",
    at("inspectors.txt"),
    "--evidence",
    at("evidence.json"),
    "--policy",
    at("policy"),
  ];
  const args = ["--import", "./scripts/typescript.mjs", CLI, "draw", "verify", ...files, ...more];
  const { stdout } = await run(process.execPath, [...args, "--language", "zh-CN"], { cwd: ROOT });
  return stdout;
};

describe("how many to look at", () => {
  it("is said in words in both languages, from a form without scripts", async () => {
    const zh = await who.nobody.text("/draws/size?frameCount=500&sharePercent=5&surePercent=95");
    assert.match(zh, /要有 95% 的把握发现 5% 不实，500 项里看 56 项/);
    const en = await who.nobody.text("/en/draws/size?frameCount=500&drawn=56&found=2");
    assert.match(en, /To be 95 % sure of noticing if 5 % were not as declared, look at 56 of 500/);
    assert.match(en, /at most 52 of all 500/);
    for (const unclear of ["frameCount=0", "surePercent=100", "frameCount=x", "sharePercent=0"])
      assert.match(await who.nobody.text(`/draws/size?${unclear}`), /请填写：总数为 1 以上的整数/);
    assert.match(await who.nobody.text("/draws"), /href="\/draws\/size"/);
    assert.match(await who.inspector.text("/desk/draws/new"), /href="\/draws\/size"/);
  });
});
