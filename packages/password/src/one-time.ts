// A password made for somebody else: read out once, typed once, replaced at the first sign-in.

/** Without letters that look like another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** `random(below)` gives a whole number from 0; it must not be guessable. Four groups are 79 bits, three 59. */
export const oneTimePassword = (random: (below: number) => number, groups = 4): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => LETTERS[random(LETTERS.length)]).join(""),
  ).join("-");

/** Long enough for a letter and a week-end. */
export const oneTimeUntil = (now: Date): Date => new Date(now.getTime() + 7 * 24 * 3600_000);
