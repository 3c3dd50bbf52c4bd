// Anyone with a terminal can tell a log that is sound from one that was tampered with, and where.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { formatVerifierKey } from "@yinuo/transparency-log";
import {
  cosigned,
  countyOf,
  flipped,
  redact,
  VKEY,
  witnessOf,
  writeLog,
  type County,
  type LogFolder,
} from "./log-world.ts";
import { freshFolder, terminal, type Said } from "./terminal.ts";

const SIZE = 1100;
const county = countyOf(SIZE);

/** A reader with a memory of its own. */
const reader = (env: Readonly<Record<string, string>> = {}) =>
  terminal({ XDG_DATA_HOME: freshFolder(), ...env });

const sound = (): LogFolder => writeLog(county, [700, SIZE]);

const verify = (folder: string, ...options: readonly string[]): Promise<Said> =>
  reader()("verify-log", folder, "--key", VKEY, ...options);

/** Where an entry begins in its bundle. */
const offsetOf = (index: number): number =>
  county.entries.slice(index - (index % 256), index).reduce((sum, { length }) => sum + 2 + length, 0);

const altered = (path: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string => {
  const log = sound();
  log.write(path, change(log.read(path)));
  return log.folder;
};

describe("yinuo verify-log", () => {
  it("says that a sound log verifies, in the reader's language, and to a script in one line", async () => {
    const { folder } = sound();
    const said = await verify(folder, "--open");
    assert.equal(said.code, 0, said.out + said.err);
    assert.match(said.out, /Log ledger\.example\/log, 1100 entries, root [\w+/]{43}=/);
    assert.match(said.out, /Fields: 61 are what was logged, 0 redacted .*, 0 missing .*, 0 not/);
    assert.match(said.out, /OK: the log verifies\.\n$/);
    const chinese = await reader({ LANG: "zh_CN.UTF-8" })("verify-log", folder, "--key", VKEY);
    assert.match(chinese.out, /核验通过。\n$/);
    const facts = JSON.parse((await verify(folder, "--json")).out) as Record<string, unknown>;
    assert.deepEqual(
      [facts["ok"], facts["size"], facts["faults"], facts["key"], facts["signatures"]],
      [true, SIZE, 0, "given", true],
    );
  });

  const tampered: readonly (readonly [string, () => string, RegExp])[] = [
    [
      "a flipped bit in an entry",
      () => altered("tile/entries/003", (bytes) => flipped(bytes, offsetOf(900) + 60)),
      /^Entry 900 was changed/,
    ],
    [
      "a flipped bit in a tile",
      () => altered("tile/0/003", (bytes) => flipped(bytes, (900 - 768) * 32)),
      /^The stored hash of entry 900 was changed/,
    ],
    [
      "a dropped entry",
      () =>
        altered("tile/entries/003", (bytes) =>
          Buffer.concat([bytes.subarray(0, offsetOf(900)), bytes.subarray(offsetOf(901))]),
        ),
      /Entry 900 was changed/,
    ],
    [
      "a missing file",
      () => {
        const log = sound();
        rmSync(join(log.folder, "tile/entries/002"));
        return log.folder;
      },
      /^The file tile\/entries\/002 is missing \(entries 512 to 767\)/,
    ],
  ];
  for (const [what, tamper, says] of tampered)
    it(`names ${what}`, async () => {
      const said = await verify(tamper());
      assert.equal(said.code, 1);
      assert.match(said.out, says);
      assert.match(said.err, /does NOT verify/);
    });

  it("does not believe an edited size, another key, or a policy whose witnesses are missing", async () => {
    const edited = altered("checkpoint", (bytes) =>
      Buffer.from(Buffer.from(bytes).toString().replace("\n1100\n", "\n1099\n")),
    );
    const said = await verify(edited);
    assert.equal(said.code, 1);
    assert.match(said.err, /was changed after it was signed/);
    const log = sound();
    const other = formatVerifierKey({ ...witnessOf(1).verifier, name: "ledger.example/log" });
    assert.equal((await reader()("verify-log", log.folder, "--key", other)).code, 2);
    const stranger = VKEY.replace("ledger.example/log", "other.example/log");
    assert.equal((await reader()("verify-log", log.folder, "--key", stranger)).code, 2);
  });

  it("counts the witnesses of a policy", async () => {
    const log = sound();
    const policy = join(freshFolder(), "policy");
    const witnesses = [1, 2, 3].map(witnessOf);
    const lines = witnesses.map(({ verifier }, at) => `witness w${at} ${formatVerifierKey(verifier)}`);
    writeFileSync(policy, [`log ${VKEY}`, ...lines, "group g 2 w0 w1 w2", "quorum g", ""].join("\n"));
    const plain = log.read("checkpoint");
    log.write("checkpoint", cosigned(plain, witnesses.slice(0, 1)));
    const missed = await reader()("verify-log", log.folder, "--policy", policy);
    assert.equal(missed.code, 1);
    assert.match(missed.err, /Too few witnesses .*: witness1\.example/);
    log.write("checkpoint", cosigned(plain, witnesses.slice(1)));
    const reached = await reader()("verify-log", log.folder, "--policy", policy);
    assert.equal(reached.code, 0, reached.err);
    assert.match(reached.out, /Cosigned by witness2\.example \(2026-.*\), witness3\.example/);
  });

  it("names an entry whose body did not sign it, unless it is told to skip the signatures", async () => {
    const forged: County = countyOf(40);
    const last = Buffer.from(forged.entries.at(-1) ?? []).toString();
    const signature = /"signature":"(.)/.exec(last)?.[1] === "A" ? "B" : "A";
    forged.entries[39] = Buffer.from(last.replace(/"signature":"./, `"signature":"${signature}`));
    const { folder } = writeLog(forged, [40]);
    const said = await verify(folder);
    assert.equal(said.code, 1);
    assert.match(said.out, /^The signature of entry 39 does not verify/);
    const skipped = await verify(folder, "--skip-signatures");
    assert.equal(skipped.code, 0);
    assert.match(skipped.out, /signatures were not checked/);
  });
});

describe("entries that no body signed", () => {
  it("are counted in what is said", async () => {
    const world = countyOf(20);
    world.add({ type: "progress.recorded", body: "court", subject: "commitment/2026/X-1", signers: [] });
    const { folder } = writeLog(world, [21]);
    const said = await verify(folder);
    assert.equal(said.code, 0, said.out);
    assert.match(said.out, /1 entries bear no signature of their body/);
  });
});

describe("what was seen before", () => {
  it("is remembered with the key, and a log that goes on from it is accepted", async () => {
    const yinuo = reader();
    const { folder } = writeLog(county, [700]);
    const first = await yinuo("verify-log", folder);
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /compare it once with one printed elsewhere/);
    assert.match(first.out, /met for the first time/);
    writeLog(county, [700, SIZE], folder);
    const second = await yinuo("verify-log", folder);
    assert.equal(second.code, 0, second.err);
    assert.match(second.out, /remembered from the first time/);
    assert.match(second.out, /seen before with 700 entries/);
  });

  it("shows a fork and a log that shrank, though both are signed; the memory stays", async () => {
    const last = join(freshFolder(), "last");
    assert.equal((await verify(writeLog(county, [700]).folder, "--last", last)).code, 0);
    for (const _ of [1, 2]) {
      const forked = await verify(writeLog(countyOf(SIZE, 300), [SIZE]).folder, "--last", last);
      assert.equal(forked.code, 1);
      assert.match(forked.out, /^The log forked: its first 700 entries/);
    }
    const shrunk = await verify(writeLog(county, [600]).folder, "--last", last);
    assert.equal(shrunk.code, 1);
    assert.match(shrunk.out, /^The log shrank: it had 700 entries before and has 600 now/);
  });

  it("does not let the log change its key, and is not taken from what another key signed", async () => {
    const yinuo = reader();
    const log = writeLog(county, [700]);
    assert.equal((await yinuo("verify-log", log.folder)).code, 0);
    log.write(
      "checkpoint",
      Buffer.from(
        Buffer.from(log.read("checkpoint"))
          .toString()
          .replace(/— .*\n$/, "— ledger.example/log AAAAAAAAAA==\n"),
      ),
    );
    log.write("policy", "quorum none\n");
    const said = await yinuo("verify-log", log.folder);
    assert.equal(said.code, 1);
    assert.match(said.err, /not signed with the key/);
    const last = join(freshFolder(), "last");
    writeFileSync(last, "nonsense");
    assert.equal((await verify(sound().folder, "--last", last)).code, 1);
  });
});

describe("opened fields", () => {
  it("are told apart: redacted by two bodies, missing without a word, and changed", async () => {
    const world = countyOf(60);
    redact(world, 40, "text");
    const log = writeLog(world, [61]);
    const stillShown = await verify(log.folder, "--open");
    assert.equal(stillShown.code, 0);
    assert.match(stillShown.out, /“text” of entry 40 was redacted and is still shown/);
    log.write("open/40.json", '{"fields":{},"index":40,"v":1}');
    const said = await verify(log.folder, "--open");
    assert.equal(said.code, 0, said.out);
    assert.match(said.out, /Redactions, by approving body: court 1, justice 1/);
    assert.match(said.out, /56 are what was logged, 1 redacted/);
    rmSync(join(log.folder, "open/41.json"));
    const text = Buffer.from(log.read("open/42.json")).toString();
    log.write("open/42.json", text.replace("第 42 次", "第 43 次"));
    const faulty = await verify(log.folder, "--open");
    assert.equal(faulty.code, 1);
    assert.match(faulty.out, /“text” of entry 41 is gone, and no redaction says why/);
    assert.match(faulty.out, /“text” of entry 42 is not what was logged/);
    assert.equal((await verify(log.folder)).code, 0);
  });
});

describe("exit codes", () => {
  it("tell a log that cannot be reached from a command that was not understood", async () => {
    assert.equal((await verify(join(freshFolder(), "nowhere"))).code, 3);
    assert.equal((await verify(freshFolder())).code, 3);
    assert.equal((await verify("http://127.0.0.1:9/log")).code, 3);
    const log = sound();
    rmSync(join(log.folder, "policy"));
    assert.equal((await reader()("verify-log", log.folder)).code, 2);
    assert.equal((await reader()("verify-log")).code, 2);
  });
});
