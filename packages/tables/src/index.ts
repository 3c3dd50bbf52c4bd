// The ledger as tables: what the export writes, the import reads, and the plan an import makes.

export * from "./columns/index.ts";
export {
  bodyRow,
  checkRow,
  commitmentRow,
  findingRow,
  indicatorRow,
  milestoneRows,
  observationRow,
  drawRow,
  problemRow,
  programmeRow,
  targetRows,
  type FileRow,
} from "./file-rows.ts";
export { plainHeader } from "./header.ts";
export { commitmentKey, observationKey, type Known } from "./known.ts";
export { guessNoun, proposeMapping, rememberMapping } from "./mapping.ts";
export { doubledColumns, missingColumns, planImport } from "./plan-import.ts";
export {
  planDigest,
  type FieldChange,
  type NearTitle,
  type Outcome,
  type Plan,
  type PlannedRow,
  type PlannedWrite,
} from "./plan.ts";
export type { TableRefusal } from "./reading.ts";
export { IMPORT_NOUNS, type ImportNoun, type Mapping, type Settings, type Use } from "./settings.ts";
export { standingWord } from "./standing-word.ts";
export { problemStandingWord, problemStandingWords } from "./problem-standing-word.ts";
export { ledgerRecords, writeLedgerTable, type LedgerTable } from "./write-table.ts";
