// The receipt of an entry of the ledger: a `.tlog-proof` that carries along the leaf and what opens its fields.

import { ok, refuse, type Result } from "@yinuo/core";
import type { OpenedCheckpoint } from "./checkpoint.ts";
import { parseEntry, type EntryRefusal } from "./entry-parse.ts";
import type { Entry } from "./entry.ts";
import { RFC6962, type TreeHashing } from "./hashing.ts";
import {
  formatOpening,
  parseOpening,
  verifyOpening,
  type FieldVerdict,
  type MadeRedaction,
  type Opening,
} from "./opening.ts";
import type { Policy } from "./policy.ts";
import {
  formatReceipt,
  parseReceipt,
  verifyReceipt,
  type Receipt,
  type ReceiptCheckRefusal,
} from "./receipt.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { fromUtf8, joinBytes, toUtf8 } from "./utf8.ts";

export type EntryReceipt = Omit<Receipt, "extra"> & {
  /** The leaf's bytes. */
  readonly entry: Uint8Array;
  readonly opening: Opening | undefined;
  /** The receipts of the redactions of this entry, `.tlog-proof` files as well. */
  readonly redactions: readonly Uint8Array[];
};

/**
 * `extra` is lines of JSON: the leaf as it was hashed, its opening or `null`, then one receipt a line, as a string. No leaf
 * has a line break in it. Whoever reads receipts alone finds in it what to hash.
 */
export const formatEntryReceipt = ({ entry, opening, redactions, ...receipt }: EntryReceipt): Uint8Array => {
  const lines = [
    entry,
    opening === undefined ? toUtf8("null") : formatOpening(opening),
    ...redactions.map((each) => toUtf8(JSON.stringify(fromUtf8(each)))),
  ];
  const extra = joinBytes(...lines.flatMap((line, at) => (at === 0 ? [line] : [toUtf8("\n"), line])));
  return formatReceipt({ ...receipt, extra });
};

export type VerifiedEntry = OpenedCheckpoint & {
  readonly index: number;
  readonly entry: Entry;
  readonly fields: readonly FieldVerdict[];
};

export type EntryReceiptRefusal =
  | ReceiptCheckRefusal
  | EntryRefusal
  /** It carries no leaf, or something else than an opening and receipts after it. */
  | { readonly code: "entryMissing" }
  | { readonly code: "openingMalformed" }
  /** What is said to be a redaction of this entry is none, or is not in the log. */
  | { readonly code: "redactionUnproven" };

type Means = { readonly crypto?: Pick<Ed25519, "verify">; readonly hashing?: TreeHashing };

/**
 * That the entry it carries is in a log of the policy, and what each of its fields is. Whether the body's signature is that
 * of its key at that time is not looked at: for that the entries before are needed. Refuses: as `verifyReceipt`; the
 * entry's faults; entryMissing; openingMalformed; redactionUnproven.
 */
export const verifyEntryReceipt = (
  bytes: Uint8Array,
  policy: Policy,
  { crypto = ED25519, hashing = RFC6962 }: Means = {},
): Result<VerifiedEntry, EntryReceiptRefusal> => {
  const carried = readCarried(bytes);
  if (!carried.ok) return carried;
  const { leaf, opened, receipts } = carried.value;
  const included = verifyReceipt({ receipt: bytes, entry: leaf, policy }, { crypto, hashing });
  if (!included.ok) return included;
  const { index } = included.value;
  const entry = parseEntry(leaf);
  if (!entry.ok) return entry;
  const opening = opened === "null" ? ok(undefined) : parseOpening(toUtf8(opened));
  if (!opening.ok) return opening;
  if (opening.value !== undefined && opening.value.index !== index)
    return refuse({ code: "openingMalformed" as const });
  const redactions: MadeRedaction[] = [];
  for (const receipt of receipts) {
    const made = readRedaction(receipt, { policy, crypto, hashing });
    if (made === undefined || made.target !== index) return refuse({ code: "redactionUnproven" as const });
    redactions.push(made);
  }
  const fields = verifyOpening({ entry: entry.value, opening: opening.value, redactions });
  return ok({ ...included.value, entry: entry.value, fields });
};

type Carried = {
  readonly leaf: Uint8Array;
  readonly opened: string;
  readonly receipts: readonly Uint8Array[];
};

const readCarried = (bytes: Uint8Array): Result<Carried, EntryReceiptRefusal> => {
  const receipt = parseReceipt(bytes);
  if (!receipt.ok) return receipt;
  const [leaf, opened, ...rest] = fromUtf8(receipt.value.extra ?? new Uint8Array())?.split("\n") ?? [];
  const receipts = rest.map(readString);
  return leaf === undefined || leaf === "" || opened === undefined || receipts.includes(undefined)
    ? refuse({ code: "entryMissing" as const })
    : ok({
        leaf: toUtf8(leaf),
        opened,
        receipts: receipts.flatMap((each) => (each === undefined ? [] : [toUtf8(each)])),
      });
};

const readString = (line: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Its receipt needs no opening: a redaction says all it says in its leaf. */
const readRedaction = (
  bytes: Uint8Array,
  { policy, ...means }: Required<Means> & { readonly policy: Policy },
): MadeRedaction | undefined => {
  const carried = readCarried(bytes);
  if (!carried.ok) return undefined;
  const { leaf } = carried.value;
  const included = verifyReceipt({ receipt: bytes, entry: leaf, policy }, means);
  const entry = parseEntry(leaf);
  return included.ok && entry.ok && entry.value.redaction !== undefined
    ? { ...entry.value.redaction, index: included.value.index }
    : undefined;
};
