// The bytes of a leaf: a canonical header without free text, and a salted commitment for each field.

import { randomBytes } from "node:crypto";
import type { Field } from "./fields.ts";
import { hashing, sha256 } from "./digest.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Signs for a body: only with its key can words be put into its mouth. */
export type Signer = {
  readonly body: string;
  readonly keyId: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
};

/** In the order of the fields' names. */
export type Opening = {
  readonly field: string;
  readonly value: Json;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
};

export type Leaf = {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  readonly openings: readonly Opening[];
};

/** All of it public for good: codes, days and words of closed lists alone. */
export type Header = { readonly [name: string]: Json | undefined };

const MOST_BYTES = 4096;
const SALT_BYTES = 16;

/**
 * `fields` are listed in the leaf with their commitments; where that is too long, `list` is the hash of the list, which is
 * told with the openings.
 */
export const makeLeaf = async (header: Header, fields: readonly Field[], signer?: Signer): Promise<Leaf> => {
  const openings = openingsOf(fields);
  const list = openings.map(({ field, commitment }) => [field, base64url(commitment)] as const);
  const plain = { ...header, ...(signer === undefined ? {} : { key: signer.keyId }) };
  const whole = await signed({ ...plain, fields: list }, signer);
  const bytes =
    whole.length <= MOST_BYTES
      ? whole
      : await signed(
          { ...plain, list: base64url(sha256(utf8(`yinuo/fields/v1\n${canonical(list)}`))) },
          signer,
        );
  if (bytes.length > MOST_BYTES) throw new Error("the header of a leaf is too long");
  return { bytes, hash: hashing.leaf(bytes), openings };
};

const openingsOf = (fields: readonly Field[]): readonly Opening[] => {
  const salts = randomBytes(SALT_BYTES * fields.length);
  return fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value], at) => {
      const salt = salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
      return { field, value, salt, commitment: commitmentOf(field, value, salt) };
    });
};

/** SHA-256("yinuo/field/v1\n" || salt || "\n" || JCS([name, value])) */
const commitmentOf = (field: string, value: Json, salt: Uint8Array): Uint8Array =>
  sha256(Buffer.concat([BEGIN, salt, utf8(`\n${canonical([field, value])}`)]));

const BEGIN = Buffer.from("yinuo/field/v1\n");

/** The signature is over the leaf without it. */
const signed = async (leaf: Header, signer: Signer | undefined): Promise<Uint8Array> => {
  const bytes = utf8(canonical(leaf));
  if (signer === undefined) return bytes;
  return utf8(canonical({ ...leaf, signature: base64url(await signer.sign(bytes)) }));
};

/** RFC 8785: names in the order of their UTF-16 units, numbers as ECMAScript writes them, absent ones left out. */
const canonical = (value: Json | Header | undefined): string => {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value as Header)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(",")}}`;
};

const utf8 = (text: string): Buffer => Buffer.from(text);
export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
