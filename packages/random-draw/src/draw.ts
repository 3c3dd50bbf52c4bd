// The draw: from plan, frames and seed to those who are picked, those who take their place, and who inspects them.

import { byBytes } from "./bytes.ts";
import { type FrameEntry } from "./frame.ts";
import { inspectorsFor } from "./inspectors.ts";
import { planDigest, type Plan } from "./plan.ts";
import { checkPlan, type Frames } from "./plan-check.ts";
import type { DrawRefusal, ReplacementRefusal, SeedRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";
import { checkSeed, seedOf, type SeedRecord } from "./seed.ts";
import { hex, list, one, readJson, record, type Shape, text } from "./shape.ts";
import { inTicketOrder, type Ticket, ticketOf } from "./tickets.ts";

export const RESULT = "yinuo/draw-result/v1";

/** One who was drawn and cannot be looked at, or an inspector who cannot go to `subject`. In the order decided. */
export type Replacement = { readonly id: string; readonly subject?: string; readonly reason: string };

export type Replaced = Replacement & { readonly by: string };

export type Assignment = { readonly subject: string; readonly inspectors: readonly string[] };

export type DrawResult = {
  readonly v: typeof RESULT;
  /** The plan's digest, and the leaf hash of its entry in the log. */
  readonly plan: string;
  readonly leaf: string;
  readonly seed: string;
  /** As drawn, stratum by stratum in the order of the tickets. Replacing somebody leaves this as it was. */
  readonly picks: readonly Ticket[];
  readonly replaced: readonly Replaced[];
  /** Who inspects those who stand in the end; empty where inspectors are not drawn. */
  readonly assigned: readonly Assignment[];
};

export const runDraw = (
  files: { readonly plan: Plan; readonly frames: Frames; readonly seed: SeedRecord },
  replacements: readonly Replacement[] = [],
): Result<DrawResult, DrawRefusal> => {
  const { plan, frames, seed } = files;
  const sound = checkPlan(plan, frames);
  if (!sound.ok) return sound;
  const checked = checkSeed(plan, seed);
  if (!checked.ok) return checked;
  const digits = seedOf(seed);
  const tickets = ticketsOf(frames.subjects.entries, digits);
  const picks = picksOf(plan, tickets);
  const round = begin({ plan, frames, seed: digits }, tickets, picks);
  const replaced: Replaced[] = [];
  for (const { id, subject, reason } of replacements) {
    const one = { id, ...(subject === undefined ? {} : { subject }), reason };
    const by = one.subject === undefined ? replaceSubject(round, one) : replaceInspector(round, one);
    if (!by.ok) return by;
    replaced.push({ ...one, by: by.value });
  }
  const assigned = [...round.assigned].map(([subject, inspectors]) => ({ subject, inspectors }));
  const names = { plan: planDigest(plan), leaf: seed.leaf, seed: digits };
  return made({ v: RESULT, ...names, picks, replaced, assigned });
};

/** Every ticket of a frame, stratum by stratum, smallest first: what a reader looks through. */
export const ticketsOf = (entries: readonly FrameEntry[], seed: string): readonly Ticket[] => {
  const tickets = entries.map(({ stratum, id }) => ({ stratum, id, ticket: ticketOf(seed, stratum, id) }));
  return inTicketOrder(tickets).toSorted((one, other) => byBytes(one.stratum, other.stratum));
};

const picksOf = ({ strata }: Plan, tickets: readonly Ticket[]): readonly Ticket[] =>
  strata.flatMap(({ id, draw }) => tickets.filter(({ stratum }) => stratum === id).slice(0, draw));

type Round = {
  readonly plan: Plan;
  readonly frames: Frames;
  readonly seed: string;
  /** Who stands now, and who takes the next place in each stratum. */
  readonly standing: Set<string>;
  readonly waiting: Map<string, Ticket[]>;
  readonly assigned: Map<string, readonly string[]>;
  /** Who was given a subject, and how often; a place that was given up still counts. */
  readonly given: Map<string, number>;
  readonly gaveUp: Map<string, Set<string>>;
};

type Drawing = Pick<Round, "plan" | "frames" | "seed">;

const begin = (drawing: Drawing, tickets: readonly Ticket[], picks: readonly Ticket[]): Round => {
  const standing = new Set(picks.map(({ id }) => id));
  const left = tickets.filter(({ id }) => !standing.has(id));
  const round: Round = {
    ...drawing,
    standing,
    waiting: Map.groupBy(left, ({ stratum }) => stratum),
    assigned: new Map(),
    given: new Map(),
    gaveUp: new Map(),
  };
  for (const { id } of picks) assign(round, id);
  return round;
};

const assign = (round: Round, subject: string): void => {
  const { inspectors } = round.plan;
  if (inspectors === undefined) return;
  const chosen = candidates(round, subject).slice(0, inspectors.each);
  for (const id of chosen) round.given.set(id, (round.given.get(id) ?? 0) + 1);
  round.assigned.set(subject, chosen);
};

const candidates = ({ plan, frames, seed, given, gaveUp }: Round, subject: string): readonly string[] => {
  const entry = frames.subjects.entries.find(({ id }) => id === subject);
  if (entry === undefined) return [];
  const inspectors = frames.inspectors?.entries ?? [];
  const recused = plan.inspectors?.recused ?? [];
  return inspectorsFor({ seed, inspectors, recused, given }, entry).filter(
    (id) => gaveUp.get(subject)?.has(id) !== true,
  );
};

const replaceSubject = (round: Round, { id, reason }: Replacement): Result<string, ReplacementRefusal> => {
  if (reason.trim() === "") return refuse({ code: "replacementReasonMissing", id });
  const stratum = round.frames.subjects.entries.find((entry) => entry.id === id)?.stratum;
  if (stratum === undefined || !round.standing.has(id)) return refuse({ code: "replacedNotDrawn", id });
  const next = round.waiting.get(stratum)?.shift();
  if (next === undefined) return refuse({ code: "nobodyLeft", id });
  round.standing.delete(id);
  round.standing.add(next.id);
  round.assigned.delete(id);
  assign(round, next.id);
  return made(next.id);
};

const replaceInspector = (round: Round, one: Replacement): Result<string, ReplacementRefusal> => {
  const { id, subject = "", reason } = one;
  if (reason.trim() === "") return refuse({ code: "replacementReasonMissing", id });
  const now = round.assigned.get(subject);
  if (now?.includes(id) !== true) return refuse({ code: "replacedNotDrawn", id });
  round.gaveUp.set(subject, (round.gaveUp.get(subject) ?? new Set()).add(id));
  const next = candidates(round, subject).find((other) => !now.includes(other));
  if (next === undefined) return refuse({ code: "nobodyLeft", id });
  round.given.set(next, (round.given.get(next) ?? 0) + 1);
  round.assigned.set(
    subject,
    now.map((other) => (other === id ? next : other)),
  );
  return made(next);
};

/** Who is to be looked at in the end. */
export const standingOf = ({ picks, replaced }: DrawResult): readonly string[] => {
  const standing = picks.map(({ id }) => id);
  for (const { id, by, subject } of replaced) if (subject === undefined) standing[standing.indexOf(id)] = by;
  return standing;
};

const ticket = record<Ticket>({ stratum: text, id: text, ticket: hex(64) });
const replaced = record<Replaced>({ id: text, subject: text, reason: text, by: text }, ["subject"]);
const replacements: Shape<readonly Replacement[]> = list(
  record<Replacement>({ id: text, subject: text, reason: text }, ["subject"]),
);

const result: Shape<DrawResult> = record<DrawResult>({
  v: one(RESULT),
  plan: hex(64),
  leaf: hex(64),
  seed: hex(64),
  picks: list(ticket),
  replaced: list(replaced),
  assigned: list(record({ subject: text, inspectors: list(text) })),
});

export const readResult = (json: string): Result<DrawResult, SeedRefusal> => {
  const read = readJson(json, result);
  return read.ok ? read : refuse({ code: "fileUnlike", file: "result", at: read.error });
};

export const readReplacements = (json: string): Result<readonly Replacement[], SeedRefusal> => {
  const read = readJson(json, replacements);
  return read.ok ? read : refuse({ code: "fileUnlike", file: "replacements", at: read.error });
};

/** For `count` of a draw: how many were drawn, and out of how many. */
export const sizesOf = ({ strata }: Plan): { readonly drawn: number; readonly size: number } => ({
  drawn: strata.reduce((sum, { draw }) => sum + draw, 0),
  size: strata.reduce((sum, { size }) => sum + size, 0),
});
