// Every refusal says in both languages what is wrong, with what was typed, and what to do.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bodyCode, indicatorCode, programmeCode, commitmentCode, type Refusal } from "@yinuo/core";
import { day, parsePeriod } from "@yinuo/period";
import { refusalText } from "@yinuo/words";

const there = <T>(value: T | undefined): T => {
  assert.ok(value !== undefined);
  return value;
};
const body = there(bodyCode("court"));
const period = there(parsePeriod("2026-Q3"));
const [first, second] = [day(2026, 3, 4), day(2026, 4, 3)];

/** The refusal, and what its sentence must name in Chinese and in English. */
const CASES: readonly (readonly [Refusal, readonly string[], readonly string[]])[] = [
  [{ code: "roleMayNot", role: "editor" }, ["编辑"], ["Editor"]],
  [{ code: "notYourBody", body }, ["县法院"], ["County Court"]],
  [
    { code: "textTooLong", field: "title", longest: 300, length: 412 },
    ["标题", "412", "300"],
    ["Title", "412", "300"],
  ],
  [{ code: "codeTaken", field: "code", typed: "SF-03" }, ["SF-03"], ["SF-03"]],
  [
    { code: "dayAmbiguous", field: "due", typed: "03/04/2026", candidates: [first, second] },
    ["03/04/2026", "2026年3月4日", "2026年4月3日"],
    ["4 March 2026", "3 April 2026"],
  ],
  [
    { code: "dayInFuture", field: "doneOn", day: second, today: first },
    ["完成日期", "2026年4月3日"],
    ["Day it was done", "3 April 2026"],
  ],
  [
    { code: "numberOutOfRange", field: "decimals", least: 0, most: 6 },
    ["小数位数", "0 至 6"],
    ["Decimals", "between 0 and 6"],
  ],
  [{ code: "numberOutOfRange", field: "scale", least: 0 }, ["大于 0"], ["above 0"]],
  [
    { code: "wrongStage", stage: "judged", wanted: ["published", "declared"] },
    ["已有结论", "已公开", "已申报完成"],
    ["Judged", "Published", "Declared done"],
  ],
  [
    { code: "alreadyPublished", programme: there(programmeCode("2026")), on: first },
    ["2026年3月4日"],
    ["4 March 2026"],
  ],
  [
    {
      code: "commitmentUnknown",
      programme: there(programmeCode("2026")),
      commitment: there(commitmentCode("X-1")),
    },
    ["2026", "X-1"],
    ["2026", "X-1"],
  ],
  [{ code: "targetTwice", field: "targets", indicator: there(indicatorCode("PIPE")) }, ["PIPE"], ["PIPE"]],
  [
    { code: "periodNotOver", field: "period", period, lastDay: second },
    ["2026年第三季度", "2026年4月3日"],
    ["Q3 2026", "3 April 2026"],
  ],
  [
    { code: "periodTooFine", field: "period", period, frequency: "year" },
    ["按年", "2026年第三季度"],
    ["by the year", "Q3 2026"],
  ],
  [
    { code: "outsideBounds", field: "value", value: 957, least: 0, most: 100 },
    ["957", "0 至 100"],
    ["957", "between 0 and 100"],
  ],
  [
    { code: "tenfold", field: "value", value: 12345.5, before: 1200, beforePeriod: period },
    ["12,345.5", "1,200", "2026年第三季度"],
    ["12,345.5", "1,200", "Q3 2026"],
  ],
];

describe("the sentence of a refusal", () => {
  for (const [refusal, zh, en] of CASES)
    it(`${refusal.code} names ${zh.join(" ")}`, () => {
      const chinese = refusalText("zh-CN", refusal, () => "县法院");
      const english = refusalText("en", refusal, () => "County Court");
      for (const part of zh) assert.ok(chinese.includes(part), `${part} in ${chinese}`);
      for (const part of en) assert.ok(english.includes(part), `${part} in ${english}`);
      assert.match(chinese, /。$/);
      assert.match(english, /\.$/);
      assert.doesNotMatch(chinese + english, /undefined|NaN|\[object/);
    });
});
