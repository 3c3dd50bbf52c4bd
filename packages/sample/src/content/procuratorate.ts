// What the sample procuratorate promised.

import type { CommitmentOf } from "./shapes.ts";

export const PROCURATORATE: readonly CommitmentOf[] = [
  {
    code: "JC-01",
    year: "last",
    title: ["公开听证常态化", "Public hearings as a matter of course"],
    promise: [
      "{Y}年组织公开听证不少于{t1}场，听证公告提前公布，结果在网上可查。",
      "At least {t1} public hearings in {Y}, announced ahead, their results online.",
    ],
    criterion: ["以“公开听证场次”全年数据为准。", "“Public hearings held” for the whole year."],
    for: ["案件当事人和社会公众", "Parties, and the public"],
    lead: "JC",
    targets: [{ indicator: "JC-TZ", of: 0.94 }],
    story: [
      { at: 0.4, photo: "hall", caption: "听证室布置" },
      { at: 1.03, declare: true },
      {
        at: 1.5,
        verdict: "partlyKept",
        finding: "有一个月的场次没有报送，年度合计无法算出；抽查的听证公告均提前公布，结果可查。",
      },
    ],
  },
  {
    code: "JC-02",
    year: "last",
    title: ["来信来访七日内答复", "Letters and visits answered within seven days"],
    promise: [
      "收到来信来访七日内给予程序性答复，比例不低于{t1}%。",
      "A first answer on procedure within seven days, in at least {t1} % of cases.",
    ],
    criterion: ["以七日内程序回复率全年数据为准。", "The rate for the whole year."],
    for: ["来信来访的居民", "Those who write or come"],
    lead: "JC",
    targets: [{ indicator: "JC-HF", of: 0.995 }],
    story: [
      { at: 0.5, progress: "检察服务中心实行登记、分流、答复三日一清。" },
      { at: 1.02, declare: true },
      { at: 1.35, verdict: "kept", finding: "抽取登记簿与答复文书比对，日期一致，全年比例达到承诺。" },
    ],
  },
  {
    code: "JC-01",
    year: "this",
    title: ["听证进社区", "Hearings in the neighbourhoods"],
    promise: [
      "{Y}年公开听证不少于{t1}场，其中在乡镇和社区现场举行的全部提前公告。",
      "At least {t1} public hearings in {Y}; those held in townships and neighbourhoods are all announced ahead.",
    ],
    criterion: ["以“公开听证场次”全年数据为准。", "“Public hearings held” for the whole year."],
    for: ["乡镇居民", "Residents of the townships"],
    lead: "JC",
    support: ["SF"],
    targets: [{ indicator: "JC-TZ", of: 1.06 }],
    story: [
      { at: 0.25, progress: "首场社区听证在东河镇举行，公告提前五日张贴。" },
      { at: 0.6, body: "SF", progress: "司法所协助提供场地六处。" },
      { at: 0.85, photo: "board", caption: "社区听证公告栏" },
    ],
  },
  {
    code: "JC-02",
    year: "this",
    title: ["案件信息公开提速", "Case information published sooner"],
    promise: [
      "程序性信息在作出决定后两个工作日内可查，法律文书依法应公开的十个工作日内公开。",
      "Procedural steps can be looked up within two working days; documents that must be public appear within ten.",
    ],
    criterion: ["每季度抽查五十件，全部按时。", "Fifty cases are sampled each quarter; all in time."],
    for: ["当事人和律师", "Parties and lawyers"],
    lead: "JC",
    due: 1.2,
    milestones: [
      { title: ["查询系统上线", "Look-up goes online"], due: 0.4 },
      { title: ["文书公开流程改造", "Publication of documents reworked"], due: 0.7 },
      { title: ["首次抽查结果公布", "First sample published"], due: 1.2 },
    ],
    story: [
      { at: 0.28, done: 1, photo: "screen", caption: "案件信息查询页面" },
      { at: 0.58, done: 2, photo: "board", caption: "文书公开流程图" },
      { at: 0.84, done: 3, photo: "chart", caption: "首次抽查结果" },
      { at: 0.86, declare: true },
      {
        at: 0.96,
        verdict: "kept",
        finding: "监督办另行抽取五十件，程序性信息均在两个工作日内可查，应公开文书均按时公开。",
      },
    ],
  },
  {
    code: "JC-03",
    year: "this",
    title: ["饮用水水源地公益诉讼回头看", "Water sources: a second look"],
    promise: [
      "对已办结的水源地保护案件逐一回访现场，整改情况向社会公布。",
      "Every closed case on the protection of water sources is visited again, and what was found is published.",
    ],
    criterion: ["回访清单全部完成并公布。", "The list of visits is completed and published."],
    for: ["全县用水居民", "Everybody who drinks the water"],
    lead: "JC",
    support: ["SW"],
    milestones: [
      { title: ["公布回访清单", "List published"], due: 0.3 },
      { title: ["完成现场回访", "Visits made"], due: 1.2 },
      { title: ["公布回访报告", "Report published"], due: 2 },
    ],
    story: [
      { at: 0.29, done: 1, photo: "board", caption: "回访清单公示" },
      { at: 0.55, body: "SW", progress: "提供近三年水源地水质检测数据。" },
      { at: 0.93, progress: "已回访九处中的七处，两处整改不到位，已发检察建议。" },
    ],
  },
  {
    code: "JC-04",
    year: "this",
    kind: "measure",
    title: ["办案人员规范化培训", "Training in procedure"],
    promise: [
      "全年组织规范办案培训不少于{t1}场，每场留存课件和安排表。",
      "At least {t1} sessions on procedure in the year, course papers and timetables kept.",
    ],
    criterion: ["以培训场次全年数据和留存材料为准。", "Sessions over the year, and the papers kept."],
    for: ["检察工作人员", "Staff"],
    lead: "JC",
    targets: [{ indicator: "GY-PX", of: 1.02 }],
    story: [{ at: 0.5, photo: "books", caption: "规范办案培训课件" }],
  },
  {
    code: "JC-05",
    year: "this",
    title: ["律师阅卷网上预约", "Reading files by appointment online"],
    promise: [
      "开通律师网上预约阅卷，三个工作日内安排。",
      "Lawyers book the reading of files online and are given a time within three working days.",
    ],
    criterion: [
      "系统上线并按月公布平均安排时间。",
      "The system is online and the mean time is published monthly.",
    ],
    for: ["律师和当事人", "Lawyers and parties"],
    lead: "JC",
    story: [
      { at: 0.1, progress: "需求调研完成，形成系统方案。" },
      {
        at: 0.45,
        withdraw: "省级统一平台已于年中覆盖本县，继续自建会重复投入，予以撤回；统一平台地址已在网站公布。",
      },
    ],
  },
];
