// A sequencer at work beside the ledger: it publishes, hands over, and says what is wrong.

import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { after, describe, it } from "node:test";
import {
  answerAddCheckpoint,
  checkCheckpoint,
  formatVerifierKey,
  parsePolicy,
  signerKey,
  type Policy,
  type WitnessState,
} from "@yinuo/transparency-log";
import type { Db } from "../src/index.ts";
import { logFolder, logStateOf, startSequencer } from "../src/log/index.ts";
import { hashing } from "../src/log/digest.ts";
import { ledger, value } from "./ledger.ts";
import { addMany, freshFolder, logWorld, ORIGIN } from "./log-world.ts";

describe("a running sequencer", () => {
  it("publishes what is written, hands over to the next, and says on the way what is wrong", async () => {
    const { store, db, url } = await ledger();
    const data = freshFolder();
    const said: Record<string, unknown>[] = [];
    const start = async () =>
      startSequencer({
        store,
        url,
        folder: await logFolder(join(data, "log")),
        dataFolder: data,
        origin: ORIGIN,
        log: (line) => void said.push(line),
      });
    const one = await start();
    const two = await start();
    await signedUpTo(db, 6);
    await addMany(db, 0, 3);
    await signedUpTo(db, 9);
    await one.stop();
    await addMany(db, 10, 3);
    await signedUpTo(db, 12);
    await two.stop();
    assert.deepEqual(said, []);
    rmSync(join(data, "log-key"));
    const three = await start();
    while ((await logStateOf(db)).trouble === undefined) await wait(50);
    await three.stop();
    assert.match(String(said[0]?.["sentence"]), /Put the file log-key back/);
  });
});

const servers: Server[] = [];
after(() => servers.forEach((server) => server.close().closeAllConnections()));

const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const WITNESS = signerKey({ name: "witness.example", kind: "cosignature", seed: new Uint8Array(32).fill(9) });
const SILENT = signerKey({ name: "silent.example", kind: "cosignature", seed: new Uint8Array(32).fill(8) });

/** Remembers what it signed last, as the specification wants. */
const witness = (logs: WitnessState["logs"]): Server => {
  const kept = new Map<string, ReturnType<WitnessState["stored"]>>();
  const answerTo = (body: Uint8Array) => {
    const time = Math.floor(Date.now() / 1000);
    const state = { logs, stored: (origin: string) => kept.get(origin), signer: WITNESS, time };
    const answer = answerAddCheckpoint(body, state, { hashing });
    if (answer.status === 200) kept.set(answer.keep.origin, answer.keep);
    return answer;
  };
  return createServer((request, response) => {
    const answered = buffer(request).then(answerTo);
    void answered.then(({ status, body }) => response.writeHead(status).end(body));
  });
};

describe("the witnesses of a log", () => {
  it("cosign what is published, also after a restart; one that never answers holds nobody up", async () => {
    const { store, db, url } = await ledger();
    const { data, folder, key } = await logWorld(db);
    const address = await listen(witness([key.verifier]));
    const silent = await listen(createServer(() => undefined));
    const lines = [
      `witness one ${formatVerifierKey(WITNESS.verifier)} ${address}`,
      `witness two ${formatVerifierKey(SILENT.verifier)} ${silent}`,
      "group any 1 one two",
      "quorum any",
    ];
    const said: Record<string, unknown>[] = [];
    const start = () =>
      startSequencer({
        store,
        url,
        folder,
        dataFolder: data,
        origin: ORIGIN,
        log: (line) => void said.push(line),
      });
    writeFileSync(join(data, "log-witnesses"), lines.slice(0, 1).concat("quorum one").join("\n"));
    const policy = async (): Promise<Policy> =>
      value(parsePolicy((await folder.read("policy")) ?? Buffer.of()));
    const cosignedUpTo = async (size: number): Promise<void> => {
      for (;;) {
        const published = readFileSync(join(data, "log/checkpoint"));
        const checked = checkCheckpoint(published, await policy());
        if (checked.ok && checked.value.checkpoint.size >= size) return;
        await wait(50);
      }
    };
    const first = start();
    await signedUpTo(db, 6);
    await cosignedUpTo(6);
    assert.equal((await policy()).quorum, "one");
    await addMany(db, 0, 300);
    await cosignedUpTo(306);
    await first.stop();
    assert.match((await logStateOf(db)).checkpoint?.note ?? "", /^— witness\.example /m);

    writeFileSync(join(data, "log-witnesses"), lines.join("\n"));
    const second = start();
    await addMany(db, 300, 3);
    await signedUpTo(db, 309);
    await addMany(db, 303, 3);
    await cosignedUpTo(312);
    // The silent one is still waited for; it is ended all the same.
    await second.stop();
    assert.deepEqual(
      said.map(({ what, level, is }) => [what, level, is]),
      [
        ["witness", "info", "cosigned"],
        ["witness", "info", "cosigned"],
      ],
    );
  });

  it("are left out, and the operator told which line, where their file cannot be read", async () => {
    const { store, db, url } = await ledger();
    const { data, folder, key } = await logWorld(db);
    writeFileSync(join(data, "log-witnesses"), "# ours\nwitnes one x\nquorum one\n");
    const said: Record<string, unknown>[] = [];
    const log = (line: Record<string, unknown>) => void said.push(line);
    const running = startSequencer({ store, url, folder, dataFolder: data, origin: ORIGIN, log });
    await signedUpTo(db, 6);
    await running.stop();
    assert.deepEqual(
      said.map(({ problem }) => problem),
      ["log-witnesses, line 2 is not understood"],
    );
    const published = Buffer.from((await folder.read("policy")) ?? Buffer.of()).toString();
    assert.equal(published, `log ${formatVerifierKey(key.verifier)} https://${ORIGIN}\nquorum none\n`);
  });
});

const signedUpTo = async (db: Db, size: number): Promise<void> => {
  while (((await logStateOf(db)).checkpoint?.size ?? 0) < size) await wait(50);
};
