// Draws: who may plan and hold them, that rolls are final, that no second seed can be chosen, and that picks are never edited.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { runDraw, seedDigest, planDigest, readFrame } from "@yinuo/random-draw";
import {
  abortDraw,
  callOffDraw,
  drawnSubjects,
  drawTold,
  planDraw,
  replaceDrawn,
  rollDice,
  type Draw,
  type DrawInput,
  type EarlierPlan,
  type PlanningContext,
} from "../src/index.ts";
import * as world from "./world.ts";

const { value, refusal, plannedDraw, drawnDraw, ceremony, ROLLS, inspector } = world;
const plan = (input: Partial<DrawInput>, context: Partial<PlanningContext> = {}) =>
  planDraw({ ...world.drawInput, ...input }, world.planning(context));
const roll = (draw: Draw, first: string, second = first) => rollDice(draw, { first, second }, ceremony());
const over = (draw: Draw, leaf: string | undefined = "5e".repeat(32)): EarlierPlan => ({ ...draw, leaf });
const double: Partial<DrawInput> = {
  inspectors: {
    each: 1,
    recused: [{ inspector: "AUDIT-1", subject: "2026/GS-05", reason: "起草过这一事项" }],
  },
};

test("an inspecting body plans: the frame by its filter, each stratum its share, the dice declared", () => {
  const draw = plannedDraw();
  assert.deepEqual([draw.code, draw.number, draw.body, draw.stage], ["2026-Q2-1", 1, "AUDIT", "planned"]);
  assert.deepEqual(draw.plan.strata, [
    { id: "COURT", size: 4, draw: 2 },
    { id: "WATER", size: 6, draw: 2 },
  ]);
  assert.deepEqual(draw.plan.seed, [{ source: "dice", sides: 10, rolls: 20 }]);
  assert.equal(plannedDraw({ sides: 6 }).plan.seed[0]?.source === "dice" && draw.plan.frozenAt, 120);
  const told = drawTold(draw);
  assert.equal(told["plan"], planDigest(draw.plan));
  assert.equal(told["frame"], draw.plan.frame);
});

test("nobody else plans, rolls, aborts, replaces or calls off", () => {
  const others = [
    [world.clerk, "roleMayNot"],
    [world.by("editor", "COURT"), "roleMayNot"],
    [world.by("inspector", "COURT"), "notInspecting"],
    [world.steward, "notInspecting"],
  ] as const;
  for (const [by, code] of others) {
    assert.equal(refusal(plan({}, { by })).code, code);
    const [planned, drawn, at] = [plannedDraw(), drawnDraw(), ceremony(by)];
    assert.equal(refusal(rollDice(planned, { first: "1", second: "1" }, at)).code, code);
    assert.equal(refusal(abortDraw(planned, "停电", at)).code, code);
    assert.equal(refusal(callOffDraw(drawn, "停电", at)).code, code);
    assert.equal(refusal(replaceDrawn(drawn, { id: "x", reason: "停工" }, at)).code, code);
  }
  const other = ceremony(world.by("inspector", "SF", true));
  assert.equal(refusal(rollDice(plannedDraw(), { first: "1", second: "1" }, other)).code, "notYourBody");
  assert.equal(refusal(abortDraw(plannedDraw(), "停电", other)).code, "notYourBody");
});

test("a sample size is counted from a question, and every stratum has at least one", () => {
  const asked = { sharePercent: 5, surePercent: 95 };
  assert.equal(value(plan({ sample: asked })).state.plan.strata[0]?.draw, 4);
  const few = value(plan({ sample: { sharePercent: 90, surePercent: 50 } })).state;
  assert.deepEqual(
    few.plan.strata.map(({ draw }) => draw),
    [1, 1],
  );
  assert.equal(refusal(plan({ sample: { sharePercent: 5, surePercent: 100 } })).code, "numberOutOfRange");
});

test("what is left out is named with its reason, and must have been eligible", () => {
  const draw = value(plan({ excluded: [{ id: "2026/FY-01", reason: "灾后重建，暂不能进场" }] })).state;
  assert.equal(draw.frame.includes("2026/FY-01"), false);
  assert.equal(draw.plan.excluded.length, 1);
  assert.equal(refusal(plan({ excluded: [{ id: "2026/FY-99", reason: "停工" }] })).code, "notEligible");
  assert.equal(refusal(plan({ excluded: [{ id: "2026/FY-01", reason: " " }] })).code, "reasonMissing");
});

test("the same id twice, ids that look alike, and invisible characters make no frame", () => {
  const one = (id: string) => ({ id, bodies: [world.court.code] as const });
  for (const [ids, code] of [
    [["A-1", "A-1"], "frameIdTwice"],
    [["A-1", "a-1"], "frameIdsAlike"],
    [["A-1", "Ａ-１"], "frameIdsAlike"],
    [["A-1", "A\u200b-2"], "frameIdFaulty"],
    [["A-1 "], "frameIdFaulty"],
  ] as const) {
    const refused = refusal(plan({ sample: { draw: 1 } }, { matching: ids.map(one) }));
    assert.equal(refused.code === "drawRefused" && refused.refusal.code, code);
  }
});

test("a second plan of a round needs the first to be over and in the log, names it and says why", () => {
  const first = plannedDraw();
  const aborted = value(abortDraw(first, "停电", ceremony())).state;
  for (const open of [first, drawnDraw(), value(roll(first, "63")).state])
    assert.equal(refusal(plan({ reason: "重抽" }, { earlier: [over(open)] })).code, "roundOpen");
  const unlogged: EarlierPlan = { ...aborted, leaf: undefined };
  assert.equal(refusal(plan({ reason: "重抽" }, { earlier: [unlogged] })).code, "roundOpen");
  assert.equal(refusal(plan({}, { earlier: [over(aborted)] })).code, "reasonMissing");
  // Nor does another spelling of the round hide it.
  const second = value(plan({ round: "2026q2", reason: "停电后重抽" }, { earlier: [over(aborted)] })).state;
  assert.deepEqual([second.code, second.number, second.replaces], ["2026-Q2-2", 2, "2026-Q2-1"]);
  assert.deepEqual(second.plan.replaces, { leaf: "5e".repeat(32), reason: "停电后重抽" });
});

test("each roll is typed twice: a mismatch is named by its place in the whole, and nothing is kept", () => {
  const some = value(roll(plannedDraw(), "634 54")).state;
  assert.deepEqual([some.stage, some.rolls], ["rolling", "63454"]);
  const differs = refusal(roll(some, "660", "650"));
  assert.deepEqual(differs.code === "drawRefused" && differs.refusal, {
    code: "rollsDiffer",
    roll: 7,
    first: "6",
    second: "5",
  });
  for (const typed of ["", "x", ROLLS]) assert.equal(refusal(roll(some, typed)).code, "drawRefused", typed);
});

test("a form that is sent twice adds its rolls once", () => {
  const planned = plannedDraw();
  const input = { first: "634", second: "634", seenVersion: planned.version };
  const once = value(rollDice(planned, input, ceremony())).state;
  assert.equal(refusal(rollDice(once, input, ceremony())).code, "changedMeanwhile");
});

test("the last roll makes seed and draw, as anybody computes them, in one piece or roll by roll", () => {
  const whole = drawnDraw();
  let piecemeal = plannedDraw();
  for (const one of ROLLS) piecemeal = value(roll(piecemeal, one)).state;
  assert.deepEqual(piecemeal.result, whole.result);
  const subjects = readFrame(whole.frame);
  assert.ok(subjects.ok && whole.seed !== undefined);
  const again = runDraw({ plan: whole.plan, frames: { subjects: subjects.value }, seed: whole.seed });
  assert.ok(again.ok);
  assert.deepEqual(again.value, whole.result);
  assert.equal(drawTold(whole)["seed"], seedDigest(whole.seed));
  assert.equal(drawnSubjects(whole).length, 4);
});

test("no seed is chosen among several: nothing is rolled after the last roll, an abortion, or a calling off", () => {
  const aborted = value(abortDraw(value(roll(plannedDraw(), "634")).state, "骰子滚落", ceremony())).state;
  assert.deepEqual([aborted.rolls, aborted.ended?.reason], ["634", "骰子滚落"]);
  const off = value(callOffDraw(drawnDraw(), "名录有误", ceremony())).state;
  assert.ok(off.result !== undefined);
  for (const draw of [drawnDraw(), aborted, off])
    assert.equal(refusal(roll(draw, ROLLS)).code, "wrongDrawStage");
  assert.equal(refusal(callOffDraw(plannedDraw(), "改期", ceremony())).code, "wrongDrawStage");
  assert.deepEqual(drawnSubjects(off), []);
});

test("in a double draw nobody inspects their own body or where they are recused", () => {
  const draw = drawnDraw(value(plan({ ...double, sample: { draw: 10 } })).state);
  for (const { id, inspectors } of drawnSubjects(draw)) {
    assert.equal(inspectors.length, 1);
    if (id.startsWith("2026/FY")) assert.notEqual(inspectors[0], "COURT-1");
    if (id === "2026/GS-05") assert.notEqual(inspectors[0], "AUDIT-1");
  }
});

test("the next ticket takes a place, with a reason; the picks stay, and a second replacement follows the first", () => {
  const draw = drawnDraw(value(plan(double)).state);
  const [first] = draw.result?.picks ?? [];
  assert.ok(first);
  const context = { ...ceremony(), by: inspector };
  const once = value(replaceDrawn(draw, { id: first.id, reason: "道路冲毁" }, context)).state;
  assert.deepEqual(once.result?.picks, draw.result?.picks);
  const [taken] = once.result?.replaced ?? [];
  assert.ok(taken);
  assert.equal(
    drawnSubjects(once).some(({ id }) => id === first.id),
    false,
  );
  assert.equal(
    drawnSubjects(once).some(({ id }) => id === taken.by),
    true,
  );
  const [subject] = drawnSubjects(once);
  assert.ok(subject?.inspectors[0] !== undefined);
  const away = { id: subject.inspectors[0], subject: subject.id, reason: "另有任务" };
  const twice = value(replaceDrawn(once, away, context)).state;
  assert.equal(twice.result?.replaced.length, 2);
  assert.notDeepEqual(drawnSubjects(twice)[0]?.inspectors, subject.inspectors);
  assert.equal(refusal(replaceDrawn(twice, { id: first.id, reason: "又一次" }, context)).code, "drawRefused");
  assert.equal(refusal(replaceDrawn(twice, { id: taken.by, reason: " " }, context)).code, "reasonMissing");
});
