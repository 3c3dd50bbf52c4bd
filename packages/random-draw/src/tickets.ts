// Tickets: the number that decides who is drawn. Anyone with the seed computes the same, in any order, for any part of a frame.

import { byBytes, sha256Hex } from "./bytes.ts";

export type Ticket = { readonly stratum: string; readonly id: string; readonly ticket: string };

/** SHA-256("yinuo/draw/v1\n" ‖ seed ‖ "\n" ‖ stratum ‖ "\n" ‖ id), where the seed is 64 hexadecimal digits. */
export const ticketOf = (seed: string, stratum: string, id: string): string =>
  sha256Hex(`yinuo/draw/v1\n${seed}\n${stratum}\n${id}`);

/** Smallest first; hexadecimal digits sort as their bytes do. Equal tickets, should there ever be any, by id. */
export const inTicketOrder = <T extends { readonly id: string; readonly ticket: string }>(
  tickets: readonly T[],
): readonly T[] =>
  tickets.toSorted((one, other) => {
    if (one.ticket === other.ticket) return byBytes(one.id, other.id);
    return one.ticket < other.ticket ? -1 : 1;
  });
