// Every public page answers in both languages, light, without a script, and says what it should.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { createApp } from "../../src/app.ts";
import { styles } from "../../src/styles.ts";
import { openWorld, type World } from "./world.ts";

const PAGES = [
  "/",
  "/?programme=2026",
  "/commitments",
  "/commitments?q=%E6%94%B9%E9%80%A0&sort=title&order=desc&page=2",
  "/commitments?q=nothing-like-it",
  "/commitments/2026/SF-03",
  "/commitments/2026/SF-03/history",
  "/commitments/2026/SF-03/poster",
  "/commitments/2026/FY-01",
  "/commitments/2026/FY-02",
  "/commitments/2026/FY-03",
  "/commitments/2026/FY-04",
  "/commitments/2026/SW-00",
  "/bodies",
  "/bodies/court",
  "/bodies/justice",
  "/bodies/water/poster",
  "/bodies/inspection",
  "/indicators",
  "/indicators?q=%E5%AE%A1%E7%90%86&body=court",
  "/indicators/AID",
  "/indicators/AID?body=justice-aid",
  "/indicators/DAYS",
  "/indicators/OPEN",
  "/indicators/PIPE",
  "/method",
  "/data",
  "/history",
  "/history?kind=observation&body=court",
  "/problems/rounds",
  "/problems/rounds/2026-10",
  "/silence",
  "/silence?body=court&sort=kind",
  "/corrections",
  "/corrections?kind=amended&body=court",
  "/changes",
  "/changes?since=2026-01-01&body=water",
  "/accessibility",
];
const ADDRESSES = PAGES.flatMap((path) => [
  path,
  `/en${path === "/" ? "" : path.startsWith("/?") ? path.slice(1) : path}`,
]);

/** HTML and CSS together, compressed. */
const MOST_BYTES = 30 * 1024;

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

describe("every public page", () => {
  for (const address of ADDRESSES)
    it(`${address} opens, weighs at most 30 KB with its style, and has no script and no style attribute`, async () => {
      const response = await world.get(address);
      assert.equal(response.status, 200);
      const html = await response.text();
      const bytes = gzipSync(html).length + gzipSync(styles.bytes).length;
      assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
      assert.doesNotMatch(html, /<script|\sstyle=|\son[a-z]+=(?!alert)|javascript:/i);
      assert.match(html, new RegExp(`<html lang="${address.startsWith("/en") ? "en" : "zh-CN"}"`));
      assert.equal(html.match(/<h1/g)?.length, 1);
      assert.equal(response.headers.get("cache-control"), "public, max-age=0, must-revalidate");
      assert.doesNotMatch(html, /undefined|NaN|\[object|Infinity/);
    });

  it("is the same for somebody who carries a cookie", async () => {
    const anonymous = await world.text("/commitments/2026/SF-03");
    const signedIn = await world.get("/commitments/2026/SF-03", { cookie: "yinuo.session_token=abc" });
    assert.equal(await signedIn.text(), anonymous);
  });

  it("names its own address and its other language, with the query", async () => {
    const response = await world.get("/en/commitments?q=aid&page=1");
    const link = response.headers.get("link") ?? "";
    assert.match(link, /<\/en\/commitments\?q=aid&page=1>; rel="canonical"/);
    assert.match(link, /<\/commitments\?q=aid&page=1>; rel="alternate"; hreflang="zh-CN"/);
    assert.match(await response.text(), /href="\/commitments\?q=aid&amp;page=1"/);
  });

  it("links only to pages that exist", async () => {
    const links = new Set<string>();
    for (const address of ADDRESSES)
      for (const [, href] of (await world.text(address))
        .replaceAll("&#39;", "'")
        .matchAll(/href="(\/[^"#]*)/g))
        links.add((href ?? "").replaceAll("&amp;", "&"));
    for (const href of links) {
      if (/^(\/en)?\/(desk|sign-in)/.test(href)) continue;
      const response = await world.get(href);
      assert.equal(response.status, 200, href);
      await response.arrayBuffer();
    }
  });
});

describe("what is not there", () => {
  const missing = [
    "/nothing",
    "/commitments/2026/XX-99",
    "/commitments/1999/SF-03",
    "/bodies/nobody",
    "/indicators/NONE",
    "/commitments/download/exe",
    "/indicators/NONE/download/csv",
  ];
  for (const path of missing)
    it(`${path} is said to be missing in the reader's language`, async () => {
      const zh = await world.get(path);
      assert.equal(zh.status, 404);
      assert.match(await zh.text(), /没有找到这一页/);
      const en = await world.get(`/en${path}`);
      assert.equal(en.status, 404);
      assert.match(await en.text(), /This page was not found/);
    });

  it("does not keep a new ledger from answering: a form from elsewhere is refused in words before the set-up", async () => {
    const empty = await openWorld({ empty: true });
    assert.equal((await empty.get("/en/commitments")).headers.get("location"), "/en/setup");
    const app = createApp(empty.deps);
    const response = await app.request("http://ledger.test/en/setup", {
      method: "POST",
      headers: { host: "ledger.test", origin: "https://evil.example" },
    });
    assert.equal(response.status, 403);
    assert.match(await response.text(), /<html lang="en"[\s\S]*It came from https:\/\/evil\.example/);
    await empty.close();
  });
});

describe("a page kept in memory", () => {
  it("is kept as it was sent, with the headers that protect it, and only when public", async () => {
    const kept = new Map<string, Headers>();
    const app = createApp({
      ...world.deps,
      pages: {
        stamp: () => "1",
        serve: () => false,
        keep: async ({ address }, response) => {
          kept.set(address, response.headers);
          return response;
        },
      },
    });
    for (const path of ["/", "/en/bodies?x=1", "/nothing", "/health", "/sign-in", "/desk"])
      await (await app.request(`http://ledger.test${path}`)).arrayBuffer();
    assert.deepEqual([...kept.keys()], ["/", "/en/bodies?x=1"]);
    for (const headers of kept.values())
      assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
  });
});
