// Completion: computed from figures against targets and from milestones, never typed; unknown is never 0.

import type { Day, Period } from "@yinuo/period";
import type { Commitment, Target } from "./commitment.ts";
import type { Series } from "./figures.ts";
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
  /** Whether weights were given; then `completion` is the weight done, not the count. */
  readonly weighted: boolean;
  readonly completion: number;
};

export type CompletionPart = TargetCompletion | MilestonesCompletion;

export type Completion = {
  /** 0 to 1; undefined when there is nothing to compute it from or any part is unknown. */
  readonly whole: number | undefined;
  readonly rule: CompletionRule;
  readonly parts: readonly CompletionPart[];
};

/** `series`: the figures of the target's body. */
export declare const completionOfTarget: (target: Target, indicator: Indicator, series: Series) => TargetCompletion;

/** One number from several, each 0 to 1; unknown when any is. Weights count for `mean` only. */
export declare const wholeOf: (
  parts: readonly (number | undefined)[],
  rule: CompletionRule,
  weights?: readonly number[],
) => number | undefined;

export declare const completionOf: (
  commitment: Pick<Commitment, "targets" | "milestones">,
  from: {
    readonly rule: CompletionRule;
    readonly indicators: ReadonlyMap<string, Indicator>;
    readonly seriesOf: (target: Target) => Series;
  },
) => Completion;
