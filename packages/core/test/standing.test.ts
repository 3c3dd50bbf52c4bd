// Where a commitment stands on a day.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import { parseDay, todayIn } from "@yinuo/period";
import { standingOf, STANDINGS, type Standing, type StandingFields } from "../src/index.ts";
import { audit, day } from "./world.ts";

const open: StandingFields = {
  stage: "published",
  start: day("2026-01-01"),
  due: day("2026-06-30"),
  publishedOn: day("2026-01-05"),
  lastRecordedOn: day("2026-06-20"),
};
const on = (date: string, more: Partial<StandingFields> = {}): Standing =>
  standingOf({ ...open, ...more }, { today: day(date), silentAfterDays: 30 });
const judged = (
  conclusion: "kept" | "partlyKept" | "notKept" | "cannotBeVerified",
): Partial<StandingFields> => ({
  stage: "judged",
  verdict: { conclusion, body: audit.code, on: day("2026-07-01"), finding: "现场核查" },
});

const SENTENCES: readonly [string, Standing, Standing][] = [
  ["a draft is a draft, however late", on("2027-01-01", { stage: "draft" }), { is: "draft" }],
  [
    "withdrawn stays withdrawn after its due day",
    on("2026-08-01", { stage: "withdrawn" }),
    { is: "withdrawn" },
  ],
  ["a verdict stands whatever the day", on("2027-01-01", judged("kept")), { is: "kept" }],
  ["so does partly kept", on("2026-07-02", judged("partlyKept")), { is: "partlyKept" }],
  ["so does not kept", on("2026-07-02", judged("notKept")), { is: "notKept" }],
  ["so does cannot be verified", on("2026-07-02", judged("cannotBeVerified")), { is: "cannotBeVerified" }],
  [
    "declared is not overdue, but not kept either",
    on("2026-07-10", { stage: "declared", declaredOn: day("2026-06-30") }),
    { is: "declared", days: 10 },
  ],
  ["the due day itself is in time", on("2026-06-30"), { is: "underway", days: 0 }],
  ["the day after it is one day late", on("2026-07-01"), { is: "overdue", days: 1 }],
  ["overdue is said before silent", on("2026-12-31"), { is: "overdue", days: 184 }],
  [
    "the day before the start it has not started",
    on("2025-12-31", { lastRecordedOn: undefined }),
    { is: "notStarted", days: 1 },
  ],
  [
    "not started yet is not silence",
    on("2026-05-01", { start: day("2026-06-01"), lastRecordedOn: undefined }),
    { is: "notStarted", days: 31 },
  ],
  [
    "30 days of silence are allowed",
    on("2026-05-31", { lastRecordedOn: day("2026-05-01") }),
    { is: "underway", days: 30 },
  ],
  ["31 are silence", on("2026-06-01", { lastRecordedOn: day("2026-05-01") }), { is: "silent", days: 31 }],
  [
    "silence counts from publication when nothing was ever recorded",
    on("2026-02-10", { lastRecordedOn: undefined }),
    { is: "silent", days: 36 },
  ],
  ["without a due day it is never overdue", on("2026-07-15", { due: undefined }), { is: "underway" }],
];

describe("a commitment's standing", () => {
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.deepEqual(found, expected);
    });

  test("every standing is reached by a sentence", () => {
    assert.deepEqual(new Set(SENTENCES.map(([, , { is }]) => is)), new Set(STANDINGS));
  });

  test("at 00:30 on 1 July in Shanghai it is overdue, while in London it is still the last day", () => {
    const instant = new Date("2026-06-30T16:30:00Z");
    const standing = (zone: string): string => on(parseDay(todayIn(instant, zone)) ?? "").is;
    assert.deepEqual([standing("Asia/Shanghai"), standing("Europe/London")], ["overdue", "underway"]);
  });
});
