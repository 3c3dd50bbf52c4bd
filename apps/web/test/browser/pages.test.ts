// Every page in both languages under axe (WCAG 2.2 AA), without sideways scrolling at 360 px, and without a script.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { SCRIPTED, type Door } from "../../src/doors.ts";
import type { AccessibilityResults } from "../../src/pages/accessibility/results.ts";
import { CHROMIUM, DESKTOP, openBrowser, PHONE, sampleAccount, signIn } from "./browser.ts";
import { allPages, findEveryPage, type Found } from "./every-page.ts";
import { startLedger, type Ledger } from "./ledger-process.ts";

/** Where pictures of every page go when somebody wants to look at them. */
const pictures = process.env["YINUO_SCREENSHOTS"];
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

let ledger: Ledger;
let browser: Browser;
let pages: Found;
/** Pages that only an inspector is led to. */
const inspectors = new Set<Door>();
const signedIn = new Map<string, Page>();
const kept = new Map<string, Page>();

/** What the accessibility statement tells; written there when YINUO_WRITE_ACCESSIBILITY is set. */
const RESULTS = new URL("../../src/pages/accessibility/results.json", import.meta.url);
const rules = new Set<string>();
const found: { page: string; rule: string }[] = [];

/** One page per role that is looked at with; an inspector sees what a steward does not. */
const pageOf = async (role: string): Promise<Page> => {
  const there = signedIn.get(role);
  if (there !== undefined) return there;
  // Only so that axe can be put into the page: the site's own policy stays as it is and is tested elsewhere.
  const context = await browser.newContext({ baseURL: ledger.address, viewport: DESKTOP, bypassCSP: true });
  const page = await context.newPage();
  if (role !== "nobody") await signIn(page, sampleAccount(ledger.said(), role));
  signedIn.set(role, page);
  return page;
};

/** A page of that role which keeps axe, since reading axe takes a browser longer than looking with it. */
const keptOf = async (role: string): Promise<Page> => {
  const there = kept.get(role);
  if (there !== undefined) return there;
  const page = await (await pageOf(role)).context().newPage();
  await page.goto("/");
  await page.evaluate(axe.source);
  kept.set(role, page);
  return page;
};

describe("every page", { skip: CHROMIUM === undefined, timeout: 600_000 }, () => {
  before(async () => {
    ledger = await startLedger();
    browser = await openBrowser();
    const steward = await pageOf("steward");
    const asSteward = await findEveryPage(await visitorOf(steward), [
      "/",
      // Most commitments are under way; these have a way back.
      "/desk/commitments?standing=declared",
      await aFigure(),
      "/desk",
      "/sign-in",
      "/desk/import",
    ]);
    const asInspector = await findEveryPage(
      await visitorOf(await pageOf("inspector")),
      ["/desk", "/desk/commitments"],
      new Set(asSteward.keys()),
    );
    pages = new Map([...asInspector, ...asSteward]);
    for (const door of asInspector.keys()) if (!asSteward.has(door)) inspectors.add(door);
    await addImport(steward);
    await askForRedaction(await pageOf("inspector"));
  });
  after(async () => {
    await browser.close();
    await ledger.stop();
  });

  it("can be reached by links", () => {
    const reached = new Set<Door>(pages.keys());
    // Signed in, the sign-in page leads on to the desk.
    reached.add("GET /sign-in");
    assert.deepEqual(
      allPages.filter((door) => !reached.has(door)),
      [],
    );
  });

  for (const door of allPages)
    for (const root of ["", "/en"])
      it(`${door}${root === "" ? " 中文" : " English"} passes axe, fits 360 px and has no script`, async () => {
        const role = door === "GET /sign-in" ? "nobody" : inspectors.has(door) ? "inspector" : "steward";
        const path = door === "GET /sign-in" ? "/sign-in" : pages.get(door);
        assert.ok(path, "not reached");
        await look(
          await opened(role, `${root}${root !== "" && path === "/" ? "" : path}` || "/", door),
          door,
        );
      });

  it("is what the accessibility statement says was tested, with what was found", () => {
    const now: AccessibilityResults = {
      testedOn: new Date().toISOString().slice(0, 10),
      axe: axe.version,
      rules: rules.size,
      widths: [PHONE.width, DESKTOP.width],
      languages: ["zh-CN", "en"],
      pages: allPages.toSorted(),
      violations: found,
    };
    if (process.env["YINUO_WRITE_ACCESSIBILITY"] !== undefined)
      writeFileSync(RESULTS, `${JSON.stringify(now, null, 2)}\n`);
    const told = JSON.parse(readFileSync(RESULTS, "utf8")) as AccessibilityResults;
    assert.deepEqual(
      told,
      { ...now, testedOn: told.testedOn },
      "refresh it with YINUO_WRITE_ACCESSIBILITY=1",
    );
  });
});

/** The form of a figure that is there, as its own choice of body and period opens it. */
const aFigure = async (): Promise<string> => {
  const answer = await fetch(`${ledger.address}/api/observations?per=1`);
  const { observations } = (await answer.json()) as { readonly observations: readonly Figure[] };
  const [figure] = observations;
  assert.ok(figure !== undefined);
  return `/desk/indicators/${figure.indicator}/record?body=${figure.body}&period=${figure.period}`;
};
type Figure = Readonly<Record<"indicator" | "body" | "period", string>>;

/** Reads pages as the account that is signed in there. */
const visitorOf = async (page: Page) => {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return async (path: string): Promise<string | undefined> => {
    const response = await fetch(`${ledger.address}${path}`, { headers: { cookie }, redirect: "manual" });
    const isPage = response.ok && response.headers.get("content-type")?.startsWith("text/html");
    return isPage ? response.text() : undefined;
  };
};

/** A batch to look at, so that the import's pages have one. */
const addImport = async (page: Page): Promise<void> => {
  await page.goto("/desk/import");
  await page.fill(
    'textarea[name="cells"]',
    "编号\t任务\t牵头单位\nAX-1\t公开听证不少于十二场\t不存在的单位\n",
  );
  await page.click('form.fill button[type="submit"]');
  await page.waitForURL(/\/desk\/import\/[0-9a-f-]{36}/);
  (pages as Map<Door, string>).set("GET /desk/import/:batch", new URL(page.url()).pathname);
};

/** What one body asks another to take out waits on a page of its own. */
const askForRedaction = async (page: Page): Promise<void> => {
  await page.goto(pages.get("GET /desk/problems/:code") ?? "");
  await page.click('a[href*="/desk/redactions/new"]');
  await page.check('input[name="text"]');
  await page.click('form[method="post"].fill button.main');
  await page.waitForURL(/\/desk\/redactions\/\d+/);
  (pages as Map<Door, string>).set("GET /desk/redactions/:id", new URL(page.url()).pathname);
};

type Opened = { readonly page: Page; readonly path: string };

/** The page's own bytes in the browser; those with a script are visited, so that it runs as it does for everybody. */
const opened = async (role: string, path: string, door: Door): Promise<Opened> => {
  const page = await keptOf(role);
  if (SCRIPTED.has(door)) {
    const response = await page.goto(path);
    assert.equal(response?.status(), 200, path);
    await page.evaluate(axe.source);
    return { page, path };
  }
  const html = await (await visitorOf(page))(path);
  assert.ok(html !== undefined, `${path} is no page`);
  await page.evaluate(`(html => new Promise((done) => {
    document.open();
    addEventListener("load", done, { once: true });
    document.write(html);
    document.close();
  }))(${JSON.stringify(html)})`);
  return { page, path };
};

const look = async ({ page, path }: Opened, door: Door): Promise<void> => {
  // Chinese on a desk, English on a phone, and the other way round for the pictures alone.
  const sizes = path.startsWith("/en") ? ([DESKTOP, PHONE] as const) : ([PHONE, DESKTOP] as const);
  assert.equal(await page.locator("script").count(), SCRIPTED.has(door) ? 1 : 0);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await picture(page, door, path, size === PHONE ? "phone" : "desktop");
    if (size === PHONE) await fits(page, path);
  }
  assert.deepEqual(await violations(page, door), [], path);
  if (path.startsWith("/en")) assert.deepEqual(await chineseReadAsEnglish(page), [], path);
};

/** WCAG 3.1.2, which axe cannot see: Chinese texts on an English page say that they are Chinese. */
const chineseReadAsEnglish = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (/\\p{Script=Han}/u.test(data) && !parentElement.closest("option, textarea, script") &&
        parentElement.closest("[lang]").lang === "en") found.push(data.trim().slice(0, 40));
    }
    return found;
  })()`);

const fits = async (page: Page, path: string): Promise<void> => {
  const wide = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  assert.ok(wide <= 0, `${path} is ${wide} px too wide at 360 px`);
};

type AxeResult = { readonly id: string; readonly first: string };
type AxeRun = { readonly wrong: readonly AxeResult[]; readonly rules: readonly string[] };

const violations = async (page: Page, door: Door): Promise<readonly string[]> => {
  const run = await page.evaluate<AxeRun>(`(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations, passes, incomplete, inapplicable } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
    const all = [violations, passes, incomplete, inapplicable].flat();
    return {
      wrong: violations.map(({ id, nodes }) => ({ id, first: nodes[0]?.html ?? "" })),
      rules: all.map(({ id }) => id),
    };
  })()`);
  for (const rule of run.rules) rules.add(rule);
  for (const { id } of run.wrong) found.push({ page: door, rule: id });
  return run.wrong.map(({ id, first }) => `${id}: ${first}`);
};

const picture = async (page: Page, door: Door, path: string, size: string): Promise<void> => {
  if (pictures === undefined) return;
  const name = `${door.slice(5).replaceAll(/[^a-z]+/g, "-") || "overview"}-${path.startsWith("/en") ? "en" : "zh"}-${size}.png`;
  await page.screenshot({ path: join(pictures, name), fullPage: true });
};
