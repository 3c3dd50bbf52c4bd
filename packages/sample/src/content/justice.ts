// What the sample justice bureau promised.

import type { CommitmentOf } from "./shapes.ts";

export const JUSTICE: readonly CommitmentOf[] = [
  {
    code: "SF-01",
    year: "last",
    title: ["法律援助{t1}天内决定", "Legal aid decided within {t1} days"],
    promise: [
      "{Y}年法律援助审查平均不超过{t1}天，材料不齐的一次告知。",
      "In {Y} applications are decided within {t1} days on average; missing papers are named once and completely.",
    ],
    criterion: ["以“法律援助审查平均天数”全年数据为准。", "“Mean days to decide on legal aid” for the year."],
    for: ["申请法律援助的居民", "Applicants for legal aid"],
    lead: "SF",
    targets: [{ indicator: "SF-SC", of: 1.05, fromYearBefore: true }],
    story: [
      { at: 0.4, progress: "乡镇工作站可直接受理和初审。" },
      { at: 1.01, declare: true },
      {
        at: 1.3,
        verdict: "kept",
        finding: "抽取六十份卷宗核对收件和决定日期，平均天数与报送一致，达到承诺。",
      },
    ],
  },
  {
    code: "SF-02",
    year: "last",
    title: ["12348 热线接通率达到{t1}%", "{t1} % of calls to 12348 answered"],
    promise: [
      "增加坐席和夜间值守，热线接通率全年不低于{t1}%。",
      "More operators and a night shift; at least {t1} % of calls are answered over the year.",
    ],
    criterion: ["以“12348 热线接通率”全年数据为准。", "“12348 calls answered” for the year."],
    for: ["咨询法律问题的居民", "Everybody with a legal question"],
    lead: "SF",
    targets: [{ indicator: "SF-RX", of: 0.99 }],
    story: [
      { at: 0.6, progress: "夜间值守开通。" },
      { at: 1.03, declare: true },
      {
        at: 1.42,
        verdict: "kept",
        finding: "话务系统后台数据与报送一致；督查期间拨打四十次，接通三十八次。",
      },
    ],
  },
  {
    code: "SF-03",
    year: "last",
    title: ["行政复议决定书全部上网", "Every review decision online"],
    promise: [
      "依法应当公开的行政复议决定书作出后二十日内上网。",
      "Decisions in administrative review that must be public are online within twenty days.",
    ],
    criterion: ["全年决定书逐份核对。", "Every decision of the year is checked."],
    for: ["复议申请人和社会公众", "Applicants, and the public"],
    lead: "SF",
    milestones: [
      { title: ["公开栏目上线", "The page goes online"], due: 0.3 },
      { title: ["历史文书补录", "Earlier decisions added"], due: 0.9 },
    ],
    story: [
      { at: 0.3, done: 1, photo: "screen", caption: "复议决定公开栏目" },
      { at: 0.97, progress: "补录尚未开始，等待文书脱敏工具。" },
      {
        at: 1.55,
        verdict: "notKept",
        finding: "应公开的决定书上网不足一半，历史文书没有补录，未做到。",
      },
    ],
  },
  {
    code: "SF-01",
    year: "this",
    title: ["法律援助受理点下沉到村居", "Legal aid closer to the villages"],
    promise: [
      "{Y}年法律援助受理不少于{t1}件，新增十二个村居受理点，审查平均不超过{t2}天。",
      "At least {t1} cases of legal aid in {Y}, twelve more places to apply, and a decision within {t2} days on average.",
    ],
    criterion: [
      "两项指标全年数据和受理点启用情况，以最低一项为准。",
      "Both indicators for the year and the new places; the least complete counts.",
    ],
    for: ["乡村居民", "Residents of the villages"],
    lead: "SF",
    targets: [
      { indicator: "SF-YZ", of: 0.99 },
      { indicator: "SF-SC", of: 1.02, fromYearBefore: true },
    ],
    milestones: [
      { title: ["前六个受理点启用", "First six places open"], due: 0.5 },
      { title: ["后六个受理点启用", "Last six places open"], due: 1.4 },
    ],
    story: [
      { at: 0.46, done: 1, photo: "counter", caption: "村居法律援助受理点" },
      { at: 0.7, progress: "受理点值班表上墙，村干部代收材料。" },
      { at: 0.94, photo: "chart", caption: "受理件数按乡镇分布图" },
      { at: 0.995, progress: "后六个受理点中四个已选定场所，正在布置。" },
    ],
  },
  {
    code: "SF-02",
    year: "this",
    title: ["调解成功率稳中有升", "More disputes settled"],
    promise: [
      "人民调解成功率全年不低于{t1}%，协议履行情况三个月内回访。",
      "At least {t1} % of disputes are settled by mediation, and agreements are followed up within three months.",
    ],
    criterion: [
      "以“调解成功率”全年数据为准，由分子、分母合并计算。",
      "“Disputes settled by mediation” for the year, from the summed parts.",
    ],
    for: ["有纠纷的居民和企业", "Residents and firms in dispute"],
    lead: "SF",
    support: ["FY"],
    targets: [{ indicator: "SF-CG", of: 1.004, fromYearBefore: true }],
    story: [
      { at: 0.4, body: "FY", progress: "诉前委派调解案件由法院专人对接。" },
      { at: 0.78, progress: "协议履行回访表统一格式。" },
    ],
  },
  {
    code: "SF-03",
    year: "this",
    title: ["热线夜间和节假日不断线", "The advice line never sleeps"],
    promise: [
      "12348 热线夜间和节假日有人接听，接通率不低于{t1}%。",
      "The advice line is answered at night and on holidays; at least {t1} % of calls get through.",
    ],
    criterion: ["以热线接通率全年数据为准。", "The share answered over the year."],
    for: ["咨询法律问题的居民", "Everybody with a legal question"],
    lead: "SF",
    targets: [{ indicator: "SF-RX", of: 0.99, fromYearBefore: true }],
    story: [
      { at: 0.5, progress: "节假日值班表提前公布。" },
      { at: 0.9, declare: true },
    ],
  },
  {
    code: "SF-04",
    year: "this",
    title: ["公证事项一次办好清单", "Notary matters settled in one visit"],
    promise: [
      "公布八十项公证“最多跑一次”清单，并在窗口和网上同步。",
      "A list of eighty notary matters that take one visit at most, at the counter and online.",
    ],
    criterion: ["清单公布并抽查二十项。", "The list is published; twenty matters are sampled."],
    for: ["办理公证的居民和企业", "Residents and firms who need a notary"],
    lead: "SF",
    due: 0.7,
    milestones: [
      { title: ["清单公布", "List published"], due: 0.4 },
      { title: ["网上同步", "Online as well"], due: 0.7 },
    ],
    story: [
      { at: 0.3, done: 1, photo: "board", caption: "公证清单公示" },
      { at: 0.56, done: 2, photo: "screen", caption: "公证清单网上版" },
      { at: 0.58, declare: true },
      { at: 0.66, takeBack: "自查发现十一项仍需两次到场，暂撤回申报，调整流程后再报。" },
      { at: 0.85, progress: "已有七项调整为一次到场，余四项等待系统改造。" },
    ],
  },
  {
    code: "SF-05",
    year: "this",
    kind: "measure",
    title: ["调解员集中培训", "Training for mediators"],
    promise: [
      "组织司法所工作人员和调解员培训，全年不少于{t1}场。",
      "At least {t1} sessions for staff and mediators.",
    ],
    criterion: ["以培训场次全年数据为准。", "Sessions over the year."],
    for: ["基层调解工作者", "Those who mediate"],
    lead: "SF",
    targets: [{ indicator: "GY-PX", of: 0.98 }],
    story: [{ at: 0.58, photo: "books", caption: "调解实务培训材料" }],
  },
  {
    code: "SF-06",
    year: "this",
    title: ["乡镇公共法律服务站标识统一", "One sign for every legal service station"],
    promise: [
      "十四个乡镇公共法律服务站统一标识、开放时间和服务清单。",
      "The fourteen township stations share one sign, opening hours and a list of services.",
    ],
    criterion: ["十四个站照片齐全。", "Photographs of all fourteen."],
    for: ["乡镇居民", "Residents of the townships"],
    lead: "SF",
    draft: true,
    due: 1.9,
    milestones: [{ title: ["标识安装", "Signs put up"], due: 1.9 }],
  },
];
