// Trust policies: which logs and witnesses are known, and how many of them must agree (c2sp.org/tlog-policy).

import { ok, refuse, type Result } from "@yinuo/core";
import { openCheckpoint, type CheckpointRefusal, type OpenedCheckpoint } from "./checkpoint.ts";
import { sameBytes } from "./hashing.ts";
import { parseVerifierKey, type VerifierKey } from "./note-key.ts";
import { ED25519, type Ed25519 } from "./signature.ts";

export type PolicyLog = { readonly key: VerifierKey; readonly url?: string };
export type PolicyWitness = PolicyLog & { readonly name: string };

/** Witnessed when `needs` of the members are. */
export type PolicyGroup = {
  readonly name: string;
  readonly needs: number;
  readonly members: readonly string[];
};

export type Policy = {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
};

/** `line` counts from 1; 0 where a line is missing. */
export type PolicyRefusal = {
  readonly code: "policyMalformed";
  readonly line: number;
  readonly why: PolicyFault;
};

export type PolicyFault =
  | "bytes"
  | "keyword"
  | "words"
  | "key"
  | "keyKind"
  | "duplicateKey"
  | "nameTaken"
  | "nameUnknown"
  | "memberTwice"
  | "threshold"
  | "quorumTwice"
  | "quorumMissing";

type Building = {
  logs: PolicyLog[];
  witnesses: PolicyWitness[];
  groups: PolicyGroup[];
  quorum: string | undefined;
};

/** Names are compared byte by byte, whatever their encoding. Refuses: policyMalformed. */
export const parsePolicy = (bytes: Uint8Array): Result<Policy, PolicyRefusal> => {
  const policy: Building = { logs: [], witnesses: [], groups: [], quorum: undefined };
  const malformed = (line: number, why: PolicyFault) =>
    refuse({ code: "policyMalformed" as const, line, why });
  // Read as Latin 1: the specification wants octets above 127 carried along and not understood.
  const lines = Array.from(bytes, (byte) => String.fromCodePoint(byte))
    .join("")
    .split("\n");
  if (lines.at(-1) !== "") return malformed(lines.length, "bytes");
  for (const [at, line] of lines.entries()) {
    // oxlint-disable-next-line no-control-regex -- the specification forbids them.
    if (/[\u0000-\u0008\u000B-\u001F\u007F]/.test(line)) return malformed(at + 1, "bytes");
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    const [keyword, ...rest] = words;
    if (keyword === undefined || keyword.startsWith("#")) continue;
    const read = LINES.get(keyword);
    const fault = read === undefined ? "keyword" : read(rest, policy);
    if (fault !== undefined) return malformed(at + 1, fault);
  }
  const { quorum } = policy;
  return quorum === undefined ? malformed(0, "quorumMissing") : ok({ ...policy, quorum });
};

const readLog = ([text, url, ...more]: readonly string[], policy: Building): PolicyFault | undefined => {
  if (text === undefined || more.length > 0) return "words";
  const key = parseVerifierKey(utf8Again(text));
  if (!key.ok) return "key";
  if (policy.logs.some((log) => sameBytes(log.key.publicKey, key.value.publicKey))) return "duplicateKey";
  policy.logs.push({ key: key.value, ...(url === undefined ? {} : { url: utf8Again(url) }) });
  return undefined;
};

const readWitness = (
  [name, text, url, ...more]: readonly string[],
  policy: Building,
): PolicyFault | undefined => {
  if (name === undefined || text === undefined || more.length > 0) return "words";
  if (name === NONE || isDefined(name, policy)) return "nameTaken";
  const key = parseVerifierKey(utf8Again(text));
  if (!key.ok) return "key";
  if (key.value.kind !== "cosignature") return "keyKind";
  if (policy.witnesses.some((each) => sameBytes(each.key.publicKey, key.value.publicKey)))
    return "duplicateKey";
  policy.witnesses.push({ name, key: key.value, ...(url === undefined ? {} : { url: utf8Again(url) }) });
  return undefined;
};

const readGroup = (
  [name, least, ...members]: readonly string[],
  policy: Building,
): PolicyFault | undefined => {
  if (name === undefined || least === undefined || members.length === 0) return "words";
  if (name === NONE || isDefined(name, policy)) return "nameTaken";
  if (members.some((member) => !isDefined(member, policy))) return "nameUnknown";
  const taken = policy.groups.flatMap((group) => group.members);
  if (new Set([...taken, ...members]).size < taken.length + members.length) return "memberTwice";
  const needs = thresholdOf(least, members.length);
  if (needs < 1 || needs > members.length) return "threshold";
  policy.groups.push({ name, needs, members });
  return undefined;
};

/** 0 where it is none. */
const thresholdOf = (word: string, members: number): number => {
  if (word === "all") return members;
  if (word === "any") return 1;
  return /^[1-9][0-9]{0,5}$/.test(word) ? Number(word) : 0;
};

const readQuorum = ([name, ...more]: readonly string[], policy: Building): PolicyFault | undefined => {
  if (name === undefined || more.length > 0) return "words";
  if (policy.quorum !== undefined) return "quorumTwice";
  if (name !== NONE && !isDefined(name, policy)) return "nameUnknown";
  policy.quorum = name;
  return undefined;
};

const NONE = "none";

const LINES: ReadonlyMap<string, (words: readonly string[], policy: Building) => PolicyFault | undefined> =
  new Map([
    ["log", readLog],
    ["witness", readWitness],
    ["group", readGroup],
    ["quorum", readQuorum],
  ]);

const isDefined = (name: string, { witnesses, groups }: Building): boolean =>
  witnesses.some((witness) => witness.name === name) || groups.some((group) => group.name === name);

/** A key's name and an address are UTF-8, unlike the names of this file. */
const utf8Again = (latin1: string): string =>
  new TextDecoder().decode(Uint8Array.from(latin1, (letter) => letter.codePointAt(0) ?? 0));

/** Whether the quorum is reached when these keys have cosigned. */
export const reachesQuorum = (policy: Policy, cosigned: readonly VerifierKey[]): boolean => {
  if (policy.quorum === NONE) return true;
  const witnessed = new Set(
    policy.witnesses
      .filter(({ key }) => cosigned.some((each) => each.name === key.name && each.id === key.id))
      .map(({ name }) => name),
  );
  // Groups only name what stands before them.
  for (const { name, needs, members } of policy.groups)
    if (members.filter((member) => witnessed.has(member)).length >= needs) witnessed.add(name);
  return witnessed.has(policy.quorum);
};

export type PolicyCheckRefusal =
  | CheckpointRefusal
  | { readonly code: "quorumMissed"; readonly cosigned: readonly string[] };

/** Signed by a log of the policy and by its quorum of witnesses. Refuses: as `openCheckpoint`; quorumMissed. */
export const checkCheckpoint = (
  bytes: Uint8Array,
  policy: Policy,
  crypto: Pick<Ed25519, "verify"> = ED25519,
): Result<OpenedCheckpoint, PolicyCheckRefusal> => {
  const keys = { logs: policy.logs.map(({ key }) => key), witnesses: policy.witnesses.map(({ key }) => key) };
  const opened = openCheckpoint(bytes, keys, crypto);
  if (!opened.ok) return opened;
  const cosigned = opened.value.signed.map(({ key }) => key).filter((key) => keys.witnesses.includes(key));
  return reachesQuorum(policy, cosigned)
    ? opened
    : refuse({ code: "quorumMissed", cosigned: cosigned.map(({ name }) => name) });
};
