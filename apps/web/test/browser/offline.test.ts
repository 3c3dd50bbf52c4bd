// Offline: what was opened can be read and says how old it is, the rest is explained, and the desk leaves nothing.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openStaff, emailOf, PASSWORD, type Staff } from "../desk/staff.ts";
import { CHROMIUM, openBrowser, PHONE } from "./browser.ts";
import { serve, type Served } from "./served-world.ts";

let staff: Staff;
let served: Served;
let browser: Browser;
let context: BrowserContext;

const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const found = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  })()`);

/** A page of which the worker is in charge, since its reader asked for it. */
const ready = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${served.address}/offline`);
  await page.click("#offline-on");
  await page.waitForSelector("#offline-off:visible");
  await page.goto(`${served.address}${path}`);
  await page.waitForFunction("navigator.serviceWorker.controller !== null");
  return page;
};

describe("offline", { skip: CHROMIUM === undefined, timeout: 240_000 }, () => {
  before(async () => {
    staff = await openStaff();
    served = await serve(staff.deps);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.stop();
    await staff.close();
  });

  it("a page opened before is read as it was, and says so; another is explained, with a list of those kept", async () => {
    context = await browser.newContext({ viewport: PHONE, locale: "zh-CN" });
    const page = await ready("/");
    await page.goto(`${served.address}/commitments/2026/SF-03`);
    await page.goto(`${served.address}/en/bodies`);
    await context.setOffline(true);
    await page.goto(`${served.address}/commitments/2026/SF-03`);
    assert.match(String(await page.textContent("h1")), /法律援助/);
    assert.match(String(await page.textContent("[role=status]")), /现在没有网络/);
    await page.goto(`${served.address}/indicators/PIPE`);
    assert.match(String(await page.textContent("h1")), /离线阅读/);
    await page.waitForSelector('#kept a[href="/commitments/2026/SF-03"]');
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    const pictures = process.env["YINUO_SCREENSHOTS"];
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/offline-phone.png`, fullPage: true });
    await page.goto(`${served.address}/en/indicators`);
    assert.match(String(await page.textContent("h1")), /Offline reading/);
    await context.setOffline(false);
    await page.goto(`${served.address}/indicators/PIPE`);
    assert.match(String(await page.textContent("h1")), /管网/);
    await context.close();
  });

  it("nothing of the desk is kept, and opening it removes what was", async () => {
    context = await browser.newContext({ viewport: PHONE, locale: "zh-CN" });
    const page = await ready("/bodies");
    await page.goto(`${served.address}/bodies/court`);
    assert.ok((await keptAddresses(page)).includes("/bodies/court"));
    await page.goto(`${served.address}/sign-in`);
    await page.fill('input[name="email"]', emailOf("court"));
    await page.fill('input[name="password"]', PASSWORD);
    await page.click('form.fill button[type="submit"]');
    await page.waitForURL(/\/desk/);
    await page.waitForFunction(
      `(async () => {
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) if (url.includes("/bodies")) return false;
        return true;
      })()`,
    );
    assert.deepEqual(
      (await keptAddresses(page)).filter((path) => /desk|sign-in|bodies/.test(path)),
      [],
    );
    await context.setOffline(true);
    await assert.rejects(page.goto(`${served.address}/desk`));
    await context.close();
  });

  it("nothing is kept before somebody asks for it, and whoever does not want it any more is rid of it", async () => {
    context = await browser.newContext({ viewport: PHONE, locale: "zh-CN" });
    const before = await context.newPage();
    await before.goto(`${served.address}/bodies`);
    await before.goto(`${served.address}/offline`);
    await before.waitForSelector("#offline-on:visible");
    assert.deepEqual(await keptAddresses(before), []);
    await before.close();
    const page = await ready("/offline");
    assert.equal(await page.isVisible("#offline-on"), false);
    assert.match(String(await page.textContent("#offline-state")), /已开启/);
    await page.click("#offline-off");
    await page.waitForSelector("#offline-on:visible");
    await page.goto(`${served.address}/bodies`);
    assert.deepEqual(await keptAddresses(page), []);
    assert.equal(
      await page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"),
      0,
    );
    await context.close();
  });
});
