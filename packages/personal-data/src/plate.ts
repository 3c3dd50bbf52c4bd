// Number plates of the mainland: ordinary, new energy, and those ending or beginning with 使, 领, 警, 学, 挂, 港, 澳.

import type { Candidate } from "./candidate.ts";
import { isFigure } from "./surroundings.ts";

const province = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
const sign = "[A-HJ-NP-Z0-9]";
const alone = "(?![A-Za-z0-9])";
/** 使 is also a verb (使113456名群众), so nothing may follow the number. */
const free = "(?![\\dA-Za-z\\u4e00-\\u9fff])";
/** GA 36-2018: ordinary five; new energy six, a letter first (small) or last (large); four and a word. */
const serials = [
  `${sign}{4}[挂学警港澳领试超使]`,
  `[A-HJK]${sign}\\d{4}${alone}`,
  `\\d{5}[A-HJK]${alone}`,
  `${sign}{5}${alone}`,
].join("|");
const plates = new RegExp(
  `${province} ?[·.]? ?[A-Z] ?[-.·]? ?(?:${serials})|(?<![\\dA-Za-z])(?:使 ?[-.·]? ?\\d{3} ?[-.·]? ?\\d{3}${free}|\\d{3} ?[-.·]? ?\\d{3} ?使${free})`,
  "gi",
);

export function findPlates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: written, index: start } of text.matchAll(plates)) {
    const end = start + written.length;
    const serial = written.slice(2);
    // Serials hold at least two digits; CLASS and ABOUT after a place name are words.
    if (serial.replace(/\D/g, "").length < 2 || isFigure(text, { start, end })) continue;
    const isPlain = /^\S[A-Z][-.· ]?[A-Z0-9]{4,6}[挂学警港澳领试超使]?$/.test(written);
    found.push({ kind: "plate", start, end, certainty: isPlain ? "certain" : "likely" });
  }
  return found;
}
