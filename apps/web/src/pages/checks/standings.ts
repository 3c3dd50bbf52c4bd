// Where a check stands and what was concluded: the shape each has and the words that say it.

import type { CheckStanding, CheckStandingName, FindingConclusion } from "@yinuo/core";
import type { Lang } from "../../lang.ts";
import { figure, type StatusKind } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";

export const CHECK_MARK: Readonly<Record<CheckStandingName, StatusKind>> = {
  overdue: "overdue",
  running: "underway",
  planned: "not-started",
  finished: "kept",
  calledOff: "withdrawn",
};

export const CONCLUSION_MARK: Readonly<Record<FindingConclusion, StatusKind>> = {
  confirmed: "kept",
  partly: "partly",
  notConfirmed: "not",
  cannotBeVerified: "unverifiable",
};

/** Days are said where they are a fault. */
export const checkStandingText = ({ is, days }: CheckStanding, lang: Lang): string => {
  const words = checksWords[lang];
  return is === "overdue" && days !== undefined
    ? words.days(words.standings[is], figure(days, lang))
    : words.standings[is];
};
