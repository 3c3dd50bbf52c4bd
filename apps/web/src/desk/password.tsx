// The password field: never filled in by us, and long enough when it is a new one.

import { fieldName } from "@yinuo/words";
import { PASSWORD } from "../auth.ts";
import type { Lang } from "../lang.ts";
import { Field, type FieldError } from "../parts/index.ts";
import { accountWords } from "../words/accounts.ts";

type Given = { readonly lang: Lang; readonly fresh?: boolean; readonly error?: string | undefined };

export const passwordField = ({ lang, fresh = false, error }: Given) => (
  <Field
    lang={lang}
    name="password"
    type="password"
    label={fieldName(lang, "password")}
    hint={fresh ? accountWords[lang].setUp.passwordHint(PASSWORD.shortest) : undefined}
    autocomplete={fresh ? "new-password" : "current-password"}
    error={error}
    required
  />
);

/** What is wrong with a new password, if anything. */
export const passwordProblem = (lang: Lang, password: string): FieldError | undefined => {
  const { length } = password;
  if (length >= PASSWORD.shortest && length <= PASSWORD.longest) return undefined;
  const text = accountWords[lang].setUp.passwordLength(PASSWORD.shortest, PASSWORD.longest, length);
  return { field: "password", text };
};
