// Resident identity numbers: 18 characters with a checksum (GB 11643-1999), and the 15 digits used before.

import type { Candidate, NumberReader } from "./candidate.ts";
import { gap, idWord, isCalledCode, isFigure, lettersBeside, textBefore } from "./surroundings.ts";

const eighteen = new RegExp(`\\d(?:${gap}\\d){16}${gap}[\\dXx](?!\\d)`, "y");
const fifteen = new RegExp(`\\d{6}${gap}\\d{6}${gap}\\d{3}(?!\\d)`, "y");

export const residentId: NumberReader = (text, start) => modern(text, start) ?? old(text, start);

function modern(text: string, start: number): Candidate | undefined {
  eighteen.lastIndex = start;
  const written = eighteen.exec(text)?.[0];
  if (written === undefined) return undefined;
  const number = bare(written);
  if (!/^[1-9]/.test(number)) return undefined;
  const end = start + written.length;
  const found = (certainty: Candidate["certainty"]): Candidate => ({
    kind: "residentId",
    start,
    end,
    certainty,
  });
  if (isPersonal(number) && isEvenlySpaced(written)) return found("certain");
  // A slip of the pen in somebody's number leaves it somebody's number.
  return idWord.test(textBefore(text, start)) && isEvenlySpaced(written) ? found("likely") : undefined;
}

/** No checksum: about one in a hundred numbers of 15 digits would pass, so the words beside it decide. */
function old(text: string, start: number): Candidate | undefined {
  fifteen.lastIndex = start;
  const written = fifteen.exec(text)?.[0];
  if (written === undefined) return undefined;
  const number = bare(written);
  const end = start + written.length;
  if (!isRegion(number) || !isDay(`19${number.slice(6, 12)}`)) return undefined;
  if (idWord.test(textBefore(text, start))) return { kind: "residentId", start, end, certainty: "certain" };
  const isSomethingElse =
    isCalledCode(text, start) ||
    isFigure(text, { start, end }) ||
    lettersBeside(text, { start, end }) !== "none" ||
    /\d[ .-]$/.test(textBefore(text, start));
  return isSomethingElse ? undefined : { kind: "residentId", start, end, certainty: "likely" };
}

/** A row of figures mixes its separators: 301.30 5630.86. */
const isEvenlySpaced = (written: string): boolean =>
  new Set(written.match(/[^\dXx]+/g)?.map((each) => each.trim())).size <= 1;

const bare = (written: string): string => written.replace(/[^\dXx]/g, "").toUpperCase();

/**
 * The first two digits of GB/T 2260 codes, 81 to 83 for residents from Hong Kong, Macao and Taiwan, and 9 with the
 * province for foreign permanent residents (card of 2023).
 */
const province = /^9?(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const isRegion = (number: string): boolean => province.test(number);

/** A day of the 20th or 21st century; nothing here knows today. */
function isDay(yyyymmdd: string): boolean {
  const [year, month, date] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || date < 1) return false;
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const isPersonal = (number: string): boolean =>
  isRegion(number) && isDay(number.slice(6, 14)) && checkCharacter(number) === number[17];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999 annex A, which is ISO 7064 MOD 11-2. */
function checkCharacter(number: string): string | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return "10X98765432"[sum % 11];
}
