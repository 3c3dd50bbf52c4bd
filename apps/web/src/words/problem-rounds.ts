// Words of the monthly rounds of problems: the list of months, a month's paper, and its files.

import type { RoundMeasure } from "@yinuo/core";

type Measures = Readonly<Record<RoundMeasure, string>>;

const zhMeasures: Measures = {
  new: "新增",
  reopened: "重新挂账",
  returned: "退回整改",
  delisted: "核查销号",
  open: "期末在账",
  overdue: "期末逾期",
};

const zhDays: Measures = {
  new: "登记日期",
  reopened: "重新挂账日期",
  returned: "退回日期",
  delisted: "销号日期",
  open: "整改期限",
  overdue: "整改期限",
};

const zh = {
  title: "每月排查",
  lead: "每个月的问题新增多少、销号多少、还有多少没有办完，与上月相比。",
  month: "月份",
  months: "各月排查情况",
  none: "还没有登记过问题",
  noneHelp: "登记第一个问题以后，这里按月列出排查情况。",
  problems: "问题清单",
  paper: (month: string) => `${month}问题排查情况`,
  asOf: (day: string) => `截至${day}。`,
  notOver: "本月尚未结束",
  notOverText: (day: string) => `以下是截至${day}的情况，月末以后不再变动。`,
  measure: "项目",
  now: "本月",
  before: "上月",
  change: "增减",
  beforeIs: (n: string) => `上月 ${n}`,
  measures: zhMeasures,
  days: zhDays,
  balance: ({ before, opened, reopened, delisted, open }: Balance) =>
    `上月末在账 ${before} 个，本月新增 ${opened} 个，重新挂账 ${reopened} 个，核查销号 ${delisted} 个，期末在账 ${open} 个。`,
  summary: "总体情况",
  bodies: "各单位情况",
  body: "责任单位",
  total: "合计",
  problem: "问题",
  code: "编号",
  place: "地点或服务",
  firstDue: "最初期限",
  more: (n: string) => `另有 ${n} 个，见下载的文件。`,
  earlier: "上一个月",
  later: "下一个月",
  rule: "登记、退回、销号、重新挂账都按记录当日计入月份，补记不改动已过去的月份；建账后 24 小时内补录的往事，按发生日期计。同一个问题一个月内两次退回，计两次。移交过的问题，按当时的责任单位计。",
  note: "会议材料：全部问题，不省略。",
};

type Balance = Readonly<Record<"before" | "opened" | "reopened" | "delisted" | "open", string>>;

const en: typeof zh = {
  title: "Monthly rounds",
  lead: "How many problems each month brought, how many were struck off and how many are left, against the month before.",
  month: "Month",
  months: "The months",
  none: "No problem was opened yet",
  noneHelp: "Once the first problem is opened, its months are listed here.",
  problems: "Problems",
  paper: (month) => `Problems in ${month}`,
  asOf: (day) => `As of ${day}.`,
  notOver: "This month is not over",
  notOverText: (day) => `This is how it stands on ${day}; once the month is over it stays as it is.`,
  measure: "Item",
  now: "This month",
  before: "Month before",
  change: "Change",
  beforeIs: (n) => `before: ${n}`,
  measures: {
    new: "Opened",
    reopened: "Reopened",
    returned: "Returned",
    delisted: "Struck off",
    open: "On the list at the end",
    overdue: "Overdue at the end",
  },
  days: {
    new: "Opened",
    reopened: "Reopened",
    returned: "Returned",
    delisted: "Struck off",
    open: "Deadline",
    overdue: "Deadline",
  },
  balance: ({ before, opened, reopened, delisted, open }) =>
    `On the list at the end of the month before: ${before}; opened ${opened}, reopened ${reopened}, struck off ${delisted}; on the list at the end of this month: ${open}.`,
  summary: "In all",
  bodies: "By body",
  body: "Responsible body",
  total: "Total",
  problem: "Problem",
  code: "Code",
  place: "Place or service",
  firstDue: "First deadline",
  more: (n) => `${n} more are in the files.`,
  earlier: "Month before",
  later: "Month after",
  rule: "What is opened, returned, struck off or reopened counts in the month it was recorded, so that nothing written later changes a month that is over; what was written down within 24 hours of the ledger’s beginning counts when it happened. A problem that is returned twice in a month counts twice. A problem that was handed over counts for the body it belonged to then.",
  note: "The meeting paper: every problem, none left out.",
};

export const problemRoundsWords = { "zh-CN": zh, en } as const;
