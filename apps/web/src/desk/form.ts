// What somebody typed into a form, kept as typed, so that it can be shown again whatever happens.

import { masked } from "@yinuo/core";
import type { Upload } from "@yinuo/evidence";
import type { Ctx } from "../site.ts";

/** The button that sends the named fields masked; the field with the reason to keep what is in them. */
export const [MASK, MASKED_FIELD, KEEP] = ["mask", "mask.field", "keepPersonalData"] as const;

/** What a form says of itself and of the files sent with it: no part of what somebody typed. */
export const KEEP_AWAY = /^(?:draft|draftId|add|paste|confirm|mask|mask\.field|(?:kept|drop|file)\.\d+)$/;

export type Form = {
  /** Of the fields that were sent. */
  readonly names: readonly string[];
  /** The typed text of a field; empty when the field was not sent. */
  readonly text: (name: string) => string;
  /** All values of a field that may be sent several times. */
  readonly texts: (name: string) => readonly string[];
  /** Whether a box was ticked or a button pressed. */
  readonly has: (name: string) => boolean;
  /** Files with content; a browser sends an empty one where none was chosen. */
  readonly files: (name: string) => readonly Upload[];
};

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as the page shows it first: with what the record says. */
export const formOf = (values: Values): Form => {
  const texts = (name: string): readonly string[] => {
    const value = values[name];
    return value === undefined ? [] : typeof value === "string" ? [value] : value;
  };
  return {
    names: Object.keys(values),
    text: (name) => texts(name)[0] ?? "",
    texts,
    has: (name) => texts(name).length > 0,
    files: () => [],
  };
};

/** The form that was sent, urlencoded or multipart; masked where its sender asked for that. What is neither reads as a form with nothing filled in. */
export const readForm = async (c: Ctx): Promise<Form> => {
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(
    c.req.header("content-type") ?? "",
  );
  const data = isForm ? await c.req.formData().catch(() => new FormData()) : new FormData();
  const typed = (name: string): readonly string[] =>
    data.getAll(name).filter((value): value is string => typeof value === "string");
  const toMask = new Set(data.has(MASK) ? typed(MASKED_FIELD) : []);
  const texts = (name: string): readonly string[] =>
    toMask.has(name) ? typed(name).map(masked) : typed(name);
  return {
    names: [...new Set(data.keys())],
    text: (name) => texts(name)[0] ?? "",
    texts,
    has: (name) => texts(name).length > 0,
    files: (name) =>
      data.getAll(name).filter((value) => typeof value !== "string" && value.size > 0) as Upload[],
  };
};

/** A form with some of its fields replaced. */
export const withValues = (form: Form, values: Values): Form => {
  const replaced = formOf(values);
  const pick = (name: string): Form => (name in values ? replaced : form);
  return {
    names: [...new Set([...form.names, ...Object.keys(values)])],
    text: (name) => pick(name).text(name),
    texts: (name) => pick(name).texts(name),
    has: (name) => pick(name).has(name),
    files: (name) => form.files(name),
  };
};

/** The version of the record that the form was filled in from; 0 where there was none, `undefined` where it does not say. */
export const seenVersion = (form: Form): number | undefined => {
  const seen = form.text("seenVersion").trim();
  return /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
};

/** The form of somebody who has been shown that version. */
export const seeing = (form: Form, version: number): Form =>
  withValues(form, { seenVersion: String(version) });

/** A form opened again later: what the record became since is shown, and saving it is a decision made with open eyes. */
export const caughtUp = (
  form: Form,
  { version }: { readonly version: number },
): { readonly form: Form; readonly since?: number } => {
  const seen = seenVersion(form);
  return seen === undefined || seen === version ? { form } : { form: seeing(form, version), since: seen };
};

/** The fields of one row, by their own names: `rows.A-1.value` is `value` of the row `rows.A-1.`. */
export const rowOf = (form: Form, row: string): Form => ({
  names: form.names.flatMap((name) => (name.startsWith(row) ? [name.slice(row.length)] : [])),
  text: (name) => form.text(row + name),
  texts: (name) => form.texts(row + name),
  has: (name) => form.has(row + name),
  files: (name) => form.files(row + name),
});
