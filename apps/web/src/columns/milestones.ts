// The columns of a list of milestones.

import { spelled, type Column } from "./column.ts";

export const MILESTONE_COLUMNS = [
  {
    key: "programme",
    header: { "zh-CN": "年度计划编码", en: "Programme code" },
    aliases: spelled("年度计划、计划编码、年度、programme、program"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "commitment",
    header: { "zh-CN": "承诺编号", en: "Commitment code" },
    aliases: spelled("事项编号、所属事项、任务编号、编号、commitment、commitment_code"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "commitmentTitle",
    header: { "zh-CN": "承诺标题", en: "Commitment title" },
    aliases: spelled("事项名称、commitment_title"),
    kind: "text",
    use: "computed",
  },
  {
    key: "code",
    header: { "zh-CN": "节点编号", en: "Milestone code" },
    aliases: spelled("节点序号、序号、milestone、milestone_code、no"),
    kind: "code",
    use: "read",
    needed: true,
    note: { "zh-CN": "在同一承诺内唯一。", en: "Unique in its commitment." },
  },
  {
    key: "title",
    header: { "zh-CN": "节点名称", en: "Milestone" },
    aliases: spelled(
      "节点、节点内容、节点任务、阶段目标、工作节点、milestone title、milestone_title、title、name",
    ),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "titleEn",
    header: { "zh-CN": "节点名称（英文）", en: "Milestone (English)" },
    aliases: spelled("title en、title_en、milestone_title_en"),
    kind: "text",
    use: "read",
  },
  {
    key: "due",
    header: { "zh-CN": "节点时限", en: "Due" },
    aliases: spelled("完成时限、完成时间、计划完成时间、截止日期、due date、due_date、deadline"),
    kind: "day",
    use: "read",
    needed: true,
  },
  {
    key: "firstDue",
    header: { "zh-CN": "原定时限", en: "First due" },
    aliases: spelled("first_due、original due date"),
    kind: "day",
    use: "computed",
  },
  {
    key: "weight",
    header: { "zh-CN": "权重", en: "Weight" },
    aliases: spelled("比重、分值、weighting"),
    kind: "number",
    use: "read",
    note: {
      "zh-CN": "要么全部节点都有，要么都没有；都没有时按个数算。",
      en: "All milestones of a commitment have one or none has; without weights they count alike.",
    },
  },
  {
    key: "doneOn",
    header: { "zh-CN": "完成日期", en: "Done on" },
    aliases: spelled("实际完成时间、实际完成日期、办结日期、done_on、completed on、completed"),
    kind: "day",
    use: "computed",
    note: {
      "zh-CN": "完成须附佐证，因此只能在事项页登记，不从表格导入。",
      en: "A milestone is done with evidence, so this is recorded on the commitment's page and not imported.",
    },
  },
] as const satisfies readonly Column[];
