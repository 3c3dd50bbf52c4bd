// Every reason a decision may refuse, as one union; each code has exactly one sentence per language in the app.

import type { Day, Period } from "@yinuo/period";
import type { Find } from "@yinuo/personal-data";
import type { DrawRefusal } from "@yinuo/random-draw";
import type { FoundInside } from "./file-content.ts";
import type { Role } from "./by.ts";
import type { CheckStage } from "./check.ts";
import type { BodyCode, CommitmentCode, IndicatorCode, ProgrammeCode } from "./codes.ts";
import type { Stage } from "./commitment.ts";
import type { DrawStage } from "./draw.ts";
import type { ProblemStage } from "./problem.ts";

/** `field` names the form field or import column the refusal belongs to, where there is one. */
export type Refusal =
  // Permission
  | { readonly code: "roleMayNot"; readonly role: Role }
  | { readonly code: "notYourBody"; readonly body: BodyCode }
  | { readonly code: "ownWork"; readonly body: BodyCode }
  | { readonly code: "notInspecting" }
  // Text, codes and days
  | { readonly code: "textMissing"; readonly field: string }
  | {
      readonly code: "textTooLong";
      readonly field: string;
      readonly longest: number;
      readonly length: number;
    }
  | { readonly code: "codeUnreadable"; readonly field: string; readonly typed: string }
  | { readonly code: "codeTaken"; readonly field: string; readonly typed: string }
  | { readonly code: "codeFixed"; readonly field: string }
  | { readonly code: "reasonMissing"; readonly field: "reason" }
  /** `field` is the first one; the texts are all of them. */
  | { readonly code: "personalDataFound"; readonly field: string; readonly texts: readonly FoundText[] }
  | ({ readonly code: "personalDataInFile"; readonly field: "evidence"; readonly file: string } & FoundInside)
  | { readonly code: "dayUnreadable"; readonly field: string; readonly typed: string }
  | {
      readonly code: "dayAmbiguous";
      readonly field: string;
      readonly typed: string;
      readonly candidates: readonly Day[];
    }
  | { readonly code: "dayInFuture"; readonly field: string; readonly day: Day; readonly today: Day }
  | { readonly code: "endsBeforeStart"; readonly field: string; readonly start: Day; readonly end: Day }
  | { readonly code: "choiceUnknown"; readonly field: string; readonly typed: string }
  | { readonly code: "numberUnreadable"; readonly field: string; readonly typed: string }
  | {
      readonly code: "numberOutOfRange";
      readonly field: string;
      readonly least?: number;
      readonly most?: number;
    }
  // References (a programme or commitment that is not there is refused where it is looked up: the store and the import)
  | { readonly code: "bodyUnknown"; readonly field: string; readonly body: string }
  | { readonly code: "programmeUnknown"; readonly field: string; readonly programme: string }
  | {
      readonly code: "commitmentUnknown";
      readonly programme: ProgrammeCode;
      readonly commitment: CommitmentCode;
    }
  | { readonly code: "indicatorUnknown"; readonly field: string; readonly indicator: string }
  | { readonly code: "milestoneUnknown"; readonly milestone: string }
  | { readonly code: "bodyCycle"; readonly field: "parent"; readonly body: BodyCode }
  | { readonly code: "bodyClosed"; readonly field: string; readonly body: BodyCode }
  | { readonly code: "leadSupportsItself"; readonly field: "support"; readonly body: BodyCode }
  // Accounts
  | { readonly code: "emailUnreadable"; readonly field: "email"; readonly typed: string }
  | { readonly code: "emailTaken"; readonly field: "email"; readonly typed: string }
  | { readonly code: "bodyNotInspecting"; readonly field: "body"; readonly body: BodyCode }
  | { readonly code: "accountClosed"; readonly on: Day }
  | { readonly code: "ownAccount" }
  | { readonly code: "lastSteward" }
  // Commitments
  | { readonly code: "wrongStage"; readonly stage: Stage; readonly wanted: readonly Stage[] }
  | { readonly code: "alreadyPublished"; readonly programme: ProgrammeCode; readonly on: Day }
  | { readonly code: "alreadyDone"; readonly milestone: string }
  | { readonly code: "notDone"; readonly milestone: string }
  | { readonly code: "weightsIncomplete"; readonly field: "milestones" }
  | { readonly code: "milestoneTwice"; readonly field: "milestones"; readonly milestone: string }
  | { readonly code: "doneMilestoneRemoved"; readonly field: "milestones"; readonly milestone: string }
  | { readonly code: "targetTwice"; readonly field: "targets"; readonly indicator: IndicatorCode }
  | { readonly code: "baselineIsTarget"; readonly field: "targets"; readonly indicator: IndicatorCode }
  | { readonly code: "evidenceMissing"; readonly field: "evidence" }
  | { readonly code: "nothingChanged" }
  | { readonly code: "changedMeanwhile"; readonly seen: number; readonly now: number }
  // Problems
  | { readonly code: "problemUnknown"; readonly problem: string }
  | {
      readonly code: "wrongProblemStage";
      readonly stage: ProblemStage;
      readonly wanted: readonly ProblemStage[];
    }
  | { readonly code: "stepUnknown"; readonly step: string }
  | { readonly code: "ownerTookPart"; readonly field: "owner"; readonly body: BodyCode }
  | { readonly code: "deadlineNotYours"; readonly field: "due"; readonly body: BodyCode }
  | { readonly code: "notLater"; readonly field: string; readonly day: Day; readonly than: Day }
  // Draws
  | { readonly code: "drawUnknown"; readonly draw: string }
  | {
      readonly code: "wrongDrawStage";
      readonly stage: DrawStage;
      readonly wanted: readonly DrawStage[];
    }
  | {
      readonly code: "roundOpen";
      readonly field: "round";
      readonly draw: string;
      readonly stage: DrawStage;
    }
  | { readonly code: "notEligible"; readonly field: "excluded"; readonly id: string }
  | { readonly code: "ceremonyPassed"; readonly field: "ceremonyAt" }
  | { readonly code: "planNotPublished" }
  | { readonly code: "ceremonyNotBegun" }
  /** What the arithmetic of draws refuses: a plan that would not be believed, dice that were typed differently … */
  | { readonly code: "drawRefused"; readonly field?: string; readonly refusal: DrawRefusal }
  // Checks
  | { readonly code: "checkUnknown"; readonly check: string }
  | { readonly code: "subjectUnknown"; readonly number: number }
  | { readonly code: "wrongCheckStage"; readonly stage: CheckStage; readonly wanted: readonly CheckStage[] }
  | { readonly code: "frameEmpty" }
  | { readonly code: "findingThere"; readonly number: number }
  | { readonly code: "notAssigned"; readonly number: number }
  | { readonly code: "actedForOwner"; readonly body: BodyCode }
  | { readonly code: "alreadyAppealed"; readonly on: Day }
  | { readonly code: "appealTooLate"; readonly last: Day }
  | { readonly code: "noAppeal" }
  // Indicators and observations
  | { readonly code: "kindFixed"; readonly field: "kind" | "scale" }
  | { readonly code: "periodUnreadable"; readonly field: string; readonly typed: string }
  | {
      readonly code: "periodAmbiguous";
      readonly field: string;
      readonly typed: string;
      readonly candidates: readonly Period[];
    }
  | {
      readonly code: "periodNotOver";
      readonly field: "period";
      readonly period: Period;
      readonly lastDay: Day;
    }
  | {
      readonly code: "periodTooFine";
      readonly field: string;
      readonly period: Period;
      readonly frequency: string;
    }
  | { readonly code: "partsMissing"; readonly field: "numerator" | "denominator" | "count" }
  | {
      readonly code: "partsDisagree";
      readonly field: "value";
      readonly value: number;
      readonly computed: number;
    }
  | { readonly code: "denominatorZero"; readonly field: "denominator" }
  | { readonly code: "observationMissing" }
  | ConfirmationWanted;

/** A text with every piece of personal data in it, and the text as it may be published. */
export type FoundText = {
  readonly field: string;
  readonly text: string;
  readonly masked: string;
  /** In order; each with what is left of it when it is masked. */
  readonly finds: readonly (Find & { readonly masked: string })[];
};

/** A value that may well be right, but must be confirmed with a reason before it is kept. */
export type ConfirmationWanted =
  | {
      readonly code: "outsideBounds";
      readonly field: "value";
      readonly value: number;
      readonly least?: number;
      readonly most?: number;
    }
  | {
      readonly code: "tenfold";
      readonly field: "value";
      readonly value: number;
      readonly before: number;
      readonly beforePeriod: Period;
    };

export const wantsConfirmation = (refusal: Refusal): refusal is ConfirmationWanted =>
  refusal.code === "outsideBounds" || refusal.code === "tenfold";
