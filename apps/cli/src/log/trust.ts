// Whom a verification believes: the policy or key that was given, else the one met before, else the one the log publishes.

import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { ok, refuse, type Result } from "@yinuo/core";
import {
  openCheckpoint,
  parseCheckpointText,
  parseNote,
  parsePolicy,
  parseVerifierKey,
  type OpenedCheckpoint,
  type Policy,
} from "@yinuo/transparency-log";
import type { Typed } from "../arguments.ts";
import type { CliRefusal, Run } from "../run.ts";
import { keepFile, readKept } from "./kept-file.ts";
import { CRYPTO } from "./node-crypto.ts";
import type { LogSource } from "./source.ts";

/** `published`: the log's own word for its key, believed on the first meeting only. */
export type Trust = {
  readonly policy: Policy;
  readonly bytes: Uint8Array;
  readonly from: "given" | "remembered" | "published";
};

/** Files of the user's own, by the name that the log gives itself. */
export type Memory = { readonly policy: string; readonly checkpoint: string };

type Wish = { readonly typed: Typed; readonly source: LogSource; readonly memory: Memory };

/** Refuses: fileUnreadable, policyUnreadable, logKeyUnreadable, logKeyNeeded. */
export const findTrust = async ({ typed, source, memory }: Wish): Promise<Result<Trust, CliRefusal>> => {
  const [file, key] = [typed.text("policy"), typed.text("key")];
  if (file !== undefined) return trustOf(await readFile(file), "given");
  if (key !== undefined)
    return parseVerifierKey(key).ok
      ? trustOf(Buffer.from(`log ${key}\nquorum none\n`), "given")
      : refuse({ code: "logKeyUnreadable", typed: key });
  const remembered = await readKept(memory.policy);
  if (remembered !== undefined) return trustOf(remembered, "remembered");
  const published = await source.read("policy");
  if (published !== undefined) return trustOf(published, "published");
  return refuse({ code: "logKeyNeeded", place: source.place });
};

const trustOf = (bytes: Uint8Array, from: Trust["from"]): Result<Trust, CliRefusal> => {
  const policy = parsePolicy(bytes);
  return policy.ok
    ? ok({ policy: policy.value, bytes, from })
    : refuse({ code: "policyUnreadable", line: policy.error.line });
};

/** Of a checkpoint nobody has verified: only to find what is remembered of it. */
export const memoryOf = ({ typed, env }: Pick<Run, "typed" | "env">, checkpoint: Uint8Array): Memory => {
  const note = parseNote(checkpoint);
  const read = note.ok ? parseCheckpointText(note.value.text) : note;
  const name = encodeURIComponent(read.ok ? read.value.origin : "unknown").slice(0, 200);
  const folder = join(dataHome(env), "yinuo", "logs");
  return {
    policy: join(folder, `${name}.policy`),
    checkpoint: typed.text("last") ?? join(folder, `${name}.checkpoint`),
  };
};

/** Where programs of this system keep what belongs to the user. */
const dataHome = ({ XDG_DATA_HOME, APPDATA }: Run["env"]): string => {
  if (XDG_DATA_HOME !== undefined && XDG_DATA_HOME !== "") return XDG_DATA_HOME;
  if (process.platform === "win32" && APPDATA !== undefined) return APPDATA;
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Application Support")
    : join(homedir(), ".local", "share");
};

export type Seen = OpenedCheckpoint["checkpoint"] | undefined;

/** Verified again: a file on the disk of a reader is no more than that. Refuses: lastUnreadable. */
export const readLastSeen = async (
  { checkpoint: path }: Memory,
  { policy }: Trust,
): Promise<Result<Seen, CliRefusal>> => {
  const bytes = await readKept(path);
  if (bytes === undefined) return ok(undefined);
  const opened = openCheckpoint(bytes, { logs: policy.logs.map(({ key }) => key) }, CRYPTO);
  return opened.ok ? ok(opened.value.checkpoint) : refuse({ code: "lastUnreadable", path });
};

/** Only what was verified, and never a smaller tree in place of a larger one. */
export const remember = async (
  memory: Memory,
  {
    trust,
    checkpoint,
    grew,
  }: { readonly trust: Trust; readonly checkpoint: Uint8Array; readonly grew: boolean },
): Promise<void> => {
  if (trust.from === "published") await keepFile(memory.policy, trust.bytes);
  if (grew) await keepFile(memory.checkpoint, checkpoint);
};
