// What the API answers: the records of the pages, in pages without gaps, to everybody, once, and never a draft.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { COLUMNS } from "@yinuo/tables";
import { createApp } from "../../src/app.ts";
import type { PageCache } from "../../src/page-cache.ts";
import { SECRET } from "../pages/steps.ts";
import { openWorld, type World } from "../pages/world.ts";
import { allPages, jsonOf, rowsAt, type Json } from "./asking.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

const codesAt = async (path: string): Promise<readonly unknown[]> =>
  rowsAt(await jsonOf(world, path), "commitments").map(({ code }) => code);

describe("a list of the API", () => {
  for (const noun of ["commitments", "observations", "bodies", "indicators", "programmes"] as const)
    for (const per of [1, 7, 200])
      it(`of ${noun}, ${per} at a time, gives every row exactly once`, async () => {
        const file = (await jsonOf(world, `/${noun}/download/json`))[noun] as Json[];
        const rows = await allPages(world, `/api/${noun}?per=${per}`, noun);
        assert.equal(rows.length, file.length);
        const { total } = await jsonOf(world, `/api/${noun}?per=${per}`);
        assert.equal(total, file.length);
        const keyOf = (row: Json) =>
          ["programme", "code", "indicator", "body", "period"].map((key) => row[key]).join("|");
        assert.deepEqual(rows.map(keyOf).toSorted(), file.map(keyOf).toSorted());
        assert.equal(new Set(rows.map(keyOf)).size, rows.length);
      });

  it("of commitments gives every row exactly once in every order", async () => {
    for (const sort of ["due", "code", "title", "completion", "recorded"])
      for (const order of ["asc", "desc"]) {
        const rows = await allPages(
          world,
          `/api/commitments?per=9&sort=${sort}&order=${order}`,
          "commitments",
        );
        assert.equal(new Set(rows.map(({ code }) => code)).size, 56, `${sort} ${order}`);
        assert.equal(rows.length, 56);
      }
  });

  it("of the history gives every entry exactly once, newest first", async () => {
    const rows = await allPages(world, "/api/history?per=11", "history");
    const seqs = rows.map(({ seq }) => Number(seq));
    assert.deepEqual(
      seqs,
      [...new Set(seqs)].toSorted((a, b) => b - a),
    );
    assert.equal(rows.length, rowsAt(await jsonOf(world, "/api/history?per=200"), "history").length);
  });

  it("leads on in its body and in its Link header, until nothing is left", async () => {
    const first = await world.get("/api/commitments?per=30&kind=commitment");
    const next = "/api/commitments?per=30&kind=commitment&page=2";
    assert.equal(((await first.json()) as Json)["next"], next);
    assert.match(first.headers.get("link") ?? "", new RegExp(`<${next.replaceAll("?", "\\?")}>; rel="next"`));
    const last = await world.get(next);
    assert.equal(((await last.json()) as Json)["next"], null);
    assert.doesNotMatch(last.headers.get("link") ?? "", /rel="next"/);
    assert.deepEqual(await codesAt("/api/commitments?page=99"), []);
  });

  const finds: readonly [string, readonly string[]][] = [
    ["?q=%E8%AF%89%E8%AE%BC", ["FY-01"]],
    ["?standing=overdue", ["FY-02"]],
    ["?standing=silent", ["FY-03", "SW-00"]],
    ["?kind=measure", ["FY-03"]],
    ["?indicator=PIPE", ["SW-00"]],
    ["?body=justice", ["FY-02", "SF-03"]],
    ["?body=court&kind=commitment&sort=code&order=desc", ["SF-03", "FY-04", "FY-02", "FY-01"]],
    ["?programme=2027", []],
    ["?programme=&standing=kept", ["FY-01"]],
  ];
  for (const [query, codes] of finds)
    it(`${query} finds ${codes.join(", ") || "nothing"}, as the page does`, async () => {
      assert.deepEqual(await codesAt(`/api/commitments${query}`), codes);
    });

  it("of figures is cut by indicator, body and days, a period being all its days", async () => {
    const periods = async (query: string) =>
      rowsAt(await jsonOf(world, `/api/observations?indicator=PIPE&${query}`), "observations").map(
        ({ period }) => period,
      );
    assert.deepEqual(await periods("from=2026-08"), ["2026-09", "2026-08"]);
    assert.deepEqual(await periods("to=2026-Q1"), ["2026-03", "2026-02", "2026-01"]);
    assert.deepEqual(await periods("from=2026-02-28&to=2026-03-30"), ["2026-02"]);
    assert.deepEqual(await periods("body=court"), []);
  });

  it("of the history is cut by record, verb, body and the day it was recorded", async () => {
    const entries = async (query: string) =>
      rowsAt(await jsonOf(world, `/api/history?per=200&${query}`), "history");
    assert.deepEqual(
      (await entries("programme=2026&commitment=FY-04")).map(({ verb }) => verb),
      ["commitment.withdrawn", "commitment.published"],
    );
    assert.deepEqual(
      (await entries("verb=observation.revised")).map(({ reason }) => reason),
      ["三月有一公里验收退回"],
    );
    assert.ok((await entries("body=court")).some(({ verb }) => verb === "commitment.verdict-given"));
    assert.ok((await entries("body=court")).every((entry) => !JSON.stringify(entry).includes("SW-01")));
    assert.ok((await entries("since=2020-01-01")).length > 100);
    assert.deepEqual(await entries("since=2120-01-01"), []);
  });
});

describe("a record of the API", () => {
  it("has the keys of its table, with null where there is nothing", async () => {
    const row = await jsonOf(world, "/api/commitments/2026/FY-03");
    for (const { key } of COLUMNS.commitments) assert.ok(key in row, key);
    assert.deepEqual([row["completion"], row["titleEn"], row["kind"]], [null, null, "measure"]);
    const july = rowsAt(
      await jsonOf(world, "/api/observations?indicator=DAYS&from=2026-07&to=2026-07"),
      "observations",
    );
    assert.deepEqual([july[0]?.["value"], july[0]?.["notCollected"]], [null, true]);
  });

  it("says how a commitment stands, how far it is, and what it rests on", async () => {
    const row = await jsonOf(world, "/api/commitments/2026/SF-03");
    assert.deepEqual(
      [row["standing"], row["firstDue"], row["due"]],
      ["declared", "2026-09-30", "2026-12-31"],
    );
    const file = (await jsonOf(world, "/commitments/download/json?q=SF-03"))["commitments"] as Json[];
    assert.equal(row["completion"], file[0]?.["completion"]);
    assert.equal(rowsAt(row, "targets").length, 2);
    assert.equal(rowsAt(row, "milestones")[0]?.["doneOn"], "2026-02-27");
    assert.equal(rowsAt(row, "progress").length, 1);
    for (const { href } of rowsAt(row, "evidence")) assert.equal((await world.get(String(href))).status, 200);
    const verdict = (await jsonOf(world, "/api/commitments/2026/FY-01"))["verdict"] as Json;
    assert.deepEqual([verdict["conclusion"], verdict["body"]], ["kept", "inspection"]);
  });

  it("leads to its public page in both languages", async () => {
    for (const path of ["/api/commitments/2026/SF-03", "/api/bodies/court", "/api/indicators/AID"])
      for (const page of Object.values((await jsonOf(world, path))["page"] as Json))
        assert.equal((await world.get(String(page))).status, 200);
  });
});

describe("an answer of the API", () => {
  it("may be read by any site, also after asking first", async () => {
    const elsewhere = { origin: "https://example.org" };
    for (const path of ["/api", "/api/bodies", "/api/nothing", "/api/bodies?page=x"])
      assert.equal((await world.get(path, elsewhere)).headers.get("access-control-allow-origin"), "*", path);
    const app = createApp(world.deps);
    const asked = await app.request("http://ledger.test/api/commitments/2026/SF-03", {
      method: "OPTIONS",
      headers: { ...elsewhere, "access-control-request-method": "GET" },
    });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get("access-control-allow-methods"), "GET, HEAD, OPTIONS");
    assert.match(asked.headers.get("access-control-allow-headers") ?? "", /If-None-Match/);
  });

  it("cannot be written to", async () => {
    const app = createApp(world.deps);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const headers = { host: "ledger.test", origin: "http://ledger.test" };
      const response = await app.request("http://ledger.test/api/bodies", { method, headers });
      assert.equal(response.status, 405);
    }
  });

  it("is not sent again while it is the same", async () => {
    const first = await world.get("/api/bodies");
    const etag = first.headers.get("etag") ?? "";
    assert.match(etag, /^"[\w-]+"$/);
    const again = await world.get("/api/bodies", { "if-none-match": etag });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    assert.equal(again.headers.get("access-control-allow-origin"), "*");
    assert.equal((await world.get("/api/indicators", { "if-none-match": etag })).status, 200);
  });

  it("is kept like a page, and a refusal is not", async () => {
    const kept: string[] = [];
    const pages: PageCache = {
      stamp: () => "1",
      serve: () => false,
      keep: async ({ address }, response) => {
        kept.push(address);
        return response;
      },
    };
    const app = createApp({ ...world.deps, pages });
    for (const path of ["/api", "/api/bodies?per=2", "/api/bodies/none", "/api/bodies?per=0"])
      await (await app.request(`http://ledger.test${path}`)).arrayBuffer();
    assert.deepEqual(kept, ["/api", "/api/bodies?per=2"]);
  });

  it("says when the ledger is an invented one", async () => {
    for (const path of ["/api/commitments", "/api/bodies/court", "/api/jurisdiction", "/api/history"])
      assert.equal((await jsonOf(world, path))["sample"], true, path);
  });
});

describe("a refusal of the API", () => {
  const ZH = { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" };
  const EN = { "accept-language": "de, en-GB;q=0.7, zh;q=0.2" };
  const refused = async (path: string, headers: Record<string, string>): Promise<Json> => {
    const response = await world.get(path, headers);
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
    const said = (await response.json()) as Json;
    assert.equal(said["status"], response.status);
    return said;
  };

  it("names the parameter, the value and what was expected, in the language asked for", async () => {
    const zh = await refused("/api/observations?from=%E6%98%A8%E5%A4%A9", ZH);
    assert.deepEqual([zh["status"], zh["title"], zh["parameter"]], [400, "请求有误", "from"]);
    assert.equal(
      zh["detail"],
      "参数 from 的值“昨天”读不懂：应为日期或期间，例如 2026-09-30、2026-09、2026-Q3。",
    );
    const en = await refused("/api/commitments?per=201", EN);
    assert.equal(
      en["detail"],
      "“201” cannot be read as parameter per: it should be a whole number from 1 to 200.",
    );
    assert.match(
      String((await refused("/api/commitments?standing=draft", EN))["detail"]),
      /one of kept, partlyKept/,
    );
    assert.equal((await refused("/api/bodies?page=-1", {}))["title"], "请求有误");
  });

  it("answers a misspelt parameter with those there are, not with everything", async () => {
    const { status, detail } = await refused("/api/observations?indicatr=AID", EN);
    assert.equal(status, 400);
    assert.equal(
      detail,
      "There is no parameter indicatr. This address takes: indicator, body, from, to, page, per.",
    );
  });

  for (const path of [
    "/api/nothing",
    "/api/bodies/none",
    "/api/programmes/2027",
    "/api/commitments/2026/DRAFT-1",
    "/api/commitments/2027/NEXT-1",
    "/api/auth/get-session",
  ])
    it(`says that ${path} is not there`, async () => {
      const { status, instance } = await refused(path, EN);
      assert.deepEqual([status, instance], [404, path]);
    });

  it("waits for the first set-up", async (t) => {
    const empty = await openWorld({ empty: true });
    t.after(() => empty.close());
    const response = await empty.get("/api/bodies", EN);
    assert.deepEqual([response.status, ((await response.json()) as Json)["title"]], [503, "Not set up yet"]);
  });
});

describe("nothing in the API", () => {
  it("is a draft, an unpublished programme, or an account", async () => {
    const accounts = await world.store.db.selectFrom("history").select("account").distinct().execute();
    const named = accounts.map(({ account }) => account).filter((one) => one !== null);
    assert.ok(named.length > 0);
    for (const path of [
      "/api/commitments?per=200",
      `/api/commitments?q=${encodeURIComponent(SECRET)}`,
      "/api/commitments?programme=2027",
      "/api/programmes",
      "/api/history?per=200",
      "/api/history?programme=2027",
      "/api/history?verb=commitment.drafted",
      "/api/history?programme=2026&commitment=DRAFT-1",
      "/api/commitments/2026/SF-03",
      "/api/openapi.json",
    ]) {
      const text = await world.text(path);
      assert.doesNotMatch(text, new RegExp(`${SECRET}|DRAFT-1|NEXT-1`), path);
      assert.doesNotMatch(text, /"account"|"actorRole"|"batch"|"email"/, path);
    }
  });
});
