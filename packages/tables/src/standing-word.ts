// The word of each standing, one per language, as the site shows it and the export writes it.

import type { Standing } from "@yinuo/core";

type Words = Readonly<Record<Standing["is"], string>>;

const words: Readonly<Record<"zh-CN" | "en", Words>> = {
  "zh-CN": {
    withdrawn: "已撤回",
    kept: "已兑现",
    partlyKept: "部分兑现",
    notKept: "未兑现",
    cannotBeVerified: "无法核实",
    declared: "已申报，未核查",
    overdue: "逾期",
    notStarted: "未开始",
    silent: "久未报数",
    underway: "进行中",
    draft: "草稿",
  },
  en: {
    withdrawn: "Withdrawn",
    kept: "Kept",
    partlyKept: "Partly kept",
    notKept: "Not kept",
    cannotBeVerified: "Cannot be verified",
    declared: "Declared, not checked",
    overdue: "Overdue",
    notStarted: "Not started",
    silent: "No recent figure",
    underway: "Under way",
    draft: "Draft",
  },
};

/** With `days` for those that are counted in days (逾期 55 天). */
export const standingWord = ({ is, days }: Standing, lang: "zh-CN" | "en"): string => {
  if (days === undefined || (is !== "overdue" && is !== "silent")) return words[lang][is];
  if (lang === "zh-CN") return is === "overdue" ? `逾期 ${days} 天` : `${days} 天未报数`;
  const length = `${days} ${days === 1 ? "day" : "days"}`;
  return is === "overdue" ? `${length} overdue` : `No figure for ${length}`;
};
