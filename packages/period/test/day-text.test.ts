// Days are read from the ways lists and deadlines write them, and refused with the readings where there are two.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseDay, readDay } from "@yinuo/period";
import type { DayTextOptions } from "@yinuo/period";
import { anyDay, seed } from "./arbitraries.ts";

/** The day and what the text named, or the code and the candidates of the refusal. */
function read(text: string, options?: DayTextOptions): string {
  const reading = readDay(text, options);
  if (reading.ok) return reading.precision === "day" ? reading.day : `${reading.day} ${reading.precision}`;
  return [reading.error.code, ...reading.error.candidates].join(" ");
}

const byReading: Readonly<Record<string, readonly string[]>> = {
  "2022-09-30": [
    "2022-09-30",
    "2022/9/30",
    "2022.09.30",
    "20220930",
    "２０２２年９月３０日",
    "二〇二二年九月三十日",
    "2022年9月30号",
  ],
  "2022-06-30": [
    "2022.6.30",
    "2022年6月30日",
    "2022年6月30日前",
    "2022 年 6 月 30 日 之前",
    "截至2022年6月30日",
    "2022-6-30止",
  ],
  "2022-12-31": [
    "2022/12/31",
    "2022-12-31 00:00:00",
    "2022-12-31T23:59",
    "12/31/2022 11:59 PM",
    "2022年12月31日24时前",
    "31-Dec-2022",
  ],
  "2026-09-30": [
    "30 Sep 2026",
    "30 September 2026",
    "September 30, 2026",
    "Sept. 30th 2026",
    "30th September, 2026",
    "Wednesday, 30 September 2026",
  ],
  "2026-10-01": [
    "2026年10月1日（星期四）",
    "2026年10月1日 09:30",
    "2026/10/1 上午12:00:00",
    "2026年10月1日下午3时",
    "1-Oct-2026",
    "01Oct2026",
    "Oct 1 2026",
    "by 1 October 2026",
  ],
  "2026-12-25": ["25/12/2026", "12/25/2026", "25.12.2026", "25-12-2026"],
  "2026-04-04": ["04/04/2026", "4/4/2026"],
  "2022-06-30 month": [
    "2022年6月底前",
    "2022年6月底",
    "2022年6月末",
    "2022年6月",
    "2022-06",
    "end of June 2022",
    "by the end of June 2022",
  ],
  "2024-02-29 month": ["2024年2月底前完成", "2024年二月底之前", "by February 2024"],
  "2022-12-31 year": [
    "2022年底",
    "2022年底前",
    "2022年底完成",
    "2022年末",
    "2022年内",
    "2022年度",
    "by end 2022",
    "二〇二二年底",
  ],
  "2026-06-30 half": ["2026年上半年", "2026年上半年底前", "H1 2026", "end of first half 2026"],
  "2026-09-30 quarter": [
    "2026年第三季度",
    "2026年第三季度末",
    "2026年三季度底前",
    "Q3 2026",
    "end of Q3 2026",
  ],
  "2026-09-30 cumulative": ["2026年前三季度", "2026年1—9月"],
  "2018-03-31 range": ["2017-18", "April 2017 – March 2018"],
  "2026-06-10 ten-days": ["2026年6月上旬"],
  "2026-06-20 ten-days": ["2026年6月中旬前"],
  "2026-02-28 ten-days": ["2026年2月下旬"],
  "2022-06-28": ["民国111年6月28日", "民國111.06.28", "中華民國一一一年六月二十八日", "ROC 111/6/28"],
};

describe("reading a day", () => {
  for (const [day, texts] of Object.entries(byReading)) {
    it(`${day} is written ${texts.join(", ")}`, () => {
      for (const text of texts) assert.equal(read(text), day, text);
    });
  }

  it("takes the year from the heading where the text has none", () => {
    const table = [
      ["6月30日", "2026-06-30"],
      ["6月30日前", "2026-06-30"],
      ["6月底前", "2026-06-30 month"],
      ["12月底前", "2026-12-31 month"],
      ["12月", "2026-12-31 month"],
      ["年底前", "2026-12-31 year"],
      ["上半年", "2026-06-30 half"],
      ["三季度末", "2026-09-30 quarter"],
      ["30 Sep", "2026-09-30"],
      ["1-Sep", "2026-09-01"],
      ["1-9月", "2026-09-30 cumulative"],
      ["Sep 30", "2026-09-30"],
      ["明年3月底前", "2027-03-31 month"],
      ["6月上旬", "2026-06-10 ten-days"],
      ["2025年6月30日", "2025-06-30"],
    ] as const;
    for (const [text, day] of table) assert.equal(read(text, { year: 2026 }), day, text);
    for (const text of ["6月30日", "2月29日", "12月底前", "年底前", "上半年", "30 Sep", "6月上旬"])
      assert.equal(read(text), "no-year", text);
    assert.equal(read("2月29日", { year: 2026 }), "unreadable");
  });

  it("does not choose between day-first and month-first, unless told", () => {
    assert.equal(read("03/04/2026"), "ambiguous 2026-03-04 2026-04-03");
    assert.equal(read("03/04/2026", { order: "dmy" }), "2026-04-03");
    assert.equal(read("03/04/2026", { order: "mdy" }), "2026-03-04");
    assert.equal(read("12/25/2026", { order: "dmy" }), "unreadable 2026-12-25", "it contradicts its column");
    assert.equal(read("2026/03/04", { order: "dmy" }), "2026-03-04");
  });

  it("does not guess a century or a calendar", () => {
    assert.equal(read("22/12/31").split(" ")[0], "ambiguous");
    assert.ok(read("22/12/31").includes("2022-12-31"));
    assert.equal(read("25/12/31", { order: "dmy" }).split(" ")[0], "ambiguous");
    assert.equal(read("30 Sep 26"), "ambiguous 1926-09-30 1937-09-30 2026-09-30");
    assert.equal(read("Sep 30, '26"), "ambiguous 1926-09-30 1937-09-30 2026-09-30");
    assert.equal(read("96年6月30日"), "ambiguous 1996-06-30 2007-06-30 2096-06-30");
    assert.equal(read("111.06.30"), "ambiguous 2022-06-30");
    for (const text of ["111.06.30", "111年6月30日", "111/6/30", "111-06-30", "1110630"]) {
      assert.equal(read(text, { calendar: "roc" }), "2022-06-30", text);
    }
    assert.equal(read("960630", { calendar: "roc" }), "2007-06-30");
    assert.equal(read("2022-06-30", { calendar: "roc" }), "2022-06-30");
  });

  it('does not decide whether "before June" includes June', () => {
    assert.equal(read("2026年6月前"), "ambiguous 2026-05-31 2026-06-30");
    assert.equal(read("2026年第三季度之前"), "ambiguous 2026-06-30 2026-09-30");
    assert.equal(read("2011-12"), "ambiguous 2011-12-31 2012-03-31");
    assert.equal(read("2011-12", { fiscal: false }), "2011-12-31 month");
  });

  it("turns an instant into a day only in a zone it was given", () => {
    const evening = "2026-03-31T16:00:00Z";
    assert.equal(read(evening, { timeZone: "Asia/Shanghai" }), "2026-04-01");
    assert.equal(read(evening, { timeZone: "America/Los_Angeles" }), "2026-03-31");
    assert.equal(read(evening), "ambiguous 2026-03-31 2026-04-01");
    assert.equal(read("2026-04-01T00:00:00.000+0800", { timeZone: "Asia/Shanghai" }), "2026-04-01");
    assert.equal(read("2026-02-30T00:00:00Z", { timeZone: "UTC" }), "unreadable");
  });

  it("refuses what is no day", () => {
    const impossible = [
      "2026-02-30",
      "2022-13-01",
      "2022年6月31日",
      "20261301",
      "31/02/2026",
      "00/12/2026",
      "31 June 2026",
    ];
    const prose = [
      "",
      "长期",
      "持续推进",
      "月底",
      "年初",
      "每月底前",
      "44561",
      "3.14",
      "12.23 %",
      "soon",
      "2026年6月30日".repeat(9),
    ];
    for (const text of [...impossible, ...prose]) assert.equal(read(text), "unreadable", text);
  });

  it("refuses a page of text at once", () => {
    const began = performance.now();
    for (const unit of [" ", "1", "1-", "t ", "年", "2026-", "(周"]) {
      assert.equal(read(`1${unit.repeat(200_000)}1`), "unreadable");
    }
    assert.ok(performance.now() - began < 1000);
  });

  it("never throws, and what it reads is a day", () => {
    const piece = fc.constantFrom(
      "2026",
      "26",
      "年",
      "1",
      "-",
      "9",
      "月",
      "30",
      "日",
      "底",
      "前",
      "Sep",
      "/",
      ".",
      " ",
      "民国",
      "T10:00Z",
      "上旬",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 2026), (messy, year) => {
        const reading = readDay(messy, { year });
        for (const found of reading.ok ? [reading.day] : reading.error.candidates)
          assert.equal(parseDay(found), found);
      }),
      { seed, numRuns: 500 },
    );
  });

  it("any day is read from its usual spellings", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [y, m, d] = day.split("-").map(Number);
        assert.equal(read(`${y}/${m}/${d}`), day);
        assert.equal(read(`${y}年${m}月${d}日`), day);
        assert.equal(read(`${d}/${m}/${y}`, { order: "dmy" }), day);
        assert.equal(read(`${m}-${d}-${y}`, { order: "mdy" }), day);
      }),
      { seed },
    );
  });
});
