// The verifier in a browser: on its page, and as a file from a disk without a network; it believes nothing that was touched.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openLog } from "../log/logged.ts";
import { openWorld, type World } from "../pages/world.ts";
import { CHROMIUM, openBrowser, openContext, PHONE } from "./browser.ts";
import { serve, type Served } from "./served-world.ts";

let world: World;
let log: Awaited<ReturnType<typeof openLog>>;
let served: Served;
let browser: Browser;
let context: BrowserContext;
let folder: string;

const settled = async (page: Page): Promise<string> => {
  await page.waitForSelector("#verdict.kept, #verdict.overdue");
  return String(await page.textContent("#verdict"));
};

const verdictsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(
    "[...document.querySelectorAll('#fields tbody tr')].map(({ dataset }) => dataset.is)",
  );

const picture = async (page: Page, name: string): Promise<void> => {
  const pictures = process.env["YINUO_SCREENSHOTS"];
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};

describe("the verifier", { skip: CHROMIUM === undefined, timeout: 240_000 }, () => {
  before(async () => {
    world = await openWorld();
    log = await openLog(world);
    await log.sign();
    served = await serve(world.deps);
    browser = await openBrowser();
    context = await openContext(browser, served.address, { viewport: PHONE });
    folder = await mkdtemp(join(tmpdir(), "yinuo-verify-"));
  });
  after(async () => {
    await browser.close();
    await served.stop();
    await world.close();
    await log.remove();
    await rm(folder, { recursive: true });
  });

  it("follows from a record's proof, and computes that its texts are those that were sealed", async (test) => {
    const page = await context.newPage();
    await page.goto("/commitments/2026/SF-03");
    await page.click("#proof td a");
    assert.match(await settled(page), /核验通过：第 \d+ 号记录在日志 ledger\.test\/log 签过名的 \d+ 条之内/);
    const verdicts = await verdictsOn(page);
    assert.ok(verdicts.length > 5 && verdicts.every((is) => is === "ok"), verdicts.join());
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    await picture(page, "verified-phone");
    await page.click("#go");
    await settled(page);
    test.diagnostic(`computed in ${await page.getAttribute("#verdict", "data-took")} ms (budget 100)`);
    await page.close();
  });

  it("has its answer under axe as well", async () => {
    // Only so that axe can be put into the page.
    const open = await browser.newContext({ baseURL: served.address, bypassCSP: true });
    const page = await open.newPage();
    await page.goto("/en/verify?entry=0");
    assert.match(await settled(page), /Verified: entry 0/);
    await picture(page, "verified-desktop");
    await page.evaluate(axe.source);
    const wrong = await page.evaluate<string[]>(
      "axe.run(document).then(({ violations }) => violations.map(({ id }) => id))",
    );
    assert.deepEqual(wrong, []);
    await open.close();
  });

  it("saved to a disk, verifies a receipt without a network, and rejects each one that was touched", async () => {
    const receipt = join(folder, "entry.tlog-proof");
    await writeFile(receipt, await world.text("/log/proof/0.tlog-proof"));
    const file = join(folder, "yinuo-verify.html");
    await writeFile(file, await world.text("/verify/download/yinuo-verify.html"));
    const offline = await browser.newContext({ offline: true, viewport: PHONE });
    const page = await offline.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.click("#go");
    assert.match(await settled(page), /请先选择凭据文件/);
    await page.setInputFiles("#file", receipt);
    await page.click("#go");
    await page.waitForSelector("#verdict.kept");
    assert.match(await settled(page), /核验通过：第 0 号记录/);
    await picture(page, "verifier-file-phone");
    const text = await readFile(receipt, "utf8");
    const touched: readonly (readonly [string, RegExp])[] = [
      [text.replace(/\n\n(ledger\.test\/log\n)\d+/, "\n\n$17"), /签名是错的/],
      [text.replace("index 0", "index 1"), /不在签过名的日志之内/],
      [text.replace(/extra .*\n/, ""), /没有附带记录本身/],
      [rewritten(text), /与当初封存的不一致/],
      ["c2sp", /不是凭据文件/],
    ];
    for (const [number, [changed, said]] of touched.entries()) {
      // A name of its own: a browser refuses to read a file that changed since it was chosen.
      const other = join(folder, `touched-${number}.tlog-proof`);
      await writeFile(other, changed);
      await page.setInputFiles("#file", other);
      await page.click("#go");
      await page.locator("#verdict", { hasText: said }).waitFor();
      assert.ok(await page.isVisible("#verdict.overdue"), changed);
    }
    assert.deepEqual(asked, [pathToFileURL(file).href]);
    await offline.close();
  });
});

/** The receipt with another text in what opens its fields. */
const rewritten = (receipt: string): string =>
  receipt.replace(/extra (.*)/, (_, extra: string) => {
    const [leaf = "", opened = ""] = Buffer.from(extra, "base64").toString().split("\n");
    const other = opened.replace(/"value":"/, '"value":"x');
    return `extra ${Buffer.from(`${leaf}\n${other}`).toString("base64")}`;
  });
