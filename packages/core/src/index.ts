// The domain of the ledger: its nouns, the decisions about them, and the rules its figures are computed by.

export * from "./account.ts";
export * from "./body.ts";
export * from "./by.ts";
export * from "./codes.ts";
export * from "./commitment-draft.ts";
export type { CommitmentInput, MilestoneInput, TargetInput } from "./commitment-fields.ts";
export * from "./commitment-progress.ts";
export * from "./commitment.ts";
export * from "./completion.ts";
export * from "./decimal.ts";
export * from "./event.ts";
export * from "./evidence.ts";
export * from "./figure.ts";
export * from "./figures.ts";
export * from "./file-content.ts";
export * from "./identity.ts";
export * from "./indicator.ts";
export * from "./observation.ts";
export * from "./programme.ts";
export * from "./record.ts";
export * from "./refusal.ts";
export * from "./result.ts";
export * from "./screening.ts";
export * from "./standing.ts";
export * from "./text.ts";
export * from "./typed.ts";
export * from "./verdict.ts";
