// The staff of the small invented ledger, each with a browser of their own that keeps its cookies.

import { randomBytes, randomUUID, scryptSync } from "node:crypto";
import { accountId, type Role } from "@yinuo/core";
import { todayIn } from "@yinuo/period";
import { addAccount } from "@yinuo/store";
import { createApp } from "../../src/app.ts";
import { createAuth, passwordHash, type Hashing } from "../../src/auth.ts";
import type { Config } from "../../src/config.ts";
import type { Deps } from "../../src/site.ts";
import { openWorld, type World } from "../pages/world.ts";

export const PASSWORD = "一句很长的密码 for tests";
export const HOST = "ledger.test";

const ACCOUNTS = [
  ["steward", "steward", undefined],
  ["justice", "officer", "justice"],
  ["court", "officer", "court"],
  ["water", "officer", "water"],
  ["inspector", "inspector", "inspection"],
  ["editor", "editor", undefined],
] as const satisfies readonly (readonly [string, Role, string | undefined])[];

export type Who = (typeof ACCOUNTS)[number][0];

type Fields = Readonly<Record<string, string | Blob | readonly string[]>>;
type More = { readonly headers?: Readonly<Record<string, string>>; readonly address?: string };

export type Browser = {
  readonly get: (path: string, more?: More) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  /** As a browser does: multipart when there is a file, from a page of the ledger itself unless told otherwise. */
  readonly post: (path: string, fields: Fields, more?: More) => Promise<Response>;
  readonly cookies: Map<string, string>;
};

export type Staff = {
  readonly world: World;
  readonly deps: Deps;
  readonly browser: (as?: Who) => Promise<Browser>;
  readonly close: () => Promise<void>;
  /** The app's clock moves on. */
  readonly later: (milliseconds: number) => void;
};

type Wish = {
  readonly config?: Partial<Config>;
  readonly empty?: boolean;
  readonly host?: string;
  /** To see how often it is asked. */
  readonly hashing?: Hashing;
};

/** Some hundred sign-ins of the tests need not be slow to guess; the real one is tested with the whole program. */
export const QUICK: Hashing = {
  hash: async (password) => {
    const salt = randomBytes(8).toString("hex");
    return `${salt}:${quick(password, salt)}`;
  },
  verify: async ({ hash, password }) => {
    const [salt = "", kept] = hash.split(":");
    return quick(password, salt) === kept;
  },
  derive: async (password, salt) => scryptSync(password, salt, 32, { N: 16, r: 1 }),
};

const quick = (password: string, salt: string): string =>
  scryptSync(password.normalize("NFKC"), salt, 16, { N: 16, r: 1 }).toString("hex");

export const openStaff = async (wish: Wish = {}): Promise<Staff> => {
  const { config = {}, empty = false, host = HOST, hashing = QUICK } = wish;
  const world = await openWorld({ empty });
  let passed = 0;
  const deps: Deps = {
    ...world.deps,
    auth: createAuth({ db: world.store.db, secret: "x".repeat(40), origins: [], https: false, hashing }),
    config: { ...world.deps.config, ...config },
    now: () => new Date(world.deps.now().getTime() + passed),
  };
  if (!empty) await addStaff(deps);
  const app = createApp(deps);
  const scheme = config.origins?.[0]?.startsWith("https") ? "https" : "http";
  const send = async (path: string, init: RequestInit, address = "198.51.100.7"): Promise<Response> =>
    app.request(`${scheme}://${host}${path}`, init, { incoming: { socket: { remoteAddress: address } } });
  return {
    world,
    deps,
    close: world.close,
    later: (milliseconds) => void (passed += milliseconds),
    browser: async (as) => {
      const browser = browse(send, { host, origin: `${scheme}://${host}` });
      if (as === undefined) return browser;
      const response = await browser.post("/sign-in", { email: emailOf(as), password: PASSWORD });
      if (response.status !== 303)
        throw new Error(`${as} is not signed in: ${response.status} ${await response.text()}`);
      return browser;
    },
  };
};

export const emailOf = (who: Who): string => `${who}@example.org`;

const addStaff = async ({ store, now, auth }: Deps): Promise<void> => {
  const hash = await passwordHash(PASSWORD, auth);
  const context = {
    by: { account: accountId("first"), role: "steward", inspects: false },
    today: todayIn(now(), "Asia/Shanghai"),
  } as const;
  for (const [who, role, body] of ACCOUNTS) {
    const input = { name: `${who} 的账号`, email: emailOf(who), role, body };
    const added = await addAccount(
      store.db,
      { input, id: accountId(randomUUID()), passwordHash: hash },
      context,
    );
    if (!added.ok) throw new Error(JSON.stringify(added.error));
  }
};

type Send = (path: string, init: RequestInit, address?: string) => Promise<Response>;

const browse = (send: Send, own: { readonly host: string; readonly origin: string }): Browser => {
  const cookies = new Map<string, string>();
  const request = async (
    path: string,
    init: RequestInit,
    { headers = {}, address }: More,
  ): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await send(path, { ...init, headers: { host: own.host, cookie, ...headers } }, address);
    for (const one of response.headers.getSetCookie()) {
      const [pair = ""] = one.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(one)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const get: Browser["get"] = (path, more = {}) => request(path, {}, more);
  return {
    cookies,
    get,
    text: async (path) => (await get(path)).text(),
    post: (path, fields, more = {}) =>
      request(
        path,
        { method: "POST", body: bodyOf(fields) },
        { ...more, headers: { origin: own.origin, ...more.headers } },
      ),
  };
};

const bodyOf = (fields: Fields): FormData | URLSearchParams => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" || value instanceof Blob
      ? [[name, value] as const]
      : value.map((one) => [name, one] as const),
  );
  const body = pairs.some(([, value]) => value instanceof Blob) ? new FormData() : new URLSearchParams();
  for (const [name, value] of pairs) {
    if (body instanceof FormData && value instanceof File) body.append(name, value, value.name);
    else body.append(name, value as string);
  }
  return body;
};

/** What a form shown again would send: every field of the page's main form with its value. */
export const fieldsOn = (html: string): Record<string, string> => {
  const fields: Record<string, string> = {};
  const plain = (text: string) =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const type = / type="([^"]*)"/.exec(tag)?.[1] ?? "text";
    const ticked = type !== "checkbox" || / checked/.test(tag);
    if (name !== undefined && type !== "file" && ticked)
      fields[name] = plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", text = ""] of html.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    fields[name] = plain(text);
  for (const [, name = "", options = ""] of html.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = plain(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  return fields;
};
