// What people type into a form or a cell, read as a day, period, number or choice, or refused with the field's name.

import {
  parsePeriod,
  readDay,
  readPeriod,
  type Day,
  type DayTextOptions,
  type Period,
  type PeriodTextOptions,
} from "@yinuo/period";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** Nothing typed is `undefined`. Refuses: dayUnreadable, dayAmbiguous. */
export const typedDay = (
  field: string,
  text: string,
  options: DayTextOptions = {},
): Result<Day | undefined, Refusal> => {
  const typed = text.trim();
  if (typed === "") return ok(undefined);
  const read = readDay(typed, options);
  if (read.ok) return ok(read.day);
  const { code, candidates } = read.error;
  return code === "ambiguous"
    ? refuse({ code: "dayAmbiguous", field, typed, candidates })
    : refuse({ code: "dayUnreadable", field, typed });
};

/** Nothing typed is `undefined`; a canonical spelling is always itself. Refuses: periodUnreadable, periodAmbiguous. */
export const typedPeriod = (
  field: string,
  text: string,
  options: PeriodTextOptions = {},
): Result<Period | undefined, Refusal> => {
  const typed = text.trim();
  if (typed === "") return ok(undefined);
  const canonical = parsePeriod(typed);
  if (canonical !== undefined) return ok(canonical);
  const read = readPeriod(typed, options);
  if (read.ok) return ok(read.period);
  const { code, candidates } = read.error;
  return code === "ambiguous"
    ? refuse({ code: "periodAmbiguous", field, typed, candidates })
    : refuse({ code: "periodUnreadable", field, typed });
};

/** One of a fixed list of words, exactly; nothing typed is `undefined`. Refuses: choiceUnknown. */
export const typedChoice = <const Choice extends string>(
  field: string,
  choices: readonly Choice[],
  text: string,
): Result<Choice | undefined, Refusal> => {
  const typed = text.trim();
  if (typed === "") return ok(undefined);
  const choice = choices.find((one) => one === typed);
  return choice === undefined ? refuse({ code: "choiceUnknown", field, typed }) : ok(choice);
};

/** Digits of either width, a decimal point, commas between groups of three. A comma elsewhere is not guessed at. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** Nothing typed is `undefined`. Refuses: numberUnreadable. */
export const typedNumber = (field: string, text: string): Result<number | undefined, Refusal> => {
  const typed = text.trim();
  if (typed === "") return ok(undefined);
  const plain = typed.normalize("NFKC").replace("\u2212", "-").replaceAll(/\s/g, "");
  return NUMBER.test(plain)
    ? ok(Number(plain.replaceAll(",", "")))
    : refuse({ code: "numberUnreadable", field, typed });
};
