// Work that goes on after the answer was sent: pg-boss in a schema of its own on the ledger's database.

import type { PgBoss } from "pg-boss";

/** Every kind of job and what it is given; ids only, since the data lives in the ledger's own tables. */
export type JobData = {
  readonly "import.apply": { readonly batch: string };
};
export type JobName = keyof JobData;

export const JOB_NAMES = ["import.apply"] as const satisfies readonly JobName[];

export type Worker<Name extends JobName> = (data: JobData[Name]) => Promise<void>;
export type Workers = { readonly [Name in JobName]?: Worker<Name> };

export type Jobs = {
  /** Kept in the database before it answers: a job that was sent survives any stop of the process. */
  readonly send: <Name extends JobName>(name: Name, data: JobData[Name]) => Promise<void>;
  /** Starts the queue and its workers; called once. Pages are served meanwhile. */
  readonly start: (workers: Workers) => Promise<void>;
  /** Lets a job under way finish for at most ten seconds; what is cut short is done again after the next start. */
  readonly stop: () => Promise<void>;
};

export type JobSettings = {
  readonly url: string;
  readonly log: (line: Record<string, unknown>) => void;
};

/** A job is tried again when its process died or it threw: it must be safe to do twice. */
const QUEUE = { retryLimit: 3, retryDelay: 2, expireInSeconds: 3600, heartbeatSeconds: 30 };

export const createJobs = ({ url, log }: JobSettings): Jobs => {
  let ready: Promise<PgBoss> | undefined;
  const open = (): Promise<PgBoss> =>
    (ready ??= openBoss({ url, log }).catch((problem: unknown) => {
      // The next job tries again.
      ready = undefined;
      throw problem;
    }));
  return {
    send: async (name, data) => {
      await (await open()).send(name, data);
    },
    start: async (workers) => {
      const boss = await open();
      for (const name of JOB_NAMES) await work(boss, name, workers[name]);
    },
    stop: async () => {
      const boss = await ready?.catch(() => undefined);
      await boss?.stop({ graceful: true, timeout: 10_000 });
    },
  };
};

/** Its code is loaded here, so that the first page does not wait for it. */
const openBoss = async ({ url, log }: JobSettings): Promise<PgBoss> => {
  const { PgBoss: Boss } = await import("pg-boss");
  const boss = new Boss({ connectionString: url, schema: "jobs", max: 4, supervise: true });
  boss.on("error", (problem) => log({ level: "error", what: "jobs", problem: String(problem) }));
  await openQueues(boss);
  return boss;
};

const openQueues = async (boss: PgBoss): Promise<void> => {
  await boss.start();
  for (const name of JOB_NAMES) await boss.createQueue(name, QUEUE);
};

const work = async <Name extends JobName>(
  boss: PgBoss,
  name: Name,
  worker: Worker<Name> | undefined,
): Promise<void> => {
  if (worker === undefined) return;
  await boss.work<JobData[Name]>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const job of jobs) await worker(job.data);
  });
};
