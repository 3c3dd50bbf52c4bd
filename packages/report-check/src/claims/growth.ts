// The rate between two values: what it can be by their intervals, over one step or averaged over years.

import type { Claim, Code, Severity } from "../finding.ts";
import { meets, minus, over, times, wider, type Interval } from "../interval.ts";
import type { Quantity } from "../tokens/token.ts";
import { arithmetic, claim, shown } from "./claim.ts";

/** In percent, signed. */
export const growthOf = (from: Interval, to: Interval): Interval | undefined => {
  const ratio = over(to, from);
  return ratio && times({ low: ratio.low - 1, high: ratio.high - 1 }, 100);
};

export const yearlyGrowthOf = (from: Interval, to: Interval, years: number): Interval | undefined => {
  const ratio = over(to, from);
  if (ratio === undefined || ratio.low <= 0 || years < 1) return undefined;
  return { low: (ratio.low ** (1 / years) - 1) * 100, high: (ratio.high ** (1 / years) - 1) * 100 };
};

/**
 * Cutting off and rounding up occur as well as rounding (statcheck issues 12, 36, 60, 106): with decimals printed,
 * a whole step either way is let pass.
 */
export const lenient = ({ interval, decimals, step }: Quantity): Interval =>
  decimals > 0 ? wider(interval, step / 2) : interval;

export const signed = ({ low, high }: Interval, direction: -1 | 1): Interval =>
  direction === 1 ? { low, high } : { low: -high, high: -low };

type Growth = {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly rate: Quantity;
  readonly direction: -1 | 1;
  /** More than one: the rate is averaged over so many years. */
  readonly years?: number | undefined;
  readonly code?: Code;
  readonly severity: Severity;
  readonly span?: { readonly start: number; readonly end: number };
};

/** `undefined` where the base may be zero. */
export const growthClaim = (growth: Growth): Claim | undefined => {
  const { from, to, rate, direction, years, severity, span } = growth;
  const computed =
    years === undefined
      ? growthOf(from.interval, to.interval)
      : yearlyGrowthOf(from.interval, to.interval, years);
  if (computed === undefined) return undefined;
  const stated = signed(rate.interval, direction);
  const agrees = meets(computed, signed(lenient(rate), direction));
  const ratio = `${shown(to.value)} ÷ ${shown(from.value)}`;
  const formula = years === undefined ? `(${ratio} − 1) × 100` : `((${ratio})^(1/${years}) − 1) × 100`;
  return claim({
    code: growth.code ?? (years === undefined ? "changeRate" : "yearlyRate"),
    severity,
    agrees,
    figures: [from, to, rate],
    ...(span === undefined ? {} : { span }),
    arithmetic: arithmetic(formula, { computed, stated, unit: "%" }),
  });
};

/** 31 more than before: what it was before. */
export const baseOf = <Q extends Quantity>(level: Q, change: Quantity, direction: -1 | 1): Q => ({
  ...level,
  value: level.value - direction * change.value,
  interval: minus(level.interval, signed(change.interval, direction)),
});
