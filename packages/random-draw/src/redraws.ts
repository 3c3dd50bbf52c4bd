// All plans of one round, as the log has them: a redraw that names its predecessor is counted, one that does not is shown.

import type { Plan } from "./plan.ts";

/** A plan that stands in the log. */
export type LoggedPlan = {
  /** Its leaf hash, and its place in the log. */
  readonly leaf: string;
  readonly index: number;
  readonly plan: Plan;
};

export type RoundFault =
  /** A second plan that does not name the one before it: two draws to choose from. */
  | { readonly is: "unnamedPredecessor"; readonly leaf: string; readonly before: string }
  /** It names a plan that is not the one before it, or not of this round. */
  | { readonly is: "otherPredecessor"; readonly leaf: string; readonly named: string }
  | { readonly is: "wrongNumber"; readonly leaf: string; readonly number: number; readonly wanted: number };

export type RoundOfPlans = { readonly count: number; readonly faults: readonly RoundFault[] };

/** `all`: every plan the log has, of any round. */
export const plansOfRound = (all: readonly LoggedPlan[], round: string): RoundOfPlans => {
  const plans = all
    .filter(({ plan }) => likeRound(plan.round) === likeRound(round))
    .toSorted((one, other) => one.index - other.index);
  const faults = plans.flatMap((one, at): readonly RoundFault[] => [
    ...predecessorFault(one, plans[at - 1]),
    ...(one.plan.number === at + 1
      ? []
      : [{ is: "wrongNumber" as const, leaf: one.leaf, number: one.plan.number, wanted: at + 1 }]),
  ]);
  return { count: plans.length, faults };
};

/** A second plan does not hide behind another spelling of the round's name. */
export const likeRound = (round: string): string =>
  round
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const predecessorFault = (one: LoggedPlan, before: LoggedPlan | undefined): readonly RoundFault[] => {
  const named = one.plan.replaces?.leaf;
  if (named === before?.leaf) return [];
  return named === undefined
    ? [{ is: "unnamedPredecessor", leaf: one.leaf, before: before?.leaf ?? "" }]
    : [{ is: "otherPredecessor", leaf: one.leaf, named }];
};
