// How long somebody waits for the first page: with an empty data folder, and every time after that.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atMost, median, seconds, type Row } from "./budget.ts";
import { startServer } from "./server.ts";

const ROUNDS = 3;

/** The bundle is built before: that happens once per version, and not once per folder. */
export const starts = async (): Promise<readonly Row[]> => {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), "yinuo-bench-start-"));
    try {
      first.push(await firstPage(folder));
      later.push(await firstPage(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return [
    row("第一次启动到第一个页面 First start to first page", median(first), 5000),
    row("再次启动到第一个页面 Later start to first page", median(later), 1500),
  ];
};

const firstPage = async (folder: string): Promise<number> => {
  const server = await startServer(folder);
  await server.stop();
  return server.firstPageAfter;
};

const row = (what: string, took: number, bar: number): Row => ({
  what,
  measured: seconds(took),
  bar: `≤ ${bar / 1000} s`,
  met: atMost(took, bar),
  note: `median of ${ROUNDS}`,
});
