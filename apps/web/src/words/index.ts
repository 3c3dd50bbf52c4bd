// Every sentence of the interface, by area; both languages stand side by side so that neither is forgotten.

import type { Lang } from "../lang.ts";
import { siteWords } from "./site.ts";

/** A catalogue: the same keys in both languages. A value is a text, or a function that makes one. */
export type Catalogue<T> = Readonly<Record<Lang, T>>;

export const siteWordsIn = (lang: Lang): (typeof siteWords)[Lang] => siteWords[lang];
