// Numbers written in English words: "eight", "twenty-six", "one hundred and five", "two thirds", "half".

import { wordAt } from "./sticky.ts";

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);
const WORD = /[a-z]{1,12}/iy;
/** Between two words of one number. */
const JOINT = /(?: and |[ -])/iy;

export type EnglishNumeral = { readonly end: number; readonly value: number; readonly words: number };

export const readEnglishNumeral = (text: string, at: number): EnglishNumeral | undefined => {
  let [total, section, words, end] = [0, 0, 0, at];
  let last = Number.POSITIVE_INFINITY;
  for (let from = at; words < 12;) {
    const word = wordAt(WORD, text, from)?.toLowerCase();
    const small = word === undefined ? undefined : SMALL.get(word);
    const large = word === undefined ? undefined : LARGE.get(word);
    if (word === undefined || (small === undefined && (large === undefined || words === 0))) break;
    if (small !== undefined) {
      // "two three" are two numbers; "twenty three" is one.
      if (small >= last || (last < 20 && last > 0)) break;
      section += small;
      last = small;
    } else if (large === 100) {
      section *= 100;
      last = 100;
    } else if (large !== undefined) {
      total += section * large;
      section = 0;
      last = large;
    }
    words++;
    end = from + word.length;
    const joint = wordAt(JOINT, text, end);
    if (joint === undefined) break;
    from = end + joint.length;
  }
  return words === 0 ? undefined : { end, value: total + section, words };
};
