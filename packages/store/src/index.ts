// The only package that knows SQL: the ledger's database, its history, its files.

export * from "./accounts.ts";
export { lockApp, type AppLock } from "./app-lock.ts";
export { bodiesByCode, changeBody, getBody, listBodies, saveBodies } from "./bodies.ts";
export * from "./changes.ts";
export * from "./check-list.ts";
export { changeCheck, getCheck, withinFrame, type CheckDeps } from "./checks.ts";
export * from "./commitment-list.ts";
export type { KeptCommitment } from "./commitment-rows.ts";
export {
  changeCommitment,
  commitmentsByExternalIds,
  commitmentsByKeys,
  commitmentsOf,
  getCommitment,
  saveCommitments,
  type CommitmentDeps,
  type CommitmentKey,
} from "./commitments.ts";
export {
  CORRECTION_KINDS,
  correctionKind,
  correctionsOf,
  type CorrectionFilter,
  type CorrectionKind,
} from "./corrections.ts";
export { openStore, type Db, type Log, type Store, type Tables } from "./connection.ts";
export { drawEvidence, type DrawEvidence } from "./draw-evidence.ts";
export { eligibleFor, inspectorsByBody, type FrameWish, type PlacesWish } from "./draw-frame.ts";
export * from "./draw-list.ts";
export {
  addDraw,
  changeDraw,
  drawnForCheck,
  getDraw,
  planInLog,
  previewDraw,
  type DrawnForCheck,
  type PlanWish,
  type Timed,
} from "./draws.ts";
export * from "./embedded/index.ts";
export * from "./evidence.ts";
export * from "./files.ts";
export * from "./finding-list.ts";
export {
  changeFinding,
  getFinding,
  hasActed,
  type FindingDeps,
  type FindingKey,
  type FindingSaved,
} from "./findings.ts";
export {
  discardFormDraft,
  FORM_DRAFTS,
  listFormDrafts,
  openFormDraft,
  saveFormDraft,
  type FormDraft,
  type FormDraftRefusal,
  type FormFields,
} from "./form-drafts.ts";
export * from "./history.ts";
export type { RecordedSince } from "./history-conditions.ts";
export * from "./import-batches.ts";
export * from "./indicator-rows.ts";
export { changeIndicator, saveIndicators } from "./indicators.ts";
export * from "./jurisdiction.ts";
export { listDueMilestones, type DueMilestone } from "./due-milestones.ts";
export { migrate, MigrationRefused, type MigrationProblem } from "./migrate.ts";
export {
  countObservations,
  getObservation,
  listObservations,
  observationsByKeys,
  recordObservation,
  saveObservations,
  type ObservationChange,
  type ObservationDeps,
  type ObservationFilter,
  type ObservationKey,
  type ObservationSaving,
} from "./observations.ts";
export * from "./observation-batch.ts";
export { owingOf, type BodyOwing } from "./owing.ts";
export * from "./problem-list.ts";
export * from "./problem-rounds.ts";
export * from "./silence.ts";
export { changeProblem, getProblem, type ProblemDeps } from "./problems.ts";
export { changeProgramme, getProgramme, listProgrammes } from "./programmes.ts";
export { addProgress, listProgress, type ProgressEntry } from "./progress.ts";
export * from "./redaction-list.ts";
export * from "./redactions.ts";
export * from "./sweep.ts";
export { recordRefusal } from "./refusals.ts";
export { replay, type Past } from "./replay.ts";
export type { Author, Saving } from "./save.ts";
export { judgeAlone, settleFinding } from "./settle-finding.ts";
export * from "./sessions.ts";
export { figuresOf, seriesFor, type SeriesKey } from "./series.ts";
export {
  countStandings,
  type CountedStandings,
  type StandingCounts,
  type StandingName,
} from "./standings.ts";
export { writing } from "./transaction.ts";
export { undoBatch, type UndoRefusal } from "./undo-batch.ts";
