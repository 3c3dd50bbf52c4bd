// The columns of a list of commitments and measures.

import { spelled, type Choice, type Column } from "./column.ts";

export const COMMITMENT_KIND_CHOICES = [
  {
    value: "commitment",
    words: { "zh-CN": "承诺", en: "commitment" },
    aliases: spelled("承诺事项、公开承诺、民生实事、实事、promise、pledge"),
  },
  {
    value: "measure",
    words: { "zh-CN": "工作措施", en: "measure" },
    aliases: spelled("措施、内部工作、工作任务、重点工作、action、task"),
  },
] as const satisfies readonly Choice[];

export const COMMITMENT_COLUMNS = [
  {
    key: "programme",
    header: { "zh-CN": "年度计划编码", en: "Programme code" },
    aliases: spelled("年度计划、计划编码、年度、年份、programme、program、plan、year"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "code",
    header: { "zh-CN": "编号", en: "Code" },
    aliases: spelled(
      "承诺编号、事项编号、任务编号、事项编码、编码、序号、commitment code、commitment、number、no、ref、reference",
    ),
    kind: "code",
    use: "read",
    needed: true,
    note: {
      "zh-CN": "在同一年度计划内唯一，公布后不再变动。",
      en: "Unique in its programme; never changes once given.",
    },
  },
  {
    key: "externalId",
    header: { "zh-CN": "外部编号", en: "External id" },
    aliases: spelled("原系统编号、来源编号、外部标识、external_id、externalid、source id、id"),
    kind: "text",
    use: "read",
    note: {
      "zh-CN": "来源系统里的编号，用来对上同一事项。",
      en: "The number in the system it came from, by which the same item is found again.",
    },
  },
  {
    key: "kind",
    header: { "zh-CN": "类别", en: "Kind" },
    aliases: spelled("事项类别、类型、性质、type、category"),
    kind: "choice",
    use: "read",
    choices: COMMITMENT_KIND_CHOICES,
  },
  {
    key: "title",
    header: { "zh-CN": "标题", en: "Title" },
    aliases: spelled(
      "事项名称、承诺事项、任务名称、工作事项、工作任务、重点任务、任务、事项、项目名称、名称、title zh、title_zh、title/zh、name、commitment title",
    ),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "titleEn",
    header: { "zh-CN": "标题（英文）", en: "Title (English)" },
    aliases: spelled("英文标题、英文名称、title en、title_en、title/en、english title"),
    kind: "text",
    use: "read",
  },
  {
    key: "promise",
    header: { "zh-CN": "承诺内容", en: "Promise" },
    aliases: spelled(
      "具体内容、工作内容、主要内容、工作目标、目标任务、年度目标、内容、description、promise zh、text、details、commitment text",
    ),
    kind: "text",
    use: "read",
  },
  {
    key: "promiseEn",
    header: { "zh-CN": "承诺内容（英文）", en: "Promise (English)" },
    aliases: spelled("英文承诺内容、promise en、promise_en、description en、description_en、description/en"),
    kind: "text",
    use: "read",
  },
  {
    key: "beneficiaries",
    header: { "zh-CN": "受益对象", en: "Beneficiaries" },
    aliases: spelled("受益人群、服务对象、惠及对象、beneficiary、for whom"),
    kind: "text",
    use: "read",
  },
  {
    key: "beneficiariesEn",
    header: { "zh-CN": "受益对象（英文）", en: "Beneficiaries (English)" },
    aliases: spelled("beneficiaries en、beneficiaries_en"),
    kind: "text",
    use: "read",
  },
  {
    key: "criterion",
    header: { "zh-CN": "评判办法", en: "How it is judged" },
    aliases: spelled(
      "评判标准、考核标准、验收标准、完成标准、衡量标准、评价办法、criterion、criteria、success criteria、measure of success",
    ),
    kind: "text",
    use: "read",
  },
  {
    key: "criterionEn",
    header: { "zh-CN": "评判办法（英文）", en: "How it is judged (English)" },
    aliases: spelled("criterion en、criterion_en、criteria en"),
    kind: "text",
    use: "read",
  },
  {
    key: "lead",
    header: { "zh-CN": "牵头单位编码", en: "Lead body code" },
    aliases: spelled("牵头编码、责任单位编码、lead code、lead_code、lead body id"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "leadName",
    header: { "zh-CN": "牵头单位", en: "Lead body" },
    aliases: spelled(
      "责任单位、牵头部门、责任部门、主办单位、承办单位、主责单位、负责单位、牵头责任单位、承诺单位、单位、部门、lead、lead organisation、lead organization、lead department、owner、responsible、department",
    ),
    kind: "text",
    use: "alternative",
    insteadOf: "lead",
  },
  {
    key: "support",
    header: { "zh-CN": "配合单位编码", en: "Co-operating body codes" },
    aliases: spelled("协办单位编码、support code、support codes、support_codes"),
    kind: "codes",
    use: "read",
    note: {
      "zh-CN": "多个编码用“；”隔开；导入时“;”“、”和换行也可以。",
      en: "Several codes are separated by ；; the import also accepts ; 、 and line breaks.",
    },
  },
  {
    key: "supportNames",
    header: { "zh-CN": "配合单位", en: "Co-operating bodies" },
    aliases: spelled(
      "协办单位、配合部门、协同单位、参与单位、会办单位、support、supporting、supporting organisations、supporting organizations、partners、other organizations",
    ),
    kind: "codes",
    use: "alternative",
    insteadOf: "support",
  },
  {
    key: "start",
    header: { "zh-CN": "开始日期", en: "Start" },
    aliases: spelled("开始时间、启动时间、起始日期、起始时间、start date、start_date、begin"),
    kind: "day",
    use: "read",
  },
  {
    key: "due",
    header: { "zh-CN": "完成时限", en: "Due" },
    aliases: spelled(
      "完成时间、办结时限、截止日期、截止时间、到期日、时限、完成期限、计划完成时间、due date、due_date、deadline、end date、end_date、target date",
    ),
    kind: "day",
    use: "read",
  },
  {
    key: "firstDue",
    header: { "zh-CN": "原定时限", en: "First due" },
    aliases: spelled("原定完成时限、原完成时限、first_due、original due date、original deadline"),
    kind: "day",
    use: "computed",
    note: {
      "zh-CN": "第一次公布的时限；延期后仍然保留。",
      en: "The deadline first published; it stays when the deadline is moved.",
    },
  },
  {
    key: "source",
    header: { "zh-CN": "依据", en: "Source" },
    aliases: spelled(
      "来源、文件依据、政策依据、任务来源、出处、source document、reference document、mandate letter",
    ),
    kind: "text",
    use: "read",
  },
  {
    key: "standing",
    header: { "zh-CN": "状态", en: "Standing" },
    aliases: spelled("办理状态、进展状态、当前状态、完成情况、status、state"),
    kind: "text",
    use: "computed",
    note: {
      "zh-CN": "按日期和核查结论算出，规则见评判办法。",
      en: "Computed from dates and verdicts by the rules on the method page.",
    },
  },
  {
    key: "completion",
    header: { "zh-CN": "完成度", en: "Completion" },
    aliases: spelled("完成率、进度、完成比例、完成进度、progress、percent complete、% complete"),
    kind: "share",
    use: "computed",
    note: {
      "zh-CN": "由目标、节点和数据算出；空白表示无从得知，不是 0。",
      en: "Computed from targets, milestones and figures; empty means unknown, never 0.",
    },
  },
  {
    key: "lastRecordedOn",
    header: { "zh-CN": "最近报送日期", en: "Last recorded" },
    aliases: spelled("最近更新、更新日期、更新时间、last_recorded_on、last updated、updated"),
    kind: "day",
    use: "computed",
  },
] as const satisfies readonly Column[];
