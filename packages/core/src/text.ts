// Free text as it is kept: NFC, trimmed, without control characters, within a stated length.

import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** Longest texts in characters, by what they are for. The forms, the import and the database use the same numbers. */
export const LIMITS = {
  name: 300,
  title: 800,
  text: 4000,
  reason: 500,
  unit: 24,
  source: 300,
  caption: 300,
} as const;
export type TextKind = keyof typeof LIMITS;

// Control characters (except tab and line feed) and invisible direction marks that could disguise a text.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Tidies a text without changing its words. */
export const tidy = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(UNPRINTABLE, "").normalize("NFC").trim();

/** A text that may be absent; refuses only one that is too long. */
export const readText = (
  field: string,
  kind: TextKind,
  typed: string | undefined,
): Result<string | undefined, Refusal> => {
  const text = tidy(typed ?? "");
  const length = [...text].length;
  if (length > LIMITS[kind]) return refuse({ code: "textTooLong", field, longest: LIMITS[kind], length });
  return ok(text === "" ? undefined : text);
};

/** A text that must be there. */
export const needText = (
  field: string,
  kind: TextKind,
  typed: string | undefined,
): Result<string, Refusal> => {
  const read = readText(field, kind, typed);
  if (!read.ok) return read;
  return read.value === undefined ? refuse({ code: "textMissing", field }) : ok(read.value);
};

/** Texts that may be absent, by field name and what they are for. */
type Fields = Readonly<Record<string, TextKind>>;
type TextsOf<F extends Fields> = { readonly [name in keyof F]: string | undefined };

/** Reads several texts that may be absent; refuses the first that is too long. */
export const readTexts = <const F extends Fields>(
  fields: F,
  input: { readonly [name in keyof F]?: string | undefined },
): Result<TextsOf<F>, Refusal> => {
  const texts: Record<string, string | undefined> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const text = readText(name, kind, input[name]);
    if (!text.ok) return text;
    texts[name] = text.value;
  }
  return ok(texts as TextsOf<F>);
};

/** A reason for what will stay visible. Refuses: reasonMissing, textTooLong. */
export const needReason = (typed: string | undefined): Result<string, Refusal> => {
  const reason = readText("reason", "reason", typed);
  if (!reason.ok) return reason;
  return reason.value === undefined ? refuse({ code: "reasonMissing", field: "reason" }) : ok(reason.value);
};
