// Who inspects what: the same tickets, never one's own body, and nobody twice before everybody was asked once.

import { INSPECTORS, type FrameEntry } from "./frame.ts";
import type { Recusal } from "./plan.ts";
import { inTicketOrder, ticketOf } from "./tickets.ts";

export const isRecused = (
  recused: readonly Recusal[],
  inspector: FrameEntry,
  { id, bodies }: FrameEntry,
): boolean =>
  inspector.bodies.some((body) => bodies.includes(body)) ||
  recused.some((one) => one.inspector === inspector.id && (one.subject ?? id) === id);

type Choice = {
  readonly seed: string;
  readonly inspectors: readonly FrameEntry[];
  readonly recused: readonly Recusal[];
  /** How many subjects each has been given so far. */
  readonly given: ReadonlyMap<string, number>;
};

/**
 * Those who may inspect a subject, best first: who has been given the fewest, then the smallest ticket. The tickets
 * are the subject's own, so that nobody can tell from one subject who goes to the next.
 */
export const inspectorsFor = (choice: Choice, subject: FrameEntry): readonly string[] => {
  const { seed, inspectors, recused, given } = choice;
  const allowed = inspectors.filter((inspector) => !isRecused(recused, inspector, subject));
  const tickets = allowed.map(({ id }) => ({
    id,
    ticket: ticketOf(seed, `${INSPECTORS}${subject.id}`, id),
  }));
  return inTicketOrder(tickets)
    .map(({ id }) => id)
    .toSorted((one, other) => (given.get(one) ?? 0) - (given.get(other) ?? 0));
};
