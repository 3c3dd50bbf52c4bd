// What reading messy text comes to: one value, or a refusal with the values it may have meant.

/**
 * - `unreadable`: no reading; a candidate is a reading that the options given rule out.
 * - `ambiguous`: the candidates are the readings; a person or an option must choose.
 * - `no-year`: readable but for the year, which the text does not name; give `year`.
 */
export type ReadingRefusal = "unreadable" | "ambiguous" | "no-year";

/** Inside the package: the readings found; without a code exactly one. */
export interface Outcome<T> {
  readonly found: readonly T[];
  readonly code?: ReadingRefusal;
}

export const noYear: Outcome<never> = { found: [], code: "no-year" };

export const unreadable: Outcome<never> = { found: [], code: "unreadable" };

/** One reading, several (ambiguous) or none (undefined: let the next rule try). */
export function outcomeOf<T>(found: readonly T[]): Outcome<T> | undefined {
  if (found.length === 0) return undefined;
  return found.length === 1 ? { found } : { found, code: "ambiguous" };
}

export function ambiguous<T>(found: readonly T[]): Outcome<T> | undefined {
  return found.length === 0 ? undefined : { found, code: "ambiguous" };
}
