// The transparency log of the ledger: entries, files, checkpoints, proofs.

export { adoptPublished, goOnAsRestored, type Adopted, type AdoptRefusal } from "./adopt.ts";
export { logFolder, readTilePath, type LogFile, type LogFolder } from "./folder.ts";
export {
  LATE_DAYS,
  lateDaysOf,
  loggedAbout,
  loggedAt,
  loggedOf,
  type LoggedAbout,
  type LoggedEntry,
  type LoggedSummary,
  type RedactedOn,
} from "./logged.ts";
export { openingOf, openingsBetween, openingsText } from "./openings.ts";
export type { Signer } from "./leaf.ts";
export { signing, type Signers } from "./signing.ts";
export { proofAt, type Proof } from "./proof.ts";
export { readLogKey } from "./key.ts";
export { publishLog } from "./publish.ts";
export { startSequencer, type Sequencer, type SequencerWish } from "./sequencer.ts";
export { logStateOf, type LogState } from "./state.ts";
export { sentenceOf, type LogTrouble, type ToldTrouble } from "./trouble.ts";
