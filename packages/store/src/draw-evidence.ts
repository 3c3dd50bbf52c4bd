// What the log proves about a draw, as one file: that its plan was published before there was a seed, and which plans and seeds there are.

import { planDigest, seedDigest, type Plan } from "@yinuo/random-draw";
import type { Draw } from "@yinuo/core";
import type { Db } from "./connection.ts";
import { plansOfRound } from "./draw-list.ts";
import { loggedEntries, type LoggedDrawEntry } from "./draws.ts";
import type { LogFolder } from "./log/folder.ts";
import { proofAt } from "./log/proof.ts";

/** An entry of the log with its receipt, and what opens the field that holds a file's digest. */
export type EvidenceEntry = {
  readonly entry: string;
  readonly receipt: string;
  readonly salt: string;
  readonly digest: string;
};

/** What `readEvidence` of the package reads. */
export type DrawEvidence = {
  readonly plan: EvidenceEntry;
  readonly seeds: readonly EvidenceEntry[];
  readonly plans: readonly (EvidenceEntry & { readonly file: Plan })[];
};

type Where = { readonly db: Db; readonly folder: LogFolder };

/**
 * The plan's receipt is by a checkpoint from before the seed, so that it shows which came first. `undefined` until a
 * checkpoint covers the plan.
 */
export const drawEvidence = async (where: Where, draw: Draw): Promise<DrawEvidence | undefined> => {
  const { db } = where;
  const plans = await loggedEntries(db, { verb: "draw.planned" });
  const own = plans.find((one) => one.draw === draw.code);
  if (own === undefined) return undefined;
  const seeds = await loggedEntries(db, { draw: draw.code, verb: "draw.drawn" });
  const digest = planDigest(draw.plan);
  const plan = await entryOf(where, own, { field: "new.plan", digest, upTo: seeds[0]?.index });
  if (plan === undefined) return undefined;
  const seed = draw.seed === undefined ? undefined : seedDigest(draw.seed);
  return {
    plan,
    seeds: await all(seeds, (one) => entryOf(where, one, { field: "new.seed", digest: seed ?? "" })),
    plans: await all(await plansOfRound(db, draw.round), async (other) => {
      const logged = plans.find((one) => one.draw === other.code);
      const wanted = { field: "new.plan", digest: planDigest(other.plan) };
      const entry = logged === undefined ? undefined : await entryOf(where, logged, wanted);
      return entry === undefined ? undefined : { ...entry, file: other.plan };
    }),
  };
};

const all = async <T, R>(
  list: readonly T[],
  make: (one: T) => Promise<R | undefined>,
): Promise<readonly R[]> => (await Promise.all(list.map(make))).filter((one) => one !== undefined);

type Wanted = { readonly field: string; readonly digest: string; readonly upTo?: number | undefined };

const entryOf = async (
  { db, folder }: Where,
  { index }: LoggedDrawEntry,
  { field, digest, upTo }: Wanted,
): Promise<EvidenceEntry | undefined> => {
  const proof = await proofAt(db, folder, index, upTo);
  if (proof?.inclusion === undefined) return undefined;
  const opening = await db
    .selectFrom("log_opening")
    .select("salt")
    .where("index", "=", index)
    .where("field", "=", field)
    .executeTakeFirst();
  if (opening?.salt === null || opening === undefined) return undefined;
  return {
    entry: Buffer.from(proof.bytes).toString(),
    receipt: proof.inclusion.receipt,
    salt: opening.salt.toString("hex"),
    digest,
  };
};
