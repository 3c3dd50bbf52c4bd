// Bank card numbers: a known issuer prefix and the Luhn checksum (ISO/IEC 7812-1).

import type { NumberReader } from "./candidate.ts";
import {
  cardWord,
  gap,
  isCalledCode,
  isFigure,
  lettersBeside,
  textAfter,
  textBefore,
} from "./surroundings.ts";

const whole = /\d{15,19}(?!\d)/y;
const inFours = new RegExp(`\\d{4}(?:${gap}\\d{4}){3}(?:${gap}\\d{1,3})?(?!\\d)`, "y");
const inFoursShort = new RegExp(`\\d{4}(?:${gap}\\d{4}){3}(?!\\d)`, "y");
const inSixes = new RegExp(`\\d{6}${gap}\\d{10,13}(?!\\d)`, "y");
const express = new RegExp(`3[47]\\d{2}${gap}\\d{6}${gap}\\d{5}(?!\\d)`, "y");

/** UnionPay, Visa, Mastercard, JCB, American Express, and the domestic prefixes older than 62. */
const issuers: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^(?:62|60|9558|95599)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)|35(?:2[89]|[3-8]\d))/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
];

export const bankCard: NumberReader = (text, start) => {
  for (const shape of [whole, inFours, inFoursShort, inSixes, express]) {
    shape.lastIndex = start;
    const written = shape.exec(text)?.[0];
    const found = written === undefined ? undefined : judge(text, start, written);
    if (found !== undefined) return found;
  }
  return undefined;
};

function judge(text: string, start: number, written: string): ReturnType<NumberReader> {
  const end = start + written.length;
  const number = written.replace(/\D/g, "");
  if (!issuers.some(({ prefix, lengths }) => prefix.test(number) && lengths.includes(number.length)))
    return undefined;
  const letters = lettersBeside(text, { start, end });
  const isCalledCard = cardWord.test(textBefore(text, start));
  const isGrouped = written.length > number.length;
  // A mistyped card is still a card when the text says so; an account (账号) may be an institution's.
  if (!isLuhn(number))
    return isCalledCard && /卡号?\D{0,8}$/.test(textBefore(text, start)) && !isGrouped
      ? { kind: "bankCard", start, end, certainty: "likely" }
      : undefined;
  if (!isCalledCard) {
    if (letters !== "none" || isCalledCode(text, start) || isFigure(text, { start, end })) return undefined;
    if (number.length === 15 && !isGrouped) return undefined;
    // Rows of figures pass the checksum one time in ten, so a grouped number must stand alone.
    if (
      isGrouped &&
      (/[\d.,%] ?-?$/.test(textBefore(text, start)) || /^ ?-?[\d.]/.test(textAfter(text, end)))
    )
      return undefined;
  }
  const isCertain = isCalledCard || isGrouped || number.startsWith("62");
  return { kind: "bankCard", start, end, certainty: isCertain ? "certain" : "likely" };
}

/** ISO/IEC 7812-1 annex B. */
function isLuhn(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place++) {
    const digit = Number(number[number.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
