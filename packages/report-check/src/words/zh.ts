// The sentences about findings, in Chinese.

import type { Catalogue } from "./catalogue.ts";

const RECOUNT = "请核对原始数据，改正有误的一个数。";

export const zh: Catalogue = {
  partsDoNotAdd: {
    title: "分项之和与合计不符",
    says: ({ formula, computed, stated }) => `各分项相加（${formula}）得 ${computed}，合计写的是 ${stated}。`,
    todo: "请核对合计和各分项；如果所列只是一部分，请写明“其中部分”或补上“其他”。",
  },
  columnDoesNotAdd: {
    title: "表格合计行不符",
    says: ({ formula, computed, stated }) =>
      `本列各行相加（${formula}）得 ${computed}，合计行写的是 ${stated}。`,
    todo: RECOUNT,
  },
  rowDoesNotAdd: {
    title: "表格合计列不符",
    says: ({ formula, computed, stated }) =>
      `本行各列相加（${formula}）得 ${computed}，合计列写的是 ${stated}。`,
    todo: RECOUNT,
  },
  rateNotOfCounts: {
    title: "比率与件数不符",
    says: ({ formula, computed, stated }) =>
      `按文中的数计算（${formula}）为 ${computed}，写的是 ${stated}；附近没有别的数能得出这个比率。`,
    todo: "请核对分子、分母和比率；分母不是文中这个数的，请写明。",
  },
  rateImpossible: {
    title: "不可能出现的百分比",
    says: ({ named, formula, computed, stated }) =>
      `总数为 ${named("size")} 时，取整数得不出 ${stated}；最接近的是 ${computed}（${formula}）。`,
    todo: "请核对百分比和总数。",
  },
  changeRate: {
    title: "增减幅度与两期数不符",
    says: ({ formula, computed, stated }) => `按两期的数计算（${formula}）为 ${computed}，写的是 ${stated}。`,
    todo: "请核对本期数、基期数和幅度；基期数订正过的，请一并改正。",
  },
  changeAmount: {
    title: "增减量与两期数不符",
    says: ({ formula, computed, stated }) => `两期相差 ${computed}（${formula}），写的是 ${stated}。`,
    todo: RECOUNT,
  },
  changeDirection: {
    title: "增减方向写反",
    says: () => "文字说的是增加（或减少），两个数却相反。",
    todo: "请核对两个数的先后，或改写增减。",
  },
  yearlyRate: {
    title: "年均增速与首末两年不符",
    says: ({ formula, computed, stated }) => `按首末两年计算（${formula}）为 ${computed}，写的是 ${stated}。`,
    todo: "请核对年数和两年的数；按可比价计算的，请写明。",
  },
  ratesCopied: {
    title: "增减幅度照抄了上一句",
    says: ({ formula, computed, stated }) =>
      `按本句的数计算（${formula}）为 ${computed}，写的 ${stated} 与上一句相同。`,
    todo: "请按本句的数重新计算幅度。",
  },
  sharesNotWhole: {
    title: "占比之和不是 100%",
    says: ({ formula, computed }) => `各项相加（${formula}）得 ${computed}，四舍五入的误差不足以解释。`,
    todo: "请核对各项占比；只列了一部分或可以多选的，请写明。",
  },
  pointsDiffer: {
    title: "百分点与两个百分比不符",
    says: ({ formula, computed, stated }) => `两个百分比相差 ${computed}（${formula}），写的是 ${stated}。`,
    todo: RECOUNT,
  },
  pointsAsPercent: {
    title: "百分点写成了百分比",
    says: ({ formula, computed }) => `两个百分比相差 ${computed}（${formula}），应写“个百分点”，不是“%”。`,
    todo: "请把“%”改为“个百分点”。",
  },
  multipleDiffers: {
    title: "倍数与两个数不符",
    says: ({ formula, computed, stated }) =>
      `按两个数计算（${formula}）为 ${computed}，文字说的相当于 ${stated}。`,
    todo: "请核对倍数；“增长 2 倍”是原来的 3 倍。",
  },
  balanceOpen: {
    title: "收支或结转不平",
    says: ({ formula, computed, stated }) => `按文中各数（${formula}）应为 ${computed}，写的是 ${stated}。`,
    todo: "请核对上期结转、本期新收、办结和结转下期各数。",
  },
  dateImpossible: { title: "日历上没有的日期", says: () => "日历上没有这一天。", todo: "请改正日期。" },
  dateAfterReport: {
    title: "日期晚于报告日期",
    says: () => "这件已经办成的事，日期却在报告日期之后。",
    todo: "请核对年份和月日。",
  },
  datesReversed: {
    title: "起止日期颠倒",
    says: () => "结束的日期早于开始的日期。",
    todo: "请核对起止日期。",
  },
  yearOfAnotherReport: {
    title: "年份属于另一期报告",
    says: ({ named }) => `这里写的是 ${named("year")} 年，本报告是 ${named("own")} 年的。`,
    todo: "可能是上一期留下的文字，请改正年份或更新内容。",
  },
  listCount: {
    title: "所说的项数与所列不符",
    says: ({ named }) => `说的是 ${named("announced")} 项，后面列了 ${named("counted")} 项。`,
    todo: "请补上漏列的项，或改正项数。",
  },
  enumerationGap: {
    title: "序号不连续",
    says: ({ named }) => `序号从 ${named("before")} 跳到 ${named("after")}。`,
    todo: "请检查是否漏了一段，或改正序号。",
  },
  enumerationTwice: {
    title: "序号重复",
    says: ({ named }) => `序号 ${named("after")} 出现了两次。`,
    todo: "请改正序号。",
  },
  captionGap: {
    title: "图表编号不连续",
    says: ({ named }) => `编号从 ${named("before")} 跳到 ${named("after")}。`,
    todo: "请检查是否漏了图表，或改正编号。",
  },
  captionTwice: {
    title: "图表编号重复",
    says: ({ named }) => `编号 ${named("after")} 用了两次。`,
    todo: "请改正编号和正文里的引用。",
  },
  twoValues: {
    title: "同一数据前后不一",
    says: ({ named, computed, stated }) => `“${named("name")}”前面写的是 ${computed}，这里写的是 ${stated}。`,
    todo: "请核对；口径不同的，请写明。",
  },
  placeholder: {
    title: "没有填的占位",
    says: ({ named }) => `“${named("words")}”是留着要填的地方。`,
    todo: "请填上，或删去这一句。",
  },
  formulaLeft: {
    title: "留下的算式或错误值",
    says: ({ named }) => `“${named("words")}”是没有算出来的结果，多半是基期为零。`,
    todo: "基期为零时没有幅度可言，请写“上年同期为 0”。",
  },
  rateEqualsCount: {
    title: "幅度与件数是同一个数",
    says: () => "幅度和它前面的数一模一样，常见于基期为零时模板的输出。",
    todo: "请核对基期；基期为零时不要写幅度。",
  },
  clauseRepeated: {
    title: "与上一期一字不差",
    says: ({ named }) => `这一句连同数字与上一期完全相同（上一期第 ${named("paragraph")} 段）。`,
    todo: "请确认是否已按本期更新。",
  },
  figureRestated: {
    title: "上一期的数被改动",
    says: ({ computed, stated }) => `这里说的上一期数是 ${stated}，上一期报告写的是 ${computed}。`,
    todo: "订正过的，请说明订正和原因。",
  },
  growthAgainstPrevious: {
    title: "增速与上一期报告的数不符",
    says: ({ formula, computed, stated }) =>
      `以上一期报告的数为基数（${formula}）为 ${computed}，写的是 ${stated}。`,
    todo: "请核对基数；口径或基数有调整的，请写明。",
  },
  targetUnmentioned: {
    title: "上一期的目标没有交代",
    says: ({ named }) => `上一期定的目标“${named("words")}”，本期没有提到。`,
    todo: "请说明完成情况。",
  },
  planUnmentioned: {
    title: "上一期的计划没有交代",
    says: ({ named }) => `上一期的计划“${named("words")}”，本期没有提到。`,
    todo: "请说明办了、没办，还是不再办。",
  },
};
