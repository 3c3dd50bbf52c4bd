// The titles of the commitments that entries of the public history are about.

import { commitmentsByKeys, type Db } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";

/** By `programme/code`. */
export type TitleOf = (key: { readonly programme: string; readonly code: string }) => string | undefined;

type About = { readonly programme?: string | undefined; readonly commitment?: string | undefined };

/** The entries are public, so what they are about is: an entry of a draft is never among them. */
export const titlesOf = async (db: Db, entries: readonly About[], lang: Lang): Promise<TitleOf> => {
  const keys = new Map(
    entries.flatMap(({ programme, commitment }) =>
      programme === undefined || commitment === undefined
        ? []
        : [[`${programme}/${commitment}`, { programme, code: commitment }] as const],
    ),
  );
  const found = await commitmentsByKeys(db, [...keys.values()]);
  return ({ programme, code }) => {
    const one = found.get(`${programme}/${code}`);
    return one === undefined ? undefined : inLang(lang, one.title, one.titleEn);
  };
};
