// The whole site as it answers a request, over the small invented ledger.

import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, migrate, openStore, type Store } from "@yinuo/store";
import { logFolder } from "@yinuo/store/log";
import { freshDatabaseUrl, templateFolder, type Template } from "@yinuo/store/testing";
import { createApp } from "../../src/app.ts";
import { createAuth } from "../../src/auth.ts";
import { readConfig, type Config } from "../../src/config.ts";
import type { Jobs } from "../../src/jobs.ts";
import { createPageCache } from "../../src/page-cache.ts";
import type { Deps } from "../../src/site.ts";
import { fillLedger } from "./ledger.ts";
import { TODAY } from "./steps.ts";

export type World = {
  readonly store: Store;
  /** Of its database. */
  readonly url: string;
  readonly deps: Deps;
  /** Answers a GET of the path. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Wish = { readonly empty?: boolean; readonly origins?: string };

export const openWorld = async ({ empty = false, origins = "" }: Wish = {}): Promise<World> => {
  const url = await freshDatabaseUrl(empty ? EMPTY : FILLED);
  const store = await openStore({ url });
  const folder = await mkdtemp(join(tmpdir(), "yinuo-files-"));
  if (!empty) await cp(await templateFolder("web_filled"), folder, { recursive: true });
  const files = await fileStore(folder);
  const deps: Deps = {
    store,
    files,
    logFolder: await logFolder(await mkdtemp(join(tmpdir(), "yinuo-log-"))),
    auth: createAuth({ db: store.db, secret: "x".repeat(40), origins: [], https: false }),
    config: configOf(origins),
    pages: createPageCache(() => undefined),
    jobs: {} as Jobs,
    // Noon in the ledger's time zone.
    now: () => new Date(`${TODAY}T04:00:00Z`),
    log: (line) => void (line["level"] === "error" && process.stderr.write(`${JSON.stringify(line)}\n`)),
  };
  const app = createApp(deps);
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(`http://ledger.test${path}`, { headers: { host: "ledger.test", ...headers } });
  return {
    store,
    url,
    deps,
    get,
    text: async (path) => (await get(path)).text(),
    close: () => store.close(),
  };
};

const EMPTY: Template = { template: "web_empty", prepare: async (url) => void (await migrate(url)) };

/** Filled once for all test processes: a hundred worlds begin with it. */
const FILLED: Template = {
  template: "web_filled",
  prepare: async (url) => {
    await migrate(url);
    const store = await openStore({ url });
    await fillLedger(store.db, await fileStore(await templateFolder("web_filled")));
    await store.close();
  },
};

const configOf = (origins: string): Config => {
  const read = readConfig([], { YINUO_ORIGINS: origins });
  if (!read.ok) throw new Error(read.sentences.join());
  return read.value;
};
