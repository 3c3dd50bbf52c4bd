// How many single records a second the ledger acknowledges, each of them safe on the disk before the next.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordProgress } from "../../packages/core/src/index.ts";
import { addProgress, openStore, startEmbedded } from "../../packages/store/src/index.ts";
import type { Row } from "./budget.ts";
import { makeLedger, must, SMALL, steward, TODAY } from "./ledger.ts";

const SECONDS = 5;
const COMMITMENTS = 500;

export const writes = async (): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), "yinuo-bench-writes-"));
  try {
    await makeLedger(folder, { ...SMALL, commitments: COMMITMENTS });
    const embedded = await startEmbedded({ dataFolder: join(folder, "postgres"), log: () => undefined });
    const store = await openStore({ url: embedded.url });
    try {
      const [one, many] = [await rate(store.db, 1), await rate(store.db, 10)];
      return [row(one, "one writer"), row(many, "ten writers")];
    } finally {
      await store.close();
      await embedded.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const row = (perSecond: number, who: string): Row => ({
  what: `进展记录，逐条落盘 Progress recorded and on disk, ${who}`,
  measured: `${perSecond.toFixed(0)}/s`,
  bar: "—",
  met: "for information",
  note: "decided, saved with its history, fsync on",
});

type Db = Awaited<ReturnType<typeof openStore>>["db"];

const rate = async (db: Db, writers: number): Promise<number> => {
  const context = { by: steward, today: TODAY };
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const write = async (): Promise<void> => {
    while (performance.now() < end) {
      const code = `C-${done % COMMITMENTS}`;
      done += 1;
      must(
        await addProgress(db, { programme: "2026", code }, context, (commitment) => {
          if (commitment === undefined) throw new Error(`no commitment ${code}`);
          return recordProgress(commitment, { text: `第 ${done} 次记录进展`, happenedOn: TODAY }, context);
        }),
      );
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  return done / ((performance.now() - began) / 1000);
};
