// The one description of the API: every address, what it may be asked, and what it answers.

import type { Door } from "../doors.ts";
import type { ParameterName } from "./parameters.ts";
import type { SchemaName } from "./schemas.ts";

export type ApiDoor = Extract<Door, `GET /api${string}`>;

export type Endpoint = {
  /** The name client generators give the operation. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly asks: readonly ParameterName[];
  /** One record, or pages of them under the name of their noun. */
  readonly answers:
    | { readonly one: SchemaName }
    | { readonly many: SchemaName; readonly noun: string; readonly paged: "page" | "before" };
};

const PAGED = ["page", "per"] as const;

export const ENDPOINTS = {
  "GET /api": {
    id: "getIndex",
    zh: "有哪些地址",
    en: "What there is",
    asks: [],
    answers: { one: "Index" },
  },
  "GET /api/openapi.json": {
    id: "getDescription",
    zh: "OpenAPI 3.1 描述",
    en: "This description, OpenAPI 3.1",
    asks: [],
    answers: { one: "Description" },
  },
  "GET /api/jurisdiction": {
    id: "getJurisdiction",
    zh: "辖区：名称、时区、许可",
    en: "The jurisdiction: names, time zone, licence",
    asks: [],
    answers: { one: "Jurisdiction" },
  },
  "GET /api/programmes": {
    id: "listProgrammes",
    zh: "已公布的年度计划",
    en: "Published programmes, newest period first",
    asks: PAGED,
    answers: { many: "Programme", noun: "programmes", paged: "page" },
  },
  "GET /api/programmes/:code": {
    id: "getProgramme",
    zh: "一个年度计划",
    en: "One programme",
    asks: [],
    answers: { one: "Programme" },
  },
  "GET /api/bodies": {
    id: "listBodies",
    zh: "单位",
    en: "Bodies, by code",
    asks: PAGED,
    answers: { many: "Body", noun: "bodies", paged: "page" },
  },
  "GET /api/bodies/:code": {
    id: "getBody",
    zh: "一个单位",
    en: "One body",
    asks: [],
    answers: { one: "Body" },
  },
  "GET /api/commitments": {
    id: "listCommitments",
    zh: "承诺事项，筛选与网页相同",
    en: "Published commitments and measures, filtered as on the page",
    asks: ["q", "programme", "body", "indicator", "standing", "kind", "sort", "order", ...PAGED],
    answers: { many: "Commitment", noun: "commitments", paged: "page" },
  },
  "GET /api/commitments/:programme/:code": {
    id: "getCommitment",
    zh: "一件承诺：目标、节点、进展、佐证、核查结论",
    en: "One commitment with targets, milestones, progress, evidence and verdict",
    asks: [],
    answers: { one: "WholeCommitment" },
  },
  "GET /api/indicators": {
    id: "listIndicators",
    zh: "指标",
    en: "Indicators, by code; with `body`, those it has figures for",
    asks: ["q", "body", ...PAGED],
    answers: { many: "Indicator", noun: "indicators", paged: "page" },
  },
  "GET /api/indicators/:code": {
    id: "getIndicator",
    zh: "一个指标",
    en: "One indicator",
    asks: [],
    answers: { one: "Indicator" },
  },
  "GET /api/observations": {
    id: "listObservations",
    zh: "数据，最近的期间在前",
    en: "Figures, newest period first",
    asks: ["indicator", "body", "from", "to", ...PAGED],
    answers: { many: "Observation", noun: "observations", paged: "page" },
  },
  "GET /api/problems": {
    id: "listProblems",
    zh: "问题清单，按编号",
    en: "Problems, by code, filtered as on the page; `body` is the one whose task it is",
    asks: ["q", "body", "state", "level", "origin", "programme", "commitment", ...PAGED],
    answers: { many: "OpenProblem", noun: "problems", paged: "page" },
  },
  "GET /api/problems/:code": {
    id: "getProblem",
    zh: "一个问题：步骤、佐证",
    en: "One problem with its steps and evidence",
    asks: [],
    answers: { one: "WholeProblem" },
  },
  "GET /api/silence": {
    id: "listOwed",
    zh: "逾期未办：谁、什么、从哪天起",
    en: "What is owed and late, the longest first; `body` is the one that owes it",
    asks: ["q", "body", "owed", ...PAGED],
    answers: { many: "Owed", noun: "silence", paged: "page" },
  },
  "GET /api/draws": {
    id: "listDraws",
    zh: "随机抽查方案，按编号",
    en: "Draws, by code, filtered as on the page; `body` is the one that draws",
    asks: ["q", "body", "stage", "subject", ...PAGED],
    answers: { many: "Draw", noun: "draws", paged: "page" },
  },
  "GET /api/draws/:code": {
    id: "getDraw",
    zh: "一份抽查方案：方案、名录、随机种子、结果、日志凭证",
    en: "One draw with everything it is recomputed from",
    asks: [],
    answers: { one: "WholeDraw" },
  },
  "GET /api/checks": {
    id: "listChecks",
    zh: "督查，按编号",
    en: "Checks, by code; `body` organises it or looks",
    asks: ["q", "body", "programme", "checkKind", "checkState", ...PAGED],
    answers: { many: "Check", noun: "checks", paged: "page" },
  },
  "GET /api/checks/:code": {
    id: "getCheck",
    zh: "一次督查：要点、核查清单",
    en: "One check with its checklist and its frozen list (`list`)",
    asks: [],
    answers: { one: "WholeCheck" },
  },
  "GET /api/findings": {
    id: "listFindings",
    zh: "核查结论，按督查编号和序号",
    en: "Findings, by check and number; `body` is the one that looked",
    asks: ["check", "programme", "commitment", "problem", "body", ...PAGED],
    answers: { many: "Finding", noun: "findings", paged: "page" },
  },
  "GET /api/history": {
    id: "listHistory",
    zh: "留痕，最近的在前",
    en: "What happened, newest first; `next` leads to what is older",
    asks: [
      "since",
      "programme",
      "commitment",
      "indicator",
      "body",
      "problem",
      "draw",
      "check",
      "verb",
      "before",
      "per",
    ],
    answers: { many: "Entry", noun: "history", paged: "before" },
  },
} as const satisfies Record<ApiDoor, Endpoint>;

export const pathOf = (door: ApiDoor): string => door.slice("GET ".length);

/** The parts of the address that are codes. */
export const codesOf = (door: ApiDoor): readonly string[] =>
  [...door.matchAll(/:([a-z]+)/g)].map(([, name]) => name ?? "");
