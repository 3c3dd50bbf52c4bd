// Months put together into what a body records: a quarter, a half-year, or the sum since January.

import { MONTHS_PER, type Figure } from "@yinuo/core";
import type { IndicatorOf } from "./content/shapes.ts";
import { rounded } from "./series.ts";

export { MONTHS_PER };

/** Flows and the parts of ratios add up, means are pooled; of stocks and indices the last month counts. */
export const combineMonths = (
  { kind, decimals = 0 }: Pick<IndicatorOf, "kind" | "decimals">,
  months: readonly Figure[],
): Figure => {
  const last = months.at(-1) ?? { as: "notCollected" };
  if (months.length === 1 || kind === "stock" || kind === "index") return last;
  const sum = (part: (figure: Figure) => number): number =>
    months.reduce((total, figure) => total + part(figure), 0);
  if (last.as === "ratio")
    return {
      as: "ratio",
      numerator: sum((one) => (one.as === "ratio" ? one.numerator : 0)),
      denominator: sum((one) => (one.as === "ratio" ? one.denominator : 0)),
    };
  if (last.as === "mean") {
    const count = sum((one) => (one.as === "mean" ? one.count : 0));
    const total = sum((one) => (one.as === "mean" ? one.mean * one.count : 0));
    return { as: "mean", mean: rounded(total / count, decimals), count };
  }
  return {
    as: "number",
    value: rounded(
      sum((one) => (one.as === "number" ? one.value : 0)),
      decimals,
    ),
  };
};
