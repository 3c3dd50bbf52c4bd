// A report held against the edition before it: growth, restated figures, sentences left, plans and targets unanswered.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkReport, plainReport, type Code } from "@yinuo/report-check";

type Case = {
  readonly what: string;
  readonly before: string;
  readonly right: string;
  readonly wrong: string;
  readonly code: Code;
};

const CASES: readonly Case[] = [
  {
    what: "growth starts from the figure of the edition before",
    before: "全年受理消费投诉800件。",
    right: "全年受理消费投诉920件，同比增长15%。",
    wrong: "全年受理消费投诉920件，同比增长12%。",
    code: "growthAgainstPrevious",
  },
  {
    what: "last year's figure is the one that was printed",
    before: "全年办结仲裁案件310件。",
    right: "全年办结仲裁案件341件，去年同期为310件，同比上升10%。",
    wrong: "全年办结仲裁案件341件，去年同期为340件。",
    code: "figureRestated",
  },
  {
    what: "a sentence with figures is new",
    before: "组织开展专题培训12期，参训干部640人次。",
    right: "组织开展专题培训15期，参训干部710人次。",
    wrong: "组织开展专题培训12期，参训干部640人次。",
    code: "clauseRepeated",
  },
  {
    what: "a sentence with figures is new, in English",
    before: "Our officers held 46 open meetings in 12 villages.",
    right: "Our officers held 52 open meetings in 14 villages.",
    wrong: "Our officers held 46 open meetings in 12 villages.",
    code: "clauseRepeated",
  },
  {
    what: "a plan is answered",
    before: "下一步工作打算\n建设老旧小区电动自行车充电棚。",
    right: "老旧小区电动自行车充电棚已建成投用。",
    wrong: "全年召开例会。",
    code: "planUnmentioned",
  },
  {
    what: "a plan is answered, in English",
    before: "Next steps\nWe will publish a register of inspected playgrounds.",
    right: "The register of inspected playgrounds was published.",
    wrong: "The office moved.",
    code: "planUnmentioned",
  },
  {
    what: "a target is reported on",
    before: "明年主要目标\n污水集中处理率达到95%。",
    right: "污水集中处理率为96%。",
    wrong: "全年召开例会。",
    code: "targetUnmentioned",
  },
];

const codes = (now: string, before: string): readonly Code[] =>
  checkReport(plainReport(now), plainReport(before))
    .findings.filter(({ severity }) => severity !== "silent")
    .map(({ code }) => code);

describe("against the edition before", () => {
  for (const { what, before, right, wrong, code } of CASES)
    it(`${what}; if not, ${code}`, () => {
      assert.deepEqual(codes(right, before), []);
      assert.deepEqual(codes(wrong, before), [code]);
      // Alone, neither says anything.
      assert.deepEqual(checkReport(plainReport(wrong)).findings, []);
    });

  it("growth at comparable prices starts from no printed figure", () => {
    const before = "全区工业增加值完成80亿元。";
    assert.deepEqual(codes("全区工业增加值完成90亿元，同比增长8%。", before), []);
  });

  it("a plan is quoted, so that it can be answered", () => {
    const { findings } = checkReport(
      plainReport("全年召开例会。"),
      plainReport("下一步工作打算\n建设老旧小区电动自行车充电棚。"),
    );
    assert.equal(findings[0]?.named?.["words"], "建设老旧小区电动自行车充电棚。");
  });
});
