// Everything a draw can be refused for; the sentences are in @yinuo/words, one per code and language.

/** What is wrong with an id. `notNormal`: another spelling of the same characters (Unicode NFC) is the ordinary one. */
export type IdFault = "empty" | "outerSpace" | "invisible" | "notNormal" | "reserved";

export type FrameRefusal =
  | { readonly code: "frameEmpty" }
  | { readonly code: "frameLineUnreadable"; readonly line: number }
  | { readonly code: "frameIdFaulty"; readonly id: string; readonly fault: IdFault }
  | { readonly code: "frameIdTwice"; readonly id: string }
  | { readonly code: "frameIdsAlike"; readonly id: string; readonly other: string };

export type SizeRefusal =
  | { readonly code: "sampleTooSmall"; readonly least: number }
  | { readonly code: "sampleTooLarge"; readonly size: number; readonly stratum?: string }
  | { readonly code: "stratumUnknown"; readonly stratum: string };

export type PlanRefusal =
  | FrameRefusal
  | SizeRefusal
  | { readonly code: "fileUnlike"; readonly file: FileKind; readonly at: string }
  | { readonly code: "frameDiffers"; readonly which: "subjects" | "inspectors" }
  | { readonly code: "strataDiffer"; readonly stratum: string }
  | { readonly code: "excludedInFrame"; readonly id: string }
  | { readonly code: "excludedTwice"; readonly id: string }
  | { readonly code: "seedTooWeak"; readonly bits: number; readonly least: number }
  | { readonly code: "seedNotPublic" }
  | { readonly code: "sourceTwice"; readonly source: string }
  | { readonly code: "beaconTooEarly"; readonly round: number; readonly first: number }
  | { readonly code: "predecessorNotNamed"; readonly number: number }
  | { readonly code: "recusedUnknown"; readonly id: string }
  | { readonly code: "inspectorsTooFew"; readonly subject: string; readonly left: number };

export type FileKind = "plan" | "seed" | "result" | "replacements" | "evidence";

export type DiceRefusal =
  | { readonly code: "rollUnreadable"; readonly roll: number; readonly typed: string }
  | { readonly code: "rollsTooFew"; readonly typed: number; readonly wanted: number }
  | { readonly code: "rollsTooMany"; readonly typed: number; readonly wanted: number }
  | { readonly code: "rollsDiffer"; readonly roll: number; readonly first: string; readonly second: string }
  | { readonly code: "rollSumDiffers"; readonly sum: number };

export type SeedRefusal =
  | { readonly code: "fileUnlike"; readonly file: FileKind; readonly at: string }
  | DiceRefusal
  | { readonly code: "seedOfOtherPlan" }
  | { readonly code: "seedPartsDiffer"; readonly place: number; readonly wanted: string }
  | { readonly code: "revealDiffers"; readonly by: string };

export type ReplacementRefusal =
  | { readonly code: "replacedNotDrawn"; readonly id: string }
  | { readonly code: "replacementReasonMissing"; readonly id: string }
  | { readonly code: "nobodyLeft"; readonly id: string };

/** `of`: which receipt of the evidence; `why`: the log's own code. */
export type EvidenceRefusal =
  | { readonly code: "fileUnlike"; readonly file: FileKind; readonly at: string }
  | { readonly code: "receiptRefused"; readonly of: string; readonly why: string }
  | { readonly code: "entryHoldsOther"; readonly of: string };

export type DrawRefusal = PlanRefusal | SeedRefusal | ReplacementRefusal | EvidenceRefusal;
