// A draw again in the reader's own browser, from the sample county's files; and what it says when a file was touched.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { accountId } from "@yinuo/core";
import { readResult, standingOf } from "@yinuo/random-draw";
import { loadSample } from "@yinuo/sample";
import { addAccount, listDraws } from "@yinuo/store";
import { publishLog } from "@yinuo/store/log";
import type { Browser } from "playwright-core";
import { openWorld, type World } from "../pages/world.ts";
import { TODAY } from "../pages/steps.ts";
import { CHROMIUM, openBrowser, openContext, PHONE } from "./browser.ts";
import { serve, type Served } from "./served-world.ts";

let world: World;
let served: Served;
let browser: Browser;
let key: string;

describe("a draw of the sample county", { skip: CHROMIUM === undefined, timeout: 240_000 }, () => {
  before(async () => {
    world = await openWorld({ empty: true });
    key = await mkdtemp(join(tmpdir(), "yinuo-draw-"));
    const { store, files, logFolder: folder } = world.deps;
    const publish = () =>
      publishLog({ store, folder, dataFolder: key, origin: "ledger.test/log", log: () => undefined });
    const loaded = await loadSample(store.db, files, {
      which: "county",
      today: TODAY,
      publish,
      createAccount: (db, input, context) =>
        addAccount(db, { input, id: accountId(randomUUID()), passwordHash: "none" }, context),
    });
    assert.ok(loaded.ok);
    assert.ok(await publish());
    served = await serve(world.deps);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.stop();
    await world.close();
    await rm(key, { recursive: true });
  });

  it("comes out as the server drew it, step by step with the log's receipts, on a phone", async () => {
    const { draws } = await listDraws(world.store.db, { stage: "drawn", sort: "code", limit: 9, offset: 0 });
    assert.equal(draws.length, 2);
    const context = await openContext(browser, served.address, { viewport: PHONE });
    for (const { code } of draws) {
      const page = await context.newPage();
      await page.goto(`/draws/${code}`);
      await page.click("#go");
      await page.waitForSelector("#verdict[data-ok]");
      const steps = await page.locator("#steps li").allTextContents();
      assert.equal(await page.getAttribute("#verdict", "data-ok"), "true", steps.join("\n"));
      const read = readResult(await world.text(`/draws/${code}/download/result.json`));
      assert.ok(read.ok);
      assert.ok(steps.at(-1)?.endsWith(standingOf(read.value).join(" ")), steps.at(-1));
      await page.close();
    }
  });

  it("does not come out when a file was touched on its way", async () => {
    const { draws } = await listDraws(world.store.db, { stage: "drawn", sort: "code", limit: 1, offset: 0 });
    const page = await (await openContext(browser, served.address, { viewport: PHONE })).newPage();
    await page.route("**/frame.txt", async (route) => {
      const answer = await route.fetch();
      const lines = (await answer.text()).split("\n");
      await route.fulfill({ response: answer, body: lines.slice(1).join("\n") });
    });
    await page.goto(`/en/draws/${draws[0]?.code ?? ""}`);
    await page.click("#go");
    await page.waitForSelector("#verdict[data-ok]");
    assert.equal(await page.getAttribute("#verdict", "data-ok"), "false");
    assert.match((await page.locator("#steps li").allTextContents()).join("\n"), /frames are those.*DIFFERS/);
  });
});
