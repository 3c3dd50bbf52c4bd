// The leaves as the database has them, in the order of their positions.

import type { Db } from "../connection.ts";

export const countLeaves = async (db: Db): Promise<number> => {
  const { last } = await db
    .selectFrom("log_entry")
    .select(({ fn }) => fn.max("index").as("last"))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
};

type Stretch = { readonly from: number; readonly to: number };

export const leavesBetween = (
  db: Db,
  { from, to }: Stretch,
): Promise<readonly { readonly index: number; readonly bytes: Buffer; readonly leaf_hash: Buffer }[]> =>
  db
    .selectFrom("log_entry")
    .select(["index", "bytes", "leaf_hash"])
    .where("index", ">=", from)
    .where("index", "<", to)
    .orderBy("index")
    .execute();

const CHUNK = 8192;

/** Their hashes in chunks of whole tiles, so that a million is never in memory at once. */
export const hashesUpTo = async function* (db: Db, size: number): AsyncGenerator<readonly Buffer[]> {
  for (let from = 0; from < size; from += CHUNK) {
    const rows = await db
      .selectFrom("log_entry")
      .select("leaf_hash")
      .where("index", ">=", from)
      .where("index", "<", Math.min(size, from + CHUNK))
      .orderBy("index")
      .execute();
    yield rows.map(({ leaf_hash }) => leaf_hash);
  }
};
