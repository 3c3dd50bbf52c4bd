// Calendar days as branded 'YYYY-MM-DD' strings: arithmetic and printing that never ask the process for its time zone.

declare const dayBrand: unique symbol;

/** A real day of the Gregorian calendar, 'YYYY-MM-DD', years 0001 to 9999. Sorts as text. */
export type Day = string & { readonly [dayBrand]: true };

export type Language = "zh-CN" | "en";

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

/** Strict: exactly 'YYYY-MM-DD' and a day that exists; anything else is undefined. For what people type, `readDay`. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  return dayIfReal({ year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) });
}

/** A day the programmer knows to exist; throws RangeError otherwise. */
export function day(year: number, month: number, date: number): Day {
  const found = dayIfReal({ year, month, date });
  if (found === undefined) throw new RangeError(`no such day: ${year}-${month}-${date}`);
  return found;
}

/** The day, or undefined where the calendar has none (30 February, month 13, year 0). */
export function dayIfReal({ year, month, date }: DayParts): Day | undefined {
  if (![year, month, date].every(Number.isInteger)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

export function dayParts(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Throws RangeError beyond the years 0001 to 9999. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Whole days from one day to another: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative, 0 or positive, for `sort`. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day it is in the given IANA zone at an instant. Throws RangeError for a zone Intl does not know. */
export function todayIn(instant: Date, timeZone: string): Day {
  const parts = zoneFormat(timeZone).formatToParts(instant);
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return day(numberOf("year"), numberOf("month"), numberOf("day"));
}

/** 2026年9月30日, 30 September 2026. */
export function formatDay(day: Day, language: Language): string {
  const { year } = dayParts(day);
  return language === "en"
    ? `${formatMonthDay(day, language)} ${year}`
    : `${year}年${formatMonthDay(day, language)}`;
}

/** 9月30日, 30 September. */
export function formatMonthDay(day: Day, language: Language): string {
  const { month, date } = dayParts(day);
  return language === "en" ? `${date} ${monthName(month)}` : `${month}月${date}日`;
}

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The English name of month 1 to 12. */
export function monthName(month: number): string {
  const name = monthNames[month - 1];
  if (name === undefined) throw new RangeError(`no such month: ${month}`);
  return name;
}

/**
 * Days since 1970-01-01. The era arithmetic is H. Hinnant's `days_from_civil`
 * (https://howardhinnant.github.io/date_algorithms.html): years start in March, so that the leap day comes last.
 */
export function dayNumber(day: Day): number {
  const { year, month, date } = dayParts(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber` (`civil_from_days`, same source). Throws RangeError beyond the years 0001 to 9999. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return day(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

export function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

// Building a DateTimeFormat costs about 50 µs, and every page asks for today.
function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  zoneFormats.set(timeZone, format);
  return format;
}
