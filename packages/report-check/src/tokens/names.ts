// Names that hold numbers and count nothing: “十四五”, 4A, 5G-A, PM2.5, 12345热线, “28+10”, 3·15, Figure 15, 第三.

import { matchAt, wordAt } from "./sticky.ts";

const OPENING = /[“‘「『《"]/;
/** What may stand in the quotes and still be a name. */
const QUOTED = /[^”’」』》"\n，。；;:%]{1,16}[”’」』》"]/y;
const QUANTITY_INSIDE = /^\d[\d.,]*[万亿千]*(?:元|件|人|个|户|公里|亩|吨|项)/;

const quoted = (text: string, at: number): number | undefined => {
  if (!OPENING.test(text[at - 1] ?? "")) return undefined;
  const inside = wordAt(QUOTED, text, at);
  return inside === undefined || QUANTITY_INSIDE.test(inside) ? undefined : at + inside.length - 1;
};

const PATTERNS: readonly RegExp[] = [
  // 12345热线, 110平台; 28+10; 3·15; 1+3+N
  /\d{2,6}(?=(?:政务|便民|公益|检察|服务)*(?:热线|平台|工作法|模式|机制|战略))/y,
  /[\da-zA-Z]{1,6}(?:\+[\da-zA-Z]{1,6}){1,6}/y,
  /\d{1,2}[·•]\d{1,3}/y,
  // a telephone number, a version, an address
  /0\d{2,3}-\d{7,8}|400-\d{3,4}-\d{3,4}/y,
  /\d{1,4}(?:\.\d{1,4}){2,6}/y,
  // 4A, 5G-A, 3D, 1st; letters that are a unit were tried before
  /\d{1,5}(?:st|nd|rd|th)(?![a-z])/iy,
  /\d{1,6}(?:\.\d{1,3})?-?[A-Za-z][A-Za-z0-9-]{0,20}/y,
  // 12号文件, 〔2023〕12号, case numbers
  /\d{1,6} ?号/y,
  // A number of twelve digits and more is a code.
  /\d{12,30}(?![\d.])/y,
  // 0304: no number is written so
  /0\d{1,20}(?![.\d])/y,
  // 12:30, 9时30分
  /\d{1,2}:\d{2}(?![:.\d])/y,
  /\d{1,2} ?时(?: ?\d{1,2} ?分)?/y,
];

/** A word before the number that makes it a label. */
const LABEL =
  /(?:第|图|表|附件|附表|〔|\[|#|\b(?:figures?|fig\.?|tables?|sections?|chapters?|articles?|appendix|annex|part|page|p\.|no\.|level|stage|phase|question|step|version|district|group|grade|class|rule|option|objective|goal|strand|tier|unit|room|ward|covid|article) ?#?) ?$/i;

const labelled = (text: string, at: number): number | undefined => {
  if (!LABEL.test(text.slice(Math.max(0, at - 14), at))) return undefined;
  const found = wordAt(
    /(?:\d{1,6}(?:[.-]\d{1,4}){0,3}|[〇零一二两三四五六七八九十百]{1,4})(?!\d*%)/y,
    text,
    at,
  );
  return found === undefined ? undefined : at + found.length;
};

/** 1. 2、 (3) at the beginning of a line or after a full stop: the number of a paragraph. */
const NUMBERED = /\d{1,2} ?(?:[.、)](?!\d)|\.(?=\d{1,2} ?(?:月|年)))/y;

const enumerator = (text: string, at: number): number | undefined => {
  const found = wordAt(NUMBERED, text, at);
  if (found === undefined) return undefined;
  const before = text.slice(Math.max(0, at - 8), at);
  return /(?:^|[\n。；;:!?！？])[ #*>(\t-]*$/.test(before) &&
    (at >= 8 || /^[ #*>(\t-]*$|[\n。；;:]/.test(before))
    ? at + found.length
    : undefined;
};

/** Where a name that begins here ends. */
export const readNameAtDigit = (text: string, at: number): number | undefined => {
  const known = quoted(text, at) ?? labelled(text, at) ?? enumerator(text, at);
  if (known !== undefined) return known;
  for (const pattern of PATTERNS) {
    const found = wordAt(pattern, text, at);
    if (found !== undefined) return at + found.length;
  }
  return undefined;
};

/** Of a Chinese numeral: quotes and labels only. */
export const readNameAtNumeral = (text: string, at: number): number | undefined =>
  quoted(text, at) ?? labelled(text, at);

const WORD = /[A-Za-z][A-Za-z'’]{0,40}/y;
/** PM2.5, CO2, G20, COVID-19; but GDP14.2万亿元 is a word and a quantity. */
const TAIL = /-?\d[\dA-Za-z.-]{0,12}(?<![.-])/y;
const QUANTITY_AFTER = /\d[\d.,]{0,14} ?(?:%|[万亿千件人个元项户条次起家名亩吨])/y;

/** A word in letters, and whether digits belong to it. */
export const readWord = (
  text: string,
  at: number,
): { readonly end: number; readonly isName: boolean } | undefined => {
  const word = wordAt(WORD, text, at);
  if (word === undefined) return undefined;
  const end = at + word.length;
  if (matchAt(QUANTITY_AFTER, text, end) !== undefined) return { end, isName: false };
  const tail = wordAt(TAIL, text, end);
  return tail === undefined ? { end, isName: false } : { end: end + tail.length, isName: true };
};
