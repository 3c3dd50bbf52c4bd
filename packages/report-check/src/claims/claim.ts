// How claims are made from figures: readings, formulas, and numbers as they are printed.

import { type Arithmetic, type Claim, type Code, type Severity } from "../finding.ts";
import type { Interval } from "../interval.ts";
import { readingOf } from "../scan.ts";
import type { Quantity } from "../tokens/token.ts";

type Made = {
  readonly code: Code;
  readonly severity: Severity;
  readonly agrees: boolean;
  readonly figures: readonly Quantity[];
  /** Where it stands, if not from the first to the last figure. */
  readonly span?: { readonly start: number; readonly end: number };
  readonly arithmetic?: Arithmetic | undefined;
  readonly named?: Readonly<Record<string, string | number>>;
};

export const claim = ({ code, severity, agrees, figures, span, arithmetic, named }: Made): Claim => ({
  code,
  severity,
  agrees,
  start: span?.start ?? Math.min(...figures.map(({ start }) => start)),
  end: span?.end ?? Math.max(...figures.map(({ end }) => end)),
  reads: figures.map(readingOf),
  arithmetic,
  named,
});

/** As a person would write it: no more than six decimals, and none that are zero. */
export const shown = (value: number): string => String(Number(value.toFixed(Math.abs(value) >= 1e6 ? 0 : 6)));

export const arithmetic = (
  formula: string,
  parts: { readonly computed: Interval; readonly stated: Interval; readonly unit: string },
): Arithmetic => ({
  formula,
  ...parts,
});

export const plus = (parts: readonly Quantity[]): string =>
  parts.map(({ value }) => shown(value)).join(" + ");
