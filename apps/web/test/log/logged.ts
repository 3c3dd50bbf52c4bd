// A ledger whose log is signed as far as it goes.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { logStateOf, startSequencer } from "@yinuo/store/log";
import type { World } from "../pages/world.ts";

/** Its key stays in the folder that is answered until it is removed. */
export const openLog = async ({ deps, url }: Pick<World, "deps" | "url">) => {
  const data = await mkdtemp(join(tmpdir(), "yinuo-logged-"));
  const { store, logFolder: folder } = deps;
  return {
    /** Until nothing waits. */
    sign: async (): Promise<void> => {
      const sequencer = startSequencer({
        store,
        url,
        folder,
        dataFolder: data,
        origin: "ledger.test/log",
        log: (line) => assert.fail(JSON.stringify(line)),
      });
      for (
        let state = await logStateOf(store.db);
        !((state.checkpoint?.size ?? 0) > 0 && state.pending === 0);
      ) {
        await wait(50);
        state = await logStateOf(store.db);
      }
      await sequencer.stop();
    },
    remove: () => rm(data, { recursive: true }),
  };
};
