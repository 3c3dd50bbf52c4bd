// Behind a proxy, on an intranet, under several names: forms work where the operator said, and nowhere else (B49, B52).

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createApp } from "../../src/app.ts";
import { createAuth } from "../../src/auth.ts";
import { emailOf, openStaff, PASSWORD, QUICK, type Staff } from "./staff.ts";

/** The same ledger under the addresses an operator configured. */
const configured = async (origins: readonly string[], use: (staff: Staff, send: Send) => Promise<void>) => {
  const staff = await openStaff();
  const { db } = staff.deps.store;
  const https = origins.every((origin) => origin.startsWith("https:"));
  const auth = createAuth({ db, secret: "x".repeat(40), origins, https, hashing: QUICK });
  const app = createApp({ ...staff.deps, auth, config: { ...staff.deps.config, origins: [...origins] } });
  // What the app sees is always plain http: the proxy in front speaks https with the browser.
  const send: Send = async (path, headers, body) =>
    app.request(`http://10.1.2.3:8080${path}`, {
      ...(body === undefined ? {} : { method: "POST", body: new URLSearchParams(body) }),
      headers: { host: "10.1.2.3:8080", ...headers },
    });
  await use(staff, send);
  await staff.close();
};
type Send = (
  path: string,
  headers: Record<string, string>,
  body?: Record<string, string>,
) => Promise<Response>;

const SIGN_IN = { email: emailOf("court"), password: PASSWORD };
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

describe("an http address on an intranet", () => {
  it("signs in, out and in again, with and without a cookie (B52)", () =>
    configured(["http://ledger.intranet"], async (_, send) => {
      const origin = "http://ledger.intranet";
      const first = await send("/sign-in", { origin }, SIGN_IN);
      assert.equal(first.status, 303);
      assert.doesNotMatch(first.headers.getSetCookie().join(), /Secure/);
      const cookie = cookieOf(first);
      assert.equal((await send("/desk", { cookie })).status, 200);
      assert.equal((await send("/sign-out", { origin, cookie }, {})).status, 303);
      assert.equal((await send("/sign-in", { origin, cookie }, SIGN_IN)).status, 303);
    }));
});

describe("an https address behind a proxy", () => {
  it("gives a cookie for https only, though the proxy speaks http with the app", () =>
    configured(["https://ledger.example.gov"], async (_, send) => {
      const response = await send("/sign-in", { origin: "https://ledger.example.gov" }, SIGN_IN);
      assert.equal(response.status, 303);
      for (const name of ["session_token", "key"]) {
        const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`__Host-yinuo.${name}=`));
        assert.match(cookie ?? "", /Secure/, name);
      }
      assert.equal((await send("/desk", { cookie: cookieOf(response) })).status, 200);
    }));

  it("refuses the same name with the wrong scheme, and says which address it wants", () =>
    configured(["https://ledger.example.gov"], async (_, send) => {
      const response = await send("/sign-in", { origin: "http://ledger.example.gov" }, SIGN_IN);
      assert.equal(response.status, 403);
      assert.match(await response.text(), /YINUO_ORIGINS/);
    }));
});

describe("two addresses of one ledger", () => {
  const both = ["https://ledger.example.gov", "http://ledger.intranet"];
  it("both work, each with the cookie it can keep (B49)", () =>
    configured(both, async (_, send) => {
      for (const origin of both) {
        const response = await send("/sign-in", { origin }, SIGN_IN);
        assert.equal(response.status, 303, origin);
        const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token")) ?? "";
        assert.equal(/; Secure/i.test(cookie), origin.startsWith("https:"), cookie);
        assert.equal((await send("/desk", { cookie: cookieOf(response) })).status, 200);
      }
    }));

  it("and no third one does", () =>
    configured(both, async (_, send) => {
      for (const origin of ["https://ledger.intranet", "https://evil.example", "http://10.1.2.3:8080"])
        assert.equal((await send("/sign-in", { origin }, SIGN_IN)).status, 403, origin);
    }));
});

describe("no address configured", () => {
  it("takes the one the request was sent to, also behind a proxy that passes the host on (B49)", () =>
    configured([], async (_, send) => {
      const origin = "https://ledger.example.gov";
      const response = await send("/sign-in", { origin, host: "ledger.example.gov" }, SIGN_IN);
      assert.equal(response.status, 303);
      assert.equal((await send("/sign-in", { origin }, SIGN_IN)).status, 403);
    }));
});
