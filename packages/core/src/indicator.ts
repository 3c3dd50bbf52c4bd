// An indicator: what is counted, in which unit, and how its parts make a whole.

import type { IndicatorCode } from "./codes.ts";

/** flow adds up over time; stock takes the last value; ratio is recomputed from its parts; duration is pooled by its counts; index is never combined. */
export const INDICATOR_KINDS = ["flow", "stock", "ratio", "duration", "index"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Which way is better. */
export const POLARITIES = ["up", "down", "none"] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FREQUENCIES = ["month", "quarter", "half", "year"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type Indicator = {
  readonly code: IndicatorCode;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly definition: string;
  readonly definitionEn?: string | undefined;
  readonly unit: string;
  readonly unitEn?: string | undefined;
  readonly kind: IndicatorKind;
  readonly polarity: Polarity;
  readonly decimals: number;
  readonly frequency: Frequency;
  /** A ratio is numerator ÷ denominator × scale; 100 for a percentage. 1 for every other kind. */
  readonly scale: number;
  /** What is counted above and below the line, or what a duration is counted over. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Values outside are kept only when confirmed with a reason. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly source?: string | undefined;
  readonly version: number;
};
