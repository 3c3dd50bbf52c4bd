// What a check says: a claim that was recomputed, and whether it agrees.

import type { Interval } from "./interval.ts";
import type { Place } from "./report.ts";

export type Severity = "fault" | "review" | "silent";

/** Each way a claim can be wrong, and the kind of claim it belongs to. */
export const KIND_OF = {
  partsDoNotAdd: "sum",
  columnDoesNotAdd: "table",
  rowDoesNotAdd: "table",
  rateNotOfCounts: "rate",
  rateImpossible: "grim",
  changeRate: "change",
  changeAmount: "change",
  changeDirection: "change",
  yearlyRate: "change",
  ratesCopied: "change",
  sharesNotWhole: "shares",
  pointsDiffer: "points",
  pointsAsPercent: "points",
  multipleDiffers: "multiple",
  balanceOpen: "balance",
  dateImpossible: "date",
  dateAfterReport: "date",
  datesReversed: "date",
  yearOfAnotherReport: "period",
  listCount: "list",
  enumerationGap: "enumeration",
  enumerationTwice: "enumeration",
  captionGap: "caption",
  captionTwice: "caption",
  twoValues: "conflict",
  placeholder: "placeholder",
  formulaLeft: "placeholder",
  rateEqualsCount: "division",
  clauseRepeated: "stale",
  figureRestated: "restated",
  growthAgainstPrevious: "restated",
  targetUnmentioned: "unanswered",
  planUnmentioned: "unanswered",
} as const;

export type Code = keyof typeof KIND_OF;
export type Kind = (typeof KIND_OF)[Code];

/** What stands in the text, and as what it was read. */
export type Reading = {
  readonly start: number;
  readonly end: number;
  readonly lexeme: string;
  readonly value: number;
  readonly unit: string;
};

export type Arithmetic = {
  /** 12 + 1740 + 225 */
  readonly formula: string;
  readonly computed: Interval;
  readonly stated: Interval;
  readonly unit: string;
};

export type Claim = {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
  readonly agrees: boolean;
  /** If it does not agree. */
  readonly severity: Severity;
  readonly reads: readonly Reading[];
  readonly arithmetic?: Arithmetic | undefined;
  /** What the sentence about it names besides: a number, a label, a clause. */
  readonly named?: Readonly<Record<string, string | number>> | undefined;
};

export type Finding = Omit<Claim, "agrees"> & {
  readonly kind: Kind;
  readonly quote: string;
  readonly place: Place;
};
