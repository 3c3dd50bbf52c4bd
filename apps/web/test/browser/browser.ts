// Debian's Chromium, driven by Playwright, with everything off that would look for the outside world.

import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

export const PHONE = { width: 360, height: 740 } as const;
export const DESKTOP = { width: 1100, height: 800 } as const;

/** Absent where no browser could be found or installed: the test runner has said so loudly. */
export const CHROMIUM = process.env["YINUO_CHROMIUM"];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

type Wish = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
};

/** Every page error and every refused request of the ledger's own is a failure of the test that opened it. */
export const openContext = (browser: Browser, address: string, wish: Wish = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: address, viewport: DESKTOP, locale: "zh-CN", ...wish });

export const SAMPLE_PASSWORD = "sample-password";

export const signIn = async (page: Page, email: string, root = ""): Promise<void> => {
  await page.goto(`${root}/sign-in`);
  // Somebody signed in already is led to the desk.
  if (page.url().includes("/desk")) return;
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', SAMPLE_PASSWORD);
  await page.click('form.fill button[type="submit"]');
  await page.waitForURL(/\/desk/);
};

/** The sample account with this role (and body), as the welcome on the console names it. */
export const sampleAccount = (said: string, role: string, named = ""): string => {
  const found = said
    .split("\n")
    .find((line) => line.includes(`(${role})`) && line.includes(named) && line.includes("@"));
  const email = /\S+@\S+/.exec(found ?? "")?.[0];
  if (email === undefined) throw new Error(`no ${role} among the sample sign-ins:\n${said}`);
  return email;
};
