// The database of a data folder, whether or not a program works on it: that one's server is joined, or one is started.

import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readPidFile } from "./leftover.ts";
import { livingOwner } from "./owner.ts";
import { keepPassword } from "./password.ts";
import { loopbackUrl, socketUrl, startEmbedded } from "./start.ts";

export type Reached = {
  readonly url: string;
  /** Another program runs the server and goes on doing so. */
  readonly joined: boolean;
  /** Stops a server of our own. */
  readonly leave: () => Promise<void>;
};

type Wish = Parameters<typeof startEmbedded>[0];

/** Throws `EmbeddedRefused` as `startEmbedded` does, but for a folder in use, whose running server it joins. */
export const reachEmbedded = async (wish: Wish): Promise<Reached> => {
  // The other program may be starting or stopping at this moment: one of the two becomes true.
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (livingOwner(wish.dataFolder) === undefined) break;
    const url = runningUrl(wish.dataFolder);
    if (url !== undefined) return { url, joined: true, leave: () => Promise.resolve() };
    await wait(50);
  }
  const own = await startEmbedded(wish);
  return { url: own.url, joined: false, leave: own.stop };
};

const PATIENCE = 30_000;

const runningUrl = (folder: string): string | undefined => {
  const file = readPidFile(join(folder, "cluster"));
  if (file?.status !== "ready") return undefined;
  return file.socketFolder === ""
    ? loopbackUrl(keepPassword(folder), file.port)
    : socketUrl(file.socketFolder);
};
