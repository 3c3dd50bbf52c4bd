// The real list: 760 commitments of Canada's mandate letters of 2021, read as anybody's spreadsheet would be. See NOTICE.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createProgramme,
  publishCommitment,
  publishProgramme,
  type Body,
  type By,
  type Change,
  type Commitment,
  type Programme,
  type Result,
} from "@yinuo/core";
import { day, type Day, type Period } from "@yinuo/period";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { replay, saveBodies, type Db, type Past } from "@yinuo/store";
import { planImport, proposeMapping, type Plan, type Settings } from "@yinuo/tables";
import type { BodyOf, SampleAccount } from "./content/shapes.ts";
import type { Loaded } from "./load.ts";
import { setUp, type CreateAccount, type SetUpRefusal } from "./set-up.ts";

export const CANADA = {
  name: "Canada (mandate letters 2021)",
  nameEn: "Canada (mandate letters 2021)",
  timeZone: "America/Toronto",
  languages: ["en", "zh-CN"],
  defaultLanguage: "en",
  licence: "MIT",
  licenceUrl: "https://github.com/BuildCanada/OutcomeTracker",
  sample: true,
  // The ministers take no part: the list is kept by others.
  independent: true,
  contact: "A sample: the list is real, nobody keeps it up. The bodies take no part.",
} as const;

const KEEPER: BodyOf = {
  code: "KEEPER",
  name: "Keepers of the list (sample)",
  nameEn: "Keepers of the list (sample)",
  inspects: true,
  about: "Whoever keeps this list, outside government. In this sample: nobody.",
  aboutEn: "Whoever keeps this list, outside government. In this sample: nobody.",
};

const ACCOUNTS: readonly SampleAccount[] = [
  { email: "steward@example.org", name: "Steward (sample)", role: "steward" },
  { email: "inspector@example.org", name: "Inspector (sample)", role: "inspector", body: "KEEPER" },
  { email: "editor@example.org", name: "Editor (sample)", role: "editor" },
];

/** The day the letters were published. */
const LETTERS = day(2021, 12, 16);

export const loadCanada = async (
  tx: Db,
  { today, createAccount }: { readonly today: Day; readonly createAccount: CreateAccount },
): Promise<Result<Loaded, SetUpRefusal>> => {
  const on = LETTERS < today ? LETTERS : today;
  const ready = await setUp(tx, {
    jurisdiction: CANADA,
    bodies: [KEEPER],
    accounts: ACCOUNTS,
    on,
    createAccount,
  });
  if (!ready.ok) return ready;
  const { steward: by, bodies } = ready.value;
  const programme = createProgramme(PROGRAMME, { by, today: on, programmes: new Set<string>() });
  if (!programme.ok) return programme;
  const published = publishProgramme(programme.value.state, { by, today: on });
  if (!published.ok) return published;
  const plan = await planCanada({ by, today: on, programme: programme.value.state, bodies });
  const made = plan.writes.flatMap((write) => (write.noun === "body" ? [write.change] : []));
  await saveBodies(
    tx,
    made.map((change) => ({ was: undefined, change })),
    { by },
  );
  const all = new Map([...bodies, ...made.map(({ state }) => [state.code as string, state] as const)]);
  const commitments = plan.writes.flatMap((write) => (write.noun === "commitment" ? [write.change] : []));
  const context = { by, today: on, programme: programme.value.state, bodies: all, indicators: new Map() };
  await replay(tx, [
    { by, noun: "programme", was: undefined, change: programme.value },
    ...commitments.flatMap((drafted): readonly Past[] => publishedAtOnce(drafted, context)),
    { by, noun: "programme", was: programme.value.state, change: published.value },
  ]);
  return {
    ok: true,
    value: { bodies: all.size, indicators: 0, commitments: commitments.length, observations: 0, evidence: 0 },
  };
};

const PROGRAMME = {
  code: "2021-mandate",
  title: "Mandate letters of December 2021",
  titleEn: "Mandate letters of December 2021",
  // From the letters to the end of the 44th Parliament.
  period: "2021-12..2025-03" as Period,
  completionRule: "least",
  silentAfterDays: 365,
  rankingMinimum: 10,
  source: "github.com/BuildCanada/OutcomeTracker, raw-data/2021-mandate-commitments.csv (MIT)",
} as const;

type Canada = {
  readonly by: By;
  readonly today: Day;
  readonly programme: Programme;
  readonly bodies: ReadonlyMap<string, Body>;
};

/** The same steps as an import at the desk: open, map as proposed, plan. */
const planCanada = async ({ by, today, programme, bodies }: Canada): Promise<Plan> => {
  const bytes = await readFile(join(import.meta.dirname, "..", "data", FILE));
  const opened = openSpreadsheet(bytes, FILE);
  if (!opened.ok) throw new Error(`${FILE}: ${opened.error.code}`);
  const settings: Settings = { noun: "commitments", programme: programme.code, createBodies: true };
  const mapping = proposeMapping(opened.value, { settings, indicators: [] });
  const plan = planImport(opened.value, mapping, settings, {
    by,
    today,
    programmes: new Map([[programme.code, programme]]),
    bodies,
    indicators: new Map(),
    observed: new Set(),
    commitments: new Map(),
    observations: new Map(),
  });
  const refused = plan.rows.find(({ outcome }) => outcome === "refused");
  if (refused !== undefined) throw new Error(`${FILE}: ${JSON.stringify(refused)}`);
  return plan;
};

const FILE = "canada-2021-mandate-commitments.csv";

const publishedAtOnce = (
  drafted: Change<Commitment>,
  context: Parameters<typeof publishCommitment>[1],
): readonly Past[] => {
  const { by } = context;
  const published = publishCommitment(drafted.state, context);
  if (!published.ok) throw new Error(`${drafted.state.code}: ${published.error.code}`);
  return [
    { by, noun: "commitment", was: undefined, change: drafted },
    { by, noun: "commitment", was: drafted.state, change: published.value },
  ];
};
