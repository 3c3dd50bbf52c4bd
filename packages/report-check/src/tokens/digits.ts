// Numbers written in digits: separators, decimals, and digits set apart by spaces.

import { wordAt } from "./sticky.ts";

/** With separators; plain. Bounded, so that a page of digits is read once. */
const GROUPED = /\d{1,3}(?:[,，]\d{3}){1,6}(?![\d,，]*\d{4})(?!\d)(?:\.\d{1,12})?/y;
const SPACED = /\d(?: \d){2,8}(?= ?(?:年|月|日|%|[万亿]|[件人个元项户条次起家名]))/y;
const PLAIN = /\d{1,30}(?:\.\d{1,12})?/y;

export type Digits = {
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly grouped: boolean;
};

export const readDigits = (text: string, at: number): Digits | undefined => {
  const spaced = wordAt(SPACED, text, at);
  if (spaced !== undefined) return made(spaced, at, false);
  const grouped = wordAt(GROUPED, text, at);
  if (grouped !== undefined) return made(grouped, at, true);
  const plain = wordAt(PLAIN, text, at);
  return plain === undefined ? undefined : made(plain, at, false);
};

const made = (lexeme: string, at: number, grouped: boolean): Digits => {
  const digits = lexeme.replace(/[,， ]/g, "");
  return {
    end: at + lexeme.length,
    value: Number(digits),
    decimals: digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0,
    grouped,
  };
};
