// A small ledger to import into, and short ways to open a sheet typed in a test.

import {
  accountId,
  bodyCode,
  indicatorCode,
  programmeCode,
  type Body,
  type By,
  type Indicator,
  type Programme,
} from "@yinuo/core";
import { parseDay, parsePeriod, type Day, type Period } from "@yinuo/period";
import type { Choices, Opened } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import {
  planImport,
  proposeMapping,
  commitmentKey,
  observationKey,
  type Known,
  type Plan,
  type Settings,
  type Use,
} from "@yinuo/tables";

export const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not there");
  return value;
};
export const day = (text: string): Day => there(parseDay(text));
export const period = (text: string): Period => there(parsePeriod(text));

export const body = (code: string, name: string): Body => ({
  code: there(bodyCode(code)),
  name,
  inspects: false,
  version: 1,
});

export const programme: Programme = {
  code: there(programmeCode("2026")),
  title: "2026年度重点任务",
  period: period("2026"),
  completionRule: "least",
  silentAfterDays: 100,
  rankingMinimum: 5,
  publishedOn: day("2026-01-05"),
  version: 1,
};

export const indicator = (code: string, over: Partial<Indicator> = {}): Indicator => ({
  code: there(indicatorCode(code)),
  name: code,
  definition: code,
  unit: "件",
  kind: "flow",
  polarity: "up",
  decimals: 0,
  frequency: "month",
  scale: 1,
  version: 1,
  ...over,
});

export const steward: By = { account: accountId("steward"), role: "steward", inspects: false };
export const officerOf = (code: string): By => ({
  account: accountId(`officer-${code}`),
  role: "officer",
  body: there(bodyCode(code)),
  inspects: false,
});

export const known = (over: Partial<Known> = {}): Known => ({
  by: steward,
  today: day("2026-10-08"),
  programmes: new Map([[programme.code, programme]]),
  bodies: new Map(
    [body("FY", "人民法院"), body("SF", "司法局"), body("GA", "公安局")].map((one) => [one.code, one]),
  ),
  indicators: new Map(),
  observed: new Set(),
  commitments: new Map(),
  observations: new Map(),
  ...over,
});

export const open = (text: string, choices?: Choices): Opened => {
  const opened = openSpreadsheet(new TextEncoder().encode(text), "list.csv", choices);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

/** Opens, maps as proposed (or as given by header) and plans. */
export const plan = (
  text: string | Opened,
  settings: Settings,
  ledger: Known,
  uses: Readonly<Record<string, Use>> = {},
): Plan => {
  const opened = typeof text === "string" ? open(text) : text;
  const proposed = proposeMapping(opened, { settings, indicators: ledger.indicators.values() });
  const mapping = opened.columns.map(({ header }, index) => uses[header] ?? there(proposed[index]));
  return planImport(opened, mapping, settings, ledger);
};

/** The ledger after a plan's writes. */
export const applied = (ledger: Known, done: Plan): Known => {
  const bodies = new Map(ledger.bodies);
  const indicators = new Map(ledger.indicators);
  const commitments = new Map(ledger.commitments);
  const observations = new Map(ledger.observations);
  for (const write of done.writes) {
    if (write.noun === "body") bodies.set(write.change.state.code, write.change.state);
    if (write.noun === "indicator") indicators.set(write.change.state.code, write.change.state);
    if (write.noun === "commitment") commitments.set(commitmentKey(write.change.state), write.change.state);
    if (write.noun === "observation")
      observations.set(observationKey(write.change.state), write.change.state);
  }
  return { ...ledger, bodies, indicators, commitments, observations };
};
