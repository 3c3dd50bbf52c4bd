// Keys and signed things for the tests; the seeds are counted up, nothing here is secret.

import assert from "node:assert/strict";
import {
  cosignText,
  formatNote,
  formatVerifierKey,
  parseNote,
  parsePolicy,
  signCheckpoint,
  signerKey,
  type KeyKind,
  type Note,
  type Policy,
  type SignerKey,
} from "@yinuo/transparency-log";
import { leafOf, utf8 } from "./logs.ts";

export const keyOf = (name: string, number: number, kind: KeyKind = "note"): SignerKey =>
  signerKey({ name, kind, seed: new Uint8Array(32).fill(number) });

export const LOG = keyOf("log.example/county", 1);
export const WITNESSES = [1, 2, 3].map((number) =>
  keyOf(`witness${number}.example`, 10 + number, "cosignature"),
);

export const checkpointOf = (size: number, root = leafOf(0)): Uint8Array =>
  signCheckpoint({ size, root }, LOG);

/** The note with cosignatures of these witnesses. */
export const cosignedBy = (note: Note, witnesses: readonly SignerKey[], time = 1_700_000_000): Uint8Array =>
  formatNote({
    ...note,
    signatures: [...note.signatures, ...witnesses.map((each) => cosignText({ text: note.text, time }, each))],
  });

export const vkey = (key: SignerKey | undefined): string =>
  formatVerifierKey((key ?? assert.fail("no key")).verifier);

/** Of what the test knows to be a note. */
export const noteOf = (bytes: Uint8Array): Note => {
  const note = parseNote(bytes);
  assert.ok(note.ok, new TextDecoder().decode(bytes));
  return note.value;
};

/** Of what the test knows to be a policy. */
export const policyOf = (text: string): Policy => {
  const policy = parsePolicy(utf8(text));
  assert.ok(policy.ok, JSON.stringify(policy));
  return policy.value;
};

/** Of a refusal; nothing where there is none. */
export const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.error?.code;
