// Receipts: a checkpoint with the proof that one leaf is under it, to be kept and verified offline (c2sp.org/tlog-proof).

import { ok, refuse, type Result } from "@yinuo/core";
import { fromBase64, toBase64 } from "./base64.ts";
import type { OpenedCheckpoint } from "./checkpoint.ts";
import { HASH_BYTES, RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import { checkCheckpoint, type Policy, type PolicyCheckRefusal } from "./policy.ts";
import { verifyInclusion } from "./proof.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { fromUtf8, joinBytes, readDecimal, toUtf8 } from "./utf8.ts";

export type Receipt = {
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note as the log gave it out. */
  readonly checkpoint: Uint8Array;
  /** Not covered by anything: never to be trusted by itself. */
  readonly extra?: Uint8Array;
};

export type ReceiptRefusal = { readonly code: "receiptMalformed" };

const FIRST = "c2sp.org/tlog-proof@v1";
/** As many as a proof in a tree of 2^63 leaves needs. */
const MOST_HASHES = 63;

/** The content of a `.tlog-proof` file. */
export const formatReceipt = ({ index, proof, checkpoint, extra }: Receipt): Uint8Array => {
  const lines = [
    FIRST,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(toBase64),
    "",
    "",
  ];
  return joinBytes(toUtf8(lines.join("\n")), checkpoint);
};

/** Refuses: receiptMalformed. What follows the proof is read when it is verified. */
export const parseReceipt = (bytes: Uint8Array): Result<Receipt, ReceiptRefusal> => {
  const malformed = refuse({ code: "receiptMalformed" as const });
  const text = fromUtf8(bytes);
  const blank = text?.indexOf("\n\n") ?? -1;
  if (text === undefined || blank < 0) return malformed;
  const [first, ...lines] = text.slice(0, blank).split("\n");
  if (first !== FIRST) return malformed;
  const withExtra = lines[0]?.startsWith("extra ") === true;
  const extra = withExtra ? fromBase64(lines.shift()?.slice("extra ".length) ?? "") : undefined;
  if (withExtra && extra === undefined) return malformed;
  const [indexLine = "", ...encoded] = lines;
  const index = indexLine.startsWith("index ") ? readDecimal(indexLine.slice("index ".length)) : undefined;
  const proof = parseHashes(encoded);
  if (index === undefined || proof === undefined) return malformed;
  const checkpoint = toUtf8(text.slice(blank + 2));
  return ok({ index, proof, checkpoint, ...(extra === undefined ? {} : { extra }) });
};

/** One hash a line, at most 63; `undefined` where a line is none. */
export const parseHashes = (lines: readonly string[]): readonly Hash[] | undefined => {
  const hashes = lines.flatMap((line) => fromBase64(line) ?? []);
  return lines.length <= MOST_HASHES &&
    hashes.length === lines.length &&
    hashes.every(({ length }) => length === HASH_BYTES)
    ? hashes
    : undefined;
};

export type ReceiptCheckRefusal = ReceiptRefusal | PolicyCheckRefusal | { readonly code: "notIncluded" };

/** That this entry is in a log of the policy. Refuses: as `parseReceipt` and `checkCheckpoint`; notIncluded. */
export const verifyReceipt = (
  {
    receipt,
    entry,
    policy,
  }: { readonly receipt: Uint8Array; readonly entry: Uint8Array; readonly policy: Policy },
  {
    crypto = ED25519,
    hashing = RFC6962,
  }: { readonly crypto?: Pick<Ed25519, "verify">; readonly hashing?: TreeHashing } = {},
): Result<OpenedCheckpoint & { readonly index: number }, ReceiptCheckRefusal> => {
  const parsed = parseReceipt(receipt);
  if (!parsed.ok) return parsed;
  const { index, proof, checkpoint } = parsed.value;
  const opened = checkCheckpoint(checkpoint, policy, crypto);
  if (!opened.ok) return opened;
  const { size, root } = opened.value.checkpoint;
  return verifyInclusion({ index, size, root, proof, leaf: hashing.leaf(entry) }, hashing)
    ? ok({ ...opened.value, index })
    : refuse({ code: "notIncluded" });
};
