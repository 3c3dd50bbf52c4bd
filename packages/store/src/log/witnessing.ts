// The witnesses of the log are asked beside the sequencing: their cosignatures join the checkpoint, and none holds it up.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  collectCosignatures,
  formatNote,
  formatVerifierKey,
  parseNote,
  parsePolicy,
  proveConsistencyFromTiles,
  type Hash,
  type PolicyWitness,
  type VerifierKey,
  type WitnessOutcome,
} from "@yinuo/transparency-log";
import type { Db, Log } from "../connection.ts";
import { keepCosigned, type SignedCheckpoint } from "./checkpoints.ts";
import { hashing } from "./digest.ts";
import { readTileFile, type LogFolder } from "./folder.ts";

/** The operator's own file in the data folder: the lines `witness`, `group` and `quorum` of a policy (c2sp.org/tlog-policy). */
const WITNESSES_FILE = "log-witnesses";

export type LogPolicy = {
  /** As it is published: whom to believe. */
  readonly bytes: Uint8Array;
  readonly witnesses: readonly PolicyWitness[];
  /** The line of the operator's file that cannot be read; the log goes on without witnesses then. */
  readonly wrongLine?: number;
};

export const readLogPolicy = async (dataFolder: string, key: VerifierKey): Promise<LogPolicy> => {
  const url = key.name.includes(".invalid/") ? "" : ` https://${key.name}`;
  const own = `log ${formatVerifierKey(key)}${url}\n`;
  const alone = { bytes: Buffer.from(`${own}quorum none\n`), witnesses: [] };
  const text = await witnessesFile(dataFolder);
  if (text === undefined) return alone;
  const bytes = Buffer.from(own + (text.endsWith("\n") ? text : `${text}\n`));
  const policy = parsePolicy(bytes);
  if (!policy.ok) return { ...alone, wrongLine: Math.max(1, policy.error.line - 1) };
  return { bytes, witnesses: policy.value.witnesses };
};

const witnessesFile = async (dataFolder: string): Promise<string | undefined> => {
  try {
    return await readFile(join(dataFolder, WITNESSES_FILE), "utf8");
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw problem;
  }
};

export type Witnessing = {
  /** The newest checkpoint; those that came before it and were not asked about yet are passed over. */
  readonly ask: (checkpoint: SignedCheckpoint) => void;
  readonly stop: () => Promise<void>;
};

type Wish = {
  readonly db: Db;
  readonly folder: LogFolder;
  readonly log: Log;
  readonly witnesses: readonly PolicyWitness[];
};

/** Each witness in its own time: a cosignature is in the database when it has come, and the sequencer hears of it. */
export const startWitnessing = (wish: Wish): Witnessing => {
  const stopping = new AbortController();
  const keep = keeping(wish.db);
  const asked = wish.witnesses.map((witness) => startAsking({ ...wish, witness, keep }, stopping.signal));
  return {
    ask: (checkpoint) => asked.forEach(({ ask }) => ask(checkpoint)),
    stop: async () => {
      stopping.abort();
      await Promise.all(asked.map(({ settled }) => settled()));
    },
  };
};

type Keep = (checkpoint: SignedCheckpoint, cosigned: Uint8Array) => Promise<void>;

/** One after the other, each with the signatures that came before it. */
const keeping = (db: Db): Keep => {
  let kept: { readonly number: number; readonly note: Uint8Array } | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const keep: Keep = async ({ number }, cosigned) => {
    if (kept !== undefined && kept.number > number) return;
    const note = kept?.number === number ? bothSigned(kept.note, cosigned) : cosigned;
    await keepCosigned(db, { number, note: Buffer.from(note).toString() });
    kept = { number, note };
  };
  return (checkpoint, cosigned) => {
    const done = before.then(() => keep(checkpoint, cosigned));
    before = done.catch(() => undefined);
    return done;
  };
};

const bothSigned = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const [left, right] = [parseNote(one), parseNote(other)];
  if (!left.ok || !right.ok) return one;
  const isThere = ({ name, id }: { readonly name: string; readonly id: string }): boolean =>
    left.value.signatures.some((signature) => signature.name === name && signature.id === id);
  const added = right.value.signatures.filter((signature) => !isThere(signature));
  return formatNote({ ...left.value, signatures: [...left.value.signatures, ...added] });
};

type Asking = Wish & { readonly witness: PolicyWitness; readonly keep: Keep };

const startAsking = (wish: Asking, stopped: AbortSignal) => {
  const seen = new Map<string, number>();
  const tell = telling(wish.log);
  let next: SignedCheckpoint | undefined;
  let busy: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    while (next !== undefined && !stopped.aborted) {
      const checkpoint = next;
      next = undefined;
      try {
        const outcome = await cosign(wish, { checkpoint, seen, stopped });
        if (outcome !== undefined && !stopped.aborted) tell(outcome);
      } catch (problem) {
        // The database went away, say: the next checkpoint is asked about again.
        wish.log({ level: "error", what: "witnesses", problem: String(problem) });
      }
    }
    busy = undefined;
  };
  return {
    ask: (checkpoint: SignedCheckpoint): void => {
      next = checkpoint;
      busy ??= work();
    },
    settled: async (): Promise<void> => busy,
  };
};

type Question = {
  readonly checkpoint: SignedCheckpoint;
  readonly seen: Map<string, number>;
  readonly stopped: AbortSignal;
};

/** `undefined` of a witness without an address, which is believed and not asked. */
const cosign = async (
  { folder, witness, keep }: Asking,
  { checkpoint, seen, stopped }: Question,
): Promise<WitnessOutcome | undefined> => {
  const { size, note } = checkpoint;
  const cosigned = await collectCosignatures({
    checkpoint: Buffer.from(note),
    witnesses: [witness],
    seen,
    prove: (from) => consistency(folder, from, size),
    post: (address, body) => post(address, body, stopped),
  });
  const [outcome] = cosigned.outcomes;
  if (outcome?.is !== "cosigned") return outcome;
  seen.set(outcome.witness, outcome.size);
  await keep(checkpoint, cosigned.checkpoint);
  return outcome;
};

const consistency = async (
  folder: LogFolder,
  from: number,
  to: number,
): Promise<readonly Hash[] | undefined> => {
  if (from > to) return undefined;
  if (from === 0 || from === to) return [];
  const proof = await proveConsistencyFromTiles({ from, to }, (tile) => readTileFile(folder, tile), hashing);
  return proof.ok ? proof.value : undefined;
};

const PATIENCE_MS = 10_000;
/** A hundred cosignatures are less. */
const MOST_BYTES = 64 * 1024;

const post = async (address: string, body: Uint8Array, stopped: AbortSignal) => {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]);
  const answer = await fetch(address, {
    method: "POST",
    body: Buffer.from(body),
    redirect: "error",
    signal,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return { status: answer.status, body: Buffer.concat(parts) };
};

/** Once for each change: a witness that is away for a day does not fill the operator's log. */
const telling = (log: Log): ((outcome: WitnessOutcome) => void) => {
  let said = "";
  return (outcome) => {
    const now = outcome.is === "refused" ? `refused ${outcome.status}` : outcome.is;
    if (now === said) return;
    said = now;
    log({ level: outcome.is === "cosigned" ? "info" : "warn", what: "witness", ...outcome });
  };
};
