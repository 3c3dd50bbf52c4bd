// A draw on the command line from draft to verification, without a ledger; with a real log, changed files are found out.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { planDigest, readPlan, readSeed, seedDigest } from "@yinuo/random-draw";
import { entryWith, leafOf, POLICY, receiptFor } from "./draw-log.ts";
import { freshFolder, terminal } from "./terminal.ts";

const folder = freshFolder();
const yinuo = terminal({ YINUO_DATA: join(folder, "no-ledger") });
const path = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFileSync(path(name), text);
const read = (name: string) => readFileSync(path(name), "utf8");

const FRAME = Array.from({ length: 30 }, (_, at) => {
  const body = at < 10 ? "FY" : "GS";
  return `${body === "FY" ? "court" : "water"}\t${body}-${String(at + 1).padStart(2, "0")}\t${body}`;
}).join("\n");

const DRAFT = {
  round: "2026-Q3",
  number: 1,
  eligible: "2026年已申报完成的承诺事项",
  frozenAt: 120,
  sample: 6,
  excluded: [{ id: "GS-31", reason: "现场因汛情封闭" }],
  inspectors: { each: 2, recused: [] },
  seed: [{ source: "dice", sides: 10, rolls: 20 }],
  ceremonyAt: "2026-10-12T02:00:00Z",
};

const seconds = (instant: string) => Date.parse(instant) / 1000;
const inspecting = ["--inspectors", path("inspectors.txt")];
const planFiles = [path("plan.json"), path("frame.txt")];
const verifyFiles = [...planFiles, path("seed.json"), path("result.json"), ...inspecting];
const trusting = ["--evidence", path("evidence.json"), "--policy", path("policy.txt")];
const verify = (...more: readonly string[]) => yinuo("draw", "verify", ...verifyFiles, ...more);

/** What the ledger does between plan and draw: plan and seed go into the log, and dice are rolled. */
const logIt = async (): Promise<void> => {
  const plan = readPlan(read("plan.json"));
  assert.ok(plan.ok);
  const digest = planDigest(plan.value);
  const others = Array.from({ length: 130 }, (_, at) => `entry ${at}`);
  const entry = entryWith("new.plan", digest);
  const logged = await receiptFor({ entries: [...others, entry], digest }, seconds("2026-10-10T08:00:00Z"));

  const parts = [{ source: "dice", rolls: "63454660390103169462" }];
  const seed = {
    v: "yinuo/draw-seed/v1",
    plan: digest,
    leaf: leafOf(entry),
    at: "2026-10-12T02:20:00Z",
    parts,
  };
  write("seed.json", JSON.stringify(seed));
  const record = readSeed(read("seed.json"));
  assert.ok(record.ok);
  const held = seedDigest(record.value);
  const entries = [...others, entry, entryWith("new.seed", held)];
  const loggedSeed = await receiptFor({ entries, digest: held }, seconds("2026-10-12T02:30:00Z"));
  const evidence = { plan: logged, seeds: [loggedSeed], plans: [{ ...logged, file: plan.value }] };
  write("evidence.json", JSON.stringify(evidence));
};

describe("yinuo draw", () => {
  before(async () => {
    write("frame.txt", FRAME);
    write("inspectors.txt", "teams\tT-1\tDC\nteams\tT-2\tDC\nteams\tT-3\tSF\nteams\tT-4\tGS");
    write("draft.json", JSON.stringify(DRAFT, null, 2));
    write("policy.txt", POLICY);
    const planned = await yinuo(
      "draw",
      "plan",
      path("draft.json"),
      path("frame.txt"),
      ...inspecting,
      "--out",
      path("plan.json"),
    );
    assert.equal(planned.code, 0, planned.err);
    assert.match(planned.out, /^sha256 [0-9a-f]{64}\ncourt\t2\/10\nwater\t4\/20\n$/);

    await logIt();
    const drawn = await yinuo(
      "draw",
      "run",
      ...planFiles,
      path("seed.json"),
      ...inspecting,
      "--out",
      path("result.json"),
    );
    assert.equal(drawn.code, 0, drawn.err);
    assert.match(drawn.out, /^((FY|GS)-\d\d\tT-\d\tT-\d\n){6}$/);
    // T-4 is the water utility's own.
    assert.doesNotMatch(drawn.out, /GS-\d\d.*T-4/);
  });

  it("says how many to look at, and what was found says, in both languages", async () => {
    const english = await yinuo("draw", "size", "500");
    assert.equal(
      english.out,
      "To be 95 % sure of noticing if 5 % were not as declared, look at 56 of 500.\n",
    );
    const chinese = await yinuo(
      "draw",
      "size",
      "500",
      "--drawn",
      "56",
      "--faults",
      "2",
      "--language",
      "zh-CN",
    );
    assert.match(chinese.out, /抽查 56 件，2 件与申报不符。.*全部 500 件中与申报不符的不超过 52 件/);
    const published = await yinuo("draw", "size", "1600", "--share", "1", "--sure", "99");
    assert.match(published.out, /look at 399 of 1,600/);
    const unclear = await yinuo("draw", "size", "many");
    assert.equal(unclear.code, 1);
    assert.match(unclear.err, /No size follows/);
  });

  it("verifies a draw whose log it was shown, by a policy the reader brings", async () => {
    const said = await verify(...trusting);
    assert.equal(said.code, 0, said.out + said.err);
    assert.match(said.out, /The plan was published before there was a seed: matches\n/);
    assert.match(said.out, /Every step matches\. Plans of this round so far: 1\.\n$/);
    const chinese = await verify(...trusting, "--language", "zh-CN");
    assert.match(chinese.out, /抽中的对象重算一致：一致\n/);
  });

  it("does not call verified what it was not shown", async () => {
    const said = await verify();
    assert.equal(said.code, 1);
    assert.match(said.out, /it was published: not shown, so that nobody can tell\n/);
    assert.match(said.out, /The same are drawn when it is computed again: matches\n/);
    assert.match(said.err, /not verified/);
  });

  it("replaces by ticket, with a reason, and the result still verifies", async () => {
    const [first] = (JSON.parse(read("result.json")) as { picks: { id: string }[] }).picks;
    const kept = read("result.json");
    write("replaced.json", JSON.stringify([{ id: first?.id, reason: "道路中断" }]));
    const again = ["draw", "run", ...planFiles, path("seed.json"), ...inspecting];
    const drawn = await yinuo(...again, "--replaced", path("replaced.json"), "--out", path("result.json"));
    assert.equal(drawn.code, 0, drawn.err);
    assert.ok(!drawn.out.includes(first?.id ?? ""));
    assert.equal((await verify(...trusting)).code, 0);
    write("result.json", kept);
    write("replaced.json", JSON.stringify([{ id: "GS-99", reason: "道路中断" }]));
    const refused = await yinuo(...again, "--replaced", path("replaced.json"));
    assert.equal(refused.code, 1);
    assert.match(refused.err, /“GS-99” was not drawn/);
  });

  const changed = async (name: string, change: (text: string) => string, ...more: readonly string[]) => {
    const kept = read(name);
    write(name, change(kept));
    const said = await verify(...(more.length > 0 ? more : trusting));
    write(name, kept);
    assert.equal(said.code, 1, said.out);
    return said.out + said.err;
  };

  it("names the step at which a changed file shows", async () => {
    assert.match(
      await changed("frame.txt", (text) => `${text}\nwater\tGS-31\tGS`),
      /The frames are those.*DIFFERS/,
    );
    const eligible = (text: string) => text.replace("已申报", "已申请");
    assert.match(await changed("plan.json", eligible), /The log has this plan.*DIFFERS/);
    const dice = (text: string) => text.replace("63454660390103169462", "23546992048967376252");
    assert.match(await changed("seed.json", dice), /no other one: DIFFERS/);
    assert.match(
      await changed("result.json", (text) => text.replace('"id":"GS-', '"id":"GS-0')),
      /computed again: DIFFERS/,
    );
    assert.match(
      await changed("frame.txt", (text) => `${text}\nwater\tgs-30`),
      /“GS-30” and “gs-30” look alike/,
    );
  });

  it("believes no receipt that the policy does not, that is of another entry, or that was touched", async () => {
    const witness = (text: string) => text.replace("quorum library", "quorum none").replace(/^log .*$/m, "");
    assert.match(await changed("policy.txt", witness), /“plan” of the log does not hold/);
    assert.match(await changed("policy.txt", () => "nonsense\n"), /Line 1 of the trust policy/);
    const swapped = (text: string) => {
      const { plan, seeds, plans } = JSON.parse(text) as { plan: object; seeds: object[]; plans: object[] };
      return JSON.stringify({ plan: seeds[0], seeds: [plan], plans });
    };
    assert.match(await changed("evidence.json", swapped), /entry of “plan” does not hold this file/);
    const salted = (text: string) => text.replace("5a5a", "5b5a");
    assert.match(await changed("evidence.json", salted), /does not hold this file/);
    const moved = (text: string) => text.replace("index 130", "index 129");
    assert.match(await changed("evidence.json", moved), /“plan” of the log does not hold \(notIncluded\)/);
  });

  it("refuses a plan nobody could believe, in a sentence", async () => {
    write("weak.json", JSON.stringify({ ...DRAFT, seed: [{ source: "dice", sides: 10, rolls: 6 }] }));
    const said = await yinuo("draw", "plan", path("weak.json"), path("frame.txt"), ...inspecting);
    assert.equal(said.code, 1);
    assert.match(said.err, /19 bits, and 64 are needed/);
    write("unlike.json", JSON.stringify({ ...DRAFT, sample: "six" }));
    const unlike = await yinuo("draw", "plan", path("unlike.json"), path("frame.txt"), "--language", "zh-CN");
    assert.match(unlike.err, /抽查方案文件的“sample”一项/);
  });
});
