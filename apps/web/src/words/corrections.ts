// Words of the corrections page and of the page on what changed since a day.

import type { CorrectionKind } from "@yinuo/store";

const zhKinds: Readonly<Record<CorrectionKind, string>> = {
  revised: "修订数据",
  amended: "修改事项",
  withdrawn: "撤回",
  takenBack: "收回申报或重开节点",
  redefined: "口径或规则变更",
  undone: "撤销导入",
};

const zh = {
  title: "更正",
  lead: "公布之后改过、撤过的，都列在这里：原来是什么，现在是什么，谁改的，为什么。原值不会被抹掉。",
  filters: { kind: "种类", body: "单位" },
  all: "全部",
  kinds: zhKinds,
  count: (n: string) => `最近 ${n} 条更正`,
  none: "没有符合条件的更正",
  newer: "更近",
  older: "更早",
  pages: "更正分页",
  changes: "某天以来有什么变化",
  history: "全部留痕",
};

const zhChanges = {
  title: "自某天以来的变化",
  lead: "选一天，看从那天起每个单位的哪些记录有了变化。按登记的日期算，那天也算在内。",
  since: "自哪天起",
  body: "单位",
  all: "全部",
  show: "查看",
  unread: (typed: string) => `“${typed}”不是日期，请写成 2026-09-30 这样。下面是最近七天的变化。`,
  summary: (day: string, records: string, entries: string) =>
    `自${day}起，${records} 项记录有变化，共 ${entries} 条留痕。`,
  none: (day: string) => `自${day}起没有变化`,
  noneHelp: "换一个更早的日期试试。",
  wholeLedger: "整个台账",
  columns: { record: "记录", what: "变化", last: "最近一次" },
  times: (verb: string, n: string) => `${verb} ${n} 次`,
  caption: (body: string, n: string) => `${body}：${n} 项记录有变化`,
  jurisdiction: "辖区设置",
  corrections: "其中的更正",
};

const enKinds: Readonly<Record<CorrectionKind, string>> = {
  revised: "Figure revised",
  amended: "Commitment amended",
  withdrawn: "Withdrawn",
  takenBack: "Taken back",
  redefined: "Redefined",
  undone: "Import undone",
};

const en: typeof zh = {
  title: "Corrections",
  lead: "What was changed or withdrawn after it was published: what it was, what it became, by whom and why. The old value stays.",
  filters: { kind: "Kind", body: "Body" },
  all: "All",
  kinds: enKinds,
  count: (n) => `The latest ${n}`,
  none: "No corrections match",
  newer: "Newer",
  older: "Older",
  pages: "Pages of corrections",
  changes: "What changed since a day",
  history: "The whole history",
};

const enChanges: typeof zhChanges = {
  title: "What changed since",
  lead: "Choose a day to see which records of each body changed from then on, by the day of recording; that day counts.",
  since: "Since",
  body: "Body",
  all: "All",
  show: "Show",
  unread: (typed) =>
    `“${typed}” is not a day; write it as 2026-09-30. These are the changes of the last seven days.`,
  summary: (day, records, entries) =>
    `Since ${day}: records changed: ${records}; entries in the history: ${entries}.`,
  none: (day) => `Nothing changed since ${day}`,
  noneHelp: "Try an earlier day.",
  wholeLedger: "The whole ledger",
  columns: { record: "Record", what: "What happened", last: "Last" },
  times: (verb, n) => `${verb} (${n} times)`,
  caption: (body, n) => `${body}: records changed: ${n}`,
  jurisdiction: "Settings of the jurisdiction",
  corrections: "The corrections among them",
};

export const correctionsWords = { "zh-CN": zh, en } as const;
export const changesWords = { "zh-CN": zhChanges, en: enChanges } as const;
