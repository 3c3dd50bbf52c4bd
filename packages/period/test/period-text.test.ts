// Periods are read from the ways offices write them, and refused with the readings where there are two.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readPeriod } from "@yinuo/period";
import type { PeriodTextOptions } from "@yinuo/period";
import { known, seed } from "./arbitraries.ts";

/** The period, or the code and the candidates of the refusal. */
function read(text: string, options?: PeriodTextOptions): string {
  const reading = readPeriod(text, options);
  return reading.ok ? reading.period : [reading.error.code, ...reading.error.candidates].join(" ");
}

const byReading: Readonly<Record<string, readonly string[]>> = {
  "2026": [
    "2026年",
    "2026年度",
    "2026",
    "２０２６年",
    "2026年全年",
    "二〇二六年",
    " 2026 年 ",
    "2026年1—12月",
    "2026-01..12",
  ],
  "2026-H1": [
    "2026年上半年",
    "2026上半年",
    "2026年1-6月",
    "2026-01..06",
    "H1 2026",
    "2026H1",
    "first half of 2026",
  ],
  "2026-H2": ["2026年下半年", "2026-H2", "h2 2026", "second half 2026", "2026年7—12月"],
  "2026-Q3": [
    "2026年第三季度",
    "2026年三季度",
    "2026年第3季",
    "2026年第３季度",
    "2026 年 第三 季度",
    "2026Q3",
    "2026年Q3",
  ],
  "2026-Q1": [
    "2026年1-3月",
    "2026年一季度",
    "2026-01..03",
    "January to March 2026",
    "2026年前三个月",
    "2026年前一季度",
  ],
  "2026-Q4": ["Q4 2026", "2026-Q4", "Q4/2026", "fourth quarter of 2026", "the 4th quarter 2026", "2026 Q4"],
  "2026-09": [
    "2026年9月",
    "2026年9月份",
    "2026年09月",
    "2026-09",
    "2026/9",
    "2026.09",
    "202609",
    "二〇二六年九月",
    "2026年㋈",
    "2026年9月末",
    "09/2026",
  ],
  "2026-10": ["2026年十月", "2026.10", "Oct 2026", "Oct. 2026", "October, 2026", "2026-Oct", "OCT-2026"],
  "2026-05": ["May 2026", "may2026", "2026 May", "2026-5"],
  "2026-01..09": [
    "2026年1—9月",
    "2026年1～9月",
    "2026年1-9月累计",
    "2026年1月—9月",
    "2026年1至9月",
    "2026年１－９月累計",
  ],
  "2025-01..09": [
    "Jan–Sep 2025",
    "January – September 2025",
    "Jan to Sept 2025",
    "YTD Sep 2025",
    "2025年前三季度",
  ],
  "2024-01..09": [
    "2024年前三个季度",
    "2024年一至三季度",
    "2024年第一季度—第三季度",
    "2024-01..09",
    "2024年前9个月",
    "2024.1-9",
  ],
  "2026-02..2026-05": [
    "2026年2—5月",
    "February–May 2026",
    "2026-02..05",
    "2026.02-2026.05",
    "2026年2月到5月",
  ],
  "2017-04..2018-03": [
    "2017-18",
    "2017/18",
    "2017–18",
    "FY2017-18",
    "FY 2017/18",
    "FY2017-2018",
    "2017年4月—2018年3月",
  ],
  "2018-04..2019-03": [
    "April 2018 – March 2019",
    "2018-04..2019-03",
    "2018-19年度",
    "fy 2018/2019",
    "201804-201903",
  ],
  "2021-01..2025-12": ["2021—2025年", "2021-2025", "2021年至2025年"],
  "1999-04..2000-03": ["1999-00"],
  "2017-Q4": ["Q3 2017-18", "2017/18 Q3", "FY2017-18 Q3"],
  "2007": ["民国96年", "民國96年度", "中華民國九十六年", "ROC 96"],
  "1912": ["民国元年"],
  "2022-06": ["民國111年6月", "民国１１１年６月份"],
};

describe("reading a period", () => {
  for (const [period, texts] of Object.entries(byReading)) {
    it(`${period} is written ${texts.join(", ")}`, () => {
      for (const text of texts) assert.equal(read(text), period, text);
    });
  }

  it("takes the year from the heading where the text has none", () => {
    const table = [
      ["三季度", "2026-Q3"],
      ["第三季度", "2026-Q3"],
      ["前三季度", "2026-01..09"],
      ["9月份", "2026-09"],
      ["12月", "2026-12"],
      ["1-9月累计", "2026-01..09"],
      ["上半年", "2026-H1"],
      ["全年", "2026"],
      ["Q3", "2026-Q3"],
      ["Sep", "2026-09"],
      ["Jan-Sep", "2026-01..09"],
      ["今年上半年", "2026-H1"],
      ["明年一季度", "2027-Q1"],
      ["2025年9月", "2025-09"],
    ] as const;
    for (const [text, period] of table) assert.equal(read(text, { year: 2026 }), period, text);
    for (const text of ["三季度", "9月份", "上半年", "1—9月", "Q3", "前三季度", "全年"])
      assert.equal(read(text), "no-year", text);
  });

  it("reads ROC years where the column is said to hold them, and leaves four digits and months alone", () => {
    const roc = { calendar: "roc", year: 2026 } as const;
    const table = [
      ["96", "2007"],
      ["82", "1993"],
      ["111年", "2022"],
      ["111年6月", "2022-06"],
      ["111年第2季", "2022-Q2"],
      ["11106", "2022-06"],
      ["111.06", "2022-06"],
      ["111/6", "2022-06"],
      ["2007", "2007"],
      ["12月", "2026-12"],
      ["10-12月", "2026-Q4"],
    ] as const;
    for (const [text, period] of table) assert.equal(read(text, roc), period, text);
  });

  it("does not choose between a fiscal year and a month or two years, unless told", () => {
    assert.equal(read("2011-12"), "ambiguous 2011-12 2011-04..2012-03");
    assert.equal(read("2011/12"), "ambiguous 2011-12 2011-04..2012-03");
    assert.equal(read("2011-12", { fiscal: true }), "2011-04..2012-03");
    assert.equal(read("2011-12", { fiscal: false }), "2011-12");
    assert.equal(read("2011-11"), "2011-11", "November, since 11 does not follow 2011");
    assert.equal(read("2017-12"), "2017-12");
    assert.equal(read("2017-06", { fiscal: true }), "2017-06");
    assert.equal(read("2011年12月"), "2011-12");
    assert.equal(read("FY2011-12"), "2011-04..2012-03");
    assert.equal(read("2011-12年度"), "2011-04..2012-03");
    assert.equal(read("2017-2018"), "ambiguous 2017-01..2018-12 2017-04..2018-03");
    assert.equal(read("2017—2018年"), "2017-01..2018-12");
    assert.equal(read("2017-18", { fiscal: false }), "unreadable 2017-04..2018-03");
  });

  it("begins fiscal years where the jurisdiction does", () => {
    assert.equal(read("2017-18", { fiscalStart: 7 }), "2017-07..2018-06");
    assert.equal(read("FY2017"), "ambiguous 2016-04..2017-03 2017-04..2018-03");
    assert.equal(read("FY2017", { fiscalNamedBy: "start" }), "2017-04..2018-03");
    assert.equal(read("FY2018", { fiscalNamedBy: "end", fiscalStart: 10 }), "2017-10..2018-09");
    assert.equal(read("FY2017", { fiscalStart: 1 }), "2017");
    assert.equal(read("FY17/18"), "ambiguous 2017-04..2018-03");
  });

  it("does not guess a century, a calendar, a lost zero or what was accumulated", () => {
    assert.equal(read("96年"), "ambiguous 1996 2007 2096");
    assert.equal(read("111年6月"), "ambiguous 2022-06");
    assert.equal(read("Sep-26"), "ambiguous 1926-09 1937-09 2026-09");
    assert.equal(read("2026.1"), "ambiguous 2026-01 2026-10");
    assert.equal(read("2026年9月累计"), "ambiguous 2026-09 2026-01..09");
    assert.equal(read("截至2026年9月末"), "ambiguous 2026-09 2026-01..09");
    assert.equal(read("2026年1月累计"), "2026-01");
  });

  it("refuses what is no period", () => {
    const days = ["2026-09-30", "2026年9月30日", "20260930", "1-Sep", "30 Sep 2026"];
    const wrong = [
      "2026年13月",
      "2026年0月",
      "2026年第五季度",
      "2026-13",
      "2026Q5",
      "2026年5—2月",
      "2026年3—9月累计",
      "2026年1—13月",
    ];
    const prose = [
      "",
      " ",
      "长期",
      "每季度",
      "持续推进",
      "十四五",
      "2026年9月".repeat(20),
      "n/a",
      "- -",
      "12,5",
      "0",
      "20262",
      "9999",
    ];
    for (const text of [...days, ...wrong, ...prose])
      assert.equal(read(text).split(" ")[0], "unreadable", text);
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "2026",
      "年",
      "1",
      "—",
      "9",
      "月",
      "第",
      "三",
      "季度",
      "Q",
      "FY",
      "/",
      "民国",
      "..",
      " ",
      "Sep",
      "底前",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, "roc" as const), (messy, calendar) => {
        const reading = readPeriod(messy, { calendar, year: 2026 });
        if (reading.ok) assert.equal(known(reading.period), reading.period);
      }),
      { seed, numRuns: 500 },
    );
  });
});
