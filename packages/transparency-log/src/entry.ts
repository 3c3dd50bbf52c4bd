// Entries: what the ledger puts into the log. A header of a closed vocabulary, sealed fields, signatures of bodies.

import { PUBLIC_VERBS, REDACTION_GROUNDS, type RedactionGround } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { toBase64Url } from "./base64.ts";
import { byUnits, canonicalJson } from "./canonical-json.ts";
import { sha256, type Hash } from "./hashing.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { toUtf8 } from "./utf8.ts";

export const KEY_TYPES = ["key.added", "key.rotated", "key.revoked"] as const;
export const ENTRY_TYPES = PUBLIC_VERBS;
export type EntryType = (typeof ENTRY_TYPES)[number];

export { REDACTION_GROUNDS };
export type { RedactionGround };

export const REVOCATION_GROUNDS = ["lost", "compromised", "no-longer-used"] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** A body by its code; `null` is the jurisdiction itself, for what its stewards do outside any body. */
export type Signatory = string | null;

export type EntryHeader = {
  readonly v: 1;
  readonly type: EntryType;
  readonly body: Signatory;
  /** The subject of the history entry, `commitment/2026/SF-03`; for keys `key/<body>` or `key`. */
  readonly subject: string;
  /** How many entries this subject had before. */
  readonly seq: number;
  /** The leaf hash of the subject's entry before, base64url; `null` for its first. */
  readonly prev: string | null;
  /** The day it is said to have happened. */
  readonly date: Day;
};

/** Sorted by name; a name occurs once. */
export type SealedField = readonly [name: string, seal: string];

/** `key`: `bodyKeyId` of the key; `signature`: base64url. */
export type EntrySignature = { readonly body: Signatory; readonly key: string; readonly signature: string };

/** `public`: base64url of 32 bytes: the key that comes, or with `key.revoked` the one that goes. */
export type KeyChange = { readonly public: string; readonly ground?: RevocationGround };

export type Redaction = {
  /** The index of the leaf. */
  readonly target: number;
  readonly field: string;
  readonly ground: RedactionGround;
  readonly approvers: readonly [string, string];
  /** The seal of a masked value that takes the place of the one that goes. */
  readonly replacement?: string;
};

/** What is signed. `key` with the types of `KEY_TYPES`, `redaction` with `redaction.made`; both without fields. */
export type EntryContent = {
  readonly header: EntryHeader;
  readonly fields: readonly SealedField[];
  readonly key?: KeyChange;
  readonly redaction?: Redaction;
};

/**
 * One signature, of the header's body; of two approvers for a redaction; for keys see `audit-keys.ts`. None where it was
 * written without the body's key, from the command line or by a body that has no key yet: then it is the operator's word.
 */
export type Entry = EntryContent & { readonly signatures: readonly EntrySignature[] };

export const MOST_ENTRY_BYTES = 4096;

/** What stands before the canonical content when it is signed. */
const SIGNED = "yinuo/entry/v1\n";

/** The leaf's bytes. More than 4,096 of them are a fault of the caller, who has to put less into one entry. */
export const formatEntry = (entry: Entry): Uint8Array => {
  const bytes = toUtf8(canonicalJson(entry));
  if (bytes.length > MOST_ENTRY_BYTES) throw new RangeError(`an entry of ${bytes.length} bytes`);
  return bytes;
};

/** "yinuo/entry/v1\n" and the canonical JSON of the entry without its signatures. */
export const signedBytes = ({ header, fields, key, redaction }: EntryContent): Uint8Array => {
  const content = { header, fields, ...(key && { key }), ...(redaction && { redaction }) };
  return toUtf8(SIGNED + canonicalJson(content));
};

/** 16 hexadecimal digits of the key's SHA-256. */
export const bodyKeyId = (publicKey: Uint8Array): string =>
  [...sha256(publicKey).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** `seed`: the body's private key. */
export type BodySigner = { readonly body: Signatory; readonly seed: Uint8Array };

export const signEntry = (
  content: EntryContent,
  signers: readonly BodySigner[],
  crypto: Pick<Ed25519, "sign" | "publicKey"> = ED25519,
): Entry => {
  const fields = content.fields.toSorted(([one], [other]) => byUnits(one, other));
  const message = signedBytes({ ...content, fields });
  const signatures = signers.map(({ body, seed }) => ({
    body,
    key: bodyKeyId(crypto.publicKey(seed)),
    signature: toBase64Url(crypto.sign(message, seed)),
  }));
  return { ...content, fields, signatures };
};

/** How the next entry of the subject refers to the one with this leaf hash. */
export const prevOf = (leaf: Hash): string => toBase64Url(leaf);
