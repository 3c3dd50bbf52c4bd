// Auditing a log entry by entry, in order: chains, signatures, redactions, dates; memory grows by a few numbers an entry.

import { daysBetween, type Day } from "@yinuo/period";
import { isBase64UrlFor } from "./base64.ts";
import { checkSignatures, type BodyKeys, type KeyFault, type KeyFlag } from "./audit-keys.ts";
import { EMPTY_TREE, rootOf, withLeaf, type CompactTree } from "./compact-tree.ts";
import { parseEntry, type EntryRefusal } from "./entry-parse.ts";
import type { Entry } from "./entry.ts";
import { RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import type { MadeRedaction } from "./opening.ts";
import { ED25519, type Ed25519 } from "./signature.ts";

export type AuditOptions = {
  readonly hashing?: TreeHashing;
  /** Ed25519; where it answers true at once and checks elsewhere, several processors can share the work. */
  readonly verify?: Verify | "unchecked";
  /** The day, in the jurisdiction's zone, by which the leaf was provably logged: of the first checkpoint that covers it. */
  readonly loggedOn?: (index: number) => Day | undefined;
  /** Flag what was logged more days than this after it is said to have happened. */
  readonly flagAfterDays?: number;
};

/** `unchecked`: whose key it is is looked at, and whether it made the signature is not. */
type Verify = (...claim: [...Parameters<Ed25519["verify"]>, index: number]) => boolean;

/** A fault breaks a rule of the log. A flag is a fact that readers should see. */
export type AuditFinding =
  | { readonly index: number; readonly fault: "entryRefused"; readonly refusal: EntryRefusal }
  | { readonly index: number; readonly fault: KeyFault | ChainFault | RedactionFault }
  | { readonly index: number; readonly flag: KeyFlag }
  | { readonly index: number; readonly flag: "loggedLate" | "datedAhead"; readonly days: number };

export type ChainFault = "prevWrong" | "seqWrong";
export type RedactionFault = "targetUnknown" | "targetOfOtherSubject" | "fieldNotInTarget" | "redactedBefore";

export type EntryAuditReport = {
  readonly size: number;
  readonly faults: number;
  readonly flags: number;
  /** Entries without a signature of their body: the operator's word alone. */
  readonly unsigned: number;
  /** Those of them whose body had a key at the time. */
  readonly unsignedDespiteKey: number;
  readonly keys: BodyKeys;
  readonly redactions: readonly MadeRedaction[];
  /** How many redactions each body has approved. */
  readonly redactionsByBody: ReadonlyMap<string, number>;
};

/** For whoever hashes the entries already, to compare them with tiles. */
export type EntryAuditor = {
  /** The next entry and its leaf hash. */
  readonly add: (entry: Uint8Array, leaf: Hash) => readonly AuditFinding[];
  /** The next entry is not to be had: a fault of its own, and nothing is said of it. */
  readonly skip: () => void;
  readonly report: () => EntryAuditReport;
};

export type AuditReport = EntryAuditReport & { readonly tree: CompactTree; readonly root: Hash };

export type Auditor = {
  /** The next entry. */
  readonly add: (entry: Uint8Array) => readonly AuditFinding[];
  readonly report: () => AuditReport;
};

/** Of a subject, as far as it has come; changed in place, since there is one for each entry. */
type Chain = { readonly subject: string; seq: number; leaf: Hash };

type State = {
  size: number;
  unsigned: number;
  unsignedDespiteKey: number;
  keys: BodyKeys;
  readonly chains: Map<string, Chain>;
  /** By index: the chain of the entry's subject, and the names of its fields, one list for all entries that have them. */
  readonly chainOf: (Chain | undefined)[];
  readonly namesOf: (string | undefined)[];
  readonly names: Map<string, string>;
  readonly redactions: Map<string, MadeRedaction>;
};

export const startEntryAudit = (options: Omit<AuditOptions, "hashing"> = {}): EntryAuditor => {
  const state: State = {
    size: 0,
    unsigned: 0,
    unsignedDespiteKey: 0,
    keys: new Map(),
    chains: new Map(),
    chainOf: [],
    namesOf: [],
    names: new Map(),
    redactions: new Map(),
  };
  let faults = 0;
  let flags = 0;
  const add = (bytes: Uint8Array, leaf: Hash): readonly AuditFinding[] => {
    const found = audit({ bytes, leaf }, state, options);
    for (const each of found) {
      if ("fault" in each) faults += 1;
      else flags += 1;
    }
    return found;
  };
  const report = (): EntryAuditReport => {
    const redactions = [...state.redactions.values()];
    const redactionsByBody = new Map<string, number>();
    for (const body of redactions.flatMap(({ approvers }) => approvers))
      redactionsByBody.set(body, (redactionsByBody.get(body) ?? 0) + 1);
    const { size, unsigned, unsignedDespiteKey, keys } = state;
    return { size, faults, flags, unsigned, unsignedDespiteKey, keys, redactions, redactionsByBody };
  };
  const skip = (): void => {
    state.size += 1;
  };
  return { add, skip, report };
};

/** The entries' rules, and the tree over the entries. */
export const startAudit = ({ hashing = RFC6962, ...options }: AuditOptions = {}): Auditor => {
  const auditor = startEntryAudit(options);
  let tree = EMPTY_TREE;
  return {
    add: (bytes) => {
      const leaf = hashing.leaf(bytes);
      tree = withLeaf(tree, leaf, hashing);
      return auditor.add(bytes, leaf);
    },
    report: () => ({ ...auditor.report(), tree, root: rootOf(tree, hashing) }),
  };
};

/** Yields what it finds; returns the report. */
export const auditEntries = async function* (
  entries: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: AuditOptions = {},
): AsyncGenerator<AuditFinding, AuditReport> {
  const auditor = startAudit(options);
  for await (const entry of entries) yield* auditor.add(entry);
  return auditor.report();
};

const audit = (
  { bytes, leaf }: { readonly bytes: Uint8Array; readonly leaf: Hash },
  state: State,
  options: AuditOptions,
): readonly AuditFinding[] => {
  const index = state.size;
  state.size += 1;
  const parsed = parseEntry(bytes);
  if (!parsed.ok) return [{ index, fault: "entryRefused", refusal: parsed.error }];
  const entry = parsed.value;
  const found: AuditFinding[] = [];
  if (entry.signatures.length === 0) {
    state.unsigned += 1;
    if (state.keys.has(entry.header.body)) state.unsignedDespiteKey += 1;
  }
  const chain = chainOf(entry, state.chains);
  for (const fault of chainFaults(entry, chain)) found.push({ index, fault });
  chain.seq = entry.header.seq;
  chain.leaf = leaf;
  const { verify = ED25519.verify } = options;
  const check =
    verify === "unchecked" ? verify : (...claim: Parameters<Ed25519["verify"]>) => verify(...claim, index);
  const signed = checkSignatures(entry, state.keys, check);
  if ("fault" in signed) found.push({ index, fault: signed.fault });
  else {
    state.keys = signed.keys;
    if (signed.flag !== undefined) found.push({ index, flag: signed.flag });
    const fault = redactionFault(entry, index, state);
    if (fault !== undefined) found.push({ index, fault });
  }
  state.chainOf[index] = chain;
  state.namesOf[index] = namesOf(entry, state.names);
  if (options.loggedOn !== undefined) found.push(...dateFlags(entry, index, options));
  return found;
};

const NONE = new Uint8Array();

const chainOf = ({ header: { subject } }: Entry, chains: State["chains"]): Chain => {
  const known = chains.get(subject);
  if (known !== undefined) return known;
  const chain: Chain = { subject, seq: -1, leaf: NONE };
  chains.set(subject, chain);
  return chain;
};

const chainFaults = ({ header }: Entry, before: Chain): readonly ChainFault[] => {
  const faults: ChainFault[] = [];
  if (header.seq !== before.seq + 1) faults.push("seqWrong");
  const isFirst = before.seq < 0;
  if (isFirst ? header.prev !== null : !isBase64UrlFor(header.prev ?? "", before.leaf))
    faults.push("prevWrong");
  return faults;
};

const namesOf = ({ fields }: Entry, all: State["names"]): string => {
  const names = fields.map(([name]) => name).join("\n");
  const known = all.get(names);
  if (known !== undefined) return known;
  all.set(names, names);
  return names;
};

const redactionFault = (
  { header, redaction }: Entry,
  index: number,
  state: State,
): RedactionFault | undefined => {
  if (redaction === undefined) return undefined;
  const { target, field } = redaction;
  const subject = state.chainOf[target]?.subject;
  if (subject === undefined) return "targetUnknown";
  if (subject !== header.subject) return "targetOfOtherSubject";
  if (state.namesOf[target]?.split("\n").includes(field) !== true) return "fieldNotInTarget";
  const place = `${target}\n${field}`;
  if (state.redactions.has(place)) return "redactedBefore";
  state.redactions.set(place, { ...redaction, index });
  return undefined;
};

const dateFlags = (
  { header }: Entry,
  index: number,
  { loggedOn, flagAfterDays }: AuditOptions,
): readonly AuditFinding[] => {
  const logged = loggedOn?.(index);
  if (logged === undefined || flagAfterDays === undefined) return [];
  const days = daysBetween(header.date, logged);
  if (days > flagAfterDays) return [{ index, flag: "loggedLate", days }];
  return days < 0 ? [{ index, flag: "datedAhead", days: -days }] : [];
};
