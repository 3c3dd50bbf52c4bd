// What the tokenizer reads from a text, as sentences a report would hold.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tokenize, type Quantity } from "@yinuo/report-check";

const quantities = (text: string): readonly Quantity[] =>
  tokenize(text).filter((token) => token.is === "quantity");

/** value unit bound, as one line. */
const read = (text: string): readonly string[] =>
  quantities(text).map(({ value, unit, bound }) =>
    [value, unit, ...(bound === "exact" ? [] : [bound])].join(" "),
  );

describe("numbers in Chinese text", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["受理案件97件134人", ["97 件", "134 人"]],
    ["１，２３４件、12，345件、1,234,567元", ["1234 件", "12345 件", "1234567 元"]],
    [
      "两百人，两万三千人，三万五人，一百零五件，廿八户",
      ["200 人", "23000 人", "35000 人", "105 件", "28 户"],
    ],
    ["三亿五千万元，3亿5000万元，14.2万亿元", ["350000000 元", "350000000 元", "14200000000000 元"]],
    ["百分之三十五，百分之三点五，3.3‰", ["35 %", "3.5 %", "0.33 %"]],
    ["六成，三成五，一成半，四分之三", ["60 % about", "35 % about", "15 % about", "75 % about"]],
    ["提高0.3个百分点，提高2.4百分点", ["0.3 点", "2.4 点"]],
    ["增长3倍，翻两番", ["3 倍", "2 番"]],
    ["10余万人，1万多人，100多件", ["100000 人 above", "10000 人 above", "100 件 above"]],
    [
      "近30件，约30件，超30件，不低于30件，不超过30件",
      ["30 件 below", "30 件 about", "30 件 above", "30 件 above", "30 件 below"],
    ],
    ["30件以上，30件左右，30件以内", ["30 件 above", "30 件 about", "30 件 below"]],
    ["增长5%—5.5%，100至200件", ["5.25 % range", "150 件 range"]],
    ["由5%增加到8%，从100件至200件", ["5 %", "8 %", "100 件", "200 件"]],
    ["225 条，2 2 5 条", ["225 条", "225 条"]],
    ["单价3.5元/吨", ["3.5 元/吨"]],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
});

describe("numbers in English text", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["We received 1,546 allegations, eight of them late", ["1546 ", "8 "]],
    [
      "Twenty-six complaints, one hundred and five calls, two thousand three hundred forms",
      ["26 ", "105 ", "2300 "],
    ],
    ["about 39% and 8 % and 12 per cent, up 3 percentage points", ["39 % about", "8 %", "12 %", "3 点"]],
    ["$1.2 million, £3m, 2 million people", ["1200000 $", "3000000 £", "2000000 "]],
    [
      "nearly 40, more than 50, at least 60, fewer than 70",
      ["40  below", "50  above", "60  above", "70  below"],
    ],
    ["stage-one complaints", []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
});

describe("what holds digits and is no quantity", () => {
  const names =
    "“十四五”时期，4A级景区，5G-A，PM2.5，12345热线，“28+10”，3·15活动，一带一路，第三产业，图2，附件3，COVID-19，Figure 15，Level 4，〔2023〕12号，0755-20000000，2.0.1";
  it(names, () => assert.deepEqual(read(names), []));
  const years =
    "2026年2月3日，2021年1-11月，2020—2025年，二〇二三年五月，2 0 2 4年，2019/20, May 18, 2018, 18 May 2018, FY2023";
  it(years, () => assert.deepEqual(read(years), []));
});

describe("intervals", () => {
  const interval = (text: string): readonly number[] =>
    quantities(text).flatMap(({ interval: { low, high } }) =>
      [low, high].map((end) => Number(end.toFixed(6))),
    );
  it("a count in ones is exact", () => assert.deepEqual(interval("97件"), [97, 97]));
  it("a count in ten thousands was rounded", () => assert.deepEqual(interval("1.50万人"), [14_950, 15_050]));
  it("a measure was rounded to its last digit", () =>
    assert.deepEqual(interval("80.3万吨"), [802_500, 803_500]));
  it("trailing zeros of a percentage count", () =>
    assert.deepEqual(interval("50.0%和50%"), [49.95, 50.05, 49.5, 50.5]));
  it("three parts may add up to a step and a half", () =>
    assert.deepEqual(interval("3万元"), [25_000, 35_000]));
});

describe("dates", () => {
  const dates = (text: string) =>
    tokenize(text).flatMap((token) =>
      token.is === "date"
        ? [[token.year, token.month, token.day, token.impossible ? "impossible" : ""].join("/")]
        : [],
    );
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["2026年2月30日", ["2026/2/30/impossible"]],
    ["2月29日", ["/2/29/"]],
    ["2025年2月29日", ["2025/2/29/impossible"]],
    ["13月5日", ["/13/5/impossible"]],
    ["2025-11-31", ["2025/11/31/impossible"]],
    ["31 June 2024, June 31, 2024", ["2024/6/31/impossible", "2024/6/31/impossible"]],
    ["二〇二四年二月二十九日", ["2024/2/29/"]],
    ["3个月，6月龄", []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(dates(text), expected));
});
