// A batch's plan: the opened file, the mapping, and what of the ledger it could touch.

import type { By } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Opened } from "@yinuo/spreadsheet";
import {
  bodiesByCode,
  commitmentsOf,
  indicatorsByCode,
  listObservations,
  listProgrammes,
  loadMapping,
  observedIndicators,
  type Db,
  type ImportBatch,
} from "@yinuo/store";
import {
  commitmentKey,
  observationKey,
  planDigest,
  planImport,
  plainHeader,
  proposeMapping,
  type Known,
  type Mapping,
  type Plan,
  type Settings,
  type Use,
} from "@yinuo/tables";
import { createHash } from "node:crypto";
import { choicesOf } from "./choices.ts";

export type Planner = { readonly db: Db; readonly by: By; readonly today: Day };

/** The confirmed mapping, else the one proposed from headers and the last file of this source. */
export const mappingOf = async (
  { db, by }: Planner,
  batch: ImportBatch,
  opened: Opened,
): Promise<{ readonly mapping: Mapping; readonly remembered: boolean }> => {
  const { mapping, settings } = choicesOf(batch);
  if (mapping !== undefined && mapping.length === opened.columns.length)
    return { mapping, remembered: false };
  const kept = await loadMapping(db, { source: batch.source, kind: settings.noun, body: by.body });
  const remembered = kept as Readonly<Record<string, Use>> | undefined;
  const indicators = (await indicatorsByCode(db)).values();
  return {
    mapping: proposeMapping(opened, { settings, indicators, remembered }),
    remembered: remembered !== undefined,
  };
};

export const planBatch = async (
  planner: Planner,
  batch: ImportBatch,
  opened: Opened,
  mapping: Mapping,
): Promise<{ readonly plan: Plan; readonly digest: string }> => {
  const { settings } = choicesOf(batch);
  const plan = planImport(opened, mapping, settings, await knowFor(planner, { settings, mapping, opened }));
  return { plan, digest: createHash("sha256").update(planDigest(plan)).digest("base64url") };
};

type Wanted = { readonly settings: Settings; readonly mapping: Mapping; readonly opened: Opened };

const knowFor = async ({ db, by, today }: Planner, wanted: Wanted): Promise<Known> => {
  const { settings } = wanted;
  const programmes = new Map((await listProgrammes(db, { published: false })).map((one) => [one.code, one]));
  const bodies = await bodiesByCode(db);
  const indicators = await indicatorsByCode(db);
  const named = textsOf("programme", wanted);
  if (settings.programme !== undefined) named.add(settings.programme);
  const commitments =
    settings.noun === "commitments"
      ? await commitmentsOf(
          db,
          [...programmes.keys()].filter((code) => named.has(code)),
        )
      : [];
  const codes = settings.noun === "observations" ? indicatorCodes(wanted, indicators) : [];
  const observations = (
    await Promise.all(codes.map((indicator) => listObservations(db, { indicator })))
  ).flat();
  return {
    by,
    today,
    programmes,
    bodies,
    indicators,
    observed: settings.noun === "indicators" ? await observedIndicators(db) : new Set(),
    commitments: new Map(commitments.map((one) => [commitmentKey(one), one])),
    observations: new Map(observations.map((one) => [observationKey(one), one])),
  };
};

/** Every different text in the column used as `key`. */
const textsOf = (key: string, { mapping, opened }: Wanted): Set<string> => {
  const index = mapping.findIndex((use) => use.to === "column" && use.key === key);
  return new Set(index < 0 ? [] : opened.rows.map((row) => row.cells[index]?.text.trim() ?? ""));
};

/** Those the file may be about, so that not every figure of the ledger is read. */
const indicatorCodes = (wanted: Wanted, indicators: Known["indicators"]): readonly string[] => {
  const { mapping, settings } = wanted;
  const named = new Set([...textsOf("indicator", wanted)].map(plainHeader));
  for (const use of mapping) if (use.to === "indicator") named.add(plainHeader(use.indicator));
  if (settings.indicator !== undefined) named.add(plainHeader(settings.indicator));
  return [...indicators.values()].flatMap(({ code, name, nameEn, externalId }) =>
    [code, name, nameEn, externalId].some((one) => one !== undefined && named.has(plainHeader(one)))
      ? [code]
      : [],
  );
};
