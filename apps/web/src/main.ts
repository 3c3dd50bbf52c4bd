// Starts the ledger: database, migrations, first data, then the site, and stops them in order.

import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { unfinishedBatches } from "@yinuo/import";
import { todayIn } from "@yinuo/period";
import {
  fileStore,
  getJurisdiction,
  migrate,
  openStore,
  startEmbedded,
  startSweeping,
  type Store,
} from "@yinuo/store";
import { logFolder, type Sequencer } from "@yinuo/store/log";
import { createApp } from "./app.ts";
import { createAuth, setUpCode } from "./auth.ts";
import { readConfig, type Config } from "./config.ts";
import { loadFirstData } from "./first-data.ts";
import { startLog } from "./log/sequencing.ts";
import { createJobs } from "./jobs.ts";
import { createPageCache } from "./page-cache.ts";
import { readSecret } from "./secret.ts";
import { answerStarting } from "./starting.tsx";
import { printWelcome } from "./welcome.ts";
import type { Deps } from "./site.ts";
import { workersOf } from "./workers.ts";

const log = (line: Record<string, unknown>): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

const start = async (config: Config): Promise<() => Promise<void>> => {
  // From the first moment, so that nobody is told that there is no such ledger while it starts.
  const server = await listen(config);
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataFolder: join(config.data, "postgres"), log })
      : undefined;
  const url = config.databaseUrl ?? embedded?.url ?? "";
  await migrate(url);
  const store = await openStore({ url, log });
  const files = await fileStore(join(config.data, "files"));
  const auth = createAuth({
    db: store.db,
    secret: config.secret ?? (await readSecret(config.data)),
    origins: config.origins,
    https: config.origins.length > 0 && config.origins.every((origin) => origin.startsWith("https:")),
  });
  const deps: Deps = {
    store,
    files,
    logFolder: await logFolder(join(config.data, "log")),
    auth,
    config,
    pages: createPageCache(stampOf(store, () => new Date(), await zoneOf(store))),
    jobs: createJobs({ url, log }),
    now: () => new Date(),
    log,
  };
  const signIns = await loadFirstData(deps);
  server.answer(deps);
  const stopWork = workSoon(deps, url);
  const empty = (await getJurisdiction(store.db)) === undefined;
  printWelcome({
    config,
    port: server.port,
    sample: signIns,
    setUpCode: empty ? setUpCode(auth) : undefined,
  });
  return async () => {
    await server.close();
    await stopWork();
    await store.close();
    await embedded?.stop();
  };
};

/** Pages come first: loading the queue would take the processor from the first of them. */
const workSoon = (deps: Deps, url: string): (() => Promise<void>) => {
  let sequencer: Sequencer | undefined;
  let stopSweeping: (() => Promise<void>) | undefined;
  const soon = setTimeout(() => {
    sequencer = startLog(deps, url);
    stopSweeping = startSweeping({ ...deps, url });
    startJobs(deps).catch((problem: unknown) =>
      log({ level: "error", what: "jobs", problem: String(problem) }),
    );
  }, 1000);
  return async () => {
    clearTimeout(soon);
    await sequencer?.stop();
    await stopSweeping?.();
    await deps.jobs.stop();
  };
};

/** What a stop of the process cut short is sent again: each job may safely be done twice. */
const startJobs = async (deps: Deps): Promise<void> => {
  await deps.jobs.start(workersOf(deps));
  for (const batch of await unfinishedBatches(deps.store.db)) await deps.jobs.send("import.apply", { batch });
};

/** Data version and day; undefined while changes by other processes could go unnoticed. */
const stampOf = (store: Store, now: () => Date, timeZone: () => string) => {
  let day = "";
  let dayUntil = 0;
  return (): string | undefined => {
    if (!store.fresh()) return undefined;
    const instant = now();
    if (instant.getTime() >= dayUntil) {
      day = todayIn(instant, timeZone());
      dayUntil = (Math.floor(instant.getTime() / 1000) + 1) * 1000;
    }
    return `${store.version()} ${day}`;
  };
};

/** The jurisdiction's zone, also after it was set up or changed. */
const zoneOf = async (store: Store): Promise<() => string> => {
  let zone = "Asia/Shanghai";
  const read = async (): Promise<void> => {
    zone = (await getJurisdiction(store.db))?.timeZone ?? zone;
  };
  store.onChange(() => void read().catch(() => undefined));
  await read();
  return () => zone;
};

type Listening = {
  readonly port: number;
  /** From now on by the ledger; before, everybody is asked to come back. */
  readonly answer: (deps: Deps) => void;
  readonly close: () => Promise<void>;
};

const listen = async ({ port, host }: Config): Promise<Listening> => {
  let answering = answerStarting();
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 120_000 }, (request, response) =>
    answering(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    answer: (deps) => {
      const answer = getRequestListener(createApp(deps).fetch, { overrideGlobalObjects: false });
      answering = (request, response) => {
        if (!deps.pages.serve(request, response)) void answer(request, response);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3000).unref();
      }),
  };
};

const run = async (): Promise<void> => {
  const read = readConfig(process.argv.slice(2), process.env);
  if (!read.ok) {
    for (const sentence of read.sentences) process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
    return;
  }
  const stop = await start(read.value);
  let stopping = false;
  const end = (): void => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(130);
    stopping = true;
    void stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        log({ level: "error", problem: String(problem) });
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
};

run().catch((problem: unknown) => {
  process.stderr.write(`${explain(problem)}\n`);
  process.exit(1);
});

/** A sentence for what an operator can mend; the whole trace for what nobody foresaw. */
const explain = (problem: unknown): string => {
  if (problem instanceof Error && "code" in problem) return `${problem.message} (${String(problem.code)})`;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
};
