// Keys of signed notes and cosignatures in their text forms (c2sp.org/signed-note, "Verifier keys"; golang.org/x/mod/sumdb/note).

import { ok, refuse, type Result } from "@yinuo/core";
import { fromBase64, toBase64 } from "./base64.ts";
import { sha256 } from "./hashing.ts";
import { ED25519, KEY_BYTES, type Ed25519 } from "./signature.ts";
import { joinBytes, toUtf8 } from "./utf8.ts";

/** `note`: signs the text (type 0x01). `cosignature`: signs time and checkpoint (type 0x04, c2sp.org/tlog-cosignature). */
export type KeyKind = "note" | "cosignature";

const TYPES: Readonly<Record<KeyKind, number>> = { note: 1, cosignature: 4 };

export type VerifierKey = {
  readonly name: string;
  /** 8 hexadecimal digits. With the name it says which key signed. */
  readonly id: string;
  readonly kind: KeyKind;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
};

/** `seed`: 32 bytes, secret. */
export type SignerKey = { readonly verifier: VerifierKey; readonly seed: Uint8Array };

export type KeyRefusal = { readonly code: "keyMalformed" | "keyKindUnknown" | "keyIdWrong" };

/** Not empty, no white space, no plus, no control characters. */
export const isKeyName = (text: string): boolean =>
  /^[^\p{White_Space}\p{Cc}+]+$/u.test(text) && text.isWellFormed();

/** Throws where name or key are none; both come from the operator, not from outside. */
export const verifierKey = (key: Pick<VerifierKey, "name" | "kind" | "publicKey">): VerifierKey => {
  if (!isKeyName(key.name)) throw new RangeError(`"${key.name}" cannot name a key`);
  if (key.publicKey.length !== KEY_BYTES) throw new RangeError("a public key has 32 bytes");
  return { ...key, id: keyId(key) };
};

export const signerKey = (
  { name, kind, seed }: Pick<VerifierKey, "name" | "kind"> & { readonly seed: Uint8Array },
  crypto: Pick<Ed25519, "publicKey"> = ED25519,
): SignerKey => {
  if (seed.length !== KEY_BYTES) throw new RangeError("a private key has 32 bytes");
  return { verifier: verifierKey({ name, kind, publicKey: crypto.publicKey(seed) }), seed };
};

const keyId = ({ name, kind, publicKey }: Omit<VerifierKey, "id">): string =>
  [...sha256(joinBytes(toUtf8(`${name}\n`), new Uint8Array([TYPES[kind]]), publicKey)).subarray(0, 4)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** `name+hex(id)+base64(type || public key)` */
export const formatVerifierKey = (key: VerifierKey): string => keyText(key, key.publicKey);

/** `PRIVATE+KEY+name+hex(id)+base64(type || seed)` */
export const formatSignerKey = ({ verifier, seed }: SignerKey): string => SECRET + keyText(verifier, seed);

const SECRET = "PRIVATE+KEY+";

const keyText = ({ name, id, kind }: VerifierKey, bytes: Uint8Array): string =>
  `${name}+${id}+${toBase64(joinBytes(new Uint8Array([TYPES[kind]]), bytes))}`;

/** Refuses: keyMalformed, keyKindUnknown, keyIdWrong. */
export const parseVerifierKey = (text: string): Result<VerifierKey, KeyRefusal> => {
  const parts = readParts(text);
  if (!parts.ok) return parts;
  const { name, id, kind, bytes } = parts.value;
  const key = verifierKey({ name, kind, publicKey: bytes });
  return key.id === id ? ok(key) : refuse({ code: "keyIdWrong" });
};

/** Refuses: keyMalformed, keyKindUnknown, keyIdWrong. */
export const parseSignerKey = (
  text: string,
  crypto: Pick<Ed25519, "publicKey"> = ED25519,
): Result<SignerKey, KeyRefusal> => {
  if (!text.startsWith(SECRET)) return refuse({ code: "keyMalformed" });
  const parts = readParts(text.slice(SECRET.length));
  if (!parts.ok) return parts;
  const { name, id, kind, bytes } = parts.value;
  const key = signerKey({ name, kind, seed: bytes }, crypto);
  return key.verifier.id === id ? ok(key) : refuse({ code: "keyIdWrong" });
};

type Parts = Pick<VerifierKey, "name" | "id" | "kind"> & { readonly bytes: Uint8Array };

const readParts = (text: string): Result<Parts, KeyRefusal> => {
  // Base 64 may hold a plus, names and hexadecimal digits never do.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || id === undefined || bytes === undefined || !isKeyName(name))
    return refuse({ code: "keyMalformed" });
  const kind = (["note", "cosignature"] as const).find((each) => TYPES[each] === bytes[0]);
  if (kind === undefined) return refuse({ code: "keyKindUnknown" });
  if (bytes.length !== 1 + KEY_BYTES) return refuse({ code: "keyMalformed" });
  return ok({ name, id, kind, bytes: bytes.slice(1) });
};
