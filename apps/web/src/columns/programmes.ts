// The columns of the list of programmes with the rules they are read by; export only.

import type { Choice, Column } from "./column.ts";

export const COMPLETION_RULE_CHOICES = [
  { value: "least", words: { "zh-CN": "取最低", en: "least" } },
  { value: "mean", words: { "zh-CN": "取平均", en: "mean" } },
] as const satisfies readonly Choice[];

export const PROGRAMME_COLUMNS = [
  {
    key: "code",
    header: { "zh-CN": "年度计划编码", en: "Programme code" },
    aliases: [],
    kind: "code",
    use: "computed",
  },
  { key: "title", header: { "zh-CN": "名称", en: "Title" }, aliases: [], kind: "text", use: "computed" },
  {
    key: "titleEn",
    header: { "zh-CN": "名称（英文）", en: "Title (English)" },
    aliases: [],
    kind: "text",
    use: "computed",
  },
  { key: "period", header: { "zh-CN": "期间", en: "Period" }, aliases: [], kind: "period", use: "computed" },
  {
    key: "completionRule",
    header: { "zh-CN": "完成度规则", en: "Completion rule" },
    aliases: [],
    kind: "choice",
    use: "computed",
    choices: COMPLETION_RULE_CHOICES,
    note: {
      "zh-CN": "一件承诺有几项目标时，整体完成度取最低的一项，还是取平均。",
      en: "Where a commitment has several parts, whether the whole is the least complete of them or their mean.",
    },
  },
  {
    key: "silentAfterDays",
    header: { "zh-CN": "久未报数天数", en: "Silent after days" },
    aliases: [],
    kind: "number",
    use: "computed",
  },
  {
    key: "rankingMinimum",
    header: { "zh-CN": "排序最少件数", en: "Least number ranked" },
    aliases: [],
    kind: "number",
    use: "computed",
  },
  {
    key: "publishedOn",
    header: { "zh-CN": "公布日期", en: "Published on" },
    aliases: [],
    kind: "day",
    use: "computed",
  },
  { key: "source", header: { "zh-CN": "依据", en: "Source" }, aliases: [], kind: "text", use: "computed" },
] as const satisfies readonly Column[];
