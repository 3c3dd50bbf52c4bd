// What the sample police bureau promised: its counters, its answers to calls, its own training.

import type { CommitmentOf } from "./shapes.ts";

export const POLICE: readonly CommitmentOf[] = [
  {
    code: "GA-01",
    year: "last",
    title: ["窗口等候不超过{t1}分钟", "No more than {t1} minutes at the counter"],
    promise: [
      "{Y}年户政、出入境、车驾管窗口平均等候时间降到{t1}分钟以内，大厅实时显示。",
      "In {Y} the mean wait at the household, exit-entry and vehicle counters falls to {t1} minutes, shown live in the hall.",
    ],
    criterion: ["以“窗口平均等候时间”全年数据为准。", "“Mean wait at the counter” for the whole year."],
    for: ["来窗口办事的居民", "Everybody who comes to the counters"],
    lead: "GA",
    targets: [{ indicator: "GA-DH", of: 1.02, fromYearBefore: true }],
    story: [
      { at: 0.3, photo: "counter", caption: "增设的综合窗口" },
      { at: 0.7, progress: "午间轮岗，高峰时段增开三个窗口。" },
      { at: 1.01, declare: true },
      {
        at: 1.3,
        verdict: "kept",
        finding: "叫号系统原始记录重新计算与报送一致；督查当日现场计时三十次，均在承诺时间内。",
      },
    ],
  },
  {
    code: "GA-02",
    year: "last",
    title: ["城区接警{t1}分钟到达", "{t1} minutes to arrival in town"],
    promise: [
      "城区接警到达平均时间压缩到{t1}分钟以内。",
      "The mean time to arrival in town falls to {t1} minutes.",
    ],
    criterion: ["以“城区接警到达平均时间”全年数据为准。", "“Mean time to arrival in town” for the year."],
    for: ["城区居民", "Residents of the town"],
    lead: "GA",
    targets: [{ indicator: "GA-DD", of: 0.9 }],
    story: [
      { at: 0.6, progress: "调整城区巡逻驻点四处。" },
      { at: 1.04, declare: true },
      {
        at: 1.6,
        verdict: "notKept",
        finding: "平台升级当月未采集到达时间，其余月份平均值均高于承诺，未做到。",
      },
    ],
  },
  {
    code: "GA-03",
    year: "last",
    kind: "measure",
    title: ["执法规范化轮训", "Rotating training in lawful procedure"],
    promise: [
      "全年组织执法规范、接待用语和现场急救培训不少于{t1}场。",
      "At least {t1} sessions on lawful procedure, dealing with the public and first aid.",
    ],
    criterion: ["以培训场次全年数据和课件为准。", "Sessions over the year, with course papers."],
    for: ["公安工作人员", "Staff"],
    lead: "GA",
    targets: [{ indicator: "GY-PX", of: 0.97 }],
    story: [
      { at: 0.5, photo: "books", caption: "接待规范手册" },
      { at: 1.05, declare: true },
      { at: 1.45, verdict: "kept", finding: "抽查十二场培训，课件、安排表齐全，场次与报送一致。" },
    ],
  },
  {
    code: "GA-01",
    year: "this",
    title: ["窗口等候再缩短", "A shorter wait again"],
    promise: [
      "{Y}年窗口平均等候时间降到{t1}分钟以内，周六上午照常办理。",
      "In {Y} the mean wait falls to {t1} minutes, and the counters open on Saturday mornings.",
    ],
    criterion: ["以“窗口平均等候时间”全年数据为准。", "“Mean wait at the counter” for the whole year."],
    for: ["来窗口办事的居民", "Everybody who comes to the counters"],
    lead: "GA",
    targets: [{ indicator: "GA-DH", of: 0.97, fromYearBefore: true }],
    milestones: [{ title: ["周六上午开放", "Open on Saturday mornings"], due: 0.4 }],
    story: [
      { at: 0.36, done: 1, photo: "counter", caption: "周六上午办理公告" },
      { at: 0.8, progress: "寒暑假前后办件集中，增开临时窗口两个。" },
    ],
  },
  {
    code: "GA-02",
    year: "this",
    title: ["身份证件自助领取点", "Self-service pick-up points"],
    promise: [
      "在六个乡镇便民服务中心设证件自助领取点，二十四小时可领。",
      "Pick-up points for documents, day and night, at six township service centres.",
    ],
    criterion: ["六处全部启用并公布地址。", "All six in use, addresses published."],
    for: ["乡镇居民", "Residents of the townships"],
    lead: "GA",
    due: 0.72,
    milestones: [
      { title: ["东河、南岭、城关启用", "Donghe, Nanling and Chengguan"], due: 0.4 },
      { title: ["北山、西塘启用", "Beishan and Xitang"], due: 0.6 },
      { title: ["石桥启用", "Shiqiao"], due: 0.72 },
    ],
    story: [
      { at: 0.38, done: 1, photo: "counter", caption: "东河镇自助领取点" },
      { at: 0.66, done: 2, photo: "counter", caption: "西塘镇自助领取点" },
      { at: 0.9, progress: "石桥镇便民服务中心正在装修，领取点待其启用后安装。" },
    ],
  },
  {
    code: "GA-03",
    year: "this",
    title: ["城区接警到达时间公开", "Arrival times made public"],
    promise: [
      "按月公布城区接警到达平均时间，全年平均不超过{t1}分钟。",
      "The mean time to arrival is published each month and stays within {t1} minutes over the year.",
    ],
    criterion: ["以“城区接警到达平均时间”全年数据为准。", "“Mean time to arrival in town” for the year."],
    for: ["城区居民", "Residents of the town"],
    lead: "GA",
    targets: [{ indicator: "GA-DD", of: 0.96, fromYearBefore: true }],
    story: [
      { at: 0.2, progress: "平台升级后到达时间自动采集，不再人工填报。" },
      { at: 0.75, photo: "chart", caption: "到达时间月度公示" },
    ],
  },
  {
    code: "GA-04",
    year: "this",
    title: ["事故多发路段整治", "Dangerous stretches of road put right"],
    promise: [
      "完成五处事故多发路段的信号灯、标线和照明整治，整治前后数据公布。",
      "Signals, markings and lighting at five dangerous stretches; figures before and after are published.",
    ],
    criterion: [
      "五处全部完工，前后三个月数据公布。",
      "All five finished, with figures for three months before and after.",
    ],
    for: ["道路使用者", "Road users"],
    lead: "GA",
    support: ["ZJ"],
    milestones: [
      { title: ["公布整治点位", "Places published"], due: 0.2 },
      { title: ["前三处完工", "First three finished"], due: 0.7 },
      { title: ["后两处完工", "Last two finished"], due: 1.5 },
      { title: ["公布前后数据", "Figures published"], due: 2 },
    ],
    story: [
      { at: 0.19, done: 1, photo: "board", caption: "整治点位公示" },
      { at: 0.68, done: 2, photo: "lamp", caption: "路口照明改造完成" },
      { at: 0.985, body: "ZJ", progress: "后两处标线施工进场。" },
    ],
  },
  {
    code: "GA-05",
    year: "this",
    title: ["办事指南逐项校核", "Every guide checked"],
    promise: [
      "窗口事项办事指南逐项校核，取消没有依据的材料，新版指南上墙上网。",
      "Each guide is checked, papers without a legal basis are no longer asked for, and the new guides are posted and online.",
    ],
    criterion: [
      "全部事项校核完成，新旧对照公布。",
      "All guides checked; old and new published side by side.",
    ],
    for: ["来窗口办事的居民", "Everybody who comes to the counters"],
    lead: "GA",
    support: ["SF"],
    due: 0.85,
    milestones: [
      { title: ["校核完成", "Guides checked"], due: 0.5 },
      { title: ["新版公布", "New guides published"], due: 0.85 },
    ],
    story: [
      { at: 0.47, done: 1, photo: "books", caption: "新旧指南对照表" },
      { at: 0.8, done: 2, photo: "board", caption: "新版办事指南上墙" },
      { at: 0.82, declare: true },
      {
        at: 0.92,
        verdict: "partlyKept",
        finding: "新版指南已上墙上网；抽查二十项，三项网上版本与窗口版本不一致，另有一项仍要求复印件。",
      },
    ],
  },
  {
    code: "GA-06",
    year: "this",
    kind: "measure",
    title: ["派出所接待规范培训", "Reception training at the stations"],
    promise: [
      "九个派出所全员参加接待规范培训，全年不少于{t1}场。",
      "Reception training at all nine stations; at least {t1} sessions in the year.",
    ],
    criterion: ["以培训场次全年数据和课件为准。", "Sessions over the year, with course papers."],
    for: ["公安工作人员", "Staff"],
    lead: "GA",
    targets: [{ indicator: "GY-PX", of: 1 }],
    story: [{ at: 0.62, photo: "books", caption: "接待规范培训课件" }],
  },
];
