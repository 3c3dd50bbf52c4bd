// Names of bodies and indicators in the reader's language, by code; an unknown code names itself.

import { inLang, type Lang } from "../lang.ts";
import type { Option } from "../parts/index.ts";

type Named = { readonly code: string; readonly name: string; readonly nameEn?: string | undefined };

export const namesOf = (things: readonly Named[], lang: Lang): ((code: string) => string) => {
  const names = new Map(things.map(({ code, name, nameEn }) => [code, inLang(lang, name, nameEn)]));
  return (code) => names.get(code) ?? code;
};

/** To choose one of them. */
export const choicesOf = (things: readonly Named[], lang: Lang): readonly Option[] =>
  things.map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) }));
