// The columns of the table of what is owed: one row for each thing that is late, with the body that owes it.

import type { OwedKind } from "@yinuo/core";
import type { Column } from "./column.ts";

const choice = (zh: string, en: string) => ({ zh, en, aliases: [] });

/** What each kind is called, on the page and in the files. */
export const OWED_WORDS: Readonly<Record<OwedKind, ReturnType<typeof choice>>> = {
  figure: choice("逾期未报数据", "Figure not reported"),
  progress: choice("久未更新进展", "No recent progress"),
  commitment: choice("承诺逾期", "Commitment overdue"),
  milestone: choice("节点逾期", "Milestone overdue"),
  problem: choice("整改逾期", "Problem overdue"),
  problemPlan: choice("没有整改步骤", "Problem without steps"),
  lookBack: choice("未按期回头看", "Look-back missed"),
};

export const SILENCE = [
  {
    key: "kind",
    zh: "种类",
    en: "Kind",
    aliases: [],
    kind: "choice",
    noteZh: "逾期的是什么",
    noteEn: "What is owed",
    choices: OWED_WORDS,
    needed: true,
  },
  {
    key: "body",
    zh: "单位编码",
    en: "Body",
    aliases: [],
    kind: "code",
    noteZh: "由哪个单位办",
    noteEn: "Code of the body that owes it",
    needed: true,
  },
  {
    key: "bodyName",
    zh: "单位",
    en: "Body name",
    aliases: [],
    kind: "text",
    noteZh: "单位名称",
    noteEn: "Name of the body",
  },
  {
    key: "code",
    zh: "编号",
    en: "Code",
    aliases: [],
    kind: "code",
    noteZh: "事项、指标、节点或问题的编号",
    noteEn: "Code of the commitment, indicator, milestone or problem",
    needed: true,
  },
  {
    key: "title",
    zh: "名称",
    en: "Title",
    aliases: [],
    kind: "text",
    noteZh: "事项、指标、节点或问题的名称",
    noteEn: "Its title",
    needed: true,
  },
  {
    key: "programme",
    zh: "年度计划",
    en: "Programme",
    aliases: [],
    kind: "code",
    noteZh: "所属年度计划的编码",
    noteEn: "Code of the programme",
  },
  {
    key: "period",
    zh: "期间",
    en: "Period",
    aliases: [],
    kind: "period",
    noteZh: "数据：最早缺的一期",
    noteEn: "Of figures: the oldest period that is missing",
  },
  {
    key: "count",
    zh: "项数",
    en: "Count",
    aliases: [],
    kind: "number",
    noteZh: "数据：一共缺几期",
    noteEn: "Of figures: how many periods are missing",
    needed: true,
  },
  {
    key: "since",
    zh: "期限",
    en: "Due",
    aliases: [],
    kind: "day",
    noteZh: "按时的最后一天",
    noteEn: "The last day on which it would have been in time",
    needed: true,
  },
  {
    key: "days",
    zh: "逾期天数",
    en: "Days late",
    aliases: [],
    kind: "number",
    noteZh: "到数据日期为止过了多少天",
    noteEn: "Days since then",
    needed: true,
  },
] as const satisfies readonly Column[];
