// An officer's whole month on a telephone, without JavaScript: from the account a steward made to the figures in public.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getCommitment } from "@yinuo/store";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { codeOf } from "../desk/authenticator.ts";
import { emailOf, openStaff, PASSWORD, type Staff } from "../desk/staff.ts";
import { addTenFigures, CODES, keptIn, SEPTEMBER } from "../desk/ten-figures.ts";
import { CHROMIUM, openBrowser, openContext, PHONE } from "./browser.ts";
import { serve, type Served } from "./served-world.ts";

const EMAIL = "month@example.org";
const OWN = "河边第三泵站早班七点交接";
const TELEPHONE = "13800138000";

describe("an officer's month at 360 px", { skip: CHROMIUM === undefined, timeout: 300_000 }, () => {
  let staff: Staff;
  let served: Served;
  let browser: Browser;
  let contexts: readonly BrowserContext[];
  let office: Page;
  let phone: Page;
  let oneTime: string;
  let photo: Buffer;

  const pictures = process.env["YINUO_SCREENSHOTS"];
  /** Within the width; a picture where somebody wants to look at it. */
  const looked = async (page: Page, name: string): Promise<void> => {
    const wide = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/month-${name}.png`, fullPage: true });
  };
  const main = async (page: Page): Promise<string> => String(await page.textContent("main"));
  const press = (page: Page) => page.click("form.fill button.main");
  const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  };
  const enter = async (page: Page, email: string, password: string): Promise<void> => {
    await page.goto("/sign-in");
    await fill(page, { email, password });
    await press(page);
  };

  before(async () => {
    staff = await openStaff();
    await addTenFigures(staff, await staff.browser("water"));
    served = await serve(staff.deps);
    browser = await openBrowser();
    const wish = { viewport: PHONE, javaScriptEnabled: false };
    const opened = await Promise.all([1, 2].map(() => openContext(browser, served.address, wish)));
    contexts = opened;
    [office, phone] = (await Promise.all(opened.map((context) => context.newPage()))) as [Page, Page];
    const picture = { width: 640, height: 480, channels: 3, background: "#486" } as const;
    photo = await sharp({ create: picture }).jpeg().toBuffer();
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    await served.stop();
    await staff.close();
  });

  it("a steward makes a body, and an account for the officer", async () => {
    await enter(office, emailOf("steward"), PASSWORD);
    await office.goto("/desk/bodies/new");
    await fill(office, { code: "pump", name: "示例县城南泵站" });
    await press(office);
    await office.goto("/bodies");
    assert.match(await main(office), /示例县城南泵站/);
    await office.goto("/desk/accounts/new");
    await fill(office, { name: "供水公司经办", email: EMAIL });
    await office.selectOption('select[name="role"]', "officer");
    await office.selectOption('select[name="body"]', "water");
    await press(office);
    await looked(office, "account-made");
    oneTime = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/.exec(await main(office))?.[0] ?? "";
    assert.notEqual(oneTime, "");
  });

  it("the officer chooses a password, switches the second step on, and comes back with a code", async () => {
    await enter(phone, EMAIL, oneTime);
    assert.match(phone.url(), /\/desk\/account\/password$/);
    await fill(phone, { password: OWN, again: OWN });
    await press(phone);
    await phone.goto("/desk/account/second-step");
    await fill(phone, { password: OWN });
    await press(phone);
    const secret = String(await phone.textContent("code.secret"));
    await fill(phone, { code: codeOf(secret) });
    await press(phone);
    await phone.click('form[action="/sign-out"] button');
    await enter(phone, EMAIL, OWN);
    await phone.waitForURL(/\/sign-in\/code/);
    await fill(phone, { code: codeOf(secret, 1) });
    await press(phone);
    await phone.waitForURL(/\/desk$/);
  });

  it("the work list says that ten figures are due; two are recorded with a photograph each", async () => {
    assert.match(await main(phone), /2026\s?年\s?9\s?月 10 项数据/);
    await looked(phone, "work-list");
    for (const code of CODES.slice(0, 2)) {
      await phone.goto(`/desk/indicators/${code}/record?body=water&period=2026-09`);
      await fill(phone, { value: SEPTEMBER[`rows.${code}.value`] ?? "", "caption.1": "泵站流量计读数" });
      await phone.setInputFiles('input[name="file.1"]', {
        name: "IMG_2026.jpg",
        mimeType: "image/jpeg",
        buffer: photo,
      });
      await looked(phone, `photo-${code}`);
      await press(phone);
      assert.match(phone.url(), /did=observation\.recorded/, await main(phone));
    }
    await phone.goto(`/indicators/${CODES[0]}`);
    assert.match(await phone.content(), /泵站流量计读数/);
  });

  it("the other eight go into the grid at once, opened from the work list", async () => {
    await phone.goto("/desk");
    await phone.getByRole("link", { name: /9\s?月 8 项数据/ }).click();
    await looked(phone, "grid");
    for (const [name, value] of Object.entries(SEPTEMBER))
      if (!CODES.slice(0, 2).some((code) => name.includes(`${code}.`))) await fill(phone, { [name]: value });
    await press(phone);
    await looked(phone, "grid-sent");
    for (const code of CODES) assert.ok(await keptIn(staff, code), code);
    await phone.goto("/desk");
    assert.doesNotMatch(await main(phone), /项数据/);
  });

  it("a telephone number in a text is shown as the public would see it, and masked", async () => {
    await phone.goto("/desk/commitments");
    await phone.locator("main table a[href*='/desk/commitments/2026/']").first().click();
    await phone.click('a[href$="/progress"]');
    const commitment = /commitments\/2026\/([^/]+)\/progress/.exec(phone.url())?.[1] ?? "";
    await fill(phone, { text: `本月换表六百块，报修电话${TELEPHONE}。` });
    await press(phone);
    assert.match(await main(phone), /公众将看到的内容/);
    assert.equal(await phone.textContent("main mark"), TELEPHONE);
    await looked(phone, "masking");
    await phone.click('button[name="mask"]');
    await phone.goto(`/commitments/2026/${commitment}`);
    assert.match(await main(phone), /报修电话138\*{4}8000/);
    assert.doesNotMatch(await phone.content(), new RegExp(TELEPHONE));
    assert.ok(await getCommitment(staff.deps.store.db, { programme: "2026", code: commitment }));
  });

  it("a colleague was quicker with one figure: the officer is shown what changed, and nothing is overwritten", async () => {
    await phone.goto("/desk/figures?body=water&period=2026-09");
    await office.goto("/desk/figures?body=water&period=2026-09");
    await fill(office, { "rows.W-3.value": "60", "rows.W-3.reason": "漏报六件" });
    await press(office);
    await fill(phone, { "rows.W-3.value": "58", "rows.W-3.reason": "重复计算" });
    await press(phone);
    assert.match(await main(phone), /您打开的是第 1 版，期间别人已改到第 2 版/);
    assert.match(await main(phone), /漏报六件/);
    assert.equal(await phone.inputValue('[name="rows.W-3.value"]'), "58");
    await looked(phone, "conflict");
    assert.deepEqual((await keptIn(staff, "W-3"))?.figure, { as: "number", value: 60 });
    await press(phone);
    assert.deepEqual((await keptIn(staff, "W-3"))?.figure, { as: "number", value: 58 });
    await phone.goto("/corrections");
    assert.match(await main(phone), /重复计算/);
  });

  it("a steward ends the officer's session, and the next page asks to sign in", async () => {
    await office.goto("/desk/accounts");
    await office.getByRole("link", { name: "供水公司经办" }).click();
    await looked(office, "sessions");
    await office.click('form[action$="/end-sessions"] button');
    await phone.goto("/desk");
    assert.match(phone.url(), /\/sign-in/);
  });
});
