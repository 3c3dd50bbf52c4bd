// A long log in a folder, always the same one, to be audited by our program and by Go's; and a small one, signed in earnest.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { day } from "../../packages/period/src/index.ts";
import {
  edgeRoot,
  EMPTY_EDGE,
  formatEntry,
  growBundles,
  growEdge,
  prevOf,
  signCheckpoint,
  signEntry,
  signerKey,
  toBase64Url,
  type BodySigner,
  type Ed25519,
  type EntryContent,
} from "../../packages/transparency-log/src/index.ts";
import { CRYPTO, HASHING, SHA256 } from "../../apps/cli/src/log/node-crypto.ts";

export const LOG = signerKey({ name: "bench.example/log", kind: "note", seed: new Uint8Array(32).fill(7) });

const jurisdiction: BodySigner = { body: null, seed: new Uint8Array(32).fill(1) };
const office: BodySigner = { body: "office", seed: new Uint8Array(32).fill(2) };
const publicKeys = new Map([jurisdiction, office].map(({ seed }) => [seed, CRYPTO.publicKey(seed)] as const));

/** Where nobody looks at the signatures of bodies, making a million of them would be most of the work. */
const UNSIGNED: Pick<Ed25519, "sign" | "publicKey"> = {
  sign: () => new Uint8Array(64),
  publicKey: (seed) => publicKeys.get(seed) ?? CRYPTO.publicKey(seed),
};

const SUBJECTS = 10_000;
const FIELDS = ["new.on", "new.text", "recordedAt"] as const;
const date = day(2026, 5, 1);

/** `signed`: the bodies' signatures verify. */
export const entriesOf = function* (size: number, signed: boolean): Generator<Uint8Array> {
  const chains = new Map<string, { readonly seq: number; readonly prev: string }>();
  const make = (content: Omit<EntryContent, "header">, type: string, subject: string, own: BodySigner) => {
    const before = chains.get(subject);
    const seq = before === undefined ? 0 : before.seq + 1;
    const header = { v: 1, type, body: own.body, subject, seq, prev: before?.prev ?? null, date };
    const isKey = type === "key.added";
    const signers = isKey && own.body !== null ? [own, jurisdiction] : [own];
    const whole = { ...content, header } as EntryContent;
    const bytes = formatEntry(signEntry(whole, signers, signed || isKey ? CRYPTO : UNSIGNED));
    chains.set(subject, { seq, prev: prevOf(HASHING.leaf(bytes)) });
    return bytes;
  };
  for (const own of [jurisdiction, office]) {
    const key = { public: toBase64Url(CRYPTO.publicKey(own.seed)) };
    yield make({ fields: [], key }, "key.added", own.body === null ? "key" : "key/office", own);
  }
  for (let at = 2; at < size; at += 1) {
    // As long as a real seal, and another one for every field.
    const fields = FIELDS.map((name) => [name, toBase64Url(SHA256(Buffer.from(`${name} ${at}`)))] as const);
    yield make({ fields }, "progress.recorded", `commitment/2026/C-${at % SUBJECTS}`, office);
  }
};

const BATCH = 256 * 64;

/** Answers how many bytes the entries have. */
export const writeLongLog = (
  folder: string,
  { size, signed }: { readonly size: number; readonly signed: boolean },
): number => {
  let edge = EMPTY_EDGE;
  let batch: Uint8Array[] = [];
  let bytes = 0;
  const write = (path: string, content: Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const flush = (): void => {
    const bundles = growBundles({ size: edge.size, partial: [] }, batch);
    const grown = growEdge(edge, batch.map(HASHING.leaf), HASHING);
    for (const file of [...bundles, ...grown.tiles]) write(file.path, file.bytes);
    edge = grown.edge;
    batch = [];
  };
  for (const entry of entriesOf(size, signed)) {
    batch.push(entry);
    bytes += entry.length;
    if (batch.length === BATCH) flush();
  }
  flush();
  write("checkpoint", signCheckpoint({ size, root: edgeRoot(edge, HASHING) }, LOG, CRYPTO));
  return bytes;
};
