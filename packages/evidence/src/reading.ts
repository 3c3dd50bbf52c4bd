// Files from outside are read one at a time, each in a process of its own that has a time, a memory and an end.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { refuse, type Result } from "@yinuo/core";
import type { DocumentRead } from "./collect.ts";
import type { DocumentKind } from "./file-kind.ts";
import type { Pixels } from "./heic.ts";
import { READING, type ReadingLimits, type ReadingRefusal } from "./limits.ts";

export type Task = {
  readonly kind: DocumentKind | "heic";
  readonly bytes: Uint8Array;
  readonly limits: ReadingLimits;
};

type Answer<T> = Promise<Result<T, ReadingRefusal>>;

/** The text inside, read for personal data. Refuses: fileEncrypted, fileDamaged, fileTooMuch. */
export const readForPersonalData = (
  kind: DocumentKind,
  bytes: Uint8Array,
  limits: ReadingLimits = READING,
): Answer<DocumentRead> => inTurn(() => inProcess<DocumentRead>({ kind, bytes, limits }));

/** The pixels of a HEIC photograph. Refuses: fileDamaged, fileTooMuch. */
export const pixelsOfHeic = (bytes: Uint8Array, limits: ReadingLimits = READING): Answer<Pixels> =>
  inTurn(() => inProcess<Pixels>({ kind: "heic", bytes, limits }));

/** One after the other, or ten uploads at once would take ten times the memory. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = last.then(work, work);
  last = next;
  return next;
};

const inProcess = <T>(task: Task): Answer<T> =>
  new Promise((done, fail) => {
    const child = fork(fileURLToPath(new URL("reading-child.ts", import.meta.url)), {
      // What the program was started with is not for it: Node reads TypeScript by itself, and no secret goes along.
      execArgv: [`--max-old-space-size=${task.limits.heapMegabytes}`],
      env: {},
      serialization: "advanced",
      // Warnings about damaged files go nowhere.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // The first answer counts; an end without one is an answer too.
    const end = (answer: Result<T, ReadingRefusal>): void => {
      clearTimeout(late);
      done(answer);
      child.kill("SIGKILL");
    };
    const late = setTimeout(() => end(refuse("fileTooMuch")), task.limits.milliseconds);
    child.once("message", (answer) => end(answer as Result<T, ReadingRefusal>));
    child.once("error", fail);
    child.once("exit", () => end(refuse("fileTooMuch")));
    child.send(task);
  });
