// When a round of the drand beacon comes out.

/** quicknet: genesis 2023-08-23T15:09:27Z, a round every three seconds. */
const GENESIS = 1_692_803_367;
const PERIOD = 3;

/** Seconds since 1970. */
export const timeOfRound = (round: number): number => GENESIS + (round - 1) * PERIOD;

/** The first round that comes out at or after an instant. */
export const firstRoundFrom = (at: string): number =>
  Math.max(1, Math.ceil((Date.parse(at) / 1000 - GENESIS) / PERIOD) + 1);
