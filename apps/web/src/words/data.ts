// Words of the open-data page and of the files it offers.

const zh = {
  title: "开放数据",
  lead: "本站公开的一切都可以整份下载，不需要登录，也不需要申请。",
  nouns: {
    programmes: "年度计划",
    bodies: "单位",
    commitments: "承诺事项",
    targets: "目标",
    milestones: "节点",
    indicators: "指标",
    observations: "数据",
    problems: "问题",
    silence: "逾期未办",
    draws: "随机抽查",
    corrections: "更正",
    redactions: "依规删除",
  },
  about: {
    programmes: "各年度计划和它们的规则：完成度怎么合、多少天不报数算久未报数、几件以上才排序。",
    bodies: "全部单位和上下级关系。",
    commitments: "全部已公布的承诺和工作措施，以及算出的状态和完成度。",
    targets: "每件承诺用哪个单位的哪个指标、在哪个期间达到多少来衡量。",
    milestones: "每件承诺的节点、时限、权重和完成日期。",
    indicators: "指标的定义、单位、类型和好的方向。",
    observations: "每个指标、单位、期间的一个数据；比率附分子分母，时长附件数。",
    problems: "问题清单：地点或服务、责任单位、期限、挂牌、整改和核查情况、状态。",
    silence: "到期没有报、没有办的：哪个单位、什么事、从哪天起、多少天。",
    draws: "抽查方案：轮次、名录总数、抽查数、抽签时间和地点、状态、骰子点数、抽中的和替补。",
    corrections: "公布之后的每一处修订、修改和撤回：原来、现在、理由和单位。",
    redactions: "依规删除的内容：对象、理由、提请和决定的单位、日期。删掉的文字不在其中。",
  },
  licenceTitle: "许可",
  licence: (licence: string) => `数据按 ${licence} 许可使用：可以复制、修改、再发布，请注明来源。`,
  rulesTitle: "文件怎么读",
  rules: [
    "CSV 为 UTF-8 编码并带 BOM，Excel 和 WPS 可以直接打开；XLSX 里日期是真日期，数字是真数字；JSON 用英文字段名。",
    "列与导入用的列完全一致：导出、改一格、再导入，就只更新那一格。",
    "空白表示没有或无从得知，绝不是 0；“未采集”是单独的一列。",
    "以 =、+、-、@ 开头的文字在表格里加了防护，不会被当作公式执行。",
    "列表页下载的正是当前筛选出来的全部事项。",
  ],
  recomputeTitle: "自己重算完成度",
  recompute:
    "有了目标、节点、数据、指标和年度计划这五个文件，就能独立算出每件承诺的完成度，规则见评判办法。我们的测试每次都只用这些文件重算一遍。",
  programsTitle: "给程序用",
  package: "数据包说明（Frictionless Data Package）：每个文件的地址、列、类型、主键和许可",
  api: "查询接口：按条件取一部分数据，附 OpenAPI 3.1 描述",
  columnsTitle: (noun: string) => `${noun}文件的列`,
  file: "文件",
  formats: "格式",
  column: "列名",
  key: "JSON 字段",
  note: "说明",
  computed: "算出来的，导入时不读",
  needed: "必填",
  asOf: (day: string) => `数据截至 ${day}。`,
};

const en: typeof zh = {
  title: "Open data",
  lead: "Everything public here can be downloaded whole, without signing in and without asking.",
  nouns: {
    programmes: "Programmes",
    bodies: "Bodies",
    commitments: "Commitments",
    targets: "Targets",
    milestones: "Milestones",
    indicators: "Indicators",
    observations: "Figures",
    problems: "Problems",
    silence: "Overdue",
    draws: "Draws",
    corrections: "Corrections",
    redactions: "Redactions",
  },
  about: {
    programmes:
      "The programmes and their rules: how parts make a completion, after how many days a commitment is silent, from how many on bodies are ranked.",
    bodies: "All bodies and what they belong to.",
    commitments:
      "All published commitments and measures, with the standing and completion computed from them.",
    targets:
      "By which indicator of which body a commitment is measured, in which period, and what is to be reached.",
    milestones: "The milestones of each commitment, with deadline, weight and the day they were done.",
    indicators: "Definition, unit, kind and better direction of each indicator.",
    observations:
      "One figure per indicator, body and period; a ratio with its numerator and denominator, a duration with its count.",
    problems:
      "The list of problems: place or service, responsible body, deadlines, listing, what was done and found, standing.",
    silence: "What was due and has not come: which body, what, since when, how many days.",
    draws:
      "Plans of draws: round, size of the frame, how many are drawn, ceremony, stage, rolls, what was drawn and replaced.",
    corrections:
      "Every revision, amendment and withdrawal of what was public: before, after, reason and body.",
    redactions: "What was redacted: of which record, why, by which two bodies, when. Not what it said.",
  },
  licenceTitle: "Licence",
  licence: (licence) =>
    `The data may be used under ${licence}: copy, change and publish it again, and name the source.`,
  rulesTitle: "How to read the files",
  rules: [
    "CSV is UTF-8 with a byte order mark, so that Excel and WPS open it as it is; in XLSX days are days and numbers are numbers; JSON uses the field names below.",
    "The columns are exactly those the import reads: export, edit one cell, import, and one cell is updated.",
    "Empty means absent or unknown and never 0; “not collected” is a column of its own.",
    "Text that begins with =, +, - or @ is guarded, so that no spreadsheet runs it as a formula.",
    "Downloads on a list hold everything that list was filtered to.",
  ],
  recomputeTitle: "Recompute the completion yourself",
  recompute:
    "From five files, targets, milestones, figures, indicators and programmes, the completion of every commitment can be computed independently by the rules on the method page. Our tests do so from these files alone.",
  programsTitle: "For programs",
  package: "The data package (Frictionless): address, columns, types, keys and licence of every file",
  api: "The API: just the rows you ask for, described in OpenAPI 3.1",
  columnsTitle: (noun) => `Columns of the file “${noun}”`,
  file: "File",
  formats: "Formats",
  column: "Column",
  key: "JSON field",
  note: "What it holds",
  computed: "computed; not read on import",
  needed: "needed",
  asOf: (day) => `Data as of ${day}.`,
};

export const dataWords = { "zh-CN": zh, en } as const;
