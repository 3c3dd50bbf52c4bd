// Reads periods as offices write them, in Chinese and English, and refuses what can be read in two ways.
import { readFiscal } from "./fiscal-text.ts";
import type { FiscalOptions } from "./fiscal-text.ts";
import { isPlausibleYear, plainText, yearCandidates } from "./messy-text.ts";
import type { PlainOptions } from "./messy-text.ts";
import { isPossible, monthNumber, periodOfSpan, spanOfText, yearOfMonth } from "./period.ts";
import type { Period, Span } from "./period.ts";
import { ambiguous, noYear, outcomeOf, unreadable } from "./reading.ts";
import type { Outcome, ReadingRefusal } from "./reading.ts";

export interface PeriodTextOptions extends PlainOptions, FiscalOptions {}

export type PeriodReading =
  | { readonly ok: true; readonly period: Period }
  | {
      readonly ok: false;
      readonly error: { readonly code: ReadingRefusal; readonly candidates: readonly Period[] };
    };

/**
 * Reads a period from messy text; README.md lists the forms. Years 1800 to 2199. `2011-12` is ambiguous (December or a
 * fiscal year) unless `fiscal` says which, so read back what was stored or exported with `parsePeriod` instead.
 */
export function readPeriod(text: string, options: PeriodTextOptions = {}): PeriodReading {
  const { found, code } = readSpans(text, options);
  const plausible = found.filter(
    (span) =>
      isPossible(span) && isPlausibleYear(yearOfMonth(span.first)) && isPlausibleYear(yearOfMonth(span.last)),
  );
  const candidates = [...new Set(plausible.map(periodOfSpan))];
  const [period] = candidates;
  if (code === undefined && period !== undefined) return { ok: true, period };
  const refusal =
    code === undefined || (code === "ambiguous" && candidates.length === 0) ? "unreadable" : code;
  return { ok: false, error: { code: refusal, candidates } };
}

function readSpans(text: string, options: PeriodTextOptions): Outcome<Span> {
  const canonical = /^\d{4}-\d{2}$/.test(text.trim()) ? undefined : spanOfText(text.trim());
  if (canonical) return { found: [canonical] };
  const plain = plainText(text, options);
  return (
    readFiscal(plain, options) ?? readPlain(plain, options) ?? readShortYear(plain, options) ?? unreadable
  );
}

function readPlain(plain: string, options: PeriodTextOptions): Outcome<Span> | undefined {
  if (plain === "") return undefined;
  const text = yearFirst(plain);
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    const outcome = match && read(match, options);
    if (outcome) return outcome;
  }
  return undefined;
}

/** "9月2026" and "9/2026" → "2026年9月": English puts the year last. The end of a period (9月末) is read as the period. */
function yearFirst(text: string): string {
  return text
    .replace(/(?<=[年月度])[末底]$/, "")
    .replace(/^(\d{1,2})[/.-](\d{4})$/, "$2年$1月")
    .replace(/^(\d{1,2}月)[ ,/-]?(\d{4})-(\d{1,2}月)[ ,/-]?(\d{4})$/, "$2年$1-$4年$3")
    .replace(new RegExp(`^(${named}(?:-${named})?|ytd ?\\d{1,2}月)[ ,/-]*(\\d{4})年?$`), "$2年$1");
}

const named = "(?:\\d{1,2}月|第[1-4]季度|[上下]半年)";

/** A year of two digits, or of three without 民国: never guessed, the candidates are the readings with each year. */
function readShortYear(plain: string, options: PeriodTextOptions): Outcome<Span> | undefined {
  const leading = /^(\d{2,3})(?:年(.*))?$/.exec(plain);
  const trailing = new RegExp(`^(${named}(?:-${named})?)[ ,/'’-]*(\\d{2})$`).exec(plain);
  const year = leading?.[1] ?? trailing?.[2];
  if (year === undefined) return undefined;
  const rest = leading ? (leading[2] ?? "") : (trailing?.[1] ?? "");
  return ambiguous(
    yearCandidates(Number(year)).flatMap((full) => readPlain(`${full}年${rest}`, options)?.found ?? []),
  );
}

type Rule = readonly [
  RegExp,
  (match: RegExpExecArray, options: PeriodTextOptions) => Outcome<Span> | undefined,
];

const year = "(?:(\\d{4})年?[ /.-]?)?";

const rules: readonly Rule[] = [
  [/^(\d{4})?(?:年?全年|年)?$/, (match, options) => inYear(match[1], options, [1, 12])],
  [
    rule(`${year}(上|下)半年`),
    (match, options) => inYear(match[1], options, match[2] === "上" ? [1, 6] : [7, 12]),
  ],
  [rule(`${year}第([1-4])季度`), (match, options) => inYear(match[1], options, quarters(match[2], match[2]))],
  [rule(`${year}前([1-4])季度`), (match, options) => inYear(match[1], options, quarters(1, match[2]))],
  [
    rule(`${year}第?([1-4])(?:季度)?-第?([1-4])季度(?:累计)?`),
    (match, options) => inYear(match[1], options, quarters(match[2], match[3])),
  ],
  [
    rule(`${year}前(\\d{1,2})月(?:累计)?`),
    (match, options) => inYear(match[1], options, [1, Number(match[2])]),
  ],
  [rule(`${year}ytd ?(\\d{1,2})月`), (match, options) => inYear(match[1], options, [1, Number(match[2])])],
  [
    rule(`${year}(\\d{1,2})月`),
    (match, options) => inYear(match[1], options, [Number(match[2]), Number(match[2])]),
  ],
  [/^(\d{4})[/.-]?(\d{2})$|^(\d{4})[/.-](\d)$/, readNumericMonth],
  [rule(`${year}(\\d{1,2})月累计`), readMonthCalledCumulative],
  [rule(`截${year}(\\d{1,2})月`), readMonthCalledCumulative],
  [rule(`${year}(\\d{1,2})月?-(\\d{1,2})月(累计)?`), readMonthsOfYear],
  [/^(\d{4})[/.](\d{1,2})-(\d{1,2})()$/, readMonthsOfYear],
  [
    /^(\d{4})年?[/.-]?(\d{1,2})月?-(\d{4})年?[/.-]?(\d{1,2})月?$/,
    (match) => fromTo(monthOf(match[1], match[2]), monthOf(match[3], match[4])),
  ],
  [/^(\d{4})年?-(\d{4})年?$/, (match) => fromTo(monthOf(match[1], 1), monthOf(match[2], 12))],
];

// A number cell that held 2026.10 shows "2026.1": January and October look alike once the cell has become text.
function readNumericMonth(match: RegExpExecArray, options: PeriodTextOptions): Outcome<Span> | undefined {
  const [whole, twoYear, twoMonth, oneYear, oneMonth] = match;
  const month = Number(twoMonth ?? oneMonth);
  const january = inYear(twoYear ?? oneYear, options, [month, month]);
  if (!january || !whole.endsWith(".1")) return january;
  return ambiguous([...january.found, ...(inYear(oneYear, options, [10, 10])?.found ?? [])]);
}

// "9月累计" and "截至9月" are written both for September's own figure and for January to September.
function readMonthCalledCumulative(
  match: RegExpExecArray,
  options: PeriodTextOptions,
): Outcome<Span> | undefined {
  const month = Number(match[2]);
  const cumulative = inYear(match[1], options, [1, month]);
  if (!cumulative || cumulative.code || month === 1) return cumulative;
  return ambiguous([...(inYear(match[1], options, [month, month])?.found ?? []), ...cumulative.found]);
}

function readMonthsOfYear(match: RegExpExecArray, options: PeriodTextOptions): Outcome<Span> | undefined {
  const [from, to] = [Number(match[2]), Number(match[3])];
  if (match[4] && from !== 1) return undefined;
  return inYear(match[1], options, [from, to]);
}

function inYear(
  text: string | undefined,
  options: PeriodTextOptions,
  [from, to]: readonly [number, number],
): Outcome<Span> | undefined {
  if (from < 1 || to > 12 || from > to) return undefined;
  const year = text === undefined ? options.year : Number(text);
  if (year === undefined) return noYear;
  return { found: [{ first: monthNumber(year, from), last: monthNumber(year, to) }] };
}

function quarters(from: string | number | undefined, to: string | undefined): readonly [number, number] {
  return [Number(from) * 3 - 2, Number(to) * 3];
}

function monthOf(year: string | undefined, month: string | number | undefined): number | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? monthNumber(Number(year), number) : undefined;
}

function fromTo(first: number | undefined, last: number | undefined): Outcome<Span> | undefined {
  return first === undefined || last === undefined || first > last ? undefined : outcomeOf([{ first, last }]);
}

function rule(source: string): RegExp {
  return new RegExp(`^${source}$`);
}
