// A sequencer at work beside the ledger: it publishes, hands over, and says what is wrong.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, it } from "node:test";
import type { Db } from "../src/index.ts";
import { logFolder, logStateOf, startSequencer } from "../src/log/index.ts";
import { ledger } from "./ledger.ts";
import { addMany, freshFolder, ORIGIN } from "./log-world.ts";

describe("a running sequencer", () => {
  it("publishes what is written, hands over to the next, and says on the way what is wrong", async () => {
    const { store, db, url } = await ledger();
    const data = freshFolder();
    const said: Record<string, unknown>[] = [];
    const start = async () =>
      startSequencer({
        store,
        url,
        folder: await logFolder(join(data, "log")),
        dataFolder: data,
        origin: ORIGIN,
        log: (line) => void said.push(line),
      });
    const one = await start();
    const two = await start();
    await signedUpTo(db, 6);
    await addMany(db, 0, 3);
    await signedUpTo(db, 9);
    await one.stop();
    await addMany(db, 10, 3);
    await signedUpTo(db, 12);
    await two.stop();
    assert.deepEqual(said, []);
    rmSync(join(data, "log-key"));
    const three = await start();
    while ((await logStateOf(db)).trouble === undefined) await wait(50);
    await three.stop();
    assert.match(String(said[0]?.["sentence"]), /Put the file log-key back/);
  });
});

const signedUpTo = async (db: Db, size: number): Promise<void> => {
  while (((await logStateOf(db)).checkpoint?.size ?? 0) < size) await wait(50);
};
