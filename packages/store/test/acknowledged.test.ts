// What was acknowledged stays, whatever happens to the process that was told so.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { createInterface } from "node:readline";
import { historyOf, listProgress, type Db } from "../src/index.ts";
import { addPublished, keyOf, ledger, promise } from "./ledger.ts";

let db: Db;
let url: string;
before(async () => {
  ({ db, url } = await ledger());
  await addPublished(db, promise("KILL"));
});

const byNumber = (a: number, b: number): number => a - b;

/** Writes until this many are acknowledged, then is killed in the middle of the next ones. */
const writeAndDie = async (from: number, acknowledgements: number): Promise<readonly number[]> => {
  const script = join(import.meta.dirname, "acknowledged-child.ts");
  const child = spawn(process.execPath, [...process.execArgv, script, url, "KILL", String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  const gone = once(child, "exit");
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (/^\d+$/.test(line)) acknowledged.push(Number(line));
    if (acknowledged.length === acknowledgements) child.kill("SIGKILL");
  }
  await gone;
  assert.equal(child.signalCode, "SIGKILL");
  return acknowledged;
};

describe("kill -9", () => {
  it("of a thousand acknowledged writes nothing is lost, and each has its history entry", async () => {
    const acknowledged: number[] = [];
    for (const [round, many] of [400, 400, 200].entries())
      acknowledged.push(...(await writeAndDie(round * 10_000, many)));
    assert.ok(acknowledged.length >= 1000);
    const kept = await listProgress(db, keyOf({ code: "KILL" }));
    const texts = new Set(kept.map(({ text }) => text));
    assert.deepEqual(
      acknowledged.filter((at) => !texts.has(`第${at}条进展`)),
      [],
    );
    const told = await historyOf(db, { commitment: "KILL", verbs: ["progress.recorded"] }, { limit: 5000 });
    assert.deepEqual(
      told.map((entry) => Number(entry.new["progress"])).toSorted(byNumber),
      kept.map(({ id }) => id).toSorted(byNumber),
    );
  });
});
