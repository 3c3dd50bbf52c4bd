// Every sentence of the interface, by area; both languages stand side by side so that neither is forgotten.

import type { Lang } from "../lang.ts";
import { siteWords } from "./site.ts";

export const siteWordsIn = (lang: Lang): (typeof siteWords)[Lang] => siteWords[lang];
