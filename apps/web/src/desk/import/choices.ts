// The forms in which somebody decides how a file is read.

import { ENCODINGS, SEPARATORS, type Choices } from "@yinuo/spreadsheet";
import { IMPORT_NOUNS, type ImportNoun, type Settings } from "@yinuo/tables";
import type { Form } from "../form.ts";

const oneOf = <T extends string>(all: readonly T[], typed: string): T | undefined =>
  all.find((one) => one === typed);

const whole = (typed: string): number | undefined =>
  /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined;

/** The "how it is read" form; what was left on automatic is absent. */
export const readReading = (form: Form): Choices => ({
  sheet: whole(form.text("sheet")),
  encoding: oneOf(ENCODINGS, form.text("encoding")),
  separator: oneOf(SEPARATORS, form.text("separator")),
  headerRow: whole(form.text("headerRow")),
  headerRows: whole(form.text("headerRows")),
  decimal: oneOf([".", ","], form.text("decimal")),
  dayOrder: oneOf(["dmy", "mdy"], form.text("dayOrder")),
  calendar: oneOf(["roc"], form.text("calendar")),
});

/** The same form's choices about days, numbers and periods, which the mapped cells are read by. */
export const withReading = (settings: Settings, form: Form): Settings => ({
  ...settings,
  decimal: oneOf([".", ","], form.text("decimal")),
  dayOrder: oneOf(["dmy", "mdy"], form.text("dayOrder")),
  calendar: oneOf(["roc"], form.text("calendar")),
  percent: oneOf(["fraction", "points"], form.text("percent")),
  fiscal: form.text("fiscal") === "" ? undefined : form.text("fiscal") === "yes",
});

export const nounOf = (typed: string, otherwise: ImportNoun): ImportNoun =>
  oneOf(IMPORT_NOUNS, typed) ?? otherwise;
