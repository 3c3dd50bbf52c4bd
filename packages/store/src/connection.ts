// Opens the ledger's database: a pool, a listener for changes made elsewhere, and the version of the data.

import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { appRoleReady, asApp } from "./app-role.ts";
import { listen } from "./listen.ts";
import { giveMemory, shareMemory } from "./memory.ts";
import type { DB } from "./tables.generated.ts";

export type Tables = DB;
/** The first argument of everything here; a transaction passes its own. */
export type Db = Kysely<Tables>;

export type Log = (line: Record<string, unknown>) => void;

export type Store = {
  readonly db: Db;
  /** Grows with every change of the data, by this process or another. Says nothing while `fresh()` is false. */
  readonly version: () => number;
  /** False while changes by other processes could go unheard. */
  readonly fresh: () => boolean;
  /** Called after each growth of the version; answers how to stop. */
  readonly onChange: (hear: (version: number) => void) => () => void;
  /** Whether the database can be asked anything at all. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

type Wish = {
  /** postgres://…, with whatever node-postgres understands (sslmode, host, application_name …). */
  readonly url: string;
  readonly log?: Log;
  readonly most?: number;
};

/** The database must be migrated. Throws when it cannot be reached. */
export const openStore = async ({ url, log = () => undefined, most = 10 }: Wish): Promise<Store> => {
  const pool = new pg.Pool({ ...(await poolSettings(url)), max: most });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on("error", (problem) => log({ event: "database.connectionLost", problem: problem.message }));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const data = versionOf();
  atCommit.set(db, data.grow);
  const listener = await listen(url, { heard: data.grow, log });
  giveMemory(db, () => (listener.fresh() ? data.version() : undefined));
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    await db.destroy();
  };
  return {
    db,
    version: data.version,
    fresh: listener.fresh,
    onChange: data.onChange,
    answers: () => answers(db),
    close: () => (closing ??= close()),
  };
};

/** Told by every transaction of ours that has committed, so that its author reads what was just written. */
export const committed = (db: Db): void => atCommit.get(db)?.();

const atCommit = new WeakMap<Db, () => void>();

/** A handle on the same database as `db`: it is told of commits and remembers answers alike. */
export const alsoFor = (handle: Db, db: Db): void => {
  const grow = atCommit.get(db);
  if (grow !== undefined) atCommit.set(handle, grow);
  shareMemory(handle, db);
};

const versionOf = () => {
  let version = 1;
  const hearers = new Set<(version: number) => void>();
  return {
    version: () => version,
    grow: (): void => {
      version += 1;
      for (const hear of hearers) hear(version);
    },
    onChange: (hear: (version: number) => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
};

const answers = (db: Db): Promise<boolean> =>
  sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  );

const poolSettings = async (url: string): Promise<pg.PoolConfig> => {
  const client = new pg.Client({ connectionString: url, application_name: "yinuo" });
  await client.connect();
  let app: boolean;
  try {
    app = await appRoleReady(client);
  } finally {
    await client.end();
  }
  const options = new URL(url).searchParams.get("options") ?? "";
  return {
    connectionString: url,
    application_name: "yinuo",
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
    ...(app ? { options: `${options} ${asApp}`.trim() } : {}),
  };
};

/** Days stay the strings they are; numbers become numbers (the ledger's fit a double). */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (oid === DATE) return (text: string) => text;
  if (oid === NUMERIC || oid === INT8) return Number;
  return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
};

const DATE = 1082;
const NUMERIC = 1700;
const INT8 = 20;
