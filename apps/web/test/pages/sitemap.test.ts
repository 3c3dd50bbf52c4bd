// What search engines and shared links are told: every public address in both languages, and nothing that tracks.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWorld, type World } from "./world.ts";

const ORIGIN = "https://ledger.example.gov";
let world: World;
before(async () => {
  world = await openWorld({ origins: ORIGIN });
});
after(() => world.close());

const locations = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => (loc ?? "").replaceAll("&apos;", "'"));

describe("the site map", () => {
  it("names every public record in both languages, and each address opens", async () => {
    const response = await world.get("/sitemap.xml");
    assert.match(response.headers.get("content-type") ?? "", /^application\/xml/);
    const found = locations(await response.text());
    assert.equal(new Set(found).size, found.length);
    const commitments = found.filter((one) => /\.gov\/commitments\/2026\//.test(one));
    assert.equal(commitments.length, 56);
    for (const path of ["/", "/en", "/bodies/court", "/en/indicators/AID", "/corrections", "/en/changes"])
      assert.ok(found.includes(`${ORIGIN}${path}`), path);
    const some = found.filter((one) => !/SW-(?!00)/.test(one));
    for (const address of some)
      assert.equal((await world.get(address.slice(ORIGIN.length))).status, 200, address);
  });

  it("says of each where the other language is and when it last changed", async () => {
    const xml = await world.text("/sitemap.xml");
    const [own = ""] = /<url><loc>[^<]*\/en\/commitments\/2026\/SF-03<.*?<\/url>/.exec(xml) ?? [];
    assert.match(own, /hreflang="zh-CN" href="https:\/\/ledger\.example\.gov\/commitments\/2026\/SF-03"/);
    assert.match(own, /hreflang="en" href="https:\/\/ledger\.example\.gov\/en\/commitments\/2026\/SF-03"/);
    assert.match(own, /<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/);
  });

  it("names no draft, no desk and nothing that is not a page", async () => {
    assert.doesNotMatch(await world.text("/sitemap.xml"), /DRAFT-1|NEXT-1|desk|sign-in|\/api|health/);
    assert.equal((await world.get("/sitemap.xml?part=2")).status, 404);
    assert.equal((await world.get("/sitemap.xml?part=x")).status, 404);
  });

  it("is found through robots.txt, which asks to leave the desk alone", async () => {
    const text = await world.text("/robots.txt");
    assert.match(text, /^Sitemap: https:\/\/ledger\.example\.gov\/sitemap\.xml$/m);
    for (const path of ["/desk", "/en/desk", "/sign-in", "/setup"])
      assert.match(text, new RegExp(`^Disallow: ${path}$`, "m"));
    assert.doesNotMatch(text, /^Disallow: \/$/m);
  });

  it("is not kept under a host name that anybody may have sent", async (t) => {
    const other = await openWorld();
    t.after(() => other.close());
    for (const path of ["/sitemap.xml", "/robots.txt"])
      assert.match((await other.get(path)).headers.get("cache-control") ?? "", /no-store/);
    assert.doesNotMatch(await other.text("/bodies"), /og:url/);
  });
});

describe("a shared link", () => {
  const metaOf = async (path: string) =>
    Object.fromEntries(
      [...(await world.text(path)).matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(
        ([, name, content]) => [name, content],
      ),
    );

  it("shows title, description, language and address of the page", async () => {
    const zh = await metaOf("/commitments/2026/SF-03");
    assert.equal(zh["og:title"], "法律援助申请当日受理，三个工作日内指派律师");
    assert.equal(zh["og:description"], "经济困难的当事人申请法律援助，当日受理。");
    assert.deepEqual(
      [zh["og:locale"], zh["og:locale:alternate"], zh["og:site_name"], zh["twitter:card"]],
      ["zh_CN", "en_GB", "示例县承诺台账", "summary"],
    );
    assert.equal(zh["og:url"], `${ORIGIN}/commitments/2026/SF-03`);
    const en = await metaOf("/en/bodies");
    assert.deepEqual([en["og:title"], en["og:locale"]], ["Bodies", "en_GB"]);
  });

  it("loads nothing from elsewhere, and markup in a title stays text", async () => {
    const html = await world.text("/commitments/2026/FY-02");
    assert.doesNotMatch(html, /og:image|twitter:site|<script/);
    assert.match(html, /property="og:title" content="&lt;script&gt;/);
  });

  it("to a page that is not there shows nothing", async () => {
    assert.doesNotMatch(await world.text("/commitments/2026/DRAFT-1"), /og:/);
    assert.doesNotMatch(await world.text("/sign-in"), /og:/);
  });
});
