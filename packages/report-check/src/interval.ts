// What a printed number can have been before it was rounded, and how such intervals are added and divided.
// After XBRL Calculations 1.1, section 4: two numbers disagree only when their intervals do not meet.

export type Interval = { readonly low: number; readonly high: number };

export const exactly = (value: number): Interval => ({ low: value, high: value });

/** Rounding half up, half to even and half down all occur: the ends belong to the interval. */
export const around = (value: number, half: number): Interval => ({ low: value - half, high: value + half });

export const sum = (parts: readonly Interval[]): Interval => ({
  low: parts.reduce((all, { low }) => all + low, 0),
  high: parts.reduce((all, { high }) => all + high, 0),
});

export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });

/** Of quantities that are not negative; `undefined` where the divisor may be zero. */
export const over = (a: Interval, b: Interval): Interval | undefined =>
  b.low > 0
    ? { low: a.low / (a.low < 0 ? b.low : b.high), high: a.high / (a.high < 0 ? b.high : b.low) }
    : undefined;

export const times = (a: Interval, factor: number): Interval => {
  const [low, high] = [a.low * factor, a.high * factor];
  return { low: Math.min(low, high), high: Math.max(low, high) };
};

/** In binary a tenth is no number: what differs in the eleventh digit is equal. */
const slack = (a: Interval, b: Interval): number =>
  1e-10 * Math.max(1e-9, Math.abs(a.low), Math.abs(a.high), Math.abs(b.low), Math.abs(b.high));

export const meets = (a: Interval, b: Interval): boolean =>
  a.low <= b.high + slack(a, b) && b.low <= a.high + slack(a, b);

export const wider = ({ low, high }: Interval, by: number): Interval => ({ low: low - by, high: high + by });
