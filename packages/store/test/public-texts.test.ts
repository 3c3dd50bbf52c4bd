// Every text column of the database is either screened for personal data before it is public, or has a reason why not.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addEvidence,
  answerAppeal,
  appealFinding,
  callOffCheck,
  checkCodeOf,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  declareFixed,
  delistProblem,
  draftCommitment,
  finishCheck,
  openProblem,
  abortDraw,
  planDraw,
  planCheck,
  planProblem,
  problemCodeOf,
  publishCommitment,
  recordFinding,
  recordObservation,
  recordProgress,
  setUpJurisdiction,
  singleCheck,
  withdrawCommitment,
  type Body,
  type BodyCode,
  type Commitment,
  type CommitmentInput,
  type Indicator,
  type IndicatorInput,
  type Programme,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import pg from "pg";
import { NOT_FREE } from "./not-free.ts";
import { as, freshUrl, inspector, officer, period, promise, steward, today } from "./ledger.ts";

const PHONE = "13800001234";
type Decide = () => Result<unknown, Refusal>;

const value = <T>(result: Result<T, Refusal>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const context = as(steward);
const body = (code: string): Body => ({
  code: code as BodyCode,
  name: code,
  inspects: code === "office",
  version: 1,
});
const programme: Programme = value(
  createProgramme(
    {
      code: "2026",
      title: "计划",
      period: period("2026"),
      completionRule: "least",
      silentAfterDays: 60,
      rankingMinimum: 5,
    },
    { ...context, programmes: new Set() },
  ),
).state;
const INDICATOR: IndicatorInput = {
  code: "CASES",
  name: "结案数",
  definition: "已结案件",
  unit: "件",
  kind: "flow",
  polarity: "up",
  frequency: "month",
  decimals: 0,
};
const indicator: Indicator = value(createIndicator(INDICATOR, { ...context, indicators: new Set() })).state;
const bodies = new Map<string, Body>(["court", "police", "office"].map((code) => [code, body(code)]));
const drafting = {
  ...context,
  programme,
  bodies,
  indicators: new Map([[indicator.code, indicator]]),
  existing: undefined,
};
const draft = (more: Partial<CommitmentInput>) => draftCommitment({ ...promise("X"), ...more }, drafting);
const published = (): Commitment => value(publishCommitment(value(draft({})).state, drafting)).state;
const declared = () => value(declareDone(published(), { on: today }, context)).state;
const photo = {
  sha256: "0".repeat(64),
  fileName: "1.jpg",
  mediaType: "image/jpeg",
  size: 1,
  caption: "图",
  showsOn: today,
  screening: "picture",
} as const;
const evidence = (more: object) => addEvidence(["court" as BodyCode], { ...photo, ...more }, context);
const observed = (more: object) =>
  recordObservation(
    undefined,
    { period: period("2026-06"), figure: { as: "number", value: 5 }, ...more },
    { ...context, indicator, body: body("court"), before: undefined },
  );
const opened = (more: object) =>
  openProblem(
    {
      title: "坡道被占用",
      detail: "轮椅不能通行",
      place: "东门",
      owner: "court",
      origin: "selfReport",
      due: "2026-12-31" as Day,
      ...more,
    },
    { ...as(officer), bodies, code: problemCodeOf(today, 1) },
  );
const fixed = (text: string) =>
  declareFixed(value(opened({})).state, { text, on: today }, { ...as(officer), evidenceCount: 1 });
const plannedDraw = (more: object) =>
  planDraw(
    {
      round: "2026-Q3",
      subject: "commitments",
      filter: {},
      stratify: "none",
      eligible: "全部承诺事项",
      sample: { draw: 1 },
      excluded: [],
      sides: 10,
      ceremonyAt: "2026-12-01T02:00:00Z",
      venue: "大厅",
      ...more,
    },
    {
      ...as(inspector),
      at: "2026-08-15T02:00:00Z",
      frozenAt: 9,
      matching: [{ id: "2026/X", bodies: ["court" as BodyCode] }],
      places: [],
      earlier: [],
    },
  );
const PLAN = {
  kind: "scheduled",
  title: "半年督查",
  frame: { of: "commitment" },
  start: today,
  due: today,
} as const;
const planned = (more: object) =>
  planCheck(
    { ...PLAN, checklist: [], inspectors: [], ...more },
    { ...as(inspector), bodies, code: checkCodeOf(today, 1) },
  );
const single = () => {
  const { programme: of, code, title, lead, support } = declared();
  const subject = { key: { programme: of, commitment: code }, title, owners: [lead, ...support] } as const;
  return value(
    singleCheck({ of: "commitment", ...subject }, { ...as(inspector), code: checkCodeOf(today, 1) }),
  ).state;
};
const found = (more: object) =>
  recordFinding(
    single(),
    { number: 1, conclusion: "confirmed", finding: "属实", answers: {}, on: today, ...more },
    { ...as(inspector), acted: false, existing: undefined },
  );
const appeal = (text: string) =>
  appealFinding(value(found({})).state, { text }, { ...as(officer), appealDays: 15 });
const COUNTY = { name: "示例县", timeZone: "Asia/Shanghai", languages: ["zh-CN"], defaultLanguage: "zh-CN" };
const jurisdiction = (more: object) => setUpJurisdiction({ ...COUNTY, independent: false, ...more }, context);
const made = {
  body: (more: object) =>
    createBody({ code: "n", name: "新", inspects: false, ...more }, { ...context, bodies }),
  indicator: (more: object) =>
    createIndicator({ ...INDICATOR, code: "NEW", ...more }, { ...context, indicators: new Set() }),
  programme: (more: object) =>
    createProgramme({ ...programme, code: "2027", ...more }, { ...context, programmes: new Set() }),
};

const columns = (
  table: string,
  names: readonly string[],
  decide: (more: object) => Result<unknown, Refusal>,
) =>
  names.map((name): readonly [string, Decide] => [
    `${table}.${name}`,
    () => decide({ [name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]: PHONE }),
  ]);

const SCREENED: ReadonlyMap<string, Decide> = new Map<string, Decide>([
  ...columns("jurisdiction", ["name", "name_en", "licence", "licence_url", "contact"], jurisdiction),
  ...columns("body", ["external_id", "name", "name_en", "about", "about_en"], made.body),
  ...columns("programme", ["title", "title_en", "source"], made.programme),
  ...columns(
    "indicator",
    ["external_id", "name", "name_en", "definition", "definition_en", "unit", "unit_en", "source"],
    made.indicator,
  ),
  ...columns("indicator", ["numerator", "denominator"], (more) =>
    made.indicator({ kind: "ratio", numerator: "已办", denominator: "应办", ...more }),
  ),
  ...columns(
    "commitment",
    "external_id title title_en promise promise_en beneficiaries beneficiaries_en criterion criterion_en source".split(
      " ",
    ),
    draft,
  ),
  ["commitment.verdict_finding", () => found({ finding: PHONE })],
  ...columns("inspection", ["title", "title_en"], planned),
  ["inspection.frame_words", () => planned({ frame: { of: "problem", words: PHONE } })],
  ["inspection.called_off", () => callOffCheck(value(planned({})).state, PHONE, as(inspector))],
  [
    "inspection_subject.missed",
    () => finishCheck(single(), { missed: { 1: PHONE } }, { ...as(inspector), found: new Set() }),
  ],
  ...columns("finding", ["finding", "place"], found),
  ["finding.appeal_text", () => appeal(PHONE)],
  [
    "finding.answer_text",
    () =>
      answerAppeal(
        value(appeal("有异议")).state,
        { outcome: "stands", text: PHONE },
        { ...as(inspector), acted: false },
      ),
  ],
  ...columns("milestone", ["title", "title_en"], (more) =>
    draft({ milestones: [{ code: "1", title: "节点", due: today, ...more }] }),
  ),
  ...columns("problem", ["title", "title_en", "detail", "place"], opened),
  ["problem.declared_text", () => fixed(PHONE)],
  [
    "problem.checked_text",
    () => delistProblem(value(fixed("已清理")).state, { text: PHONE, on: today }, as(inspector)),
  ],
  ...columns("problem_step", ["title", "title_en"], (more) =>
    planProblem(value(opened({})).state, { steps: [{ title: "清理", due: today, ...more }] }, as(officer)),
  ),
  ...columns("observation", ["source", "note"], observed),
  [
    "observation.confirmed",
    () =>
      recordObservation(
        undefined,
        { period: period("2026-06"), figure: { as: "number", value: 5 }, confirmed: PHONE },
        {
          ...context,
          indicator,
          body: body("court"),
          before: { period: period("2026-05"), figure: { as: "number", value: 500 } },
        },
      ),
  ],
  ...columns("draw", ["eligible", "venue"], plannedDraw),
  ["draw.ended_reason", () => abortDraw(value(plannedDraw({})).state, PHONE, as(inspector))],
  ["progress.text", () => recordProgress(published(), { text: PHONE, happenedOn: today }, as(officer))],
  ...columns("evidence", ["caption", "file_name"], evidence),
  ["history.reason", () => withdrawCommitment(published(), PHONE, context)],
]);

let texts: readonly string[];
before(async () => {
  const client = new pg.Client({ connectionString: await freshUrl() });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'schema_migration' AND (data_type = 'text' OR udt_name = '_text')`,
  );
  await client.end();
  texts = rows.map(({ name }) => name);
});

describe("a text column", () => {
  it("is screened, or somebody wrote down why it need not be", () => {
    const unknown = texts.filter(
      (column) => !SCREENED.has(column) && !NOT_FREE.some(([pattern]) => pattern.test(column)),
    );
    assert.deepEqual(unknown, [], "a new text column: screen it in its decision, and add it here");
    const gone = [...SCREENED.keys()].filter((column) => !texts.includes(column));
    assert.deepEqual(gone, [], "no such column any more");
  });

  for (const [column, decide] of SCREENED)
    it(`${column} takes no telephone number without a reason`, () => {
      const decided = decide();
      assert.equal(decided.ok ? "taken" : decided.error.code, "personalDataFound");
    });
});
