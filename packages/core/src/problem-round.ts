// The monthly round of problems: what was on the list at the end of a month and what happened in it, told from the history alone.

import { compareDays, firstDay, lastDay, type Day, type Period } from "@yinuo/period";
import type { BodyCode, ProblemCode } from "./codes.ts";
import type { Verb } from "./event.ts";
import { deadlineOf, problemStandingOf, type Problem } from "./problem.ts";

/** In the order of the paper. `open` and `overdue` are counted at the end of the month, the others are what happened in it. */
export const ROUND_MEASURES = ["new", "reopened", "returned", "delisted", "open", "overdue"] as const;
export type RoundMeasure = (typeof ROUND_MEASURES)[number];

/** An entry of the history about a problem, with the fields that changed. */
export type RoundEntry = {
  readonly problem: string;
  readonly verb: Verb;
  /** The day it counts: see `countedOn`. */
  readonly on: Day;
  readonly old: Readonly<Record<string, unknown>>;
  readonly new: Readonly<Record<string, unknown>>;
};

/** A problem as it was then; the fields a round is about. */
export type RoundProblem = Pick<
  Problem,
  | "title"
  | "titleEn"
  | "place"
  | "owner"
  | "openedOn"
  | "due"
  | "firstDue"
  | "stage"
  | "listing"
  | "lookBackDue"
> & { readonly code: ProblemCode };

/** `on`: the day it happened, of what is counted at the end the deadline. */
export type RoundItem = { readonly problem: RoundProblem; readonly owner: BodyCode; readonly on: Day };
export type Round = Readonly<Record<RoundMeasure, readonly RoundItem[]>>;

/** Hours after the first entry of a ledger in which its past is written down. */
export const PAST_WRITTEN_WITHIN_HOURS = 24;

/**
 * The day an entry counts in a round: the day it was recorded, so that nothing written later changes a month that is over.
 * Only what was written down when the ledger began counts on the day it happened.
 */
export const countedOn = (entry: {
  readonly happenedOn: Day;
  readonly recordedOn: Day;
  readonly hoursAfterFirst: number;
}): Day => (entry.hoursAfterFirst < PAST_WRITTEN_WITHIN_HOURS ? entry.happenedOn : entry.recordedOn);

/** `entries` of all problems, the oldest first. `today`: the last day that is looked at, for a month that is not over. */
export const roundOf = (
  entries: readonly RoundEntry[],
  { month, today }: { readonly month: Period; readonly today: Day },
): Round => {
  const [from, over] = [firstDay(month), lastDay(month)];
  const to = compareDays(today, over) < 0 ? today : over;
  const stories = [...Map.groupBy(entries, ({ problem }) => problem).values()].map((story) =>
    storyOf(story, { from, to }),
  );
  const pick = (measure: RoundMeasure): readonly RoundItem[] =>
    stories.flatMap((story) => story[measure]).toSorted(inOrder);
  return {
    new: pick("new"),
    reopened: pick("reopened"),
    returned: pick("returned"),
    delisted: pick("delisted"),
    open: pick("open"),
    overdue: pick("overdue"),
  };
};

const inOrder = (a: RoundItem, b: RoundItem): number =>
  compareDays(a.on, b.on) || (a.problem.code < b.problem.code ? -1 : 1);

const HAPPENED: Partial<Record<Verb, RoundMeasure>> = {
  "problem.opened": "new",
  "problem.reopened": "reopened",
  "problem.returned": "returned",
  "problem.delisted": "delisted",
};

/** Of one problem. Its entries never count before those written down earlier. */
const storyOf = (
  entries: readonly RoundEntry[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Round => {
  const found: Record<RoundMeasure, RoundItem[]> = {
    new: [],
    reopened: [],
    returned: [],
    delisted: [],
    open: [],
    overdue: [],
  };
  let state: Readonly<Record<string, unknown>> = {};
  let latest: Day | undefined;
  for (const entry of entries) {
    const on = latest !== undefined && compareDays(latest, entry.on) > 0 ? latest : entry.on;
    if (compareDays(on, to) > 0) break;
    latest = on;
    state = after(state, entry);
    const measure = HAPPENED[entry.verb];
    if (measure !== undefined && compareDays(on, from) >= 0) found[measure].push(itemOf(state, on));
  }
  if (latest === undefined || state["stage"] === "delisted") return found;
  const item = itemOf(state, deadlineOf(state as unknown as RoundProblem));
  found.open.push(item);
  if (problemStandingOf(item.problem, to).is === "overdue") found.overdue.push(item);
  return found;
};

const after = (
  state: Readonly<Record<string, unknown>>,
  { old, new: now }: RoundEntry,
): Readonly<Record<string, unknown>> => {
  const kept = Object.entries(state).filter(([name]) => !(name in old));
  return { ...Object.fromEntries(kept), ...now };
};

const itemOf = (state: Readonly<Record<string, unknown>>, on: Day): RoundItem => {
  const problem = state as unknown as RoundProblem;
  return { problem, owner: problem.owner, on };
};

/** How many of each, of one body or of all. */
export const countRound = (round: Round, owner?: string): Readonly<Record<RoundMeasure, number>> => {
  const count = (measure: RoundMeasure): number =>
    round[measure].filter((item) => owner === undefined || item.owner === owner).length;
  return {
    new: count("new"),
    reopened: count("reopened"),
    returned: count("returned"),
    delisted: count("delisted"),
    open: count("open"),
    overdue: count("overdue"),
  };
};
