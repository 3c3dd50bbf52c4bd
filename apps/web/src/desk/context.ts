// What every page of the desk needs of its request: who acts, on which day, and the names of the bodies.

import { ok, refuse, type Body, type Context, type Refusal, type Result } from "@yinuo/core";
import { listBodies } from "@yinuo/store";
import { refusalText } from "@yinuo/words";
import { inLang, type Lang } from "../lang.ts";
import type { Option } from "../parts/index.ts";
import type { Ctx, SignedIn } from "../site.ts";
import { KEEP, type Form } from "./form.ts";
import type { ScreenedError } from "./screened.tsx";

export type Desk = {
  readonly c: Ctx;
  readonly lang: Lang;
  readonly signedIn: SignedIn;
  readonly context: Context;
  readonly bodies: readonly Body[];
  readonly nameOf: (code: string) => string;
};

/** The door has made sure that somebody is signed in. */
export const deskOf = async (c: Ctx): Promise<Desk> => {
  const signedIn = c.get("signedIn");
  if (signedIn === undefined) throw new Error("a page of the desk was opened by nobody");
  const lang = c.get("lang");
  const bodies = await listBodies(c.get("deps").store.db);
  const names = new Map<string, string>(
    bodies.map((body) => [body.code, inLang(lang, body.name, body.nameEn)]),
  );
  const context = { by: signedIn.by, today: c.get("today") };
  return { c, lang, signedIn, context, bodies, nameOf: (code) => names.get(code) ?? code };
};

/** The desk, with the reason typed into this form why personal data in it is published. */
export const keeping = (desk: Desk, form: Form): Desk => ({
  ...desk,
  context: { ...desk.context, keepPersonalData: form.text(KEEP) },
});

/** In which language and by which names an error is told. */
type Teller = Pick<Desk, "lang" | "nameOf">;

export const errorOf = ({ lang, nameOf }: Teller, refusal: Refusal): ScreenedError => ({
  field: "field" in refusal ? refusal.field : undefined,
  text: refusalText(lang, refusal, nameOf),
  ...(refusal.code === "personalDataInFile" ? { file: refusal } : {}),
});

/** One error for each field: a refusal may be about several texts. */
export const errorsOf = (desk: Teller, refusal: Refusal): readonly ScreenedError[] =>
  refusal.code === "personalDataFound"
    ? refusal.texts.map((found) => ({
        ...errorOf(desk, { ...refusal, field: found.field, texts: [found] }),
        found,
      }))
    : [errorOf(desk, refusal)];

/** Bodies to choose from; those that were closed only while they are what is chosen already. */
export const bodyOptions = (
  { bodies, nameOf, context }: Desk,
  chosen = "",
  none?: string,
): readonly Option[] => [
  ...(none === undefined ? [] : [{ value: "", text: none }]),
  ...bodies
    .filter(({ code, closedOn }) => code === chosen || closedOn === undefined || closedOn >= context.today)
    .map(({ code }) => ({ value: code, text: nameOf(code) })),
];

/** Reads several fields and keeps every refusal, so that a form tells all that is wrong at once. */
export const gather = () => {
  const refusals: Refusal[] = [];
  return {
    refusals,
    /** The value, or `undefined` after its refusal was noted. */
    take: <T>(read: Result<T, Refusal>): T | undefined => {
      if (read.ok) return read.value;
      refusals.push(read.error);
      return undefined;
    },
    /** As `take`, and nothing typed is refused too. */
    need: <T>(field: string, read: Result<T | undefined, Refusal>): T | undefined => {
      if (!read.ok) refusals.push(read.error);
      else if (read.value === undefined) refusals.push({ code: "textMissing", field });
      return read.ok ? read.value : undefined;
    },
  };
};

/** The value when nothing was refused; otherwise the refusals. */
export const gathered = <T>(refusals: readonly Refusal[], value: () => T): Result<T, readonly Refusal[]> =>
  refusals.length === 0 ? ok(value()) : refuse(refusals);
