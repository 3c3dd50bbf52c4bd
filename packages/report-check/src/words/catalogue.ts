// The sentences about a finding: each code has a title, what is wrong, and what to do, in both languages.

import type { Code, Finding } from "../finding.ts";
import { shown } from "../claims/claim.ts";

export type Lang = "zh-CN" | "en";

/** What a sentence may name. */
export type Said = {
  readonly stated: string;
  readonly computed: string;
  readonly formula: string;
  readonly named: (what: string) => string;
};

export type Sentence = {
  readonly title: string;
  readonly says: (said: Said) => string;
  readonly todo: string;
};

export type Catalogue = Readonly<Record<Code, Sentence>>;

const TENTH = 10;

/** 52.5, or 52.49–52.51; an interval of rounding noise is one number. */
export const intervalText = (
  { low, high }: { readonly low: number; readonly high: number },
  unit: string,
): string => {
  const digits = Math.max(Math.abs(low), Math.abs(high)) >= TENTH ? 2 : 4;
  const [first, last] = [low, high].map((end) => shown(Number(end.toFixed(digits))));
  return `${first === last ? first : `${first}–${last}`}${unit === "" || unit === "×" || unit === "%" ? "" : " "}${unit}`;
};

export const saidOf = ({ arithmetic, named }: Finding): Said => ({
  stated: arithmetic === undefined ? "" : intervalText(arithmetic.stated, arithmetic.unit),
  computed: arithmetic === undefined ? "" : intervalText(arithmetic.computed, arithmetic.unit),
  formula: arithmetic?.formula ?? "",
  named: (what) => String(named?.[what] ?? ""),
});
