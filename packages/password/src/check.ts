// Whether a password can be guessed: common ones, names it must not be made of, keyboard rows, pinyin, dates, repeats.

import { COMMON_CHINESE, COMMON_PINYIN } from "./common-chinese.ts";
import { lengthOf, normalPassword, PASSWORD } from "./form.ts";

/** What makes it easy. `words`: of several common words, too few. */
export type Weakness = "known" | "common" | "keyboard" | "sequence" | "repeat" | "date" | "words";

export type PasswordRefusal =
  | { readonly code: "passwordTooShort"; readonly shortest: number; readonly length: number }
  | { readonly code: "passwordTooLong"; readonly longest: number; readonly length: number }
  | { readonly code: "passwordGuessable"; readonly because: Weakness };

type Checked =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: PasswordRefusal };

/**
 * Ten thousand million guesses. At the door that is centuries; against a stolen table of scrypt hashes, years on one machine.
 * zxcvbn calls this "very unguessable" (Wheeler, USENIX Security 2016).
 */
const ENOUGH_LOG10 = 10;

/**
 * The password in its normal form. `known`: what anybody knows of its owner (e-mail, body, jurisdiction); it counts for nothing.
 * Refuses: passwordTooShort, passwordTooLong, passwordGuessable. The first call loads the lists (0.2 s).
 */
export const checkPassword = async (typed: string, known: readonly string[]): Promise<Checked> => {
  const password = normalPassword(typed);
  const length = lengthOf(typed);
  const { shortest, longest } = PASSWORD;
  if (length < shortest) return refuse({ code: "passwordTooShort", shortest, length });
  if (length > longest) return refuse({ code: "passwordTooLong", longest, length });
  const { guessesLog10, sequence } = (await guesser()).check(password, partsOf(known));
  if (guessesLog10 >= ENOUGH_LOG10) return { ok: true, value: password };
  return refuse({ code: "passwordGuessable", because: weaknessOf(sequence) });
};

const refuse = (error: PasswordRefusal): Checked => ({ ok: false, error });

type Found = { readonly pattern: string; readonly dictionaryName?: string; readonly token: string };
type Guesser = {
  readonly check: (
    password: string,
    known: string[],
  ) => { readonly guessesLog10: number; readonly sequence: readonly Found[] };
};

let loaded: Promise<Guesser> | undefined;

/** Not at start-up: most processes never set a password. */
const guesser = (): Promise<Guesser> => (loaded ??= load());

const load = async (): Promise<Guesser> => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...dictionary, pinyin: [...COMMON_PINYIN], chinese: [...COMMON_CHINESE] },
  });
};

/** An e-mail address is known in its parts as well; parts of one or two letters say nothing. */
const partsOf = (known: readonly string[]): string[] => [
  ...new Set(
    known
      .map((one) => normalPassword(one).toLowerCase())
      .flatMap((one) => [one, one.replaceAll(/\s+/g, ""), ...one.split("@"), ...one.split(/[\s@._\-+]+/)])
      .filter((part) => part.length > 2 || /^\p{Script=Han}{2}$/u.test(part)),
  ),
];

/** What is known of the owner explains it best, then the longest part that has a name. */
const weaknessOf = (sequence: readonly Found[]): Weakness => {
  if (sequence.some(({ dictionaryName }) => dictionaryName === "userInputs")) return "known";
  const [longest] = sequence
    .filter(({ pattern }) => PATTERNS[pattern] !== undefined)
    .toSorted((a, b) => b.token.length - a.token.length);
  if (longest === undefined) return "words";
  const dictionaries = sequence.filter(({ pattern }) => pattern === "dictionary").length;
  return dictionaries > 1 ? "words" : (PATTERNS[longest.pattern] ?? "words");
};

const PATTERNS: Readonly<Record<string, Weakness>> = {
  dictionary: "common",
  spatial: "keyboard",
  sequence: "sequence",
  repeat: "repeat",
  date: "date",
  regex: "date",
};
