// The seed: what dice, bodies, beacon and log gave, put together in the order the plan declared.

import { isHex, sha256Hex } from "./bytes.ts";
import { readRolls } from "./dice.ts";
import { planDigest, type Plan, type SeedSource } from "./plan.ts";
import type { SeedRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";
import { count, hex, instant, kinds, list, one, readJson, record, type Shape, text } from "./shape.ts";

export const SEED = "yinuo/draw-seed/v1";

export type BeaconPart = { readonly source: "beacon"; readonly round: number; readonly signature: string };

export type SeedPart =
  | { readonly source: "dice"; readonly rolls: string }
  | { readonly source: "reveal"; readonly by: string; readonly value: string }
  | BeaconPart
  | { readonly source: "checkpoint"; readonly size: number; readonly root: string };

export type SeedRecord = {
  readonly v: typeof SEED;
  /** The plan's digest. */
  readonly plan: string;
  /** The leaf hash of the plan's entry in the log. */
  readonly leaf: string;
  readonly at: string;
  readonly parts: readonly SeedPart[];
};

const seedRecord: Shape<SeedRecord> = record<SeedRecord>({
  v: one(SEED),
  plan: hex(64),
  leaf: hex(64),
  at: instant,
  parts: list(
    kinds<SeedPart>("source", {
      dice: record({ source: one("dice"), rolls: text }),
      reveal: record({ source: one("reveal"), by: text, value: text }),
      beacon: record({ source: one("beacon"), round: count, signature: hex(96) }),
      checkpoint: record({ source: one("checkpoint"), size: count, root: hex(64) }),
    }),
  ),
});

export const readSeed = (json: string): Result<SeedRecord, SeedRefusal> => {
  const read = readJson(json, seedRecord);
  return read.ok ? read : refuse({ code: "fileUnlike", file: "seed", at: read.error });
};

/** What a body publishes before, of a value of 32 to 64 bytes in hexadecimal that it keeps to itself. */
export const commitmentTo = (value: string): string => sha256Hex(`yinuo/reveal/v1\n${value}`);

/** Every declared part, in the declared order and no other. Signatures of a beacon are for `verifyDraw` to check. */
export const checkSeed = (plan: Plan, seed: SeedRecord): Result<SeedRecord, SeedRefusal> => {
  if (seed.plan !== planDigest(plan)) return refuse({ code: "seedOfOtherPlan" });
  const places = Math.max(plan.seed.length, seed.parts.length);
  for (let place = 0; place < places; place += 1) {
    const [wanted, part] = [plan.seed[place], seed.parts[place]];
    const fault =
      wanted === undefined || part === undefined || !answers(wanted, part)
        ? ({ code: "seedPartsDiffer", place: place + 1, wanted: wanted?.source ?? "" } as const)
        : partFault(wanted, part);
    if (fault !== undefined) return refuse(fault);
  }
  return made(seed);
};

const answers = (wanted: SeedSource, part: SeedPart): boolean => {
  if (wanted.source === "reveal") return part.source === "reveal" && part.by === wanted.by;
  if (wanted.source === "beacon") return part.source === "beacon" && part.round === wanted.round;
  if (wanted.source === "checkpoint") return part.source === "checkpoint" && part.size === wanted.size;
  return part.source === "dice";
};

const partFault = (wanted: SeedSource, part: SeedPart): SeedRefusal | undefined => {
  if (wanted.source === "dice" && part.source === "dice") {
    const read = readRolls(wanted, part.rolls);
    return read.ok ? undefined : read.error;
  }
  if (wanted.source !== "reveal" || part.source !== "reveal") return undefined;
  const digits = part.value.length;
  const fits = digits >= 64 && digits <= 128 && isHex(part.value, digits);
  return fits && commitmentTo(part.value) === wanted.commitment
    ? undefined
    : { code: "revealDiffers", by: part.by };
};

/** `<plan leaf hash>|<part>|<part> …`; no part holds a bar, so that two records never give one string. */
export const seedString = ({ leaf, parts }: SeedRecord): string =>
  [leaf, ...parts.map(contribution)].join("|");

const contribution = (part: SeedPart): string => {
  if (part.source === "dice") return part.rolls;
  if (part.source === "reveal") return part.value;
  return part.source === "beacon" ? part.signature : part.root;
};

/** The seed that goes into every ticket: SHA-256 of the seed string, in hexadecimal. */
export const seedOf = (seed: SeedRecord): string => sha256Hex(seedString(seed));
