// How parts write figures, units and sizes of files in the reader's language.
import type { Lang } from "../lang.ts";

export type { Lang };

/** A link as a part needs it: where to, what it says, and whether the reader is already there. */
export type Link = {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean | undefined;
};

const formats = new Map<string, Intl.NumberFormat>();

/** A figure in the reader's language with exactly `decimals` places (0 when left out). */
export function figure(value: number, lang: Lang, decimals = 0): string {
  const key = `${lang} ${decimals}`;
  const known = formats.get(key);
  if (known) return known.format(value);
  const made = new Intl.NumberFormat(lang, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative",
  });
  formats.set(key, made);
  return made.format(value);
}

/** A figure with its unit: signs such as % stand close, words keep a space that never breaks. */
export function withUnit(text: string, unit: string): string {
  if (unit === "") return text;
  return /^[%‰°]/u.test(unit) ? `${text}${unit}` : `${text}\u00a0${unit}`;
}

/** How a count of things is said where English has two forms. */
export const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);
