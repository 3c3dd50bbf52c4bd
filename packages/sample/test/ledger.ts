// The sample as it would be in a ledger, decided without a database, and one that is loaded into a database.

import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  accountId,
  bodyCode,
  createBody,
  createIndicator,
  type Body,
  type By,
  type Check,
  type Commitment,
  type Finding,
  type Indicator,
  type Observation,
  type Problem,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { addAccount, fileStore, migrate, openStore, type Past, type Store } from "@yinuo/store";
import { freshDatabaseUrl } from "@yinuo/store/testing";
import {
  generateSample,
  loadSample,
  sampleAccounts,
  type LoadSample,
  type SamplePlan,
} from "../src/index.ts";
import { decidePlan } from "../src/decide.ts";

export const TODAY = "2026-11-25" as Day;

const steward: By = { account: accountId("steward"), role: "steward", inspects: false };

export type Decided = {
  readonly plan: SamplePlan;
  readonly past: readonly Past[];
  readonly commitments: readonly Commitment[];
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly indicators: ReadonlyMap<string, Indicator>;
};

export const decided = (today: Day = TODAY, seed = 2026): Decided => {
  const plan = generateSample({ seed, today });
  const bodies = new Map<string, Body>();
  for (const input of plan.bodies) {
    const made = createBody(input, { by: steward, today: plan.setUpOn, bodies });
    if (made.ok) bodies.set(input.code, made.value.state);
  }
  const indicators = new Map<string, Indicator>();
  for (const input of plan.indicators) {
    const made = createIndicator(input, { by: steward, today: plan.setUpOn, indicators });
    if (made.ok) indicators.set(input.code, made.value.state);
  }
  const accounts = new Map(
    sampleAccounts.map(({ email, role, body = "" }): [string, By] => [
      email,
      {
        account: accountId(email),
        role,
        body: bodyCode(body),
        inspects: bodies.get(body)?.inspects ?? false,
      },
    ]),
  );
  const picture = { sha256: "0".repeat(64), size: 1, mediaType: "image/webp" };
  const files = plan.events.flatMap(({ deed }) =>
    "photo" in deed && deed.photo !== undefined ? [deed.photo.file] : [],
  );
  const pictures = new Map(files.map((file) => [file, picture]));
  const past = decidePlan(plan.events, { bodies, indicators, accounts, pictures });
  return { plan, past, indicators, ...endOf(past) };
};

const endOf = (past: readonly Past[]) => {
  const commitments = new Map<string, Commitment>();
  const observations = new Map<string, Observation>();
  const problems = new Map<string, Problem>();
  const checks = new Map<string, Check>();
  const findings = new Map<string, Finding>();
  for (const one of past) {
    if (one.noun === "commitment" || one.noun === "progress") {
      const { state } = one.change;
      commitments.set(`${state.programme}/${state.code}`, state);
    }
    if (one.noun === "check") checks.set(one.change.state.code, one.change.state);
    if (one.noun === "finding")
      findings.set(`${one.change.state.check}/${one.change.state.number}`, one.change.state);
    if (one.noun === "problem") problems.set(one.change.state.code, one.change.state);
    if (one.noun === "observation") {
      const { state } = one.change;
      observations.set(`${state.indicator}/${state.body}/${state.period}`, state);
    }
  }
  return {
    commitments: [...commitments.values()],
    observations: [...observations.values()],
    problems: [...problems.values()],
    checks: [...checks.values()],
    findings: [...findings.values()],
  };
};

export const emptyStore = async (): Promise<Store> => {
  const url = await freshDatabaseUrl({
    template: "sample_tests",
    prepare: async (to) => void (await migrate(to)),
  });
  return openStore({ url });
};

export const load = async (store: Store, which: LoadSample["which"]) => {
  const files = await fileStore(await mkdtemp(join(tmpdir(), "yinuo-sample-")));
  const loaded = await loadSample(store.db, files, {
    which,
    today: TODAY,
    createAccount: (db, input, context) =>
      addAccount(db, { input, id: accountId(randomUUID()), passwordHash: "none" }, context),
  });
  return { loaded, files };
};
