// Days, months, years and their ranges as reports write them; a day no calendar has is kept and marked.

import { readChineseNumeral } from "./chinese-numeral.ts";
import { matchAt } from "./sticky.ts";
import type { DateToken } from "./token.ts";

type Parts = { readonly [P in "year" | "month" | "day"]?: number | undefined };
type Read = { readonly end: number; readonly first: Parts; readonly to?: Parts | undefined };

const YEAR = "(?:19|20|21)\\d\\d";
const DASH = " ?[-—~至到] ?";

type Form = { readonly pattern: RegExp; readonly read: (found: RegExpExecArray) => Omit<Read, "end"> };

const n = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const FORMS: readonly Form[] = [
  // 2021年1-11月, 1至6月
  {
    pattern: new RegExp(
      `(?:(${YEAR}) ?年 ?)?(\\d{1,2})(?: ?月)?(?:份)?${DASH}(\\d{1,2}) ?月(?!龄)(?:份)?(?! ?\\d{1,2} ?[日号])`,
      "y",
    ),
    read: ([, year, month, to]) => ({ first: { year: n(year), month: n(month) }, to: { month: n(to) } }),
  },
  // 2020—2025年, 2019年至2023年
  {
    pattern: new RegExp(`(${YEAR}) ?年?${DASH}(${YEAR}) ?年`, "y"),
    read: ([, year, to]) => ({ first: { year: n(year) }, to: { year: n(to) } }),
  },
  // 2 0 2 6年: set apart when it was typeset or scanned
  {
    pattern: /((?:1 9|2 0) \d \d) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)?/y,
    read: ([, year, month, day]) => ({
      first: { year: n(year?.replaceAll(" ", "")), month: n(month), day: n(day) },
    }),
  },
  // 2026年2月3日, 2026年2月, 2026年度
  {
    pattern: new RegExp(
      `(${YEAR}) ?年(?:度|底|末|初)?(?: ?(\\d{1,2}) ?月(?:份)?(?: ?(\\d{1,2}) ?[日号])?)?`,
      "y",
    ),
    read: ([, year, month, day]) => ({ first: { year: n(year), month: n(month), day: n(day) } }),
  },
  // 2月30日
  {
    pattern: /(\d{1,2}) ?月(?!龄)(?:份)?(?: ?(\d{1,2}) ?[日号])?/y,
    read: ([, month, day]) => ({ first: { month: n(month), day: n(day) } }),
  },
  // 2026-02-30, 2026/2/3, 2026.2.3
  {
    pattern: new RegExp(`(${YEAR})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.-])`, "y"),
    read: ([, year, , month, day]) => ({ first: { year: n(year), month: n(month), day: n(day) } }),
  },
  // 2019/20, 2023-24: a fiscal year
  {
    pattern: new RegExp(`(${YEAR})[-/](\\d\\d)(?![\\d年月.%]|[-/]\\d)`, "y"),
    read: ([, year, to]) => ({
      first: { year: n(year) },
      to: { year: Math.floor(Number(year) / 100) * 100 + Number(to) },
    }),
  },
];

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const monthOf = (name: string | undefined): number =>
  MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

const ENGLISH_DIGITS: readonly Form[] = [
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?![a-z])\\.?(?:,? (${YEAR})(?!\\d))?`, "iy"),
    read: ([, day, month, year]) => ({ first: { year: n(year), month: monthOf(month), day: n(day) } }),
  },
];
const ENGLISH_LETTERS: readonly Form[] = [
  {
    pattern: new RegExp(
      `${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%.,]\\d|\\d)(?:,? (${YEAR})(?!\\d))?`,
      "iy",
    ),
    read: ([, month, day, year]) => ({ first: { year: n(year), month: monthOf(month), day: n(day) } }),
  },
  {
    pattern: new RegExp(`${MONTH}\\.?,? (${YEAR})(?!\\d)`, "iy"),
    read: ([, month, year]) => ({ first: { year: n(year), month: monthOf(month) } }),
  },
  {
    pattern: new RegExp(`FY ?(${YEAR})(?![\\d-/])`, "iy"),
    read: ([, year]) => ({ first: { year: n(year) } }),
  },
];

/** 二〇二六年二月三日 */
const readChineseDate = (text: string, at: number): Read | undefined => {
  const year = readChineseNumeral(text, at);
  if (
    year === undefined ||
    !year.spelled ||
    text[year.end] !== "年" ||
    year.value < 1900 ||
    year.value > 2199
  )
    return undefined;
  const month = readChineseNumeral(text, year.end + 1);
  if (month === undefined || text[month.end] !== "月")
    return { end: year.end + 1, first: { year: year.value } };
  const day = readChineseNumeral(text, month.end + 1);
  const known = { year: year.value, month: month.value };
  if (day === undefined || text[day.end] !== "日") return { end: month.end + 1, first: known };
  return { end: day.end + 1, first: { ...known, day: day.value } };
};

/** A bare year, 2024 or 2017’s, where no unit follows. */
const BARE = /(?:19|20)\d\d(?![\d，%]|[,.]\d| ?[万亿千件人个元项户条次起家名亩吨米])/y;

/** At a digit, a letter or a Chinese numeral: each script has its own forms. */
export const readDate = (
  text: string,
  at: number,
  script: "digit" | "letter" | "numeral",
): DateToken | undefined => {
  const read = script === "numeral" ? readChineseDate(text, at) : readLatin(text, at, script);
  if (read === undefined) return undefined;
  const { end, first, to } = read;
  return {
    is: "date",
    start: at,
    end,
    lexeme: text.slice(at, end),
    year: first.year,
    month: first.month,
    day: first.day,
    to:
      to === undefined
        ? undefined
        : Object.fromEntries(Object.entries(to).filter(([, part]) => part !== undefined)),
    impossible: !isPossible(first) || (to !== undefined && !isPossible(to)),
  };
};

const readLatin = (text: string, at: number, script: "digit" | "letter"): Read | undefined =>
  script === "letter"
    ? readForm(ENGLISH_LETTERS, text, at)
    : (readForm(FORMS, text, at) ?? readForm(ENGLISH_DIGITS, text, at) ?? readBare(text, at));

const readForm = (forms: readonly Form[], text: string, at: number): Read | undefined => {
  for (const { pattern, read } of forms) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) return { end: at + found[0].length, ...read(found) };
  }
  return undefined;
};

const readBare = (text: string, at: number): Read | undefined => {
  const found = matchAt(BARE, text, at);
  return found && { end: at + 4, first: { year: Number(found[0]) } };
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isPossible = ({ year, month, day }: Parts): boolean => {
  if (month === undefined) return true;
  const days = DAYS[month - 1];
  if (days === undefined) return false;
  // Without a year the 29th of February is possible.
  const leap =
    month === 2 && (year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)));
  return day === undefined || (day >= 1 && day <= days + (leap ? 1 : 0));
};
