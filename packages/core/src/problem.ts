// A problem: what is wrong at a place or with a service, whose task it is, and who confirmed that it is gone. Never a person.

import { addDays, compareDays, daysBetween, type Day } from "@yinuo/period";
import type { BodyCode, CheckCode, ProblemCode, ProgrammeCode, CommitmentCode } from "./codes.ts";
import type { Milestone } from "./commitment.ts";
import type { PublishedTexts } from "./screening.ts";

export const PROBLEM_ORIGINS = ["selfReport", "finding"] as const;
export type ProblemOrigin = (typeof PROBLEM_ORIGINS)[number];

export const PROBLEM_STAGES = ["open", "listed", "declared", "returned", "delisted", "reopened"] as const;
export type ProblemStage = (typeof PROBLEM_STAGES)[number];

/** Who watches over it: the higher, the more it weighs. */
export const LISTING_LEVELS = ["county", "city", "province", "nation"] as const;
export type ListingLevel = (typeof LISTING_LEVELS)[number];

/** Days after a delisting until another body looks back. */
export const LOOK_BACK_AFTER_DAYS = 90;

export type Listing = {
  readonly level: ListingLevel;
  readonly authority: BodyCode;
  readonly on: Day;
  readonly deadline: Day;
  /** Stays when the deadline is moved. */
  readonly firstDeadline: Day;
};

/** The last word of another body: that it is gone, or that it is not. */
export type ProblemCheck = { readonly body: BodyCode; readonly on: Day; readonly text: string };

export type Problem = {
  readonly code: ProblemCode;
  readonly title: string;
  readonly titleEn?: string | undefined;
  /** What is wrong, and since when. */
  readonly detail: string;
  /** Where, or which service. */
  readonly place: string;
  /** Whose task it is to put it right. */
  readonly owner: BodyCode;
  /** Bodies whose task it was before: none of them ever confirms it. */
  readonly formerOwners?: readonly BodyCode[] | undefined;
  readonly origin: ProblemOrigin;
  readonly reportedBy: BodyCode;
  /** The commitment it was found with. */
  readonly programme?: ProgrammeCode | undefined;
  readonly commitment?: CommitmentCode | undefined;
  /** The finding of a check that it was opened from. */
  readonly finding?: { readonly check: CheckCode; readonly number: number } | undefined;
  readonly openedOn: Day;
  readonly due: Day;
  readonly firstDue: Day;
  readonly steps: readonly Milestone[];
  readonly stage: ProblemStage;
  readonly listing?: Listing | undefined;
  /** `body`: on whose behalf it was said. */
  readonly declared?: ProblemCheck | undefined;
  readonly checked?: ProblemCheck | undefined;
  readonly lookBackDue?: Day | undefined;
  readonly lookedBackOn?: Day | undefined;
  readonly returns: number;
  readonly reopenings: number;
  /** How much evidence there was when it was last returned or reopened: a new declaration needs more. */
  readonly evidenceSeen: number;
  readonly version: number;
};

export const PROBLEM_STANDINGS = [
  "overdue",
  "reopened",
  "returned",
  "listed",
  "open",
  "declared",
  "lookBackDue",
  "delisted",
] as const;
export type ProblemStandingName = (typeof PROBLEM_STANDINGS)[number];

/** `days`: late, since it was declared fixed, since it should have been looked at again, or until the deadline. */
export type ProblemStanding = { readonly is: ProblemStandingName; readonly days?: number };

/** The fields the rule reads, and no others. */
export type ProblemStandingFields = Pick<Problem, "stage" | "due" | "lookBackDue" | "lookedBackOn"> & {
  readonly listing?: Pick<Listing, "deadline"> | undefined;
  readonly declared?: Pick<ProblemCheck, "on"> | undefined;
};

/** The day that counts in public: the listing authority's, where it is listed. */
export const deadlineOf = ({ listing, due }: Pick<ProblemStandingFields, "listing" | "due">): Day =>
  listing?.deadline ?? due;

/** The last day counts. `today` is the jurisdiction's day. */
export const problemStandingOf = (problem: ProblemStandingFields, today: Day): ProblemStanding => {
  const { stage, declared, lookBackDue, lookedBackOn } = problem;
  if (stage === "delisted")
    return lookedBackOn === undefined && lookBackDue !== undefined && today > lookBackDue
      ? { is: "lookBackDue", days: daysBetween(lookBackDue, today) }
      : { is: "delisted" };
  if (stage === "declared")
    return declared === undefined ? { is: stage } : { is: stage, days: daysBetween(declared.on, today) };
  const deadline = deadlineOf(problem);
  return compareDays(today, deadline) > 0
    ? { is: "overdue", days: daysBetween(deadline, today) }
    : { is: stage, days: daysBetween(today, deadline) };
};

/** `after`: days, where the jurisdiction has set others than the usual ones. */
export const lookBackDay = (delistedOn: Day, after: number = LOOK_BACK_AFTER_DAYS): Day =>
  addDays(delistedOn, after);

/** Bodies that had the task, now or before. */
export const ownersOf = ({
  owner,
  formerOwners,
}: Pick<Problem, "owner" | "formerOwners">): readonly BodyCode[] => [owner, ...(formerOwners ?? [])];

/** All a reader sees of it in words. */
export const problemTexts = ({
  title,
  titleEn,
  detail,
  place,
  steps,
  declared,
  checked,
}: Problem): PublishedTexts => [
  ...Object.entries({ title, titleEn, detail, place }),
  ...steps.flatMap((step) => [["milestones", step.title] as const, ["milestones", step.titleEn] as const]),
  ["declared", declared?.text],
  ["checked", checked?.text],
];
