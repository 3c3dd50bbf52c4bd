// What a report's text is cut into: quantities with their interval, days and periods, ratios, and names that hold numbers.

import type { Interval } from "../interval.ts";

type Placed = {
  /** UTF-16 offsets into the text as given; `lexeme` is exactly what stands between them. */
  readonly start: number;
  readonly end: number;
  readonly lexeme: string;
};

/** A share is 成, 半 or a fraction; a multiple is 倍 or 番; points are 个百分点. */
export type Sort = "count" | "measure" | "percent" | "points" | "multiple" | "share";

/** Loose words around a number: 近 and 不足 lie below it, 超 and 以上 above it, 约 and 左右 around it. */
export type Bound = "exact" | "about" | "below" | "above" | "range";

export type Quantity = Placed & {
  readonly is: "quantity";
  readonly sort: Sort;
  /** In the plain unit: 1.5万人 is 15000 of 人, 六成 is 60 of %. */
  readonly value: number;
  /** Printed after the decimal point; trailing zeros count. */
  readonly decimals: number;
  /** One step of the last printed digit, in the plain unit. */
  readonly step: number;
  readonly interval: Interval;
  readonly unit: string;
  readonly bound: Bound;
  /** 一 and "one" stand for a number only beside others that do. */
  readonly weak: boolean;
  /** Where the words before it (近, about) begin. */
  readonly from: number;
};

export type DateToken = Placed & {
  readonly is: "date";
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Of a range, its last year, month or day. */
  readonly to: { readonly year?: number; readonly month?: number; readonly day?: number } | undefined;
  /** No calendar has it: 2月30日. */
  readonly impossible: boolean;
};

/** 11.6:54.3:34.1 */
export type Ratio = Placed & {
  readonly is: "ratio";
  readonly parts: readonly { readonly value: number; readonly decimals: number }[];
};

/** “十四五”, 4A, PM2.5, 第三, Figure 15: holds digits and counts nothing. */
export type Name = Placed & { readonly is: "name" };

export type Token = Quantity | DateToken | Ratio | Name;
