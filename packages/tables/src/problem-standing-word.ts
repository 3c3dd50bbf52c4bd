// The word of where a problem stands, one per language, as the site shows it and the export writes it.

import type { ProblemStanding, ProblemStandingName } from "@yinuo/core";

type Words = Readonly<Record<ProblemStandingName, string>>;

const zh: Words = {
  overdue: "整改逾期",
  reopened: "重新挂账",
  returned: "退回整改",
  listed: "挂牌督办",
  open: "整改中",
  declared: "已报整改到位，未核查",
  lookBackDue: "已销号，未按期回头看",
  delisted: "已销号",
};

const en: Words = {
  overdue: "Overdue",
  reopened: "Reopened",
  returned: "Returned",
  listed: "Listed for supervision",
  open: "Being put right",
  declared: "Declared fixed, not checked",
  lookBackDue: "Struck off, look-back missed",
  delisted: "Struck off",
};

export const problemStandingWords: Readonly<Record<"zh-CN" | "en", Words>> = { "zh-CN": zh, en };

/** Days are said where they are a fault. */
export const problemStandingWord = ({ is, days }: ProblemStanding, lang: "zh-CN" | "en"): string => {
  const word = problemStandingWords[lang][is];
  if (days === undefined || (is !== "overdue" && is !== "lookBackDue")) return word;
  return lang === "zh-CN" ? `${word} ${days} 天` : `${word}, ${days} ${days === 1 ? "day" : "days"}`;
};
