// Personal data in texts that are published: every decision finds it, and takes it only masked or with a reason.

import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findPersonalData } from "@yinuo/personal-data";
import {
  addEvidence,
  amendCommitment,
  draftCommitment,
  LIMITS,
  publishCommitment,
  recordProgress,
  setUpJurisdiction,
  withdrawCommitment,
} from "../src/index.ts";
import { DOORS, full, milestones, worded } from "./published-texts.ts";
import * as world from "./world.ts";

const { value, published, draft, today } = world;

const PHONE = "13800001234";
const TEXT = `联系人电话${PHONE}，备用139-0000-5678，邮箱zhang.san@example.com。`;
const MASKED = "联系人电话138****1234，备用139-****-5678，邮箱z****.***@example.com。";

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

describe("a file with personal data inside", () => {
  const inside = {
    found: [
      {
        kind: "personName",
        certainty: "likely",
        place: { part: "properties" },
        before: "",
        masked: "张*",
        after: "",
      },
    ],
    count: 31,
  } as const;
  const file = {
    sha256: "0".repeat(64),
    mediaType: "application/pdf",
    size: 1,
    caption: "验收单",
    fileName: "验收.pdf",
    showsOn: today,
    screening: "read",
    inside,
  } as const;
  const owners = [world.court.code] as const;

  it("is refused with its places, and taken with a reason, which the history has and the file's record has not", () => {
    const error = world.refusal(addEvidence(owners, file, full(undefined)));
    assert.deepEqual(error, { code: "personalDataInFile", field: "evidence", file: "验收.pdf", ...inside });
    const { event, state } = value(addEvidence(owners, file, full("编制人同意署名")));
    assert.equal(event.reason, "编制人同意署名");
    assert.ok(!("inside" in state));
  });

  it("is told after its caption, and without finds needs no reason", () => {
    const error = world.refusal(addEvidence(owners, { ...file, caption: PHONE }, full(undefined)));
    assert.equal(error.code, "personalDataFound");
    const clean = { ...file, inside: { found: [], count: 0 } };
    assert.equal(value(addEvidence(owners, clean, full("多余的理由"))).event.reason, undefined);
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

describe("whom the public may ask", () => {
  const contact = (text: string) =>
    setUpJurisdiction(
      {
        name: "示例县",
        timeZone: "Asia/Shanghai",
        languages: ["zh-CN"],
        defaultLanguage: "zh-CN",
        independent: false,
        contact: text,
      },
      { today },
    );

  it("is an office's telephone number and e-mail, and nobody's mobile", () => {
    assert.ok(contact("0755-20000000，office@example.org").ok);
    const error = world.refusal(contact(`0755-20000000，张同志${PHONE}`));
    assert.ok(error.code === "personalDataFound");
    const [found] = error.texts;
    assert.deepEqual(
      [found?.finds.map(({ text }) => text), found?.masked],
      [[PHONE], "0755-20000000，张同志138****1234"],
    );
  });
});
