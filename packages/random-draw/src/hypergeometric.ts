// Drawing without replacement, exactly: whole numbers throughout, since logarithms differ between engines.

/** n choose k. */
const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) product = (product * BigInt(n - i + 1)) / BigInt(i);
  return product;
};

export type Share = { readonly of: bigint; readonly among: bigint };

type Draw = { readonly size: number; readonly faults: number; readonly drawn: number };

/** P(no fault is drawn) = C(N−D, n) / C(N, n), by whichever of its two products is shorter. */
export const chanceOfNone = ({ size, faults, drawn }: Draw): Share => {
  const [few, many] = faults < drawn ? [faults, drawn] : [drawn, faults];
  let [of, among] = [1n, 1n];
  for (let i = 0; i < few; i += 1) {
    of *= BigInt(Math.max(0, size - many - i));
    among *= BigInt(size - i);
  }
  return { of, among };
};

/**
 * P(at most k faults are drawn): the sum of C(D, x) C(N−D, n−x) / C(N, n) for x = 0 … k. Faults and drawn may change
 * places, and the fewer of the two make the shorter products.
 */
export const chanceOfAtMost = (k: number, { size, faults, drawn }: Draw): Share => {
  const [few, many] = faults < drawn ? [faults, drawn] : [drawn, faults];
  const rest = size - many;
  const least = Math.max(0, few - rest);
  let term = choose(many, least) * choose(rest, few - least);
  let of = 0n;
  for (let x = least; x <= Math.min(k, few); x += 1) {
    of += term;
    // The next term from this one; the division leaves nothing over, because the next term is whole.
    term = (term * BigInt(many - x) * BigInt(few - x)) / (BigInt(x + 1) * BigInt(rest - few + x + 1));
  }
  return { of, among: choose(size, few) };
};

/** Percent with up to four decimals, as millionths. */
export const millionths = (percent: number): bigint => BigInt(Math.round(percent * 10_000));

export const exceeds = ({ of, among }: Share, level: bigint): boolean => of * 1_000_000n > among * level;
