// A programme: a year's or period's set of commitments and measures, with the published rules they are read by.

import type { Day, Period } from "@yinuo/period";
import type { ProgrammeCode } from "./codes.ts";

/** How several targets make one completion: the least complete of them, or their (weighted) mean. */
export const COMPLETION_RULES = ["least", "mean"] as const;
export type CompletionRule = (typeof COMPLETION_RULES)[number];

export type Programme = {
  readonly code: ProgrammeCode;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly period: Period;
  readonly completionRule: CompletionRule;
  /** After this many days without a figure or progress a commitment is shown as silent. */
  readonly silentAfterDays: number;
  /** Bodies with fewer commitments than this are listed but never ranked. */
  readonly rankingMinimum: number;
  /** Unpublished programmes and all that is in them are not public. */
  readonly publishedOn?: Day | undefined;
  readonly source?: string | undefined;
  readonly version: number;
};
