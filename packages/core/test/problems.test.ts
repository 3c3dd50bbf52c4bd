// Problems: who may open, list, extend, confirm, return and reopen them; and that no owner ever strikes off its own.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { addDays } from "@yinuo/period";
import * as fc from "fast-check";
import {
  addEvidence,
  amendProblem,
  bodyCode,
  declareFixed,
  delistProblem,
  extendProblem,
  finishStep,
  listProblem,
  lookBack,
  moveProblem,
  openProblem,
  planProblem,
  problemStandingOf,
  reopenProblem,
  returnProblem,
  type By,
  type Change,
  type Problem,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";

const { day, today, value, refusal, problem, listed, fixed, delist, clerk, inspector, steward } = world;
const shown = (by: By, evidenceCount = 1) => ({ ...world.context(by), evidenceCount });
const court = world.by("inspector", "COURT", true);
const found = { on: today, text: "坡道仍被占用" };

test("a body reports its own problem, an inspector that of another body, and neither the other way round", () => {
  assert.equal(problem().reportedBy, "COURT");
  assert.equal(problem({ origin: "finding" }).reportedBy, "AUDIT");
  const finding = { ...world.trouble, origin: "finding" } as const;
  assert.equal(refusal(openProblem(finding, world.opening(clerk))).code, "roleMayNot");
  assert.equal(refusal(openProblem(finding, world.opening(court))).code, "ownWork");
  assert.equal(refusal(openProblem(world.trouble, world.opening(inspector))).code, "roleMayNot");
  assert.equal(
    refusal(openProblem({ ...world.trouble, owner: "SF" }, world.opening(clerk))).code,
    "notYourBody",
  );
  assert.equal(
    refusal(openProblem({ ...world.trouble, owner: "OLD" }, world.opening(steward))).code,
    "bodyClosed",
  );
});

test("a problem names a place or a service, or is not taken", () => {
  assert.deepEqual(refusal(openProblem({ ...world.trouble, place: " " }, world.opening())), {
    code: "textMissing",
    field: "place",
  });
});

test("listing, delisting, returning, looking back and reopening are refused to the owner's inspectors", () => {
  const gone = value(delist(fixed())).state;
  const answers: readonly Result<unknown, Refusal>[] = [
    listProblem(problem(), { level: "county", deadline: day("2026-06-01") }, world.context(court)),
    delistProblem(fixed(), found, world.context(court)),
    returnProblem(fixed(), found, shown(court)),
    lookBack(gone, found, world.context(court)),
    reopenProblem(gone, { ...found, due: day("2026-09-01") }, shown(court)),
  ];
  for (const answer of answers) assert.deepEqual(refusal(answer), { code: "ownWork", body: "COURT" });
});

test("whoever declared it fixed for the owner does not confirm it either", () => {
  const both: By = { ...steward, body: bodyCode("AUDIT"), inspects: true };
  const declared = value(declareFixed(problem(), { text: "已清理", on: today }, shown(both))).state;
  assert.deepEqual(refusal(delist(declared, both)), { code: "ownWork", body: "AUDIT" });
});

test("declared fixed needs evidence, and after a return new evidence", () => {
  const say = { text: "已清理", on: today };
  assert.equal(refusal(declareFixed(problem(), say, shown(clerk, 0))).code, "evidenceMissing");
  const returned = value(returnProblem(fixed(), found, shown(inspector, 2))).state;
  assert.deepEqual([returned.stage, returned.returns, returned.checked?.text], ["returned", 1, found.text]);
  assert.equal(refusal(declareFixed(returned, say, shown(clerk, 2))).code, "evidenceMissing");
  assert.equal(value(declareFixed(returned, say, shown(clerk, 3))).state.stage, "declared");
});

test("an extension keeps the first deadline, and of a listed problem only another body grants one", () => {
  const own = value(extendProblem(problem(), { due: day("2026-08-01"), reason: "雨季" }, world.context()));
  assert.deepEqual(
    [own.state.due, own.state.firstDue, own.event.reason],
    ["2026-08-01", "2026-06-30", "雨季"],
  );
  const granted = value(
    extendProblem(listed(), { due: day("2026-07-15"), reason: "材料到货晚" }, world.context(inspector)),
  ).state.listing;
  assert.deepEqual([granted?.deadline, granted?.firstDeadline], ["2026-07-15", "2026-06-15"]);
});

test("the look-back is due ninety days after the check; then it says so until somebody has looked", () => {
  const gone = value(delist(fixed())).state;
  assert.equal(gone.lookBackDue, addDays(today, 90));
  assert.deepEqual(problemStandingOf(gone, addDays(today, 90)), { is: "delisted" });
  assert.deepEqual(problemStandingOf(gone, addDays(today, 91)), { is: "lookBackDue", days: 1 });
  const held = value(lookBack(gone, found, world.context(inspector))).state;
  assert.deepEqual(problemStandingOf(held, addDays(today, 400)), { is: "delisted" });
});

test("a problem that is back is open again with a new deadline beside the first", () => {
  const back = value(
    reopenProblem(value(delist(fixed())).state, { ...found, due: day("2026-09-01") }, shown(inspector)),
  ).state;
  assert.deepEqual(
    [back.stage, back.due, back.firstDue, back.reopenings],
    ["reopened", "2026-09-01", "2026-06-30", 1],
  );
});

test("a deadline's last day counts; the listing's deadline goes before the owner's own", () => {
  assert.deepEqual(problemStandingOf(listed(), day("2026-06-15")), { is: "listed", days: 0 });
  assert.deepEqual(problemStandingOf(listed(), day("2026-06-16")), { is: "overdue", days: 1 });
  assert.deepEqual(problemStandingOf(problem(), day("2026-06-16")), { is: "open", days: 14 });
});

test("a plan is changed with a reason, and its done steps and first dates stay", () => {
  const [first, second] = [
    { title: "拆除障碍", due: day("2026-05-20") },
    { title: "设隔离桩", due: day("2026-06-10") },
  ];
  const planned = value(planProblem(problem(), { steps: [first, second] }, world.context())).state;
  const done = value(finishStep(planned, { step: "1", doneOn: today }, world.context())).state;
  const later = { code: "2", title: "设隔离桩", due: day("2026-06-20") };
  const kept = { code: "1", ...first };
  assert.equal(refusal(planProblem(done, { steps: [kept, later] }, world.context())).code, "reasonMissing");
  const changed = planProblem(done, { steps: [kept, later], reason: "缺料" }, world.context());
  assert.deepEqual(
    value(changed).state.steps.map(({ due, firstDue, doneOn }) => [due, firstDue, doneOn]),
    [
      ["2026-05-20", "2026-05-20", today],
      ["2026-06-20", "2026-06-10", undefined],
    ],
  );
  assert.equal(
    refusal(planProblem(done, { steps: [later], reason: "缺料" }, world.context())).code,
    "doneMilestoneRemoved",
  );
});

test("an inspector shows what was seen at another body, and never at their own", () => {
  const photo = {
    sha256: "0".repeat(64),
    fileName: "1.jpg",
    mediaType: "image/jpeg",
    size: 1,
    caption: "坡道",
    showsOn: today,
    screening: "picture",
  } as const;
  const show = (by: By) => addEvidence([world.court.code], photo, world.context(by), { inspected: true });
  assert.equal(value(show(inspector)).state.caption, "坡道");
  assert.equal(refusal(show(court)).code, "ownWork");
});

const move = (was: Problem, owner: string, by: By) =>
  moveProblem(was, { owner, reason: "不归法院管" }, { ...world.opening(by) });
const WORDING = { title: "东门坡道被占用", detail: "轮椅不能通行", place: "东门", reason: "写明是哪个门" };

test("a problem is handed over by an inspector of another body, with a reason, and its owners never confirm it", () => {
  const moved = value(move(problem(), "SF", inspector));
  assert.deepEqual(
    [moved.state.owner, moved.state.formerOwners, moved.event.reason],
    ["SF", ["COURT"], "不归法院管"],
  );
  assert.equal(refusal(move(problem(), "SF", clerk)).code, "roleMayNot");
  assert.equal(refusal(move(problem(), "SF", court)).code, "ownWork");
  assert.equal(refusal(move(problem(), "COURT", inspector)).code, "nothingChanged");
  assert.equal(refusal(move(problem(), "AUDIT", inspector)).code, "ownerTookPart");
  assert.equal(
    refusal(moveProblem(problem(), { owner: "SF", reason: " " }, world.opening(inspector))).code,
    "reasonMissing",
  );
  for (const former of [court, world.by("inspector", "SF", true)]) {
    assert.equal(
      refusal(listProblem(moved.state, { level: "city", deadline: day("2026-12-01") }, world.context(former)))
        .code,
      "ownWork",
    );
    assert.equal(refusal(move(moved.state, "COURT", former)).code, "ownWork");
  }
});

test("the wording is amended by whoever may check it, and by the body that reported it until it is listed", () => {
  const amended = value(amendProblem(problem(), WORDING, world.context(clerk))).state;
  assert.deepEqual([amended.title, amended.place, amended.version], ["东门坡道被占用", "东门", 2]);
  assert.equal(refusal(amendProblem(listed(), WORDING, world.context(clerk))).code, "roleMayNot");
  assert.equal(
    value(amendProblem(listed(), WORDING, world.context(inspector))).state.title,
    "东门坡道被占用",
  );
  assert.equal(
    refusal(amendProblem(problem({ origin: "finding" }), WORDING, world.context(clerk))).code,
    "roleMayNot",
  );
  assert.equal(
    refusal(amendProblem(amended, { ...WORDING, seenVersion: 1 }, world.context(clerk))).code,
    "changedMeanwhile",
  );
  assert.equal(
    refusal(amendProblem(problem(), { ...WORDING, reason: "" }, world.context(clerk))).code,
    "reasonMissing",
  );
});

const ACTORS: readonly By[] = [
  clerk,
  court,
  world.by("steward", "COURT", true),
  steward,
  inspector,
  world.by("steward", "AUDIT", true),
  world.by("officer", "AUDIT", true),
  world.by("inspector", "SF", true),
  world.by("editor", "COURT"),
];
const OWNERS_HAND = ACTORS.filter(({ body }) => body === "COURT");

type Deed = (was: Problem, by: By) => Result<Change<Problem>, Refusal>;
const DEEDS: readonly Deed[] = [
  (was, by) => listProblem(was, { level: "city", deadline: day("2026-12-01") }, world.context(by)),
  (was, by) => extendProblem(was, { due: day("2027-01-01"), reason: "延期" }, world.context(by)),
  (was, by) => planProblem(was, { steps: [{ title: "整改", due: today }] }, world.context(by)),
  (was, by) => finishStep(was, { step: "1", doneOn: today }, world.context(by)),
  (was, by) => declareFixed(was, { text: "到位", on: today }, shown(by, 99)),
  (was, by) => delist(was, by),
  (was, by) => returnProblem(was, found, shown(by)),
  (was, by) => lookBack(was, found, world.context(by)),
  (was, by) => reopenProblem(was, { ...found, due: day("2027-03-01") }, shown(by)),
  (was, by) => move(was, "SF", by),
  (was, by) => move(was, "COURT", by),
];

const sequence = (actors: readonly By[]) =>
  fc.array(fc.tuple(fc.constantFrom(...DEEDS), fc.constantFrom(...actors)), {
    minLength: 20,
    maxLength: 80,
    size: "max",
  });

test("no sequence of actions, whoever acts, strikes a problem off by the owner's or the declarer's own hand", () => {
  let delistings = 0;
  fc.assert(
    fc.property(sequence(ACTORS), (deeds) => {
      let state = problem();
      for (const [deed, by] of deeds) {
        const decided = deed(state, by);
        if (!decided.ok) continue;
        if (decided.value.event.verb === "problem.delisted") {
          delistings += 1;
          assert.notEqual(by.body, state.owner);
          assert.ok(!(state.formerOwners ?? []).some((one) => one === by.body));
          assert.notEqual(by.body, state.declared?.body);
          assert.equal(decided.value.state.checked?.body, by.body);
        }
        state = decided.value.state;
      }
    }),
    { seed: 20261125, numRuns: 900 },
  );
  assert.ok(delistings > 200, `the sequences reached a delisting only ${delistings} times`);
});

test("no sequence by accounts of the owner alone ends struck off or listed", () => {
  fc.assert(
    fc.property(sequence(OWNERS_HAND), (deeds) => {
      let state = problem();
      for (const [deed, by] of deeds) {
        const decided = deed(state, by);
        if (decided.ok) state = decided.value.state;
      }
      assert.ok(state.stage === "open" || state.stage === "declared", state.stage);
    }),
    { seed: 20261125, numRuns: 400 },
  );
});
