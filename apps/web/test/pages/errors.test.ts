// What went wrong is said with the right status, in the reader's language, with a way on, and never with its cause.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../../src/app.ts";
import { methodsOf } from "../../src/doors.ts";
import { askedFor, distance } from "../../src/pages/near.ts";
import { startingApp } from "../../src/starting.tsx";
import { SECRET } from "./steps.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<main[\s\S]*<\/main>/g)].flatMap(([main]) =>
    [...main.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href ?? ""),
  );

describe("an address that leads nowhere", () => {
  for (const [path, near] of [
    ["/commitments/2026/SF-3", "/commitments/2026/SF-03"],
    ["/commitments/2025/SF-03", "/commitments/2026/SF-03"],
    ["/commitments/2026/sf-03", "/commitments/2026/SF-03"],
    ["/en/commitments/2026/FY-1/history", "/en/commitments/2026/FY-01"],
    ["/bodies/wator", "/bodies/water"],
    ["/bodies/%E6%B3%95%E9%99%A2", "/bodies/court"],
    ["/indicators/PIPES", "/indicators/PIPE"],
    ["/%E6%B3%95%E5%BE%8B%E6%8F%B4%E5%8A%A9", "/commitments/2026/SF-03"],
  ] as const)
    it(`${decodeURIComponent(path)} names what was nearly asked for, and how to search`, async () => {
      const response = await world.get(path);
      assert.equal(response.status, 404);
      const html = await response.text();
      assert.ok(linksOf(html).includes(near), linksOf(html).join(" "));
      assert.match(html, /<form method="get" action="(\/en)?\/commitments" role="search">/);
      assert.ok(linksOf(html).some((href) => href.endsWith("/corrections")));
    });

  it("never leads to what is not public", async () => {
    for (const path of [
      "/commitments/2026/DRAFT-2",
      "/commitments/2027/NEXT-2",
      `/${encodeURIComponent(SECRET)}`,
    ]) {
      const html = (await world.text(path)).replaceAll(/value="[^"]*"/g, "");
      assert.doesNotMatch(html, new RegExp(`DRAFT-1|NEXT-1|${SECRET}`));
    }
  });

  it("reads the code or the words out of an address, whatever it holds", () => {
    assert.deepEqual(askedFor("/en/commitments/2026/A-1/poster"), { noun: "commitments", text: "A-1" });
    assert.deepEqual(askedFor("/bodies"), { noun: "bodies", text: "bodies" });
    assert.deepEqual(askedFor("/x/%E0%A4%A"), { noun: "x", text: "%E0%A4%A" });
    assert.equal(distance("SF-3", "SF-03"), 1);
    assert.equal(distance("", "abc"), 3);
  });
});

describe("a method that an address does not take", () => {
  const send = (path: string, method: string) =>
    createApp(world.deps).request(`http://ledger.test${path}`, {
      method,
      headers: { host: "ledger.test", origin: "http://ledger.test" },
    });

  for (const [path, method, allow] of [
    ["/commitments", "POST", "GET, HEAD"],
    ["/en/bodies/water", "DELETE", "GET, HEAD"],
    ["/sign-out", "GET", "POST"],
    ["/api/bodies", "PUT", "GET, HEAD, OPTIONS"],
  ] as const)
    it(`${method} ${path} is answered 405 with those it takes`, async () => {
      const response = await send(path, method);
      assert.equal(response.status, 405);
      assert.equal(response.headers.get("allow"), allow);
      assert.match(await response.text(), new RegExp(method));
    });

  it("an address without any door is not there, whatever the method", async () => {
    assert.deepEqual(methodsOf("/nothing"), []);
    assert.equal((await send("/nothing", "POST")).status, 404);
  });
});

describe("a fault of ours", () => {
  const broken = (answers: boolean) => {
    const lines: Record<string, unknown>[] = [];
    const store = {
      ...world.store,
      db: new Proxy(world.store.db, {
        get: () => {
          throw new Error("password of the database is geheim");
        },
      }),
      answers: async () => answers,
    };
    const app = createApp({ ...world.deps, store, log: (line) => void lines.push(line) });
    return { app, lines };
  };

  for (const path of ["/commitments", "/en/bodies/water"])
    it(`on ${path} has a number that is in the log, and tells nothing else`, async () => {
      const { app, lines } = broken(true);
      const response = await app.request(`http://ledger.test${path}`);
      assert.equal(response.status, 500);
      const html = await response.text();
      const incident = /<code>([0-9a-f]{8})<\/code>/.exec(html)?.[1];
      const line = lines.find((one) => one["incident"] === incident);
      assert.match(String(line?.["problem"]), /geheim/);
      assert.doesNotMatch(html, /geheim|Error|at .*\.ts/);
      assert.equal(response.headers.get("cache-control"), "no-store");
    });

  it("in the API is a problem with the same number (RFC 9457)", async () => {
    const { app, lines } = broken(true);
    const response = await app.request("http://ledger.test/api/bodies", {
      headers: { "accept-language": "en" },
    });
    assert.equal(response.status, 500);
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
    const said = (await response.json()) as Record<string, unknown>;
    assert.deepEqual([said["status"], said["instance"]], [500, "/api/bodies"]);
    assert.ok(lines.some((line) => line["incident"] === said["incident"]));
    assert.doesNotMatch(JSON.stringify(said), /geheim/);
  });

  it("is called unavailable while the database does not answer, with when to come back", async () => {
    for (const path of ["/", "/en", "/api/bodies"]) {
      const response = await broken(false).app.request(`http://ledger.test${path}`);
      assert.equal(response.status, 503, path);
      assert.equal(response.headers.get("retry-after"), "30");
    }
  });
});

describe("while the ledger starts", () => {
  it("pages, programs and health are told so, each in their own way", async () => {
    const app = startingApp();
    const page = await app.request("/en/commitments/2026/SF-03");
    assert.equal(page.status, 503);
    assert.equal(page.headers.get("retry-after"), "30");
    assert.match(await page.text(), /<html lang="en"[\s\S]*try again in half a minute/);
    const api = await app.request("/api/bodies");
    assert.equal(api.status, 503);
    assert.match(api.headers.get("content-type") ?? "", /problem\+json/);
    assert.equal((await app.request("/health")).status, 503);
  });
});
