// Dice rolled in the open and typed twice: what was typed is read, compared, and counted.

import type { DiceRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";

export type Dice = {
  /** A ten-sided die shows 0 to 9, a six-sided one 1 to 6; every roll is one digit. */
  readonly sides: 6 | 10;
  readonly rolls: number;
};

/** Twenty rolls of a ten-sided die, as in Colorado Election Rule 25.2.2. */
export const COLORADO_DICE: Dice = { sides: 10, rolls: 20 };

/** Hundredths of a bit per roll, rounded down: log2 of 6 and of 10. */
const CENTIBITS = { 6: 258, 10: 332 } as const;

export const bitsOf = ({ sides, rolls }: Dice): number => Math.floor((CENTIBITS[sides] * rolls) / 100);

export type TypedTwice = {
  readonly first: string;
  readonly second: string;
  /** Added up by a third person, where there is one: finds the same slip made twice. */
  readonly sum?: number;
};

/** The digits in the order rolled. Spaces may group them; full-width digits are read; anything else is named with its place. */
export const readDice = (dice: Dice, { first, second, sum }: TypedTwice): Result<string, DiceRefusal> => {
  const once = readRolls(dice, first);
  if (!once.ok) return once;
  const again = readRolls(dice, second);
  if (!again.ok) return again;
  const differs = [...once.value].findIndex((roll, at) => roll !== again.value[at]);
  if (differs >= 0)
    return refuse({
      code: "rollsDiffer",
      roll: differs + 1,
      first: once.value[differs] ?? "",
      second: again.value[differs] ?? "",
    });
  const added = [...once.value].reduce((total, roll) => total + Number(roll), 0);
  return sum === undefined || sum === added ? once : refuse({ code: "rollSumDiffers", sum: added });
};

export const readRolls = ({ sides, rolls }: Dice, typed: string): Result<string, DiceRefusal> => {
  const marks = [...typed.normalize("NFKC")].filter((mark) => !/\s/.test(mark));
  const shown = sides === 10 ? /^[0-9]$/ : /^[1-6]$/;
  const wrong = marks.findIndex((mark) => !shown.test(mark));
  if (wrong >= 0) return refuse({ code: "rollUnreadable", roll: wrong + 1, typed: marks[wrong] ?? "" });
  if (marks.length < rolls) return refuse({ code: "rollsTooFew", typed: marks.length, wanted: rolls });
  if (marks.length > rolls) return refuse({ code: "rollsTooMany", typed: marks.length, wanted: rolls });
  return made(marks.join(""));
};
