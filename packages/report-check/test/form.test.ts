// Dates, years, lists, numbering, two values and placeholders, in Chinese and in English.

import { describe } from "node:test";
import { foundOnlyWhenWrong } from "./claim-cases.ts";

describe("dates, lists, numbering, placeholders", () =>
  foundOnlyWhenWrong([
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
  ]));
