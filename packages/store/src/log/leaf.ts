// The bytes of a leaf (decision 0017): header, a seal for each field, and the signature of the body where its key is there.

import { randomBytes } from "node:crypto";
import {
  byUnits,
  formatEntry,
  MOST_ENTRY_BYTES,
  SALT_BYTES,
  sealField,
  signedBytes,
  toBase64Url,
  type EntryContent,
  type EntryHeader,
  type Json,
} from "@yinuo/transparency-log";
import { hashing, sha256 } from "./digest.ts";
import { DEEPEST, fieldsOf, type Field, type Told } from "./fields.ts";

/** Signs for a body: only with its key can words be put into its mouth. */
export type Signer = {
  /** `null`: the jurisdiction itself. */
  readonly body: string | null;
  /** As `bodyKeyId` makes it of the public key. */
  readonly keyId: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
};

/** In the order of the fields' names. */
export type SealedOpening = {
  readonly field: string;
  readonly value: Json;
  readonly salt: Uint8Array;
  readonly seal: string;
};

export type Leaf = {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  readonly openings: readonly SealedOpening[];
};

export type Saying = Pick<EntryContent, "key" | "redaction"> & {
  readonly header: EntryHeader;
  readonly told: Told;
};

/** What the header and a signature may take; a field takes its name, its seal and the signs around them. */
const SPARE_BYTES = 1100;

/** A field each for every piece; where that is too much for a leaf, what lies deepest stays together. */
export const makeLeaf = async ({ told, ...said }: Saying, signers: readonly Signer[] = []): Promise<Leaf> => {
  const openings = sealed(fieldsThatFit(told));
  const content = { ...said, fields: openings.map(({ field, seal }) => [field, seal] as const) };
  const bytes = formatEntry({ ...content, signatures: await signaturesOf(content, signers) });
  return { bytes, hash: hashing.leaf(bytes), openings };
};

const fieldsThatFit = (told: Told): readonly Field[] => {
  for (let depth = DEEPEST; ; depth -= 1) {
    const fields = fieldsOf(told, depth);
    const bytes = fields.reduce((sum, [name]) => sum + name.length + 50, SPARE_BYTES);
    if (bytes <= MOST_ENTRY_BYTES || depth === 1) return fields;
  }
};

const sealed = (fields: readonly Field[]): readonly SealedOpening[] => {
  const salts = randomBytes(SALT_BYTES * fields.length);
  return fields
    .toSorted(([one], [other]) => byUnits(one, other))
    .map(([field, value], at) => {
      const salt = salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
      return { field, value, salt, seal: sealField({ name: field, salt, value }, sha256) };
    });
};

const signaturesOf = (content: EntryContent, signers: readonly Signer[]) => {
  if (signers.length === 0) return [];
  const bytes = signedBytes(content);
  return Promise.all(
    signers.map(async ({ body, keyId, sign }) => ({
      body,
      key: keyId,
      signature: toBase64Url(await sign(bytes)),
    })),
  );
};
