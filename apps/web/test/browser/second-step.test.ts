// A telephone's width, no JavaScript: the second step is switched on, asked for, and a session that is left open is ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { codeOf } from "../desk/authenticator.ts";
import {
  CHROMIUM,
  openBrowser,
  openContext,
  PHONE,
  SAMPLE_PASSWORD,
  sampleAccount,
  signIn,
} from "./browser.ts";
import { startLedger, type Ledger } from "./ledger-process.ts";

describe("signing in with a telephone", { skip: CHROMIUM === undefined, timeout: 300_000 }, () => {
  let ledger: Ledger;
  let browser: Browser;
  let phone: BrowserContext;
  let email: string;
  const pictures = process.env["YINUO_SCREENSHOTS"];

  before(async () => {
    ledger = await startLedger();
    browser = await openBrowser();
    phone = await openContext(browser, ledger.address, { viewport: PHONE, javaScriptEnabled: false });
    email = sampleAccount(ledger.said(), "officer");
  });
  after(async () => {
    await browser.close();
    await ledger.stop();
  });

  /** Within the width; a picture where somebody wants to look at it. */
  const looked = async (page: Page, name: string): Promise<void> => {
    const wide = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
    assert.equal(await page.locator("script").count(), 0);
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };
  const press = (page: Page) => page.click("form.fill button[type=submit]");
  const startSigningIn = async (page: Page): Promise<void> => {
    await page.goto("/sign-in");
    await page.fill('input[name="email"]', email);
    await page.fill('input[name="password"]', SAMPLE_PASSWORD);
    await press(page);
    await page.waitForURL(/\/sign-in\/code/);
  };

  it("an officer switches the second step on, signs out and in with a code, and ends the session left open elsewhere", async () => {
    const page = await phone.newPage();
    await signIn(page, email);
    await page.click('nav.tools a[href="/desk/account"]');
    await looked(page, "account");
    await page.click('a[href="/desk/account/second-step"]');
    await looked(page, "second-step");
    await page.fill('input[name="password"]', SAMPLE_PASSWORD);
    await press(page);
    await looked(page, "second-step-secret");
    assert.ok(await page.getByRole("img", { name: /二维码/ }).isVisible());
    const secret = String(await page.textContent("code.secret"));
    await page.fill('input[name="code"]', codeOf(secret));
    await press(page);
    assert.equal(await page.locator("ol.codes li").count(), 10);
    await looked(page, "backup-codes");
    const backup = String(await page.textContent("ol.codes li"));

    await page.click('form[action="/sign-out"] button');
    await startSigningIn(page);
    await looked(page, "sign-in-code");
    await page.fill('input[name="code"]', codeOf(secret, 1));
    await press(page);
    await page.waitForURL(/\/desk$/);

    const elsewhere = await openContext(browser, ledger.address, { javaScriptEnabled: false });
    const open = await elsewhere.newPage();
    await startSigningIn(open);
    await open.click('a[href^="/sign-in/backup-code"]');
    await open.fill('input[name="backupCode"]', backup);
    await press(open);
    await open.waitForURL(/\/desk$/);

    await page.goto("/desk/account");
    assert.match(String(await page.textContent("main")), /备用码还有 9 个/);
    await looked(page, "account-sessions");
    assert.equal(await page.locator('button[name="session"]').count(), 1);
    await page.click('button[name="session"]');
    assert.match(page.url(), /did=session\.ended/);
    await open.goto("/desk");
    assert.match(open.url(), /\/sign-in\?back=/);
    await page.goto("/desk");
    assert.match(page.url(), /\/desk$/);
    await elsewhere.close();
  });

  it("the pages on the way pass axe, in both languages", async () => {
    const context = await browser.newContext({ baseURL: ledger.address, viewport: PHONE, bypassCSP: true });
    const page = await context.newPage();
    await startSigningIn(page);
    for (const path of [
      "/sign-in/code",
      "/en/sign-in/code",
      "/sign-in/backup-code",
      "/en/sign-in/backup-code",
    ]) {
      await page.goto(path);
      assert.deepEqual(await violations(page), [], path);
      await looked(page, path.replaceAll("/", "-").slice(1));
    }
    const cookies = await phone.cookies();
    await context.addCookies(cookies);
    for (const root of ["", "/en"])
      for (const path of ["/desk/account", "/desk/account/second-step/off", "/desk/account/backup-codes"]) {
        await page.goto(`${root}${path}`);
        assert.ok(page.url().endsWith(path));
        assert.deepEqual(await violations(page), [], `${root}${path}`);
        await looked(page, `${root}${path}`.replaceAll("/", "-").slice(1));
      }
    await context.close();
  });
});

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(`(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly });
    return violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html);
  })()`);
};
