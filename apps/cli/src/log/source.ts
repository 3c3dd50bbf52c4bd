// Where a log is read from: a folder, or the address at which it is served.

import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ok, refuse, type Result } from "@yinuo/core";
import type { ReadFile } from "@yinuo/transparency-log";
import type { LogRefusal } from "./refusals.ts";

export type LogSource = {
  /** As it was named. */
  readonly place: string;
  /** `undefined`: there is no such file. Throws `Unreachable` when nobody answers. */
  readonly read: ReadFile;
};

/** Nobody answers: thrown from the midst of an audit, and said as the refusal `logUnreachable`. */
export class Unreachable extends Error {
  readonly place: string;
  readonly problem: string;

  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
    this.place = place;
    this.problem = problem;
  }
}

export const openSource = (place: string): LogSource =>
  /^https?:\/\//i.test(place) ? overHttp(place) : inFolder(place);

/** What is done with a source, with `logUnreachable` where it cannot be reached. */
export const reaching = async <T, E>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | LogRefusal>> => {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Unreachable)) throw problem;
    return refuse({ code: "logUnreachable", place: problem.place, problem: problem.problem });
  }
};

/** Refuses: logMissing. */
export const readCheckpoint = async ({ place, read }: LogSource): Promise<Result<Uint8Array, LogRefusal>> => {
  const bytes = await read("checkpoint");
  return bytes === undefined ? refuse({ code: "logMissing", place }) : ok(bytes);
};

const inFolder = (place: string): LogSource => {
  const folder = resolve(place);
  return {
    place,
    read: async (path) => {
      try {
        // Thousands of small files: waiting for each of them takes longer than reading it.
        return readFileSync(join(folder, path));
      } catch (problem) {
        const { code } = problem as NodeJS.ErrnoException;
        if (code === "ENOENT" && (await isThere(folder))) return undefined;
        throw new Unreachable(place, code ?? String(problem));
      }
    },
  };
};

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** More than the largest bundle of the specification, 256 entries of 64 KiB. */
const MOST_BYTES = 17_000_000;
const PATIENCE_MS = 30_000;
const PAUSES_MS = [500, 2000];

const overHttp = (place: string): LogSource => {
  const prefix = place.replace(/\/+$/, "").replace(/\/checkpoint$/, "");
  return {
    place,
    read: async (path) => {
      const address = `${prefix}/${path}`;
      let answer = await ask(address);
      for (const pause of PAUSES_MS) {
        if ("bytes" in answer || answer.final) break;
        await wait(pause);
        answer = await ask(address);
      }
      if ("bytes" in answer) return answer.bytes;
      throw new Unreachable(address, answer.problem);
    },
  };
};

type Answer =
  | { readonly bytes: Uint8Array | undefined }
  | { readonly problem: string; readonly final: boolean };

const ask = async (address: string): Promise<Answer> => {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return { bytes: await bytesOf(answer) };
    await answer.body?.cancel();
    if (answer.status === 404 || answer.status === 410) return { bytes: undefined };
    const mayPass = answer.status === 429 || answer.status >= 500;
    return { problem: `HTTP ${answer.status}`, final: !mayPass };
  } catch (problem) {
    const { cause } = problem as Error;
    return { problem: cause instanceof Error ? cause.message : String(problem), final: false };
  }
};

/** A server that never stops sending is no log. */
const bytesOf = async (answer: Response): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts);
};
