// The second step of signing in: switched on with a telephone, asked for at the door, and never a wall for its owner.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { decodeQR as decode } from "qr/decode.js";
import { codeOf, codesOn, secretOn, turnOn, wrongCode, type SecondStep } from "./authenticator.ts";
import { emailOf, fieldsOn, openStaff, PASSWORD, type Browser, type Staff, type Who } from "./staff.ts";
import sharp from "sharp";

let staff: Staff;
before(async () => {
  staff = await openStaff();
});
after(() => staff.close());

const db = () => staff.deps.store.db;

/** As before any test: nobody has a second step, and nothing is remembered of codes and failures. */
beforeEach(async () => {
  await db().updateTable("account").set({ second_step: false }).execute();
  await db().deleteFrom("second_step").execute();
  await db().deleteFrom("spent_code").execute();
  staff.later(24 * 3600_000);
});

/** The password is right; what comes next is the code. */
const password = async (who: Who, browser?: Browser): Promise<Browser> => {
  const used = browser ?? (await staff.browser());
  const response = await used.post("/sign-in", { email: emailOf(who), password: PASSWORD });
  assert.equal(response.headers.get("location"), "/sign-in/code");
  return used;
};

const verbs = async (): Promise<readonly string[]> =>
  (await db().selectFrom("history").select("verb").orderBy("seq", "desc").limit(3).execute()).map(
    ({ verb }) => verb,
  );

const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/desk")).status === 200;

describe("switching the second step on", () => {
  it("asks for the password first", async () => {
    const browser = await staff.browser("court");
    const response = await browser.post("/desk/account/second-step", { password: "not this one, no" });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /现在的密码不对/);
    assert.equal((await db().selectFrom("second_step").selectAll().execute()).length, 0);
  });

  it("shows the secret as a QR code and in groups of four, the same in both, and asks for a code", async () => {
    const browser = await staff.browser("court");
    const html = await (await browser.post("/desk/account/second-step", { password: PASSWORD })).text();
    const secret = secretOn(html);
    assert.match(secret, /^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
    const svg = /<svg class="qr".*?<\/svg>/s.exec(html)?.[0] ?? "";
    const image = await sharp(Buffer.from(svg))
      .resize(700)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = image.info;
    const read = new URL(decode({ width, height, data: new Uint8Array(image.data) }));
    assert.equal(read.searchParams.get("secret"), secret.replaceAll(" ", ""));
    assert.equal(read.searchParams.get("issuer"), "示例县");
    assert.match(decodeURIComponent(read.pathname), /court@example\.org$/);
    const field = /<input[^>]*name="code"[^>]*>/.exec(html)?.[0] ?? "";
    assert.match(field, /inputmode="numeric"/);
    assert.match(field, /autocomplete="one-time-code"/);
    // Nothing is in force before the first code was right.
    assert.equal((await staff.browser("court")).cookies.size > 0, true);
  });

  it("shows the same secret again after a mistyped code, and takes a full-width one in two groups", async () => {
    const browser = await staff.browser("court");
    const shown = await (await browser.post("/desk/account/second-step", { password: PASSWORD })).text();
    const { uri = "" } = fieldsOn(shown);
    const secret = secretOn(shown);
    const send = (code: string) => browser.post("/desk/account/second-step", { uri, code });
    const wrong = await send(wrongCode(secret));
    assert.equal(wrong.status, 422);
    const again = await wrong.text();
    assert.match(again, /验证码不对/);
    assert.equal(secretOn(again), secret);
    assert.match(await (await send("12a")).text(), /验证码是六位数字/);
    const typed = codeOf(secret).replace(/^.../, "$& ");
    const wide = typed.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    assert.equal((await send(wide)).status, 200);
  });

  it("keeps the secret encrypted, gives the session a new name, and tells the stewards' history alone", async () => {
    const browser = await staff.browser("court");
    const before = new Map(browser.cookies);
    const { secret, codes } = await turnOn(browser);
    const [row] = await db().selectFrom("second_step").selectAll().execute();
    const kept = JSON.stringify(row);
    assert.ok(!kept.includes(secret.replaceAll(" ", "")) && !codes.some((code) => kept.includes(code)));
    assert.notDeepEqual(browser.cookies, before);
    assert.equal(await isIn(browser), true);
    const old = await staff.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    assert.equal(await isIn(old), false);
    assert.equal((await verbs())[0], "account.second-step-on");
    assert.ok(!(await staff.world.text("/history")).includes("两步验证"));
    assert.ok(!(await staff.world.text("/api/history")).includes("second-step"));
    for (const page of ["/desk/account", "/desk/account/backup-codes"])
      assert.deepEqual(codesOn(await browser.text(page)), [], "codes are shown once");
  });
});

describe("signing in with a second step", () => {
  let step: SecondStep;
  beforeEach(async () => {
    step = await turnOn(await staff.browser("water"));
  });

  it("is two pages; the password alone opens nothing", async () => {
    const browser = await staff.browser();
    const back = "/desk/commitments";
    const first = await browser.post("/sign-in", { email: emailOf("water"), password: PASSWORD, back });
    const next = first.headers.get("location") ?? "";
    assert.equal(next, "/sign-in/code?back=%2Fdesk%2Fcommitments");
    assert.equal(await isIn(browser), false);
    assert.ok(![...browser.cookies.keys()].some((name) => name.includes("device")));
    const page = await browser.text(next);
    assert.match(page, /autocomplete="one-time-code"/);
    assert.match(page, /href="\/sign-in\/backup-code\?back=/);
    const second = await browser.post("/sign-in/code", { ...fieldsOn(page), code: codeOf(step.secret, 1) });
    assert.equal(second.headers.get("location"), back);
    assert.equal(await isIn(browser), true);
  });

  it("takes no code twice, not even the one it was switched on with", async () => {
    const first = await password("water");
    const replayed = await first.post("/sign-in/code", { code: step.used });
    assert.equal(replayed.status, 422);
    assert.match(await replayed.text(), /已经用过/);
    const code = codeOf(step.secret, 1);
    assert.equal((await first.post("/sign-in/code", { code })).status, 303);
    const second = await password("water");
    assert.match(await (await second.post("/sign-in/code", { code })).text(), /已经用过/);
  });

  it("gives one of two who send the same code at once the session, and the other none", async () => {
    const [one, two] = [await password("water"), await password("water")];
    const code = codeOf(step.secret, 1);
    const answers = await Promise.all([one, two].map((browser) => browser.post("/sign-in/code", { code })));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
  });

  it("leads back to the password without the first step, and with somebody else's", async () => {
    const nobody = await staff.browser();
    for (const path of ["/sign-in/code", "/sign-in/backup-code"]) {
      assert.equal((await nobody.get(path)).headers.get("location"), "/sign-in?again=1");
      assert.equal((await nobody.post(path, { code: "123456" })).headers.get("location"), "/sign-in?again=1");
    }
    nobody.cookies.set("yinuo.two_factor", "2fa-made-up.c2lnbmF0dXJl");
    const forged = await nobody.post("/sign-in/code", { code: codeOf(step.secret, 1) });
    assert.equal(forged.headers.get("location"), "/sign-in?again=1");
  });

  it("opens nothing when the account was closed between the two pages", async () => {
    const browser = await password("water");
    await db()
      .updateTable("account")
      .set({ closed_on: "2026-01-01" })
      .where("email", "=", emailOf("water"))
      .execute();
    await browser.post("/sign-in/code", { code: codeOf(step.secret, 1) });
    assert.equal(await isIn(browser), false);
    await db()
      .updateTable("account")
      .set({ closed_on: null })
      .where("email", "=", emailOf("water"))
      .execute();
  });

  it("takes each backup code once, however it is typed, and counts what is left", async () => {
    const [code = "", other = ""] = step.codes;
    const typed = code.toUpperCase().replaceAll("-", " ");
    const browser = await password("water");
    assert.equal(
      (await browser.post("/sign-in/backup-code", { backupCode: typed })).headers.get("location"),
      "/desk",
    );
    assert.match(await browser.text("/desk/account"), /备用码还有 9 个/);
    const again = await password("water");
    const used = await again.post("/sign-in/backup-code", { backupCode: code });
    assert.equal(used.status, 422);
    assert.match(await used.text(), /没有这个备用码，或者已经用过/);
    assert.equal((await again.post("/sign-in/backup-code", { backupCode: other })).status, 303);
  });

  it("renews the backup codes with the password, and the old ones stop working", async () => {
    const browser = await password("water");
    const [first = "", second = ""] = step.codes;
    await browser.post("/sign-in/backup-code", { backupCode: first });
    assert.equal(
      (await browser.post("/desk/account/backup-codes", { password: "not this, no no" })).status,
      422,
    );
    const fresh = codesOn(
      await (await browser.post("/desk/account/backup-codes", { password: PASSWORD })).text(),
    );
    assert.equal(fresh.length, 10);
    assert.equal((await verbs())[0], "account.backup-codes-made");
    const next = await password("water");
    assert.equal((await next.post("/sign-in/backup-code", { backupCode: second })).status, 422);
    assert.equal((await next.post("/sign-in/backup-code", { backupCode: fresh[0] ?? "" })).status, 303);
  });
});

describe("guessing codes", () => {
  it("ends after five for one password, slows down over all, and holds up neither backup code nor known device", async () => {
    const owner = await staff.browser("justice");
    const step = await turnOn(owner);
    const wrong = wrongCode(step.secret);
    const statuses: number[] = [];
    let guesser = await password("justice");
    for (let turn = 0; turn < 12; turn += 1) {
      const response = await guesser.post("/sign-in/code", { code: wrong });
      statuses.push(response.status);
      if (response.status === 303) guesser = await password("justice");
      if (response.status === 429) break;
    }
    assert.deepEqual(statuses.slice(0, 5), [422, 422, 422, 422, 422]);
    assert.equal(statuses.at(-1), 429);
    // The right code is not looked at either: the wait is for the account, not for the guess.
    const held = await guesser.post("/sign-in/code", { code: codeOf(step.secret, 1) });
    assert.equal(held.status, 429);
    assert.ok(Number(held.headers.get("retry-after")) >= 1);
    const strange = await password("justice");
    assert.equal(
      (await strange.post("/sign-in/backup-code", { backupCode: step.codes[0] ?? "" })).status,
      303,
    );
    const known = await password("justice", owner);
    assert.equal(
      (await known.post("/sign-in/code", { code: codeOf(step.secret, 1) })).headers.get("location"),
      "/desk",
    );
  });

  it("waits longer and longer, a quarter of an hour at most, and is remembered for hours", async () => {
    const step = await turnOn(await staff.browser("justice"));
    const wrong = wrongCode(step.secret);
    const waits: number[] = [];
    for (let turn = 0; turn < 31; turn += 1) {
      const browser = await password("justice");
      const response = await browser.post("/sign-in/code", { code: wrong });
      const wait = Number(response.headers.get("retry-after"));
      if (response.status === 429) {
        waits.push(wait);
        staff.later(wait * 1000);
      }
    }
    assert.deepEqual(waits.slice(0, 4), [1, 2, 4, 8]);
    assert.equal(waits.at(-1), 900);
    staff.later(2 * 3600_000);
    await (await password("justice")).post("/sign-in/code", { code: wrong });
    assert.equal((await (await password("justice")).post("/sign-in/code", { code: wrong })).status, 429);
  });
});
