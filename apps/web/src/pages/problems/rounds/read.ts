// A month's round beside that of the month before, read from the history; and which months there are.

import { countRound, roundOf, type Round, type RoundEntry, type RoundMeasure } from "@yinuo/core";
import { firstDay, isOver, kindOf, lastDay, next, parsePeriod, periodOf, previous } from "@yinuo/period";
import type { Day, Period } from "@yinuo/period";
import { problemStories } from "@yinuo/store";
import type { Ctx } from "../../../site.ts";

export type RoundCounts = Readonly<Record<RoundMeasure, number>>;

export type MonthRound = {
  readonly month: Period;
  readonly over: boolean;
  /** The last day that was looked at. */
  readonly asOf: Day;
  readonly round: Round;
  readonly now: RoundCounts;
  readonly before: RoundCounts;
  /** Bodies with anything to tell in either month, in the order of their codes. */
  readonly bodies: readonly {
    readonly body: string;
    readonly now: RoundCounts;
    readonly before: RoundCounts;
  }[];
  readonly earlier?: Period | undefined;
  readonly later?: Period | undefined;
};

const entriesOf = (c: Ctx): Promise<readonly RoundEntry[]> =>
  problemStories(c.get("deps").store.db, { timeZone: c.get("jurisdiction").timeZone });

/** From the month of the first problem to this one, the latest first. */
const monthsOf = (entries: readonly RoundEntry[], today: Day): readonly Period[] => {
  const first = entries.map(({ on }) => on).reduce((a, b) => (a < b ? a : b), today);
  if (entries.length === 0) return [];
  const found: Period[] = [];
  let month: Period | undefined = periodOf(today, "month");
  while (month !== undefined && lastDay(month) >= first) {
    found.push(month);
    month = previous(month);
  }
  return found;
};

export const readMonths = async (c: Ctx) => {
  const [entries, today] = [await entriesOf(c), c.get("today")];
  return {
    months: monthsOf(entries, today),
    countsOf: (month: Period) => countRound(roundOf(entries, { month, today })),
  };
};

/** Undefined for what is no month, or none of which there is anything to tell. */
export const readRound = async (c: Ctx): Promise<MonthRound | undefined> => {
  const month = parsePeriod(c.req.param("month") ?? "");
  if (month === undefined || kindOf(month) !== "month") return undefined;
  const [entries, today] = [await entriesOf(c), c.get("today")];
  const months = monthsOf(entries, today);
  if (!months.includes(month)) return undefined;
  const round = roundOf(entries, { month, today });
  const last = previous(month);
  const before =
    last === undefined ? roundOf([], { month, today }) : roundOf(entries, { month: last, today });
  const over = isOver(month, today);
  const later = next(month);
  return {
    month,
    over,
    asOf: over ? lastDay(month) : today,
    round,
    now: countRound(round),
    before: countRound(before),
    bodies: ownersIn([round, before]).map((body) => ({
      body,
      now: countRound(round, body),
      before: countRound(before, body),
    })),
    earlier: months.find((one) => one === last),
    later: later !== undefined && firstDay(later) <= today ? later : undefined,
  };
};

const ownersIn = (rounds: readonly Round[]): readonly string[] => {
  const items = rounds.flatMap((round) => Object.values(round)).flat();
  return [...new Set<string>(items.map(({ owner }) => owner))].toSorted();
};
