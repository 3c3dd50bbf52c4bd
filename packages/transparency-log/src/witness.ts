// The witness protocol without its network: what a request says, and what a witness may answer (c2sp.org/tlog-witness).

import { ok, refuse, type Result } from "@yinuo/core";
import { toBase64 } from "./base64.ts";
import { openCheckpoint, type Checkpoint, type OpenedCheckpoint } from "./checkpoint.ts";
import { RFC6962, sameBytes, type Hash, type TreeHashing } from "./hashing.ts";
import {
  cosignText,
  formatNote,
  formatSignature,
  parseSignatureLines,
  verifyNote,
  type Note,
  type NoteRefusal,
} from "./note.ts";
import type { SignerKey, VerifierKey } from "./note-key.ts";
import { verifyConsistency } from "./proof.ts";
import { parseHashes } from "./receipt.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { fromUtf8, joinBytes, readDecimal, toUtf8 } from "./utf8.ts";

export type AddCheckpoint = {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: Uint8Array;
};

/** The body of `POST <submission prefix>/add-checkpoint`. */
export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): Uint8Array =>
  joinBytes(toUtf8([`old ${oldSize}`, ...proof.map(toBase64), "", ""].join("\n")), checkpoint);

/** Refuses: requestMalformed. */
export const parseAddCheckpoint = (
  bytes: Uint8Array,
): Result<AddCheckpoint, { readonly code: "requestMalformed" }> => {
  const text = fromUtf8(bytes);
  const blank = text?.indexOf("\n\n") ?? -1;
  if (text === undefined || blank < 0) return refuse({ code: "requestMalformed" });
  const [first = "", ...lines] = text.slice(0, blank).split("\n");
  const oldSize = first.startsWith("old ") ? readDecimal(first.slice("old ".length)) : undefined;
  const proof = parseHashes(lines);
  if (oldSize === undefined || proof === undefined) return refuse({ code: "requestMalformed" });
  return ok({ oldSize, proof, checkpoint: toUtf8(text.slice(blank + 2)) });
};

/** What the witness last cosigned of a log. */
export type Witnessed = { readonly size: number; readonly root: Hash };

/** `contentType` only where the protocol names one. `keep`: to be on the disk before the answer goes out. */
export type WitnessAnswer =
  | { readonly status: 200; readonly body: Uint8Array; readonly keep: Kept }
  | { readonly status: 400 | 403 | 404 | 422; readonly body: Uint8Array }
  | { readonly status: 409; readonly body: Uint8Array; readonly contentType: "text/x.tlog.size" };

/** `note`: the checkpoint with the log's signatures that were verified and the witness's own, to serve to monitors. */
export type Kept = Checkpoint & { readonly note: Uint8Array };

export type WitnessState = {
  /** The keys a witness trusts for the logs it watches; a key's name is the origin of its log. */
  readonly logs: readonly VerifierKey[];
  /** By origin. Read under the lock that also covers the writing of `keep`. */
  readonly stored: (origin: string) => Witnessed | undefined;
  readonly signer: SignerKey;
  /** Unix seconds. */
  readonly time: number;
};

type Tools = { readonly crypto?: Ed25519; readonly hashing?: TreeHashing };

/** Decides; whoever calls it holds the lock, keeps what is to be kept, and then answers. */
export const answerAddCheckpoint = (
  request: Uint8Array,
  state: WitnessState,
  { crypto = ED25519, hashing = RFC6962 }: Tools = {},
): WitnessAnswer => {
  const parsed = parseAddCheckpoint(request);
  if (!parsed.ok) return answer(400, "malformed request");
  const opened = openCheckpoint(parsed.value.checkpoint, { logs: state.logs }, crypto);
  if (!opened.ok) {
    const [status, says] = STATUS[opened.error.code];
    return answer(status, says);
  }
  const { origin, size, root } = opened.value.checkpoint;
  const { oldSize, proof } = parsed.value;
  if (oldSize > size) return answer(400, "the old size is larger than the checkpoint's");
  const last = state.stored(origin) ?? { size: 0, root: hashing.empty };
  if (last.size !== oldSize)
    return { status: 409, body: toUtf8(`${last.size}\n`), contentType: "text/x.tlog.size" };
  if (oldSize === size && !sameBytes(last.root, root)) return answer(422, "another root at the same size");
  if (!verifyConsistency({ old: last, new: { size, root }, proof }, hashing))
    return answer(422, "the consistency proof does not verify");
  return cosign(opened.value, state, crypto);
};

const STATUS = {
  noteMalformed: [400, "malformed note"],
  checkpointMalformed: [400, "malformed checkpoint"],
  originUnknown: [404, "unknown origin"],
  signatureWrong: [403, "a signature does not verify"],
  signedByNobodyKnown: [403, "no signature of a trusted key"],
} as const;

const answer = (status: 400 | 403 | 404 | 422, says: string): WitnessAnswer => ({
  status,
  body: toUtf8(`${says}\n`),
});

const cosign = (
  { checkpoint: { origin, size, root }, note, signed }: OpenedCheckpoint,
  { signer, time }: WitnessState,
  crypto: Ed25519,
): WitnessAnswer => {
  const own = cosignText({ text: note.text, time }, signer, crypto);
  const verified = note.signatures.filter(({ name, id }) =>
    signed.some(({ key }) => key.name === name && key.id === id),
  );
  const kept = formatNote({ text: note.text, signatures: [...verified, own] });
  return { status: 200, body: toUtf8(formatSignature(own)), keep: { origin, size, root, note: kept } };
};

/**
 * A witness's answer of status 200, for the log that asked: the note with the cosignatures of known witnesses added.
 * Refuses: noteMalformed, signatureWrong, signedByNobodyKnown.
 */
export const addCosignatures = (
  note: Note,
  body: Uint8Array,
  { witnesses, crypto = ED25519 }: { readonly witnesses: readonly VerifierKey[]; readonly crypto?: Ed25519 },
): Result<Note, NoteRefusal> => {
  const lines = parseSignatureLines(fromUtf8(body) ?? "");
  if (lines === undefined) return refuse({ code: "noteMalformed" });
  const signed = verifyNote({ text: note.text, signatures: lines }, witnesses, crypto);
  if (!signed.ok) return signed;
  const isKnown = ({ name, id }: { readonly name: string; readonly id: string }) =>
    signed.value.some(({ key }) => key.name === name && key.id === id);
  const others = note.signatures.filter((each) => !isKnown(each));
  const added = lines.filter(
    (each, at) =>
      isKnown(each) && lines.findIndex((one) => one.name === each.name && one.id === each.id) === at,
  );
  return ok({ text: note.text, signatures: [...others, ...added] });
};

/** The true size in an answer of status 409. */
export const readConflict = (body: Uint8Array): number | undefined => {
  const text = fromUtf8(body);
  return text?.endsWith("\n") === true ? readDecimal(text.slice(0, -1)) : undefined;
};
