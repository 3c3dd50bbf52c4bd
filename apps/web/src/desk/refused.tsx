// What becomes of a refusal: the form again with what was typed, or a page that says who may; the attempt is kept.

import type { Refusal, Verb } from "@yinuo/core";
import { recordRefusal, type HistoryPlace } from "@yinuo/store";
import { refusalText } from "@yinuo/words";
import { localPath } from "../lang.ts";
import { Button, Notice, Title } from "../parts/index.ts";
import { deskWords } from "../words/desk.ts";
import { siteWordsIn } from "../words/index.ts";
import { errorsOf, type Desk } from "./context.ts";
import { deskPage } from "./frame.tsx";
import type { ScreenedError } from "./screened.tsx";

const NOT_ALLOWED: readonly Refusal["code"][] = [
  "roleMayNot",
  "notYourBody",
  "ownWork",
  "notInspecting",
  "actedForOwner",
];

export type Attempt = { readonly place: HistoryPlace; readonly attempted: Verb };

type Again = (errors: readonly ScreenedError[]) => Response | Promise<Response>;

/** `again` renders the form with its errors, as 422. */
export const refused = async (
  desk: Desk,
  refusals: readonly Refusal[],
  attempt: Attempt,
  again: Again,
): Promise<Response> => {
  const forbidden = refusals.find(({ code }) => NOT_ALLOWED.includes(code));
  if (forbidden !== undefined) return notAllowed(desk, forbidden, attempt);
  return again(refusals.flatMap((refusal) => errorsOf(desk, refusal)));
};

/** 403, and a line in the history that only stewards see. */
export const notAllowed = async (desk: Desk, refusal: Refusal, attempt: Attempt): Promise<Response> => {
  const { c, context } = desk;
  const { by, today } = context;
  await recordRefusal(c.get("deps").store.db, {
    ...attempt.place,
    attempted: attempt.attempted,
    by,
    today,
    refusal,
  });
  return forbiddenPage(desk, refusal);
};

export const forbiddenPage = ({ c, lang, nameOf }: Desk, refusal: Refusal): Response | Promise<Response> => {
  const { title } = siteWordsIn(lang).errors.forbidden;
  return deskPage(
    c,
    { title, status: 403 },
    <>
      <Title title={title} />
      <Notice lang={lang} kind="refusal" title={refusalText(lang, refusal, nameOf)} />
      <Button href={localPath(lang, "/desk")}>{deskWords[lang].sections.home}</Button>
    </>,
  );
};
