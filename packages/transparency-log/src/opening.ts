// Openings: salts and values beside the log (`open/<index>.json`), and what each field of an entry turns out to be.

import { ok, refuse, type Result } from "@yinuo/core";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { byUnits, canonicalJson, isJson, isObject, type Json } from "./canonical-json.ts";
import { isFieldName } from "./entry-parse.ts";
import type { Entry, Redaction } from "./entry.ts";
import { SALT_BYTES, sealField, type OpenField } from "./field-seal.ts";
import { sha256, type Sha256 } from "./hashing.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

export type Opening = { readonly index: number; readonly fields: readonly OpenField[] };

export type OpeningRefusal = { readonly code: "openingMalformed" };

/** `{"fields":{"<name>":{"salt":"<base64url>","value":…}},"index":12,"v":1}`, canonical. */
export const formatOpening = ({ index, fields }: Opening): Uint8Array => {
  const members = fields.map(({ name, salt, value }) => [name, { salt: toBase64Url(salt), value }] as const);
  return toUtf8(canonicalJson({ fields: Object.fromEntries(members), index, v: 1 }));
};

/** Unknown members are refused; spelling and order are free, since nothing is hashed as it stands. Refuses: openingMalformed. */
export const parseOpening = (bytes: Uint8Array): Result<Opening, OpeningRefusal> => {
  const malformed = refuse({ code: "openingMalformed" as const });
  const value = readJson(fromUtf8(bytes));
  if (!isObject(value) || !isJson(value) || Object.keys(value).toSorted(byUnits).join() !== "fields,index,v")
    return malformed;
  const { fields, index, v } = value;
  if (v !== 1 || !Number.isSafeInteger(index) || Number(index) < 0 || !isObject(fields)) return malformed;
  const open: OpenField[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (
      !isFieldName(name) ||
      !isObject(field) ||
      Object.keys(field).toSorted(byUnits).join() !== "salt,value"
    )
      return malformed;
    const salt = typeof field["salt"] === "string" ? fromBase64Url(field["salt"]) : undefined;
    if (salt === undefined || salt.length < SALT_BYTES) return malformed;
    open.push({ name, salt, value: field["value"] ?? null });
  }
  return ok({ index: Number(index), fields: open });
};

const readJson = (text: string | undefined): Json | undefined => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
};

/** A redaction with the index of the leaf that holds it. */
export type MadeRedaction = Redaction & { readonly index: number };

/**
 * `ok`: the value is what was sealed. `redacted`: it was taken out, by the redaction that is named, with the masked value
 * where there is one. `missing-unexplained`: it is gone and nothing says why. `mismatch`: it is not what was sealed, or
 * was never in the entry.
 */
export type FieldVerdict =
  | { readonly name: string; readonly is: "ok"; readonly value: Json }
  | { readonly name: string; readonly is: "redacted"; readonly by: MadeRedaction; readonly masked?: Json }
  | { readonly name: string; readonly is: "missing-unexplained" | "mismatch" };

/**
 * Every field of the entry, and every opened one that it has not. `redactions`: those that target this entry. A value
 * that is still shown after its redaction is `ok`: the redaction was not carried out.
 */
export const verifyOpening = (
  {
    entry,
    opening,
    redactions,
  }: {
    readonly entry: Entry;
    readonly opening: Opening | undefined;
    readonly redactions: readonly MadeRedaction[];
  },
  digest: Sha256 = sha256,
): readonly FieldVerdict[] => {
  const open = new Map((opening?.fields ?? []).map((field) => [field.name, field]));
  const verdicts = entry.fields.map(([name, seal]): FieldVerdict => {
    const field = open.get(name);
    open.delete(name);
    const by = redactions.find((each) => each.field === name);
    if (field === undefined)
      return by === undefined ? { name, is: "missing-unexplained" } : { name, is: "redacted", by };
    const found = sealField(field, digest);
    if (found === seal) return { name, is: "ok", value: field.value };
    return by !== undefined && found === by.replacement
      ? { name, is: "redacted", by, masked: field.value }
      : { name, is: "mismatch" };
  });
  return [...verdicts, ...[...open.keys()].map((name): FieldVerdict => ({ name, is: "mismatch" }))];
};
