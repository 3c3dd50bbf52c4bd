// The sample's two programmes: the year before, finished and checked, and the year that is running.

import type { CompletionRule } from "@yinuo/core";
import type { Both } from "./shapes.ts";

export type ProgrammeOf = {
  readonly year: "last" | "this";
  readonly title: Both;
  readonly completionRule: CompletionRule;
  readonly silentAfterDays: number;
  readonly rankingMinimum: number;
  readonly source: string;
};

export const PROGRAMMES: readonly ProgrammeOf[] = [
  {
    year: "last",
    title: ["{Y}年度公开承诺和工作措施", "Commitments and measures of {Y}"],
    completionRule: "mean",
    silentAfterDays: 90,
    rankingMinimum: 3,
    source: "示例县各单位{Y}年度公开承诺汇编（虚构）",
  },
  {
    year: "this",
    title: ["{Y}年度公开承诺和工作措施", "Commitments and measures of {Y}"],
    completionRule: "least",
    silentAfterDays: 60,
    rankingMinimum: 5,
    source: "示例县各单位{Y}年度公开承诺汇编（虚构）",
  },
];
