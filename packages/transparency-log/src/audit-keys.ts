// Whose keys hold at a place in the log, and whether an entry bears the signatures it has to bear.

import { fromBase64Url } from "./base64.ts";
import { bodyKeyId, signedBytes, type Entry, type Signatory } from "./entry.ts";
import type { Ed25519 } from "./signature.ts";

/** The one active key of a body; the jurisdiction's own under `null`. */
export type BodyKeys = ReadonlyMap<Signatory, { readonly id: string; readonly publicKey: Uint8Array }>;

/**
 * `signersWrong`: not the signatures this type of entry needs. `keyUnknown`: signed with a key that was not the body's at
 * this place. `signatureWrong`: it does not verify. `keyTaken`: a key was added where one is active. `keyNotActive`: one
 * was revoked or rotated that is not.
 */
export type KeyFault = "signersWrong" | "keyUnknown" | "signatureWrong" | "keyTaken" | "keyNotActive";

/**
 * `keyReplaced`: the old key did not sign for the one that takes its place, so nobody who had it did. `keyUnconfirmed`: the
 * jurisdiction did not sign for a body's first key, or its first after one was revoked.
 */
export type KeyFlag = "keyReplaced" | "keyUnconfirmed";

type Checked =
  | { readonly keys: BodyKeys; readonly flag?: KeyFlag | undefined }
  | { readonly fault: KeyFault };

/**
 * The keys after this entry, or what is wrong with it.
 * - `key.added`: signed by the new key itself and, but for the jurisdiction's own, by the jurisdiction's active key;
 *   without that it is flagged.
 * - `key.rotated`: signed by the old key, then by the new one; by the new one alone it is flagged.
 * - `key.revoked`: signed by the key that goes, or by the jurisdiction's.
 * - `redaction.made`: signed by both approvers, in their order.
 * - all else: signed by the body of the header.
 * But for the keys an entry may have no signature at all; the audit counts those.
 */
export const checkSignatures = (
  entry: Entry,
  keys: BodyKeys,
  verify: Ed25519["verify"] | "unchecked",
): Checked => {
  const { header, key, redaction, signatures } = entry;
  if (signatures.length === 0 && key === undefined) return { keys };
  if (key === undefined && redaction === undefined) return checkOwn(entry, keys, verify);
  const change = key === undefined ? undefined : keyOf(fromBase64Url(key.public) ?? new Uint8Array());
  const active = keys.get(header.body);
  if (header.type === "key.added" && active !== undefined) return { fault: "keyTaken" };
  if (header.type === "key.rotated" && active === undefined) return { fault: "keyNotActive" };
  if (header.type === "key.revoked" && active?.id !== change?.id) return { fault: "keyNotActive" };
  const wanted = wantedOf(entry, { keys, change });
  if (wanted === undefined) return { fault: "keyUnknown" };
  const bySigner =
    wanted.length === signatures.length && wanted.every(({ body }, at) => signatures[at]?.body === body);
  if (!bySigner) return { fault: "signersWrong" };
  const strange = wanted.some(({ id }, at) => signatures[at]?.key !== id);
  if (strange) return { fault: "keyUnknown" };
  if (verify !== "unchecked") {
    const { fields } = entry;
    const message = signedBytes({ header, fields, ...(key && { key }), ...(redaction && { redaction }) });
    const right = wanted.every(({ publicKey }, at) =>
      verify(fromBase64Url(signatures[at]?.signature ?? "") ?? new Uint8Array(), message, publicKey),
    );
    if (!right) return { fault: "signatureWrong" };
  }
  return { keys: keysAfter(entry, { keys, change }), flag: flagOf(entry) };
};

/** Of nearly all entries: one signature, of the header's body. */
const checkOwn = (
  { header, fields, signatures }: Entry,
  keys: BodyKeys,
  verify: Ed25519["verify"] | "unchecked",
): Checked => {
  const own = keys.get(header.body);
  const signature = signatures[0];
  if (own === undefined) return { fault: "keyUnknown" };
  if (signature === undefined || signatures.length > 1 || signature.body !== header.body)
    return { fault: "signersWrong" };
  if (signature.key !== own.id) return { fault: "keyUnknown" };
  if (verify === "unchecked") return { keys };
  const bytes = fromBase64Url(signature.signature) ?? new Uint8Array();
  return verify(bytes, signedBytes({ header, fields }), own.publicKey)
    ? { keys }
    : { fault: "signatureWrong" };
};

type Key = { readonly id: string; readonly publicKey: Uint8Array };
type Wanted = Key & { readonly body: Signatory };
type State = { readonly keys: BodyKeys; readonly change: Key | undefined };

const keyOf = (publicKey: Uint8Array): Key => ({ id: bodyKeyId(publicKey), publicKey });

/** In order; `undefined` where one of them has no key. */
const wantedOf = (
  { header, redaction, signatures }: Entry,
  { keys, change }: State,
): readonly Wanted[] | undefined => {
  const active = (body: Signatory) => {
    const key = keys.get(body);
    return key === undefined ? undefined : { body, ...key };
  };
  const own = active(header.body);
  const incoming = change === undefined ? undefined : { body: header.body, ...change };
  const alone = signatures.length === 1;
  if (header.type === "key.added")
    return all(alone || header.body === null ? [incoming] : [incoming, active(null)]);
  if (header.type === "key.rotated") return all(alone ? [incoming] : [own, incoming]);
  if (header.type === "key.revoked") return all([signatures[0]?.body === null ? active(null) : own]);
  return all(redaction === undefined ? [own] : redaction.approvers.map(active));
};

const flagOf = ({ header, signatures }: Entry): KeyFlag | undefined => {
  if (signatures.length > 1) return undefined;
  if (header.type === "key.rotated") return "keyReplaced";
  return header.type === "key.added" && header.body !== null ? "keyUnconfirmed" : undefined;
};

const all = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined => {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? present : undefined;
};

const keysAfter = ({ header }: Entry, { keys, change }: State): BodyKeys => {
  if (change === undefined) return keys;
  const after = new Map(keys);
  if (header.type === "key.revoked") after.delete(header.body);
  else after.set(header.body, change);
  return after;
};
