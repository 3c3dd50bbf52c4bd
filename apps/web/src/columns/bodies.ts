// The columns of a list of bodies.

import { spelled, YES_NO, type Column } from "./column.ts";

export const BODY_COLUMNS = [
  {
    key: "code",
    header: { "zh-CN": "单位编码", en: "Body code" },
    aliases: spelled("编码、编号、单位编号、机构编码、部门编码、code、body、body_code、acronym"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "externalId",
    header: { "zh-CN": "外部编号", en: "External id" },
    aliases: spelled("统一社会信用代码、原系统编号、external_id、externalid、id"),
    kind: "text",
    use: "read",
  },
  {
    key: "name",
    header: { "zh-CN": "单位名称", en: "Name" },
    aliases: spelled(
      "名称、单位、机构名称、部门名称、部门、单位全称、body name、organisation、organization、department、name zh、name_zh",
    ),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "nameEn",
    header: { "zh-CN": "单位名称（英文）", en: "Name (English)" },
    aliases: spelled("英文名称、英文名、name en、name_en、name/en"),
    kind: "text",
    use: "read",
  },
  {
    key: "parent",
    header: { "zh-CN": "上级单位编码", en: "Parent body code" },
    aliases: spelled("上级编码、parent、parent_code、parent code、parent_external_id"),
    kind: "code",
    use: "read",
  },
  {
    key: "parentName",
    header: { "zh-CN": "上级单位", en: "Parent body" },
    aliases: spelled("主管单位、主管部门、隶属单位、parent name、parent_name"),
    kind: "text",
    use: "alternative",
    insteadOf: "parent",
  },
  {
    key: "inspects",
    header: { "zh-CN": "核查单位", en: "Inspects" },
    aliases: spelled("督查单位、是否核查单位、是否督查单位、inspecting、inspecting body"),
    kind: "yesNo",
    use: "read",
    choices: YES_NO,
    note: {
      "zh-CN": "核查单位核查其他单位的承诺，不核查自己的。",
      en: "An inspecting body checks what others promised, never its own work.",
    },
  },
  {
    key: "about",
    header: { "zh-CN": "职责简介", en: "About" },
    aliases: spelled("简介、职责、主要职责、description、about zh"),
    kind: "text",
    use: "read",
  },
  {
    key: "aboutEn",
    header: { "zh-CN": "职责简介（英文）", en: "About (English)" },
    aliases: spelled("about en、about_en、description en"),
    kind: "text",
    use: "read",
  },
  {
    key: "closedOn",
    header: { "zh-CN": "撤销日期", en: "Closed on" },
    aliases: spelled("撤并日期、closed_on、closed、dissolved"),
    kind: "day",
    use: "read",
  },
] as const satisfies readonly Column[];
