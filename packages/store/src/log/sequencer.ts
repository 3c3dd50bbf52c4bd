// The sequencer: one process at a time turns the leaves in the database into published files and signed checkpoints.

import { setTimeout as wait } from "node:timers/promises";
import { sameBytes, type SignerKey } from "@yinuo/transparency-log";
import { ok, type Result } from "@yinuo/core";
import { lockApp, type AppLock } from "../app-lock.ts";
import type { Log, Store } from "../connection.ts";
import { findBacklog, logBacklog } from "./backlog.ts";
import { checkLog } from "./check.ts";
import { lastCheckpoint } from "./checkpoints.ts";
import type { LogFolder } from "./folder.ts";
import { integrate, publish, signAndPublish, type Overtaken, type Position, type Step } from "./integrate.ts";
import { readLogKey } from "./key.ts";
import { readLogPolicy, startWitnessing, type LogPolicy, type Witnessing } from "./witnessing.ts";
import { diskTrouble, sentenceOf, tellTrouble, troubleOf, type LogTrouble } from "./trouble.ts";

export type SequencerWish = {
  readonly store: Store;
  readonly url: string;
  readonly folder: LogFolder;
  /** Its files `log-key` and `log-witnesses`. */
  readonly dataFolder: string;
  /** The name of a log that begins now. */
  readonly origin: string | undefined;
  readonly log: Log;
  readonly told?: ((step: Step) => void) | undefined;
};

export type Sequencer = {
  /** Integrates and signs until nothing waits. Only while this process is the one that sequences. */
  readonly stop: () => Promise<void>;
};

const MS = {
  /** What is written within this time shares a checkpoint: an entry is published within two seconds. */
  batch: 1000,
  heartbeat: 3_600_000,
  /** Until the lock is asked for again, and until something that failed is tried again. */
  pause: 2000,
};

/** Works in the background, and takes over within seconds when the process that had the work ends in any way. */
export const startSequencer = (wish: SequencerWish): Sequencer => {
  const stopping = new AbortController();
  const bell = alarm(stopping.signal);
  const stopHearing = wish.store.onChange(bell.ring);
  const working = work(wish, { bell, stopped: () => stopping.signal.aborted });
  return {
    stop: async () => {
      stopHearing();
      stopping.abort();
      await working;
    },
  };
};

type Life = { readonly bell: Alarm; readonly stopped: () => boolean };

const work = async (wish: SequencerWish, life: Life): Promise<void> => {
  while (!life.stopped()) {
    try {
      const lock = await lockApp(wish.url, "log");
      if (lock !== undefined)
        try {
          await sequence(wish, { ...life, stopped: () => life.stopped() || !lock.held() });
        } finally {
          await release(lock);
        }
    } catch (problem) {
      // A full disk, a database that went away: nothing was signed, and the next round looks at everything again.
      wish.log({ level: "error", what: "log", problem: String(problem) });
      const trouble = diskTrouble(problem);
      if (trouble !== undefined) await tellTrouble(wish.store.db, trouble).catch(() => undefined);
    }
    await life.bell.pause(MS.pause);
  }
};

const release = (lock: AppLock): Promise<void> => lock.release().catch(() => undefined);

/** Until it is stopped, or something does not fit. */
const sequence = async (wish: SequencerWish, life: Life): Promise<void> => {
  const { db } = wish.store;
  const ready = await begin(wish);
  if (!ready.ok) return inTrouble(wish, life, ready.error);
  if ((await troubleOf(db)) !== undefined) await tellTrouble(db, undefined);
  await findBacklog(db);
  const witnessing = startWitnessing({ ...wish, db, witnesses: ready.value.policy.witnesses });
  try {
    await goOn(wish, life, { ...ready.value, witnessing });
  } finally {
    await witnessing.stop();
  }
};

/** What witnesses have added since; an older checkpoint never takes the place of a newer one, since here alone one is published. */
const publishCosigned = async ({ store, folder }: SequencerWish, { last }: Position): Promise<void> => {
  const now = await lastCheckpoint(store.db);
  if (now !== undefined && now.number === last?.number) await publish(folder, now);
};

type Going = Ready & { readonly witnessing: Witnessing };

const goOn = async (wish: SequencerWish, life: Life, { key, witnessing, ...begun }: Going): Promise<void> => {
  const { db } = wish.store;
  let { position } = begun;
  if (position.last !== undefined) witnessing.ask(position.last);
  let beat = performance.now();
  while (!life.stopped()) {
    const behind = await logBacklog(db);
    const next = await step({ ...wish, db, key }, position, performance.now() - beat >= MS.heartbeat);
    if (!next.ok) return next.error.code === "overtaken" ? undefined : inTrouble(wish, life, next.error);
    const grew = next.value.last?.number !== position.last?.number;
    position = next.value;
    if (grew) {
      beat = performance.now();
      if (position.last !== undefined) witnessing.ask(position.last);
    } else await publishCosigned(wish, position);
    if (behind || grew) await life.bell.pause(behind ? 0 : MS.batch);
    else await life.bell.heard(MS.heartbeat);
  }
};

type Ready = { readonly key: SignerKey; readonly position: Position; readonly policy: LogPolicy };

/** What a sequencer needs before its first step. */
export type Beginning = Omit<SequencerWish, "url" | "told">;

export const begin = async (wish: Beginning): Promise<Result<Ready, LogTrouble>> => {
  const { store, folder, dataFolder, origin } = wish;
  const key = await readLogKey({ db: store.db, dataFolder, origin });
  if (!key.ok) return key;
  const checked = await checkLog({ db: store.db, folder, key: key.value.verifier });
  if (!checked.ok) return checked;
  const { mended, ...position } = checked.value;
  if (mended > 0) wish.log({ level: "warn", what: "log", mended });
  const policy = await readLogPolicy(dataFolder, key.value.verifier);
  if (policy.wrongLine !== undefined)
    wish.log({
      level: "error",
      what: "log",
      problem: `log-witnesses, line ${policy.wrongLine} is not understood`,
    });
  await publishPolicy(wish.folder, policy);
  // What was signed before a crash is published now.
  if (position.last !== undefined) await publish(folder, position.last);
  return ok({ key: key.value, position, policy });
};

/** Whom to believe: the file a verifier is given. */
const publishPolicy = async (folder: LogFolder, { bytes }: LogPolicy): Promise<void> => {
  const there = await folder.read("policy");
  if (there === undefined || !sameBytes(bytes, there)) await folder.write([{ path: "policy", bytes }]);
};

type Stepping = Parameters<typeof integrate>[0];

/** The first checkpoint of all is of size 0, so that a log without entries can be looked at. */
const step = async (
  wish: Stepping,
  position: Position,
  beat: boolean,
): Promise<Result<Position, LogTrouble | Overtaken>> => {
  const next = await integrate(wish, position);
  if (!next.ok || next.value !== position) return next;
  return beat || position.last === undefined ? signAndPublish(wish, position) : next;
};

/** Said loudly; looked at again when the data changes or after a minute. */
const inTrouble = async (wish: SequencerWish, life: Life, trouble: LogTrouble): Promise<void> => {
  wish.log({ level: "error", what: "log", ...trouble, sentence: sentenceOf(trouble) });
  await tellTrouble(wish.store.db, trouble);
  await life.bell.heard(60_000);
};

type Alarm = {
  readonly ring: () => void;
  /** Until it rings or has rung since it was last heard, at most this long. */
  readonly heard: (most: number) => Promise<void>;
  /** This long, unless everything stops. */
  readonly pause: (length: number) => Promise<void>;
};

const alarm = (stopped: AbortSignal): Alarm => {
  let rang = false;
  let wake: () => void = () => undefined;
  stopped.addEventListener("abort", () => wake());
  return {
    ring: () => {
      rang = true;
      wake();
    },
    heard: async (most) => {
      if (!rang && !stopped.aborted) {
        const timeout = new AbortController();
        const woken = new Promise<void>((resolve) => (wake = resolve));
        await Promise.race([woken, slept(most, timeout.signal)]);
        timeout.abort();
      }
      rang = false;
    },
    pause: (length) => slept(length, stopped),
  };
};

const slept = (length: number, signal: AbortSignal): Promise<void> =>
  wait(length, undefined, { ref: false, signal }).catch(() => undefined);
