// Places in a programme's time as days: weekdays for what offices do, ends of months for what they promise.

import { addDays, day, dayParts, daysBetween, daysInMonth, type Day } from "@yinuo/period";
import type { At } from "./content/shapes.ts";

export type Timeline = {
  readonly year: number;
  readonly end: Day;
  /** When the programme was made public, in the last days of the year before. */
  readonly published: Day;
  /** The day of something done; never after today. */
  readonly at: (at: At) => Day;
  /** The day something is promised for. */
  readonly dueAt: (at: At) => Day;
  /** A beginning that lies ahead is never today. */
  readonly startAt: (at: At) => Day;
};

/** The year of `today` when `which` is "this", else the year before. */
export const timelineOf = (which: "last" | "this", today: Day): Timeline => {
  const year = dayParts(today).year - (which === "this" ? 0 : 1);
  const published = workday(day(year - 1, 12, 28));
  const [start, end] = [day(year, 1, 1), day(year, 12, 31)];
  const now = which === "this" ? today : end;
  const after = which === "this" ? end : earlier(today, day(year + 1, 4, 10));
  const raw = (at: At): Day => {
    if (at <= 1) return between(published, now, at);
    return at <= 2 ? between(now, after, at - 1) : addDays(after, Math.round((at - 2) * 182));
  };
  const dueAt = (at: At): Day => {
    const wanted = raw(at);
    const { year: y, month, date } = dayParts(wanted);
    const monthEnd = day(y, month, daysInMonth(y, month));
    if (at > 1) return monthEnd;
    // What was due in the past stays there.
    const before = wanted === monthEnd ? wanted : addDays(wanted, -date);
    return before >= start ? before : later(start, wanted);
  };
  return {
    year,
    end,
    published,
    at: (at) => later(published, workday(earlier(raw(at), today))),
    dueAt,
    startAt: (at) => (at > 1 ? later(raw(at), addDays(today, 1)) : later(raw(at), start)),
  };
};

/** The day itself, or the Friday before a Saturday or Sunday. */
export const workday = (wanted: Day): Day => {
  // 1970-01-01 was a Thursday.
  const weekday = (((daysBetween(day(1970, 1, 1), wanted) + 4) % 7) + 7) % 7;
  return addDays(wanted, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
};

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

const between = (from: Day, to: Day, share: number): Day =>
  addDays(from, Math.round(daysBetween(from, to) * share));
