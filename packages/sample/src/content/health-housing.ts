// What the sample's health and housing bureaus and the supervision office promised.

import type { CommitmentOf } from "./shapes.ts";

export const HEALTH: readonly CommitmentOf[] = [
  {
    code: "WJ-01",
    year: "last",
    title: ["门诊候诊缩短到{t1}分钟", "A wait of {t1} minutes for a doctor"],
    promise: [
      "县级医院门诊平均候诊时间降到{t1}分钟以内，分时段预约精确到三十分钟。",
      "The mean wait at the county hospital falls to {t1} minutes; appointments are given by the half-hour.",
    ],
    criterion: ["以“门诊平均候诊时间”全年数据为准。", "“Mean wait for a doctor” for the year."],
    for: ["就诊居民", "Patients"],
    lead: "WJ",
    targets: [{ indicator: "WJ-HZ", of: 1.03, fromYearBefore: true }],
    story: [
      { at: 0.5, photo: "clinic", caption: "分时段候诊区" },
      { at: 1.01, declare: true },
      {
        at: 1.36,
        verdict: "kept",
        finding: "医院信息系统原始时间戳重新计算，与报送相差零点二分钟，达到承诺。",
      },
    ],
  },
  {
    code: "WJ-02",
    year: "last",
    title: ["乡镇卫生院常用药保障", "Common medicines at every clinic"],
    promise: [
      "乡镇卫生院常用药目录药品保持可供，缺药三日内补齐并公布。",
      "Township clinics keep the medicines on the common list; what is missing is there within three days, and published.",
    ],
    criterion: ["每季度抽查，长期坚持。", "Sampled each quarter; without an end date."],
    for: ["乡镇居民", "Residents of the townships"],
    lead: "WJ",
    due: "none",
    story: [
      { at: 0.2, progress: "公布常用药目录，卫生院药房贴示。" },
      { at: 0.7, progress: "建立缺药登记，首月登记二十一条，均在三日内补齐。" },
    ],
  },
  {
    code: "WJ-01",
    year: "this",
    title: ["预约诊疗率达到{t1}%", "{t1} % of visits by appointment"],
    promise: [
      "保留现场和电话预约渠道，全年预约诊疗率不低于{t1}%。",
      "At least {t1} % of visits are by appointment over the year; the desk and the telephone remain.",
    ],
    criterion: ["以“预约诊疗率”全年数据为准。", "“Visits by appointment” for the year."],
    for: ["就诊居民", "Patients"],
    lead: "WJ",
    targets: [{ indicator: "WJ-YY", of: 1.005, fromYearBefore: true }],
    story: [
      { at: 0.4, progress: "乡镇卫生院可代为预约县级医院。" },
      { at: 0.83, photo: "clinic", caption: "现场预约服务台" },
    ],
  },
  {
    code: "WJ-02",
    year: "this",
    title: ["急救{t1}分钟到达", "The ambulance within {t1} minutes"],
    promise: [
      "新增两个急救站点，急救平均到达时间不超过{t1}分钟。",
      "Two more ambulance stations; the mean time to arrival is within {t1} minutes.",
    ],
    criterion: [
      "以“急救平均到达时间”全年数据为准；缺报月份不得推算。",
      "“Mean time to arrival of the ambulance” for the year; a missing month is not made up.",
    ],
    for: ["全县居民", "Everybody in the county"],
    lead: "WJ",
    targets: [{ indicator: "WJ-JJ", of: 0.99, fromYearBefore: true }],
    milestones: [
      { title: ["北山站启用", "Beishan station opens"], due: 0.5 },
      { title: ["石桥站启用", "Shiqiao station opens"], due: 1.5 },
    ],
    story: [
      { at: 0.49, done: 1, photo: "clinic", caption: "北山急救站" },
      { at: 0.8, progress: "石桥站车辆到位，人员培训中。" },
    ],
  },
  {
    code: "WJ-03",
    year: "this",
    title: ["检查检验结果互认清单", "Test results accepted everywhere"],
    promise: [
      "县域内医疗机构互认六十项检查检验结果，清单公布。",
      "Sixty kinds of test results are accepted by all hospitals and clinics of the county; the list is published.",
    ],
    criterion: [
      "清单公布，抽查一百份，重复检查有说明。",
      "The list is published; a hundred records are sampled, repeats explained.",
    ],
    for: ["就诊居民", "Patients"],
    lead: "WJ",
    due: 0.88,
    milestones: [
      { title: ["清单公布", "List published"], due: 0.5 },
      { title: ["系统互通", "Systems connected"], due: 0.88 },
    ],
    story: [
      { at: 0.4, done: 1, photo: "board", caption: "互认项目清单" },
      { at: 0.76, declare: true },
      {
        at: 0.95,
        verdict: "notKept",
        finding: "清单已公布，但县级医院与九家卫生院系统没有互通，抽查一百份中四十二份无说明重复检查。",
      },
    ],
  },
  {
    code: "WJ-04",
    year: "this",
    title: ["医院无障碍标识改造", "Accessible signs at the hospital"],
    promise: [
      "县级医院完成大字、盲文和图形标识改造。",
      "Large print, braille and pictograms throughout the county hospital.",
    ],
    criterion: ["改造点位照片齐全。", "Photographs of every place."],
    for: ["就诊居民", "Patients"],
    lead: "WJ",
    draft: true,
    due: 1.8,
    milestones: [{ title: ["标识安装", "Signs put up"], due: 1.8 }],
  },
];

export const HOUSING: readonly CommitmentOf[] = [
  {
    code: "ZJ-01",
    year: "last",
    title: ["老旧小区改造{t1}栋", "{t1} old blocks renewed"],
    promise: [
      "{Y}年完成老旧小区改造{t1}栋，改造内容由居民议定。",
      "{t1} blocks on old estates are renewed in {Y}; residents decide what is done.",
    ],
    criterion: ["以“老旧小区改造完工楼栋”全年数据为准。", "“Old residential blocks renewed” for the year."],
    for: ["老旧小区居民", "Residents of old estates"],
    lead: "ZJ",
    targets: [{ indicator: "ZJ-GZ", of: 1.2 }],
    story: [
      { at: 0.5, photo: "scaffold", caption: "外墙保温施工" },
      { at: 0.92, progress: "年内可完工楼栋少于计划，未完部分结转。" },
    ],
  },
  {
    code: "ZJ-01",
    year: "this",
    title: ["老旧小区改造完工{t1}栋", "{t1} old blocks finished"],
    promise: [
      "{Y}年完工{t1}栋（含结转），每栋公布施工时间和验收结果。",
      "{t1} blocks, those carried over included, are finished in {Y}; dates and inspection of each are published.",
    ],
    criterion: ["以“老旧小区改造完工楼栋”全年数据为准。", "“Old residential blocks renewed” for the year."],
    for: ["老旧小区居民", "Residents of old estates"],
    lead: "ZJ",
    targets: [{ indicator: "ZJ-GZ", of: 1.03 }],
    story: [
      { at: 0.5, photo: "scaffold", caption: "屋面防水施工" },
      { at: 0.72, progress: "三个小区集中验收，验收单已随数据上传。" },
    ],
  },
  {
    code: "ZJ-02",
    year: "this",
    title: ["施工许可{t1}个工作日办结", "A building permit in {t1} working days"],
    promise: [
      "施工许可平均{t1}个工作日办结，材料网上一次提交。",
      "Building permits take {t1} working days on average, with one submission online.",
    ],
    criterion: ["以“施工许可平均办理天数”全年数据为准。", "“Mean days to a building permit” for the year."],
    for: ["建设单位", "Builders"],
    lead: "ZJ",
    support: ["SW"],
    targets: [{ indicator: "ZJ-XK", of: 1.04, fromYearBefore: true }],
    story: [
      { at: 0.5, body: "SW", progress: "供水报装并入许可流程。" },
      { at: 0.91, declare: true },
    ],
  },
  {
    code: "ZJ-03",
    year: "this",
    title: ["保障房报修七日办结", "Public housing repaired within seven days"],
    promise: [
      "保障房报修七日内完成比例不低于{t1}%，窗口评价指数年末达到{t2}分。",
      "At least {t1} % of repairs are done within seven days, and the service rating reaches {t2} at the end of the year.",
    ],
    criterion: [
      "两项指标分别列出，以最低一项为准；第四季度评价未出前为未知。",
      "Both are shown and the least counts; unknown until the rating of the fourth quarter.",
    ],
    for: ["保障房住户", "Tenants of public housing"],
    lead: "ZJ",
    targets: [
      { indicator: "ZJ-WX", of: 1.01, fromYearBefore: true },
      { indicator: "GY-MY", of: 1, period: "Q4" },
    ],
    story: [
      { at: 0.35, progress: "维修单位按片区包干，报修单可网上跟踪。" },
      { at: 0.87, photo: "meter", caption: "住户水电维修" },
    ],
  },
  {
    code: "ZJ-04",
    year: "this",
    title: ["背街小巷路灯补亮", "Light in the back lanes"],
    promise: [
      "补装、修复背街小巷路灯六百盏，点位图公布。",
      "Six hundred lamps are added or repaired in the back lanes; a map is published.",
    ],
    criterion: ["点位图和验收照片齐全。", "The map, and photographs of the lamps."],
    for: ["城区居民", "Residents of the town"],
    lead: "ZJ",
    start: 1.35,
    due: { daysAfterStart: 120 },
    milestones: [
      { title: ["点位图公布", "Map published"], due: 1.9 },
      { title: ["验收", "Works accepted"], due: 2.4 },
    ],
  },
];

export const SUPERVISION: readonly CommitmentOf[] = [
  {
    code: "RD-01",
    year: "this",
    title: ["督查结论十日内公布", "Conclusions published within ten days"],
    promise: [
      "现场督查不少于{t1}项，结论在核查结束后十日内公布，附核查过程。",
      "At least {t1} inspections on the spot; conclusions are published within ten days, with how they were reached.",
    ],
    criterion: [
      "以“督查事项”全年数据和公布日期为准。",
      "“Inspections carried out” for the year, and the dates of publication.",
    ],
    for: ["社会公众", "The public"],
    lead: "RD",
    targets: [{ indicator: "RD-DC", of: 0.85 }],
    story: [
      { at: 0.3, progress: "公布年度督查方案和抽查办法。" },
      { at: 0.9, declare: true },
    ],
  },
  {
    code: "RD-02",
    year: "this",
    kind: "measure",
    title: ["督查人员核查方法培训", "Training in methods of inspection"],
    promise: [
      "全年培训不少于{t1}场，内容为抽样、现场计时和数据复算。",
      "At least {t1} sessions on sampling, timing on the spot and recomputing figures.",
    ],
    criterion: ["以培训场次全年数据为准。", "Sessions over the year."],
    for: ["督查工作人员", "Inspectors"],
    lead: "RD",
    draft: true,
    targets: [{ indicator: "GY-PX", of: 0.95 }],
  },
];
