// Numbers that look right and belong to nobody: regions that are a whole province, carriers' blocks that are all zeros.

import fc from "fast-check";
import { findPersonalData } from "@yinuo/personal-data";

export const seed = 20260930;

/** "kind certainty text" of every find, in order. */
export const found = (text: string): readonly string[] =>
  findPersonalData(text).map(({ kind, certainty, text }) => `${kind} ${certainty} ${text}`);

/** Computed the long way round, from the definition (ISO 7064: the sum of weights 2^i is 1 modulo 11), not the table in src. */
export function withCheckCharacter(seventeen: string): string {
  for (const last of "0123456789X") {
    const values = [...seventeen, last].map((digit) => (digit === "X" ? 10 : Number(digit)));
    const sum = values.reduce((total, value, place) => (total + value * 2 ** (17 - place)) % 11, 0);
    if (sum === 1) return seventeen + last;
  }
  throw new Error(`no check character for ${seventeen}`);
}

export function withLuhnDigit(digits: string): string {
  let sum = 0;
  for (const [place, digit] of [...digits].toReversed().entries())
    sum += place % 2 === 0 ? Number("0246813579"[Number(digit)]) : Number(digit);
  return digits + String((10 - (sum % 10)) % 10);
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, "0"));

const birthday = fc
  .date({ min: new Date("1920-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));

/** No person's number begins with a province's own code: 440000. */
const province = fc.constantFrom(
  "11",
  "15",
  "21",
  "31",
  "37",
  "44",
  "46",
  "50",
  "54",
  "62",
  "65",
  "71",
  "81",
  "83",
);

export const anyResidentId = fc
  .tuple(province, birthday, digits(3))
  .map(([region, born, serial]) => withCheckCharacter(`${region}0000${born}${serial}`));

export const anyMobile = fc
  .tuple(fc.constantFrom("130", "138", "145", "150", "166", "175", "188", "191", "199"), digits(4))
  .map(([segment, last]) => `${segment}0000${last}`);

export const anyCard = fc
  .tuple(fc.constantFrom("620000", "629999", "400000", "510000"), digits(9))
  .map(([issuer, account]) => withLuhnDigit(issuer + account));

/** Chinese prose with emoji, letters outside the basic plane and punctuation; no digits and no Latin letters. */
export const anyProse = fc
  .array(fc.constantFrom(..."督查单位台账责任完成时限销号公开承诺𠮷𪚥😀👨‍👩‍👧，。、；：（）“”《》！？—… \n"), {
    maxLength: 30,
  })
  .map((characters) => characters.join(""));
