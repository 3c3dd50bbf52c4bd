// Every refusal a decision knows is met at least once: the list does not compile with a code left out.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import {
  moveProblem,
  addEvidence,
  amendCommitment,
  answerAppeal,
  appealFinding,
  changeBody,
  changeIndicator,
  accountId,
  closeAccount,
  createAccount,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  draftCommitment,
  editDraft,
  extendProblem,
  finishMilestone,
  finishStep,
  giveVerdict,
  LIMITS,
  openCheck,
  publishCommitment,
  publishProgramme,
  readFigure,
  recordFinding,
  recordObservation,
  recordProgress,
  reopenMilestone,
  planDraw,
  rollDice,
  abortDraw,
  typedChoice,
  typedDay,
  typedNumber,
  typedPeriod,
  withdrawCommitment,
  withdrawObservation,
  type CommitmentInput,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";
import {
  by,
  closedCases,
  context,
  court,
  day,
  draft,
  drafting,
  inspector,
  observing,
  period,
  published,
  steward,
} from "./world.ts";

type Case = () => Result<unknown, Refusal>;

/** Decided where the record is looked up, which is outside this package. */
type LookedUp = "programmeUnknown" | "commitmentUnknown" | "problemUnknown" | "drawUnknown" | "checkUnknown";

const drafted = (more: Partial<CommitmentInput>): Result<unknown, Refusal> =>
  draftCommitment({ ...world.promise, ...more }, drafting());
const observed = (
  figure: number,
  more: Partial<Parameters<typeof recordObservation>[2]> = {},
): Result<unknown, Refusal> =>
  recordObservation(undefined, { period: period("2026-04"), figure: world.number(figure) }, observing(more));
const [target] = world.promise.targets;
const [milestone] = world.promise.milestones;
assert(target !== undefined && milestone !== undefined);
const bounded = world.indicator("flow", { least: 0, most: 100 });
const body = { code: "NEW", name: "新单位", inspects: false };
const bodyContext = { by: steward, today: world.today, bodies: world.bodies };
const done = world.value(
  finishMilestone(published(), { milestone: "M1", doneOn: day("2026-03-30"), evidenceCount: 1 }, context()),
).state;
const found = world.finding();

const known = {
  id: steward.account,
  name: "督查室",
  email: "steward@example.org",
  role: "steward",
  version: 1,
} as const;
const accounts = { ...bodyContext, emails: new Set<string>(), openStewards: 2 };

const account = (more: Partial<Parameters<typeof createAccount>[0]>): Result<unknown, Refusal> =>
  createAccount(
    { name: "法院填报", email: "court@example.org", role: "inspector", body: "COURT", ...more },
    { ...bodyContext, id: accountId("a-1"), emails: new Set(["taken@example.org"]) },
  );

const rolled = (more: object) =>
  rollDice(world.plannedDraw(), { first: "6", second: "6" }, { ...world.ceremony(), ...more });
const appealing = () => ({ ...context(), appealDays: 15 });
const recordingOf = (
  number: number,
  more: Partial<Parameters<typeof recordFinding>[2]> = {},
  check = world.running(),
): Result<unknown, Refusal> =>
  recordFinding(check, { ...world.saying, number }, { ...world.inspecting(), existing: undefined, ...more });

const CASES: Record<Exclude<Refusal["code"], LookedUp>, Case> = {
  roleMayNot: () => draftCommitment(world.promise, drafting(by("editor", "COURT"))),
  notYourBody: () => declareDone(published(), { on: world.today }, context(by("officer", "SF"))),
  ownWork: () => giveVerdict(published(), found, context(by("inspector", "SF", true), day("2026-07-01"))),
  notInspecting: () => giveVerdict(published(), found, context(by("inspector", "WATER"), day("2026-07-01"))),
  textMissing: () => drafted({ title: " \u200e " }),
  textTooLong: () => drafted({ title: "长".repeat(LIMITS.title + 1) }),
  codeUnreadable: () => drafted({ code: "../x" }),
  codeTaken: () => draftCommitment(world.promise, { ...drafting(), existing: draft() }),
  codeFixed: () => editDraft(draft(), { ...world.promise, code: "FY-02" }, context()),
  reasonMissing: () => withdrawCommitment(published(), "  ", context()),
  personalDataFound: () => withdrawCommitment(published(), "请联系13800001234", context()),
  personalDataInFile: () => addEvidence([court.code], { ...evidence, caption: "图", inside }, context()),
  dayUnreadable: () => typedDay("due", "年底前争取"),
  dayAmbiguous: () => typedDay("due", "03/04/2026"),
  dayInFuture: () =>
    recordProgress(published(), { text: "已开工", happenedOn: day("2026-05-16") }, context()),
  endsBeforeStart: () => drafted({ start: day("2026-07-01") }),
  choiceUnknown: () => typedChoice("rule", ["least", "mean"], "best"),
  numberUnreadable: () => typedNumber("value", "1.234,5"),
  numberOutOfRange: () =>
    createIndicator(world.indicatorInput("flow", { decimals: 7 }), {
      by: steward,
      today: world.today,
      indicators: new Set(),
    }),
  bodyUnknown: () => drafted({ lead: "NOBODY" }),
  indicatorUnknown: () => drafted({ targets: [{ ...target, indicator: "I-none" }] }),
  milestoneUnknown: () =>
    finishMilestone(published(), { milestone: "M9", doneOn: world.today, evidenceCount: 1 }, context()),
  bodyCycle: () =>
    changeBody(
      court,
      { ...body, code: "COURT", parent: "SF" },
      {
        ...bodyContext,
        bodies: new Map([
          ["COURT", court],
          ["SF", { ...world.justice, parent: court.code }],
        ]),
      },
    ),
  bodyClosed: () => draftCommitment({ ...world.promise, lead: "OLD" }, drafting(steward)),
  leadSupportsItself: () => drafted({ support: ["COURT"] }),
  emailUnreadable: () => account({ email: "court@" }),
  emailTaken: () => account({ email: " Taken@example.org" }),
  bodyNotInspecting: () => account({}),
  accountClosed: () => closeAccount({ ...known, closedOn: world.today }, accounts),
  ownAccount: () => closeAccount(known, accounts),
  lastSteward: () => closeAccount(known, { ...accounts, openStewards: 1 }),
  wrongStage: () => publishCommitment(published(), context()),
  alreadyPublished: () =>
    publishProgramme({ ...world.programme, publishedOn: world.today }, context(steward)),
  alreadyDone: () =>
    finishMilestone(done, { milestone: "M1", doneOn: world.today, evidenceCount: 1 }, context()),
  notDone: () => reopenMilestone(done, { milestone: "M2", reason: "误报" }, context()),
  weightsIncomplete: () =>
    drafted({
      milestones: [
        { ...milestone, weight: 2 },
        { title: "二", due: world.today },
      ],
    }),
  milestoneTwice: () => drafted({ milestones: [milestone, milestone] }),
  doneMilestoneRemoved: () => amendCommitment(done, { ...world.promise, milestones: [] }, "调整", context()),
  targetTwice: () => drafted({ targets: [target, { ...target, value: 1, body: "COURT" }] }),
  baselineIsTarget: () => drafted({ targets: [{ ...target, baseline: 10_000 }] }),
  evidenceMissing: () =>
    finishMilestone(published(), { milestone: "M1", doneOn: world.today, evidenceCount: 0 }, context()),
  nothingChanged: () => editDraft(draft(), world.promise, context()),
  changedMeanwhile: () =>
    editDraft({ ...draft(), version: 3 }, { ...world.promise, seenVersion: 2 }, context()),
  kindFixed: () =>
    changeIndicator(
      closedCases,
      { ...world.indicatorInput("stock"), code: closedCases.code },
      { by: steward, today: world.today, observed: true },
    ),
  periodUnreadable: () => typedPeriod("period", "去年以来"),
  periodAmbiguous: () => typedPeriod("period", "2011/12"),
  periodNotOver: () =>
    recordObservation(undefined, { period: period("2026-05"), figure: world.number(1) }, observing()),
  periodTooFine: () => observed(1, { indicator: world.indicator("flow", { frequency: "quarter" }) }),
  partsMissing: () => readFigure(world.indicator("ratio"), { numerator: 3 }),
  partsDisagree: () => readFigure(world.indicator("ratio"), { value: 40, numerator: 1, denominator: 2 }),
  denominatorZero: () => readFigure(world.indicator("ratio"), { numerator: 0, denominator: 0 }),
  observationMissing: () => withdrawObservation(undefined, "误报", context()),
  outsideBounds: () => observed(101, { indicator: bounded }),
  wrongProblemStage: () => world.delist(world.problem()),
  stepUnknown: () => finishStep(world.problem(), { step: "9", doneOn: world.today }, context()),
  ownerTookPart: () =>
    moveProblem(world.problem(), { owner: "AUDIT", reason: "移交" }, world.opening(world.inspector)),
  deadlineNotYours: () =>
    extendProblem(world.listed(), { due: day("2026-12-31"), reason: "下雨" }, context()),
  wrongDrawStage: () => abortDraw(world.drawnDraw(), "停电", world.ceremony()),
  roundOpen: () =>
    planDraw(
      world.drawInput,
      world.planning({ earlier: [{ ...world.plannedDraw(), stage: "planned", leaf: "5e".repeat(32) }] }),
    ),
  notEligible: () =>
    planDraw({ ...world.drawInput, excluded: [{ id: "2026/XX", reason: "停工" }] }, world.planning()),
  ceremonyPassed: () =>
    planDraw({ ...world.drawInput, ceremonyAt: "2026-05-15T01:00:00Z" }, world.planning()),
  planNotPublished: () => rolled({ plan: { leaf: "5e".repeat(32), published: false } }),
  ceremonyNotBegun: () => rolled({ at: "2026-05-20T00:59:59Z" }),
  drawRefused: () => planDraw({ ...world.drawInput, sample: { draw: 11 } }, world.planning()),
  notLater: () => extendProblem(world.problem(), { due: day("2026-06-30"), reason: "下雨" }, context()),
  subjectUnknown: () => recordingOf(3),
  wrongCheckStage: () => openCheck(world.running(), { frozen: world.frozen }, context(inspector)),
  frameEmpty: () => openCheck(world.planned(), { frozen: [] }, context(inspector)),
  findingThere: () => recordingOf(1, { existing: found }),
  notAssigned: () => {
    const nobody = world.value(
      openCheck(
        world.planned(),
        { frozen: [{ ...world.frozen[0], owners: ["AUDIT" as typeof court.code] }] },
        context(inspector),
      ),
    ).state;
    return recordingOf(1, { by: by("inspector", "SF", true) }, nobody);
  },
  actedForOwner: () => recordingOf(1, { acted: true }),
  alreadyAppealed: () => appealFinding(world.appealed(), { text: "再申诉" }, appealing()),
  appealTooLate: () => appealFinding(found, { text: "有异议" }, { ...appealing(), today: day("2026-05-31") }),
  noAppeal: () => answerAppeal(found, { outcome: "stands", text: "维持" }, world.inspecting()),
  tenfold: () => observed(520, { before: { period: period("2026-03"), figure: world.number(52) } }),
};

for (const [code, provoke] of Object.entries(CASES))
  test(`${code} is refused by name`, () => {
    assert.equal(world.refusal(provoke()).code, code);
  });

test("a role that may do nothing is told so before anything else is read", () => {
  const editor = by("editor", "COURT");
  const answers = [
    createBody({ ...body, code: "" }, { ...bodyContext, by: editor }),
    createProgramme(
      { ...world.programme, code: "" },
      { by: editor, today: world.today, programmes: new Set() },
    ),
    editDraft(published(), world.promise, context(editor)),
    publishCommitment(published(), context(editor)),
    recordProgress(draft(), { text: "", happenedOn: world.today }, context(editor)),
    giveVerdict(draft(), found, context(editor)),
    addEvidence([court.code], evidence, context(editor)),
    observed(1, { by: editor, today: day("2020-01-01") }),
  ];
  for (const answer of answers)
    assert.deepEqual(world.refusal(answer), { code: "roleMayNot", role: "editor" });
});

const inside = {
  found: [
    {
      kind: "mobile",
      certainty: "certain",
      place: { part: "page", name: "3" },
      before: "电话",
      masked: "138****1234",
      after: "。",
    },
  ],
  count: 1,
} as const;

const evidence = {
  sha256: "0".repeat(64),
  fileName: "照片.jpg",
  mediaType: "image/jpeg",
  size: 1,
  caption: "",
  showsOn: world.today,
  screening: "picture",
} as const;
