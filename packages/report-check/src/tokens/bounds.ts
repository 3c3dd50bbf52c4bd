// The loose words around a number: 近, 超, 约, 不低于 before it, 余, 以上, 左右 after it.

import { around, type Interval } from "../interval.ts";
import { wordAt } from "./sticky.ts";
import type { Bound } from "./token.ts";

/** The longest of these is 12 characters; only as much is looked at. */
const BEFORE = 16;
// 不超过 is looked for before 超过, because it says the opposite.
const LOOSE: readonly (readonly [Bound, RegExp])[] = [
  [
    "below",
    /(?:不超过|不高于|不足|不到|(?<!不)(?:低于|少于|小于)|将近|接近|近|控制在|\b(?:nearly|almost|under|below|less than|fewer than|up to|at most|no more than) ?|[<≤] ?)$/i,
  ],
  [
    "above",
    /(?:不低于|不少于|(?<!不)(?:超过|高于|多于|大于)|突破|至少|超|逾|跃上|迈上|跨过|迈过|\b(?:over|more than|above|at least|exceed(?:s|ed|ing)?|no less than) ?|[>≥] ?)$/i,
  ],
  [
    "about",
    /(?:大约|大概|约为|约|\b(?:about|around|approximately|roughly|some|circa|an average of) ?|[~≈] ?)$/i,
  ],
];

export const boundBefore = (text: string, at: number): { readonly from: number; readonly bound: Bound } => {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  for (const [bound, words] of LOOSE) {
    const found = words.exec(before);
    if (found !== null) return { from: at - found[0].length, bound };
  }
  return { from: at, bound: "exact" };
};

const AFTER: readonly (readonly [Bound, RegExp])[] = [
  ["above", /(?:及?以上|[余多]|\+| or more| and over| or over)(?![\d%])/y],
  ["below", /(?:及?以下|以内|之内| or less| or fewer)/y],
  ["about", /(?:左右|上下|许)/y],
];

export const boundAfter = (text: string, at: number): { readonly end: number; readonly bound: Bound } => {
  for (const [bound, words] of AFTER) {
    const found = wordAt(words, text, at);
    if (found !== undefined) return { end: at + found.length, bound };
  }
  return { end: at, bound: "exact" };
};

/** How far a loose number may be from what it stands for: wide, because nobody agreed on how near 近 is. */
export const loosened = (value: number, half: number, bound: Bound): Interval => {
  if (bound === "below") return { low: value * 0.8 - half, high: value + half };
  if (bound === "above") return { low: value - half, high: value * 1.3 + half };
  if (bound === "about") return around(value, Math.max(half, Math.abs(value) * 0.1));
  return around(value, half);
};
