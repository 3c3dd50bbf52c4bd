// One door to planning an import: the opened file, what its columns are, and what the ledger knows, to a plan.

import type { Opened } from "@yinuo/spreadsheet";
import { yearOf } from "@yinuo/period";
import { COLUMNS } from "./columns/index.ts";
import { identityOf } from "./identity-check.ts";
import type { Known } from "./known.ts";
import { planBodies } from "./plan-bodies.ts";
import { planCommitments } from "./plan-commitments.ts";
import { planIndicators } from "./plan-indicators.ts";
import { planObservations } from "./plan-observations.ts";
import type { Plan } from "./plan.ts";
import { readRows } from "./records.ts";
import type { Mapping, Settings } from "./settings.ts";

/** Pure and the same every time: an apply plans again and goes ahead only when nothing moved. */
export const planImport = (opened: Opened, mapping: Mapping, typed: Settings, known: Known): Plan => {
  const settings: Settings = {
    ...typed,
    dates1904: opened.dates1904,
    year: typed.year ?? yearOfProgramme(typed, known),
  };
  const rows = readRows(opened, mapping, settings);
  switch (settings.noun) {
    case "bodies":
      return planBodies(rows, settings, known);
    case "indicators":
      return planIndicators(rows, settings, known);
    case "commitments":
      return planCommitments(rows, settings, known);
    case "observations":
      return { ...planObservations(rows, settings, known), identity: identityOf(opened, settings) };
  }
};

/** 三季度 in a list for 2026 is the third quarter of 2026. */
const yearOfProgramme = ({ programme }: Settings, { programmes }: Known): number | undefined => {
  const period = programmes.get(programme ?? "")?.period;
  return period === undefined ? undefined : yearOf(period);
};

/** Needed columns that neither the sheet nor a setting gives; empty when the mapping can be planned. */
export const missingColumns = (mapping: Mapping, settings: Settings): readonly string[] => {
  const mapped = new Set(mapping.flatMap((use) => (use.to === "column" ? [use.key] : [])));
  const wide = new Set(mapping.map(({ to }) => to));
  const given = new Set<string>();
  if (settings.programme) given.add("programme");
  if (settings.indicator || wide.has("indicator")) given.add("indicator");
  if (settings.body) given.add("body");
  if (wide.has("period")) given.add("period");
  return COLUMNS[settings.noun].flatMap(({ key, needed }) =>
    needed && !mapped.has(key) && !given.has(key) ? [key] : [],
  );
};

/** Ledger columns that two columns of the sheet claim: which of them counts is a person's choice, not the order's. */
export const doubledColumns = (mapping: Mapping): readonly string[] => {
  const keys = mapping.flatMap((use) => (use.to === "column" ? [use.key] : []));
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))];
};
