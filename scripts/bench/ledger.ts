// The ledgers that are measured: a steward's empty one, and one as big as the budgets speak of. No chance is in them.

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import {
  accountId,
  createProgramme,
  ok,
  publishProgramme,
  type Body,
  type BodyCode,
  type By,
  type Commitment,
  type CommitmentCode,
  type Indicator,
  type IndicatorCode,
  type Observation,
  type ProgrammeCode,
  type Result,
} from "../../packages/core/src/index.ts";
import { addDays, parsePeriod, todayIn, type Day, type Period } from "../../packages/period/src/index.ts";
import {
  addAccount,
  changeJurisdiction,
  changeProgramme,
  migrate,
  openStore,
  saveBodies,
  saveCommitments,
  saveIndicators,
  saveObservations,
  startEmbedded,
  writing,
  type Db,
} from "../../packages/store/src/index.ts";
import { passwordHash } from "../../apps/web/src/auth.ts";

export const STEWARD = { email: "steward@example.org", password: "a password for measuring" } as const;

/** Ten thousand commitments, a hundred thousand figures. */
export const BIG = { commitments: 10_000, bodies: 50, indicators: 40, months: 50 } as const;

/** Programme, bodies and a steward; nothing promised yet. */
export const SMALL = { commitments: 0, bodies: 50, indicators: 40, months: 0 } as const;

export type Size = Readonly<Record<keyof typeof BIG, number>>;

export const TODAY = todayIn(new Date(), "Asia/Shanghai");
export const steward: By = { account: accountId("steward"), role: "steward", inspects: false };
const context = { by: steward, today: TODAY };

/** Makes the data folder of a ledger of this size, as a server will find it. */
export const makeLedger = async (dataFolder: string, size: Size): Promise<void> => {
  const server = await startEmbedded({
    dataFolder: join(dataFolder, "postgres"),
    log: () => undefined,
    // Only while it is filled: what is measured runs with the settings of every ledger.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  try {
    await migrate(server.url);
    const store = await openStore({ url: server.url });
    await setUp(store.db);
    must(await fill(store.db, size));
    await store.close();
    await settle(server.url);
  } finally {
    await server.stop();
  }
};

/** What the server does by itself within a minute of such an import; measured is the ledger as it is after that. */
const settle = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.end();
};

export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const setUp = async (db: Db): Promise<void> => {
  const jurisdiction = {
    name: "测算县",
    nameEn: "Measured County",
    timeZone: "Asia/Shanghai",
    languages: ["zh-CN", "en"],
    defaultLanguage: "zh-CN",
    sample: false,
    independent: false,
    setUpOn: TODAY,
  };
  const event = { verb: "jurisdiction.set-up", happenedOn: TODAY } as const;
  must(await changeJurisdiction(db, { today: TODAY }, () => ok({ state: jurisdiction, event })));
  const hash = await passwordHash(STEWARD.password);
  const account = { id: accountId(randomUUID()), passwordHash: hash };
  must(
    await addAccount(
      db,
      { ...account, input: { name: "督查室", email: STEWARD.email, role: "steward" } },
      context,
    ),
  );
  const programme = {
    code: "2026",
    title: "年度承诺",
    titleEn: "Commitments of the year",
    period: period("2026"),
    completionRule: "least",
    silentAfterDays: 90,
    rankingMinimum: 3,
  } as const;
  must(
    await changeProgramme(db, "2026", context, (_, deps) =>
      createProgramme(programme, { ...context, ...deps }),
    ),
  );
  must(
    await changeProgramme(db, "2026", context, (current) => {
      if (current === undefined) throw new Error("the programme was not made");
      return publishProgramme(current, context);
    }),
  );
};

const fill = (db: Db, { commitments, bodies, indicators, months }: Size) =>
  writing(db, async (tx) => {
    await saveBodies(tx, made(bodies, body, "body.created"), context);
    await saveIndicators(tx, made(indicators, indicator, "indicator.created"), context);
    const promised = (at: number) => commitment(at, { bodies, indicators });
    await saveCommitments(tx, made(commitments, promised, "commitment.drafted"), context);
    const figure = (at: number) => observation(at, { bodies, indicators });
    await saveObservations(tx, made(indicators * bodies * months, figure, "observation.recorded"), context);
    return ok(true);
  });

const made = <T, V extends string>(many: number, state: (at: number) => T, verb: V) =>
  Array.from({ length: many }, (_, at) => ({
    was: undefined,
    change: { state: state(at), event: { verb, happenedOn: TODAY } },
  }));

export const period = (text: string): Period => {
  const read = parsePeriod(text);
  if (read === undefined) throw new Error(`not a period: ${text}`);
  return read;
};

const bodyAt = (at: number) => `b${at}` as BodyCode;
const indicatorAt = (at: number) => `i${at}` as IndicatorCode;

const body = (at: number): Body => ({
  code: bodyAt(at),
  name: `第${at}单位`,
  nameEn: `Body ${at}`,
  inspects: false,
  version: 1,
});

const indicator = (at: number): Indicator => ({
  code: indicatorAt(at),
  name: `办结件数之${at}`,
  nameEn: `Cases closed ${at}`,
  definition: "报告期内办结的件数",
  unit: "件",
  kind: "flow",
  polarity: "up",
  decimals: 0,
  frequency: "month",
  scale: 1,
  version: 1,
});

type Around = Pick<Size, "bodies" | "indicators">;

/** Every month of every indicator and body, oldest first. */
const observation = (at: number, { bodies, indicators }: Around): Observation => {
  const pair = at % (bodies * indicators);
  const month = Math.floor(at / (bodies * indicators));
  const year = 2022 + Math.floor((month + 7) / 12);
  return {
    indicator: indicatorAt(pair % indicators),
    body: bodyAt(Math.floor(pair / indicators)),
    period: period(`${year}-${String(((month + 7) % 12) + 1).padStart(2, "0")}`),
    figure: { as: "number", value: 50 + ((pair * 7 + month * 3) % 90) },
    recordedOn: TODAY,
    version: 1,
  };
};

export const WORDS = "审理 天数 调解 供水 管网 校车 法律 援助 热线 食堂 危房 改造 公开 巡查 河道 路灯".split(
  " ",
);

export const titleOf = (at: number): string => {
  const word = (step: number) => WORDS[(at * step + Math.floor(at / 16)) % WORDS.length] ?? "";
  return `${word(1)}${word(3)}提升行动第${at}项`;
};

const commitment = (at: number, { bodies, indicators }: Around): Commitment => {
  const lead = bodyAt(at % bodies);
  const due = addDays("2026-01-01" as Day, (at * 37) % 700);
  const target = { indicator: indicatorAt(at % indicators), body: lead, period: period("2026"), value: 900 };
  return {
    programme: "2026" as ProgrammeCode,
    code: `C-${at}` as CommitmentCode,
    kind: at % 5 === 0 ? "measure" : "commitment",
    title: titleOf(at),
    titleEn: `Improving service number ${at}`,
    promise: `年底前办结，惠及${at}户。${"工作进展按月公布，接受监督。".repeat(4)}`,
    lead,
    support: [bodyAt((at + 1) % bodies)],
    due,
    firstDue: due,
    targets: at % 2 === 0 ? [target] : [],
    milestones: [],
    stage: at % 17 === 0 ? "declared" : "published",
    publishedOn: addDays(TODAY, -(at % 120)),
    ...(at % 17 === 0 ? { declaredOn: TODAY } : {}),
    version: 1,
  };
};
