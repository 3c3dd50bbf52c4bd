// The fields of the jurisdiction, the same at the first set-up and at the desk, and what may be wrong with them.

import { daysOf, LIMITS, tidy, typedNumber, type Jurisdiction, type JurisdictionInput } from "@yinuo/core";
import type { Child } from "hono/jsx";
import { refusalText } from "@yinuo/words";
import { LANGS, type Lang } from "../lang.ts";
import type { FieldError } from "../parts/index.ts";
import { accountWords } from "../words/accounts.ts";
import type { Fields } from "./fields.tsx";
import type { Form } from "./form.ts";

export const jurisdictionFields = (lang: Lang, fields: Fields): Child => {
  const words = accountWords[lang].setUp;
  const languages = LANGS.map((value) => ({ value, text: words.languageNames[value] }));
  return (
    <>
      {fields.text("name", {
        label: words.name,
        hint: words.nameHint,
        required: true,
        maxlength: LIMITS.name,
      })}
      {fields.text("nameEn", { label: words.nameEn, required: false, maxlength: LIMITS.name })}
      {fields.text("timeZone", { hint: words.timeZoneHint, required: true })}
      <fieldset class="field">
        <legend>{words.languages}</legend>
        {languages.map(({ value, text }) => fields.tick("languages", { label: text, value }))}
      </fieldset>
      {fields.select("defaultLanguage", languages)}
      {fields.text("licence", { hint: words.licenceHint, required: false, maxlength: LIMITS.source })}
      {fields.text("licenceUrl", { required: false, type: "url" })}
      {fields.text("contact", { hint: words.contactHint, required: false, maxlength: LIMITS.source })}
      {fields.number("appealDays", { required: false })}
      {fields.number("lookBackAfterDays", { required: false })}
      {fields.tick("independent", { label: words.independent, hint: words.independentHint })}
    </>
  );
};

export type JurisdictionRead =
  | { readonly ok: true; readonly value: JurisdictionInput }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** All that is wrong at once, so that nobody mends one field to learn of the next. */
export const readJurisdiction = (lang: Lang, form: Form): JurisdictionRead => {
  const words = accountWords[lang].setUp;
  const errors: FieldError[] = [];
  const wrong = (field: string, text: string): void => void errors.push({ field, text });
  const missing = (field: string): void => wrong(field, refusalText(lang, { code: "textMissing", field }));
  const text = (field: string): string | undefined => tidy(form.text(field)) || undefined;
  const name = text("name");
  const timeZone = text("timeZone");
  const licenceUrl = text("licenceUrl");
  const languages = LANGS.filter((one) => form.texts("languages").includes(one));
  const defaultLanguage = languages.find((one) => one === form.text("defaultLanguage"));
  if (name === undefined) missing("name");
  if (timeZone === undefined) missing("timeZone");
  else if (!isTimeZone(timeZone)) wrong("timeZone", words.timeZoneWrong(timeZone));
  if (languages.length === 0) missing("languages");
  else if (defaultLanguage === undefined)
    wrong(
      "defaultLanguage",
      refusalText(lang, {
        code: "choiceUnknown",
        field: "defaultLanguage",
        typed: form.text("defaultLanguage"),
      }),
    );
  if (licenceUrl !== undefined && !isWebAddress(licenceUrl))
    wrong("licenceUrl", words.licenceUrlWrong(licenceUrl));
  for (const [field, longest] of LONGEST) {
    const { length } = [...(text(field) ?? "")];
    if (length > longest) wrong(field, refusalText(lang, { code: "textTooLong", field, longest, length }));
  }
  const days = (field: "appealDays" | "lookBackAfterDays"): number | undefined => {
    const read = typedNumber(field, form.text(field));
    if (!read.ok) wrong(field, refusalText(lang, read.error));
    return read.ok ? read.value : undefined;
  };
  const rules = { appealDays: days("appealDays"), lookBackAfterDays: days("lookBackAfterDays") };
  if (errors.length > 0 || name === undefined || timeZone === undefined || defaultLanguage === undefined)
    return { ok: false, errors };
  const rest = {
    nameEn: text("nameEn"),
    licence: text("licence"),
    licenceUrl,
    contact: text("contact"),
    ...rules,
  };
  return {
    ok: true,
    value: { name, timeZone, languages, defaultLanguage, independent: form.has("independent"), ...rest },
  };
};

const LONGEST = [
  ["name", LIMITS.name],
  ["nameEn", LIMITS.name],
  ["licence", LIMITS.source],
  ["licenceUrl", 500],
  ["contact", LIMITS.source],
] as const;

/** Names of the IANA database as Intl knows them; a bare offset such as +08:00 is no zone with a history. */
const isTimeZone = (typed: string): boolean => {
  if (!/^[A-Za-z]/.test(typed)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const isWebAddress = (typed: string): boolean =>
  URL.canParse(typed) && ["http:", "https:"].includes(new URL(typed).protocol);

/** What the fields show of a jurisdiction there is. */
export const jurisdictionValues = (
  jurisdiction: Jurisdiction,
): Record<string, string | readonly string[] | undefined> => {
  const {
    sample: _sample,
    setUpOn: _setUpOn,
    independent,
    appealDays: _a,
    lookBackAfterDays: _l,
    ...texts
  } = jurisdiction;
  return {
    ...texts,
    ...Object.fromEntries(Object.entries(daysOf(jurisdiction)).map(([name, days]) => [name, String(days)])),
    independent: independent ? "yes" : undefined,
  };
};
