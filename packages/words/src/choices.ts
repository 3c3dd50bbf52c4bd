// The names of the choices a form offers, by what is chosen; one name per value and language.

import type {
  Answer,
  AppealOutcome,
  CheckKind,
  CheckStage,
  CommitmentKind,
  CompletionRule,
  Conclusion,
  DrawStage,
  DrawSubject,
  FindingConclusion,
  FrameNoun,
  Frequency,
  IndicatorKind,
  ListingLevel,
  Polarity,
  ProblemOrigin,
  ProblemStage,
  RedactionGround,
  RedactionState,
  Role,
  Stage,
  Stratification,
} from "@yinuo/core";
import type { Language } from "@yinuo/period";
import { redactionGroundWords } from "./redaction-grounds.ts";

type Choices = {
  readonly role: Readonly<Record<Role, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly commitmentKind: Readonly<Record<CommitmentKind, string>>;
  readonly conclusion: Readonly<Record<Conclusion, string>>;
  readonly indicatorKind: Readonly<Record<IndicatorKind, string>>;
  readonly polarity: Readonly<Record<Polarity, string>>;
  readonly frequency: Readonly<Record<Frequency, string>>;
  readonly problemStage: Readonly<Record<ProblemStage, string>>;
  readonly problemOrigin: Readonly<Record<ProblemOrigin, string>>;
  readonly listingLevel: Readonly<Record<ListingLevel, string>>;
  readonly drawStage: Readonly<Record<DrawStage, string>>;
  readonly drawSubject: Readonly<Record<DrawSubject, string>>;
  readonly stratification: Readonly<Record<Stratification, string>>;
  readonly checkKind: Readonly<Record<CheckKind, string>>;
  readonly checkStage: Readonly<Record<CheckStage, string>>;
  readonly frameNoun: Readonly<Record<FrameNoun, string>>;
  readonly findingConclusion: Readonly<Record<FindingConclusion, string>>;
  readonly answer: Readonly<Record<Answer, string>>;
  readonly appealOutcome: Readonly<Record<AppealOutcome, string>>;
  readonly completionRule: Readonly<Record<CompletionRule, string>>;
  readonly redactionGround: Readonly<Record<RedactionGround, string>>;
  readonly redactionState: Readonly<Record<RedactionState, string>>;
};

const zh: Choices = {
  role: { steward: "管理员", officer: "填报员", inspector: "督查员", editor: "编辑" },
  stage: {
    draft: "草稿",
    published: "已公开",
    declared: "已申报完成",
    judged: "已有结论",
    withdrawn: "已撤回",
  },
  commitmentKind: { commitment: "对外承诺", measure: "工作措施" },
  conclusion: {
    kept: "已兑现",
    partlyKept: "部分兑现",
    notKept: "未兑现",
    cannotBeVerified: "无法核实",
  },
  indicatorKind: {
    flow: "流量（各期相加）",
    stock: "存量（取期末值）",
    ratio: "比率（分子 ÷ 分母）",
    duration: "时长（平均值和件数）",
    index: "指数（不能合并）",
  },
  polarity: { up: "越高越好", down: "越低越好", none: "不分优劣" },
  frequency: { month: "月", quarter: "季度", half: "半年", year: "年" },
  problemStage: {
    open: "整改中",
    listed: "挂牌督办",
    declared: "已报整改到位",
    returned: "已退回",
    delisted: "已销号",
    reopened: "重新挂账",
  },
  problemOrigin: { selfReport: "自查", finding: "督查发现" },
  listingLevel: { county: "县级挂牌", city: "市级挂牌", province: "省级挂牌", nation: "国家级挂牌" },
  drawStage: {
    planned: "已公布，待抽签",
    rolling: "抽签进行中",
    drawn: "已抽定",
    aborted: "抽签中止",
    calledOff: "已作废",
  },
  drawSubject: { commitments: "承诺事项", measures: "工作措施", problems: "问题" },
  stratification: { none: "不分层", body: "按责任单位分层", level: "按挂牌级别分层" },
  checkKind: { scheduled: "定期督查", drawn: "随机抽查", lookBack: "回头看", single: "单项核查" },
  checkStage: { planned: "已安排", running: "核查中", finished: "已结束", calledOff: "已取消" },
  frameNoun: { commitment: "对外承诺", measure: "工作措施", problem: "问题" },
  findingConclusion: {
    confirmed: "属实",
    partly: "部分属实",
    notConfirmed: "不属实",
    cannotBeVerified: "无法核实",
  },
  answer: { yes: "是", no: "否", notSeen: "没有查看" },
  appealOutcome: { stands: "维持原结论", changed: "改变结论" },
  completionRule: { least: "取完成最少的一项", mean: "取各项平均" },
  redactionGround: redactionGroundWords["zh-CN"],
  redactionState: { proposed: "待决定", approved: "已删除", refused: "不同意删除" },
};

const en: Choices = {
  role: { steward: "Steward", officer: "Officer", inspector: "Inspector", editor: "Editor" },
  stage: {
    draft: "Draft",
    published: "Published",
    declared: "Declared done",
    judged: "Judged",
    withdrawn: "Withdrawn",
  },
  commitmentKind: { commitment: "Commitment to the public", measure: "Measure (internal work)" },
  conclusion: {
    kept: "Kept",
    partlyKept: "Partly kept",
    notKept: "Not kept",
    cannotBeVerified: "Cannot be verified",
  },
  indicatorKind: {
    flow: "Flow (adds up)",
    stock: "Stock (last value counts)",
    ratio: "Ratio (numerator ÷ denominator)",
    duration: "Duration (mean and count)",
    index: "Index (never combined)",
  },
  polarity: { up: "Higher is better", down: "Lower is better", none: "Neither" },
  frequency: { month: "month", quarter: "quarter", half: "half-year", year: "year" },
  problemStage: {
    open: "Being put right",
    listed: "Listed for supervision",
    declared: "Declared fixed",
    returned: "Returned",
    delisted: "Struck off",
    reopened: "Reopened",
  },
  problemOrigin: { selfReport: "Reported by the body itself", finding: "Found by an inspection" },
  listingLevel: { county: "County", city: "City", province: "Province", nation: "Nation" },
  drawStage: {
    planned: "Planned, not drawn yet",
    rolling: "Being drawn",
    drawn: "Drawn",
    aborted: "Aborted",
    calledOff: "Called off",
  },
  drawSubject: { commitments: "Commitments", measures: "Measures", problems: "Problems" },
  stratification: { none: "No strata", body: "By responsible body", level: "By listing level" },
  checkKind: {
    scheduled: "Scheduled check",
    drawn: "Check of a random draw",
    lookBack: "Look-back",
    single: "Single inspection",
  },
  checkStage: { planned: "Planned", running: "Under way", finished: "Finished", calledOff: "Called off" },
  frameNoun: { commitment: "Commitments to the public", measure: "Measures", problem: "Problems" },
  findingConclusion: {
    confirmed: "Confirmed",
    partly: "Partly confirmed",
    notConfirmed: "Not confirmed",
    cannotBeVerified: "Cannot be verified",
  },
  answer: { yes: "Yes", no: "No", notSeen: "Not looked at" },
  appealOutcome: { stands: "The finding stands", changed: "The finding is changed" },
  completionRule: { least: "The least complete part", mean: "The mean of the parts" },
  redactionGround: redactionGroundWords.en,
  redactionState: { proposed: "Waits for a decision", approved: "Taken out", refused: "Declined" },
};

export const choiceWords: Readonly<Record<Language, Choices>> = { "zh-CN": zh, en };
