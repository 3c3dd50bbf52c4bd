// A commitment from draft to amendment: what may change, what never does.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import {
  amendCommitment,
  draftCommitment,
  editDraft,
  finishMilestone,
  publishCommitment,
  type Commitment,
  type CommitmentInput,
  type Milestone,
  type MilestoneInput,
} from "../src/index.ts";
import {
  context,
  day,
  draft,
  drafting,
  indicator,
  period,
  promise,
  published,
  refusal,
  steward,
  today,
  value,
} from "./world.ts";

const SETTINGS = { seed: 20260930, numRuns: 200 };
const amended = (
  commitment: Commitment,
  more: Partial<CommitmentInput>,
  reason = "上级调整任务",
): Commitment => value(amendCommitment(commitment, { ...promise, ...more }, reason, context())).state;

describe("a draft", () => {
  test("may be a title alone, as real lists have it, and be published so", () => {
    const bare = {
      code: "C-1",
      kind: "commitment",
      title: "Plant trees",
      lead: "COURT",
      support: [],
      targets: [],
      milestones: [],
    } as const;
    const state = value(draftCommitment(bare, drafting())).state;
    assert.equal(value(publishCommitment(state, context())).state.stage, "published");
  });

  test("is tidied: full-width codes, invisible marks and doubled bodies are gone", () => {
    const state = draft({ code: " ＦＹ－０１ ", title: "\u202e办结\u0007一万件 ", support: ["SF", "SF"] });
    assert.deepEqual([state.code, state.title, state.support], ["FY-01", "办结一万件", ["SF"]]);
  });

  test("counts the lead body's figures unless another is named", () => {
    const [target] = promise.targets;
    assert(target !== undefined);
    assert.deepEqual(
      draft().targets.map(({ body }) => body),
      ["COURT"],
    );
    assert.deepEqual(
      draft({ targets: [{ ...target, body: "SF" }] }).targets.map(({ body }) => body),
      ["SF"],
    );
  });

  test("numbers milestones that have no code after the highest there is", () => {
    const due = day("2026-06-30");
    const state = draft({
      milestones: [
        { title: "一", due },
        { code: "7", title: "二", due },
        { code: "", title: "三", due },
      ],
    });
    assert.deepEqual(
      state.milestones.map(({ code }) => code),
      ["8", "7", "9"],
    );
  });

  test("moves its dates freely: nothing was promised yet", () => {
    const due = day("2026-12-31");
    const { state } = value(
      editDraft(draft(), { ...promise, due, milestones: [{ code: "M1", title: "一", due }] }, context()),
    );
    assert.deepEqual(
      [state.due, state.firstDue, state.milestones[0]?.firstDue, state.version],
      [due, undefined, due, 2],
    );
  });

  test("cannot be handed to another body by an officer, only by a steward", () => {
    const handed = { ...promise, lead: "WATER" };
    assert.equal(refusal(editDraft(draft(), handed, context())).code, "notYourBody");
    assert.equal(value(editDraft(draft(), handed, context(steward))).state.lead, "WATER");
  });

  test("cannot aim at a month when its indicator is counted by the quarter", () => {
    const quarterly = indicator("flow", { frequency: "quarter" });
    const monthly = { ...promise, targets: [{ indicator: "I-flow", period: period("2026-03"), value: 1 }] };
    const seeing = { ...drafting(), indicators: new Map([["I-flow", quarterly]]) };
    assert.equal(refusal(draftCommitment(monthly, seeing)).code, "periodTooFine");
  });

  test("may aim twice with one indicator, for two bodies or two periods", () => {
    const [target] = promise.targets;
    assert(target !== undefined);
    const targets = [target, { ...target, body: "SF" }, { ...target, period: period("2026-H1") }];
    assert.equal(draft({ targets }).targets.length, 3);
  });

  for (const [what, more, field] of [
    ["a lead", { lead: " " }, "lead"],
    ["a title", { title: "" }, "title"],
    ["a title for each milestone", { milestones: [{ title: "", due: today }] }, "milestones"],
  ] as const)
    test(`needs ${what}`, () => {
      assert.deepEqual(refusal(draftCommitment({ ...promise, ...more }, drafting())), {
        code: "textMissing",
        field,
      });
    });

  for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    test(`refuses the weight ${weight}`, () => {
      const milestones = [{ title: "一", due: today, weight }];
      assert.equal(refusal(draftCommitment({ ...promise, milestones }, drafting())).code, "numberOutOfRange");
    });

  test("refuses a target that is no number", () => {
    const targets = [{ indicator: "I-flow", period: period("2026"), value: Number.NaN }];
    assert.equal(refusal(draftCommitment({ ...promise, targets }, drafting())).code, "numberOutOfRange");
  });

  test("may end on the day it starts", () => {
    assert.equal(draft({ start: today, due: today }).due, today);
  });
});

describe("amending", () => {
  test("moves the due date and keeps the first one beside it, with the reason", () => {
    const { state, event } = value(
      amendCommitment(published(), { ...promise, due: day("2026-12-31") }, " 汛期停工 ", context()),
    );
    assert.deepEqual([state.due, state.firstDue], [day("2026-12-31"), day("2026-06-30")]);
    assert.deepEqual(event, { verb: "commitment.amended", happenedOn: today, reason: "汛期停工" });
  });

  test("twice still shows the very first date", () => {
    const twice = amended(amended(published(), { due: day("2026-09-30") }), { due: day("2026-12-31") });
    assert.equal(twice.firstDue, day("2026-06-30"));
  });

  test("a milestone's moved date stays beside its first; a new milestone's first is its own", () => {
    const milestones = [
      { code: "M1", title: "一", due: day("2026-05-31") },
      { title: "新", due: day("2026-08-31") },
    ];
    const [moved, added] = amended(published(), { milestones }).milestones;
    assert.deepEqual([moved?.due, moved?.firstDue], [day("2026-05-31"), day("2026-03-31")]);
    assert.deepEqual([added?.code, added?.firstDue], ["1", day("2026-08-31")]);
  });

  test("a due date that came later than publication is then the first", () => {
    const open = published({ due: undefined });
    assert.deepEqual([open.firstDue, amended(open, {}).firstDue], [undefined, promise.due]);
  });

  test("never strikes a due date out", () => {
    const refused = refusal(amendCommitment(published(), { ...promise, due: undefined }, "调整", context()));
    assert.deepEqual(refused, { code: "textMissing", field: "due" });
  });

  test("a done milestone keeps its date and its day", () => {
    const done = value(
      finishMilestone(
        published(),
        { milestone: "M1", doneOn: day("2026-03-30"), evidenceCount: 1 },
        context(),
      ),
    ).state;
    const [first, second] = promise.milestones;
    assert(first !== undefined && second !== undefined);
    const moved = { ...promise, milestones: [{ ...first, due: day("2026-04-30") }, second] };
    assert.deepEqual(refusal(amendCommitment(done, moved, "调整", context())), {
      code: "alreadyDone",
      milestone: "M1",
    });
    assert.equal(
      amended(done, { milestones: [{ ...first, title: "诉服中心启用" }] }).milestones[0]?.doneOn,
      day("2026-03-30"),
    );
  });

  test("needs a reason, and something to change", () => {
    assert.equal(
      refusal(amendCommitment(published(), { ...promise, title: "另一项" }, "", context())).code,
      "reasonMissing",
    );
    assert.equal(refusal(amendCommitment(published(), promise, "调整", context())).code, "nothingChanged");
  });

  test("an external id may be added or left out, never replaced", () => {
    const without = published({ externalId: undefined });
    assert.equal(amended(without, { externalId: "A9" }).externalId, "A9");
    assert.equal(amended(published(), { externalId: undefined, title: "另一项" }).externalId, "A7");
    const replaced = amendCommitment(published(), { ...promise, externalId: "A8" }, "调整", context());
    assert.deepEqual(refusal(replaced), { code: "codeFixed", field: "externalId" });
  });

  test("a body that has closed keeps what it had but is given nothing new", () => {
    const before = { ...context(steward), bodies: new Map(context().bodies) };
    before.bodies.set("SF", {
      ...value({ ok: true, value: before.bodies.get("SF") ?? assert.fail() }),
      closedOn: day("2026-05-14"),
    });
    const kept = amendCommitment(published(), { ...promise, title: "另一项" }, "调整", before);
    assert.deepEqual(value(kept).state.support, ["SF"]);
    const added = amendCommitment(published({ support: [] }), promise, "调整", before);
    assert.deepEqual(refusal(added), { code: "bodyClosed", field: "support", body: "SF" });
  });

  test("whatever is amended, code, programme, external id and first date stay, and the version counts", () => {
    const someDay = fc
      .integer({ min: 1, max: 28 })
      .map((date) => day(`2026-11-${String(date).padStart(2, "0")}`));
    const milestone: fc.Arbitrary<MilestoneInput> = fc.record({
      code: fc.constantFrom("M1", "M2", "M3", undefined),
      title: fc.constantFrom("一", "二"),
      due: someDay,
    });
    const change: fc.Arbitrary<Partial<CommitmentInput>> = fc.record({
      title: fc.string({ maxLength: 8 }),
      due: fc.option(someDay, { nil: undefined }),
      externalId: fc.constantFrom("A7", "A8", undefined),
      milestones: fc.array(milestone, { maxLength: 3 }),
      lead: fc.constantFrom("COURT", "WATER"),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const first = published();
        let now: Commitment = first;
        for (const one of changes) {
          const decided = amendCommitment(now, { ...promise, ...one }, "调整", context(steward));
          if (!decided.ok) continue;
          assert.equal(decided.value.state.version, now.version + 1);
          for (const kept of now.milestones) {
            const found: Milestone | undefined = decided.value.state.milestones.find(
              ({ code }) => code === kept.code,
            );
            if (found !== undefined) assert.equal(found.firstDue, kept.firstDue);
          }
          now = decided.value.state;
        }
        const identity = ({ code, programme, externalId, firstDue, publishedOn }: Commitment) => [
          code,
          programme,
          externalId,
          firstDue,
          publishedOn,
        ];
        assert.deepEqual(identity(now), identity(first));
      }),
      SETTINGS,
    );
  });
});
