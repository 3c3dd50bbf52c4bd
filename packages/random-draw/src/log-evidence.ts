// What the log shows about a draw, from receipts that are checked against the policy of whoever reads them.

import { type Policy, RFC6962, sealField, verifyReceipt } from "@yinuo/transparency-log";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import { planDigest, readPlan, type Plan } from "./plan.ts";
import type { EvidenceRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";
import { hex, list, readJson, record, type Shape, text } from "./shape.ts";
import type { Logged, Shown } from "./verify.ts";
import type { LoggedPlan } from "./redraws.ts";

/** What the entries of the ledger seal a file's digest in (decision 0018). */
const [PLAN_FIELD, SEED_FIELD] = ["new.plan", "new.seed"] as const;

/** One entry of the log with its receipt, and what opens the field that holds a file's digest. */
type Entry = {
  readonly entry: string;
  readonly receipt: string;
  readonly salt: string;
  readonly digest: string;
};

type Evidence = {
  readonly plan: Entry;
  readonly seeds: readonly Entry[];
  readonly plans: readonly (Entry & { readonly file: Plan })[];
};

const fields = { entry: text, receipt: text, salt: hex(32), digest: hex(64) };

const file: Shape<Plan> = (value, at) => {
  const read = readPlan(canonicalJson(value));
  return read.ok ? read : refuse(at);
};

const evidence: Shape<Evidence> = record<Evidence>({
  plan: record(fields),
  seeds: list(record(fields)),
  plans: list(record({ ...fields, file })),
});

/**
 * `seeds` and `plans` are as complete as whoever gathered them was: that there are no others is known only to one who
 * has read the whole log.
 */
export const readEvidence = (json: string, policy: Policy): Result<Shown, EvidenceRefusal> => {
  const read = readJson(json, evidence);
  if (!read.ok) return refuse({ code: "fileUnlike", file: "evidence", at: read.error });
  const { plan, seeds, plans } = read.value;
  const own = loggedIn(plan, { field: PLAN_FIELD, of: "plan", policy });
  if (!own.ok) return own;
  const records: Logged[] = [];
  for (const [at, seed] of seeds.entries()) {
    const logged = loggedIn(seed, { field: SEED_FIELD, of: `seeds.${at}`, policy });
    if (!logged.ok) return logged;
    records.push(logged.value);
  }
  const others: LoggedPlan[] = [];
  for (const [at, one] of plans.entries()) {
    const of = `plans.${at}`;
    const logged = loggedIn(one, { field: PLAN_FIELD, of, policy });
    if (!logged.ok) return logged;
    if (planDigest(one.file) !== one.digest) return refuse({ code: "entryHoldsOther", of });
    others.push({ leaf: logged.value.leaf, index: logged.value.index, plan: one.file });
  }
  return made({ plan: own.value, seeds: records, plans: others });
};

type Wanted = { readonly field: string; readonly of: string; readonly policy: Policy };

const loggedIn = (
  { entry, receipt, salt, digest }: Entry,
  { field, of, policy }: Wanted,
): Result<Logged, EvidenceRefusal> => {
  const bytes = utf8ToBytes(entry);
  const verified = verifyReceipt({ receipt: utf8ToBytes(receipt), entry: bytes, policy });
  if (!verified.ok) return refuse({ code: "receiptRefused", of, why: verified.error.code });
  const seal = sealField({ name: field, salt: hexToBytes(salt), value: digest });
  if (!holds(entry, field, seal)) return refuse({ code: "entryHoldsOther", of });
  const { index, checkpoint, signed } = verified.value;
  return made({
    leaf: bytesToHex(RFC6962.leaf(bytes)),
    index,
    size: checkpoint.size,
    commits: digest,
    seenAt: signed.flatMap(({ time }) => (time === undefined ? [] : [instantOf(time)])),
  });
};

const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

/** An entry has its sealed fields as pairs of name and seal; the receipt vouches for every byte of it. */
const holds = (entry: string, field: string, seal: string): boolean => {
  const read = readJson(entry, (value, at): Result<unknown, string> =>
    typeof value === "object" && value !== null ? made(Reflect.get(value, "fields")) : refuse(at),
  );
  const sealed = read.ok && Array.isArray(read.value) ? (read.value as unknown[]) : [];
  return sealed.filter((pair) => canonicalJson(pair) === canonicalJson([field, seal])).length === 1;
};
