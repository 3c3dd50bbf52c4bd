// The log as it is served: a stranger with an address and a key audits all of it, and no other path leads anywhere.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { historyOf } from "@yinuo/store";
import {
  auditFiles,
  auditOpenings,
  openCheckpoint,
  parsePolicy,
  tilePath,
  type Policy,
} from "@yinuo/transparency-log";
import { openWorld, type World } from "../pages/world.ts";
import { openLog } from "./logged.ts";

let world: World;
let policy: Policy;
let log: Awaited<ReturnType<typeof openLog>>;
before(async () => {
  world = await openWorld();
  log = await openLog(world);
  await log.sign();
  const parsed = parsePolicy(await bytesOf("policy"));
  assert.ok(parsed.ok);
  policy = parsed.value;
});
after(async () => {
  await world.close();
  await log.remove();
});

const bytesOf = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await world.get(`/log/${path}`)).arrayBuffer());

const read = async (path: string): Promise<Uint8Array | undefined> => {
  const response = await world.get(`/log/${path}`);
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined;
};

const treeNow = async () => {
  const opened = openCheckpoint(await bytesOf("checkpoint"), { logs: policy.logs.map(({ key }) => key) });
  assert.ok(opened.ok);
  return opened.value.checkpoint;
};

describe("the log over HTTP", () => {
  it("is audited from its address and its key: every entry, tile, chain and opened field", async () => {
    const tree = await treeNow();
    const publicEntries = await historyOf(world.store.db, {}, { limit: 100_000 });
    assert.equal(tree.size, publicEntries.length);
    const findings = auditFiles({ read, tree });
    let next = await findings.next();
    for (; next.done !== true; next = await findings.next()) assert.fail(JSON.stringify(next.value));
    const openings = auditOpenings({ read, size: tree.size, redactions: next.value.redactions });
    let opened = await openings.next();
    for (; opened.done !== true; opened = await openings.next()) assert.fail(JSON.stringify(opened.value));
    assert.ok(opened.value.ok > tree.size * 3);
    assert.equal(opened.value["missing-unexplained"] + opened.value.mismatch, 0);
  });

  it("is text and bytes for every site's page; tiles stay for good, the checkpoint does not", async () => {
    const { size } = await treeNow();
    const tile = tilePath({ level: 0, index: 0, width: Math.min(256, size) });
    const kinds = [
      ["checkpoint", /^text\/plain; charset=utf-8$/, /max-age=2,/],
      [tile, /^application\/octet-stream$/, /immutable/],
      ["open/0.json", /^application\/json/, /no-cache/],
      ["open/tile/0.jsonl", /^application\/json/, /no-cache/],
    ] as const;
    for (const [path, type, caching] of kinds) {
      const { status, headers } = await world.get(`/log/${path}`);
      assert.equal(status, 200, path);
      assert.match(headers.get("content-type") ?? "", type);
      assert.match(headers.get("cache-control") ?? "", caching);
      assert.equal(headers.get("access-control-allow-origin"), "*");
      const again = await world.get(`/log/${path}`, { "if-none-match": headers.get("etag") ?? "" });
      assert.equal(again.status, 304, path);
    }
  });

  const WRONG = [
    "tile/0/999",
    "tile/0/0",
    "tile/0/000.p/0",
    "tile/00/000",
    "tile/0/000.p/256",
    "tile/64/000",
    "tile/0/x000/000",
    "tile/%2e%2e/%2e%2e/log-key",
    "tile/0/..%2f..%2f..%2flog-key",
    "open/-1.json",
    "open/01.json",
    "open/999999.json",
    "open/0.jsonl",
    "open/tile/9999.jsonl",
    "log-key",
  ];
  for (const path of WRONG)
    it(`has nothing at ${path}`, async () => {
      assert.equal((await world.get(`/log/${path}`)).status, 404);
    });
});

describe("/health", () => {
  it("says how far the log is", async () => {
    const health = (await (await world.get("/health")).json()) as { log: Record<string, unknown> };
    assert.deepEqual(
      [health.log["origin"], health.log["pending"], health.log["backlog"], health.log["trouble"]],
      ["ledger.test/log", 0, 0, null],
    );
    assert.equal(health.log["size"], (await treeNow()).size);
  });
});
