// A day and a time on the jurisdiction's clocks as one moment, and this moment.

import { refuse, type Refusal, type Result } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Ctx } from "../../site.ts";

/** UTC, to the second: as plans write it. */
export const instantNow = (c: Ctx): string => spelled(c.get("deps").now().getTime());

const spelled = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");

/** Full-width signs are read. Refuses: textMissing, choiceUnknown. */
export const instantOf = (day: Day, typed: string, timeZone: string): Result<string, Refusal> => {
  const time = typed.normalize("NFKC").trim();
  if (time === "") return refuse({ code: "textMissing", field: "ceremonyTime" });
  const [, hours = "", minutes = ""] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hours === "" || Number(hours) > 23 || Number(minutes) > 59)
    return refuse({ code: "choiceUnknown", field: "ceremonyTime", typed });
  const wall = Date.parse(`${day}T${hours.padStart(2, "0")}:${minutes}:00Z`);
  // Twice: near a change of the clocks the first guess may have the other offset.
  const guess = wall - offsetAt(wall, timeZone);
  return { ok: true, value: spelled(wall - offsetAt(guess, timeZone)) };
};

/** Milliseconds the clocks of the zone are ahead of UTC. */
const offsetAt = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, ...ALL, hourCycle: "h23" }).formatToParts(at);
  const part = (wanted: string): number => Number(parts.find(({ type }) => type === wanted)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return wall - Math.floor(at / 60_000) * 60_000;
};

const ALL = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
} as const;
