// Loads a sample into an empty ledger, in one transaction; the county's draws follow it, since the log must publish their plans before the dice.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createIndicator,
  type By,
  type Change,
  type Evidence,
  type Indicator,
  type Result,
} from "@yinuo/core";
import { todayIn, type Day } from "@yinuo/period";
import { replay, saveIndicators, writing, type Db, type FileStore } from "@yinuo/store";
import { COUNTY, sampleAccounts } from "./content/bodies.ts";
import { decidePlan } from "./decide.ts";
import { holdDraws } from "./draws.ts";
import { generateSample } from "./generate.ts";
import type { SamplePlan } from "./plan.ts";
import { setUp, type CreateAccount, type SetUpRefusal } from "./set-up.ts";

export type LoadSample = {
  /** The invented county, or the real list of Canada's mandate letters of 2021. */
  readonly which: "county" | "canada";
  /** The day the sample is made for; the jurisdiction's own when left out. */
  readonly today?: Day;
  readonly seed?: number;
  readonly createAccount: CreateAccount;
  /** Publishes the log as far as it goes; without it the county's draws stay planned. */
  readonly publish?: () => Promise<boolean>;
};

export type Loaded = {
  readonly bodies: number;
  readonly indicators: number;
  readonly commitments: number;
  readonly observations: number;
  readonly evidence: number;
};

/** Refuses: alreadySetUp, and whatever keeps `createAccount` from making an account. */
export const loadSample = async (
  db: Db,
  files: Pick<FileStore, "put">,
  { which, today, seed = 2026, createAccount, publish }: LoadSample,
): Promise<Result<Loaded, SetUpRefusal>> => {
  if (which === "canada") {
    // Reading spreadsheets costs half a second of a first start; the county needs none of it.
    const { CANADA, loadCanada } = await import("./canada.ts");
    const on = today ?? todayIn(new Date(), CANADA.timeZone);
    return writing<Loaded, SetUpRefusal>(db, (tx) => loadCanada(tx, { today: on, createAccount }));
  }
  const on = today ?? todayIn(new Date(), COUNTY.timeZone);
  const plan = generateSample({ seed, today: on });
  // Before the transaction: a file that nothing points to does no harm.
  const pictures = await keepPictures(plan, files);
  const loaded = await writing<LoadedCounty, SetUpRefusal>(db, (tx) =>
    loadCounty(tx, { plan, pictures, createAccount }),
  );
  if (!loaded.ok) return loaded;
  const { inspector, ...counts } = loaded.value;
  await holdDraws(db, { by: inspector, today: on, publish: publish ?? (() => Promise.resolve(false)) });
  return { ok: true, value: counts };
};

type LoadedCounty = Loaded & { readonly inspector: By };

type County = {
  readonly plan: SamplePlan;
  readonly pictures: Pictures;
  readonly createAccount: CreateAccount;
};

const loadCounty = async (
  tx: Db,
  { plan, pictures, createAccount }: County,
): Promise<Result<LoadedCounty, SetUpRefusal>> => {
  const on = plan.setUpOn;
  const ready = await setUp(tx, {
    jurisdiction: COUNTY,
    bodies: plan.bodies,
    accounts: sampleAccounts,
    on,
    createAccount,
  });
  if (!ready.ok) return ready;
  const { bodies, accounts, steward } = ready.value;
  const created: Change<Indicator>[] = [];
  for (const input of plan.indicators) {
    const made = createIndicator(input, { by: steward, today: on, indicators: new Set<string>() });
    if (!made.ok) return made;
    created.push(made.value);
  }
  await saveIndicators(
    tx,
    created.map((change) => ({ was: undefined, change })),
    { by: steward },
  );
  const indicators = new Map(created.map(({ state }) => [state.code as string, state]));
  const past = decidePlan(plan.events, { bodies, indicators, accounts, pictures });
  await replay(tx, past);
  const inspector = [...accounts.values()].find(({ role }) => role === "inspector");
  if (inspector === undefined) throw new Error("the sample has no inspector");
  const count = (wanted: (typeof past)[number]["change"]["event"]["verb"]): number =>
    past.filter(({ change }) => change.event.verb === wanted).length;
  return {
    ok: true,
    value: {
      inspector,
      bodies: bodies.size,
      indicators: indicators.size,
      commitments: count("commitment.drafted"),
      observations: count("observation.recorded"),
      evidence: count("evidence.added"),
    },
  };
};

type Pictures = ReadonlyMap<string, Pick<Evidence, "sha256" | "size" | "mediaType">>;

/** The pictures the plan shows, kept in the file store. */
const keepPictures = async ({ events }: SamplePlan, files: Pick<FileStore, "put">): Promise<Pictures> => {
  const wanted = new Set(
    events.flatMap(({ deed }) => ("photo" in deed && deed.photo !== undefined ? [deed.photo.file] : [])),
  );
  const kept = await Promise.all(
    [...wanted].map(async (file) => {
      const bytes = await readFile(join(DATA, file));
      await files.put(bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return [file, { sha256, size: bytes.length, mediaType: "image/webp" }] as const;
    }),
  );
  return new Map(kept);
};

const DATA = join(import.meta.dirname, "..", "data");
