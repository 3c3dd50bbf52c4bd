// Reading an entry: only the bytes that `formatEntry` writes are one; what is unknown is refused.

import { bodyCode, ok, refuse, type Result } from "@yinuo/core";
import { parseDay } from "@yinuo/period";
import { isBase64UrlOf } from "./base64.ts";
import { byUnits, isCanonical, isObject, type Json } from "./canonical-json.ts";
import {
  ENTRY_TYPES,
  KEY_TYPES,
  MOST_ENTRY_BYTES,
  REDACTION_GROUNDS,
  REVOCATION_GROUNDS,
  type Entry,
} from "./entry.ts";
import { quickReader } from "./entry-quick.ts";
import { fromUtf8 } from "./utf8.ts";

/** `at`: the first part that is not as it should be. */
export type EntryRefusal =
  | { readonly code: "entryTooLong" | "entryNotJson" | "entryNotCanonical" }
  | { readonly code: "entryTypeUnknown"; readonly type: string }
  | { readonly code: "entryMalformed"; readonly at: string };

const TYPES: ReadonlySet<string> = new Set(ENTRY_TYPES);
const KEYS: ReadonlySet<string> = new Set(KEY_TYPES);
const GROUNDS: ReadonlySet<string> = new Set(REDACTION_GROUNDS);
const REVOCATIONS: ReadonlySet<string> = new Set(REVOCATION_GROUNDS);

const HEADER = ["body", "date", "prev", "seq", "subject", "type", "v"];
/** Codes and periods between slashes, never a sentence. */
const SUBJECT = /^[a-z][a-z-]{0,39}(\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}){0,5}$/u;
const FIELD = /^[a-z][A-Za-z0-9]{0,39}([.-][A-Za-z0-9]{1,40}){0,3}$/;

/** Refuses: entryTooLong, entryNotJson, entryTypeUnknown, entryMalformed, entryNotCanonical. */
export const parseEntry = (bytes: Uint8Array): Result<Entry, EntryRefusal> => {
  if (bytes.length > MOST_ENTRY_BYTES) return refuse({ code: "entryTooLong" });
  const text = fromUtf8(bytes);
  const entry = text === undefined ? undefined : quick(text);
  return entry === undefined ? closely(text) : ok(entry);
};

/** The same without the quick way, which must never make a difference. */
export const parseEntryClosely = (bytes: Uint8Array): Result<Entry, EntryRefusal> =>
  bytes.length > MOST_ENTRY_BYTES ? refuse({ code: "entryTooLong" }) : closely(fromUtf8(bytes));

const closely = (text: string | undefined): Result<Entry, EntryRefusal> => {
  const value = text === undefined ? undefined : readJson(text);
  if (value === undefined) return refuse({ code: "entryNotJson" });
  const refusal = refusalOf(value);
  if (refusal !== undefined) return refuse(refusal);
  return isCanonical(value, text ?? "")
    ? ok(value as unknown as Entry)
    : refuse({ code: "entryNotCanonical" });
};

const quick = quickReader({
  isType: (type) => TYPES.has(type) && !KEYS.has(type) && type !== "redaction.made",
  isSubject: (subject) => SUBJECT.test(subject),
  isField: (name) => isFieldName(name),
});

const readJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

const refusalOf = (value: Json): EntryRefusal | undefined => {
  if (!isObject(value)) return { code: "entryMalformed", at: "entry" };
  const { header, fields, signatures, key, redaction } = value;
  if (!isObject(header)) return { code: "entryMalformed", at: "header" };
  const { type } = header;
  if (typeof type !== "string") return { code: "entryMalformed", at: "header.type" };
  if (!TYPES.has(type)) return { code: "entryTypeUnknown", type };
  const at =
    parts(value, type) ??
    headerFault(header) ??
    fieldsFault(fields, type) ??
    (KEYS.has(type) ? keyFault(key, header) : undefined) ??
    (type === "redaction.made" ? redactionFault(redaction, header) : undefined) ??
    signaturesFault(signatures, KEYS.has(type) ? 1 : 0);
  return at === undefined ? undefined : { code: "entryMalformed", at };
};

type Members = { readonly [name: string]: Json };

/** `names` are sorted, as those of an entry are; another order is said to be not canonical, and not another content. */
const has = (value: Json | undefined, names: readonly string[]): value is Members => {
  if (!isObject(value)) return false;
  const there = Object.keys(value);
  if (there.length !== names.length) return false;
  return there.every((name, at) => name === names[at]) || there.every((name) => names.includes(name));
};

const parts = (value: Members, type: string): string | undefined => {
  const extra = [...(KEYS.has(type) ? ["key"] : []), ...(type === "redaction.made" ? ["redaction"] : [])];
  return has(value, ["fields", "header", ...extra, "signatures"]) ? undefined : "entry";
};

const headerFault = (header: Members): string | undefined => {
  if (!has(header, HEADER)) return "header";
  const { v, body, subject, seq, prev, date } = header;
  if (v !== 1) return "header.v";
  if (!isSignatory(body)) return "header.body";
  if (typeof subject !== "string" || !SUBJECT.test(subject)) return "header.subject";
  if (!isCount(seq)) return "header.seq";
  if (seq === 0 ? prev !== null : !isBase64Url(prev, 32)) return "header.prev";
  return typeof date === "string" && parseDay(date) === date ? undefined : "header.date";
};

const fieldsFault = (fields: Json | undefined, type: string): string | undefined => {
  if (!Array.isArray(fields)) return "fields";
  if (fields.length > 0 && (KEYS.has(type) || type === "redaction.made")) return "fields";
  let before = "";
  for (const field of fields as readonly Json[]) {
    if (!Array.isArray(field) || field.length !== 2) return "fields";
    const [name, seal] = field as readonly Json[];
    if (!isFieldName(name) || byUnits(before, name) >= 0 || !isBase64Url(seal, 32)) return "fields";
    before = name;
  }
  return undefined;
};

const keyFault = (key: Json | undefined, { type, body, subject }: Members): string | undefined => {
  const names = type === "key.revoked" ? ["ground", "public"] : ["public"];
  if (!has(key, names) || !isBase64Url(key["public"], 32)) return "key";
  if (type === "key.revoked" && !isOneOf(REVOCATIONS, key["ground"])) return "key.ground";
  return subject === (typeof body === "string" ? `key/${body}` : "key") ? undefined : "header.subject";
};

const redactionFault = (redaction: Json | undefined, { body }: Members): string | undefined => {
  const names = ["approvers", "field", "ground"];
  const withReplacement = isObject(redaction) && "replacement" in redaction;
  if (!has(redaction, [...names, ...(withReplacement ? ["replacement"] : []), "target"])) return "redaction";
  const { target, field, ground, approvers, replacement } = redaction;
  if (!isCount(target)) return "redaction.target";
  // The header is what keeps the log accountable; its names are no names of fields.
  if (!isFieldName(field)) return "redaction.field";
  if (!isOneOf(GROUNDS, ground)) return "redaction.ground";
  if (withReplacement && !isBase64Url(replacement, 32)) return "redaction.replacement";
  if (!Array.isArray(approvers) || approvers.length !== 2) return "redaction.approvers";
  const [first, second] = approvers as readonly Json[];
  const areTwo =
    isSignatory(first) && isSignatory(second) && first !== null && second !== null && first !== second;
  return areTwo && first === body ? undefined : "redaction.approvers";
};

/** Only a change of keys has to be signed. */
const signaturesFault = (signatures: Json | undefined, fewest: number): string | undefined => {
  if (!Array.isArray(signatures) || signatures.length < fewest || signatures.length > 2) return "signatures";
  const isSignature = (each: Json): boolean =>
    has(each, ["body", "key", "signature"]) &&
    isSignatory(each["body"]) &&
    typeof each["key"] === "string" &&
    /^[0-9a-f]{16}$/.test(each["key"]) &&
    isBase64Url(each["signature"], 64);
  return (signatures as readonly Json[]).every(isSignature) ? undefined : "signatures";
};

const isSignatory = (value: Json | undefined): value is string | null =>
  value === null || (typeof value === "string" && bodyCode(value) === value);

const isCount = (value: Json | undefined): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

export const isFieldName = (value: unknown): value is string =>
  typeof value === "string" && FIELD.test(value) && !HEADER.includes(value);

const isOneOf = (names: ReadonlySet<string>, value: Json | undefined): boolean =>
  typeof value === "string" && names.has(value);

const isBase64Url = (value: Json | undefined, bytes: number): value is string =>
  typeof value === "string" && isBase64UrlOf(value, bytes);
