// A poster printed by a browser is one sheet of A4 and can be scanned from it, however much or little was promised.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { LIMITS } from "@yinuo/core";
import { decodeQR } from "qr/decode.js";
import sharp from "sharp";
import type { Browser } from "playwright-core";
import { plain, publish } from "../pages/ledger-commitments.ts";
import { JANUARY } from "../pages/steps.ts";
import { openWorld, type World } from "../pages/world.ts";
import { CHROMIUM, openBrowser, PHONE } from "./browser.ts";
import { serve, type Served } from "./served-world.ts";

const ORIGIN = "https://ledger.example.gov";
/** A4 without its margins, in CSS pixels. */
const SHEET = { width: 688, height: 1017 } as const;

const ZH = "全县农村公路养护工程按计划开工并在年底前完成全部路面修复，";
const EN = "Every rural road in the plan is repaired and inspected before the end of the year, ";
const SIZES = {
  SHORT: { title: "水费一次办好", titleEn: "One visit" },
  MIDDLE: { title: ZH.repeat(2), titleEn: EN.repeat(2), promise: ZH.repeat(20), promiseEn: EN.repeat(20) },
  LONG: { title: ZH.repeat(5), titleEn: EN.repeat(3), promise: ZH.repeat(60), promiseEn: EN.repeat(40) },
  LONGEST: {
    title: "诺".repeat(LIMITS.title),
    titleEn: EN.repeat(9),
    promise: ZH.repeat(100),
    promiseEn: EN.repeat(40),
  },
} as const;

const pictures = process.env["YINUO_SCREENSHOTS"];
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

let world: World;
let server: Served;
let browser: Browser;
let address: string;

describe("a printed poster", { skip: CHROMIUM === undefined, timeout: 240_000 }, () => {
  before(async () => {
    world = await openWorld({ origins: ORIGIN });
    for (const [code, texts] of Object.entries(SIZES))
      await publish(
        world.store.db,
        plain({ code, lead: "water", support: ["court", "justice"], ...texts }),
        JANUARY,
      );
    server = await serve(world.deps);
    address = server.address;
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await world.close();
  });

  for (const [root, path] of [
    ["", "/commitments/2026/SHORT"],
    ["/en", "/commitments/2026/MIDDLE"],
    ["/en", "/commitments/2026/LONG"],
    ["", "/commitments/2026/LONGEST"],
    ["", "/bodies/water"],
  ] as const)
    it(`of ${root}${path} is one sheet, with nothing cut that must be read, and a code that scans`, async () => {
      const page = await browser.newPage({ viewport: SHEET });
      await page.goto(`${address}${root}${path}/poster`);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1);
      assert.match(pdf, /\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
      await page.emulateMedia({ media: "print" });
      const hidden = await page.evaluate<number>(
        "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.says'))",
      );
      assert.ok(hidden <= 1, `${hidden} px of the text are cut off`);
      const picture = await page.screenshot({ fullPage: true });
      if (pictures !== undefined)
        await sharp(picture).toFile(
          join(pictures, `poster${root.replace("/", "-")}${path.replaceAll("/", "-")}.png`),
        );
      const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      assert.equal(
        decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) }),
        `${ORIGIN}${root}${path}`,
      );
      await page.close();
    });

  it("fits a telephone's screen too", async () => {
    const page = await browser.newPage({ viewport: PHONE });
    for (const path of ["/commitments/2026/LONG/poster", "/en/bodies/water/poster"]) {
      await page.goto(`${address}${path}`);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
      if (pictures !== undefined)
        await page.screenshot({
          path: join(pictures, `poster-phone${path.replaceAll("/", "-")}.png`),
          fullPage: true,
        });
    }
    await page.close();
  });
});
