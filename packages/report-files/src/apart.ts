// A report from a stranger is read and checked in a process of its own, one at a time: it has a time, a memory and an end.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Checked } from "@yinuo/report-check";
import type { FileRefusal, ReadReport } from "./reading.ts";

export type CheckedApart =
  | { readonly ok: true; readonly value: ReadReport & { readonly checked: Checked } }
  /** `busy`: too many wait already. */
  | { readonly ok: false; readonly error: FileRefusal | { readonly code: "busy" } };

export type Task = { readonly bytes: Uint8Array; readonly name: string; readonly wasmMegabytes: number };

type Limits = {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  readonly wasmMegabytes: number;
  readonly waiting: number;
};

const APART: Limits = { milliseconds: 20_000, heapMegabytes: 384, wasmMegabytes: 512, waiting: 8 };

/** Nothing of the file is written anywhere: it goes through a pipe and ends with the process. */
export const checkApart = async (bytes: Uint8Array, name: string): Promise<CheckedApart> => {
  if (waiting >= APART.waiting) return { ok: false, error: { code: "busy" } };
  waiting++;
  const next = last.then(() => inProcess({ bytes, name, wasmMegabytes: APART.wasmMegabytes }));
  last = next.then(
    () => undefined,
    () => undefined,
  );
  try {
    return await next;
  } finally {
    waiting--;
  }
};

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

const inProcess = (task: Task): Promise<CheckedApart> =>
  new Promise((done, fail) => {
    const child = fork(fileURLToPath(new URL("apart-child.ts", import.meta.url)), {
      // What the program was started with is not for it, and no secret goes along.
      execArgv: [`--max-old-space-size=${APART.heapMegabytes}`],
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const end = (answer: CheckedApart): void => {
      clearTimeout(late);
      done(answer);
      child.kill("SIGKILL");
    };
    const tooMuch: CheckedApart = { ok: false, error: { code: "fileTooMuch" } };
    const late = setTimeout(() => end(tooMuch), APART.milliseconds);
    child.once("message", (answer) => end(answer as CheckedApart));
    child.once("error", fail);
    child.once("exit", () => end(tooMuch));
    child.send(task);
  });
