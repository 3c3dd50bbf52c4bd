// Checkpoints: origin, size and root of a log as the text of a signed note (c2sp.org/tlog-checkpoint).

import { ok, refuse, type Result } from "@yinuo/core";
import { fromBase64, toBase64 } from "./base64.ts";
import { HASH_BYTES, type Hash } from "./hashing.ts";
import {
  formatNote,
  parseNote,
  signText,
  verifyNote,
  type Note,
  type NoteRefusal,
  type Signed,
} from "./note.ts";
import { isKeyName, type SignerKey, type VerifierKey } from "./note-key.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { isTreeSize } from "./tree.ts";
import { readDecimal } from "./utf8.ts";

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** `extensions`: lines after the third, which other logs may have; ours has none, because clients disagree about them. */
export type ReadCheckpoint = Checkpoint & { readonly extensions: readonly string[] };

export type CheckpointRefusal =
  | NoteRefusal
  | { readonly code: "checkpointMalformed" }
  | { readonly code: "originUnknown"; readonly origin: string };

/** The text of the note. Throws where the origin has spaces or a plus: it is the name of the key as well. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => {
  if (!isKeyName(origin)) throw new RangeError(`"${origin}" cannot be an origin`);
  if (!isTreeSize(size) || root.length !== HASH_BYTES) throw new RangeError("not a size and a root");
  return `${origin}\n${size}\n${toBase64(root)}\n`;
};

/** Refuses: checkpointMalformed. */
export const parseCheckpointText = (text: string): Result<ReadCheckpoint, CheckpointRefusal> => {
  const lines = text.split("\n");
  const ended = lines.pop() === "";
  const [origin, decimal, encoded, ...extensions] = lines;
  const size = readDecimal(decimal ?? "");
  const root = fromBase64(encoded ?? "");
  if (!ended || lines.includes("") || !origin || size === undefined || root?.length !== HASH_BYTES)
    return refuse({ code: "checkpointMalformed" });
  return ok({ origin, size, root, extensions });
};

/** The signed note; the signer's name is the origin. */
export const signCheckpoint = (
  { size, root }: Omit<Checkpoint, "origin">,
  signer: SignerKey,
  crypto: Pick<Ed25519, "sign"> = ED25519,
): Uint8Array => {
  const text = checkpointText({ origin: signer.verifier.name, size, root });
  return formatNote({ text, signatures: [signText(text, signer, crypto)] });
};

export type OpenedCheckpoint = {
  readonly checkpoint: ReadCheckpoint;
  readonly note: Note;
  /** The log's own key first. */
  readonly signed: readonly Signed[];
};

/**
 * Parsed, signed by a key of `logs` whose name is the origin, and with every signature of `witnesses` verified.
 * Refuses: noteMalformed, checkpointMalformed, originUnknown, signatureWrong, signedByNobodyKnown.
 */
export const openCheckpoint = (
  bytes: Uint8Array,
  {
    logs,
    witnesses = [],
  }: { readonly logs: readonly VerifierKey[]; readonly witnesses?: readonly VerifierKey[] },
  crypto: Pick<Ed25519, "verify"> = ED25519,
): Result<OpenedCheckpoint, CheckpointRefusal> => {
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const checkpoint = parseCheckpointText(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  const own = logs.filter(({ name }) => name === origin);
  if (own.length === 0) return refuse({ code: "originUnknown", origin });
  const byLog = verifyNote(note.value, own, crypto);
  if (!byLog.ok) return byLog;
  const byWitnesses = verifyNote(note.value, witnesses, crypto);
  if (!byWitnesses.ok && byWitnesses.error.code === "signatureWrong") return byWitnesses;
  const signed = [...byLog.value, ...(byWitnesses.ok ? byWitnesses.value : [])];
  return ok({ checkpoint: checkpoint.value, note: note.value, signed });
};
