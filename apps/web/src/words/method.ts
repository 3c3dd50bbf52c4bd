// The rules in force, in plain words. The numbers in them come from the records and constants the code uses.

import type { IndicatorKind, Standing } from "@yinuo/core";

type Sentences = Readonly<Record<Exclude<Standing["is"], "draft">, string>>;

const zhStandings: Sentences = {
  withdrawn: "已公布的事项被撤回。理由公开，页面保留。",
  kept: "承诺单位以外的督查单位作出结论：做到了。",
  partlyKept: "督查单位的结论：做到了一部分。",
  notKept: "督查单位的结论：没有做到。",
  cannotBeVerified: "督查单位的结论：现有材料不足以判断。",
  declared: "牵头单位自己申报完成，还没有别的单位核查。这只是一个说法，不算兑现。",
  overdue: "今天已经过了完成时限，还没有申报完成。时限当天仍算按时。",
  notStarted: "开始日期还没有到。",
  silent: "超过规定天数没有任何数据、进展或节点。从最近一次登记算起；从未登记的，从公布之日算起。",
  underway: "以上都不是：时限未到，也有近期记录。",
};

const zhKinds: Readonly<Record<IndicatorKind, string>> = {
  flow: "各期相加。一至三月等于三个月之和；已知一至三月和一至二月，也能相减得出三月。",
  stock: "取最后一期，不相加。",
  ratio: "由各期分子之和除以分母之和重算，绝不把百分比平均。没有分子分母的比率不能合并。",
  duration: "按各期件数加权平均。没有件数就不能合并。",
  index: "不合并。只有当期数据才算数。",
};

const zh = {
  title: "评判办法",
  lead: "本站所有状态、完成度和比较都按下面的规则由程序算出，没有人能手填。规则改了，全部重算。",
  toc: "本页内容",
  subject: {
    title: "记什么，不记什么",
    text: [
      "本站只记单位和单位的承诺，不记任何个人。账号只有登录名和角色；不统计访客。",
      "“承诺”是对居民作出的；“工作措施”是内部工作，例如培训，同样公开、同样核查，但不当作对居民的承诺计算。",
      "公布以后，事项只能修改或撤回，不能删除。每次修改都要写理由，旧版本一直看得到；第一次公布的时限始终列在延期后的时限旁边。",
    ],
  },
  standings: {
    title: "状态怎么定",
    text: "每天按辖区时区的日期重新判定。从上到下看，第一条符合的就是它的状态：",
    name: "状态",
    rule: "什么情况",
    each: zhStandings,
  },
  verdicts: {
    title: "谁说了算",
    text: [
      "任何单位都不能确认自己的工作。核查结论只能由督查单位作出，而且它不能是该事项的牵头或配合单位。",
      "在此之前，一律写作“已申报，未核查”。",
      "节点要有佐证文件才能登记完成；登记完成仍然是承诺单位自己的说法。",
    ],
  },
  completion: {
    title: "完成度怎么算",
    text: [
      "完成度从来不是填的，由目标、数据和节点算出。算式和用到的数都印在事项页上，下载的数据足以让任何人重算。",
      "越高越好的指标：实际 ÷ 目标。越低越好的指标：达到目标即为 100%，否则目标 ÷ 实际。",
      "有基准值的：（实际 − 基准）÷（目标 − 基准），也就是从起点走了多少路。",
      "结果不低于 0，不高于 100%。已达到或超过目标就是 100%，超额不折抵别的目标。",
      "节点合起来算一项：没有权重按个数算，有权重按公布的权重算。",
      "几项合成一个数，按该年度计划公布的规则：取最低的一项，或取平均。",
      "只要有一项无从得知，整体就是“无数据”。无数据从不当作 0，也不略过不算。",
      "不到 100% 的，绝不四舍五入成 100%。",
    ],
  },
  figures: {
    title: "数据怎么合并和比较",
    text: [
      "一个期间缺了一部分，整个期间就是未知，并写明缺哪一期。“未采集”是如实报告的一种数据，同样不当作 0。",
      "环比与上一个同样长的期间比，同比与上年同月份比；两边都有数据才计算。1—9月这样的累计没有环比。",
      "数据超出指标的合理范围，或达到上期十倍，须确认并说明理由才能登记，理由公开。",
      "修订保留旧值、理由和日期。",
      "期间的最后一天到了，才能登记该期间的数据。",
      "期间结束的次日起，没有数据的就是待报：承诺的目标要用的每一期，和以前报过、此后还没有的。已有更长期间的数据，或者存量、指数已有以后的数据，不再等待。",
    ],
    kind: "指标类型",
    rule: "合并规则",
    kinds: zhKinds,
  },
  programmes: {
    title: "各年度计划的规则",
    programme: "年度计划",
    rule: "几项合成一个完成度",
    silent: "多少天算久未报数",
    ranking: "牵头几件以上才排序",
    days: (n: string) => `${n} 天`,
    pieces: (n: string) => `${n} 件`,
    least: "取最低的一项",
    mean: "取平均",
    none: "还没有公布年度计划。",
  },
  ranking: {
    title: "什么时候排序",
    text: "总览按已兑现的比例列出单位。牵头件数不够的单位照样列出，但不参与排序：件数太少，一件之差就会换名次，排了会误导。",
  },
  history: {
    title: "留痕",
    text: "每次变更和它的留痕在同一个事务里写入，留痕只增不改，数据库本身拒绝修改和删除。文字在公开之前都经过个人信息筛查；保留的，理由写在留痕里。",
    link: "查看全部留痕",
  },
};

const enStandings: Sentences = {
  withdrawn: "It was published and then withdrawn. The reason is public and the page stays.",
  kept: "An inspecting body other than the one that promised found that it was done.",
  partlyKept: "The inspecting body found that part of it was done.",
  notKept: "The inspecting body found that it was not done.",
  cannotBeVerified: "The inspecting body found that the material does not allow a judgement.",
  declared:
    "The lead body says it is done and no other body has checked. This is a claim and does not count as kept.",
  overdue: "The deadline has passed and it was not declared done. The day of the deadline itself is in time.",
  notStarted: "Its start lies ahead.",
  silent:
    "No figure, progress or milestone for more than the published number of days, counted from the last record or, if there is none, from publication.",
  underway: "None of the above: the deadline lies ahead and something was recorded recently.",
};

const enKinds: Readonly<Record<IndicatorKind, string>> = {
  flow: "Parts add up. January to March is the sum of three months; from January to March and January to February, March follows by difference.",
  stock: "The last part counts; nothing is added.",
  ratio:
    "Recomputed from summed numerators and denominators; percentages are never averaged. Without its parts a ratio cannot be combined.",
  duration: "The mean weighted by the count of each part. Without counts it cannot be combined.",
  index: "Never combined. Only the figure of the period itself counts.",
};

const en: typeof zh = {
  title: "How we judge",
  lead: "Every standing, completion and comparison here is computed by the rules below; nobody can type one. When a rule changes, everything is computed again.",
  toc: "On this page",
  subject: {
    title: "What is recorded, and what never is",
    text: [
      "Bodies and what they promised are recorded, and no person ever. Accounts hold a login and a role; visits are not tracked.",
      "A commitment is made to the public. A measure is internal work, such as training: published and checked all the same, but not counted as a promise to the public.",
      "Once published, a commitment can be amended or withdrawn and never deleted. Every amendment has a reason and keeps the version before it; the first deadline always stands beside a later one.",
    ],
  },
  standings: {
    title: "How a standing is decided",
    text: "Every day, by the date in the jurisdiction’s time zone. Read from the top: the first rule that fits is its standing.",
    name: "Standing",
    rule: "When",
    each: enStandings,
  },
  verdicts: {
    title: "Whose word counts",
    text: [
      "No body confirms its own work. A verdict is given by an inspecting body that neither leads nor co-operates in the commitment.",
      "Until then it reads “declared, not checked”.",
      "A milestone is done only with a file as evidence, and even then it is the body’s own word.",
    ],
  },
  completion: {
    title: "How completion is computed",
    text: [
      "It is never typed: it follows from targets, figures and milestones. The rule and the inputs are printed on the commitment’s page, and the downloads suffice to recompute it.",
      "Where higher is better: actual ÷ target. Where lower is better: 100% once the target is reached, else target ÷ actual.",
      "With a baseline: (actual − baseline) ÷ (target − baseline), the part of the way that was gone.",
      "Never below 0 or above 100%. Past the target is 100%, and a surplus makes up for nothing else.",
      "The milestones together are one part: each counts the same, or by their published weights if they have any.",
      "Several parts make one number by the programme’s published rule: the least complete of them, or their mean.",
      "If any part is unknown the whole is unknown. Unknown is never counted as 0 and never left out.",
      "What is short of 100% is never rounded up to 100%.",
    ],
  },
  figures: {
    title: "How figures are combined and compared",
    text: [
      "If a part of a period is missing, the whole is unknown and the missing part is named. “Not collected” is an honest answer, and not 0 either.",
      "A change is on the period of the same length before, or on the same months a year before, and only where both are known. A year-to-date figure has no period before.",
      "A figure outside its expected range, or ten times the one before, is kept only when confirmed with a reason, which is public.",
      "A revision keeps the old value, the reason and the day.",
      "A figure can be recorded from the last day of its period on.",
      "From the day after a period its figure is due where there is none: for every period a target needs, and after the last one recorded. A figure for a longer period will do, and for a stock or an index a later one.",
    ],
    kind: "Kind of indicator",
    rule: "How parts make a whole",
    kinds: enKinds,
  },
  programmes: {
    title: "Rules of each programme",
    programme: "Programme",
    rule: "Several parts make one",
    silent: "Silent after",
    ranking: "Ranked from",
    days: (n) => `${n} days`,
    pieces: (n) => `${n} commitments`,
    least: "the least complete",
    mean: "their mean",
    none: "No programme has been published yet.",
  },
  ranking: {
    title: "When bodies are ranked",
    text: "The overview lists bodies by the share they kept. A body that leads too few is listed and not ranked: with so few, one more or less would change its place and mislead.",
  },
  history: {
    title: "History",
    text: "Every change and its entry are written in one transaction. The history only grows: the database itself refuses to change or delete it. Every text is screened for personal data before it is published; where some was kept, the history says why.",
    link: "See the whole history",
  },
};

export const methodWords = { "zh-CN": zh, en } as const;
