// Where a commitment stands on a day, computed from its dates by one published rule: the last day counts.

import { daysBetween, type Day } from "@yinuo/period";
import type { Commitment } from "./commitment.ts";

export const STANDINGS = [
  "withdrawn",
  "kept",
  "partlyKept",
  "notKept",
  "cannotBeVerified",
  "declared",
  "overdue",
  "notStarted",
  "silent",
  "underway",
  "draft",
] as const;

/**
 * `days`: since the due day when overdue, without a record when silent, until the start when not started, until the due
 * day when under way with one, since the declaration when declared.
 */
export type Standing = { readonly is: (typeof STANDINGS)[number]; readonly days?: number };

/** The fields the rule reads, and no others. */
export type StandingFields = Pick<
  Commitment,
  "stage" | "verdict" | "declaredOn" | "start" | "due" | "publishedOn" | "lastRecordedOn"
>;

/** `today` is the jurisdiction's day. */
export const standingOf = (
  commitment: StandingFields,
  { today, silentAfterDays }: { readonly today: Day; readonly silentAfterDays: number },
): Standing => {
  const { stage, verdict, declaredOn } = commitment;
  if (stage === "draft" || stage === "withdrawn") return { is: stage };
  if (verdict !== undefined) return { is: verdict.conclusion };
  if (stage === "declared")
    return declaredOn === undefined
      ? { is: "declared" }
      : { is: "declared", days: daysBetween(declaredOn, today) };
  return openStanding(commitment, today, silentAfterDays);
};

const openStanding = (
  { start, due, publishedOn, lastRecordedOn }: StandingFields,
  today: Day,
  silentAfterDays: number,
): Standing => {
  if (due !== undefined && today > due) return { is: "overdue", days: daysBetween(due, today) };
  if (start !== undefined && start > today) return { is: "notStarted", days: daysBetween(today, start) };
  const heard = lastRecordedOn ?? publishedOn;
  const silence = heard === undefined ? 0 : daysBetween(heard, today);
  if (silence > silentAfterDays) return { is: "silent", days: silence };
  return due === undefined ? { is: "underway" } : { is: "underway", days: daysBetween(today, due) };
};
