// Words of the overview: the sentence before the number, and the lists under it.

const zh = {
  title: (period: string, bodies: string, commitments: string) =>
    `${period}，${bodies}向居民承诺了 ${commitments} 件事`,
  measures: (count: string) => `另有 ${count} 项公开的工作措施。`,
  asOf: (day: string) => `数据截至 ${day}。`,
  checked: "“已兑现”须经承诺单位以外的单位核查；单位自己申报的只算“已申报”。",
  method: "评判办法",
  programmes: "年度计划",
  sums: "各类事项件数",
  byBody: "各单位办理情况",
  byBodyNote: (minimum: string) =>
    `按已兑现的比例排序。牵头不足 ${minimum} 件的单位列在后面，不参与排序：件数太少，排了也说明不了什么。`,
  byBodyFlat: "按单位编码列出，不排序。",
  overdue: "已经逾期",
  dueSoon: "三十天内到期",
  silent: "久未报数",
  silentNote: (days: string) => `超过 ${days} 天没有报送任何数据或进展。`,
  recent: "最近登记",
  allOverdue: "全部逾期事项",
  allSilent: "全部久未报数事项",
  allHistory: "全部留痕",
  none: "还没有公布任何年度计划",
  noneHelp: "公布之后，这里会显示各单位承诺了什么、做到了什么。",
  desk: "到工作台公布第一份计划",
};

const en: typeof zh = {
  title: (period, bodies, commitments) =>
    `For ${period}, ${bodies} made ${commitments} commitments to the public`,
  measures: (count) => `${count} measures of internal work are published beside them.`,
  asOf: (day) => `Data as of ${day}.`,
  checked:
    "“Kept” takes a check by a body other than the one that promised; what a body says of itself is only “declared”.",
  method: "How we judge",
  programmes: "Programmes",
  sums: "How many stand where",
  byBody: "How each body stands",
  byBodyNote: (minimum) =>
    `In order of the share kept. Bodies that lead fewer than ${minimum} come after the others and are not ranked: too few to tell anything.`,
  byBodyFlat: "In order of their codes; not ranked.",
  overdue: "Overdue",
  dueSoon: "Due within thirty days",
  silent: "Silent",
  silentNote: (days) => `Nothing recorded for more than ${days} days.`,
  recent: "Recently recorded",
  allOverdue: "All that are overdue",
  allSilent: "All that are silent",
  allHistory: "The whole history",
  none: "No programme has been published yet",
  noneHelp: "Once one is, this page shows what was promised and what was kept.",
  desk: "Publish the first one from the desk",
};

export const overviewWords = { "zh-CN": zh, en } as const;
