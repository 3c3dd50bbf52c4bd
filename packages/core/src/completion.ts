// Completion: computed from figures against targets and from milestones, never typed; unknown is never 0.

import type { Day, Period } from "@yinuo/period";
import type { Commitment, Milestone, Target } from "./commitment.ts";
import { divided, minus, sum, times } from "./decimal.ts";
import { toDate, type Series } from "./figures.ts";
import type { Indicator } from "./indicator.ts";
import type { CompletionRule } from "./programme.ts";

export type TargetCompletion = {
  readonly kind: "target";
  readonly target: Target;
  /** The figure so far, in the indicator's unit, and the last day it speaks of. */
  readonly value?: number;
  readonly asOf?: Day;
  /** 0 to 1; absent when unknown. */
  readonly completion?: number;
  readonly missing: readonly Period[];
  readonly notCollected: readonly Period[];
};

export type MilestonesCompletion = {
  readonly kind: "milestones";
  readonly done: number;
  readonly total: number;
  /** Whether weights were given; then `completion` is the share of the weight done, not of the count. */
  readonly weighted: boolean;
  /** 0 to 1. */
  readonly completion: number;
};

export type CompletionPart = TargetCompletion | MilestonesCompletion;

export type Completion = {
  /** 0 to 1; undefined when there is nothing to compute it from or any part is unknown. */
  readonly whole: number | undefined;
  readonly rule: CompletionRule;
  /** Targets in their order, then the milestones as one part if there are any. */
  readonly parts: readonly CompletionPart[];
};

export const completionOf = (
  commitment: Pick<Commitment, "targets" | "milestones">,
  {
    rule,
    indicators,
    seriesOf,
  }: {
    readonly rule: CompletionRule;
    readonly indicators: ReadonlyMap<string, Indicator>;
    readonly seriesOf: (target: Target) => Series;
  },
): Completion => {
  const targets = commitment.targets.map((target): CompletionPart => {
    const indicator = indicators.get(target.indicator);
    return indicator === undefined
      ? { kind: "target", target, missing: [target.period], notCollected: [] }
      : completionOfTarget(target, indicator, seriesOf(target));
  });
  const milestones = completionOfMilestones(commitment.milestones);
  const parts = milestones === undefined ? targets : [...targets, milestones];
  return {
    whole: wholeOf(
      parts.map(({ completion }) => completion),
      rule,
    ),
    rule,
    parts,
  };
};

/** `series`: the figures of the target's body. */
export const completionOfTarget = (
  target: Target,
  indicator: Indicator,
  series: Series,
): TargetCompletion => {
  const figure = toDate(indicator, target.period, series);
  const asOf = figure.asOf === undefined ? {} : { asOf: figure.asOf };
  if (!figure.known) {
    const { missing, notCollected } = figure;
    return { kind: "target", target, ...asOf, missing, notCollected };
  }
  const { value } = figure;
  return {
    kind: "target",
    target,
    value,
    ...asOf,
    completion: clip(shareOf(target, indicator, value)),
    missing: [],
    notCollected: [],
  };
};

/** One number from several, each 0 to 1; undefined when there are none or any is unknown. Weights, one for each, count for `mean` only. */
export const wholeOf = (
  parts: readonly (number | undefined)[],
  rule: CompletionRule,
  weights: readonly number[] = parts.map(() => 1),
): number | undefined => {
  if (weights.length !== parts.length) throw new RangeError("one weight for each part");
  const known = parts.filter((part) => part !== undefined).map(clip);
  if (known.length === 0 || known.length < parts.length) return undefined;
  if (rule === "least") return Math.min(...known);
  return divided(sum(known.map((part, index) => times(part, weights[index] ?? 0))), sum(weights));
};

/**
 * With a baseline that lies on the way: the part of the way gone. Without: value ÷ target where more is better, target ÷
 * value where less is. Reached is reached, and past the target is not more than all.
 */
const shareOf = (target: Target, { polarity }: Indicator, value: number): number => {
  // Where neither way is better, the target is read as one to be reached from its baseline, or from 0.
  const down = polarity === "down" || (polarity === "none" && (target.baseline ?? 0) > target.value);
  const reached = down ? value <= target.value : value >= target.value;
  if (reached) return 1;
  const { baseline } = target;
  if (baseline !== undefined && (down ? baseline > target.value : baseline < target.value))
    return divided(minus(value, baseline), minus(target.value, baseline)) ?? 0;
  if (down) return target.value > 0 ? (divided(target.value, value) ?? 0) : 0;
  return target.value > 0 ? (divided(value, target.value) ?? 0) : 0;
};

const completionOfMilestones = (milestones: readonly Milestone[]): MilestonesCompletion | undefined => {
  if (milestones.length === 0) return undefined;
  const weighted = milestones.every(({ weight }) => weight !== undefined);
  const share = wholeOf(
    milestones.map(({ doneOn }) => (doneOn === undefined ? 0 : 1)),
    "mean",
    milestones.map(({ weight }) => (weighted ? (weight ?? 0) : 1)),
  );
  return {
    kind: "milestones",
    done: milestones.filter(({ doneOn }) => doneOn !== undefined).length,
    total: milestones.length,
    weighted,
    completion: share ?? 0,
  };
};

const clip = (share: number): number => Math.min(1, Math.max(0, share));
