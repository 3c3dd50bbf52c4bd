// The steps between the desk and a page about one check, and the check a request is about.

import { subjectOf, type Check, type Subject } from "@yinuo/core";
import { getCheck } from "@yinuo/store";
import { inLang, localPath, type Lang } from "../../lang.ts";
import type { Link } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checkDesk } from "../addresses.ts";

export const listTrail = (lang: Lang): readonly Link[] => [
  { href: localPath(lang, "/desk/checks"), text: checkDeskWords[lang].section },
];

export const checkTrail = (lang: Lang, { code, title, titleEn }: Check): readonly Link[] => [
  ...listTrail(lang),
  { href: checkDesk(lang, code), text: inLang(lang, title, titleEn) },
];

export const checkOf = (c: Ctx): Promise<Check | undefined> =>
  getCheck(c.get("deps").store.db, c.req.param("code") ?? "");

export type OneSubject = { readonly check: Check; readonly subject: Subject };

/** The subject whose number is in the address. */
export const subjectAt = async (c: Ctx): Promise<OneSubject | undefined> => {
  const check = await checkOf(c);
  const subject = check === undefined ? undefined : subjectOf(check, Number(c.req.param("number")));
  return check === undefined || subject === undefined ? undefined : { check, subject };
};

/** Where what was attempted is told, if it was refused. */
export const placeOfCheck = ({ code, body }: Check) =>
  ({ subject: `check/${code}`, inspection: code, body }) as const;
