// The columns of a long list of observations: one figure a row.

import { spelled, YES_NO, type Column } from "./column.ts";

export const OBSERVATION_COLUMNS = [
  {
    key: "indicator",
    header: { "zh-CN": "指标编码", en: "Indicator code" },
    aliases: spelled("指标编号、indicator、indicator_code"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "indicatorName",
    header: { "zh-CN": "指标名称", en: "Indicator" },
    aliases: spelled("指标、项目、indicator name、indicator_name、measure、series"),
    kind: "text",
    use: "alternative",
    insteadOf: "indicator",
  },
  {
    key: "body",
    header: { "zh-CN": "单位编码", en: "Body code" },
    aliases: spelled("单位编号、body、body_code"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "bodyName",
    header: { "zh-CN": "单位名称", en: "Body" },
    aliases: spelled(
      "责任单位、填报单位、报送单位、单位、部门、法院、body name、body_name、organisation、organization",
    ),
    kind: "text",
    use: "alternative",
    insteadOf: "body",
  },
  {
    key: "period",
    header: { "zh-CN": "期间", en: "Period" },
    aliases: spelled(
      "时期、报告期、统计期、所属期、日期、时间、年月、月份、季度、年度、年份、time period、date、month、quarter、year",
    ),
    kind: "period",
    use: "read",
    needed: true,
  },
  {
    key: "value",
    header: { "zh-CN": "数值", en: "Value" },
    aliases: spelled(
      "值、数据、指标值、实际值、完成值、数量、本期数、本期、figure、amount、observation、obs_value",
    ),
    kind: "number",
    use: "read",
    note: {
      "zh-CN": "有分子分母时由它们算出。",
      en: "Where numerator and denominator are given, computed from them.",
    },
  },
  {
    key: "numerator",
    header: { "zh-CN": "分子", en: "Numerator" },
    aliases: spelled("分子数、numerator value"),
    kind: "number",
    use: "read",
  },
  {
    key: "denominator",
    header: { "zh-CN": "分母", en: "Denominator" },
    aliases: spelled("分母数、总数、denominator value、total"),
    kind: "number",
    use: "read",
  },
  {
    key: "mean",
    header: { "zh-CN": "平均值", en: "Mean" },
    aliases: spelled("平均、均值、平均时长、平均天数、平均用时、average"),
    kind: "number",
    use: "read",
  },
  {
    key: "count",
    header: { "zh-CN": "计数", en: "Count" },
    aliases: spelled("件数、样本数、案件数、n、number of cases、cases"),
    kind: "number",
    use: "read",
    note: {
      "zh-CN": "平均值是由多少件算出的。",
      en: "How many the mean was taken over.",
    },
  },
  {
    key: "notCollected",
    header: { "zh-CN": "未采集", en: "Not collected" },
    aliases: spelled("未统计、缺报、not_collected"),
    kind: "yesNo",
    use: "read",
    choices: YES_NO,
    note: {
      "zh-CN": "“是”表示该期没有采集，这也是一种数据，不是 0。",
      en: "“yes” says that nothing was collected for the period, which is a value and not 0.",
    },
  },
  {
    key: "unit",
    header: { "zh-CN": "计量单位", en: "Unit" },
    aliases: spelled("unit of measure"),
    kind: "text",
    use: "computed",
  },
  {
    key: "source",
    header: { "zh-CN": "数据来源", en: "Source" },
    aliases: spelled("来源、出处、data source"),
    kind: "text",
    use: "read",
  },
  {
    key: "note",
    header: { "zh-CN": "备注", en: "Note" },
    aliases: spelled("说明、注、remark、remarks、comment、comments"),
    kind: "text",
    use: "read",
  },
  {
    key: "recordedOn",
    header: { "zh-CN": "登记日期", en: "Recorded on" },
    aliases: spelled("报送日期、recorded_on"),
    kind: "day",
    use: "computed",
  },
  {
    key: "version",
    header: { "zh-CN": "版次", en: "Version" },
    aliases: spelled("修订次数"),
    kind: "number",
    use: "computed",
    note: {
      "zh-CN": "1 为首次报送，每修订一次加 1。",
      en: "1 for the first value, one more with each revision.",
    },
  },
] as const satisfies readonly Column[];
