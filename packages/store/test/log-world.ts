// A ledger with a log: its folder, its key, and a sequencer that is driven step by step.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { parseEntry, verifyOpening, type SignerKey } from "@yinuo/transparency-log";
import { ok, type BodyCode } from "@yinuo/core";
import { saveBodies, writing, type Db } from "../src/index.ts";
import { checkLog } from "../src/log/check.ts";
import { logFolder, type LogFolder } from "../src/log/folder.ts";
import { integrate, signAndPublish, type Position, type Step } from "../src/log/integrate.ts";
import { openingOf } from "../src/log/index.ts";
import { readLogKey } from "../src/log/key.ts";
import { steward, today, value } from "./ledger.ts";

const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "yinuo-log-"));
  made.push(folder);
  return folder;
};

export const ORIGIN = "ledger.example/log";

export type LogWorld = {
  readonly data: string;
  readonly folder: LogFolder;
  readonly key: SignerKey;
};

/** Bodies in one transaction. */
export const addMany = async (db: Db, from: number, many: number): Promise<void> => {
  const states = Array.from({ length: many }, (_, at) => ({
    code: `b${from + at}` as BodyCode,
    name: `第${from + at}单位`,
    inspects: false,
    version: 1,
  }));
  const event = { verb: "body.created", happenedOn: today } as const;
  value(
    await writing(db, async (tx) => {
      await saveBodies(
        tx,
        states.map((state) => ({ was: undefined, change: { state, event } })),
        { by: steward },
      );
      return ok(true);
    }),
  );
};

export const logWorld = async (db: Db, data = freshFolder()): Promise<LogWorld> => ({
  data,
  folder: await logFolder(join(data, "log")),
  key: value(await readLogKey({ db, dataFolder: data, origin: ORIGIN })),
});

/** Checks, integrates and signs until nothing waits, as the sequencer does after its start. */
export const sequenceAll = async (
  db: Db,
  { folder, key }: LogWorld,
  told?: (step: Step) => void,
): Promise<Position> => {
  const checked = value(await checkLog({ db, folder, key: key.verifier }));
  let position: Position = checked;
  for (;;) {
    const next = value(await integrate({ db, folder, key, told }, position));
    if (next === position) break;
    position = next;
  }
  if (position.last === undefined)
    position = value(await signAndPublish({ db, folder, key, told }, position));
  assert.ok(position.last);
  return position;
};

/** As a stranger reads them: nothing but what the format allows. */
export const leaves = async (db: Db) => {
  const rows = await db.selectFrom("log_entry").selectAll().orderBy("index").execute();
  return rows.map((row) => ({ ...row, entry: value(parseEntry(row.bytes)) }));
};

export const digest = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** Every field as somebody with the leaf and its opening finds it. */
export const verdicts = async (db: Db, index: number) => {
  const row = await db
    .selectFrom("log_entry")
    .select("bytes")
    .where("index", "=", index)
    .executeTakeFirstOrThrow();
  const entries = (await leaves(db)).map(({ entry }) => entry);
  const redactions = entries.flatMap(({ redaction }, at) =>
    redaction?.target === index ? [{ ...redaction, index: at }] : [],
  );
  return verifyOpening({
    entry: value(parseEntry(row.bytes)),
    opening: await openingOf(db, index),
    redactions,
  });
};

export const opened = async (db: Db, index: number): Promise<ReadonlyMap<string, unknown>> =>
  new Map((await verdicts(db, index)).map((each) => [each.name, each.is === "ok" ? each.value : each.is]));
