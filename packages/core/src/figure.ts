// A figure: one recorded value in the shape its indicator's kind needs to be combined.

import { divided, times } from "./decimal.ts";
import type { Indicator, IndicatorKind } from "./indicator.ts";
import { readNumber } from "./number.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

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

export const FIGURE_SHAPES = [
  "number",
  "ratio",
  "mean",
  "notCollected",
] as const satisfies readonly Figure["as"][];

/** The figure as one number in the indicator's unit; `undefined` when not collected or divided by zero. */
export const valueOf = (figure: Figure, scale: number): number | undefined => {
  switch (figure.as) {
    case "number":
      return figure.value;
    case "ratio":
      return divided(times(figure.numerator, scale), figure.denominator);
    case "mean":
      return figure.mean;
    case "notCollected":
      return undefined;
  }
};

/** A figure as a form or a row has it: the value, or the parts it is computed from, or both. */
export type FigureInput = {
  readonly notCollected?: boolean | undefined;
  readonly value?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly count?: number | undefined;
};

/**
 * Reads typed parts into the shape the kind needs. Parts of other kinds are not looked at.
 * Refuses: textMissing, partsMissing, partsDisagree (a value beside parts that make another), and as checkFigure.
 */
export const readFigure = (indicator: Indicator, input: FigureInput): Result<Figure, Refusal> => {
  if (input.notCollected === true) return ok({ as: "notCollected" });
  const shaped = shape(indicator.kind, input);
  if (!shaped.ok) return shaped;
  const figure = checkFigure(indicator, shaped.value);
  if (!figure.ok) return figure;
  const computed = valueOf(figure.value, indicator.scale);
  const { value } = input;
  if (value === undefined || computed === undefined) return figure;
  const room = 0.5 * 10 ** -indicator.decimals + 1e-9;
  return Math.abs(value - computed) > room
    ? refuse({ code: "partsDisagree", field: "value", value, computed })
    : figure;
};

/** Refuses: choiceUnknown (a shape of another kind), numberOutOfRange, denominatorZero. */
export const checkFigure = (indicator: Indicator, figure: Figure): Result<Figure, Refusal> => {
  if (!SHAPES[indicator.kind].includes(figure.as))
    return refuse({ code: "choiceUnknown", field: "figure", typed: figure.as });
  switch (figure.as) {
    case "notCollected":
      return ok(figure);
    case "number":
      return after(readNumber("value", figure.value), figure);
    case "mean":
      return after(readNumber("count", figure.count, { least: 1, whole: true }), figure, figure.mean);
    case "ratio":
      if (figure.denominator === 0) return refuse({ code: "denominatorZero", field: "denominator" });
      return after(readNumber("denominator", figure.denominator), figure, figure.numerator);
  }
};

const SHAPES: Readonly<Record<IndicatorKind, readonly Figure["as"][]>> = {
  flow: ["number", "notCollected"],
  stock: ["number", "notCollected"],
  ratio: ["ratio", "number", "notCollected"],
  duration: ["mean", "number", "notCollected"],
  index: ["number", "notCollected"],
};

const shape = (
  kind: IndicatorKind,
  { value, numerator, denominator, count }: FigureInput,
): Result<Figure, Refusal> => {
  if (kind === "ratio" && (numerator !== undefined || denominator !== undefined)) {
    if (numerator === undefined) return refuse({ code: "partsMissing", field: "numerator" });
    if (denominator === undefined) return refuse({ code: "partsMissing", field: "denominator" });
    return ok({ as: "ratio", numerator, denominator });
  }
  if (value === undefined) return refuse({ code: "textMissing", field: "value" });
  return ok(
    kind === "duration" && count !== undefined ? { as: "mean", mean: value, count } : { as: "number", value },
  );
};

const after = (read: Result<number, Refusal>, figure: Figure, other = 0): Result<Figure, Refusal> => {
  if (!read.ok) return read;
  const second = readNumber(figure.as === "ratio" ? "numerator" : "value", other);
  return second.ok ? ok(figure) : second;
};
