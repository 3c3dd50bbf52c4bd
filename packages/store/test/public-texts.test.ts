// Every text column of the database is either screened for personal data before it is public, or has a reason why not.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addEvidence,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  declareFixed,
  delistProblem,
  draftCommitment,
  giveVerdict,
  openProblem,
  abortDraw,
  planDraw,
  planProblem,
  problemCodeOf,
  publishCommitment,
  recordObservation,
  recordProgress,
  setUpJurisdiction,
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
import { as, freshUrl, inspector, officer, period, promise, steward, today } from "./ledger.ts";

const PHONE = "13800001234";
type Decide = () => Result<unknown, Refusal>;

const value = <T>(result: Result<T, Refusal>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const context = as(steward);
const body = (code: string): Body => ({ code: code as BodyCode, name: code, inspects: false, version: 1 });
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
const planned = (more: object) =>
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
const jurisdiction = (more: object) =>
  setUpJurisdiction(
    {
      name: "示例县",
      timeZone: "Asia/Shanghai",
      languages: ["zh-CN"],
      defaultLanguage: "zh-CN",
      independent: false,
      ...more,
    },
    context,
  );
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
  [
    "commitment.verdict_finding",
    () => giveVerdict(declared(), { conclusion: "kept", finding: PHONE, on: today }, as(inspector)),
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
  ...columns("draw", ["eligible", "venue"], (more) => planned(more)),
  ["draw.ended_reason", () => abortDraw(value(planned({})).state, PHONE, as(inspector))],
  ["progress.text", () => recordProgress(published(), { text: PHONE, happenedOn: today }, as(officer))],
  ...columns("evidence", ["caption", "file_name"], evidence),
  ["history.reason", () => withdrawCommitment(published(), PHONE, context)],
]);

/** Patterns of columns, and why nothing typed freely reaches the public through them. */
const NOT_FREE: readonly (readonly [RegExp, string])[] = [
  [
    /\.(code|code_sort|programme|commitment|milestone|indicator|body|parent|lead|support|bodies|actor_body|verdict_body|problem|draw|replaces|owner|former_owners|reported_by|listing_authority|declared_body|checked_body)$/,
    "codes: at most 40 letters and digits, given once and checked by codes.ts",
  ],
  [
    /\.(kind|stage|role|actor_role|shape|state|verb|frequency|polarity|completion_rule|verdict_conclusion|screening|provider_id|origin|listing_level|stratify)$/,
    "one of a list",
  ],
  [
    /\.(period|subject|sha256|media_type|time_zone|languages|default_language)$/,
    "of a fixed form, or one of a list",
  ],
  [/^(commitment|problem|draw)\.search_(text|terms)$/, "computed from texts that were screened"],
  [/^draw\.(round|frame|inspectors|rolls)$/, "a code, lists of codes, digits"],
  [/^draw_place\./, "who stands behind a numbered place of an inspector; in no page and no export"],
  [/^(account|credential|session|verification)\./, "accounts are nowhere public"],
  [/^(second_step|spent_code)\./, "numbers of ours and what is encrypted; in no page and no export"],
  [/^(account_key|body_key|body_seed|opened_key)\./, "numbers of ours, and digests of public keys"],
  [/^form_draft\./, "an account's own, nowhere public; screened when it is sent"],
  [/^import_(batch|mapping)\./, "imports are seen at the desk only; what they write is screened row by row"],
  [/^history\.(account|batch)$/, "numbers of ours"],
  [/^log_opening\.field$/, "names of fields; their values are what the history shows, which was screened"],
  [/^redaction\./, "codes, names of fields and words from closed lists; no text of anybody's"],
  [/^log_checkpoint\.note$/, "origin, size, root and signature, written by the sequencer"],
];

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
