// A figure: one recorded value in the shape its indicator's kind needs to be combined.

/**
 * number: a flow, stock or index, or a ratio or duration of which only the result is known (it cannot be combined);
 * ratio: numerator and denominator as counted; mean: a duration's mean with the count it was taken over;
 * notCollected: said to be not collected, which is a value and not a gap.
 */
export type Figure =
  | { readonly as: "number"; readonly value: number }
  | { readonly as: "ratio"; readonly numerator: number; readonly denominator: number }
  | { readonly as: "mean"; readonly mean: number; readonly count: number }
  | { readonly as: "notCollected" };

export const FIGURE_SHAPES = ["number", "ratio", "mean", "notCollected"] as const satisfies readonly Figure["as"][];

/** The figure as one number in the indicator's unit; `undefined` when not collected or divided by zero. */
export const valueOf = (figure: Figure, scale: number): number | undefined => {
  switch (figure.as) {
    case "number":
      return figure.value;
    case "ratio":
      return figure.denominator === 0 ? undefined : (figure.numerator / figure.denominator) * scale;
    case "mean":
      return figure.mean;
    case "notCollected":
      return undefined;
  }
};
