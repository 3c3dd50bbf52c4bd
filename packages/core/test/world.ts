// A small invented county for the tests: who is there, what they count, what they promised.

import { strict as assert } from "node:assert";
import { parseDay, parsePeriod, type Day, type Period } from "@yinuo/period";
import {
  accountId,
  appealFinding,
  bodyCode,
  checkCodeOf,
  createBody,
  createIndicator,
  createProgramme,
  declareFixed,
  delistProblem,
  draftCommitment,
  listProblem,
  openCheck,
  openProblem,
  planDraw,
  rollDice,
  planCheck,
  problemCodeOf,
  publishCommitment,
  recordFinding,
  type Body,
  type By,
  type Check,
  type CheckPlan,
  type Commitment,
  type CommitmentContext,
  type CommitmentInput,
  type Draw,
  type DrawInput,
  type DraftContext,
  type Figure,
  type Finding,
  type FindingInput,
  type FrozenSubject,
  type Indicator,
  type IndicatorInput,
  type Observation,
  type PlanningContext,
  type ObservationContext,
  type Problem,
  type ProblemInput,
  type Programme,
  type Refusal,
  type Result,
  type Role,
  type Series,
} from "../src/index.ts";

export const day = (text: string): Day => parseDay(text) ?? assert.fail(`no day: ${text}`);
export const period = (text: string): Period => parsePeriod(text) ?? assert.fail(`no period: ${text}`);

export const value = <T>(result: Result<T, Refusal>): T =>
  result.ok ? result.value : assert.fail(`refused: ${JSON.stringify(result.error)}`);
export const refusal = (result: Result<unknown, Refusal>): Refusal =>
  result.ok ? assert.fail("not refused") : result.error;

export const today = day("2026-05-15");

export const by = (role: Role, body?: string, inspects = false): By => ({
  account: accountId(`${role}@${body ?? "nowhere"}`),
  role,
  body: body === undefined ? undefined : bodyCode(body),
  inspects,
});
export const steward = by("steward");
export const clerk = by("officer", "COURT");
export const inspector = by("inspector", "AUDIT", true);

const newBody = (code: string, name: string, inspects = false, closedOn?: Day): Body =>
  value(createBody({ code, name, inspects, closedOn }, { by: steward, today, bodies: new Map() })).state;

export const court = newBody("COURT", "县人民法院");
export const justice = newBody("SF", "县司法局");
export const water = newBody("WATER", "县自来水公司");
export const audit = newBody("AUDIT", "县督查室", true);
export const closed = newBody("OLD", "原信访局", false, day("2026-03-31"));
export const bodies: ReadonlyMap<string, Body> = new Map(
  [court, justice, water, audit, closed].map((body) => [body.code, body]),
);

export const indicatorInput = (
  kind: Indicator["kind"],
  more: Partial<IndicatorInput> = {},
): IndicatorInput => ({
  code: `I-${kind}`,
  name: kind,
  definition: `for the tests: ${kind}`,
  unit: "件",
  kind,
  polarity: "up",
  decimals: 1,
  frequency: "month",
  ...more,
});
export const indicator = (kind: Indicator["kind"], more: Partial<IndicatorInput> = {}): Indicator =>
  value(createIndicator(indicatorInput(kind, more), { by: steward, today, indicators: new Set() })).state;

export const closedCases = indicator("flow");
export const indicators: ReadonlyMap<string, Indicator> = new Map(
  (["flow", "stock", "ratio", "duration", "index"] as const).map((kind) => [`I-${kind}`, indicator(kind)]),
);

export const programme: Programme = value(
  createProgramme(
    {
      code: "2026",
      title: "2026年承诺事项",
      period: period("2026"),
      completionRule: "least",
      silentAfterDays: 60,
      rankingMinimum: 5,
    },
    { by: steward, today: day("2026-01-05"), programmes: new Set() },
  ),
).state;

export const context = (who: By = clerk, on: Day = today): CommitmentContext => ({
  by: who,
  today: on,
  programme,
  bodies,
  indicators,
});
export const drafting = (who: By = clerk): DraftContext => ({ ...context(who), existing: undefined });

export const promise: CommitmentInput = {
  code: "FY-01",
  externalId: "A7",
  kind: "commitment",
  title: "年内办结一万件",
  lead: "COURT",
  support: ["SF"],
  start: day("2026-01-01"),
  due: day("2026-06-30"),
  targets: [{ indicator: "I-flow", period: period("2026"), value: 10_000 }],
  milestones: [
    { code: "M1", title: "诉讼服务中心启用", due: day("2026-03-31") },
    { code: "M2", title: "网上立案开通", due: day("2026-09-30") },
  ],
};

export const draft = (more: Partial<CommitmentInput> = {}): Commitment =>
  value(draftCommitment({ ...promise, ...more }, drafting(steward))).state;
export const published = (more: Partial<CommitmentInput> = {}, on: Day = day("2026-02-01")): Commitment =>
  value(publishCommitment(draft(more), context(steward, on))).state;

export const number = (amount: number): Figure => ({ as: "number", value: amount });
export const ratio = (numerator: number, denominator: number): Figure => ({
  as: "ratio",
  numerator,
  denominator,
});
export const mean = (amount: number, count: number): Figure => ({ as: "mean", mean: amount, count });
export const notCollected: Figure = { as: "notCollected" };

/** Numbers are figures as they stand. */
export const series = (figures: Readonly<Record<string, Figure | number>>): Series =>
  new Map(
    Object.entries(figures).map(([at, figure]) => [
      period(at),
      typeof figure === "number" ? number(figure) : figure,
    ]),
  );

export const observing = (more: Partial<ObservationContext> = {}): ObservationContext => ({
  by: clerk,
  today,
  indicator: closedCases,
  body: court,
  ...more,
});
export const observation = (amount: number, at = "2026-04"): Observation => ({
  indicator: closedCases.code,
  body: court.code,
  period: period(at),
  figure: number(amount),
  recordedOn: day("2026-05-02"),
  version: 1,
});

export const opening = (who: By = clerk, keepPersonalData?: string) => ({
  by: who,
  today,
  bodies,
  keepPersonalData,
  code: problemCodeOf(today, 1),
});
export const trouble: ProblemInput = {
  title: "诉讼服务中心无障碍坡道被占用",
  detail: "坡道上停放车辆，轮椅不能通行。",
  place: "诉讼服务中心东门",
  owner: "COURT",
  origin: "selfReport",
  due: day("2026-06-30"),
};
export const problem = (more: Partial<ProblemInput> = {}): Problem =>
  value(openProblem({ ...trouble, ...more }, opening(more.origin === "finding" ? inspector : clerk))).state;
export const listed = (): Problem =>
  value(listProblem(problem(), { level: "county", deadline: day("2026-06-15") }, context(inspector))).state;
export const fixed = (was: Problem = problem(), evidenceCount = 1): Problem =>
  value(declareFixed(was, { text: "已设隔离桩", on: today }, { ...context(), evidenceCount })).state;
export const delist = (was: Problem, who: By = inspector) =>
  delistProblem(was, { on: today, text: "现场查看，坡道畅通" }, context(who));

/** Four of the court, six of the water utility; two places for inspectors of the audit office, one of the court's own. */
export const drawInput: DrawInput = {
  round: "2026-Q2",
  subject: "commitments",
  filter: { programme: programme.code },
  stratify: "body",
  eligible: "2026年第二季度申报完成的承诺事项",
  sample: { draw: 4 },
  excluded: [],
  sides: 10,
  ceremonyAt: "2026-05-20T01:00:00Z",
  venue: "县政府一楼大厅",
};
export const planning = (more: Partial<PlanningContext> = {}): PlanningContext => ({
  by: inspector,
  today,
  at: "2026-05-15T01:00:00Z",
  frozenAt: 120,
  matching: Array.from({ length: 10 }, (_, at) => ({
    id: `2026/${at < 4 ? "FY" : "GS"}-${String(at + 1).padStart(2, "0")}`,
    bodies: [at < 4 ? court.code : water.code],
  })),
  places: [
    { id: "AUDIT-1", body: audit.code },
    { id: "AUDIT-2", body: audit.code },
    { id: "COURT-1", body: court.code },
  ],
  earlier: [],
  ...more,
});
export const plannedDraw = (more: Partial<DrawInput> = {}): Draw =>
  value(planDraw({ ...drawInput, ...more }, planning())).state;
/** At the ceremony, with the plan in a published checkpoint. */
export const ceremony = (who: By = inspector) => ({
  by: who,
  today: day("2026-05-20"),
  at: "2026-05-20T01:20:00Z",
  plan: { leaf: "5e".repeat(32), published: true },
});
export const ROLLS = "63454660390103169462";
export const drawnDraw = (draw: Draw = plannedDraw()): Draw =>
  value(rollDice(draw, { first: ROLLS, second: ROLLS }, ceremony())).state;
export const checkPlan: CheckPlan = {
  kind: "scheduled",
  title: "上半年承诺事项督查",
  frame: { of: "commitment" },
  checklist: ["现场与台账是否一致？", "有没有群众意见？"],
  inspectors: ["AUDIT"],
  start: today,
  due: day("2026-05-29"),
};
export const planned = (more: Partial<CheckPlan> = {}, who: By = inspector): Check =>
  value(planCheck({ ...checkPlan, ...more }, { ...opening(who), code: checkCodeOf(today, 1) })).state;
export const frozen: readonly [FrozenSubject, FrozenSubject] = [
  {
    key: { programme: programme.code, commitment: draft().code },
    title: promise.title,
    owners: [court.code, justice.code],
  },
  { key: { problem: problemCodeOf(today, 1) }, title: trouble.title, owners: [water.code] },
];
export const running = (more: Partial<CheckPlan> = {}): Check =>
  value(openCheck(planned(more), { frozen }, context(inspector))).state;
export const saying = {
  number: 1,
  conclusion: "confirmed",
  finding: "抽查20件，全部属实",
  answers: { "1": "yes" },
  on: today,
} as const satisfies FindingInput & { readonly number: number };
export const inspecting = (who: By = inspector, acted = false) => ({ ...context(who), acted });
export const finding = (more: Partial<FindingInput & { readonly number: number }> = {}): Finding =>
  value(recordFinding(running(), { ...saying, ...more }, { ...inspecting(), existing: undefined })).state;
export const appealed = (): Finding =>
  value(
    appealFinding(
      finding({ conclusion: "partly" }),
      { text: "有三件当天已更正" },
      { ...context(), appealDays: 15 },
    ),
  ).state;
