// Checks and findings: who may plan, open, look, revise, appeal and answer.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import {
  addEvidence,
  answerAppeal,
  appealFinding,
  bodyCode,
  callOffCheck,
  checkCodeOf,
  checkStandingOf,
  createBody,
  finishCheck,
  followFinding,
  isMissed,
  lastAppealDay,
  openCheck,
  planCheck,
  reassignSubject,
  recordFinding,
  reviseFinding,
  singleCheck,
  type Body,
  type By,
  type Check,
  type Finding,
  type BodyCode,
  type DrawCode,
  type FrozenSubject,
  type Problem,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";

const { day, today, value, refusal, clerk, inspector, steward, planned, running, frozen, saying } = world;
const { finding: found, appealed, inspecting, context, by } = world;
const court = by("inspector", "COURT", true);
const disc = by("inspector", "DISC", true);
const inspectingBody = (code: string, name: string): Body =>
  value(createBody({ code, name, inspects: true }, { by: steward, today, bodies: new Map() })).state;
const bodies = new Map([
  ...world.bodies,
  ["DISC", inspectingBody("DISC", "县效能办")] as const,
  ["COURT", inspectingBody("COURT", "县人民法院")] as const,
]);
const none = new Set<number>();
const planning = (who: By) => ({ ...context(who), bodies, code: checkCodeOf(today, 1) });
const record = (check: Check, who: By, more: Partial<typeof saying> & { readonly number?: 1 | 2 } = {}) =>
  recordFinding(check, { ...saying, ...more }, { ...inspecting(who), existing: undefined });

describe("a check", () => {
  const CLOSED: readonly [string, (who: By) => Result<unknown, Refusal>][] = [
    ["planned", (who) => planCheck(world.checkPlan, planning(who))],
    ["opened", (who) => openCheck(planned(), { frozen }, context(who))],
    ["finished", (who) => finishCheck(running(), { missed: {} }, { ...context(who), found: none })],
    ["called off", (who) => callOffCheck(running(), "暂缓", context(who))],
    [
      "reassigned",
      (who) =>
        reassignSubject(
          running(),
          { number: 1, to: "DISC", reason: "回避" },
          { ...context(who), bodies, found: none },
        ),
    ],
  ];
  for (const [done, attempt] of CLOSED)
    test(`is ${done} by inspecting bodies alone`, () => {
      assert.equal(refusal(attempt(clerk)).code, "roleMayNot");
      assert.equal(refusal(attempt(steward)).code, "notInspecting");
      assert.equal(refusal(attempt(by("inspector", "WATER"))).code, "notInspecting");
      if (done !== "planned")
        assert.deepEqual(refusal(attempt(disc)), { code: "notYourBody", body: "AUDIT" });
    });

  test("is organised by the body that plans it, has inspecting bodies to look, and a last day that has not passed", () => {
    assert.deepEqual([planned().body, planned().stage, planned().code], ["AUDIT", "planned", "2026-001"]);
    const plan = (more: Partial<typeof world.checkPlan>) =>
      refusal(planCheck({ ...world.checkPlan, ...more }, planning(inspector)));
    assert.equal(plan({ inspectors: ["WATER"] }).code, "bodyNotInspecting");
    const draw = { code: "2026-Q2-1" as DrawCode, body: "COURT" as BodyCode };
    assert.equal(plan({ kind: "drawn" }).code, "choiceUnknown");
    assert.equal(plan({ draw }).code, "choiceUnknown");
    assert.equal(plan({ kind: "drawn", draw }).code, "notYourBody");
    assert.equal(plan({ due: day("2026-05-14"), start: day("2026-05-01") }).code, "notLater");
    assert.equal(plan({ due: day("2026-05-16"), start: day("2026-05-20") }).code, "endsBeforeStart");
    assert.equal(plan({ frame: { of: "problem", standing: "kept" } }).code, "choiceUnknown");
    assert.equal(
      plan({ checklist: Array.from({ length: 21 }, (_, at) => `问题${at}`) }).code,
      "numberOutOfRange",
    );
  });

  test("gives each subject to a body without a part in it, in turn, and says who stands aside", () => {
    const subject = (...owners: string[]): FrozenSubject => ({
      ...frozen[0],
      owners: owners.map((code) => bodyCode(code)) as unknown as FrozenSubject["owners"],
    });
    const plan = value(
      planCheck({ ...world.checkPlan, inspectors: ["AUDIT", "COURT"] }, planning(inspector)),
    ).state;
    const owners = [["WATER"], ["SF"], ["COURT", "SF"], ["SF", "COURT"], ["COURT", "AUDIT"]];
    const list = owners.map((codes) => subject(...codes));
    const { subjects } = value(openCheck(plan, { frozen: list }, context(inspector))).state;
    assert.deepEqual(
      subjects.map(({ number, inspector: who, recused }) => [number, who, recused]),
      [
        [1, "AUDIT", []],
        [2, "COURT", []],
        [3, "AUDIT", ["COURT"]],
        [4, "AUDIT", ["COURT"]],
        [5, undefined, ["AUDIT", "COURT"]],
      ],
    );
    const drawn = list.map((one) => ({ ...one, drawn: ["COURT" as BodyCode] }));
    const lots = value(openCheck(plan, { frozen: drawn }, context(inspector))).state.subjects;
    assert.deepEqual(
      lots.map(({ inspector: who }) => who),
      ["COURT", "COURT", "AUDIT", "AUDIT", undefined],
    );
    assert.ok(lots.every((one) => !("drawn" in one)));
  });

  test("hands a subject on to another inspecting body with a reason: never to its owner, nor once it was looked at", () => {
    const pass = (to: string, more: { readonly reason?: string; readonly found?: Set<number> } = {}) =>
      reassignSubject(
        running(),
        { number: 1, to, reason: more.reason ?? "工作调整" },
        { ...context(inspector), bodies, found: more.found ?? none },
      );
    const { state, event } = value(pass("DISC"));
    assert.deepEqual(
      [state.subjects[0]?.inspector, event.reason, state.inspectors],
      ["DISC", "工作调整", ["AUDIT", "DISC"]],
    );
    assert.deepEqual(refusal(pass("COURT")), { code: "ownWork", body: "COURT" });
    assert.equal(refusal(pass("SF")).code, "bodyNotInspecting");
    assert.equal(refusal(pass("AUDIT")).code, "nothingChanged");
    assert.equal(refusal(pass("DISC", { reason: "" })).code, "reasonMissing");
    assert.equal(refusal(pass("DISC", { found: new Set([1]) })).code, "findingThere");
  });

  test("ends with a reason for every subject that nobody looked at; until then its last day counts", () => {
    const end = (missed: Record<number, string>) =>
      finishCheck(running(), { missed }, { ...context(inspector), found: new Set([1]) });
    assert.deepEqual(refusal(end({})), { code: "textMissing", field: "missed.2" });
    const { state } = value(end({ 2: "现场封闭施工" }));
    assert.deepEqual(
      state.subjects.map(({ missed }) => missed),
      [undefined, "现场封闭施工"],
    );
    assert.deepEqual(checkStandingOf(running(), day("2026-05-29")), { is: "running", days: 0 });
    assert.deepEqual(checkStandingOf(running(), day("2026-05-30")), { is: "overdue", days: 1 });
    assert.deepEqual(
      [
        isMissed(running(), day("2026-05-29")),
        isMissed(running(), day("2026-05-30")),
        isMissed(state, today),
      ],
      [false, true, true],
    );
  });
});

describe("a finding", () => {
  test("is recorded by the body it was given to, which is not the owner and never acted for it", () => {
    assert.deepEqual([found().body, found().owners], ["AUDIT", ["COURT", "SF"]]);
    assert.equal(refusal(record(running(), clerk)).code, "roleMayNot");
    assert.deepEqual(refusal(record(running(), court)), { code: "ownWork", body: "COURT" });
    assert.deepEqual(refusal(record(running(), by("inspector", "SF", true))), {
      code: "ownWork",
      body: "SF",
    });
    assert.deepEqual(refusal(record(running(), disc)), { code: "notYourBody", body: "AUDIT" });
    const acted = { ...inspecting(inspector, true), existing: undefined };
    assert.deepEqual(refusal(recordFinding(running(), saying, acted)), {
      code: "actedForOwner",
      body: "COURT",
    });
  });

  test("says what was looked at on a day that has been, and answers only what was asked", () => {
    const say = (more: object) => refusal(record(running(), inspector, more)).code;
    assert.equal(say({ finding: " " }), "textMissing");
    assert.equal(say({ on: day("2026-05-16") }), "dayInFuture");
    assert.equal(say({ answers: { "9": "yes" } }), "choiceUnknown");
  });

  test("is revised with a reason by the same body, on what it has seen, and never by the owner", () => {
    const revise = (who: By, more: object = {}) =>
      reviseFinding(
        found(),
        { ...saying, conclusion: "partly", reason: "复看", ...more },
        { ...inspecting(who), check: running() },
      );
    const { state, event } = value(revise(inspector));
    assert.deepEqual(
      [state.conclusion, state.revisedOn, state.version, event.reason],
      ["partly", today, 2, "复看"],
    );
    assert.equal(refusal(revise(court)).code, "ownWork");
    assert.deepEqual(refusal(revise(disc)), { code: "notYourBody", body: "AUDIT" });
    assert.equal(refusal(revise(inspector, { reason: "" })).code, "reasonMissing");
    assert.equal(refusal(revise(inspector, { conclusion: "confirmed" })).code, "nothingChanged");
    assert.equal(refusal(revise(inspector, { seenVersion: 7 })).code, "changedMeanwhile");
  });

  test("is shown with evidence of its own body alone", () => {
    const photo = {
      sha256: "0".repeat(64),
      fileName: "1.jpg",
      mediaType: "image/jpeg",
      size: 1,
      caption: "窗口",
      showsOn: today,
      screening: "picture",
    } as const;
    const show = (who: By) =>
      addEvidence(["COURT" as Body["code"]], photo, context(who), { inspected: found().body });
    assert.equal(show(inspector).ok, true);
    assert.deepEqual(
      [clerk, court, disc].map((who) => refusal(show(who)).code),
      ["roleMayNot", "ownWork", "notYourBody"],
    );
  });

  test("about a problem that was declared fixed strikes it off or returns it; after that it is a look-back", () => {
    const about = (conclusion: Finding["conclusion"]): Finding => ({ ...found({ conclusion }), number: 2 });
    const follow = (problem: Problem, conclusion: Finding["conclusion"], due?: typeof today) =>
      followFinding(problem, about(conclusion), {
        ...context(inspector),
        evidenceCount: 1,
        due,
        lookBackAfterDays: 30,
      });
    const gone = value(follow(world.fixed(), "confirmed"))?.state;
    assert.deepEqual([gone?.stage, gone?.lookBackDue], ["delisted", "2026-06-14"]);
    assert.equal(value(follow(world.fixed(), "partly"))?.state.stage, "returned");
    assert.equal(value(follow(world.fixed(), "cannotBeVerified")), undefined);
    assert.equal(value(follow(world.problem(), "confirmed")), undefined);
    assert.ok(gone !== undefined);
    assert.equal(value(follow(gone, "confirmed"))?.state.lookedBackOn, today);
    assert.deepEqual(refusal(follow(gone, "notConfirmed")), { code: "textMissing", field: "due" });
    assert.equal(value(follow(gone, "notConfirmed", day("2026-08-01")))?.state.stage, "reopened");
  });

  test("of a single inspection is refused to those who had a part in the work before anything is opened", () => {
    const single = (who: By) => singleCheck({ of: "commitment", ...frozen[0] }, planning(who));
    assert.equal(refusal(single(court)).code, "ownWork");
    assert.equal(value(single(inspector)).state.subjects[0]?.inspector, "AUDIT");
  });
});

describe("an appeal", () => {
  const appeal = (who: By, on = today) =>
    appealFinding(
      found({ conclusion: "partly" }),
      { text: "有三件当天已更正" },
      { ...context(who, on), appealDays: 15 },
    );
  test("is the owner's, once, until the last day of the time set", () => {
    assert.equal(lastAppealDay(found(), 15), "2026-05-30");
    assert.equal(appeal(clerk, day("2026-05-30")).ok, true);
    assert.deepEqual(refusal(appeal(clerk, day("2026-05-31"))), {
      code: "appealTooLate",
      last: "2026-05-30",
    });
    assert.equal(refusal(appeal(by("officer", "SF"))).code, "notYourBody");
    assert.equal(refusal(appeal(inspector)).code, "roleMayNot");
  });

  test("is answered by an inspecting body that neither owns the work nor wrote the appeal", () => {
    const answer = (who: By, more: object = {}, acted = false) =>
      answerAppeal(
        appealed(),
        { outcome: "stands", text: "原始记录未改", ...more },
        { ...inspecting(who), acted },
      );
    assert.deepEqual(value(answer(inspector)).state.appeal?.answer?.outcome, "stands");
    const other = value(answer(disc, { outcome: "changed", conclusion: "confirmed" })).state;
    assert.deepEqual([other.body, other.conclusion, other.finding], ["DISC", "confirmed", "原始记录未改"]);
    assert.equal(refusal(answer(clerk)).code, "roleMayNot");
    assert.equal(refusal(answer(court)).code, "ownWork");
    assert.equal(refusal(answer(inspector, {}, true)).code, "actedForOwner");
    assert.equal(refusal(answer(inspector, { outcome: "changed" })).code, "textMissing");
    assert.equal(
      refusal(answer(inspector, { outcome: "changed", conclusion: "partly" })).code,
      "nothingChanged",
    );
    const both: By = { ...steward, body: bodyCode("DISC"), inspects: true };
    const written = value(appeal(both)).state;
    assert.deepEqual(refusal(answerAppeal(written, { outcome: "stands", text: "维持" }, inspecting(disc))), {
      code: "ownWork",
      body: "DISC",
    });
  });
});
