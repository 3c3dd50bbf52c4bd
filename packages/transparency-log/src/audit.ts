// Auditing a log entry by entry, in order: chains, signatures, redactions, dates; memory grows by a few numbers an entry.

import { daysBetween, type Day } from "@yinuo/period";
import { checkSignatures, type BodyKeys, type KeyFault } from "./audit-keys.ts";
import { EMPTY_TREE, rootOf, withLeaf, type CompactTree } from "./compact-tree.ts";
import { parseEntry, type EntryRefusal } from "./entry-parse.ts";
import { prevOf, type Entry } from "./entry.ts";
import { RFC6962, type Hash, type TreeHashing } from "./hashing.ts";
import type { MadeRedaction } from "./opening.ts";
import { ED25519, type Ed25519 } from "./signature.ts";

export type AuditOptions = {
  readonly hashing?: TreeHashing;
  /** Ed25519; where it answers true at once and checks elsewhere, several processors can share the work. */
  readonly verify?: (...claim: [...Parameters<Ed25519["verify"]>, index: number]) => boolean;
  /** The day, in the jurisdiction's zone, by which the leaf was provably logged: of the first checkpoint that covers it. */
  readonly loggedOn?: (index: number) => Day | undefined;
  /** Flag what was logged more days than this after it is said to have happened. */
  readonly flagAfterDays?: number;
};

/** A fault breaks a rule of the log. A flag is a fact that readers should see. */
export type AuditFinding =
  | { readonly index: number; readonly fault: "entryRefused"; readonly refusal: EntryRefusal }
  | { readonly index: number; readonly fault: KeyFault | ChainFault | RedactionFault }
  | { readonly index: number; readonly flag: "loggedLate" | "datedAhead"; readonly days: number };

export type ChainFault = "prevWrong" | "seqWrong";
export type RedactionFault = "targetUnknown" | "targetOfOtherSubject" | "fieldNotInTarget" | "redactedBefore";

export type EntryAuditReport = {
  readonly size: number;
  readonly faults: number;
  readonly flags: number;
  /** Entries without a signature of their body: the operator's word alone. */
  readonly unsigned: number;
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

type Chain = { readonly seq: number; readonly leaf: string };

type State = {
  size: number;
  unsigned: number;
  keys: BodyKeys;
  readonly chains: Map<string, Chain>;
  /** Subject and names of fields, once for all entries that share them. */
  readonly shapes: Map<string, string>;
  readonly shapeOf: (string | undefined)[];
  readonly redactions: Map<string, MadeRedaction>;
};

export const startEntryAudit = (options: Omit<AuditOptions, "hashing"> = {}): EntryAuditor => {
  const state: State = {
    size: 0,
    unsigned: 0,
    keys: new Map(),
    chains: new Map(),
    shapes: new Map(),
    shapeOf: [],
    redactions: new Map(),
  };
  let faults = 0;
  let flags = 0;
  const add = (bytes: Uint8Array, leaf: Hash): readonly AuditFinding[] => {
    const found = [...audit({ bytes, leaf }, state, options)];
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
    const { size, unsigned, keys } = state;
    return { size, faults, flags, unsigned, keys, redactions, redactionsByBody };
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

const audit = function* (
  { bytes, leaf }: { readonly bytes: Uint8Array; readonly leaf: Hash },
  state: State,
  options: AuditOptions,
): Generator<AuditFinding> {
  const index = state.size;
  state.size += 1;
  const parsed = parseEntry(bytes);
  if (!parsed.ok) {
    yield { index, fault: "entryRefused", refusal: parsed.error };
    return;
  }
  const entry = parsed.value;
  if (entry.signatures.length === 0) state.unsigned += 1;
  for (const fault of chainFaults(entry, state.chains)) yield { index, fault };
  state.chains.set(entry.header.subject, { seq: entry.header.seq, leaf: prevOf(leaf) });
  const { verify = ED25519.verify } = options;
  const signed = checkSignatures(entry, state.keys, (...claim) => verify(...claim, index));
  if ("fault" in signed) yield { index, fault: signed.fault };
  else {
    state.keys = signed.keys;
    const fault = redactionFault(entry, index, state);
    if (fault !== undefined) yield { index, fault };
  }
  state.shapeOf[index] = shapeOf(entry, state.shapes);
  yield* dateFlags(entry, index, options);
};

const chainFaults = ({ header }: Entry, chains: State["chains"]): readonly ChainFault[] => {
  const before = chains.get(header.subject);
  const faults: ChainFault[] = [];
  if (header.seq !== (before === undefined ? 0 : before.seq + 1)) faults.push("seqWrong");
  if (header.prev !== (before?.leaf ?? null)) faults.push("prevWrong");
  return faults;
};

const shapeOf = ({ header, fields }: Entry, shapes: State["shapes"]): string => {
  const shape = [header.subject, ...fields.map(([name]) => name)].join("\n");
  const known = shapes.get(shape);
  if (known !== undefined) return known;
  shapes.set(shape, shape);
  return shape;
};

const redactionFault = (
  { header, redaction }: Entry,
  index: number,
  state: State,
): RedactionFault | undefined => {
  if (redaction === undefined) return undefined;
  const { target, field } = redaction;
  const [subject, ...names] = state.shapeOf[target]?.split("\n") ?? [];
  if (subject === undefined) return "targetUnknown";
  if (subject !== header.subject) return "targetOfOtherSubject";
  if (!names.includes(field)) return "fieldNotInTarget";
  const place = `${target}\n${field}`;
  if (state.redactions.has(place)) return "redactedBefore";
  state.redactions.set(place, { ...redaction, index });
  return undefined;
};

const dateFlags = function* (
  { header }: Entry,
  index: number,
  { loggedOn, flagAfterDays }: AuditOptions,
): Generator<AuditFinding> {
  const logged = loggedOn?.(index);
  if (logged === undefined || flagAfterDays === undefined) return;
  const days = daysBetween(header.date, logged);
  if (days > flagAfterDays) yield { index, flag: "loggedLate", days };
  if (days < 0) yield { index, flag: "datedAhead", days: -days };
};
