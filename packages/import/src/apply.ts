// Writes a confirmed batch in the background: all of it in one transaction, or nothing.

import { ok, refuse, type By, type Result } from "@yinuo/core";
import { todayIn } from "@yinuo/period";
import {
  addHistory,
  getBatch,
  getJurisdiction,
  listUnfinishedBatches,
  saveBodies,
  saveCommitments,
  saveIndicators,
  saveObservations,
  setBatchProgress,
  writing,
  type Db,
  type FileStore,
  type ImportBatch,
} from "@yinuo/store";
import type { Plan, PlannedWrite } from "@yinuo/tables";
import { choicesOf } from "./choices.ts";
import { openBatch } from "./file.ts";
import { mappingOf, planBatch } from "./planning.ts";

export type ImportDeps = {
  readonly store: { readonly db: Db };
  readonly files: FileStore;
  readonly now: () => Date;
  readonly log: (line: Record<string, unknown>) => void;
};

/** Why a batch was not written, as kept in its `problem`. */
export type ApplyProblem = "changedMeanwhile" | "unreadable" | "failed";

const CHUNK = 500;

/** Safe to call twice and after a crash: a batch that is not waiting or running is left alone. */
export const applyBatch = async (deps: ImportDeps, id: string): Promise<void> => {
  const { store, files, log } = deps;
  if (!(await moveBatch(store.db, id, UNFINISHED, { state: "running", done: 0 }))) return;
  const batch = await getBatch(store.db, id);
  if (batch === undefined) return;
  try {
    const opened = await openBatch(files, batch);
    const applied = opened.ok
      ? await writing<true, { readonly code: ApplyProblem }>(store.db, (tx) =>
          write({ tx, deps, batch, opened: opened.value }),
        )
      : refuse({ code: "unreadable" as const });
    if (!applied.ok) await setBatchProgress(store.db, id, { state: "refused", problem: applied.error.code });
  } catch (problem) {
    log({ level: "error", what: "import", batch: id, problem: String(problem) });
    await setBatchProgress(store.db, id, { state: "failed", problem: "failed" });
  }
};

const UNFINISHED: ReadonlySet<ImportBatch["state"]> = new Set(["waiting", "running"]);

/** Under the lock, so that of two who press the button at once only the first moves it: a written batch stays written. */
export const moveBatch = async (
  db: Db,
  id: string,
  from: ReadonlySet<ImportBatch["state"]>,
  change: Parameters<typeof setBatchProgress>[2],
): Promise<boolean> => {
  const moved = await writing<true, { readonly code: "batchElsewhere" }>(db, async (tx) => {
    const now = await getBatch(tx, id);
    if (now === undefined || !from.has(now.state)) return refuse({ code: "batchElsewhere" });
    await setBatchProgress(tx, id, change);
    return ok(true);
  });
  return moved.ok;
};

/** Batches that a stop of the process cut short. */
export const unfinishedBatches = async (db: Db): Promise<readonly string[]> =>
  (await listUnfinishedBatches(db)).map(({ id }) => id);

type Writing = {
  readonly tx: Db;
  readonly deps: ImportDeps;
  readonly batch: ImportBatch;
  readonly opened: Parameters<typeof planBatch>[2];
};

const write = async ({
  tx,
  deps,
  batch,
  opened,
}: Writing): Promise<Result<true, { readonly code: ApplyProblem }>> => {
  // Again under the lock: two processes may have been given the same batch.
  const now = await getBatch(tx, batch.id);
  if (now === undefined || !UNFINISHED.has(now.state)) return ok(true);
  const by = byOf(batch);
  const timeZone = (await getJurisdiction(tx))?.timeZone ?? "UTC";
  const today = todayIn(deps.now(), timeZone);
  const planner = { db: tx, by, today };
  const { mapping } = await mappingOf(planner, batch, opened);
  const { plan, digest } = await planBatch(planner, batch, opened, mapping);
  if (digest !== choicesOf(batch).digest) return refuse({ code: "changedMeanwhile" });
  await save(plan.writes, { tx, deps, batch: batch.id, by, today });
  await addHistory(tx, [entryOf(batch, plan, by, today)]);
  await setBatchProgress(tx, batch.id, { state: "applied", done: plan.writes.length, counts: plan.counts });
  return ok(true);
};

const byOf = (batch: ImportBatch): By => (batch.choices as { readonly by: By }).by;

const entryOf = (batch: ImportBatch, plan: Plan, by: By, today: ReturnType<typeof todayIn>) =>
  ({
    verb: "import.applied",
    happenedOn: today,
    by,
    subject: `import/${batch.id}`,
    old: {},
    new: { noun: plan.noun, ...plan.counts },
    batch: batch.id,
  }) as const;

type Saved = {
  readonly tx: Db;
  readonly deps: ImportDeps;
  readonly batch: string;
  readonly by: By;
  readonly today: ReturnType<typeof todayIn>;
};

/** Bodies and indicators before what names them; progress is told outside the transaction. */
const save = async (writes: readonly PlannedWrite[], { tx, deps, ...author }: Saved): Promise<void> => {
  const of = <N extends PlannedWrite["noun"]>(noun: N) =>
    writes.filter((one): one is Extract<PlannedWrite, { readonly noun: N }> => one.noun === noun);
  let done = 0;
  const inChunks = async <T>(
    all: readonly T[],
    put: (chunk: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    for (let at = 0; at < all.length; at += CHUNK) {
      const chunk = all.slice(at, at + CHUNK);
      await put(chunk);
      done += chunk.length;
      await setBatchProgress(deps.store.db, author.batch, { done, total: writes.length });
    }
  };
  await inChunks(of("body"), (chunk) => saveBodies(tx, chunk, author));
  await inChunks(of("indicator"), (chunk) => saveIndicators(tx, chunk, author));
  await inChunks(of("commitment"), (chunk) => saveCommitments(tx, chunk, author));
  await inChunks(of("observation"), (chunk) => saveObservations(tx, chunk, author));
};
