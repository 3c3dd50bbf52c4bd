// Spreadsheet serial dates to days and back, by counting days only: no process zone, no local midnight (SheetJS 2644).
import { dayFromNumber, dayNumber, day } from "./days.ts";
import type { Day } from "./days.ts";

export interface DateSystem {
  /** The workbook counts from 1904-01-01 (`date1904` in workbookPr, ECMA-376 part 1, 18.2.28). */
  readonly date1904?: boolean | undefined;
}

/**
 * The day of a serial; its fraction, the time of day, is dropped, but a serial within half a second of the next midnight
 * is that midnight, since spreadsheets store times as binary fractions.
 * Undefined: not a number, before the first day, after 9999-12-31, and 60 in the 1900 system, which is the
 * 29 February 1900 that never was.
 */
export function dayFromSerial(serial: number, system: DateSystem = {}): Day | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const whole = Math.floor(serial + halfSecond);
  if (system.date1904 === true)
    return whole + first1904 > lastDayNumber ? undefined : dayFromNumber(whole + first1904);
  if (whole === 0 || whole === phantomLeapDay) return undefined;
  const number = whole + (whole < phantomLeapDay ? beforePhantom : afterPhantom);
  return number > lastDayNumber ? undefined : dayFromNumber(number);
}

/** The serial of a day, or undefined for a day before the system's first. */
export function serialFromDay(day: Day, system: DateSystem = {}): number | undefined {
  const number = dayNumber(day);
  if (system.date1904 === true) return number < first1904 ? undefined : number - first1904;
  const serial = number - afterPhantom;
  if (serial > phantomLeapDay) return serial;
  const early = number - beforePhantom;
  return early < 1 ? undefined : early;
}

const halfSecond = 0.5 / 86_400;
const phantomLeapDay = 60;
const lastDayNumber = dayNumber(day(9999, 12, 31));
const first1904 = dayNumber(day(1904, 1, 1));
// Serial 1 is 1900-01-01 and serial 61 is 1900-03-01: between them one number is spent on the day that never was.
const beforePhantom = dayNumber(day(1900, 1, 1)) - 1;
const afterPhantom = dayNumber(day(1900, 3, 1)) - 61;
