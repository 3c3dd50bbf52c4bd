// A log in a folder for the tests: keys of bodies, commitments, progress, openings, and a sequencer that signs on demand.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  cosignText,
  edgeRoot,
  EMPTY_EDGE,
  formatEntry,
  formatNote,
  formatOpening,
  formatVerifierKey,
  growBundles,
  growEdge,
  parseNote,
  prevOf,
  sealField,
  signCheckpoint,
  signEntry,
  signerKey,
  toBase64Url,
  type BodySigner,
  type EntryContent,
  type EntryType,
  type OpenField,
  type Signatory,
  type SignerKey,
} from "@yinuo/transparency-log";
import { day } from "@yinuo/period";
import { CRYPTO, HASHING } from "../src/log/node-crypto.ts";
import { freshFolder } from "./terminal.ts";

export const LOG = signerKey({ name: "ledger.example/log", kind: "note", seed: new Uint8Array(32).fill(7) });
export const VKEY = formatVerifierKey(LOG.verifier);

const signerOf = (body: Signatory): BodySigner => ({
  body,
  seed: new Uint8Array(32).fill(20 + (body ?? "").length),
});

type Wish = {
  readonly type: EntryType;
  readonly body: Signatory;
  readonly subject: string;
  readonly fields?: readonly OpenField[];
  readonly signers?: readonly BodySigner[];
} & Pick<EntryContent, "key" | "redaction">;

export type County = {
  readonly entries: Uint8Array[];
  readonly openings: Map<number, readonly OpenField[]>;
  readonly add: (wish: Wish) => void;
};

/** `change`: the index of an entry that is another one in this county, signed as properly. */
export const countyOf = (size: number, change?: number): County => {
  const entries: Uint8Array[] = [];
  const openings = new Map<number, readonly OpenField[]>();
  const chains = new Map<string, { readonly seq: number; readonly prev: string }>();
  const add = ({ type, body, subject, fields = [], signers = [signerOf(body)], key, redaction }: Wish) => {
    const before = chains.get(subject);
    const [seq, prev] = [before === undefined ? 0 : before.seq + 1, before?.prev ?? null];
    const date = day(2026, 5, entries.length === change ? 2 : 1);
    const content = {
      header: { v: 1, type, body, subject, seq, prev, date } as const,
      fields: fields.map((field) => [field.name, sealField(field)] as const),
      ...(key && { key }),
      ...(redaction && { redaction }),
    };
    const bytes = formatEntry(signEntry(content, signers, CRYPTO));
    if (fields.length > 0) openings.set(entries.length, fields);
    entries.push(bytes);
    chains.set(subject, { seq, prev: prevOf(HASHING.leaf(bytes)) });
  };
  for (const body of [null, "court", "justice"]) {
    const own = signerOf(body);
    const key = { public: toBase64Url(CRYPTO.publicKey(own.seed)) };
    const signers = body === null ? [own] : [own, signerOf(null)];
    add({ type: "key.added", body, subject: body === null ? "key" : `key/${body}`, key, signers });
  }
  while (entries.length < size) {
    const at = entries.length;
    const [body, subject] = at % 2 === 0 ? ["court", `FY-${at % 20}`] : ["justice", `SF-${at % 20}`];
    const salt = new Uint8Array(16).fill(at % 250);
    // A file for each: a thousand of them say no more than these.
    const fields = at < 64 ? [{ name: "text", salt, value: `第 ${at} 次进展` }] : [];
    add({ type: "progress.recorded", body, subject: `commitment/2026/${subject}`, fields });
  }
  return { entries, openings, add };
};

/** Both approvers sign. */
export const redact = (county: County, target: number, field: string): void => {
  const at = target % 2 === 0 ? `FY-${target % 20}` : `SF-${target % 20}`;
  const approvers = ["court", "justice"] as const;
  const redaction = { target, field, ground: "personal-data", approvers } as const;
  county.add({
    type: "redaction.made",
    body: "court",
    subject: `commitment/2026/${at}`,
    redaction,
    signers: approvers.map(signerOf),
  });
};

export type LogFolder = {
  readonly folder: string;
  readonly read: (path: string) => Uint8Array<ArrayBuffer>;
  readonly write: (path: string, bytes: Uint8Array | string) => void;
};

/** The files of the county's log, with the partial tiles of every size it was signed at; the last one is published. */
export const writeLog = (county: County, sizes: readonly number[], folder = freshFolder()): LogFolder => {
  const write = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  let edge = EMPTY_EDGE;
  for (const size of sizes) {
    const before = edge.size;
    const added = county.entries.slice(before, size);
    const partial = county.entries.slice(before - (before % 256), before);
    const grown = growEdge(edge, added.map(HASHING.leaf), HASHING);
    for (const file of [...grown.tiles, ...growBundles({ size: before, partial }, added)])
      write(file.path, file.bytes);
    edge = grown.edge;
    write("checkpoint", signCheckpoint({ size, root: edgeRoot(edge, HASHING) }, LOG, CRYPTO));
  }
  for (const [index, fields] of county.openings)
    write(`open/${index}.json`, formatOpening({ index, fields }));
  write("policy", `log ${VKEY}\nquorum none\n`);
  return { folder, read: (path) => new Uint8Array(readFileSync(join(folder, path))), write };
};

export const witnessOf = (number: number): SignerKey =>
  signerKey({
    name: `witness${number}.example`,
    kind: "cosignature",
    seed: new Uint8Array(32).fill(100 + number),
  });

export const cosigned = (checkpoint: Uint8Array, witnesses: readonly SignerKey[]): Uint8Array => {
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error(note.error.code);
  const time = 1_780_000_000;
  const added = witnesses.map((each) => cosignText({ text: note.value.text, time }, each, CRYPTO));
  return formatNote({ ...note.value, signatures: [...note.value.signatures, ...added] });
};

export const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};
