// A lock that only one process holds at a time, given back when the process ends in any way.

import pg from "pg";

export type AppLock = {
  /** False once the connection that held it was lost: another process may have it by now. */
  readonly held: () => boolean;
  readonly release: () => Promise<void>;
};

/** For work that must not run twice at once, e.g. loading the first data. `undefined` while another process has it. */
export const lockApp = async (url: string, name: string): Promise<AppLock | undefined> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: `yinuo lock ${name}`,
    keepAlive: true,
  });
  let held = true;
  // A broken connection has given the lock back already.
  client.on("error", () => (held = false));
  client.on("end", () => (held = false));
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended('yinuo ' || $1, 0)) AS got",
    [name],
  );
  if (rows[0]?.got === true) return { held: () => held, release: () => client.end() };
  await client.end();
  return undefined;
};
