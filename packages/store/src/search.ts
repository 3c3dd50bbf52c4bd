// Search terms: a text as its characters and pairs of neighbours, so that a Chinese word of two characters has an index.

import type { Commitment } from "@yinuo/core";

/** One spelling for what a reader sees as one: full-width letters, ligatures, capitals. */
export const fold = (said: string): string => said.normalize("NFKC").toLowerCase();

/** What is looked through. */
export const searchedText = (commitment: Commitment): string =>
  folded([
    commitment.code,
    commitment.title,
    commitment.titleEn,
    commitment.promise,
    commitment.promiseEn,
    commitment.beneficiaries,
    commitment.beneficiariesEn,
  ]);

/** Several texts as the one that is looked through. */
export const folded = (texts: readonly (string | undefined)[]): string =>
  fold(texts.filter((text) => text !== undefined).join(" "));

/** At most eight words of a search are looked at. */
export const wordsOf = (q: string | undefined): readonly string[] =>
  fold(q ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8);

/** The characters of a folded text, and the pairs within its words. */
export const searchTerms = (folded: string): readonly string[] => {
  const terms = new Set<string>();
  for (const word of wordsIn(folded)) {
    let before = "";
    for (const letter of word) {
      terms.add(letter);
      if (before !== "") terms.add(before + letter);
      before = letter;
    }
  }
  return [...terms];
};

/** What must be among the terms of a text that contains the folded words: their pairs, or the one character of a word of one. */
export const searchNeedles = (folded: string): readonly string[] => {
  const needles = new Set<string>();
  for (const word of wordsIn(folded)) {
    const letters = [...word];
    if (letters.length === 1) needles.add(word);
    for (const [at, letter] of letters.entries())
      if (at > 0) needles.add(`${letters[at - 1] ?? ""}${letter}`);
  }
  return [...needles];
};

/** Letters, digits and their marks, in any script; whatever else there is separates. */
const wordsIn = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
