// Arithmetic on decimal numbers as people write them: 0.1 + 0.2 is 0.3.

/** Sums of decimals have no more decimals than their longest summand, so what a double adds beyond those is noise. */
export const sum = (values: readonly number[]): number => {
  const decimals = Math.max(0, ...values.map(decimalsOf));
  return rounded(
    values.reduce((total, value) => total + value, 0),
    decimals,
  );
};

export const minus = (a: number, b: number): number => sum([a, -b]);

export const times = (a: number, b: number): number => rounded(a * b, decimalsOf(a) + decimalsOf(b));

/** A quotient without the last, meaningless digit of a double; `undefined` when divided by zero. */
export const divided = (a: number, b: number): number | undefined =>
  b === 0 ? undefined : Number((a / b).toPrecision(15));

/** How many decimals the shortest spelling of a number has: 3 for 0.125, 7 for 1e-7. */
const decimalsOf = (value: number): number => {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const written = digits.split(".")[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
};

// toFixed spells at most 100 decimals, and numbers from 1e21 in exponents; neither needs rounding here.
const rounded = (value: number, decimals: number): number =>
  decimals > 100 || !Number.isFinite(value) ? value : Number(value.toFixed(decimals)) + 0;
