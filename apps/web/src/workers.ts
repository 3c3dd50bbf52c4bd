// Which worker does which kind of background job, and whose keys it signs with.

import { applyBatch } from "@yinuo/import";
import type { Db } from "@yinuo/store";
import type { Workers } from "./jobs.ts";
import type { Deps } from "./site.ts";

export const workersOf = (deps: Deps): Workers => ({
  "import.apply": async ({ batch }) => {
    const db = brought.get(batch) ?? deps.store.db;
    try {
      await applyBatch({ ...deps, store: { db } }, batch);
    } finally {
      brought.delete(batch);
    }
  },
});

/**
 * What somebody confirmed is signed with the keys of that session, which are in the memory of this process alone. Where
 * another process does the work, or this one ended before it, the entries are the system's word.
 */
export const bringToJob = (batch: string, db: Db): void => {
  for (const oldest of brought.keys()) {
    if (brought.size < MOST) break;
    brought.delete(oldest);
  }
  brought.set(batch, db);
};

const brought = new Map<string, Db>();

/** Those that another process took are forgotten in their turn. */
const MOST = 20;
