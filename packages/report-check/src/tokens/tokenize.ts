// A text cut into tokens, from left to right, each character looked at a bounded number of times.

import { readChineseNumeral } from "./chinese-numeral.ts";
import { fold } from "../fold.ts";
import { readDate } from "./dates.ts";
import { readEnglishNumeral } from "./english-numeral.ts";
import { readNameAtDigit, readNameAtNumeral, readWord } from "./names.ts";
import { readQuantity } from "./quantity.ts";
import { matchAt, wordAt } from "./sticky.ts";
import type { Name, Quantity, Ratio, Token } from "./token.ts";

/** Offsets are UTF-16 units of `text` as given, and `text.slice(start, end)` is the lexeme. */
export const tokenize = (text: string): readonly Token[] => {
  const folded = fold(text);
  const tokens: Token[] = [];
  let at = nextBeginning(folded, 0);
  while (at < folded.length) {
    const { token, end } = readAt(folded, at);
    if (token !== undefined) tokens.push({ ...token, lexeme: text.slice(token.start, token.end) });
    at = nextBeginning(folded, end);
  }
  return tokens;
};

/** A digit, a letter or a Chinese numeral; nothing else begins a token. */
const BEGINNING = /[\dA-Za-z〇零一二两三四五六七八九十百千万亿廿卅]/g;

const nextBeginning = (text: string, from: number): number => {
  BEGINNING.lastIndex = from;
  return BEGINNING.exec(text)?.index ?? text.length;
};

type Step = { readonly token?: Token | undefined; readonly end: number };

const readAt = (text: string, at: number): Step => {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return readAtDigit(text, at);
  return code < 0x80 ? readAtLetter(text, at) : readAtNumeral(text, at);
};

const stepOf = (token: Token): Step => ({ token, end: token.end });

const name = (text: string, start: number, end: number): Name => ({
  is: "name",
  start,
  end,
  lexeme: text.slice(start, end),
});

const readAtDigit = (text: string, at: number): Step => {
  const ratio = readRatio(text, at);
  if (ratio !== undefined) return stepOf(ratio);
  const date = readDate(text, at, "digit");
  if (date !== undefined) return stepOf(date);
  const quantity = readQuantity(text, at);
  // With a unit it is a quantity whatever its digits; 35kg is one, 35A none.
  if (quantity !== undefined && (quantity.unit !== "" || quantity.value !== Math.trunc(quantity.value))) {
    if (readNameAtNumeral(text, at) === undefined && !isVersion(text, quantity)) return stepOf(quantity);
  }
  const end = readNameAtDigit(text, at);
  if (end !== undefined) return stepOf(name(text, at, end));
  return quantity === undefined ? { end: at + (wordAt(/\d+/y, text, at)?.length ?? 1) } : stepOf(quantity);
};

const isVersion = (text: string, { end }: Quantity): boolean =>
  text[end] === "." && /\d/.test(text[end + 1] ?? "");

const readAtLetter = (text: string, at: number): Step => {
  const date = readDate(text, at, "letter");
  if (date !== undefined) return stepOf(date);
  // stage-one complaints: the word belongs to the one before it.
  const numeral = text[at - 1] === "-" ? undefined : readEnglishNumeral(text, at);
  const quantity = numeral === undefined ? undefined : readQuantity(text, at);
  if (quantity !== undefined) return stepOf(quantity);
  const word = readWord(text, at);
  if (word === undefined) return { end: at + 1 };
  return word.isName ? stepOf(name(text, at, word.end)) : { end: word.end };
};

const readAtNumeral = (text: string, at: number): Step => {
  const known = readNameAtNumeral(text, at);
  if (known !== undefined) return stepOf(name(text, at, known));
  const date = readDate(text, at, "numeral");
  if (date !== undefined) return stepOf(date);
  const quantity = readQuantity(text, at);
  // 十几, 数百: no number that could be checked.
  const vague = /[几数]/.test(text[at - 1] ?? "");
  if (quantity !== undefined && !vague) return stepOf(quantity);
  const run =
    readChineseNumeral(text, at)?.end ??
    at + (wordAt(/[〇零一二两三四五六七八九十百千万亿廿卅]+/y, text, at)?.length ?? 1);
  return { end: Math.max(run, at + 1) };
};

const PART = "\\d{1,3}(?:\\.\\d{1,3})?";
const RATIO = new RegExp(`${PART}(?: ?[:/] ?${PART}){2,4}(?![\\d:])`, "y");

const readRatio = (text: string, at: number): Ratio | undefined => {
  const found = matchAt(RATIO, text, at)?.[0];
  if (found === undefined || (found.includes("/") && found.includes(":"))) return undefined;
  const parts = found.split(/[:/]/).map((part) => part.trim());
  const values = parts.map((part) => ({ value: Number(part), decimals: part.split(".")[1]?.length ?? 0 }));
  const total = values.reduce((all, { value }) => all + value, 0);
  // 12:30:05 and 2023/2/3 are none: only shares of a whole.
  if (total < 90 || total > 110) return undefined;
  return { is: "ratio", start: at, end: at + found.length, lexeme: found, parts: values };
};
