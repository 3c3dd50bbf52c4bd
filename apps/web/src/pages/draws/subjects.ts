// What the ids of a draw stand for: title and page of each commitment, measure or problem.

import type { DrawSubject } from "@yinuo/core";
import { commitmentsByKeys, getProblem, type Db } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { commitmentPath, problemPath } from "../addresses.ts";

export type Drawn = { readonly href: string; readonly title: string };

type Wish = {
  readonly subject: DrawSubject;
  readonly ids: readonly string[];
  readonly lang: Lang;
};

/** By id, as the plan spells it. */
export const subjectsOf = async (
  db: Db,
  { subject, ids, lang }: Wish,
): Promise<ReadonlyMap<string, Drawn>> => {
  if (subject === "problems") {
    const problems = await Promise.all(ids.map((id) => getProblem(db, id)));
    return new Map(
      problems.flatMap((one) =>
        one === undefined
          ? []
          : [
              [
                one.code as string,
                { href: problemPath(lang, one.code), title: inLang(lang, one.title, one.titleEn) },
              ],
            ],
      ),
    );
  }
  const keys = ids.map(keyOf);
  const found = await commitmentsByKeys(db, keys);
  return new Map(
    [...found].map(([id, one]) => [
      id,
      { href: commitmentPath(lang, one), title: inLang(lang, one.title, one.titleEn) },
    ]),
  );
};

/** `2026/FY-01`; no code has a slash in it. */
const keyOf = (id: string) => {
  const [programme = "", code = ""] = id.split("/");
  return { programme, code };
};
