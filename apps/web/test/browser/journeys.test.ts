// What people do with the ledger, from the first sheet to the public page, in a browser with and without JavaScript.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { CHROMIUM, DESKTOP, openBrowser, openContext, PHONE, sampleAccount, signIn } from "./browser.ts";
import { startLedger, type Ledger } from "./ledger-process.ts";

let ledger: Ledger;
let browser: Browser;

const submit = (page: Page, within = "form.fill") => page.click(`${within} button.main`);

const list = (tag: string): string =>
  `编号\t任务\t牵头单位\t完成时限\n${tag}-1\t农村公路养护${tag}六十公里\t新设单位${tag}\t2026年12月31日\n${tag}-2\t办事窗口延时服务${tag}\t新设单位${tag}\t2026-12-31\n`;

for (const javaScriptEnabled of [false, true])
  describe(
    `with JavaScript ${javaScriptEnabled ? "on" : "off"}`,
    { skip: CHROMIUM === undefined, timeout: 300_000 },
    () => {
      const tag = javaScriptEnabled ? "ON" : "OFF";
      let desk: BrowserContext;
      let phone: BrowserContext;
      before(async () => {
        ledger ??= await startLedger();
        browser ??= await openBrowser();
        desk = await openContext(browser, ledger.address, { viewport: DESKTOP, javaScriptEnabled });
        phone = await openContext(browser, ledger.address, { viewport: PHONE, javaScriptEnabled });
      });
      after(async () => {
        await desk.close();
        await phone.close();
        if (!javaScriptEnabled) return;
        await browser.close();
        await ledger.stop();
      });

      it("a steward pastes a list, sees what would happen, writes it, publishes it, and anyone can read it", async () => {
        const page = await desk.newPage();
        await signIn(page, sampleAccount(ledger.said(), "steward"));
        await page.goto("/desk/import");
        await page.fill('textarea[name="cells"]', list(tag));
        await submit(page);
        await page.click('button[name="next"]');
        await page.check('input[name="createBodies"]');
        await submit(page);
        assert.match(await page.textContent("main").then(String), /将新建 1 个单位/);
        await page.click('form[action$="/apply"] button.main');
        for (
          let tries = 0;
          tries < 60 && !/已写入/.test(String(await page.textContent("main")));
          tries += 1
        ) {
          await page.waitForTimeout(250);
          await page.goto(page.url());
        }
        assert.match(String(await page.textContent("main")), /新增 2/);
        const programme = /programme=([^&"]+)/.exec(await page.content())?.[1] ?? "";
        assert.equal((await page.request.get(`/commitments/${programme}/${tag}-1`)).status(), 404);
        await page.goto(`/desk/commitments/${programme}/${tag}-1`);
        await page.click('form[action$="/publish"] button');
        const visitor = await phone.newPage();
        await visitor.goto(`/commitments?q=${encodeURIComponent("养护" + tag)}`);
        await visitor.click(`a[href="/commitments/${programme}/${tag}-1"]`);
        assert.match(String(await visitor.textContent("h1")), new RegExp(`农村公路养护${tag}`));
        assert.equal((await page.request.get(`/commitments/${programme}/${tag}-2`)).status(), 404);
      });

      it("an officer records progress with a photo on a phone, and the public sees it without where it was taken", async () => {
        const page = await phone.newPage();
        await signIn(page, sampleAccount(ledger.said(), "officer"));
        await page.goto("/desk/commitments");
        const link = await page.locator('main a[href$="/progress"]').first().getAttribute("href");
        const href = String(link).replace(/\/progress$/, "");
        await page.goto(`${href}/progress`);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
        await page.fill('textarea[name="text"]', `已完成窗口改造${tag}`);
        await page.setInputFiles('input[name="file.1"]', {
          name: "现场 照片.jpg",
          mimeType: "image/jpeg",
          buffer: await photo(),
        });
        await page.fill('input[name="caption.1"]', `改造后的窗口${tag}`);
        await submit(page);
        assert.match(page.url(), /did=progress\.recorded/);
        const visitor = await phone.newPage();
        await visitor.goto(href.replace("/desk", ""));
        assert.match(String(await visitor.textContent("main")), new RegExp(`已完成窗口改造${tag}`));
        const file = await visitor
          .locator(`a[href^="/evidence/"]:has-text("改造后的窗口${tag}")`)
          .first()
          .getAttribute("href");
        const bytes = await (await visitor.request.get(String(file))).body();
        const kept = await sharp(bytes).metadata();
        assert.equal(kept.exif, undefined);
        assert.deepEqual([kept.width, kept.height], [60, 80], "turned upright, as the camera said");
      });

      it("a figure outside its bounds is asked about, kept with its reason, and shown with its page", async () => {
        const page = await desk.newPage();
        await signIn(page, sampleAccount(ledger.said(), "steward"));
        await page.goto("/desk/indicators/new");
        for (const [name, value] of [
          ["code", `T-${tag}`],
          ["name", `窗口等候时间${tag}`],
          ["unit", "分钟"],
          ["decimals", "1"],
          ["least", "0"],
          ["most", "60"],
        ] as const)
          await page.fill(`[name="${name}"]`, value);
        await page.fill('[name="definition"]', "从取号到叫号的平均时间");
        await page.selectOption('select[name="kind"]', "stock");
        await submit(page);
        await page.goto(`/desk/indicators/T-${tag}/record?body=FY`);
        await page.fill('input[name="value"]', "75.5");
        await submit(page);
        assert.match(String(await page.textContent("main")), /75\.5/);
        await page.fill('textarea[name="confirmed"]', "系统升级当月等候变长");
        await page.click("fieldset button.main");
        assert.match(page.url(), /did=observation\.recorded/);
        const visitor = await phone.newPage();
        await visitor.goto(`/indicators/T-${tag}`);
        assert.match(String(await visitor.textContent("main")), /75\.5/);
      });

      const once = { skip: javaScriptEnabled };
      it(
        "what one body asked to be taken out is gone once another agrees, and the log verifies for anyone",
        once,
        async () => {
          const own = await openContext(browser, ledger.address, { viewport: PHONE, javaScriptEnabled });
          const page = await own.newPage();
          await signIn(page, sampleAccount(ledger.said(), "officer"));
          await page.goto("/desk/commitments");
          const record = await page.locator('main a[href$="/progress"]').first().getAttribute("href");
          const gone = `联系人住幸福路${tag}号`;
          await page.goto(String(record));
          await page.fill('textarea[name="text"]', gone);
          await submit(page);
          assert.match(page.url(), /did=progress\.recorded/);
          await logged(page);
          await page.click('a[href*="/desk/redactions/new"]');
          await page.check(`label:has-text("${gone}") input`);
          await submit(page, 'form[method="post"].fill');
          const request = new URL(page.url()).pathname;
          assert.match(String(await page.textContent("main")), /提请的单位不能自己决定/);
          const other = await openContext(browser, ledger.address, { viewport: PHONE, javaScriptEnabled });
          const inspector = await other.newPage();
          await signIn(inspector, sampleAccount(ledger.said(), "inspector"));
          await inspector.goto("/desk/redactions");
          await inspector.click(`a[href="${request}"]`);
          assert.match(String(await inspector.textContent("main")), new RegExp(gone));
          await inspector.click('button[value="agree"]');
          assert.match(inspector.url(), /did=redaction\.made/);
          await logged(inspector);
          await own.close();
          await other.close();
          const visitor = await phone.newPage();
          await visitor.goto(
            String(record)
              .replace("/desk", "")
              .replace(/\/progress$/, ""),
          );
          assert.ok(!(await visitor.content()).includes(gone));
          assert.match(String(await visitor.textContent("#proof")), /依规删除/);
          const said = await verifiedWith(ledger.address);
          assert.match(said, /[1-9]\d* redacted with a reason, 0 missing without one, 0 not/);
          assert.match(said, /OK: the log verifies\./);
        },
      );

      it("the download of all commitments is brought in again and changes nothing", async () => {
        const page = await desk.newPage();
        await signIn(page, sampleAccount(ledger.said(), "steward"));
        const file = await (await page.request.get("/commitments/download/xlsx")).body();
        await page.goto("/desk/import");
        await page.setInputFiles('input[name="file"]', {
          name: "承诺.xlsx",
          mimeType: "application/octet-stream",
          buffer: file,
        });
        await submit(page);
        await page.click('button[name="next"]');
        await submit(page);
        assert.match(String(await page.textContent("main")), /没有需要写入的内容/);
      });
    },
  );

/** Until nothing waits for the log's signature any more. */
const logged = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { log } = (await (await page.request.get("/health")).json()) as {
      readonly log: { readonly pending: number; readonly backlog: number };
    };
    if (log.pending === 0 && log.backlog === 0) return;
    await page.waitForTimeout(100);
  }
  throw new Error("the log was not signed");
};

/** What a stranger's own program says of the log at this address and of its published texts. */
const verifiedWith = async (address: string): Promise<string> => {
  const command = fileURLToPath(new URL("../../../cli/yinuo.mjs", import.meta.url));
  const memory = await mkdtemp(join(tmpdir(), "yinuo-stranger-"));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, "verify-log", `${address}/log`, "--open", "--last", join(memory, "last")],
    { env: { PATH: process.env["PATH"] ?? "", LANG: "en_US.UTF-8" } },
  );
  await rm(memory, { recursive: true });
  return stdout;
};

/** Taken with the camera turned, and with where it was taken. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 80, height: 60, channels: 3, background: "#5a7d9a" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 14/1 0/1" }, IFD0: { Orientation: "6" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
