// Corrections: what was changed or taken back after it was public, as kinds of entries of the history.

import type { Verb } from "@yinuo/core";
import type { Db } from "./connection.ts";
import { historyOf, type History, type HistoryFilter } from "./history.ts";

/** Each with the verbs it is made of. */
export const CORRECTIONS = {
  revised: ["observation.revised"],
  amended: ["commitment.amended"],
  withdrawn: ["observation.withdrawn", "commitment.withdrawn"],
  takenBack: ["commitment.declaration-taken-back", "milestone.reopened"],
  redefined: ["indicator.changed", "programme.changed"],
  undone: ["import.undone"],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;
export type CorrectionKind = keyof typeof CORRECTIONS;
export const CORRECTION_KINDS = Object.keys(CORRECTIONS) as readonly CorrectionKind[];

export type CorrectionFilter = Pick<HistoryFilter, "concerns" | "since"> & {
  readonly kind?: CorrectionKind | undefined;
};

/** Newest first. `before`: the last `seq` of the page before. */
export const correctionsOf = (
  db: Db,
  { kind, ...filter }: CorrectionFilter,
  page: { readonly limit: number; readonly before?: number | undefined },
): Promise<readonly History[]> => {
  const verbs = kind === undefined ? Object.values(CORRECTIONS).flat() : CORRECTIONS[kind];
  return historyOf(db, { ...filter, verbs, corrections: true }, page);
};

export const correctionKind = (verb: Verb): CorrectionKind | undefined =>
  CORRECTION_KINDS.find((kind) => CORRECTIONS[kind].some((one) => one === verb));
