// A full disk and a clock that runs backwards: nothing is signed that is not written, and the order stays that of the commits.

import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, it } from "node:test";
import { auditFiles } from "@yinuo/transparency-log";
import pg from "pg";
import { logFolder, logStateOf, startSequencer, type LogFolder } from "../src/log/index.ts";
import { ledger } from "./ledger.ts";
import { addMany, freshFolder, leaves, logWorld, ORIGIN, sequenceAll } from "./log-world.ts";

const full = (): Error =>
  Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });

/** Takes as many files as there is room for, and no more. */
const smallDisk = (folder: LogFolder) => {
  let room = Infinity;
  const door: LogFolder = {
    ...folder,
    write: async (files) => {
      const some = files.slice(0, room);
      room -= some.length;
      await folder.write(some);
      if (some.length < files.length) throw full();
    },
  };
  return { door, leave: (files: number) => void (room = files) };
};

const auditOf = async (folder: LogFolder, tree: Parameters<typeof auditFiles>[0]["tree"]) => {
  const findings = auditFiles({ read: (path) => folder.read(path), tree });
  let next = await findings.next();
  for (; next.done !== true; next = await findings.next()) assert.fail(JSON.stringify(next.value));
};

describe("a full disk", () => {
  const MOMENTS = [
    [0, "nothing is signed"],
    [1, "of two, nothing is signed"],
    [2, "and not for the checkpoint, what was signed waits"],
  ] as const;
  for (const [room, what] of MOMENTS)
    it(`with room for ${room} more files, ${what}; it is said, and goes on when there is room again`, async () => {
      const { store, db, url } = await ledger();
      const data = freshFolder();
      const folder = await logFolder(join(data, "log"));
      const disk = smallDisk(folder);
      const said: Record<string, unknown>[] = [];
      const until = async (met: (state: Awaited<ReturnType<typeof logStateOf>>) => boolean) => {
        let state = await logStateOf(db);
        for (; !met(state); state = await logStateOf(db)) await wait(20);
        return state;
      };
      const sequencer = startSequencer({
        store,
        url,
        folder: disk.door,
        dataFolder: data,
        origin: ORIGIN,
        log: (line) => void said.push(line),
      });
      const { checkpoint } = await until((state) => state.checkpoint !== undefined && state.pending === 0);
      disk.leave(room);
      await addMany(db, 0, 5);
      const state = await until(({ trouble }) => trouble !== undefined);
      assert.deepEqual(state.trouble?.trouble, { code: "cannotWrite", why: "ENOSPC" });
      // Its files are on the disk then: it is published before anything else is signed.
      assert.equal(state.checkpoint?.size, (checkpoint?.size ?? 0) + (room === 2 ? 5 : 0));
      assert.equal(Buffer.from((await folder.read("checkpoint")) ?? []).toString(), checkpoint?.note);
      assert.equal(state.pendingSince === undefined, room === 2);
      disk.leave(Infinity);
      const after = await until(({ pending, trouble }) => pending === 0 && trouble === undefined);
      for (let note = ""; note !== after.checkpoint?.note; await wait(20))
        note = Buffer.from((await folder.read("checkpoint")) ?? []).toString();
      await sequencer.stop();
      assert.ok(after.checkpoint !== undefined && after.checkpoint.size === (checkpoint?.size ?? 0) + 5);
      await auditOf(folder, after.checkpoint);
      assert.match(JSON.stringify(said), /ENOSPC/);
    });
});

describe("a clock set back", () => {
  it("changes no order and no proof: positions come from commits, checkpoints from their numbers", async () => {
    const { db, url } = await ledger();
    const world = await logWorld(db);
    await addMany(db, 0, 3);
    const before = await sequenceAll(db, world);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`ALTER TABLE log_entry ALTER logged_at SET DEFAULT now() - interval '3 days';
      ALTER TABLE log_checkpoint ALTER at SET DEFAULT now() - interval '3 days';
      ALTER TABLE history ALTER recorded_at SET DEFAULT now() - interval '3 days'`);
    await owner.end();
    await addMany(db, 10, 3);
    const { last } = await sequenceAll(db, world);
    assert.ok(last !== undefined && before.last !== undefined);
    assert.deepEqual([last.size, last.number], [before.last.size + 3, before.last.number + 1]);
    const all = await leaves(db);
    assert.deepEqual(
      all.slice(-3).map(({ subject }) => subject),
      ["body/b10", "body/b11", "body/b12"],
    );
    assert.ok((all.at(-1)?.logged_at ?? 0) < (all.at(0)?.logged_at ?? 0));
    assert.equal((await logStateOf(db)).checkpoint?.size, last.size);
    await auditOf(world.folder, last);
  });
});
