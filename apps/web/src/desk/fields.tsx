// The fields of one form: each named once, with its label, what was typed, and what is wrong with it.

import type { Child } from "hono/jsx";
import { fieldName } from "@yinuo/words";
import type { Lang } from "../lang.ts";
import { ErrorSummary, Field, Select, TextArea, type Option } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import type { Form } from "./form.ts";
import { located, Screened, type ScreenedError } from "./screened.tsx";

type Look = {
  /** Other words than the field's usual name. */
  readonly label?: string | undefined;
  readonly hint?: Child;
  /** Says "optional" when false, and asks the browser to insist when true. */
  readonly required?: boolean | undefined;
};

type TextLook = Look & {
  readonly type?: "text" | "password" | "email" | "date" | "url" | undefined;
  readonly unit?: string | undefined;
  readonly short?: boolean | undefined;
  readonly inputmode?: "decimal" | "numeric" | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxlength?: number | undefined;
};

export type Fields = {
  readonly text: (name: string, look?: TextLook) => Child;
  readonly day: (name: string, look?: TextLook) => Child;
  readonly number: (name: string, look?: TextLook) => Child;
  readonly area: (
    name: string,
    look?: Look & { readonly rows?: number; readonly maxlength?: number },
  ) => Child;
  readonly select: (name: string, options: readonly Option[], look?: Look) => Child;
  readonly tick: (
    name: string,
    look: { readonly label: string; readonly hint?: Child; readonly value?: string },
  ) => Child;
  /** Typed once for a new record; only shown for one that has it, since codes never change. */
  readonly code: (given: string | undefined) => Child;
  readonly error: (name: string) => string | undefined;
  readonly summary: () => Child;
  /** Inside the form of texts that are published: what was found in them. */
  readonly screened: () => Child;
};

type Given = { readonly lang: Lang; readonly form: Form; readonly errors: readonly ScreenedError[] };

export const fieldsOf = ({ lang, form, errors: given }: Given): Fields => {
  const errors = given.map((error) => located(form, error));
  const error = (name: string): string | undefined => errors.find(({ field }) => field === name)?.text;
  const base = (name: string, look: Look) => ({
    lang,
    name,
    label: look.label ?? fieldName(lang, name),
    hint: look.hint,
    required: look.required,
    error: error(name),
    value: form.text(name),
  });
  const text: Fields["text"] = (name, look = {}) => <Field {...look} {...base(name, look)} />;
  return {
    text,
    day: (name, look = {}) => text(name, { type: "date", short: true, ...look }),
    number: (name, look = {}) =>
      text(name, { inputmode: "decimal", short: true, autocomplete: "off", ...look }),
    area: (name, look = {}) => <TextArea {...look} {...base(name, look)} />,
    select: (name, options, look = {}) => <Select options={options} {...base(name, look)} />,
    tick: (name, { label, hint, value = "yes" }) => (
      <div class="field">
        <label>
          <input type="checkbox" name={name} value={value} checked={form.texts(name).includes(value)} />{" "}
          {label}
        </label>
        {hint ? <div class="hint">{hint}</div> : null}
      </div>
    ),
    code: (given) =>
      given === undefined ? (
        text("code", {
          hint: deskFormWords[lang].codeHint,
          required: true,
          short: true,
          maxlength: 40,
          autocomplete: "off",
        })
      ) : (
        <p>
          <input type="hidden" name="code" value={given} />
          {fieldName(lang, "code")} <code>{given}</code>{" "}
          <span class="faint">{deskFormWords[lang].codeFixed}</span>
        </p>
      ),
    error,
    summary: () => <ErrorSummary lang={lang} errors={errors} />,
    screened: () => <Screened lang={lang} form={form} errors={errors} />,
  };
};
