// The language of the terminal: the one asked for, or that of the variables every system has for it.

import type { Language } from "@yinuo/period";

export type Lang = Language;

const LANGUAGES = ["zh-CN", "en"] as const satisfies readonly Lang[];

/** As it is written in `--language`; `zh` is enough. */
export const readLanguage = (typed: string): Lang | undefined =>
  LANGUAGES.find((one) => [one, one.split("-")[0]].includes(typed));

type Environment = Readonly<Record<string, string | undefined>>;

export const langOf = (env: Environment): Lang => {
  const wanted = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (one) => one !== undefined && one !== "",
  );
  return wanted?.toLowerCase().startsWith("zh") === true ? "zh-CN" : "en";
};

/** What is said in both languages, to be printed in one. */
export type Words = { readonly zh: string; readonly en: string };

export const inLang = (lang: Lang, { zh, en }: Words): string => (lang === "en" ? en : zh);
