// Personal data in texts that are published: every decision finds it, and takes it only masked or with a reason.

import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findPersonalData } from "@yinuo/personal-data";
import {
  addEvidence,
  amendCommitment,
  changeBody,
  changeIndicator,
  changeProgramme,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  draftCommitment,
  editDraft,
  finishMilestone,
  giveVerdict,
  LIMITS,
  publishCommitment,
  recordObservation,
  recordProgress,
  reopenMilestone,
  takeBackDeclaration,
  withdrawCommitment,
  withdrawObservation,
  type Change,
  type CommitmentInput,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";

const { day, value, published, draft, today } = world;

const PHONE = "13800001234";
const TEXT = `联系人电话${PHONE}，备用139-0000-5678，邮箱zhang.san@example.com。`;
const MASKED = "联系人电话138****1234，备用139-****-5678，邮箱z****.***@example.com。";

type Door = (text: string, keepPersonalData?: string) => Result<Change<unknown>, Refusal>;
type Keep = string | undefined;

const steward = (keepPersonalData: Keep) => ({ by: world.steward, today, keepPersonalData });
const full = (keepPersonalData: Keep) => ({ ...world.context(world.steward), keepPersonalData });
const set = (keepPersonalData: Keep) => ({ ...steward(keepPersonalData), bodies: world.bodies });
const worded = (more: Partial<CommitmentInput>): CommitmentInput => ({ ...world.promise, ...more });
const milestones = (title: string) => [{ code: "M1", title, due: day("2026-03-31") }];
const declared = () => value(declareDone(published(), { on: today }, full(undefined))).state;
const finished = () =>
  value(finishMilestone(published(), { milestone: "M1", doneOn: today, evidenceCount: 1 }, full(undefined)))
    .state;
const picture = { sha256: "0".repeat(64), mediaType: "image/webp", size: 1, showsOn: today };
const figure = { period: world.period("2026-04"), figure: world.number(7) };
const rules = { completionRule: "least", silentAfterDays: 60, rankingMinimum: 5 } as const;
const plan = { code: "2027", title: "年度计划", period: world.period("2027"), ...rules };
const flow = (definition: string) => world.indicatorInput("flow", { definition });

/** Every way a text becomes public, by the field it is typed into. */
const DOORS: readonly (readonly [string, string, Door])[] = [
  ["progress", "text", (text, keep) => recordProgress(published(), { text, happenedOn: today }, full(keep))],
  [
    "evidence",
    "caption",
    (caption, keep) =>
      addEvidence([world.court.code], { ...picture, caption, fileName: "1.webp" }, steward(keep)),
  ],
  [
    "evidence",
    "file",
    (fileName, keep) =>
      addEvidence([world.court.code], { ...picture, caption: "图", fileName }, steward(keep)),
  ],
  [
    "draft",
    "promise",
    (promise, keep) => draftCommitment(worded({ promise }), { ...full(keep), existing: undefined }),
  ],
  [
    "draft",
    "milestones",
    (title, keep) =>
      draftCommitment(worded({ milestones: milestones(title) }), { ...full(keep), existing: undefined }),
  ],
  [
    "edited draft",
    "beneficiaries",
    (beneficiaries, keep) => editDraft(draft(), worded({ beneficiaries }), full(keep)),
  ],
  [
    "published draft",
    "criterion",
    (criterion, keep) => {
      const kept = value(
        draftCommitment(worded({ criterion }), { ...full("草稿"), existing: undefined }),
      ).state;
      return publishCommitment(kept, full(keep));
    },
  ],
  [
    "amendment",
    "source",
    (source, keep) => amendCommitment(published(), worded({ source }), "补充", full(keep)),
  ],
  [
    "amendment",
    "reason",
    (reason, keep) => amendCommitment(published(), worded({ source: "会议纪要" }), reason, full(keep)),
  ],
  ["withdrawal", "reason", (reason, keep) => withdrawCommitment(published(), reason, full(keep))],
  ["declaration taken back", "reason", (reason, keep) => takeBackDeclaration(declared(), reason, full(keep))],
  [
    "milestone reopened",
    "reason",
    (reason, keep) => reopenMilestone(finished(), { milestone: "M1", reason }, full(keep)),
  ],
  [
    "verdict",
    "finding",
    (finding, keepPersonalData) =>
      giveVerdict(
        declared(),
        { conclusion: "kept", finding, on: today },
        { by: world.inspector, today, keepPersonalData },
      ),
  ],
  [
    "figure",
    "note",
    (note, keepPersonalData) =>
      recordObservation(undefined, { ...figure, note }, world.observing({ keepPersonalData })),
  ],
  [
    "figure",
    "source",
    (source, keepPersonalData) =>
      recordObservation(undefined, { ...figure, source }, world.observing({ keepPersonalData })),
  ],
  [
    "revised figure",
    "reason",
    (reason, keepPersonalData) =>
      recordObservation(world.observation(6), { ...figure, reason }, world.observing({ keepPersonalData })),
  ],
  [
    "unlikely figure",
    "confirmed",
    (confirmed, keepPersonalData) =>
      recordObservation(
        undefined,
        { ...figure, confirmed },
        world.observing({
          keepPersonalData,
          before: { period: world.period("2026-03"), figure: world.number(700) },
        }),
      ),
  ],
  [
    "figure withdrawn",
    "reason",
    (reason, keep) => withdrawObservation(world.observation(6), reason, steward(keep)),
  ],
  [
    "body",
    "about",
    (about, keep) => createBody({ code: "N", name: "县水务局", inspects: false, about }, set(keep)),
  ],
  [
    "changed body",
    "about",
    (about, keep) =>
      changeBody(world.court, { code: "COURT", name: "县人民法院", inspects: false, about }, set(keep)),
  ],
  [
    "indicator",
    "definition",
    (definition, keep) => createIndicator(flow(definition), { ...steward(keep), indicators: new Set() }),
  ],
  [
    "changed indicator",
    "definition",
    (definition, keep) =>
      changeIndicator(world.closedCases, flow(definition), { ...steward(keep), observed: true }),
  ],
  [
    "programme",
    "source",
    (source, keep) => createProgramme({ ...plan, source }, { ...steward(keep), programmes: new Set() }),
  ],
  [
    "changed programme",
    "source",
    (source, keep) =>
      changeProgramme(world.programme, { ...plan, ...world.programme, source }, steward(keep)),
  ],
];

describe("a text that is published", () => {
  for (const [what, field, door] of DOORS) {
    it(`in a ${what}, as ${field}: every find is listed, and nothing is decided`, () => {
      const error = world.refusal(door(TEXT));
      assert.ok(error.code === "personalDataFound", JSON.stringify(error));
      assert.equal(error.field, field);
      assert.deepEqual(
        error.texts.map(({ text, masked, finds }) => [
          text,
          masked,
          finds.map((find) => [find.text, find.masked]),
        ]),
        [
          [
            TEXT,
            MASKED,
            [
              [PHONE, "138****1234"],
              ["139-0000-5678", "139-****-5678"],
              ["zhang.san@example.com", "z****.***@example.com"],
            ],
          ],
        ],
      );
    });

    it(`in a ${what}, as ${field}: is taken masked, and kept with a reason that the history has`, () => {
      const clean = value(door(MASKED)).event.reason ?? "";
      assert.doesNotMatch(clean, /公开的办公电话/);
      const { reason } = value(door(TEXT, "公开的办公电话")).event;
      assert.ok(reason?.endsWith("公开的办公电话"), reason);
      // A reason that was not needed is not kept.
      assert.equal(value(door(MASKED, "公开的办公电话")).event.reason ?? "", clean);
    });
  }

  it("is refused with all its fields at once", () => {
    const input = worded({ promise: TEXT, source: PHONE, milestones: milestones(PHONE) });
    const error = world.refusal(draftCommitment(input, world.drafting()));
    assert.deepEqual(error.code === "personalDataFound" && error.texts.map(({ field }) => field), [
      "promise",
      "source",
      "milestones",
    ]);
  });

  it("that was kept once is not asked about again while it stays as it was", () => {
    const was = value(publishCommitment(draft(), full(undefined))).state;
    const kept = value(amendCommitment(was, worded({ promise: TEXT }), "补充", full("公开电话"))).state;
    const again = value(
      amendCommitment(kept, worded({ promise: TEXT, source: "纪要" }), "来源", full(undefined)),
    );
    assert.equal(again.event.reason, "来源");
    const moved = amendCommitment(kept, worded({ promise: `${TEXT}！` }), "改动", full(undefined));
    assert.equal(world.refusal(moved).code, "personalDataFound");
  });

  it("may hold figures, dates, codes and case numbers", () => {
    const text = "12345热线受理13,812件，支出13812345678元；（2026）粤0304民初12345号，2026-01..09。";
    assert.ok(recordProgress(published(), { text, happenedOn: today }, full(undefined)).ok);
  });
});

describe("the reason to keep it", () => {
  const withReason = (keep: string) =>
    recordProgress(published(), { text: TEXT, happenedOn: today }, full(keep));

  it("cannot hold personal data itself", () => {
    const error = world.refusal(withReason(`就是${PHONE}`));
    assert.deepEqual(
      [error.code, "field" in error && error.field],
      ["personalDataFound", "keepPersonalData"],
    );
  });

  it("of blanks is none", () => assert.equal(world.refusal(withReason("  ")).code, "personalDataFound"));

  it("is as long as a reason may be, together with the reason of the change", () => {
    assert.ok(withReason("长".repeat(LIMITS.reason)).ok);
    const both = withdrawCommitment(published(), `撤${PHONE}`, full("长".repeat(LIMITS.reason)));
    assert.equal(world.refusal(both).code, "textTooLong");
  });
});

describe("whatever is typed", () => {
  const digits = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, "0"));
  const phone = fc.tuple(fc.constantFrom("138", "139", "186"), digits).map((parts) => parts.join(""));
  const word = fc.constantFrom("已联系", "，电话", " ", "共办结12件", "。", "2026年9月", "网址");
  const typed = fc
    .array(fc.oneof(word, phone), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(""));

  it("no published text holds a certain find without a reason", () => {
    let refusedOnes = 0;
    fc.assert(
      fc.property(typed, fc.constantFrom(undefined, "公开电话"), (text, keep) => {
        for (const [, , door] of DOORS) {
          const decided = door(text, keep);
          if (!decided.ok) {
            refusedOnes += decided.error.code === "personalDataFound" ? 1 : 0;
            continue;
          }
          const certain = findPersonalData(text).some(({ certainty }) => certainty === "certain");
          if (certain && text.trim() !== "")
            assert.ok(decided.value.event.reason?.endsWith("公开电话"), text);
        }
      }),
      { seed: 20_261_015, numRuns: 60 },
    );
    assert.ok(refusedOnes > 100);
  });
});
