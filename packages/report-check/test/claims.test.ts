// Every kind of claim, in Chinese and in English: one text that agrees with itself and one that does not.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkReport, plainReport, reportOf, type Code, type Part, type Report } from "@yinuo/report-check";

type Case = {
  readonly what: string;
  readonly right: string;
  readonly wrong: string;
  readonly code: Code;
  /** Nothing is recomputed in it: its absence is all that can be seen. */
  readonly mark?: true;
};

const CASES: readonly Case[] = [
  {
    what: "parts after 其中 that end with 其他",
    right: "全年共处理群众来信860件，其中求决类410件，建议类260件，其他类190件。",
    wrong: "全年共处理群众来信860件，其中求决类410件，建议类260件，其他类180件。",
    code: "partsDoNotAdd",
  },
  {
    what: "parts after 分为",
    right: "全镇现有村级文书档案96卷，分为永久56卷、定期40卷。",
    wrong: "全镇现有村级文书档案96卷，分为永久58卷、定期40卷。",
    code: "partsDoNotAdd",
  },
  {
    what: "parts in brackets",
    right: "查处违法建设案件75宗（住宅类42宗、厂房类33宗）。",
    wrong: "查处违法建设案件75宗（住宅类42宗、厂房类31宗）。",
    code: "partsDoNotAdd",
  },
  {
    what: "men and women after a total",
    right: "本系统在编干部213人，其中男性139人、女性74人。",
    wrong: "本系统在编干部213人，其中男性139人、女性84人。",
    code: "partsDoNotAdd",
  },
  {
    what: "two units counted side by side",
    right: "移送案件30件52人，其中盗窃18件30人，诈骗8件12人，其他4件10人。",
    wrong: "移送案件30件52人，其中盗窃18件30人，诈骗8件12人，其他4件8人。",
    code: "partsDoNotAdd",
  },
  {
    what: "English parts of a list that ends with other",
    right:
      "We received 240 requests, of which 130 concerned roads, 70 concerned water and 40 concerned other matters.",
    wrong:
      "We received 240 requests, of which 130 concerned roads, 70 concerned water and 50 concerned other matters.",
    code: "partsDoNotAdd",
  },
  {
    what: "English outcomes",
    right: "In 2023 we decided 90 appeals. 52 were upheld and 38 were not upheld.",
    wrong: "In 2023 we decided 90 appeals. 52 were upheld and 41 were not upheld.",
    code: "partsDoNotAdd",
  },
  {
    what: "the base of last year",
    right: "接待来访315批次，去年同期为350批次，同比下降10%。",
    wrong: "接待来访315批次，去年同期为350批次，同比下降11%。",
    code: "changeRate",
  },
  {
    what: "two rates mapped by order",
    right: "立案侦查60件90人，去年同期为48件72人，同比分别上升25%、25%。",
    wrong: "立案侦查60件90人，去年同期为48件72人，同比分别上升25%、20%。",
    code: "changeRate",
  },
  {
    what: "from … to … in Chinese",
    right: "窗口由24个增加到30个，增长25%。",
    wrong: "窗口由24个增加到30个，增长20%。",
    code: "changeRate",
  },
  {
    what: "from … to … in English",
    right: "Complaints fell from 400 to 340, a decrease of 15%.",
    wrong: "Complaints fell from 400 to 340, a decrease of 18%.",
    code: "changeRate",
  },
  {
    what: "compared to last year's number in English",
    right: "We closed 920 files this year, compared to 800 last year, an increase of 15%.",
    wrong: "We closed 920 files this year, compared to 800 last year, an increase of 12%.",
    code: "changeRate",
  },
  {
    what: "an amount and its rate",
    right: "完成植树540万株，比上年增加40万株，增长8%。",
    wrong: "完成植树540万株，比上年增加40万株，增长9.6%。",
    code: "changeRate",
  },
  {
    what: "the difference of two values",
    right: "调解组织由120个增加到138个，增加18个。",
    wrong: "调解组织由120个增加到138个，增加28个。",
    code: "changeAmount",
  },
  {
    what: "the direction of a change",
    right: "平均办理时长由12天缩短至9天，信访总量由520件下降到480件。",
    wrong: "信访总量由480件下降到520件。",
    code: "changeDirection",
    mark: true,
  },
  {
    what: "yearly growth over years that are named",
    right: "专利授权量由2018年的400件增加到2023年的586件，年均增长7.9%。",
    wrong: "专利授权量由2018年的400件增加到2023年的586件，年均增长9.3%。",
    code: "yearlyRate",
  },
  {
    what: "yearly growth in English",
    right: "Cases rose from 1,000 in 2019 to 1,464 in 2023, growing by 10% a year.",
    wrong: "Cases rose from 1,000 in 2019 to 1,464 in 2023, growing by 20% a year.",
    code: "yearlyRate",
  },
  {
    what: "a rate of what was taken in and done",
    right: "全年收到人大建议85件，办结68件，办结率80%。",
    wrong: "全年收到人大建议85件，办结68件，办结率90%。",
    code: "rateNotOfCounts",
  },
  {
    what: "a share of a total",
    right: "共检查单位250家，不合格30家，占12%。",
    wrong: "共检查单位250家，不合格30家，占15%。",
    code: "rateNotOfCounts",
  },
  {
    what: "out of",
    right: "We answered 45 out of 60 letters (75%) within a week.",
    wrong: "We answered 45 out of 60 letters (70%) within a week.",
    code: "rateNotOfCounts",
  },
  {
    what: "a percentage before its counts",
    right: "The audit passed 88% (44 of 50) of the files.",
    wrong: "The audit passed 84% (44 of 50) of the files.",
    code: "rateNotOfCounts",
  },
  {
    what: "a share of what stands before 其中",
    right: "现有在职教师160人，其中高级职称40人，占25%。",
    wrong: "现有在职教师160人，其中高级职称40人，占35%。",
    code: "rateNotOfCounts",
  },
  {
    what: "the rate of one outcome of two",
    right: "批准逮捕60人，不批准逮捕40人，不捕率40%。",
    wrong: "批准逮捕60人，不批准逮捕40人，不捕率45%。",
    code: "rateNotOfCounts",
  },
  {
    what: "counts with their shares in brackets",
    right: "Of 200 letters, 90 (45%) praised us, 70 (35%) blamed us and 40 (20%) asked something.",
    wrong: "Of 200 letters, 90 (45%) praised us, 70 (30%) blamed us and 40 (20%) asked something.",
    code: "rateNotOfCounts",
  },
  {
    what: "counts with their shares, one after another",
    right: "工单来自电话600件，占60%，网站250件，占25%，来人150件，占15%。",
    wrong: "工单来自电话600件，占60%，网站250件，占29%，来人150件，占15%。",
    code: "rateNotOfCounts",
  },
  {
    what: "a base that comes last in English",
    right: "We closed 1,150 files, a 15% increase on the 1,000 closed the year before.",
    wrong: "We closed 1,150 files, a 19% increase on the 1,000 closed the year before.",
    code: "changeRate",
  },
  {
    what: "English parts after a colon",
    right: "The unit made 300 visits: 160 to schools, 90 to shops and 50 to other places.",
    wrong: "The unit made 300 visits: 160 to schools, 90 to shops and 40 to other places.",
    code: "partsDoNotAdd",
  },
  {
    what: "a percentage of few in English",
    right: "Of the replies, 92% of 13 respondents were content.",
    wrong: "Of the replies, 90% of 13 respondents were content.",
    code: "rateImpossible",
  },
  {
    what: "a percentage of few in Chinese",
    right: "20名受访者中，85%表示满意。",
    wrong: "20名受访者中，83%表示满意。",
    code: "rateImpossible",
  },
  {
    what: "shares joined by 分别",
    right: "网上、窗口、电话受理占比分别为61.2%、28.5%、10.3%。",
    wrong: "网上、窗口、电话受理占比分别为61.2%、28.5%、12.3%。",
    code: "sharesNotWhole",
  },
  {
    what: "a structure with colons",
    right: "三次产业结构为12.1∶38.6∶49.3。",
    wrong: "三次产业结构为12.1∶38.6∶48.3。",
    code: "sharesNotWhole",
  },
  {
    what: "English shares",
    right: "By channel, complaints made up the following shares: web 55%, phone 30%, letter 15%.",
    wrong: "By channel, complaints made up the following shares: web 55%, phone 30%, letter 17%.",
    code: "sharesNotWhole",
  },
  {
    what: "percentage points",
    right: "绿化率由38.4%提高到41.1%，提高2.7个百分点。",
    wrong: "绿化率由38.4%提高到41.1%，提高3.7个百分点。",
    code: "pointsDiffer",
  },
  {
    what: "points written as percent",
    right: "满意率由90%提高到93%，提高3个百分点。",
    wrong: "满意率由90%提高到93%，提高3%。",
    code: "pointsAsPercent",
  },
  {
    what: "percentage points in English",
    right: "Satisfaction rose from 71% to 78%, up 7 percentage points.",
    wrong: "Satisfaction rose from 71% to 78%, up 9 percentage points.",
    code: "pointsDiffer",
  },
  {
    what: "multiples: 增长2倍 is three times as much",
    right: "注册志愿者由400人增加到1200人，增长2倍。",
    wrong: "注册志愿者由400人增加到1200人，增长3倍。",
    code: "multipleDiffers",
  },
  {
    what: "doubled in English",
    right: "Visits more than doubled, from 300 to 640.",
    wrong: "Visits more than doubled, from 300 to 520.",
    code: "multipleDiffers",
  },
  {
    what: "opening, in, out, closing",
    right: "上年结转12件，新收88件，办结90件，结转下年10件。",
    wrong: "上年结转12件，新收88件，办结90件，结转下年15件。",
    code: "balanceOpen",
  },
  {
    what: "opening, in, out, closing in English",
    right:
      "At the start 12 cases were carried over from 2022, 88 were received, 90 were closed and 10 remain outstanding.",
    wrong:
      "At the start 12 cases were carried over from 2022, 88 were received, 90 were closed and 15 remain outstanding.",
    code: "balanceOpen",
  },
  {
    what: "exports, imports, surplus",
    right: "全年出口86.5亿元，进口31.2亿元，贸易顺差55.3亿元。",
    wrong: "全年出口86.5亿元，进口31.2亿元，贸易顺差65.3亿元。",
    code: "balanceOpen",
  },
  {
    what: "days of the calendar",
    right: "2024年2月29日召开推进会。",
    wrong: "2023年2月29日召开推进会。",
    code: "dateImpossible",
    mark: true,
  },
  {
    what: "days of the calendar in English",
    right: "The panel met on 30 June 2023.",
    wrong: "The panel met on 31 June 2023.",
    code: "dateImpossible",
    mark: true,
  },
  {
    what: "beginning and end of a time",
    right: "公示期为2024年3月5日至2024年3月15日。",
    wrong: "公示期为2024年3月15日至2024年3月5日。",
    code: "datesReversed",
    mark: true,
  },
  {
    what: "days after the report's own",
    right: "2023年工作总结\n2024年1月10日\n2023年12月8日召开了评议会。",
    wrong: "2023年工作总结\n2024年1月10日\n2024年12月8日召开了评议会。",
    code: "dateAfterReport",
    mark: true,
  },
  {
    what: "the year of a report",
    right: "2024年度法治建设工作总结\n本报告所列数据统计期限为2024年1月1日至12月31日。",
    wrong: "2024年度法治建设工作总结\n本报告所列数据统计期限为2023年1月1日至12月31日。",
    code: "yearOfAnotherReport",
  },
  {
    what: "the year of a report in English",
    right: "2022 Annual Report\nThis report covers 2022.",
    wrong: "2022 Annual Report\nThis report covers 2021.",
    code: "yearOfAnotherReport",
  },
  {
    what: "a count announced before its list",
    right: "主要抓了三项工作：一是建章立制。二是强化培训。三是严格考核。",
    wrong: "主要抓了四项工作：一是建章立制。二是强化培训。三是严格考核。",
    code: "listCount",
  },
  {
    what: "an English count before names",
    right: "The three most common subjects were: noise, parking and litter.",
    wrong: "The four most common subjects were: noise, parking and litter.",
    code: "listCount",
  },
  {
    what: "一是 二是 三是",
    right: "一是摸清底数；二是分类处置；三是建立台账。",
    wrong: "一是摸清底数；三是分类处置；四是建立台账。",
    code: "enumerationGap",
  },
  {
    what: "headings in brackets",
    right: "（一）规范执法。\n（二）优化服务。\n（三）强化监督。",
    wrong: "（一）规范执法。\n（二）优化服务。\n（四）强化监督。",
    code: "enumerationGap",
  },
  {
    what: "a number used twice",
    right: "1. Staffing\n2. Training\n3. Budget",
    wrong: "1. Staffing\n2. Training\n2. Budget",
    code: "enumerationTwice",
  },
  {
    what: "a number left out in English",
    right: "1. Staffing\n2. Training\n3. Budget",
    wrong: "1. Staffing\n2. Training\n4. Budget",
    code: "enumerationGap",
  },
  {
    what: "numbers of figures",
    right: "Figure 1: Calls\n\nFigure 2: Visits\n\nFigure 3: Letters",
    wrong: "Figure 1: Calls\n\nFigure 2: Visits\n\nFigure 2: Letters",
    code: "captionTwice",
  },
  {
    what: "numbers of tables",
    right: "表1 收件情况\n\n表2 办理情况\n\n表3 回访情况",
    wrong: "表1 收件情况\n\n表2 办理情况\n\n表4 回访情况",
    code: "captionGap",
  },
  {
    what: "one quantity with two values",
    right: "全市登记在册社会组织1208家。\n目前，全市登记在册社会组织1208家。",
    wrong: "全市登记在册社会组织1208家。\n目前，全市登记在册社会组织1280家。",
    code: "twoValues",
  },
  {
    what: "placeholders",
    right: "全年开展普法讲座46场，2024年3月5日启动。",
    wrong: "全年开展普法讲座XX场，2024年×月×日启动。",
    code: "placeholder",
    mark: true,
  },
  {
    what: "a blank to be filled in",
    right: "共发放资料3000份。",
    wrong: "共发放资料____份。",
    code: "placeholder",
    mark: true,
  },
  {
    what: "words that say it is not finished",
    right: "有关数据已经核定。",
    wrong: "有关数据待补充。",
    code: "placeholder",
    mark: true,
  },
  {
    what: "placeholders in English",
    right: "The office held 12 hearings.",
    wrong: "The office held [insert number] hearings. TBC",
    code: "placeholder",
    mark: true,
  },
  {
    what: "a formula that was never computed",
    right: "受理申请41件，上年同期为0件。",
    wrong: "受理申请41件，同比增长（41/0）%。",
    code: "formulaLeft",
    mark: true,
  },
  {
    what: "an error value of a spreadsheet",
    right: "The rate was 12%.",
    wrong: "The rate was #DIV/0!.",
    code: "formulaLeft",
    mark: true,
  },
  {
    what: "a rate that is the count",
    right: "立案监督45件，上升50%。",
    wrong: "立案监督45件，上升45%。",
    code: "rateEqualsCount",
    mark: true,
  },
  {
    what: "a rate that is the count in English",
    right: "We opened 64 cases, up 14%.",
    wrong: "We opened 64 cases, up 64%.",
    code: "rateEqualsCount",
    mark: true,
  },
];

const loud = (report: Report): readonly Code[] =>
  checkReport(report)
    .findings.filter(({ severity }) => severity !== "silent")
    .map(({ code }) => code);

describe("each kind of claim", () => {
  for (const { what, right, wrong, code, mark } of CASES)
    it(`${what}: left alone when right, ${code} when wrong`, () => {
      const report = plainReport(right);
      assert.deepEqual(loud(report), []);
      if (mark === undefined) assert.ok(checkReport(report).agreeing.length > 0, "nothing was recomputed");
      assert.deepEqual([...new Set(loud(plainReport(wrong)))], [code]);
    });
});

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

const tableOf = (rows: readonly (readonly string[])[]): Report =>
  reportOf(
    rows.flatMap((cells, row) =>
      cells.map((text, column): Part => ({
        kind: "cell",
        text,
        cell: { table: 0, row, column, rows: 1, columns: 1 },
      })),
    ),
  );

describe("tables with totals", () => {
  const table = (last: string, total: string): Report =>
    tableOf([
      ["区域", "受理", "转办", "合计"],
      ["东片", "120", "30", "150"],
      ["西片", "80", "20", total],
      ["合计", "200", last, "250"],
    ]);

  it("add up across and down", () => {
    const { findings, agreeing } = checkReport(table("50", "100"));
    assert.deepEqual([findings, agreeing.length], [[], 6]);
  });
  it("name the column that does not", () =>
    assert.deepEqual(loud(table("60", "100")), ["columnDoesNotAdd", "rowDoesNotAdd"]));
  it("name the row that does not", () =>
    assert.deepEqual(loud(table("50", "110")), ["rowDoesNotAdd", "columnDoesNotAdd"]));
  it("in English too", () => {
    const english = (total: string): Report =>
      tableOf([
        ["Ward", "Received"],
        ["North", "1,204"],
        ["South", "796"],
        ["Total", total],
      ]);
    assert.deepEqual(loud(english("2,000")), []);
    assert.deepEqual(loud(english("2,010")), ["columnDoesNotAdd"]);
  });
});
