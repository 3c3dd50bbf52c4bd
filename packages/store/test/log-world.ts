// A ledger with a log: its folder, its key, and a sequencer that is driven step by step.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { SignerKey } from "@yinuo/transparency-log";
import type { Db } from "../src/index.ts";
import { checkLog } from "../src/log/check.ts";
import { logFolder, type LogFolder } from "../src/log/folder.ts";
import { integrate, signAndPublish, type Position, type Step } from "../src/log/integrate.ts";
import { openingsOf } from "../src/log/index.ts";
import { readLogKey } from "../src/log/key.ts";
import { value } from "./ledger.ts";

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

type Header = {
  readonly type: string;
  readonly subject: string;
  readonly seq: number;
  readonly prev?: string;
  readonly body?: string;
  readonly fields?: readonly (readonly [string, string])[];
  readonly list?: string;
};

export const leaves = async (db: Db) => {
  const rows = await db.selectFrom("log_entry").selectAll().orderBy("index").execute();
  return rows.map((row) => ({ ...row, header: JSON.parse(row.bytes.toString()) as Header }));
};

export const digest = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** Written anew from the description in docs/decisions/0018, as somebody else's program would. */
export const commitmentOf = (name: string, salt: string, value: unknown): string =>
  digest(
    Buffer.concat([
      Buffer.from("yinuo/field/v1\n"),
      Buffer.from(salt, "base64url"),
      Buffer.from(`\n${JSON.stringify([name, value])}`),
    ]),
  ).toString("base64url");

export const opened = async (db: Db, index: number): Promise<ReadonlyMap<string, unknown>> => {
  const openings = await openingsOf(db, index);
  return new Map(
    (openings?.fields ?? []).map((field) => [field.name, "value" in field ? field.value : undefined]),
  );
};
