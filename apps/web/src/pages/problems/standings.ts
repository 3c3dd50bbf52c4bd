// Where a problem stands: the shape it has and the words that say it.

import type { ProblemStanding, ProblemStandingName } from "@yinuo/core";
import type { Lang } from "../../lang.ts";
import { figure, type StatusKind } from "../../parts/index.ts";
import { problemsWords } from "../../words/problems.ts";

export const PROBLEM_MARK: Readonly<Record<ProblemStandingName, StatusKind>> = {
  overdue: "overdue",
  reopened: "not",
  returned: "not",
  listed: "partly",
  open: "underway",
  declared: "declared",
  lookBackDue: "silent",
  delisted: "kept",
};

/** Days are said where they are a fault. */
export const problemStandingText = ({ is, days }: ProblemStanding, lang: Lang): string => {
  const words = problemsWords[lang];
  const word = words.standings[is];
  return days !== undefined && (is === "overdue" || is === "lookBackDue")
    ? words.days(word, figure(days, lang))
    : word;
};
