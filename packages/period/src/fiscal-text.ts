// Reads fiscal-year labels (2017-18, 2017/18, FY2017-18, Q3 2017-18) and says where they could also be a month or two years.
import { monthNumber } from "./period.ts";
import type { Span } from "./period.ts";
import { ambiguous, outcomeOf } from "./reading.ts";
import type { Outcome } from "./reading.ts";

export interface FiscalOptions {
  /** Whether labels such as 2011-12 are fiscal years; left out, those with two readings are refused as ambiguous. */
  readonly fiscal?: boolean | undefined;
  /** The month a fiscal year begins, 1 to 12; 4 (April) if left out. */
  readonly fiscalStart?: number | undefined;
  /** Whether FY2017 is named after the year it begins or ends in; left out, it is refused as ambiguous. */
  readonly fiscalNamedBy?: "start" | "end" | undefined;
}

/** Undefined where the text has no fiscal reading. */
export function readFiscal(plain: string, options: FiscalOptions): Outcome<Span> | undefined {
  return readFiscalPart(plain, options) ?? readTwoYears(plain, options) ?? readOneYear(plain, options);
}

// A quarter or half of "2011-12" can only be of a fiscal year: a month has none.
function readFiscalPart(plain: string, options: FiscalOptions): Outcome<Span> | undefined {
  const part = "(?:第([1-4])季度|([上下])半年)";
  const before = new RegExp(`^${part}[ ,/-]*(fy.*|\\d{4}[-/]\\d{2,4}年?)$`).exec(plain);
  const after = new RegExp(`^(fy.*?|\\d{4}[-/](?:\\d{4}|\\d{2})年?)[ ,/-]*${part}$`).exec(plain);
  const label = before?.[3] ?? after?.[1];
  if (label === undefined) return undefined;
  const quarter = before?.[1] ?? after?.[2];
  const half = before?.[2] ?? after?.[3];
  const certain = { ...options, fiscal: true };
  const whole = readTwoYears(label, certain) ?? readOneYear(label, certain);
  const size = quarter ? 3 : 6;
  const offset = quarter ? (Number(quarter) - 1) * 3 : half === "上" ? 0 : 6;
  return (
    whole && {
      ...whole,
      found: whole.found.map(({ first }) => ({ first: first + offset, last: first + offset + size - 1 })),
    }
  );
}

function readTwoYears(plain: string, options: FiscalOptions): Outcome<Span> | undefined {
  const match = /^(fy ?)?(\d{4})[-/](\d{2}|\d{4})(年?)$/.exec(plain);
  if (!match) return undefined;
  const [, marked, from, to = "", suffix] = match;
  const start = Number(from);
  if (Number(to) !== (to.length === 2 ? (start + 1) % 100 : start + 1)) return undefined;
  const fiscal = yearFrom(start, options);
  // "2011-12年度" is no month, "2017—2018年" are two years.
  if (marked || options.fiscal === true || (suffix && to.length === 2)) return { found: [fiscal] };
  const other = otherReading(start, to);
  if (other && (suffix || options.fiscal === false)) return { found: [other] };
  if (options.fiscal === false) return { found: [fiscal], code: "unreadable" };
  return outcomeOf(other ? [other, fiscal] : [fiscal]);
}

/** 2011-12 as December 2011, 2017-2018 as two calendar years; 2017-18 has no other reading. */
function otherReading(start: number, to: string): Span | undefined {
  if (to.length === 4) return { first: monthNumber(start, 1), last: monthNumber(start + 1, 12) };
  const month = Number(to);
  if (month < 1 || month > 12) return undefined;
  return { first: monthNumber(start, month), last: monthNumber(start, month) };
}

function readOneYear(plain: string, options: FiscalOptions): Outcome<Span> | undefined {
  const match = /^fy ?'?(\d{4}|\d{2})(?:[-/](\d{2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, year = "", second] = match;
  if (year.length === 4 && second !== undefined) return undefined;
  const named = year.length === 4 ? Number(year) : 2000 + Number(year);
  if (second !== undefined) {
    return Number(second) === (named + 1) % 100 ? ambiguous([yearFrom(named, options)]) : undefined;
  }
  const byEnd = startMonthOf(options) === 1 ? named : named - 1;
  const starts = { start: [named], end: [byEnd], unsaid: [...new Set([byEnd, named])] }[
    options.fiscalNamedBy ?? "unsaid"
  ];
  const found = starts.map((start) => yearFrom(start, options));
  return year.length === 2 ? ambiguous(found) : outcomeOf(found);
}

function yearFrom(year: number, options: FiscalOptions): Span {
  const first = monthNumber(year, startMonthOf(options));
  return { first, last: first + 11 };
}

function startMonthOf({ fiscalStart }: FiscalOptions): number {
  return fiscalStart ?? 4;
}
