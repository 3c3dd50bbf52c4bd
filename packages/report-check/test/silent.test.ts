// What looks like a contradiction and is none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainReport } from "@yinuo/report-check";
import { loud } from "./claim-cases.ts";

describe("what is never held against anything", () => {
  const SILENT: readonly (readonly [string, string])[] = [
    ["a list after 其中 that leaves something out", "全年受理申请500件，其中劳动类120件，婚姻类95件。"],
    ["growth at comparable prices", "工业总产值由2020年的100亿元增加到2025年的200亿元，按可比价年均增长9%。"],
    ["what is approximate", "共走访企业近500家，其中工业280余家，商贸160多家，其他70家左右。"],
    ["a range", "明年增速目标为5%—5.5%。"],
    ["names that hold numbers", "“十四五”期间建成4A级景区3家，PM2.5浓度下降，12345热线办结率98%。"],
    ["shares of an answer that may be several", "（多选）关注医疗的占62%、教育的占58%、交通的占41%。"],
    ["names made anonymous", "李××与王某某调解案。"],
    ["parts that a list of names does not count", "办好20件民生实事。一是就业；二是就学；三是就医。"],
    ["a target", "力争到2030年森林覆盖率达到45%，比2025年提高3个百分点以上。"],
    ["counts that were received and others that were closed", "受理90件，办结95件，办结率100%。"],
    ["a part of one list, first in it", "予以公开32件，部分公开8件，不予公开11件，其他处理14件。"],
    ["English about numbers", "About 90 of some 200 people came; around 40% stayed."],
  ];
  for (const [what, text] of SILENT) it(what, () => assert.deepEqual(loud(plainReport(text)), []));
});
