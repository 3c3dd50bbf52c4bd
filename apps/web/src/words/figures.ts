// The words of the grid in which a period's figures are recorded at once.

const zh = {
  title: "报送本期数据",
  lead: "一行一个指标，只写入改动过的行；有一行不能接受，就都不写入，填过的都还在。",
  choose: "换一个期间或单位",
  period: "期间",
  body: "单位",
  due: "待报",
  dueNote: "承诺的目标要用，或者本单位以前报过、这一期还没有的数据。",
  there: "已报",
  thereNote: "改动即为修订，须写明理由；原值和理由一并公开。",
  none: "这一期没有需要报送的数据",
  noneHelp:
    "本单位没有用这一期数据评判的承诺，以前也没有报过同类期间的数据。可以换一个期间，或者从指标列表逐项报送。",
  others: "还有这些期间待报",
  otherPeriod: (period: string, count: number) => `${period}（${count} 项）`,
  indicator: "指标",
  yearBefore: "上年同期",
  previous: "上一期",
  now: "本期",
  more: "来源、备注",
  ratioOnly: "只知道比率",
  notCollected: "未采集",
  value: (indicator: string, unit: string) => `${indicator}（${unit}）`,
  reason: "修订理由",
  confirmed: "为什么是这个数？理由与数据一并公布。",
  source: "数据来源（适用于以上各行）",
  sourceHint: "如 案件管理系统月报。个别行另有来源的，在该行“来源、备注”中填写。",
  submit: "写入改动过的行",
  paste: "从表格粘贴一列",
  pasteHint:
    "在 Excel、WPS 中选中一列数复制，粘贴到这里，按上面的行序填入；空行跳过，“未采集”照填。比率粘贴分子、分母两列，时长粘贴平均值、件数两列。第一列是指标名称或编号的，按名称对应。填入后先核对，再写入。",
  pasteButton: "填入上面的表格",
  pasted: (count: number) => `已填入 ${count} 行，还没有写入，请核对。`,
  pastedMore: (line: number, rows: number) =>
    `粘贴的第 ${line} 行没有对应的行（表中共 ${rows} 行），没有填入。`,
  pastedNothing: "没有可以填入的内容，请先从表格复制一列再粘贴。",
  pastedWide: (line: number, cells: number) =>
    `粘贴的第 ${line} 行有 ${cells} 列，这个指标用不了，没有填入。`,
  nothing: "没有改动过的行，没有写入。",
  row: (ordinal: number, indicator: string) => `第 ${ordinal} 行 ${indicator}：`,
  link: "整表报送本期数据",
};

const en: typeof zh = {
  title: "Record a period's figures",
  lead: "One row per indicator. Only rows you change are written; if one cannot be accepted, none is, and what you typed stays.",
  choose: "Another period or body",
  period: "Period",
  body: "Body",
  due: "Due",
  dueNote: "Figures a target needs, or that this body has recorded before and not yet for this period.",
  there: "Recorded",
  thereNote: "A change is a revision and needs a reason; the old value and the reason stay public.",
  none: "No figure is due for this period",
  noneHelp:
    "No promise of this body is judged by this period, and it has recorded nothing like it before. Choose another period, or record one by one from the list of indicators.",
  others: "Also due",
  otherPeriod: (period, count) => `${period} (${count})`,
  indicator: "Indicator",
  yearBefore: "Year before",
  previous: "Period before",
  now: "This period",
  more: "Source, note",
  ratioOnly: "Only the ratio is known",
  notCollected: "Not collected",
  value: (indicator, unit) => `${indicator} (${unit})`,
  reason: "Why it is revised",
  confirmed: "Why is it this value? The reason is published with the figure.",
  source: "Source of all the rows above",
  sourceHint:
    "Such as the monthly report of the case system. A row with another source names it under “Source, note”.",
  submit: "Write the changed rows",
  paste: "Paste a column from a spreadsheet",
  pasteHint:
    "Copy a column of numbers and paste it here; it fills the rows above in their order. An empty line skips a row, “not collected” is understood. A ratio takes two columns (numerator, denominator), a duration two (mean, count). A first column with names or codes is matched by them. Check the rows, then write.",
  pasteButton: "Fill the rows above",
  pasted: (count) => `${count} rows are filled and not written yet. Please check them.`,
  pastedMore: (line, rows) => `Line ${line} has no row (there are ${rows}) and was left out.`,
  pastedNothing: "There was nothing to fill in. Copy a column and paste it first.",
  pastedWide: (line, cells) =>
    `Line ${line} has ${cells} columns, which this indicator cannot take; it was left out.`,
  nothing: "No row was changed, and nothing was written.",
  row: (ordinal, indicator) => `Row ${ordinal}, ${indicator}: `,
  link: "Record a whole period's figures",
};

export const figuresWords = { "zh-CN": zh, en } as const;
