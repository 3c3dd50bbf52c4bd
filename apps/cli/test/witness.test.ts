// Two witnesses and a log: cosignatures reach the quorum, another past is refused, and what was promised survives a kill.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { before, describe, it } from "node:test";
import {
  checkCheckpoint,
  collectCosignatures,
  formatAddCheckpoint,
  openCheckpoint,
  parsePolicy,
  proveConsistencyFromTiles,
  tilePath,
  type Cosigning,
} from "@yinuo/transparency-log";
import { HASHING } from "../src/log/node-crypto.ts";
import { countyOf, LOG, VKEY, writeLog, type LogFolder } from "./log-world.ts";
import { running, type Running } from "./running.ts";
import { freshFolder, terminal } from "./terminal.ts";

const yinuo = terminal({});
const county = countyOf(600);
const small = (): LogFolder => writeLog(county, [300]);
const large = (): LogFolder => writeLog(county, [300, 600]);
const forked = (): LogFolder => writeLog(countyOf(600, 100), [300, 600]);

type Own = { readonly vkey: string; readonly key: string; readonly data: string };

const newWitness = async (name: string): Promise<Own> => {
  const key = join(freshFolder(), "key");
  const said = await yinuo("witness-key", name, key);
  assert.equal(said.code, 0, said.err);
  return { vkey: said.out.split("\n")[0] ?? "", key, data: join(freshFolder(), "witness") };
};

const start = ({ key, data }: Own): Promise<Running> =>
  running("witness", "--log", VKEY, "--key", key, "--data", data, "--port", "0");

const post: Cosigning["post"] = async (address, body) => {
  const answer = await fetch(address, { method: "POST", body: Buffer.from(body) });
  return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
};

const prove =
  (log: LogFolder, to: number): Cosigning["prove"] =>
  async (from) => {
    const read = async (path: string) => (existsSync(join(log.folder, path)) ? log.read(path) : undefined);
    const proof = await proveConsistencyFromTiles({ from, to }, (tile) => read(tilePath(tile)), HASHING);
    return proof.ok ? proof.value : undefined;
  };

const submit = async (log: LogFolder, { from, to }: { from: number; to: number }) => {
  const proof = (await prove(log, to)(from)) ?? assert.fail("no proof");
  return formatAddCheckpoint({ oldSize: from, proof, checkpoint: log.read("checkpoint") });
};

const answerTo = async (address: string, log: LogFolder, sizes: { from: number; to: number }) => {
  const { status, body } = await post(`${address}/add-checkpoint`, await submit(log, sizes));
  return [status, Buffer.from(body).toString()] as const;
};

describe("a log and two witnesses", () => {
  let owns: readonly Own[];
  let witnesses: readonly Running[];
  before(async () => {
    owns = [await newWitness("one.example"), await newWitness("two.example")];
    witnesses = await Promise.all(owns.map(start));
  });
  const policyOf = () => {
    const lines = owns.map(({ vkey }, at) => `witness w${at} ${vkey} ${witnesses[at]?.address}`);
    const bytes = Buffer.from([`log ${VKEY}`, ...lines, "group g all w0 w1", "quorum g", ""].join("\n"));
    const parsed = parsePolicy(bytes);
    assert.ok(parsed.ok);
    return { bytes, policy: parsed.value };
  };

  it("reach the quorum; a witness that saw an earlier size is caught up with", async () => {
    const { bytes, policy } = policyOf();
    const first = small();
    const early = await answerTo(witnesses[0]?.address ?? "", first, { from: 0, to: 300 });
    assert.equal(early[0], 200);
    const log = large();
    const asked = { witnesses: policy.witnesses, post, prove: prove(log, 600) };
    const { checkpoint, outcomes } = await collectCosignatures({
      ...asked,
      checkpoint: log.read("checkpoint"),
    });
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      ["cosigned", "cosigned"],
    );
    assert.ok(checkCheckpoint(checkpoint, policy).ok);
    log.write("checkpoint", checkpoint);
    const file = join(freshFolder(), "policy");
    writeFileSync(file, bytes);
    const said = await terminal({ XDG_DATA_HOME: freshFolder() })("verify-log", log.folder, "--policy", file);
    assert.equal(said.code, 0, said.err);
    assert.match(said.out, /Cosigned by one\.example .*, two\.example/);
  });

  it("answer as the protocol says", async () => {
    const address = witnesses[0]?.address ?? "";
    const log = large();
    const stale = await post(`${address}/add-checkpoint`, await submit(log, { from: 300, to: 600 }));
    assert.deepEqual([stale.status, Buffer.from(stale.body).toString()], [409, "600\n"]);
    const again = await answerTo(address, log, { from: 600, to: 600 });
    assert.equal(again[0], 200);
    const fork = await answerTo(address, forked(), { from: 600, to: 600 });
    assert.equal(fork[0], 422);
    const other = writeLog(county, [300]);
    other.write(
      "checkpoint",
      Buffer.from(other.read("checkpoint")).toString().replaceAll(LOG.verifier.name, "no.example/log"),
    );
    assert.equal((await answerTo(address, other, { from: 0, to: 300 }))[0], 404);
    assert.equal((await post(`${address}/add-checkpoint`, Buffer.from("nonsense"))).status, 400);
    assert.equal((await post(`${address}/add-checkpoint`, new Uint8Array(70_000))).status, 413);
    assert.equal((await fetch(`${address}/elsewhere`, { method: "POST", body: "" })).status, 404);
    const shown = await fetch(`${address}/witnessed/${encodeURIComponent(LOG.verifier.name)}`);
    const opened = openCheckpoint(new Uint8Array(await shown.arrayBuffer()), { logs: [LOG.verifier] });
    assert.ok(opened.ok && opened.value.checkpoint.size === 600);
  });

  it("answer the first of two pasts that come at once, and refuse the other", async () => {
    const own = await newWitness("three.example");
    const witness = await start(own);
    const logs = [large(), forked(), large(), forked()];
    const answers = await Promise.all(
      logs.map((log) => answerTo(witness.address, log, { from: 0, to: 600 })),
    );
    // After the first one the size is no longer 0 for anybody.
    assert.deepEqual(
      answers.map(([status]) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
    assert.equal(await witness.stop(), 0);
  });

  it("share no folder, and give it back when they are stopped", async () => {
    const own = await newWitness("four.example");
    const witness = await start(own);
    await assert.rejects(start(own), /ended with 1: .*in use by another program/);
    await witness.stop();
    const next = await start(own);
    await next.stop();
  });

  it("slow one address down that asks without end", async () => {
    const own = await newWitness("five.example");
    const witness = await start(own);
    const statuses: number[] = [];
    while (statuses.length < 1000 && !statuses.includes(429))
      statuses.push((await post(`${witness.address}/add-checkpoint`, Buffer.from("x"))).status);
    assert.ok(statuses.includes(429) && statuses.slice(0, 100).every((status) => status === 400));
    await witness.stop();
  });
});

describe("a witness that is killed", () => {
  it("after it kept a checkpoint and before anybody heard the answer signs no other past", async () => {
    const own = await newWitness("killed.example");
    const log = large();
    const witness = await start(own);
    const kept = join(own.data, `${encodeURIComponent(LOG.verifier.name)}.checkpoint`);
    const body = await submit(log, { from: 0, to: 600 });
    // The answer is never read.
    const { hostname, port } = new URL(witness.address);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.on("error", () => undefined);
    socket.write(`POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body);
    while (!existsSync(kept)) await wait(1);
    await witness.stop("SIGKILL");
    socket.destroy();
    const again = await start(own);
    assert.equal((await answerTo(again.address, forked(), { from: 600, to: 600 }))[0], 422);
    assert.deepEqual(await answerTo(again.address, forked(), { from: 0, to: 600 }), [409, "600\n"]);
    assert.equal((await answerTo(again.address, log, { from: 600, to: 600 }))[0], 200);
    await again.stop();
  });

  it("does not begin anew when its memory is damaged", async () => {
    const own = await newWitness("damaged.example");
    const witness = await start(own);
    assert.equal((await answerTo(witness.address, large(), { from: 0, to: 600 }))[0], 200);
    await witness.stop();
    writeFileSync(join(own.data, `${encodeURIComponent(LOG.verifier.name)}.checkpoint`), "");
    await assert.rejects(start(own), /ended with 1: .*is damaged/);
  });
});

describe("yinuo witness-key", () => {
  it("is for its owner alone, and takes no other's place", async () => {
    const { key } = await newWitness("own.example");
    assert.equal(statSync(key).mode & 0o077, 0);
    const was = readFileSync(key, "utf8");
    assert.match(was, /^PRIVATE\+KEY\+own\.example\+/);
    assert.equal((await yinuo("witness-key", "own.example", key)).code, 1);
    assert.equal(readFileSync(key, "utf8"), was);
    assert.equal((await yinuo("witness-key", "two words", join(freshFolder(), "key"))).code, 2);
    const wrong = await yinuo("witness", "--log", "nonsense", "--key", key, "--port", "0");
    assert.equal(wrong.code, 2);
    assert.equal((await yinuo("witness", "--log", VKEY, "--key", key, "--port", "x")).code, 2);
    assert.equal((await yinuo("witness", "--log", VKEY, "--key", "/nowhere", "--port", "0")).code, 1);
  });
});
