// The steps between the desk and a page about one problem.

import type { Problem } from "@yinuo/core";
import { inLang, localPath, type Lang } from "../../lang.ts";
import type { Link } from "../../parts/index.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemDesk } from "../addresses.ts";

export const listTrail = (lang: Lang): readonly Link[] => [
  { href: localPath(lang, "/desk/problems"), text: problemDeskWords[lang].section },
];

export const problemTrail = (lang: Lang, { code, title, titleEn }: Problem): readonly Link[] => [
  ...listTrail(lang),
  { href: problemDesk(lang, code), text: inLang(lang, title, titleEn) },
];
