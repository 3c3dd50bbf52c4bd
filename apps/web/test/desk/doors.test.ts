// Every address and everybody who may come to it: what is not written in DOORS does not open.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Role } from "@yinuo/core";
import { createApp } from "../../src/app.ts";
import { DOORS, hasNoLanguage, mayOpen, type Door } from "../../src/doors.ts";
import { drawScript, offlineScript, serviceWorker, verifyScript } from "../../src/islands.ts";
import { posterStyles, styles } from "../../src/styles.ts";
import { emailOf, openStaff, PASSWORD, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
const browsers = new Map<Role | undefined, Browser>();
before(async () => {
  staff = await openStaff();
  browsers.set(undefined, await staff.browser());
  for (const [role, who] of [
    ["steward", "steward"],
    ["officer", "justice"],
    ["inspector", "inspector"],
    ["editor", "editor"],
  ] as const)
    browsers.set(role, await staff.browser(who));
});
after(() => staff.close());

const FILES = new Set([
  offlineScript.path,
  verifyScript.path,
  drawScript.path,
  serviceWorker.path,
  styles.path,
  posterStyles.path,
  "/favicon.svg",
]);

describe("the doors", () => {
  it("are the only way in: no handler is registered beside them, and none is missing", () => {
    const registered = createApp(staff.deps)
      .routes.filter(({ path, method }) => !FILES.has(path) && !(method === "ALL" && path === "/*"))
      .map(({ method, path }) => `${method} ${path.replace(/^\/en(?=\/|$)/, "") || "/"}`);
    assert.deepEqual(
      [...new Set(registered)].filter((door) => !(door in DOORS)),
      [],
    );
    const missing = (Object.keys(DOORS) as Door[]).filter(
      (door) => registered.filter((one) => one === door).length < (hasNoLanguage(door) ? 2 : 4),
    );
    assert.deepEqual(missing, [], "each door has its guard and its handler, in both languages");
  });

  const SIGNING = new Set<string>(["POST /sign-in", "POST /sign-out", "POST /setup"]);
  for (const door of Object.keys(DOORS) as Door[])
    it(`${door} opens to those written beside it`, async () => {
      const [method = "", pattern = ""] = door.split(" ");
      if (SIGNING.has(door)) return;
      const path = pattern.replaceAll(/:[a-z0-9]+/gi, "none");
      for (const [role, browser] of browsers) {
        const response =
          method === "GET" ? await browser.get(path) : await browser.post(path, { nothing: "" });
        const turnedAway =
          response.status === 403 || (response.headers.get("location") ?? "").startsWith("/sign-in?back=");
        assert.equal(turnedAway, !mayOpen(door, role), `${role ?? "nobody"}: ${response.status}`);
        assert.ok(response.status < 500, `${role ?? "nobody"}: ${response.status}`);
      }
    });

  it("do not open to the addresses of better-auth", async () => {
    const nobody = await staff.browser();
    for (const path of ["/api/auth/get-session", "/api/auth/sign-in/email", "/api/auth/sign-up/email"]) {
      assert.equal((await nobody.get(path)).status, 404);
      assert.equal((await nobody.post(path, { email: emailOf("court"), password: PASSWORD })).status, 404);
    }
  });

  it("answer nobody's form with 403 and nothing written", async () => {
    const nobody = await staff.browser();
    const before = await historyLength();
    assert.equal((await nobody.post("/desk/bodies/new", { code: "x", name: "x" })).status, 403);
    assert.equal(await historyLength(), before);
  });
});

const historyLength = async (): Promise<number> => {
  const rows = await staff.deps.store.db.selectFrom("history").select("seq").execute();
  return rows.length;
};

describe("a form from another site", () => {
  const WRONG = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://ledger.test", "sec-fetch-site": "cross-site" },
    { origin: "http://ledger.test", "sec-fetch-site": "same-site" },
    { origin: "http://ledger.test:8081" },
    { origin: "http://ledger.test.evil.example" },
    { origin: "" },
  ];
  for (const headers of WRONG)
    it(`is refused: ${JSON.stringify(headers)}`, async () => {
      const steward = browsers.get("steward");
      const before = await historyLength();
      const response = await steward?.post("/desk/bodies/new", { code: "EVIL", name: "x" }, { headers });
      assert.equal(response?.status, 403);
      assert.match((await response?.text()) ?? "", /表单没有被接受/);
      assert.equal(await historyLength(), before);
    });
});
