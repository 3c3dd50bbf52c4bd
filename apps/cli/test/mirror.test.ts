// A mirror copies what it has verified, goes on where it was, serves the same paths, and says what it refused.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { countyOf, flipped, VKEY, writeLog, type LogFolder } from "./log-world.ts";
import { running } from "./running.ts";
import { freshFolder, terminal, type Said } from "./terminal.ts";

const county = countyOf(1100);
const yinuo = terminal({ XDG_DATA_HOME: freshFolder() });
const stops: (() => void)[] = [];
after(() => stops.forEach((stop) => stop()));

/** A log at an address, and what was asked of it. */
const served = async (log: LogFolder) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = join(log.folder, request.url ?? "");
    asked.push((request.url ?? "").slice(1));
    response.statusCode = existsSync(path) ? 200 : 404;
    response.end(existsSync(path) ? readFileSync(path) : "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  stops.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};

const mirror = (url: string, folder: string, ...options: readonly string[]): Promise<Said> =>
  yinuo("mirror", url, folder, "--key", VKEY, ...options);

const tilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .filter((path) => path.startsWith("tile/"))
    .toSorted();

describe("yinuo mirror", () => {
  it("copies a log that can be verified like the log itself, and later only what is new", async () => {
    const log = writeLog(county, [700]);
    const { url, asked } = await served(log);
    const folder = join(freshFolder(), "copy");
    const first = await mirror(url, folder);
    assert.equal(first.code, 0, first.out + first.err);
    assert.match(first.out, /ledger\.example\/log: 700 entries, all verified, 7 new files/);
    assert.equal(
      (await yinuo("verify-log", folder, "--key", VKEY, "--last", join(freshFolder(), "l"))).code,
      0,
    );
    for (const path of tilesIn(folder))
      assert.deepEqual(readFileSync(join(folder, path)), readFileSync(join(log.folder, path)));
    writeLog(county, [700, 1100], log.folder);
    asked.length = 0;
    const second = await mirror(url, folder);
    assert.equal(second.code, 0, second.out + second.err);
    assert.ok(!asked.includes("tile/entries/000") && asked.includes("tile/entries/004.p/76"));
    assert.equal(readdirSync(join(folder, "checkpoints")).length, 2);
    assert.ok(!existsSync(join(folder, ".incoming")) && !existsSync(join(folder, "owner.json")));
    // Openings are not copied: a redaction could not reach them.
    assert.ok(!existsSync(join(folder, "open")));
  });

  it("keeps nothing of a log that does not verify, says what, and takes it when it is mended", async () => {
    const log = writeLog(county, [700]);
    const whole = log.read("tile/entries/001");
    log.write("tile/entries/001", flipped(whole, 60));
    const { url, asked } = await served(log);
    const folder = join(freshFolder(), "copy");
    const refused = await mirror(url, folder);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /^Entry 256 was changed/);
    assert.deepEqual(tilesIn(folder), []);
    assert.ok(!existsSync(join(folder, "checkpoint")));
    log.write("tile/entries/001", whole);
    asked.length = 0;
    const again = await mirror(url, folder);
    assert.equal(again.code, 0, again.out + again.err);
    // The rest had come in before.
    assert.ok(asked.includes("tile/entries/001") && !asked.includes("tile/entries/000"));
  });

  it("goes on after it was cut short, and does not believe what has come in", async () => {
    const log = writeLog(county, [700]);
    const { url, asked } = await served(log);
    const folder = join(freshFolder(), "copy");
    const cut = (path: string, bytes: Uint8Array): void => {
      mkdirSync(dirname(join(folder, ".incoming", path)), { recursive: true });
      writeFileSync(join(folder, ".incoming", path), bytes);
    };
    cut("tile/entries/000", log.read("tile/entries/000"));
    cut("tile/entries/001", flipped(log.read("tile/entries/001"), 60));
    assert.equal((await mirror(url, folder)).code, 1);
    assert.ok(!asked.includes("tile/entries/000"));
    const again = await mirror(url, folder);
    assert.equal(again.code, 0, again.out + again.err);
    assert.deepEqual(
      readFileSync(join(folder, "tile/entries/001")),
      Buffer.from(log.read("tile/entries/001")),
    );
  });

  it("refuses a fork and a log that shrank, changes nothing, and keeps the checkpoint as evidence", async () => {
    const folder = join(freshFolder(), "copy");
    assert.equal((await mirror((await served(writeLog(county, [700]))).url, folder)).code, 0);
    const was = tilesIn(folder).map((path) => readFileSync(join(folder, path), "base64"));
    const checkpoint = readFileSync(join(folder, "checkpoint"), "utf8");
    const forked = await mirror((await served(writeLog(countyOf(1100, 300), [700, 1100]))).url, folder);
    assert.equal(forked.code, 1);
    assert.match(forked.out, /^The log forked: its first 700 entries/);
    const shrunk = await mirror((await served(writeLog(county, [600]))).url, folder);
    assert.equal(shrunk.code, 1);
    assert.match(shrunk.out, /^The log shrank/);
    assert.deepEqual(
      tilesIn(folder).map((path) => readFileSync(join(folder, path), "base64")),
      was,
    );
    assert.equal(readFileSync(join(folder, "checkpoint"), "utf8"), checkpoint);
    assert.equal(readdirSync(join(folder, "refused")).length, 2);
  });

  it("serves the same paths and nothing else, also when the log itself is gone", async () => {
    const log = writeLog(county, [700]);
    const folder = join(freshFolder(), "copy");
    assert.equal((await mirror((await served(log)).url, folder)).code, 0);
    const copy = await running("mirror", "http://127.0.0.1:9/log", folder, "--key", VKEY, "--serve", "0");
    const said = await yinuo(
      "verify-log",
      copy.address,
      "--key",
      VKEY,
      "--last",
      join(freshFolder(), "last"),
    );
    assert.equal(said.code, 0, said.err);
    const answers = await Promise.all(
      ["tile/0/002.p/188", "tile/0/9", "checkpoints", "..%2Fsecret", "owner.json", ""].map(async (path) => {
        const answer = await fetch(`${copy.address}/${path}`);
        return [answer.status, answer.headers.get("content-type")] as const;
      }),
    );
    assert.deepEqual(answers[0], [200, "application/octet-stream"]);
    assert.ok(answers.slice(1).every(([status]) => status === 404));
    assert.equal(await copy.stop(), 3);
    rmSync(folder, { recursive: true });
    assert.equal((await yinuo("mirror", "http://127.0.0.1:9/log", folder, "--key", VKEY)).code, 3);
  });
});

describe("yinuo gazette", () => {
  it("is one short line with everything that pins the log down", async () => {
    const { folder } = writeLog(county, [700]);
    const said = await yinuo("gazette", folder, "--key", VKEY);
    assert.match(
      said.out,
      /^Ledger log ledger\.example\/log, \d+ \w+ \d{4}: 700 entries, root [\w+/]{43}=\n$/,
    );
    const chinese = await terminal({ LANG: "zh_CN.UTF-8", XDG_DATA_HOME: freshFolder() })("gazette", folder);
    assert.match(
      chinese.out,
      /^承诺台账日志 ledger\.example\/log，\d{4}年\d+月\d+日：700 条，根 [\w+/]{43}=\n$/,
    );
    assert.ok(said.out.length < 140);
    const log = writeLog(county, [700]);
    log.write("checkpoint", Buffer.from(log.read("checkpoint")).toString().replace("\n700\n", "\n701\n"));
    assert.equal((await yinuo("gazette", log.folder, "--key", VKEY)).code, 1);
  });
});
