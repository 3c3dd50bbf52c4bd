// What was typed after `yinuo`: the verb, what it is about, and its options; anything not understood is named.

import { parseArgs } from "node:util";
import { VERBS, type OptionType, type VerbName } from "./usage.ts";

export type Typed = {
  readonly verb: VerbName;
  /** A file, a noun, a programme and code …; as many as the verb takes. */
  readonly subjects: readonly string[];
  readonly text: (option: string) => string | undefined;
  /** Of an option that may be given several times, in their order. */
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

export type ReadArguments =
  | { readonly is: "verb"; readonly typed: Typed }
  | { readonly is: "help" }
  | { readonly is: "wrong"; readonly why: string };

export const readArguments = (args: readonly string[]): ReadArguments => {
  if (args.length === 0 || args.includes("--help") || args[0] === "help") return { is: "help" };
  const [first = "", second = ""] = args;
  const name = Object.keys(VERBS).find((one) => one === first || one === `${first} ${second}`);
  if (name === undefined) return { is: "wrong", why: first };
  const verb = name as VerbName;
  const { takes, options } = VERBS[verb];
  const read = parse(args.slice(name.split(" ").length), { ...options, ...EVERYWHERE });
  if (typeof read === "string") return { is: "wrong", why: read };
  const missing = takes.slice(read.positionals.length);
  if (missing.length > 0) return { is: "wrong", why: `${name} ${takes.join(" ")}` };
  const [extra] = takes.at(-1)?.endsWith("…") === true ? [] : read.positionals.slice(takes.length);
  if (extra !== undefined) return { is: "wrong", why: extra };
  const { values } = read;
  return {
    is: "verb",
    typed: {
      verb,
      subjects: read.positionals,
      text: (option) => (typeof values[option] === "string" ? values[option] : undefined),
      texts: (option) => {
        const given = values[option];
        return Array.isArray(given) ? given.map(String) : [];
      },
      has: (option) => values[option] === true,
    },
  };
};

/** Looked for before anything else, since what is not understood is said in it too. */
export const languageTyped = (args: readonly string[]): string | undefined => {
  const at = args.findIndex((one) => /^--language(=|$)/.test(one));
  const [, value] = args[at]?.split("=") ?? [];
  return at === -1 ? undefined : (value ?? args[at + 1] ?? "");
};

/** Options every verb takes. */
const EVERYWHERE = { data: "string", as: "string", language: "string" } as const;

const parsed = (type: OptionType) =>
  type === "several" ? ({ type: "string", multiple: true } as const) : { type };

const parse = (args: readonly string[], options: Readonly<Record<string, OptionType>>) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, parsed(type)])),
    });
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
};
