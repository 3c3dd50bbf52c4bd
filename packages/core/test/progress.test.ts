// Progress, declarations and verdicts: who may say what, and that nobody confirms their own work.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import {
  addEvidence,
  amendCommitment,
  declareDone,
  editDraft,
  FINDING_CONCLUSIONS,
  finishMilestone,
  giveVerdict,
  publishCommitment,
  recordProgress,
  reopenMilestone,
  takeBackDeclaration,
  VERDICT_OF,
  withdrawCommitment,
  type By,
  type Change,
  type Commitment,
  type Context,
  type Finding,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";
import {
  by,
  clerk,
  context,
  court,
  day,
  draft,
  finding as found,
  inspector,
  justice,
  promise,
  published,
  refusal,
  steward,
  today,
  value,
} from "./world.ts";

const declared = (): Commitment =>
  value(declareDone(published(), { on: day("2026-05-10") }, context())).state;

describe("progress", () => {
  test("breaks the silence on the day it is recorded, and keeps the day it happened", () => {
    const decided = value(
      recordProgress(published(), { text: " 主体完工 ", happenedOn: day("2026-03-01") }, context()),
    );
    assert.deepEqual(decided.progress, { text: "主体完工", happenedOn: day("2026-03-01"), body: "COURT" });
    assert.deepEqual([decided.state.lastRecordedOn, decided.event.happenedOn], [today, day("2026-03-01")]);
  });

  test("may have happened today", () => {
    assert.equal(recordProgress(published(), { text: "完工", happenedOn: today }, context()).ok, true);
  });

  for (const [who, body] of [
    [by("officer", "SF"), "SF"],
    [steward, "COURT"],
    [by("steward", "WATER"), "COURT"],
    [by("steward", "SF"), "SF"],
  ] as const)
    test(`by a ${who.role} of ${who.body ?? "no body"} is ${body}'s`, () => {
      const decided = recordProgress(published(), { text: "完工", happenedOn: today }, context(who));
      assert.equal(value(decided).progress.body, body);
    });

  test("is not for an officer of a body without a part in it, an inspector or a draft", () => {
    const input = { text: "完工", happenedOn: today };
    assert.deepEqual(refusal(recordProgress(published(), input, context(by("officer", "WATER")))), {
      code: "notYourBody",
      body: "COURT",
    });
    assert.deepEqual(refusal(recordProgress(published(), input, context(inspector))), {
      code: "roleMayNot",
      role: "inspector",
    });
    assert.equal(refusal(recordProgress(draft(), input, context())).code, "wrongStage");
  });
});

describe("a milestone", () => {
  const finish = { milestone: "M1", doneOn: day("2026-03-31"), evidenceCount: 1 };

  test("is done with evidence, and reopened with a reason", () => {
    const { state } = value(finishMilestone(published(), finish, context(by("officer", "SF"))));
    assert.deepEqual(
      state.milestones.map(({ doneOn }) => doneOn),
      [day("2026-03-31"), undefined],
    );
    const reopened = value(reopenMilestone(state, { milestone: "M1", reason: "验收未过" }, context()));
    assert.deepEqual(
      reopened.state.milestones.map(({ doneOn }) => doneOn),
      [undefined, undefined],
    );
    assert.equal(reopened.event.reason, "验收未过");
  });

  test("cannot be done tomorrow", () => {
    assert.equal(
      refusal(finishMilestone(published(), { ...finish, doneOn: day("2026-05-16") }, context())).code,
      "dayInFuture",
    );
  });

  test("is not reopened without a reason", () => {
    const { state } = value(finishMilestone(published(), finish, context()));
    assert.equal(
      refusal(reopenMilestone(state, { milestone: "M1", reason: "" }, context())).code,
      "reasonMissing",
    );
  });
});

describe("evidence", () => {
  const photo = {
    sha256: "0".repeat(64),
    fileName: "窗口.jpg",
    mediaType: "image/jpeg",
    size: 90_000,
    caption: " 新开窗口 ",
    showsOn: day("2026-05-01"),
    screening: "picture",
  } as const;

  test("has a caption and the day it shows, and comes from a body with a part in the work", () => {
    const { state, event } = value(
      addEvidence([court.code, justice.code], photo, context(by("officer", "SF"))),
    );
    assert.deepEqual([state.caption, event.happenedOn], ["新开窗口", day("2026-05-01")]);
    assert.equal(refusal(addEvidence([court.code], photo, context(by("officer", "SF")))).code, "notYourBody");
    assert.equal(
      refusal(addEvidence([court.code], { ...photo, caption: "" }, context())).code,
      "textMissing",
    );
    assert.equal(
      refusal(addEvidence([court.code], { ...photo, showsOn: day("2027-01-01") }, context())).code,
      "dayInFuture",
    );
  });
});

describe("a declaration", () => {
  test("is a claim and not a verdict, and may be taken back with a reason", () => {
    assert.deepEqual([declared().stage, declared().verdict], ["declared", undefined]);
    const back = value(takeBackDeclaration(declared(), "仍有尾工", context())).state;
    assert.deepEqual([back.stage, back.declaredOn], ["published", undefined]);
    assert.equal(refusal(takeBackDeclaration(declared(), " ", context())).code, "reasonMissing");
    assert.equal(refusal(takeBackDeclaration(published(), "误报", context())).code, "wrongStage");
  });

  test("is the lead's alone, and not for a day to come", () => {
    assert.equal(
      refusal(declareDone(published(), { on: today }, context(by("officer", "SF")))).code,
      "notYourBody",
    );
    assert.equal(refusal(declareDone(published(), { on: day("2026-05-16") }, context())).code, "dayInFuture");
  });
});

describe("a verdict", () => {
  for (const conclusion of FINDING_CONCLUSIONS)
    test(`is ${VERDICT_OF[conclusion]} where a finding is ${conclusion}, and names the inspecting body and what it found`, () => {
      const { state, event } = value(giveVerdict(declared(), found({ conclusion }), context(inspector)));
      const { finding, on } = found();
      assert.deepEqual(state.verdict, {
        conclusion: VERDICT_OF[conclusion],
        body: "AUDIT",
        on,
        finding,
        check: "2026-001",
        number: 1,
      });
      assert.deepEqual([state.stage, event.happenedOn], ["judged", on]);
    });

  test("does not wait for a declaration once the due day is past: not on the day itself, but the day after", () => {
    const judge = (on: string): Result<unknown, Refusal> =>
      giveVerdict(published(), found(), context(inspector, day(on)));
    assert.equal(refusal(judge("2026-06-30")).code, "wrongStage");
    assert.equal(judge("2026-07-01").ok, true);
  });

  const SENTENCES: readonly [string, By, Refusal["code"]][] = [
    ["an officer, even of an inspecting body", by("officer", "AUDIT", true), "roleMayNot"],
    ["an editor", by("editor", "AUDIT", true), "roleMayNot"],
    ["an inspector of a body that does not inspect", by("inspector", "WATER"), "notInspecting"],
    ["a steward without a body", steward, "notInspecting"],
    ["a steward whose body does not inspect", by("steward", "WATER"), "notInspecting"],
    ["an inspecting lead", by("inspector", "COURT", true), "ownWork"],
    ["an inspecting co-operating body", by("inspector", "SF", true), "ownWork"],
    ["a steward of an inspecting lead", by("steward", "COURT", true), "ownWork"],
  ];
  for (const [who, account, code] of SENTENCES)
    test(`is not for ${who}`, () => {
      assert.equal(refusal(giveVerdict(declared(), found(), context(account))).code, code);
    });

  test("may be given by a steward who speaks for an inspecting body with no part in the work", () => {
    assert.equal(giveVerdict(declared(), found(), context(by("steward", "AUDIT", true))).ok, true);
  });

  test("comes from the finding of that body about that commitment, and of no other", () => {
    const [, other] = world.frozen;
    const judge = (finding: Finding) => refusal(giveVerdict(declared(), finding, context(inspector))).code;
    assert.equal(judge({ ...found(), body: world.justice.code }), "notYourBody");
    assert.equal(judge({ ...found(), subject: other.key }), "commitmentUnknown");
  });

  test("changes with the finding it came from, and with a look-back; another finding decides nothing", () => {
    const judged = value(giveVerdict(declared(), found(), context(inspector))).state;
    const worse = found({ conclusion: "notConfirmed" });
    const again = value(giveVerdict(judged, worse, context(inspector)));
    assert.deepEqual(
      [again.state.verdict?.conclusion, again.event.verb],
      ["notKept", "commitment.verdict-changed"],
    );
    const other = { ...worse, number: 7 };
    assert.equal(refusal(giveVerdict(judged, other, context(inspector))).code, "wrongStage");
    const looked = giveVerdict(judged, other, { ...context(inspector), lookBack: true });
    assert.equal(value(looked).state.verdict?.number, 7);
  });
});

describe("any sequence of verbs by anybody", () => {
  type Verb = (commitment: Commitment, at: Context) => Result<Change<Commitment>, Refusal>;
  const full = (at: Context) => context(at.by, at.today);
  const VERBS: readonly Verb[] = [
    (one, at) => editDraft(one, { ...promise, title: `第${one.version}版` }, full(at)),
    (one, at) => publishCommitment(one, full(at)),
    (one, at) => amendCommitment(one, { ...promise, title: `第${one.version}版` }, "调整", full(at)),
    (one, at) => withdrawCommitment(one, "取消", at),
    (one, at) => recordProgress(one, { text: "推进", happenedOn: at.today }, at),
    (one, at) => finishMilestone(one, { milestone: "M1", doneOn: at.today, evidenceCount: 1 }, at),
    (one, at) => reopenMilestone(one, { milestone: "M1", reason: "误报" }, at),
    (one, at) => declareDone(one, { on: at.today }, at),
    (one, at) => takeBackDeclaration(one, "误报", at),
    (one, at) => giveVerdict(one, found(), at),
  ];
  const who = fc.record({
    role: fc.constantFrom("steward", "officer", "inspector", "editor"),
    body: fc.constantFrom("COURT", "SF", "WATER", "AUDIT", undefined),
    inspects: fc.boolean(),
  });
  const act = fc.record({
    verb: fc.constantFrom(...VERBS),
    by: fc.oneof(
      fc.constantFrom(clerk, steward, inspector),
      who.map(({ role, body, inspects }) => by(role, body, inspects)),
    ),
    today: fc.constantFrom(day("2026-05-15"), day("2026-06-30"), day("2026-07-01")),
  });

  test("is judged only by an inspecting body with no part in the work, and then rests; withdrawn rests too", () => {
    let judged = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(draft(), published(), declared()),
        fc.array(act, { maxLength: 14 }),
        (start, acts) => {
          let now: Commitment = start;
          for (const { verb, ...at } of acts) {
            const decided = verb(now, at);
            if (!decided.ok) continue;
            const { state } = decided.value;
            assert(now.stage !== "judged" && now.stage !== "withdrawn", `${now.stage} changed`);
            assert(at.by.role !== "editor");
            if (state.stage === "judged") {
              judged += 1;
              assert(at.by.inspects && (at.by.role === "inspector" || at.by.role === "steward"));
              assert(
                at.by.body !== undefined && at.by.body !== state.lead && !state.support.includes(at.by.body),
              );
              assert.equal(state.verdict?.body, at.by.body);
            } else {
              assert(at.by.role === "steward" || at.by.body === state.lead || at.by.body === "SF");
              assert.equal(state.verdict, undefined);
            }
            now = state;
          }
        },
      ),
      { seed: 20260930, numRuns: 600 },
    );
    assert(judged > 20, `only ${judged} sequences were judged: the property says too little`);
  });
});
