// Findings as data: everything a program needs, with the sentences in the language asked for.

import type { Checked } from "../check.ts";
import type { Lang } from "../words/catalogue.ts";
import { findingWords } from "../words/finding-words.ts";

export const asJson = (lang: Lang, file: string, { findings, agreeing, quantities }: Checked): unknown => ({
  file,
  quantities,
  checked: agreeing.length + findings.length,
  agreeing: agreeing.length,
  findings: findings.map((finding) => ({ ...finding, words: findingWords(lang, finding) })),
});
