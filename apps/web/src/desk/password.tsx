// The password fields: never filled in by us; and what a new password must be.

import { checkPassword, PASSWORD, type PasswordRefusal } from "@yinuo/password";
import type { Lang } from "../lang.ts";
import { Field, type FieldError } from "../parts/index.ts";
import { accountWords } from "../words/accounts.ts";
import { fieldName } from "@yinuo/words";

type Given = {
  readonly lang: Lang;
  readonly name?: string;
  readonly label?: string;
  readonly fresh?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
};

export const passwordField = ({ lang, name = "password", label, fresh = false, hint, error }: Given) => (
  <Field
    lang={lang}
    name={name}
    type="password"
    label={label ?? fieldName(lang, "password")}
    hint={hint ?? (fresh ? passwordHint(lang) : undefined)}
    autocomplete={fresh ? "new-password" : "current-password"}
    error={error}
    required
  />
);

const passwordHint = (lang: Lang): string =>
  accountWords[lang].setUp.passwordHint(PASSWORD.shortest, PASSWORD.longest);

export type NewPassword =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: FieldError };

/** In the form it is kept in, or what is wrong with it. `known`: names that everybody knows of its owner. */
export const readNewPassword = async (
  lang: Lang,
  typed: string,
  known: readonly (string | undefined)[],
): Promise<NewPassword> => {
  const checked = await checkPassword(
    typed,
    known.filter((name) => name !== undefined),
  );
  if (checked.ok) return checked;
  return { ok: false, error: { field: "password", text: sentence(lang, checked.error) } };
};

const sentence = (lang: Lang, refusal: PasswordRefusal): string => {
  const words = accountWords[lang].setUp;
  return refusal.code === "passwordGuessable"
    ? words.passwordGuessable[refusal.because]
    : words.passwordLength(PASSWORD.shortest, PASSWORD.longest, refusal.length);
};
