// kill -9 of two processes that write and sequence at once: no acknowledged entry is lost, and nothing signed is ever contradicted.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { auditFiles, EMPTY_TREE, openCheckpoint, rootOf, withLeaf } from "@yinuo/transparency-log";
import { hashing } from "../src/log/digest.ts";
import { ledger } from "./ledger.ts";
import { leaves, logWorld, sequenceAll } from "./log-world.ts";

/** YINUO_KILL_ROUNDS=200 for the long run of docs/testing.md. */
const ROUNDS = Number(process.env["YINUO_KILL_ROUNDS"] ?? 5);

/** Where one of the two kills itself; "" is a moment of the other's choosing. */
const MOMENTS = [
  "bundles",
  "write 1",
  "tiles",
  "",
  "read back",
  "write 0",
  "signed",
  "published",
  "write 2",
  "",
];

type Round = { readonly url: string; readonly data: string; readonly round: number };

/** Two at once, both killed before it answers. What was acknowledged, and what should not have been said. */
const round = async ({ url, data, round }: Round) => {
  const said: string[] = [];
  const start = (name: string, at: string) => {
    const script = join(import.meta.dirname, "log-kill-child.ts");
    const wish = JSON.stringify({ url, data, name: `r${round}${name}`, at });
    const child = spawn(process.execPath, ["--import", "tsx", script, wish], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    const gone = once(child, "exit");
    const heard = (async () => {
      let many = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(line);
        many += 1;
        // As many acknowledgements as the round's number says: another moment every time, the same in every run.
        if (at === "" && many > 3 + ((round * 7) % 40)) child.kill("SIGKILL");
      }
    })();
    return { child, done: Promise.all([gone, heard]) };
  };
  const at = MOMENTS[round % MOMENTS.length] ?? "";
  const [one, other] = [start("a", at), start("b", round % 2 === 0 ? at : "")];
  await Promise.race([one.done, other.done]);
  // The one that has the work may be either; the other goes on a while, then goes as well.
  const survivor = one.child.exitCode === null && one.child.signalCode === null ? one.child : other.child;
  survivor.kill("SIGKILL");
  await Promise.all([one.done, other.done]);
  return said;
};

it(
  `${ROUNDS} rounds of kill -9 lose no acknowledged entry and make no fork`,
  { timeout: 3_600_000 },
  async (test) => {
    const { db, url } = await ledger();
    const world = await logWorld(db);
    const acknowledged: string[] = [];
    const seen = new Map<number, Buffer>();
    for (let number = 0; number < ROUNDS; number += 1) {
      const said = await round({ url, data: world.data, round: number });
      assert.deepEqual(
        said.filter((line) => line.startsWith("trouble") && !line.includes('"mended"')),
        [],
      );
      acknowledged.push(...said.filter((line) => line.startsWith("body/")));
      const path = join(world.data, "log", "checkpoint");
      if (!existsSync(path)) continue;
      const opened = openCheckpoint(readFileSync(path), { logs: [world.key.verifier] });
      assert.ok(opened.ok, `round ${number}: ${readFileSync(path, "utf8")}`);
      const { size, root } = opened.value.checkpoint;
      seen.set(size, Buffer.from(root));
    }
    const { last } = await sequenceAll(db, world);
    assert.ok(last !== undefined);
    const all = await leaves(db);
    const logged = new Set(all.map(({ subject }) => subject));
    assert.deepEqual(
      acknowledged.filter((subject) => !logged.has(subject)),
      [],
    );
    for (const row of await db.selectFrom("log_checkpoint").select(["size", "root"]).execute())
      seen.set(row.size, row.root);
    let tree = EMPTY_TREE;
    for (const { leaf_hash, index } of all) {
      tree = withLeaf(tree, leaf_hash, hashing);
      const root = seen.get(index + 1);
      if (root !== undefined) assert.deepEqual(Buffer.from(rootOf(tree, hashing)), root, `size ${index + 1}`);
    }
    assert.ok([...seen.keys()].every((size) => size <= all.length));
    const findings = auditFiles({ read: (file) => world.folder.read(file), tree: last });
    let next = await findings.next();
    for (; next.done !== true; next = await findings.next()) assert.fail(JSON.stringify(next.value));
    assert.ok(seen.size > 0 && acknowledged.length > ROUNDS);
    test.diagnostic(
      `${acknowledged.length} acknowledged, ${all.length} in the log, ${seen.size} checkpoints`,
    );
  },
);
