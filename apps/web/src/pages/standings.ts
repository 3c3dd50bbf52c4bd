// How the standings computed in core are shown: which shape and word each has, and in which order.

import { STANDINGS, type Standing } from "@yinuo/core";
import type { Share, StatusKind } from "../parts/index.ts";

export type StandingName = Standing["is"];

export const MARK_OF: Readonly<Record<StandingName, StatusKind>> = {
  draft: "draft",
  withdrawn: "withdrawn",
  kept: "kept",
  partlyKept: "partly",
  notKept: "not",
  cannotBeVerified: "unverifiable",
  declared: "declared",
  overdue: "overdue",
  notStarted: "not-started",
  silent: "silent",
  underway: "underway",
};

/** From what another body confirmed, over what is claimed and under way, to what went wrong or fell silent. */
export const SHOWN: readonly StandingName[] = [
  "kept",
  "partlyKept",
  "declared",
  "underway",
  "notStarted",
  "silent",
  "overdue",
  "notKept",
  "cannotBeVerified",
  "withdrawn",
];

/** Reads a standing from an address; drafts have none that the public could ask for. */
export const readStanding = (text: string | undefined): StandingName | undefined =>
  STANDINGS.find((name) => name === text && name !== "draft");

export type Counts = Readonly<Partial<Record<StandingName, number>>>;

export const sharesOf = (counts: Counts): Share[] =>
  SHOWN.map((name) => ({ kind: MARK_OF[name], count: counts[name] ?? 0 }));

export const totalOf = (counts: Counts): number =>
  SHOWN.reduce((total, name) => total + (counts[name] ?? 0), 0);

/** Days are said only where they tell how late or how long silent something is. */
export const daysShown = ({ is, days }: Standing): number | undefined =>
  is === "overdue" || is === "silent" ? days : undefined;
