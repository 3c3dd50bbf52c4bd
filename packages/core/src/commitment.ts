// A commitment: what a body promised, by when, and how it is judged. Types; the verbs are beside it.

import type { Day, Period } from "@yinuo/period";
import type { BodyCode, CheckCode, CommitmentCode, IndicatorCode, ProgrammeCode } from "./codes.ts";

export const COMMITMENT_KINDS = ["commitment", "measure"] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const STAGES = ["draft", "published", "declared", "judged", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

export const CONCLUSIONS = ["kept", "partlyKept", "notKept", "cannotBeVerified"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export type Verdict = {
  readonly conclusion: Conclusion;
  /** The inspecting body; never the lead or a co-operating body. */
  readonly body: BodyCode;
  readonly on: Day;
  /** What was looked at and what was found. */
  readonly finding: string;
  /** The finding it comes from; absent where it was given before there were checks. */
  readonly check?: CheckCode | undefined;
  readonly number?: number | undefined;
};

export type Target = {
  readonly indicator: IndicatorCode;
  /** Whose figures count; the lead body's unless said otherwise. */
  readonly body: BodyCode;
  readonly period: Period;
  readonly value: number;
  readonly baseline?: number | undefined;
};

export type Milestone = {
  /** Unique in its commitment; never changes. */
  readonly code: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly due: Day;
  /** The first published date; stays when the date is moved. */
  readonly firstDue: Day;
  readonly weight?: number | undefined;
  readonly doneOn?: Day | undefined;
};

export type Commitment = {
  readonly programme: ProgrammeCode;
  readonly code: CommitmentCode;
  readonly externalId?: string | undefined;
  readonly kind: CommitmentKind;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly promise?: string | undefined;
  readonly promiseEn?: string | undefined;
  readonly beneficiaries?: string | undefined;
  readonly beneficiariesEn?: string | undefined;
  /** How it is judged, in words. */
  readonly criterion?: string | undefined;
  readonly criterionEn?: string | undefined;
  readonly lead: BodyCode;
  readonly support: readonly BodyCode[];
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly firstDue?: Day | undefined;
  /** The document the promise was made in. */
  readonly source?: string | undefined;
  readonly targets: readonly Target[];
  readonly milestones: readonly Milestone[];
  readonly stage: Stage;
  readonly publishedOn?: Day | undefined;
  readonly declaredOn?: Day | undefined;
  readonly verdict?: Verdict | undefined;
  readonly withdrawnOn?: Day | undefined;
  /** The day of the last figure, progress or milestone: silence is counted from it. */
  readonly lastRecordedOn?: Day | undefined;
  /** 1 at first; one more with every change. */
  readonly version: number;
};

/** Progress in words: what was done, the day it happened, by which body. */
export type Progress = {
  readonly text: string;
  readonly happenedOn: Day;
  readonly body: BodyCode;
};
