// A supervision office in front of an empty ledger: a programme, three bodies, a steward, an officer, their browsers.

import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import {
  accountId,
  createBody,
  createProgramme,
  ok,
  publishProgramme,
  type AccountInput,
  type Context,
} from "@yinuo/core";
import { parseDay, parsePeriod } from "@yinuo/period";
import { addAccount, changeBody, changeJurisdiction, changeProgramme } from "@yinuo/store";
import { createApp } from "../../src/app.ts";
import { passwordHash } from "../../src/auth.ts";
import type { Deps } from "../../src/site.ts";
import { workersOf } from "../../src/workers.ts";
import { openWorld, type World } from "../pages/world.ts";

export type Browser = {
  readonly get: (path: string) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  /** Follows the redirect of a form that was accepted. */
  readonly post: (path: string, fields: Readonly<Record<string, string | File>>) => Promise<Response>;
};

export type Office = {
  readonly world: World;
  readonly deps: Deps;
  readonly steward: Browser;
  readonly officer: Browser;
  readonly nobody: Browser;
};

const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not there");
  return value;
};
const CONTEXT: Context = {
  by: { account: accountId("set-up"), role: "steward", inspects: false },
  today: there(parseDay("2026-01-05")),
};
const PASSWORD = "a long password for tests";

/** `filled`: with the small invented ledger of the public pages' tests instead of an empty one. */
export const openOffice = async ({ filled = false } = {}): Promise<Office> => {
  const world = await openWorld({ empty: !filled });
  // Jobs are done at once: what the queue itself promises is tested with the queue.
  const jobs: Deps["jobs"] = {
    send: async (name, data) => workersOf(deps)[name]?.(data),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const deps: Deps = { ...world.deps, jobs };
  if (!filled) await fill(world);
  await addAccounts(world, filled ? "justice" : "SF");
  const app = createApp(deps);
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(`http://ledger.test${path}`, init);
  const signIn = async (email: string): Promise<Browser> => {
    const response = await send("/sign-in", {
      method: "POST",
      body: form({ email, password: PASSWORD }),
      headers: { host: "ledger.test", origin: "http://ledger.test" },
    });
    const cookie = response.headers
      .getSetCookie()
      .map((one) => there(one.split(";")[0]))
      .join("; ");
    if (cookie === "") throw new Error(`not signed in: ${response.status} ${await response.text()}`);
    return browser(send, cookie);
  };
  return {
    world,
    deps,
    steward: await signIn("steward@example.org"),
    officer: await signIn("justice@example.org"),
    nobody: browser(send, ""),
  };
};

const browser = (send: (path: string, init: RequestInit) => Promise<Response>, cookie: string): Browser => {
  const headers = { host: "ledger.test", origin: "http://ledger.test", cookie };
  const get = (path: string) => send(path, { headers });
  return {
    get,
    text: async (path) => (await get(path)).text(),
    post: async (path, fields) => {
      const answer = await send(path, { method: "POST", body: form(fields), headers });
      return answer.status === 303 ? get(there(answer.headers.get("location") ?? undefined)) : answer;
    },
  };
};

const form = (fields: Readonly<Record<string, string | File>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

const fill = async ({ store: { db } }: World): Promise<void> => {
  const today = there(parseDay("2026-01-05"));
  const context: Context = { by: { account: accountId("set-up"), role: "steward", inspects: false }, today };
  const state = {
    name: "示例县",
    nameEn: "Sample County",
    timeZone: "Asia/Shanghai",
    languages: ["zh-CN", "en"],
    defaultLanguage: "zh-CN",
    licence: "CC BY 4.0",
    sample: true,
    independent: false,
    setUpOn: today,
  };
  const event = { verb: "jurisdiction.set-up", happenedOn: today } as const;
  must(await changeJurisdiction(db, context, () => ok({ state, event })));
  for (const [code, name] of [
    ["FY", "人民法院"],
    ["SF", "司法局"],
    ["GA", "公安局"],
  ] as const)
    must(
      await changeBody(db, code, context, (_current, deps) =>
        createBody({ code, name, inspects: false }, { ...context, ...deps }),
      ),
    );
  must(
    await changeProgramme(db, "2026", context, () =>
      createProgramme(
        {
          code: "2026",
          title: "2026年度重点任务",
          period: there(parsePeriod("2026")),
          completionRule: "least",
          silentAfterDays: 100,
          rankingMinimum: 5,
        },
        { ...context, programmes: new Map() },
      ),
    ),
  );
  must(await changeProgramme(db, "2026", context, (current) => publishProgramme(there(current), context)));
};

const addAccounts = async ({ store: { db } }: World, body: string): Promise<void> => {
  const context = CONTEXT;
  const hash = await passwordHash(PASSWORD);
  const accounts: AccountInput[] = [
    { email: "steward@example.org", name: "管理员", role: "steward" },
    { email: "justice@example.org", name: "司法局填报员", role: "officer", body },
  ];
  for (const input of accounts)
    must(await addAccount(db, { input, id: accountId(randomUUID()), passwordHash: hash }, context));
};

const must = (result: { readonly ok: boolean }): void => {
  if (!result.ok) throw new Error(JSON.stringify(result));
};

export const sharedData = new URL("../../../../../shared/data/", import.meta.url);

export const sharedFile = (path: string): File =>
  new File([readFileSync(new URL(path, sharedData))], path.split("/").at(-1) ?? "");
