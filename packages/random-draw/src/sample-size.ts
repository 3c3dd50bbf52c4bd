// How many to look at, and what can be said afterwards about all that were not looked at.

import { chanceOfAtMost, chanceOfNone, exceeds, millionths } from "./hypergeometric.ts";

export type SizeQuestion = {
  /** N: how many there are. */
  readonly size: number;
  /** The share that would not be as declared, in percent; rounded up to whole ones of the N. */
  readonly sharePercent: number;
  /** How sure one wants to be of meeting at least one of them, in percent. */
  readonly surePercent: number;
};

/** Stated as a share of the N, so that 5 % of 500 are 25, and of 10 still one. */
export const faultsIn = ({ size, sharePercent }: Omit<SizeQuestion, "surePercent">): number => {
  const share = millionths(sharePercent) * BigInt(size);
  return Number((share + 999_999n) / 1_000_000n);
};

/**
 * The discovery sample: the smallest n for which C(N−D, n) / C(N, n) ≤ 1 − c.
 * Undefined for what is no question: no frame, a share or a sureness outside 0 to 100 %.
 */
export const discoverySample = (question: SizeQuestion): number | undefined => {
  const { size, surePercent } = question;
  if (!isQuestion(question)) return undefined;
  const faults = faultsIn(question);
  const level = 1_000_000n - millionths(surePercent);
  return firstFrom(1, size, (drawn) => !exceeds(chanceOfNone({ size, faults, drawn }), level));
};

const isQuestion = ({ size, sharePercent, surePercent }: SizeQuestion): boolean =>
  isCount(size) && size >= 1 && isPercent(sharePercent) && isPercent(surePercent);

const isPercent = (percent: number): boolean => percent >= 0.0001 && percent <= 99.9999;
const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;

export type Finding = {
  /** N: how many there are. */
  readonly size: number;
  /** n: how many were drawn and looked at. */
  readonly drawn: number;
  /** k: how many of those were not as declared. */
  readonly faults: number;
  readonly surePercent: number;
};

/**
 * The exact one-sided upper bound (Clopper and Pearson 1934, for a finite frame): the largest D for which
 * k or fewer faults in n would still come up with a chance above 1 − c. Undefined for what is no finding.
 */
export const mostFaults = (finding: Finding): number | undefined => {
  const { size, drawn, faults, surePercent } = finding;
  const counts = [size, drawn, faults].every(isCount);
  if (!counts || size < 1 || drawn > size || faults > drawn || !isPercent(surePercent)) return undefined;
  const level = 1_000_000n - millionths(surePercent);
  // What was looked at and found sound cannot be a fault.
  const most = size - drawn + faults;
  const tooMany = (all: number) => !exceeds(chanceOfAtMost(faults, { size, faults: all, drawn }), level);
  return firstFrom(faults, most + 1, (all) => all > most || tooMany(all)) - 1;
};

/** The first whole number from `low` to `high` that holds, where all after it hold too; `high` is known to. */
const firstFrom = (low: number, high: number, holds: (n: number) => boolean): number => {
  // Doubling first: the answer is small beside the frame, and a product of a million factors is slow.
  let [from, reach] = [low, 1];
  while (from + reach < high && !holds(from + reach)) {
    from += reach;
    reach *= 2;
  }
  let to = Math.min(high, from + reach);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
};
