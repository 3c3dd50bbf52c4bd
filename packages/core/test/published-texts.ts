// Every decision by which a text becomes public, each told what is typed and why personal data in it stays.

import {
  abortDraw,
  addEvidence,
  callOffDraw,
  amendCommitment,
  changeBody,
  changeIndicator,
  changeProgramme,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  declareFixed,
  delistProblem,
  draftCommitment,
  editDraft,
  extendProblem,
  finishMilestone,
  lookBack,
  openProblem,
  planDraw,
  planProblem,
  publishCommitment,
  recordObservation,
  recordProgress,
  reopenProblem,
  replaceDrawn,
  returnProblem,
  reopenMilestone,
  takeBackDeclaration,
  withdrawCommitment,
  withdrawObservation,
  type Change,
  type CommitmentInput,
  type ProblemInput,
  type Refusal,
  type Result,
} from "../src/index.ts";
import { CHECK_DOORS } from "./published-texts-checks.ts";
import * as world from "./world.ts";

const { day, value, published, draft, today } = world;

export type Door = (text: string, keepPersonalData?: string) => Result<Change<unknown>, Refusal>;
type Keep = string | undefined;

const steward = (keepPersonalData: Keep) => ({ by: world.steward, today, keepPersonalData });
export const full = (keepPersonalData: Keep) => ({ ...world.context(world.steward), keepPersonalData });
const set = (keepPersonalData: Keep) => ({ ...steward(keepPersonalData), bodies: world.bodies });
export const worded = (more: Partial<CommitmentInput>): CommitmentInput => ({ ...world.promise, ...more });
export const milestones = (title: string) => [{ code: "M1", title, due: day("2026-03-31") }];
const declared = () => value(declareDone(published(), { on: today }, full(undefined))).state;
const finished = () =>
  value(finishMilestone(published(), { milestone: "M1", doneOn: today, evidenceCount: 1 }, full(undefined)))
    .state;
const picture = {
  sha256: "0".repeat(64),
  mediaType: "image/webp",
  size: 1,
  showsOn: today,
  screening: "picture",
} as const;
const figure = { period: world.period("2026-04"), figure: world.number(7) };
const rules = { completionRule: "least", silentAfterDays: 60, rankingMinimum: 5 } as const;
const plan = { code: "2027", title: "年度计划", period: world.period("2027"), ...rules };
const flow = (definition: string) => world.indicatorInput("flow", { definition });

const opened = (more: Partial<ProblemInput>, keep: Keep) =>
  openProblem({ ...world.trouble, ...more }, world.opening(world.clerk, keep));
const inspecting = (keepPersonalData: Keep) => ({
  by: world.inspector,
  today,
  keepPersonalData,
  evidenceCount: 1,
});
const holding = (keepPersonalData: Keep) => ({ by: world.inspector, today, keepPersonalData });
const delisted = () => value(world.delist(world.fixed())).state;

/** Every way a text becomes public, by the field it is typed into. */
export const DOORS: readonly (readonly [string, string, Door])[] = [
  ["progress", "text", (text, keep) => recordProgress(published(), { text, happenedOn: today }, full(keep))],
  [
    "evidence",
    "caption",
    (caption, keep) =>
      addEvidence([world.court.code], { ...picture, caption, fileName: "1.webp" }, steward(keep)),
  ],
  [
    "evidence",
    "file",
    (fileName, keep) =>
      addEvidence([world.court.code], { ...picture, caption: "图", fileName }, steward(keep)),
  ],
  [
    "draft",
    "promise",
    (promise, keep) => draftCommitment(worded({ promise }), { ...full(keep), existing: undefined }),
  ],
  [
    "draft",
    "milestones",
    (title, keep) =>
      draftCommitment(worded({ milestones: milestones(title) }), { ...full(keep), existing: undefined }),
  ],
  [
    "edited draft",
    "beneficiaries",
    (beneficiaries, keep) => editDraft(draft(), worded({ beneficiaries }), full(keep)),
  ],
  [
    "published draft",
    "criterion",
    (criterion, keep) => {
      const kept = value(
        draftCommitment(worded({ criterion }), { ...full("草稿"), existing: undefined }),
      ).state;
      return publishCommitment(kept, full(keep));
    },
  ],
  [
    "amendment",
    "source",
    (source, keep) => amendCommitment(published(), worded({ source }), "补充", full(keep)),
  ],
  [
    "amendment",
    "reason",
    (reason, keep) => amendCommitment(published(), worded({ source: "会议纪要" }), reason, full(keep)),
  ],
  ["withdrawal", "reason", (reason, keep) => withdrawCommitment(published(), reason, full(keep))],
  ["declaration taken back", "reason", (reason, keep) => takeBackDeclaration(declared(), reason, full(keep))],
  [
    "milestone reopened",
    "reason",
    (reason, keep) => reopenMilestone(finished(), { milestone: "M1", reason }, full(keep)),
  ],
  ["problem", "title", (title, keep) => opened({ title }, keep)],
  ["problem", "detail", (detail, keep) => opened({ detail }, keep)],
  ["problem", "place", (place, keep) => opened({ place }, keep)],
  [
    "steps of a problem",
    "milestones",
    (title, keep) => planProblem(world.problem(), { steps: milestones(title) }, full(keep)),
  ],
  [
    "deadline of a problem moved",
    "reason",
    (reason, keep) => extendProblem(world.problem(), { due: day("2026-12-31"), reason }, full(keep)),
  ],
  [
    "problem declared fixed",
    "declared",
    (text, keep) => declareFixed(world.problem(), { text, on: today }, { ...full(keep), evidenceCount: 1 }),
  ],
  [
    "problem struck off",
    "checked",
    (text, keep) => delistProblem(world.fixed(), { text, on: today }, inspecting(keep)),
  ],
  [
    "problem returned",
    "checked",
    (text, keep) => returnProblem(world.fixed(), { text, on: today }, inspecting(keep)),
  ],
  [
    "problem looked at again",
    "checked",
    (text, keep) => lookBack(delisted(), { text, on: today }, inspecting(keep)),
  ],
  [
    "problem reopened",
    "checked",
    (text, keep) => reopenProblem(delisted(), { text, on: today, due: day("2026-12-31") }, inspecting(keep)),
  ],
  [
    "draw",
    "eligible",
    (eligible, keep) =>
      planDraw({ ...world.drawInput, eligible }, world.planning({ keepPersonalData: keep })),
  ],
  [
    "draw",
    "venue",
    (venue, keep) => planDraw({ ...world.drawInput, venue }, world.planning({ keepPersonalData: keep })),
  ],
  [
    "draw",
    "excluded",
    (reason, keep) =>
      planDraw(
        { ...world.drawInput, excluded: [{ id: "2026/FY-01", reason }] },
        world.planning({ keepPersonalData: keep }),
      ),
  ],
  [
    "double draw",
    "recused",
    (reason, keep) =>
      planDraw(
        {
          ...world.drawInput,
          inspectors: { each: 1, recused: [{ inspector: "AUDIT-1", subject: "2026/GS-05", reason }] },
        },
        world.planning({ keepPersonalData: keep }),
      ),
  ],
  ["aborted draw", "reason", (reason, keep) => abortDraw(world.plannedDraw(), reason, holding(keep))],
  ["draw called off", "reason", (reason, keep) => callOffDraw(world.drawnDraw(), reason, holding(keep))],
  [
    "replacement in a draw",
    "reason",
    (reason, keep) => {
      const draw = world.drawnDraw();
      return replaceDrawn(draw, { id: draw.result?.picks[0]?.id ?? "", reason }, holding(keep));
    },
  ],
  ...CHECK_DOORS,
  [
    "figure",
    "note",
    (note, keepPersonalData) =>
      recordObservation(undefined, { ...figure, note }, world.observing({ keepPersonalData })),
  ],
  [
    "figure",
    "source",
    (source, keepPersonalData) =>
      recordObservation(undefined, { ...figure, source }, world.observing({ keepPersonalData })),
  ],
  [
    "revised figure",
    "reason",
    (reason, keepPersonalData) =>
      recordObservation(world.observation(6), { ...figure, reason }, world.observing({ keepPersonalData })),
  ],
  [
    "unlikely figure",
    "confirmed",
    (confirmed, keepPersonalData) =>
      recordObservation(
        undefined,
        { ...figure, confirmed },
        world.observing({
          keepPersonalData,
          before: { period: world.period("2026-03"), figure: world.number(700) },
        }),
      ),
  ],
  [
    "figure withdrawn",
    "reason",
    (reason, keep) => withdrawObservation(world.observation(6), reason, steward(keep)),
  ],
  [
    "body",
    "about",
    (about, keep) => createBody({ code: "N", name: "县水务局", inspects: false, about }, set(keep)),
  ],
  [
    "changed body",
    "about",
    (about, keep) =>
      changeBody(world.court, { code: "COURT", name: "县人民法院", inspects: false, about }, set(keep)),
  ],
  [
    "indicator",
    "definition",
    (definition, keep) => createIndicator(flow(definition), { ...steward(keep), indicators: new Set() }),
  ],
  [
    "changed indicator",
    "definition",
    (definition, keep) =>
      changeIndicator(world.closedCases, flow(definition), { ...steward(keep), observed: true }),
  ],
  [
    "programme",
    "source",
    (source, keep) => createProgramme({ ...plan, source }, { ...steward(keep), programmes: new Set() }),
  ],
  [
    "changed programme",
    "source",
    (source, keep) =>
      changeProgramme(world.programme, { ...plan, ...world.programme, source }, steward(keep)),
  ],
];
