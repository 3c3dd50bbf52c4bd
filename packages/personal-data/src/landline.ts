// Landline numbers with an area code and perhaps an extension; without an area code only after a word such as 电话.

import type { Candidate, NumberReader } from "./candidate.ts";
import {
  gap,
  isCalledCode,
  isFigure,
  lettersBeside,
  phoneWord,
  textAfter,
  textBefore,
} from "./surroundings.ts";

const country = `(?<country>\\(?(?:(?:\\+|00)86|86(?=[-)]))\\)?[ -]{0,3})`;
const numbered = new RegExp(
  `(?:${country}\\(?0?\\)?\\(?|\\(?0)(?<area>10|2\\d|[3-9]\\d\\d)\\)?(?<between>${gap})(?<number>[1-9]\\d{2,3}${gap}\\d{4})(?!\\d)`,
  "y",
);
const extension = /^(?: ?(?:转|分机号?|ext\.?|x|#|-)[ :]?\d{1,6}|\/\d{1,4})(?!\d)/i;

/** The trunk codes in use (MIIT numbering plan); 03 to 09 are not full, which keeps codes such as 0304 out. */
const areaInUse =
  /^(?:10|2[0-57-9]|3(?:1\d|35|49|5\d|7[0-79]|9[1-8])|4(?:1\d|2[179]|3\d|5\d|6[4-9]|7\d|8[23])|5(?:1\d|2[37]|3\d|4[36]|5\d|6[1-6]|7\d|80|9\d)|6(?:3[1-5]|6[0238]|9[12])|7(?:01|1\d|2[248]|3\d|4[3-6]|5\d|6\d|7\d|9\d)|8(?:1[2-8]|2[5-7]|3\d|5\d|7[0-9]|8[36-8]|9\d)|9(?:0[1-9]|1[1-9]|3\d|4[13]|5[1-5]|7\d|9\d))$/;

export const landline: NumberReader = (text, start) => withArea(text, start) ?? withoutArea(text, start);

function withArea(text: string, start: number): Candidate | undefined {
  numbered.lastIndex = start;
  const match = numbered.exec(text);
  if (match?.groups === undefined) return undefined;
  const { area = "", between = "", number = "" } = match.groups;
  const end = endWithExtension(text, start + match[0].length);
  const before = textBefore(text, start);
  const isCalledPhone = phoneWord.test(before);
  if (lettersBeside(text, { start, end }) === "hash" || serviceOrDecimal.test(before)) return undefined;
  if (!isCalledPhone && (!areaInUse.test(area) || isFigure(text, { start, end }))) return undefined;
  const isInOnePiece = between === "" && !match[0].includes(")") && match.groups["country"] === undefined;
  const isFull = area.length === 3 || number.replace(/\D/g, "").length === 8;
  if (!isCalledPhone && isInOnePiece && (!isFull || isCalledCode(text, start))) return undefined;
  const isCertain = (isCalledPhone || !isInOnePiece) && isFull && /^[2-8]/.test(number);
  return { kind: "landline", start, end, certainty: isCertain ? "certain" : "likely" };
}

/** 400- and 800- numbers belong to services. */
const serviceOrDecimal = /\d\.$|(?<!\d)[48]00-$/;

const endWithExtension = (text: string, end: number): number =>
  end + (extension.exec(textAfter(text, end))?.[0].length ?? 0);

const local = /[2-8]\d{2,3}[ -]?\d{4}(?!\d)/y;
/** The word, then at most two numbers before this one: 电话：0755-20000000、20000001. */
const directlyCalled =
  /(?:电话|座机|固话|传真|(?<![a-z])(?:tel|phone|fax))[号码:： 是为.]{0,4}(?:[\d()+ -]{7,20}(?:[、,/;或]| ){1,2}){0,2}$/i;

function withoutArea(text: string, start: number): Candidate | undefined {
  local.lastIndex = start;
  const written = local.exec(text)?.[0];
  if (written === undefined || !directlyCalled.test(textBefore(text, start, 64))) return undefined;
  const end = endWithExtension(text, start + written.length);
  if (/\d[-.)]$|\d\) $/.test(textBefore(text, start)) || isFigure(text, { start, end })) return undefined;
  const isDate = /^20\d\d-?(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(written);
  return isDate ? undefined : { kind: "landline", start, end, certainty: "likely" };
}
