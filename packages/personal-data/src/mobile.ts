// Mobile numbers of the mainland, and foreign numbers written with their country code.

import type { Candidate, NumberReader } from "./candidate.ts";
import { gap, isCalledCode, isFigure, lettersBeside, phoneWord, textBefore } from "./surroundings.ts";

const prefix = `(?:\\(?(?<country>\\+86|0086|86)\\)?[ .-]{0,3}|(?<trunk>0))?`;
const eleven = new RegExp(`${prefix}(?<number>1${gap}[3-9](?:${gap}\\d){9})(?!\\d)`, "y");

/** Segments the ministry has given to carriers (MIIT numbering plan, 2017 edition and later notices). */
const inUse = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;

export const mobile: NumberReader = (text, start) => {
  eleven.lastIndex = start;
  const match = eleven.exec(text);
  const written = match?.groups?.["number"];
  if (match === null || written === undefined) return undefined;
  const end = start + match[0].length;
  const found = (certainty: Candidate["certainty"]): Candidate => ({ kind: "mobile", start, end, certainty });
  const letters = lettersBeside(text, { start, end });
  if (letters === "hash") return undefined;
  const isCalledPhone = phoneWord.test(textBefore(text, start)) || letters === "label";
  const shape = shapeOf(written);
  if (shape === "other" && !isCalledPhone) return undefined;
  if (!isCalledPhone && (isFigure(text, { start, end }) || isAmongFigures(text, { start, end, shape })))
    return undefined;
  const country = match.groups?.["country"];
  const isDoubtful =
    letters === "code" ||
    !inUse.test(written.replace(/\D/g, "")) ||
    match.groups?.["trunk"] !== undefined ||
    country === "86" ||
    isCalledCode(text, start) ||
    (!isCalledPhone && country === undefined && shape !== "whole" && shape !== "dashes");
  return found(isDoubtful ? "likely" : "certain");
};

type Shape = "whole" | "dashes" | "spaces" | "single" | "other";

/** 3-4-4 is how people write it; digit by digit is how forms with boxes come out; the rest needs a word such as 电话. */
function shapeOf(written: string): Shape {
  const groups = written.split(/\D+/).map(({ length }) => length);
  if (groups.length === 1) return "whole";
  if (groups.length === 11) return "single";
  if (!["3,4,4", "7,4", "3,8"].includes(groups.join())) return "other";
  if (written.includes(".")) return groups.length === 3 ? "dashes" : "other";
  return written.includes("-") || written.includes("·") ? "dashes" : "spaces";
}

/** "156 1024 2048 3072" is a row of a table, unless its neighbours are mobile numbers too. */
function isAmongFigures(
  text: string,
  { start, end, shape }: { start: number; end: number; shape: Shape },
): boolean {
  if (shape === "whole" || shape === "dashes") return false;
  const before = textBefore(text, start, 16);
  const after = text.slice(end, end + 16);
  const isAfterNumber = /[\d.%] $/.test(before) && !/(?:1[3-9]\d ?\d{4} ?\d{4}|\n *\d{1,3}) $/.test(before);
  const isBeforeNumber = /^ [\d.]/.test(after) && !/^ 1[3-9]\d ?\d{4} ?\d{4}(?!\d)/.test(after);
  return isAfterNumber || isBeforeNumber;
}

/** ITU-T E.164 country codes, without 86. */
const countryCode =
  "1|7|2[07]|2[1-689]\\d|3[0-469]|3[578]\\d|4[013-9]|42\\d|5[1-8]|5[09]\\d|6[0-6]|6[7-9]\\d|8[124]|80\\d|85\\d|88\\d|9[0-58]|9[679]\\d";
const abroad = new RegExp(
  `(?:\\+(?:${countryCode})|00(?:852|853|886))(?<number>(?:[ -]{0,2}\\(?\\d{1,12}(?!\\d)\\)?){1,5})`,
  "y",
);

/** Always likely: there is no telling how long a number must be in every country. */
export const foreignPhone: NumberReader = (text, start) => {
  abroad.lastIndex = start;
  const written = abroad.exec(text)?.[0];
  if (written === undefined || /[\da-z]$/i.test(textBefore(text, start, 1))) return undefined;
  const end = start + written.length;
  const { length } = written.replace(/\D/g, "").replace(/^00/, "");
  const shortest = /[ -]/.test(written) ? 9 : 10;
  if (length < shortest || length > 15 || isFigure(text, { start, end })) return undefined;
  return { kind: "mobile", start, end, certainty: "likely" };
};
