// What the sample's water and education bureaus promised.

import type { CommitmentOf } from "./shapes.ts";

export const WATER: readonly CommitmentOf[] = [
  {
    code: "SW-01",
    year: "last",
    title: ["改造供水主管网{t1}公里", "{t1} km of water mains replaced"],
    promise: [
      "{Y}年改造老旧供水主管网{t1}公里，停水提前四十八小时公告。",
      "{t1} km of old mains are replaced in {Y}; cuts are announced forty-eight hours ahead.",
    ],
    criterion: ["以“供水管网改造长度”年度累计为准。", "“Water mains replaced”, from January to December."],
    for: ["城区用水居民", "Users of water in the town"],
    lead: "SW",
    targets: [{ indicator: "SW-GW", of: 0.97 }],
    story: [
      { at: 0.35, photo: "pipes", caption: "环城路主管网更换" },
      { at: 0.8, photo: "pipes", caption: "东河镇支管接通" },
      { at: 1.01, declare: true },
      { at: 1.38, verdict: "kept", finding: "按竣工图现场量测六段，长度与台账相差不到百分之一，达到承诺。" },
    ],
  },
  {
    code: "SW-02",
    year: "last",
    title: ["管网漏损率降到{t1}%以下", "No more than {t1} % lost in the mains"],
    promise: [
      "分区计量，夜间检漏，全年漏损率不高于{t1}%。",
      "Metered districts and leak detection at night; no more than {t1} % is lost over the year.",
    ],
    criterion: ["以“管网漏损率”全年数据为准。", "“Water lost in the mains” for the year."],
    for: ["全县用水居民", "Users of water in the county"],
    lead: "SW",
    targets: [{ indicator: "SW-LS", of: 0.985, fromYearBefore: true }],
    story: [
      { at: 0.5, progress: "完成二十四个计量分区。" },
      { at: 1.05, declare: true },
      {
        at: 1.6,
        verdict: "partlyKept",
        finding: "计量分区全部建成，漏损率较上年下降，但比承诺值略高，部分做到。",
      },
    ],
  },
  {
    code: "SW-01",
    year: "this",
    title: ["再改造供水主管网{t1}公里", "Another {t1} km of water mains"],
    promise: [
      "{Y}年改造供水主管网{t1}公里，施工点位和停水时间在网上可查。",
      "{t1} km of mains are replaced in {Y}; sites and cuts can be looked up online.",
    ],
    criterion: ["以“供水管网改造长度”年度累计为准。", "“Water mains replaced”, from January to December."],
    for: ["城区用水居民", "Users of water in the town"],
    lead: "SW",
    targets: [{ indicator: "SW-GW", of: 1.04 }],
    story: [
      { at: 0.4, photo: "pipes", caption: "建设路段沟槽回填" },
      { at: 0.65, progress: "汛期停工两周，已调整工序。" },
      { at: 0.99, photo: "pipes", caption: "北山镇主管网通水" },
    ],
  },
  {
    code: "SW-02",
    year: "this",
    title: ["爆管抢修{t1}小时内恢复供水", "Water back within {t1} hours"],
    promise: [
      "爆管抢修平均时间不超过{t1}小时，超过十二小时的送水上门。",
      "A burst main is repaired within {t1} hours on average; beyond twelve hours water is delivered.",
    ],
    criterion: ["以“管网抢修平均时间”全年数据为准。", "“Mean time to repair a burst main” for the year."],
    for: ["全县用水居民", "Users of water in the county"],
    lead: "SW",
    targets: [{ indicator: "SW-QX", of: 1.03, fromYearBefore: true }],
    story: [
      { at: 0.3, progress: "设三个抢修驻点，配件前置。" },
      { at: 0.82, progress: "夜间抢修照明设备到位。" },
    ],
  },
  {
    code: "SW-03",
    year: "this",
    title: ["一户一表改造到{t1}户", "Own meters for {t1} households"],
    promise: [
      "年末一户一表达到{t1}户，改造不收取居民费用。",
      "At the end of the year {t1} households have their own meter, at no cost to them.",
    ],
    criterion: [
      "以十二月末“一户一表户数”为准。",
      "“Households with their own meter” at the end of December.",
    ],
    for: ["合表用水居民", "Households that share a meter"],
    lead: "SW",
    targets: [{ indicator: "SW-HB", of: 0.998, fromYearBefore: true }],
    story: [{ at: 0.7, photo: "meter", caption: "新装水表" }],
  },
  {
    code: "SW-04",
    year: "this",
    title: ["水质检测结果按周公布", "Water quality published weekly"],
    promise: [
      "出厂水和末梢水检测结果每周公布，合格率不低于{t1}%。",
      "Tests of treated and tap water are published each week; at least {t1} % meet the standard.",
    ],
    criterion: [
      "以“水质检测合格率”全年数据和每周公布记录为准。",
      "The rate over the year, and the weekly record.",
    ],
    for: ["全县用水居民", "Users of water in the county"],
    lead: "SW",
    support: ["WJ"],
    targets: [{ indicator: "SW-SZ", of: 0.998 }],
    story: [
      { at: 0.5, body: "WJ", progress: "疾控中心参与比对检测。" },
      { at: 0.89, photo: "chart", caption: "水质公示栏" },
      { at: 0.92, declare: true },
    ],
  },
  {
    code: "SW-05",
    year: "this",
    title: ["农村供水管网冬季防冻", "Village mains kept from freezing"],
    promise: [
      "入冬前完成八十处裸露管段保温，供暖季巡查每周一次。",
      "Eighty exposed stretches are insulated before the winter and inspected weekly through it.",
    ],
    criterion: [
      "保温点位全部完成，巡查记录公布。",
      "All stretches insulated; records of inspections published.",
    ],
    for: ["山区用水居民", "Users of water in the hills"],
    lead: "SW",
    start: 1.5,
    due: { daysAfterStart: 100 },
    milestones: [
      { title: ["管段保温", "Insulation"], due: 2.1 },
      { title: ["巡查记录公布", "Records published"], due: 2.4 },
    ],
  },
];

export const EDUCATION: readonly CommitmentOf[] = [
  {
    code: "JY-01",
    year: "last",
    title: ["课后服务覆盖{t1}所学校", "After-school care at {t1} schools"],
    promise: [
      "{Y}年末开展课后服务的义务教育学校达到{t1}所。",
      "At the end of {Y}, {t1} compulsory schools offer after-school care.",
    ],
    criterion: [
      "以十二月末“开展课后服务的学校”为准。",
      "“Schools with after-school care” at the end of December.",
    ],
    for: ["义务教育阶段家庭", "Families with children at school"],
    lead: "JY",
    targets: [{ indicator: "JY-KH", of: 0.99, fromYearBefore: true }],
    story: [
      { at: 0.7, photo: "classroom", caption: "课后服务教室" },
      { at: 1.02, declare: true },
      { at: 1.33, verdict: "kept", finding: "实地走访十所学校，课表和安排与报送一致，数量达到承诺。" },
    ],
  },
  {
    code: "JY-02",
    year: "last",
    title: ["城南新校区开工", "Work starts on the southern school"],
    promise: [
      "完成城南新校区选址、设计并开工。",
      "The site is chosen, the school designed, and work begins.",
    ],
    criterion: ["取得施工许可并进场。", "The permit is given and the builders are on site."],
    for: ["城南片区家庭", "Families in the south of the town"],
    lead: "JY",
    support: ["ZJ"],
    milestones: [{ title: ["设计方案公示", "Design published"], due: 0.6 }],
    story: [
      { at: 0.3, progress: "三个备选地块征求意见。" },
      { at: 0.7, withdraw: "地块地质勘察不适宜建校，经研究取消原方案，另行选址后列入以后年度计划。" },
    ],
  },
  {
    code: "JY-01",
    year: "this",
    title: ["新增公办学位", "More places in public schools"],
    promise: [
      "年末公办义务教育学位达到{t1}个，扩建工程进度按月公布。",
      "At the end of the year public schools have {t1} places; progress of the extensions is published monthly.",
    ],
    criterion: ["以年末“公办义务教育学位”为准。", "“Places in public schools” at the end of the year."],
    for: ["义务教育阶段家庭", "Families with children at school"],
    lead: "JY",
    support: ["ZJ"],
    targets: [{ indicator: "JY-XW", of: 1.001, fromYearBefore: true }],
    milestones: [
      { title: ["第二小学扩建竣工", "Second primary school extended"], due: 0.75 },
      { title: ["西塘中学扩建竣工", "Xitang secondary school extended"], due: 1.6 },
    ],
    story: [
      { at: 0.3, photo: "scaffold", caption: "第二小学扩建施工" },
      { at: 0.73, done: 1, photo: "classroom", caption: "第二小学新教室" },
      { at: 0.9, progress: "西塘中学扩建主体封顶。" },
    ],
  },
  {
    code: "JY-02",
    year: "this",
    title: ["校舍隐患按期整改", "Defects in school buildings put right in time"],
    promise: [
      "校舍安全隐患逐处登记、按期整改，全年按期整改率不低于{t1}%。",
      "Every defect is listed and put right in time, in at least {t1} % of cases over the year.",
    ],
    criterion: [
      "以“校舍隐患按期整改率”全年数据为准。",
      "“School building defects put right in time” for the year.",
    ],
    for: ["在校师生", "Schools"],
    lead: "JY",
    support: ["ZJ"],
    targets: [{ indicator: "JY-ZG", of: 1.02 }],
    story: [
      { at: 0.4, progress: "暑期前完成全面排查，登记隐患七十三处。" },
      { at: 0.76, photo: "scaffold", caption: "校舍外墙加固" },
    ],
  },
  {
    code: "JY-03",
    year: "this",
    title: ["学校食堂采购公示", "What school kitchens buy, in public"],
    promise: [
      "所有公办学校食堂每周公示采购品类、价格和检测结果。",
      "All public school kitchens post what they buy, at what price and with which test results, each week.",
    ],
    criterion: ["每月抽查二十所，全部公示。", "Twenty schools are sampled monthly; all post."],
    for: ["在校师生和家庭", "Schools and families"],
    lead: "JY",
    support: ["WJ"],
    milestones: [
      { title: ["统一公示模板", "One form for all"], due: 0.2 },
      { title: ["全部学校公示", "All schools post"], due: 1.7 },
    ],
    story: [{ at: 0.2, done: 1, photo: "board", caption: "食堂公示模板" }],
  },
  {
    code: "JY-04",
    year: "this",
    kind: "measure",
    title: ["教师心理健康教育培训", "Training in mental health education"],
    promise: [
      "全年组织教师培训不少于{t1}场，课程安排公开。",
      "At least {t1} sessions for teachers in the year, the programme published.",
    ],
    criterion: ["以培训场次全年数据为准。", "Sessions over the year."],
    for: ["中小学教师", "Teachers"],
    lead: "JY",
    targets: [{ indicator: "GY-PX", of: 0.97 }],
    story: [{ at: 0.45, photo: "books", caption: "教师培训课程表" }],
  },
];
