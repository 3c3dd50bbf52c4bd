// Signed notes: a text, a blank line, and lines with signatures over the text (c2sp.org/signed-note).

import { ok, refuse, type Result } from "@yinuo/core";
import { fromBase64, toBase64 } from "./base64.ts";
import { isKeyName, type KeyKind, type SignerKey, type VerifierKey } from "./note-key.ts";
import { ED25519, SIGNATURE_BYTES, type Ed25519 } from "./signature.ts";
import { fromUtf8, joinBytes, toUtf8 } from "./utf8.ts";

/** `signature`: the bytes after the four of the key's id. */
export type NoteSignature = { readonly name: string; readonly id: string; readonly signature: Uint8Array };

/** `text` includes its last newline and not the blank line after it. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** A signature that a known key made. `time`: Unix seconds, of cosignatures only. */
export type Signed = { readonly key: VerifierKey; readonly time?: number };

export type NoteRefusal =
  | { readonly code: "noteMalformed" }
  | { readonly code: "signatureWrong"; readonly name: string }
  | { readonly code: "signedByNobodyKnown" };

const DASH = "\u2014";
const MOST_BYTES = 1_000_000;
const MOST_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;

/** Refuses: noteMalformed, for more than 1 MB or 100 signatures as well. */
export const parseNote = (bytes: Uint8Array): Result<Note, NoteRefusal> => {
  const whole = bytes.length > MOST_BYTES ? undefined : fromUtf8(bytes);
  // oxlint-disable-next-line no-control-regex -- the specification forbids them.
  if (whole === undefined || /[\u0000-\u0009\u000B-\u001F]/.test(whole))
    return refuse({ code: "noteMalformed" });
  const blank = whole.lastIndexOf("\n\n");
  if (blank < 0) return refuse({ code: "noteMalformed" });
  const signatures = parseSignatureLines(whole.slice(blank + 2));
  return signatures === undefined
    ? refuse({ code: "noteMalformed" })
    : ok({ text: whole.slice(0, blank + 1), signatures });
};

/** One line or more, each of them ended; `undefined` where one is no signature. */
export const parseSignatureLines = (text: string): readonly NoteSignature[] | undefined => {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length === 0 || lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.flatMap((line) => parseSignatureLine(line) ?? []);
  return signatures.length === lines.length ? signatures : undefined;
};

const parseSignatureLine = (line: string): NoteSignature | undefined => {
  const [dash, name, encoded, ...more] = line.split(" ");
  if (dash !== DASH || name === undefined || encoded === undefined || more.length > 0 || !isKeyName(name))
    return undefined;
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  const id = [...bytes.subarray(0, KEY_ID_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, id, signature: bytes.slice(KEY_ID_BYTES) };
};

/** With its newline. */
export const formatSignature = ({ name, id, signature }: NoteSignature): string => {
  const bytes = (id.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `${DASH} ${name} ${toBase64(joinBytes(new Uint8Array(bytes), signature))}\n`;
};

export const formatNote = ({ text, signatures }: Note): Uint8Array =>
  toUtf8(`${text}\n${signatures.map(formatSignature).join("")}`);

/** The signature of a key of kind `note`. `text` ends with a newline. */
export const signText = (
  text: string,
  signer: SignerKey,
  crypto: Pick<Ed25519, "sign"> = ED25519,
): NoteSignature => {
  if (signer.verifier.kind !== "note") throw new TypeError("a cosignature needs a time");
  if (!text.endsWith("\n")) throw new RangeError("a note's text ends with a newline");
  const { name, id } = signer.verifier;
  return { name, id, signature: crypto.sign(toUtf8(text), signer.seed) };
};

/** The signature of a key of kind `cosignature` at `time`, in Unix seconds. `text`: a checkpoint's. */
export const cosignText = (
  { text, time }: { readonly text: string; readonly time: number },
  signer: SignerKey,
  crypto: Pick<Ed25519, "sign"> = ED25519,
): NoteSignature => {
  if (signer.verifier.kind !== "cosignature") throw new TypeError("a key for notes makes no cosignature");
  const { name, id } = signer.verifier;
  const when = new Uint8Array(TIME_BYTES);
  new DataView(when.buffer).setBigUint64(0, BigInt(time));
  return { name, id, signature: joinBytes(when, crypto.sign(cosigned(text, time), signer.seed)) };
};

const cosigned = (text: string, time: number): Uint8Array => toUtf8(`cosignature/v1\ntime ${time}\n${text}`);

/**
 * The known keys that signed, each once. A signature of a key that is not known is passed over; one that fails spoils
 * the note. Refuses: signatureWrong, signedByNobodyKnown.
 */
export const verifyNote = (
  { text, signatures }: Note,
  keys: readonly VerifierKey[],
  crypto: Pick<Ed25519, "verify"> = ED25519,
): Result<readonly Signed[], NoteRefusal> => {
  const signed = new Map<VerifierKey, Signed>();
  for (const { name, id, signature } of signatures) {
    const key = keys.find((each) => each.name === name && each.id === id);
    if (key === undefined) continue;
    const found = CHECKS[key.kind]({ text, signature, key, crypto });
    if (found === undefined) return refuse({ code: "signatureWrong", name });
    if (!signed.has(key)) signed.set(key, found);
  }
  return signed.size === 0 ? refuse({ code: "signedByNobodyKnown" }) : ok([...signed.values()]);
};

type Claim = {
  readonly text: string;
  readonly signature: Uint8Array;
  readonly key: VerifierKey;
  readonly crypto: Pick<Ed25519, "verify">;
};

const CHECKS: Readonly<Record<KeyKind, (claim: Claim) => Signed | undefined>> = {
  note: ({ text, signature, key, crypto }) =>
    signature.length === SIGNATURE_BYTES && crypto.verify(signature, toUtf8(text), key.publicKey)
      ? { key }
      : undefined,
  cosignature: ({ text, signature, key, crypto }) => {
    if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
    const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
    if (!Number.isSafeInteger(time)) return undefined;
    return crypto.verify(signature.subarray(TIME_BYTES), cosigned(text, time), key.publicKey)
      ? { key, time }
      : undefined;
  },
};
