// Words of what is owed and late: its page, its rules, and a body's response record.

import type { OwedKind } from "@yinuo/core";

type Rules = Readonly<Record<OwedKind, string>>;
type Numbers = { readonly plan: string; readonly lookBack: string };

const zhRules = ({ plan, lookBack }: Numbers): Rules => ({
  figure:
    "数据：指标按月、季、半年或年报送。承诺的目标覆盖的期间，或者报过之后的下一个期间，一结束就应报；到今天还没有报的，从期间最后一天的次日起算逾期。报“未采集”也算报了。",
  progress: "进展：承诺公布以后，超过年度计划规定的天数没有数据、进展或节点的，从满期次日起算。",
  commitment: "承诺：过了完成时限、没有申报完成的，从时限次日起算。",
  milestone: "节点：过了时限、没有登记完成的，从时限次日起算。",
  problem: "问题：过了整改期限、没有报整改到位的，从期限次日起算；挂牌督办的按挂牌期限。",
  problemPlan: `整改步骤：登记、退回或重新挂账满 ${plan} 天还没有写明步骤的，从满期次日起算。`,
  lookBack: `回头看：销号满 ${lookBack} 天没有回头看的，记在核查销号的单位名下。`,
});

const zh = {
  title: "逾期未办",
  lead: "到期没有报、没有办的都在这里：哪个单位、什么事、从哪天起、已经多少天。由日期自动算出，没有人能增删。",
  rules: "按什么规则算",
  all: "全部",
  search: "查找",
  hint: "名称、编号或单位",
  sort: "排序",
  sorts: { since: "按逾期时间", body: "按单位", kind: "按种类" },
  none: "没有逾期未办的事",
  found: (total: string) => `共 ${total} 项。`,
  periods: (n: string) => `共缺 ${n} 期`,
  columns: { item: "事项", kind: "种类", body: "单位", since: "期限", days: "逾期天数" },
  rule: {
    title: "怎样算逾期未办",
    text: "期限当天办完都算按时，按辖区时区的日期算；节假日不顺延期限。单位撤销以后的期间不再计。",
    each: zhRules,
    link: "现在逾期未办的",
  },
  record: {
    title: "办理情况",
    what: "项目",
    figures: "报送数据",
    problems: "整改问题",
    inTime: "按时",
    late: "逾期",
    median: "用时中位数（天）",
    few: (n: string) => `不足 ${n} 件`,
    note: (days: string) =>
      `数据在期间结束后 ${days} 天内首次报送算按时，用时从期间最后一天算起；问题在期限内报整改到位算按时，用时从登记算起。只列件数和中位数，不合成分数，件数少的不列中位数。`,
    owed: "这个单位现在逾期未办的",
  },
};

const en: typeof zh = {
  title: "Overdue",
  lead: "What was due and has not come: which body, what, since when, for how many days. It is computed from dates; nobody can add to it or take from it.",
  rules: "By which rules",
  all: "All",
  search: "Find",
  hint: "Title, code or body",
  sort: "Order",
  sorts: { since: "Longest overdue", body: "By body", kind: "By kind" },
  none: "Nothing is overdue",
  found: (total) => `${total} in all.`,
  periods: (n) => `${n} periods missing`,
  columns: { item: "What", kind: "Kind", body: "Body", since: "Due", days: "Days late" },
  rule: {
    title: "What counts as overdue",
    text: "The last day counts as in time, in the jurisdiction’s time zone; holidays move no deadline. Periods after a body was closed are not waited for.",
    each: ({ plan, lookBack }) => ({
      figure:
        "Figures: an indicator is reported by month, quarter, half or year. A period within a target, or the one after a figure that was reported, is owed as soon as it is over; it is late from the day after its last day. “Not collected” is an answer too.",
      progress:
        "Progress: a published commitment without a figure, progress or milestone for longer than its programme allows is late from the day after.",
      commitment: "Commitments: past their due day and not declared done.",
      milestone: "Milestones: past their day and not done.",
      problem:
        "Problems: past their deadline and not declared fixed; once listed, the deadline of the listing counts.",
      problemPlan: `Steps: a problem without any, more than ${plan} days after it was opened, returned or reopened.`,
      lookBack: `Look-backs: not made within ${lookBack} days of a problem being struck off; owed by the body that struck it off.`,
    }),
    link: "What is overdue now",
  },
  record: {
    title: "How it answers",
    what: "What",
    figures: "Figures reported",
    problems: "Problems put right",
    inTime: "In time",
    late: "Late",
    median: "Median days",
    few: (n) => `fewer than ${n}`,
    note: (days) =>
      `A figure first reported within ${days} days of the end of its period is in time, and its days are counted from that end; a problem declared fixed by its deadline is in time, and its days are counted from its opening. Counts and medians only: there is no score, and no median of few cases.`,
    owed: "What this body owes now",
  },
};

export const silenceWords = { "zh-CN": zh, en } as const;
