// The hashing of a long log beside the reading of its entries, on as many threads as the machine has to spare.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { BundleDigest, DigestBundle } from "@yinuo/transparency-log";
import type { DigestDone, DigestTask } from "./digest-worker.ts";

/** A thread takes longer to start than a short log to hash. */
const LONG = 20_000;
const MOST_THREADS = 3;
const HASH_BYTES = 32;

/** `work` with the threads' digest, or without one where there are few entries. */
export const hashedBeside = async <T>(
  entries: number,
  work: (digest: DigestBundle | undefined) => Promise<T>,
): Promise<T> => {
  if (entries < LONG) return work(undefined);
  const count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  const threads = Array.from({ length: count }, startThread);
  let next = 0;
  try {
    return await work((bundle, width) => {
      next = (next + 1) % threads.length;
      const thread = threads[next];
      if (thread === undefined) throw new RangeError("no thread");
      return thread.digest(bundle, width);
    });
  } finally {
    for (const thread of threads) await thread.stop();
  }
};

type Waiting = { readonly done: (digest: BundleDigest) => void; readonly fail: (problem: Error) => void };

const startThread = () => {
  const worker = new Worker(new URL("digest-worker.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let id = 0;
  worker.on("message", ({ id, leaves, tile }: DigestDone) => {
    waiting.get(id)?.done({ leaves: hashesIn(leaves), tile });
    waiting.delete(id);
  });
  worker.on("error", (problem) => {
    for (const { fail } of waiting.values()) fail(problem);
  });
  const digest = (bundle: Uint8Array, width: number): Promise<BundleDigest> =>
    new Promise((done, fail) => {
      id += 1;
      waiting.set(id, { done, fail });
      const task: DigestTask = { id, bundle, width };
      worker.postMessage(task, []);
    });
  return { digest, stop: () => worker.terminate() };
};

const hashesIn = (leaves: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: leaves.length / HASH_BYTES }, (_, at) =>
    leaves.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
