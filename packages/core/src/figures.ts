// Figures over time: how the parts of an indicator make a whole, and what a missing part does to it.

import type { Day, Period } from "@yinuo/period";
import type { Figure } from "./figure.ts";
import type { Indicator } from "./indicator.ts";

/** One body's figures for one indicator. */
export type Series = ReadonlyMap<Period, Figure>;

export const METHODS = ["recorded", "added", "last", "recomputed", "pooled", "difference"] as const;

export type Known = {
  readonly known: true;
  readonly figure: Figure;
  /** In the indicator's unit. */
  readonly value: number;
  readonly how: (typeof METHODS)[number];
  /** The recorded periods it was made from, in the order of time. */
  readonly from: readonly Period[];
};

export type Unknown = {
  readonly known: false;
  readonly why: "missing" | "notCollected" | "notCombinable" | "dividedByZero";
  /** Parts without a figure. */
  readonly missing: readonly Period[];
  /** Parts said to be not collected. */
  readonly notCollected: readonly Period[];
};

/** The figure of a period: as recorded, or made from recorded parts by the indicator's kind. A missing part makes the whole unknown. */
export declare const figureFor: (indicator: Indicator, period: Period, series: Series) => Known | Unknown;

export type Difference = { readonly absolute: number; readonly relative?: number; readonly before: Period };

/** Against the period before (环比) or the same period a year before (同比); undefined unless both are known. */
export declare const change: (
  indicator: Indicator,
  period: Period,
  series: Series,
  against: "previous" | "yearBefore",
) => Difference | undefined;

/** `asOf`: the last day the figure speaks of; absent when nothing is recorded within the period. */
export type ToDate = (Known | Unknown) & { readonly asOf?: Day };

/** From the period's first month up to its last recorded part. */
export declare const toDate: (indicator: Indicator, period: Period, series: Series) => ToDate;
