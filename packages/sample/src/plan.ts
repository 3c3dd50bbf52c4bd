// The sample as a plan: what is set up, and everything that happens afterwards, in the order of time. Nothing is decided yet.

import type {
  CheckPlan,
  CommitmentInput,
  Conclusion,
  FindingConclusion,
  IndicatorInput,
  ListingLevel,
  MilestoneInput,
  ObservationInput,
  ProblemInput,
  ProgrammeInput,
} from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import type { BodyOf } from "./content/shapes.ts";

/** A picture of the package, as a piece of evidence. */
export type Photo = { readonly file: string; readonly fileName: string; readonly caption: string };

export type Key = { readonly programme: string; readonly code: string };

/** `number`: which problem of the sample. */
export type ProblemDeed = { readonly number: number } & (
  | { readonly verb: "openProblem"; readonly input: ProblemInput }
  | { readonly verb: "planProblem"; readonly steps: readonly MilestoneInput[] }
  | { readonly verb: "finishStep"; readonly step: string }
  | { readonly verb: "listProblem"; readonly level: ListingLevel; readonly deadline: Day }
  | { readonly verb: "extendProblem"; readonly days: number; readonly reason: string }
  | { readonly verb: "showProblem"; readonly photo: Photo }
  | { readonly verb: "declareFixed" | "delistProblem" | "returnProblem" | "lookBack"; readonly text: string }
  | { readonly verb: "reopenProblem"; readonly text: string; readonly due: Day }
);

/** `nth`: which check of the sample; `at`: which of its findings. */
export type CheckDeed = { readonly nth: number } & (
  | { readonly verb: "planCheck"; readonly input: CheckPlan }
  | { readonly verb: "openCheck" }
  | {
      readonly verb: "recordFinding";
      readonly at: number;
      readonly conclusion: FindingConclusion;
      readonly text: string;
      readonly place?: string | undefined;
      readonly photo?: Photo;
    }
  | { readonly verb: "appealFinding" | "answerAppeal"; readonly at: number; readonly text: string }
  | { readonly verb: "finishCheck"; readonly missed: string }
);

export type Deed =
  | ProblemDeed
  | CheckDeed
  | { readonly verb: "createProgramme"; readonly input: ProgrammeInput }
  | { readonly verb: "publishProgramme"; readonly programme: string }
  | { readonly verb: "draft"; readonly key: Key; readonly input: CommitmentInput }
  | { readonly verb: "publish"; readonly key: Key }
  | { readonly verb: "amend"; readonly key: Key; readonly input: CommitmentInput; readonly reason: string }
  | { readonly verb: "recordProgress"; readonly key: Key; readonly text: string }
  | { readonly verb: "finishMilestone"; readonly key: Key; readonly milestone: string }
  | {
      readonly verb: "reopenMilestone";
      readonly key: Key;
      readonly milestone: string;
      readonly reason: string;
    }
  | { readonly verb: "addEvidence"; readonly key: Key; readonly milestone?: string; readonly photo: Photo }
  | { readonly verb: "declareDone"; readonly key: Key }
  | { readonly verb: "takeBackDeclaration"; readonly key: Key; readonly reason: string }
  | {
      readonly verb: "giveVerdict";
      readonly key: Key;
      readonly conclusion: Conclusion;
      readonly finding: string;
    }
  | { readonly verb: "withdraw"; readonly key: Key; readonly reason: string }
  | {
      readonly verb: "recordObservation";
      readonly indicator: string;
      readonly body: string;
      readonly input: ObservationInput;
      readonly photo?: Photo;
    };

/** `by`: the account's e-mail address. */
export type Event = { readonly on: Day; readonly by: string; readonly deed: Deed };

export type SamplePlan = {
  /** The day the bodies, accounts and indicators were set up. */
  readonly setUpOn: Day;
  readonly bodies: readonly BodyOf[];
  readonly indicators: readonly IndicatorInput[];
  readonly events: readonly Event[];
  readonly months: readonly Period[];
};
