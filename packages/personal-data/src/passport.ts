// Passports, and the permits for travel between the mainland, Hong Kong, Macao and Taiwan.

import type { Candidate } from "./candidate.ts";
import { isFigure, textBefore } from "./surroundings.ts";

const documents = /(?<![A-Za-z0-9])(?:[A-Z]{1,2} ?)?\d{6,10}(?![A-Za-z0-9])/gi;
/** Ordinary passports of China: E and eight digits, EA to EZ and seven, and G before 2012. */
const ordinary = /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8})$/;
/** The others of the mainland, Hong Kong (H, K), Macao (M), and the permits (C, W, H, M, T, L). */
const named =
  /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|[GDSPKHMCWTL]\d{8}(?:\d\d)?|(?:DE|SE|PE|HJ|KJ|MA|MB|C[A-HJ-NP-Z])\d{7}|1[45]\d{7})$/;
const word = /(?:护照|通行证|回乡证|台胞证|旅行证|passport|permit)[^\n。；;\d]{0,8}$/i;
const directWord =
  /(?:护照|通行证|回乡证|台胞证|旅行证|passport)(?:证件)?(?:(?:号码?|no\.?|number)[: 是为]{0,3}|: ?)$/i;

export function findPassports(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: written, index: start } of text.matchAll(documents)) {
    const end = start + written.length;
    const certainty = judge(text, { start, end });
    if (certainty !== undefined) found.push({ kind: "passport", start, end, certainty });
  }
  return found;
}

function judge(text: string, span: { start: number; end: number }): Candidate["certainty"] | undefined {
  const number = text.slice(span.start, span.end).replace(" ", "");
  const before = textBefore(text, span.start);
  if (word.test(before) && named.test(number.toUpperCase())) return "certain";
  // Every country has its own form, so after 护照号 any number of that length is taken.
  if (directWord.test(before)) return isFigure(text, span) ? undefined : "likely";
  if (!ordinary.test(number) || isFigure(text, span)) return undefined;
  const isPartOfCode = /[-_/.#]$/.test(before) || /^[-_/.]\w/.test(text.slice(span.end, span.end + 2));
  // Wards and districts of the United Kingdom (ONS codes: letter, two digits of type, a six-digit serial): E05010887.
  const isDistrict = /^E\d\d0/.test(number);
  const isDated = /^.(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(number);
  return isPartOfCode || isDistrict || isDated ? undefined : "likely";
}
