// Periods and days for the whole project: nothing here reads the clock, and nothing depends on the process time zone.
export { addDays, compareDays, day, dayIfReal, dayParts, daysBetween, daysInMonth } from "./days.ts";
export { formatDay, formatMonthDay, parseDay, todayIn } from "./days.ts";
export type { Day, DayParts, Language } from "./days.ts";
export { dayFromSerial, serialFromDay } from "./serials.ts";
export type { DateSystem } from "./serials.ts";
export { readDay } from "./day-text.ts";
export type { DayPrecision, DayReading, DayTextOptions } from "./day-text.ts";
export { firstDay, kindOf, lastDay, parsePeriod } from "./period.ts";
export type { Frequency, Period, PeriodKind } from "./period.ts";
export { readPeriod } from "./period-text.ts";
export type { PeriodReading, PeriodTextOptions } from "./period-text.ts";
export type { ReadingRefusal } from "./reading.ts";
export { formatPeriod } from "./period-format.ts";
export {
  comparePeriods,
  containing,
  contains,
  cumulativeTo,
  fiscalYear,
  isFromJanuary,
  isOver,
} from "./algebra.ts";
export {
  lastQuarter,
  latestOver,
  months,
  next,
  partsBy,
  periodFromTo,
  periodOf,
  previous,
} from "./algebra.ts";
export { yearBefore, yearOf } from "./algebra.ts";
