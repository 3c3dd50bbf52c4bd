// Draws of others recomputed with the same parts: RFC 3797 (IETF) and consistent_sampler (election audits).

import { md5 } from "@noble/hashes/legacy.js";
import { sha256Hex } from "./bytes.ts";
import { inTicketOrder } from "./tickets.ts";

/** RFC 3797, section 4: places from 1 in the order drawn. The RFC asks for MD5; nothing here is kept secret by it. */
export const rfc3797 = (key: string, names: number, draws: number): readonly number[] => {
  const left = Array.from({ length: names }, (_, index) => index + 1);
  return Array.from({ length: draws }, (_, turn) => {
    const around = new Uint8Array([turn >> 8, turn & 0xff]);
    const digest = md5(Uint8Array.from([...around, ...new TextEncoder().encode(key), ...around]));
    const number = digest.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
    return left.splice(Number(number % BigInt(left.length)), 1)[0] ?? 0;
  });
};

/** R. L. Rivest, consistent_sampler: the first ticket of an id is `0.` and the reversed digits of a SHA-256. */
export const consistentSample = (seed: string, ids: readonly string[], draws: number): readonly string[] => {
  const seedDigest = sha256Hex(seed);
  const tickets = ids.map((id) => ({ id, ticket: `0.${reversedDigits(sha256Hex(seedDigest + id))}` }));
  return inTicketOrder(tickets)
    .slice(0, draws)
    .map(({ id }) => id);
};

const reversedDigits = (hex: string): string => [...BigInt(`0x${hex}`).toString()].toReversed().join("");
