// Draws that anyone can recompute: who can be drawn, how many, by which seed, who was picked, and whether all that is so.

export { firstRoundFrom, timeOfRound } from "./beacon-time.ts";
export { bitsOf, COLORADO_DICE, readDice, readRolls } from "./dice.ts";
export type { Dice, TypedTwice } from "./dice.ts";
export { readReplacements, readResult, runDraw, sizesOf, standingOf, ticketsOf } from "./draw.ts";
export type { Assignment, DrawResult, Replaced, Replacement } from "./draw.ts";
export { allocate } from "./allocation.ts";
export { likeness, makeFrame, readFrame, strataOf } from "./frame.ts";
export type { Frame, FrameEntry } from "./frame.ts";
export { canonicalJson } from "./canonical-json.ts";
export { planDigest, readPlan } from "./plan.ts";
export type { Exclusion, InspectorPlan, Plan, Recusal, SeedSource } from "./plan.ts";
export { checkPlan, LEAST_BITS } from "./plan-check.ts";
export type { Frames } from "./plan-check.ts";
export { planOf, readDraft } from "./plan-draft.ts";
export type { PlanDraft } from "./plan-draft.ts";
export { likeRound, plansOfRound } from "./redraws.ts";
export type { LoggedPlan, RoundFault, RoundOfPlans } from "./redraws.ts";
export type { DiceRefusal, DrawRefusal, FileKind, FrameRefusal, IdFault } from "./refusals.ts";
export type {
  EvidenceRefusal,
  PlanRefusal,
  ReplacementRefusal,
  SeedRefusal,
  SizeRefusal,
} from "./refusals.ts";
export { discoverySample, faultsIn, mostFaults } from "./sample-size.ts";
export type { Finding, SizeQuestion } from "./sample-size.ts";
export { checkSeed, commitmentTo, readSeed, SEED, seedOf, seedString } from "./seed.ts";
export type { BeaconPart, SeedPart, SeedRecord } from "./seed.ts";
export { ticketOf } from "./tickets.ts";
export type { Ticket } from "./tickets.ts";
export { seedDigest, STEPS, verifyDraw } from "./verify.ts";
export type { DrawFiles, Logged, Shown, Step, StepName, Verification } from "./verify.ts";
