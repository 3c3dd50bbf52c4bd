// The columns of a list of indicators.

import { spelled, type Choice, type Column } from "./column.ts";

export const INDICATOR_KIND_CHOICES = [
  { value: "flow", words: { "zh-CN": "流量", en: "flow" }, aliases: spelled("累计、发生数、时期指标") },
  { value: "stock", words: { "zh-CN": "存量", en: "stock" }, aliases: spelled("期末数、时点指标、时点数") },
  {
    value: "ratio",
    words: { "zh-CN": "比率", en: "ratio" },
    aliases: spelled("比例、百分比、率、rate、percentage"),
  },
  {
    value: "duration",
    words: { "zh-CN": "时长", en: "duration" },
    aliases: spelled("平均时长、平均用时、mean duration"),
  },
  { value: "index", words: { "zh-CN": "指数", en: "index" }, aliases: spelled("得分、评分、score") },
] as const satisfies readonly Choice[];

export const POLARITY_CHOICES = [
  { value: "up", words: { "zh-CN": "越高越好", en: "higher" }, aliases: spelled("正向、高、up、increase") },
  {
    value: "down",
    words: { "zh-CN": "越低越好", en: "lower" },
    aliases: spelled("逆向、反向、低、down、decrease"),
  },
  {
    value: "none",
    words: { "zh-CN": "不分高低", en: "neither" },
    aliases: spelled("中性、无、none、neutral"),
  },
] as const satisfies readonly Choice[];

export const FREQUENCY_CHOICES = [
  { value: "month", words: { "zh-CN": "月", en: "month" }, aliases: spelled("每月、月度、按月、monthly") },
  {
    value: "quarter",
    words: { "zh-CN": "季", en: "quarter" },
    aliases: spelled("每季、季度、按季、quarterly"),
  },
  {
    value: "half",
    words: { "zh-CN": "半年", en: "half-year" },
    aliases: spelled("每半年、half、half-yearly、biannual"),
  },
  {
    value: "year",
    words: { "zh-CN": "年", en: "year" },
    aliases: spelled("每年、年度、按年、annual、yearly"),
  },
] as const satisfies readonly Choice[];

export const INDICATOR_COLUMNS = [
  {
    key: "code",
    header: { "zh-CN": "指标编码", en: "Indicator code" },
    aliases: spelled("编码、编号、指标编号、序号、code、indicator、indicator_code"),
    kind: "code",
    use: "read",
    needed: true,
  },
  {
    key: "externalId",
    header: { "zh-CN": "外部编号", en: "External id" },
    aliases: spelled("原系统编号、external_id、externalid、id"),
    kind: "text",
    use: "read",
  },
  {
    key: "name",
    header: { "zh-CN": "指标名称", en: "Name" },
    aliases: spelled("指标、名称、indicator name、indicator_name、name zh、name_zh"),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "nameEn",
    header: { "zh-CN": "指标名称（英文）", en: "Name (English)" },
    aliases: spelled("英文名称、name en、name_en、name/en"),
    kind: "text",
    use: "read",
  },
  {
    key: "definition",
    header: { "zh-CN": "指标定义", en: "Definition" },
    aliases: spelled("定义、口径、统计口径、指标解释、指标说明、description"),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "definitionEn",
    header: { "zh-CN": "指标定义（英文）", en: "Definition (English)" },
    aliases: spelled("definition en、definition_en、description en"),
    kind: "text",
    use: "read",
  },
  {
    key: "unit",
    header: { "zh-CN": "计量单位", en: "Unit" },
    aliases: spelled("单位、unit of measure、unit zh"),
    kind: "text",
    use: "read",
    needed: true,
  },
  {
    key: "unitEn",
    header: { "zh-CN": "计量单位（英文）", en: "Unit (English)" },
    aliases: spelled("unit en、unit_en"),
    kind: "text",
    use: "read",
  },
  {
    key: "kind",
    header: { "zh-CN": "指标类型", en: "Kind" },
    aliases: spelled("类型、类别、type"),
    kind: "choice",
    use: "read",
    needed: true,
    choices: INDICATOR_KIND_CHOICES,
    note: {
      "zh-CN": "决定各期如何合并：流量相加，存量取期末，比率由分子分母重算，时长按件数加权，指数不合并。",
      en: "Says how parts make a whole: flows add up, stocks take the last, ratios are recomputed from their parts, durations are pooled by their counts, an index is never combined.",
    },
  },
  {
    key: "polarity",
    header: { "zh-CN": "好的方向", en: "Better" },
    aliases: spelled("指标方向、方向、指标性质、polarity、direction"),
    kind: "choice",
    use: "read",
    choices: POLARITY_CHOICES,
  },
  {
    key: "decimals",
    header: { "zh-CN": "小数位数", en: "Decimals" },
    aliases: spelled("小数位、精度、precision"),
    kind: "number",
    use: "read",
  },
  {
    key: "frequency",
    header: { "zh-CN": "报送频率", en: "Frequency" },
    aliases: spelled("频率、周期、统计周期、报送周期、frequency of collection"),
    kind: "choice",
    use: "read",
    choices: FREQUENCY_CHOICES,
  },
  {
    key: "scale",
    header: { "zh-CN": "比率倍数", en: "Scale" },
    aliases: spelled("倍数、multiplier"),
    kind: "number",
    use: "read",
    note: {
      "zh-CN": "比率 = 分子 ÷ 分母 × 倍数，百分比为 100。",
      en: "A ratio is numerator ÷ denominator × scale; 100 for a percentage.",
    },
  },
  {
    key: "numerator",
    header: { "zh-CN": "分子含义", en: "Numerator" },
    aliases: spelled("分子、numerator means"),
    kind: "text",
    use: "read",
  },
  {
    key: "denominator",
    header: { "zh-CN": "分母含义", en: "Denominator" },
    aliases: spelled("分母、denominator means"),
    kind: "text",
    use: "read",
  },
  {
    key: "least",
    header: { "zh-CN": "合理下限", en: "Least" },
    aliases: spelled("下限、最小值、min、minimum"),
    kind: "number",
    use: "read",
  },
  {
    key: "most",
    header: { "zh-CN": "合理上限", en: "Most" },
    aliases: spelled("上限、最大值、max、maximum"),
    kind: "number",
    use: "read",
  },
  {
    key: "source",
    header: { "zh-CN": "数据来源", en: "Source" },
    aliases: spelled("来源、出处、data source"),
    kind: "text",
    use: "read",
  },
] as const satisfies readonly Column[];
