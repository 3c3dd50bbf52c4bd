// Seals: a field's value is in the log only as a salted hash, so that destroying salt and value redacts it.

import { toBase64Url } from "./base64.ts";
import { canonicalJson, type Json } from "./canonical-json.ts";
import { joinBytes, toUtf8 } from "./utf8.ts";
import { sha256, type Sha256 } from "./hashing.ts";

/** `salt`: 16 random bytes or more, another one for each field of each entry. */
export type OpenField = { readonly name: string; readonly salt: Uint8Array; readonly value: Json };

export const SALT_BYTES = 16;

/** base64url(SHA-256("yinuo/field/v1\n" || salt || "\n" || JCS([name, value]))), the construction of RFC 9901. */
export const sealField = ({ name, salt, value }: OpenField, digest: Sha256 = sha256): string => {
  if (salt.length < SALT_BYTES) throw new RangeError("a salt has at least 16 bytes");
  return toBase64Url(
    digest(joinBytes(toUtf8("yinuo/field/v1\n"), salt, toUtf8(`\n${canonicalJson([name, value])}`))),
  );
};

const MOST_PARTS = 16;

/**
 * A long text as fields of its own, one a paragraph, so that one can be redacted alone: `reason.0`, `reason.1` … A text
 * of one line stays `reason`. Beyond `most` parts, neighbouring paragraphs share one.
 */
export const splitText = (
  name: string,
  text: string,
  most = MOST_PARTS,
): readonly (readonly [name: string, text: string])[] => {
  const paragraphs = text.split("\n");
  if (paragraphs.length === 1) return [[name, text]];
  const each = Math.ceil(paragraphs.length / most);
  return Array.from({ length: Math.ceil(paragraphs.length / each) }, (_, part) => [
    `${name}.${part}`,
    paragraphs.slice(part * each, (part + 1) * each).join("\n"),
  ]);
};

/** The text again, of parts in any order; a part that is gone is `undefined` and leaves its line to `gone`. */
export const joinText = (
  name: string,
  parts: ReadonlyMap<string, string | undefined>,
  gone: string,
): string | undefined => {
  if (parts.has(name)) return parts.get(name) ?? gone;
  const found = [...parts].filter(
    ([part]) => part.startsWith(`${name}.`) && /^\d+$/.test(part.slice(name.length + 1)),
  );
  if (found.length === 0) return undefined;
  return found
    .toSorted(([one], [other]) => Number(one.slice(name.length + 1)) - Number(other.slice(name.length + 1)))
    .map(([, text]) => text ?? gone)
    .join("\n");
};
