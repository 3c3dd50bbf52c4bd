// What the sample court promised.

import type { CommitmentOf } from "./shapes.ts";

export const COURT: readonly CommitmentOf[] = [
  {
    code: "FY-01",
    year: "last",
    title: ["缩短案件平均审理时间", "Shorter time to judgment"],
    promise: [
      "{Y}年一审案件平均审理天数降到{t1}天以内，超期案件逐案列明原因并公布数量。",
      "In {Y} the mean time to judgment in cases of first instance falls to {t1} days; the number of cases over time, with causes, is published.",
    ],
    criterion: [
      "以“平均审理天数”全年数据为准，由各月天数按件数合并计算。",
      "The indicator “mean days to judgment” for the whole year, the months pooled by their cases.",
    ],
    for: ["来法院办理案件的当事人和代理人", "Parties to cases and their counsel"],
    lead: "FY",
    targets: [{ indicator: "FY-TS", of: 1.03, fromYearBefore: true }],
    story: [
      { at: 0.3, progress: "推行繁简分流，简单案件集中排期开庭，审判管理办公室每周通报超期案件数量。" },
      { at: 0.8, progress: "长期未结案件由院领导包案，逐案列出堵点。" },
      { at: 1.02, declare: true },
      {
        at: 1.4,
        verdict: "kept",
        finding:
          "调取办案系统全年数据重新计算，平均审理天数达到承诺；随机抽取的案件卷宗与系统登记的立案、结案日期一致。",
      },
    ],
  },
  {
    code: "FY-02",
    year: "last",
    title: ["三个人民法庭全部开通网上立案", "Online filing at all three tribunals"],
    promise: [
      "城关、东河、南岭三个人民法庭开通网上立案，并在大厅设自助终端，提供现场指导。",
      "All three township tribunals take filings online, with a terminal and help in the hall.",
    ],
    criterion: [
      "三个法庭均能网上提交、当日审核，自助终端可用。",
      "Filings can be made at all three, are looked at the same day, and the terminals work.",
    ],
    for: ["乡镇当事人", "Parties living in the townships"],
    lead: "FY",
    milestones: [
      { title: ["城关、东河法庭开通", "Chengguan and Donghe open"], due: 0.5 },
      { title: ["南岭法庭开通", "Nanling opens"], due: 0.9 },
    ],
    story: [
      { at: 0.45, done: 1, photo: "screen", caption: "东河法庭网上立案终端启用" },
      { at: 0.95, progress: "南岭法庭专线尚未到位，终端已送达，暂以城关法庭远程代办。" },
      {
        at: 1.5,
        verdict: "partlyKept",
        finding: "城关、东河两庭现场提交成功并在当日审核；南岭法庭终端未接入，只能代办。三个法庭开通两个。",
      },
    ],
  },
  {
    code: "FY-03",
    year: "last",
    kind: "measure",
    title: ["审判人员业务培训", "Training for judges and clerks"],
    promise: [
      "全年组织业务培训不少于{t1}场，覆盖新修订法律适用、文书说理和庭审规范。",
      "At least {t1} training sessions in the year: amended laws, reasoned judgments, conduct of hearings.",
    ],
    criterion: [
      "以培训场次数据和课件、安排表为准。",
      "The number of sessions, with course papers and timetables.",
    ],
    for: ["审判执行工作人员", "Staff of the court"],
    lead: "FY",
    targets: [{ indicator: "GY-PX", of: 0.96 }],
    story: [
      { at: 0.4, photo: "books", caption: "培训讲义" },
      { at: 1, declare: true },
      {
        at: 1.7,
        verdict: "cannotBeVerified",
        finding: "场次数据达到承诺，但多数场次只有通知，没有课件和安排表留存，无法核实内容和时长。",
      },
    ],
  },
  {
    code: "FY-01",
    year: "this",
    title: ["压减长期未结案件", "Fewer cases left pending"],
    promise: [
      "{Y}年末未结案件降到{t1}件以下，立案超过十二个月未结的案件全部列出清单，由院庭长督办。",
      "At the end of {Y} fewer than {t1} cases are pending; those older than twelve months are listed and followed by the presidents of the divisions.",
    ],
    criterion: [
      "以十二月末“未结案件”数据为准，新收、结案、未结三项数据应当平衡。",
      "“Pending cases” at the end of December; opening, new, closed and pending must balance.",
    ],
    for: ["等待裁判的当事人", "Parties waiting for a decision"],
    lead: "FY",
    targets: [{ indicator: "FY-WJ", of: 0.99, fromYearBefore: true }],
    story: [
      { at: 0.2, progress: "建立长期未结案件清单，按立案时间排序，逐案明确办理期限。" },
      { at: 0.55, progress: "清单案件已结三分之二，其余多为等待鉴定意见。" },
      { at: 0.9, photo: "chart", caption: "未结案件逐月走势公示牌" },
    ],
  },
  {
    code: "FY-02",
    year: "this",
    title: ["开庭公告提前三日公布", "Hearings announced three days ahead"],
    promise: [
      "应当公开审理的案件，开庭时间和法庭提前三日在网上和大厅公布，公开率达到{t1}%。",
      "For public hearings, time and courtroom are posted online and in the hall three days ahead, in at least {t1} % of sittings.",
    ],
    criterion: [
      "以“开庭公告公开率”全年数据为准，分子、分母分别公布。",
      "The indicator for the whole year, numerator and denominator published.",
    ],
    for: ["旁听庭审的居民和当事人", "Parties, and residents who wish to attend"],
    lead: "FY",
    targets: [{ indicator: "FY-GK", of: 1.01, fromYearBefore: true }],
    story: [
      { at: 0.35, progress: "公告由系统在排期后自动生成，法庭值班人员每日核对。" },
      { at: 0.7, photo: "board", caption: "大厅开庭公告屏" },
      {
        at: 0.5,
        amend: {
          promise: [
            "应当公开审理的案件，开庭时间和法庭提前三日在网上、大厅和人民法庭公告栏同时公布，公开率达到{t1}%。",
            "For public hearings, time and courtroom are posted online, in the hall and at the tribunals three days ahead, in at least {t1} % of sittings.",
          ],
        },
        reason: "居民建议人民法庭公告栏同步公布，经院务会研究增加。",
      },
    ],
  },
  {
    code: "FY-03",
    year: "this",
    title: ["网上立案当日审核", "Online filings looked at the same day"],
    promise: [
      "工作日十六时前提交的网上立案申请当日审核，网上立案率不低于{t1}%。",
      "Filings made online before four on a working day are looked at the same day; at least {t1} % of cases are filed online.",
    ],
    criterion: [
      "以网上立案率全年数据和审核时间记录为准。",
      "The share filed online over the year, and the log of times.",
    ],
    for: ["当事人和律师", "Parties and lawyers"],
    lead: "FY",
    targets: [{ indicator: "FY-WS", of: 0.985, fromYearBefore: true }],
    story: [
      { at: 0.3, progress: "立案庭增设网上审核岗，午间不间断。" },
      { at: 0.88, photo: "screen", caption: "网上立案审核时间统计屏" },
      { at: 0.93, declare: true },
    ],
  },
  {
    code: "FY-04",
    year: "this",
    title: ["诉讼服务大厅无障碍改造", "An accessible court hall"],
    promise: [
      "完成坡道、低位柜台、语音叫号和字幕屏改造，改造期间服务不中断。",
      "Ramps, low counters, spoken calls and captioned screens; the hall stays open during the works.",
    ],
    criterion: [
      "四个节点全部完成并有照片和验收单。",
      "All four milestones done, with photographs and acceptance notes.",
    ],
    for: ["行动、听力、视力不便的来访者", "Visitors who walk, hear or see with difficulty"],
    lead: "FY",
    support: ["ZJ"],
    due: 0.8,
    milestones: [
      { title: ["设计公示", "Design published"], due: 0.25, weight: 1 },
      { title: ["坡道和低位柜台", "Ramps and low counters"], due: 0.5, weight: 4 },
      { title: ["语音叫号和字幕屏", "Spoken calls and captions"], due: 0.7, weight: 3 },
      { title: ["竣工验收", "Works accepted"], due: 0.8, weight: 2 },
    ],
    story: [
      { at: 0.22, done: 1, photo: "board", caption: "改造设计方案公示" },
      { at: 0.48, done: 2, photo: "hall", caption: "低位柜台安装完成" },
      { at: 0.56, reopen: 2, reason: "坡道坡度复测不符合要求，需重新施工。" },
      {
        at: 0.75,
        amend: {
          due: 1.6,
          milestones: [
            { title: ["设计公示", "Design published"], due: 0.25, weight: 1 },
            { title: ["坡道和低位柜台", "Ramps and low counters"], due: 0.9, weight: 4 },
            { title: ["语音叫号和字幕屏", "Spoken calls and captions"], due: 1.3, weight: 3 },
            { title: ["竣工验收", "Works accepted"], due: 1.6, weight: 2 },
          ],
        },
        reason: "坡道返工，语音叫号设备到货推迟，完成时限顺延；首次公布的时限仍列在页面上。",
      },
      { at: 0.88, done: 2, photo: "hall", caption: "坡道返工后复测合格" },
    ],
  },
  {
    code: "FY-05",
    year: "this",
    title: ["执行案件提速", "Faster enforcement"],
    promise: [
      "执行案件平均办理天数降到{t1}天以内，财产查控结果五日内告知申请人。",
      "The mean time to enforcement falls to {t1} days, and applicants hear the result of the search for assets within five days.",
    ],
    criterion: ["以“执行案件平均办理天数”全年数据为准。", "“Mean days to enforcement” for the year."],
    for: ["申请执行人", "Applicants for enforcement"],
    lead: "FY",
    support: ["GA"],
    due: 0.82,
    targets: [{ indicator: "FY-ZX", of: 0.88, fromYearBefore: true }],
    story: [
      { at: 0.3, progress: "与不动产登记、车辆管理部门开通查控专线。" },
      { at: 0.65, body: "GA", progress: "车辆查封协助实行当日反馈。" },
    ],
  },
  {
    code: "FY-06",
    year: "this",
    kind: "measure",
    title: ["裁判文书说理评查", "Review of reasoning in judgments"],
    promise: [
      "每季度抽取一百份裁判文书评查说理，评查结果和常见问题在院内通报并公布摘要。",
      "A hundred judgments are reviewed each quarter for their reasoning; findings are discussed and a summary published.",
    ],
    criterion: ["四个季度摘要全部公布。", "All four quarterly summaries are published."],
    for: ["审判人员和社会公众", "Judges, and the public"],
    lead: "FY",
    milestones: [
      { title: ["第一次评查摘要", "First summary"], due: 0.35 },
      { title: ["第二次评查摘要", "Second summary"], due: 0.9 },
      { title: ["第三、四次评查摘要", "Third and fourth summaries"], due: 2 },
    ],
    story: [{ at: 0.33, done: 1, photo: "books", caption: "第一次评查摘要" }],
  },
];
