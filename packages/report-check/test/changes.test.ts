// Changes over time, in Chinese and in English.

import { describe } from "node:test";
import { foundOnlyWhenWrong } from "./claim-cases.ts";

describe("changes over time", () =>
  foundOnlyWhenWrong([
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
      what: "a base that comes last in English",
      right: "We closed 1,150 files, a 15% increase on the 1,000 closed the year before.",
      wrong: "We closed 1,150 files, a 19% increase on the 1,000 closed the year before.",
      code: "changeRate",
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
  ]));
