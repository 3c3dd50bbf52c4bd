// A ledger of its own for each test: migrated, with three bodies, a published programme and an indicator.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after } from "node:test";
import {
  accountId,
  createBody,
  createIndicator,
  createProgramme,
  draftCommitment,
  publishCommitment,
  publishProgramme,
  type BodyCode,
  type By,
  type CommitmentInput,
  type Context,
  type IndicatorInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { parsePeriod, type Day, type Period } from "@yinuo/period";
import {
  changeBody,
  changeCommitment,
  changeIndicator,
  changeProgramme,
  migrate,
  openStore,
  type CommitmentKey,
  type Db,
  type Store,
} from "../src/index.ts";
import { freshDatabaseUrl } from "../src/embedded/testing.ts";
import { shippedMigrations } from "../src/migrate.ts";

export const today = "2026-08-15" as Day;

export const steward: By = { account: accountId("a-steward"), role: "steward", inspects: false };
export const officer: By = {
  account: accountId("a-court"),
  role: "officer",
  body: "court" as BodyCode,
  inspects: false,
};
export const inspector: By = {
  account: accountId("a-office"),
  role: "inspector",
  body: "office" as BodyCode,
  inspects: true,
};

export const as = (by: By, day: Day = today): Context => ({ by, today: day });

export const period = (text: string): Period => {
  const read = parsePeriod(text);
  assert.ok(read !== undefined, text);
  return read;
};

export const value = <T>(result: Result<T, { readonly code: string }>): T => {
  assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.error));
  return result.value;
};

const MIGRATED = `ledger_${createHash("sha256").update(JSON.stringify(shippedMigrations())).digest("hex").slice(0, 12)}`;

export const freshUrl = (): Promise<string> =>
  freshDatabaseUrl({ template: MIGRATED, prepare: async (url) => void (await migrate(url)) });

const opened: Store[] = [];
after(async () => void (await Promise.all(opened.map((store) => store.close()))));

/** An empty ledger; closed when the tests of the file are over. */
export const emptyLedger = async (): Promise<{ store: Store; db: Db; url: string }> => {
  const url = await freshUrl();
  const store = await openStore({ url });
  opened.push(store);
  return { store, db: store.db, url };
};

export const ledger = async (): Promise<{ store: Store; db: Db; url: string }> => {
  const empty = await emptyLedger();
  await fill(empty.db);
  return empty;
};

export const fill = async (db: Db): Promise<void> => {
  for (const [code, name, inspects] of BODIES) value(await addBody(db, code, name, inspects));
  value(
    await changeProgramme(db, "2026", as(steward), (_, deps) =>
      createProgramme(
        {
          code: "2026",
          title: "2026年为民办实事",
          period: period("2026"),
          completionRule: "least",
          silentAfterDays: 60,
          rankingMinimum: 5,
        },
        { ...as(steward), ...deps },
      ),
    ),
  );
  value(
    await changeProgramme(db, "2026", as(steward), (programme) => {
      assert.ok(programme);
      return publishProgramme(programme, as(steward));
    }),
  );
  value(await addIndicator(db, { code: "closed", name: "结案数", unit: "件" }));
};

const BODIES = [
  ["court", "县人民法院", false],
  ["police", "县公安局", false],
  ["office", "县督查室", true],
] as const;

export const addBody = (db: Db, code: string, name: string, inspects = false) =>
  changeBody(db, code, as(steward), (_, { bodies }) =>
    createBody({ code, name, inspects }, { ...as(steward), bodies }),
  );

export const addIndicator = (db: Db, input: Partial<IndicatorInput> & Pick<IndicatorInput, "code">) =>
  changeIndicator(db, input.code, as(steward), (_, { indicators }) =>
    createIndicator(
      {
        name: input.code,
        definition: "报告期内办结的案件数",
        unit: "%",
        kind: "flow",
        polarity: "up",
        decimals: 0,
        frequency: "month",
        ...input,
      },
      { ...as(steward), indicators },
    ),
  );

export const promise = (code: string, more: Partial<CommitmentInput> = {}): CommitmentInput => ({
  code,
  kind: "commitment",
  title: `缩短平均审理天数（${code}）`,
  lead: "court",
  support: ["police"],
  start: "2026-01-01" as Day,
  due: "2026-12-31" as Day,
  targets: [],
  milestones: [],
  ...more,
});

export const draft = (db: Db, input: CommitmentInput, context: Context = as(steward)) =>
  changeCommitment(db, keyOf(input), context, (existing, deps) =>
    draftCommitment(input, { ...context, ...deps, existing }),
  );

export const publish = (db: Db, key: CommitmentKey, context: Context = as(steward)) =>
  changeCommitment(db, key, context, (commitment, deps) => {
    assert.ok(commitment);
    return publishCommitment(commitment, { ...context, ...deps });
  });

export const addPublished = async (db: Db, input: CommitmentInput, context: Context = as(steward)) => {
  value(await draft(db, input, context));
  return value(await publish(db, keyOf(input), context));
};

export const keyOf = ({ code }: { readonly code: string }): CommitmentKey => ({ programme: "2026", code });

export const refusalOf = <T>(result: Result<T, Refusal>): Refusal["code"] | undefined =>
  result.ok ? undefined : result.error.code;
