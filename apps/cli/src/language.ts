// The language of the terminal, from the variables every system has for it.

export type Lang = "zh-CN" | "en";

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
