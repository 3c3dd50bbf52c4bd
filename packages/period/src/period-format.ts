// Periods as a reader writes them, in Chinese and English; `readPeriod` reads every one of these back.
import { monthName } from "./days.ts";
import type { Language } from "./days.ts";
import { kindOf, spanOf, yearOfMonth } from "./period.ts";
import type { Period, Span } from "./period.ts";

/** 2026年第三季度, 2026年1—9月累计, 2017年4月—2018年3月; Q3 2026, January–September 2026, April 2017 – March 2018. */
export function formatPeriod(period: Period, language: Language): string {
  return language === "en" ? inEnglish(period) : inChinese(period);
}

function inChinese(period: Period): string {
  const { first, last } = spanOf(period);
  const year = `${yearOfMonth(first)}年`;
  switch (kindOf(period)) {
    case "year":
      return year;
    case "half":
      return `${year}${first % 12 === 0 ? "上" : "下"}半年`;
    case "quarter":
      return `${year}第${"一二三四"[(first % 12) / 3]}季度`;
    case "month":
      return `${year}${(first % 12) + 1}月`;
    case "cumulative":
      return `${year}1—${(last % 12) + 1}月累计`;
    case "range":
      return yearOfMonth(last) === yearOfMonth(first)
        ? `${year}${(first % 12) + 1}—${(last % 12) + 1}月`
        : `${year}${(first % 12) + 1}月—${yearOfMonth(last)}年${(last % 12) + 1}月`;
  }
}

function inEnglish(period: Period): string {
  const { first, last } = spanOf(period);
  const year = yearOfMonth(first);
  switch (kindOf(period)) {
    case "year":
      return String(year);
    case "half":
      return `H${(first % 12) / 6 + 1} ${year}`;
    case "quarter":
      return `Q${(first % 12) / 3 + 1} ${year}`;
    case "month":
      return `${nameOf(first)} ${year}`;
    case "cumulative":
    case "range":
      return englishRange({ first, last });
  }
}

function englishRange({ first, last }: Span): string {
  const [from, to] = [yearOfMonth(first), yearOfMonth(last)];
  if (from === to) return `${nameOf(first)}–${nameOf(last)} ${to}`;
  return `${nameOf(first)} ${from} – ${nameOf(last)} ${to}`;
}

function nameOf(month: number): string {
  return monthName((month % 12) + 1);
}
