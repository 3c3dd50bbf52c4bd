// Sums, shares, rates of counts and balances, in Chinese and in English.

import { describe } from "node:test";
import { foundOnlyWhenWrong } from "./claim-cases.ts";

describe("sums, shares, rates and balances", () =>
  foundOnlyWhenWrong([
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
  ]));
