// A county's log for the tests: its bodies' keys, and entries that refer to the ones before them.

import {
  bodyKeyId,
  formatEntry,
  prevOf,
  sealField,
  signEntry,
  toBase64Url,
  type BodySigner,
  type EntryContent,
  type EntryType,
  type OpenField,
  type Signatory,
} from "@yinuo/transparency-log";
import type { Day } from "@yinuo/period";
import { fast } from "./logs.ts";
import { NODE_ED25519 } from "./node-crypto.ts";

const seedOf = (body: Signatory, number = 1): Uint8Array =>
  new Uint8Array(32).fill((body ?? "").length + number * 16);
export const signerOf = (body: Signatory, number = 1): BodySigner => ({ body, seed: seedOf(body, number) });
export const publicOf = (signer: BodySigner): string => toBase64Url(NODE_ED25519.publicKey(signer.seed));
export const idOf = (signer: BodySigner): string => bodyKeyId(NODE_ED25519.publicKey(signer.seed));

/** A salt that is not random, so that the same test makes the same bytes. */
export const saltOf = (number: number): Uint8Array => new Uint8Array(16).fill(number);

export const sealed = (fields: readonly OpenField[]): EntryContent["fields"] =>
  fields.map((field) => [field.name, sealField(field)]);

export type Wish = {
  readonly type: EntryType;
  readonly body: Signatory;
  readonly subject: string;
  readonly date?: string;
  readonly fields?: readonly OpenField[];
} & Pick<EntryContent, "key" | "redaction">;

/** Keeps the chains of the subjects; signs with `signers`, or with the first key of the body. */
export const countyLog = () => {
  const entries: Uint8Array[] = [];
  const chains = new Map<string, { readonly seq: number; readonly prev: string }>();
  const contentOf = ({ type, body, subject, date, fields, key, redaction }: Wish): EntryContent => {
    const before = chains.get(subject);
    const day = (date ?? "2026-05-01") as Day;
    const seq = before === undefined ? 0 : before.seq + 1;
    const header = { v: 1, type, body, subject, seq, prev: before?.prev ?? null, date: day } as const;
    return { header, fields: sealed(fields ?? []), ...(key && { key }), ...(redaction && { redaction }) };
  };
  const add = (wish: Wish, signers: readonly BodySigner[] = [signerOf(wish.body)]): Uint8Array => {
    const content = contentOf(wish);
    const bytes = formatEntry(signEntry(content, signers, NODE_ED25519));
    entries.push(bytes);
    chains.set(wish.subject, { seq: content.header.seq, prev: prevOf(fast.leaf(bytes)) });
    return bytes;
  };
  const addKey = (body: Signatory): Uint8Array => {
    const own = signerOf(body);
    const subject = body === null ? "key" : `key/${body}`;
    return add(
      { type: "key.added", body, subject, key: { public: publicOf(own) } },
      body === null ? [own] : [own, signerOf(null)],
    );
  };
  return { entries, add, addKey, contentOf };
};

/** The jurisdiction's key, those of three bodies, and a commitment with a title and a reason. */
export const smallCounty = () => {
  const county = countyLog();
  for (const body of [null, "法院", "司法局", "督查办公室"]) county.addKey(body);
  const fields = [
    { name: "title", salt: saltOf(1), value: "当日受理" },
    { name: "reason.0", salt: saltOf(2), value: "第一段" },
    { name: "reason.1", salt: saltOf(3), value: "联系人王某" },
  ];
  county.add({ type: "commitment.published", body: "司法局", subject: "commitment/2026/SF-03", fields });
  return { ...county, fields, target: 4 };
};
