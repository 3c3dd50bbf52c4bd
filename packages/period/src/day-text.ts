// Reads days as people write them in lists and deadlines, in Chinese and English, and refuses to guess between two days.
import { addDays, dayIfReal, parseDay, todayIn } from "./days.ts";
import type { Day } from "./days.ts";
import { isPlausibleYear, isTooLong, plainText, yearCandidates } from "./messy-text.ts";
import { firstDay, kindOf, lastDay } from "./period.ts";
import type { PeriodKind } from "./period.ts";
import { readPeriod } from "./period-text.ts";
import type { PeriodTextOptions } from "./period-text.ts";
import { ambiguous, noYear, outcomeOf } from "./reading.ts";
import type { Outcome, ReadingRefusal } from "./reading.ts";

export interface DayTextOptions extends PeriodTextOptions {
  /** How 03/04/2026 is meant; with an order, a value that contradicts it is refused. */
  readonly order?: "dmy" | "mdy" | undefined;
  /** The jurisdiction's zone, for text that carries a UTC offset; without it such text is ambiguous. */
  readonly timeZone?: string | undefined;
}

/** What the text named: a day, ten days (旬) or a period, whose last day is then the day read. */
export type DayPrecision = "day" | "ten-days" | PeriodKind;

export type DayReading =
  | { readonly ok: true; readonly day: Day; readonly precision: DayPrecision }
  | {
      readonly ok: false;
      readonly error: { readonly code: ReadingRefusal; readonly candidates: readonly Day[] };
    };

/**
 * Reads a day from messy text; README.md lists the forms. 6月底前 and "by June" are the last day of June, 6月30日前 is
 * 30 June itself (the last day counts), and 6月前 alone is ambiguous. Years 1800 to 2199.
 */
export function readDay(text: string, options: DayTextOptions = {}): DayReading {
  const folded = isTooLong(text) ? "" : text.normalize("NFKC").trim();
  const stamped = readInstant(folded, options);
  if (stamped) return settle(stamped, "day");
  const deadline = deadlineOf(plainText(withoutTime(folded), options));
  const outcome = readPlainDay(deadline.text, options);
  if (outcome) return settle(outcome, "day");
  const tenDays = readTenDays(deadline.text, options);
  return tenDays ? settle(tenDays, "ten-days") : readPeriodEnd(deadline, options);
}

interface Deadline {
  readonly text: string;
  /** 前 without 底 or 末: a period so named may be meant with or without itself. */
  readonly onlyBefore: boolean;
}

function deadlineOf(plain: string): Deadline {
  const bare = plain.replace(/^[于在截]/, "").replace(/(?:完成|办结)$/, "");
  const unended = bare.replace(/(?:(?:之|以)?前|为?止)$/, "");
  const text = unended.replace(/(?:底|末|终|終|内|內)$/, "");
  return { text, onlyBefore: unended !== bare && text === unended && bare.endsWith("前") };
}

function readPeriodEnd({ text, onlyBefore }: Deadline, options: DayTextOptions): DayReading {
  const reading = readPeriod(text, options);
  if (!reading.ok) {
    return {
      ok: false,
      error: { code: reading.error.code, candidates: reading.error.candidates.map(lastDay) },
    };
  }
  const end = lastDay(reading.period);
  if (!onlyBefore) return { ok: true, day: end, precision: kindOf(reading.period) };
  return {
    ok: false,
    error: { code: "ambiguous", candidates: [addDays(firstDay(reading.period), -1), end] },
  };
}

function settle({ found, code }: Outcome<Day>, precision: DayPrecision): DayReading {
  const candidates = [...new Set(found.filter((day) => isPlausibleYear(Number(day.slice(0, 4)))))].toSorted();
  const [day] = candidates;
  if (code === undefined && day !== undefined) return { ok: true, day, precision };
  const refusal = code === undefined || (code === "ambiguous" && !day) ? "unreadable" : code;
  return { ok: false, error: { code: refusal, candidates } };
}

const weekdays =
  /[([]?(?:星期|礼拜|禮拜|[周週])[一二三四五六日天][)\]]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/gi;

function withoutTime(text: string): string {
  return text
    .replace(weekdays, " ")
    .replace(/[上下]午/, " ")
    .replace(/^\s*(?:by|until|no later than|on or before)\s+/i, "")
    .replace(/^\s*(?:the\s+)?end\s+(?:of\s+)?/i, "")
    .replace(
      /(?:[t\s]+|(?<=[日号號])\s*)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?=$|[之以]?前)/i,
      "",
    )
    .replace(/(?<=[日号號])\s*\d{1,2}\s*[时時点點](?:\d{1,2}分|整)?/, "")
    .trim();
}

// The same instant is two different days east and west: 2026-03-31T16:00Z is already 1 April in Shanghai.
function readInstant(text: string, { timeZone }: DayTextOptions): Outcome<Day> | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})$/i.exec(
    text,
  );
  if (!match) return undefined;
  const [, date = "", time, offset = ""] = match;
  const written = parseDay(date);
  const instant = new Date(`${date}T${time}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, "$1:$2")}`);
  if (written === undefined || Number.isNaN(instant.getTime())) return undefined;
  if (timeZone !== undefined) return { found: [todayIn(instant, timeZone)] };
  return ambiguous([todayIn(instant, "Etc/GMT+12"), written, todayIn(instant, "Etc/GMT-14")]);
}

function readPlainDay(plain: string, options: DayTextOptions): Outcome<Day> | undefined {
  return (
    readYearFirst(plain) ??
    readNumericYearLast(plain, options) ??
    readNamedMonth(plain, options) ??
    readShortYear(plain, options)
  );
}

function readYearFirst(plain: string): Outcome<Day> | undefined {
  const match =
    /^(\d{4})[年/.\- ] ?(\d{1,2})[月/.\- ](\d{1,2})日?$/.exec(plain) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  return match ? outcomeOf(days(match[1], match[2], match[3])) : undefined;
}

function readNumericYearLast(plain: string, { order }: DayTextOptions): Outcome<Day> | undefined {
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(plain);
  if (!match) return undefined;
  const [, one, two, year] = match;
  return inOrder({ dmy: days(year, two, one), mdy: days(year, one, two) }, order);
}

function inOrder(
  readings: { dmy: Day[]; mdy: Day[] },
  order: "dmy" | "mdy" | undefined,
): Outcome<Day> | undefined {
  const all = [...new Set([...readings.dmy, ...readings.mdy])];
  if (order === undefined) return outcomeOf(all);
  return outcomeOf(readings[order]) ?? { found: all, code: "unreadable" };
}

function readNamedMonth(plain: string, { year }: DayTextOptions): Outcome<Day> | undefined {
  const dayFirst = /^(\d{1,2})(?:(?:st|nd|rd|th),?| |,)(\d{1,2})月[ ,/-]?(\d{4})?$/.exec(plain);
  const monthFirst = /^(\d{1,2})月(\d{1,2})(?:(?:st|nd|rd|th|日)[ ,-]*(\d{4})?|[ ,-]+(\d{4}))?$/.exec(plain);
  const [date, month] = dayFirst ? [dayFirst[1], dayFirst[2]] : [monthFirst?.[2], monthFirst?.[1]];
  if (date === undefined) return undefined;
  const written = dayFirst?.[3] ?? monthFirst?.[3] ?? monthFirst?.[4];
  const full = written ?? year;
  // 2000 is a leap year, so every day of the calendar exists in it.
  if (full === undefined) return days(2000, month, date).length > 0 ? noYear : undefined;
  return outcomeOf(days(full, month, date));
}

/** 22/12/31, 30 Sep 26, 111.06.30: which century, and which calendar, is not ours to guess. */
function readShortYear(plain: string, { order }: DayTextOptions): Outcome<Day> | undefined {
  const first = /^(\d{2,3})(?:年(?=.*月)|[/.\- ](?!.*月))(\d{1,2})[月/.\- ](\d{1,2})日?$/.exec(plain);
  const last = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2})$/.exec(plain);
  const named = /^(\d{1,2})(?:(?:st|nd|rd|th),?| |,)(\d{1,2})月[ ,/'’-]*(\d{2})$/.exec(plain);
  const american = /^(\d{1,2})月(\d{1,2})(?:st|nd|rd|th)?[ ,'’-]+(\d{2})$/.exec(plain);
  const readings: Day[] = [];
  for (const year of shortYears(first?.[1])) readings.push(...days(year, first?.[2], first?.[3]));
  for (const year of shortYears(last?.[3])) {
    if (order !== "mdy") readings.push(...days(year, last?.[2], last?.[1]));
    if (order !== "dmy") readings.push(...days(year, last?.[1], last?.[2]));
  }
  for (const year of shortYears(named?.[3])) readings.push(...days(year, named?.[2], named?.[1]));
  for (const year of shortYears(american?.[3])) readings.push(...days(year, american?.[1], american?.[2]));
  return ambiguous(readings);
}

function shortYears(text: string | undefined): number[] {
  return text === undefined ? [] : yearCandidates(Number(text));
}

/** 6月上旬 ends on the 10th, 中旬 on the 20th, 下旬 with the month. */
function readTenDays(plain: string, options: DayTextOptions): Outcome<Day> | undefined {
  const match = /^(.*\d月)(上|中|下)旬$/.exec(plain);
  if (!match) return undefined;
  const month = readPeriod(match[1] ?? "", options);
  if (!month.ok) return month.error.code === "no-year" ? noYear : undefined;
  const first = firstDay(month.period);
  return { found: [match[2] === "下" ? lastDay(month.period) : addDays(first, match[2] === "上" ? 9 : 19)] };
}

type Numeral = string | number | undefined;

function days(year: Numeral, month: Numeral, date: Numeral): Day[] {
  const found = dayIfReal({ year: Number(year), month: Number(month), date: Number(date) });
  return found === undefined ? [] : [found];
}
