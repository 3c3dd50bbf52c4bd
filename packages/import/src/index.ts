// From a file to the ledger: opened, planned, applied; shared by the desk and the command line.

export { applyBatch, moveBatch, unfinishedBatches, type ApplyProblem } from "./apply.ts";
export { choicesOf, sourceOf, type BatchChoices } from "./choices.ts";
export { batchesCarrying } from "./carrying.ts";
export { openBatch, openBytes } from "./file.ts";
export { mappingOf, planBatch } from "./planning.ts";
