// Posters for the service hall: the code leads to the record at the address the operator named, and the sheet says its day.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../../src/app.ts";
import { cutTo, roomOf, typeable } from "../../src/pages/posters/sheet.tsx";
import { readQr } from "./reading-qr.ts";
import { openWorld, type World } from "./world.ts";

const ORIGIN = "https://ledger.example.gov";
let world: World;
before(async () => {
  world = await openWorld({ origins: `${ORIGIN} http://ledger.intranet` });
});
after(() => world.close());

const codeOn = (html: string): string => /<svg[^>]*class="qr"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";

describe("a poster", () => {
  for (const [root, record] of [
    ["", "/commitments/2026/SF-03"],
    ["/en", "/commitments/2026/SF-03"],
    ["", "/bodies/water"],
    ["/en", "/bodies/justice-aid"],
  ] as const)
    it(`of ${root}${record} is read by a telephone, can be typed, and is linked from the record`, async () => {
      const html = await world.text(`${root}${record}/poster`);
      assert.equal(await readQr(codeOn(html)), `${ORIGIN}${root}${record}`);
      assert.match(html, new RegExp(`<span class="where">ledger\\.example\\.gov${root}${record}</span>`));
      assert.ok((await world.text(`${root}${record}`)).includes(`href="${root}${record}/poster"`));
      assert.match(html, /yinuo@example\.org/);
      assert.match(html, /<meta name="robots" content="noindex"/);
    });

  it("says who owes it, by when, and where it stood on which day", async () => {
    const html = (await world.text("/commitments/2026/SF-03/poster")).replaceAll(/<[^>]*>/g, " ");
    for (const said of [
      /法律援助申请当日受理/,
      /责任单位\s+县司法局/,
      /配合单位\s+县人民法院/,
      /完成时限\s+2026年12月31日\s+最初公布的时限是 2026年9月30日/,
      /已申报，未核查（截至 2026年10月15日）/,
      /本页按 2026年10月15日 的记录印制/,
      /示例数据/,
    ])
      assert.match(html, said);
  });

  it("of a body lists what is due first and counts the rest", async () => {
    const html = await world.text("/bodies/water/poster");
    assert.equal(html.match(/<li>[^<]*供水点|<li>[^<]*农村饮水/g)?.length, 8);
    assert.match(html, /另有 43 件，扫码查看/);
  });

  it("never leads to a host that somebody sent along", async () => {
    const app = createApp(world.deps);
    const response = await app.request("http://evil.example/bodies/water/poster", {
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    const html = await response.text();
    assert.doesNotMatch(html, /evil\.example/);
    assert.equal(await readQr(codeOn(html)), `${ORIGIN}/bodies/water`);
  });

  it("has no code while the ledger does not know its own address, and says what to do", async (t) => {
    const other = await openWorld();
    t.after(() => other.close());
    const html = await other.text("/bodies/water/poster");
    assert.equal(codeOn(html), "");
    assert.match(html, /YINUO_ORIGINS/);
    assert.doesNotMatch(html, /ledger\.test/);
  });

  for (const path of [
    "/commitments/2026/DRAFT-1/poster",
    "/commitments/2027/NEXT-1/poster",
    "/bodies/nobody/poster",
  ])
    it(`is not there for what is not public: ${path}`, async () => {
      assert.equal((await world.get(path)).status, 404);
    });
});

describe("words that fit a sheet", () => {
  it("an address is shown as one would type it", () => {
    assert.equal(typeable("https://a.example/bodies/%E6%B0%B4%E5%8A%A1"), "a.example/bodies/水务");
    assert.equal(typeable("http://a.intranet/x"), "http://a.intranet/x");
    assert.equal(typeable("https://a.example/%E6%B0"), "a.example/%E6%B0");
  });

  it("a text is cut between words, and says so", () => {
    assert.deepEqual(cutTo("全年完成", 4), { text: "全年完成", cut: false });
    assert.deepEqual(cutTo("全年完成改造", 4), { text: "全年完成…", cut: true });
    assert.deepEqual(cutTo("Renew all pipes", 6), { text: "Renew all…", cut: true });
    assert.ok(roomOf("全年") > roomOf("abc"));
  });
});
