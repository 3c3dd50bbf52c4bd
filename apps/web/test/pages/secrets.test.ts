// What is not published is nowhere: not in a list, a search, a file, the history, at its address, or as evidence.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { shaOf } from "./ledger-commitments.ts";
import { SECRET } from "./steps.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

const searched = encodeURIComponent(SECRET);
const HIDES: readonly string[] = [
  "/",
  "/?programme=2027",
  `/commitments?q=${searched}`,
  "/commitments?q=DRAFT",
  "/commitments?standing=draft",
  "/commitments?programme=2027",
  "/commitments?body=court",
  "/bodies",
  "/bodies/court",
  "/indicators",
  "/method",
  "/history",
  "/history?programme=2027",
  "/history?kind=commitment&body=court",
  "/history?kind=evidence",
  "/commitments/2026/SF-03",
  "/commitments/download/json?programme=2027",
  "/commitments/download/json?standing=draft",
  "/commitments/download/csv",
  "/targets/download/json?programme=2027&commitment=NEXT-1",
  "/milestones/download/csv?programme=2026&commitment=DRAFT-1",
  "/observations/download/json?programme=2026&commitment=DRAFT-1",
  "/programmes/download/json",
];

describe("a draft and an unpublished programme", () => {
  for (const path of HIDES)
    it(`are not in ${decodeURIComponent(path)}`, async () => {
      const response = await world.get(path);
      assert.equal(response.status, 200);
      // What was searched for stands in the search field and its chip, and nowhere else.
      const body = (await response.text()).replaceAll(
        /value="[^"]*"|<a href="[^"]*">(?:<[^>]*>[^<]*<\/[^>]*>)?“[^”]*”/g,
        "",
      );
      assert.doesNotMatch(body, new RegExp(`${SECRET}|DRAFT-1|NEXT-1`));
    });

  for (const path of [
    "/commitments/2026/DRAFT-1",
    "/commitments/2026/DRAFT-1/history",
    "/commitments/2027/NEXT-1",
    "/commitments/2027/NEXT-1/history",
  ])
    it(`cannot be opened at ${path}`, async () => {
      const response = await world.get(path);
      assert.equal(response.status, 404);
      assert.doesNotMatch(await response.text(), new RegExp(SECRET));
    });

  it("keep their evidence to themselves", async () => {
    const name = `${SECRET}.pdf`;
    const path = `/evidence/${shaOf(`<script>${name}</script>`)}/${encodeURIComponent(name)}`;
    assert.ok(await world.deps.files.open(shaOf(`<script>${name}</script>`)), "the file is there");
    assert.equal((await world.get(path)).status, 404);
  });
});

describe("an evidence file", () => {
  const evidenceOn = async (ending: string): Promise<string> => {
    const links = [...(await world.text("/commitments/2026/SF-03")).matchAll(/href="(\/evidence\/[^"]+)"/g)];
    const found = links
      .map(([, href]) => (href ?? "").replaceAll("&#39;", "'"))
      .find((href) => href.endsWith(ending));
    assert.ok(found);
    return found;
  };

  it("that a browser could run is handed over as a download without rights", async () => {
    const response = await world.get(await evidenceOn(".html"));
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-disposition") ?? "", /^attachment; /);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(response.headers.get("content-security-policy") ?? "", /sandbox/);
  });

  it("that is a photograph is shown, under the name it was given", async () => {
    const response = await world.get(await evidenceOn(".jpg"));
    assert.equal(response.headers.get("content-type"), "image/jpeg");
    assert.equal(
      response.headers.get("content-disposition"),
      `inline; filename="__ __'1'.jpg"; filename*=UTF-8''${encodeURIComponent("窗口 照片'1'.jpg").replaceAll("'", "%27")}`,
    );
    assert.match(response.headers.get("cache-control") ?? "", /^no-cache/);
  });

  it("has a small picture for slow lines", async () => {
    const path = await evidenceOn(".jpg");
    const [whole, small] = await Promise.all([world.get(path), world.get(`${path}?thumb`)]);
    assert.equal(small.headers.get("content-type"), "image/webp");
    assert.ok((await small.arrayBuffer()).byteLength < (await whole.arrayBuffer()).byteLength);
  });

  it("under another name, or with another hash, is not there", async () => {
    const path = await evidenceOn(".jpg");
    assert.equal((await world.get(path.replace(/[^/]+$/, "other.jpg"))).status, 404);
    assert.equal((await world.get(`/evidence/${"0".repeat(64)}/x.jpg`)).status, 404);
    assert.equal((await world.get("/evidence/..%2f..%2fsecret/x")).status, 404);
  });
});
