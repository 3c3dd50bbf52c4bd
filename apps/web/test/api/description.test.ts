// The description of the API is valid OpenAPI 3.1, names every address, and its examples are what the API answers.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { ENDPOINTS, type ApiDoor } from "../../src/api/endpoints.ts";
import { EXAMPLES } from "../../src/api/openapi.ts";
import { DOORS, type Door } from "../../src/doors.ts";
import { openWorld, type World } from "../pages/world.ts";
import { faultsOf, jsonOf, type Json } from "./asking.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

const DOORS_OF_API = Object.keys(ENDPOINTS) as ApiDoor[];

/** A real address for each door, with short answers. */
const PATHS: Readonly<Record<ApiDoor, string>> = {
  "GET /api": "/api",
  "GET /api/openapi.json": "/api/openapi.json",
  "GET /api/jurisdiction": "/api/jurisdiction",
  "GET /api/programmes": "/api/programmes",
  "GET /api/programmes/:code": "/api/programmes/2026",
  "GET /api/bodies": "/api/bodies?per=1",
  "GET /api/bodies/:code": "/api/bodies/justice-aid",
  "GET /api/commitments": "/api/commitments?body=court&standing=kept&per=1",
  "GET /api/commitments/:programme/:code": "/api/commitments/2026/FY-01",
  "GET /api/indicators": "/api/indicators?q=%E5%AE%A1%E7%90%86",
  "GET /api/indicators/:code": "/api/indicators/AID",
  "GET /api/observations": "/api/observations?indicator=AID&body=justice&from=2026-Q3&per=1",
  "GET /api/problems": "/api/problems?state=overdue",
  "GET /api/problems/:code": "/api/problems/2026-001",
  "GET /api/silence": "/api/silence?body=court",
  "GET /api/draws": "/api/draws?stage=planned",
  "GET /api/draws/:code": "/api/draws/2026-Q4-1",
  "GET /api/checks": "/api/checks?checkKind=single",
  "GET /api/checks/:code": "/api/checks/2026-001",
  "GET /api/findings": "/api/findings?check=2026-001",
  "GET /api/history": "/api/history?verb=observation.revised",
};

/** When a test's ledger was written differs from run to run; everything else is as it was answered. */
const WRITTEN = "2026-10-08T04:00:00.000Z";
const timeless = (answer: Json): Json =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    key === "recordedAt" ? WRITTEN : value,
  ) as Json;

describe("the description of the API", () => {
  it("is valid OpenAPI 3.1", async () => {
    const description = await jsonOf(world, "/api/openapi.json");
    const result = await new Validator().validate(structuredClone(description));
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(result.valid, true);
    assert.match(String(description["openapi"]), /^3\.1\./);
  });

  it("would be refused by the same validator if its parameters were no list", async () => {
    const description = structuredClone(await jsonOf(world, "/api/openapi.json")) as {
      paths: Record<string, { get: Record<string, unknown> }>;
    };
    const get = description.paths["/api/bodies"]?.get ?? {};
    get["parameters"] = "none";
    assert.equal((await new Validator().validate(description)).valid, false);
  });

  it("names every address that opens, and no other", async () => {
    const { paths } = await jsonOf(world, "/api/openapi.json");
    const open = (Object.keys(DOORS) as Door[]).filter((door) => /^GET \/api(?:$|\/)/.test(door));
    assert.deepEqual(
      Object.keys(paths as Json),
      open.map((door) => door.slice(4).replaceAll(/:([a-z]+)/g, "{$1}")),
    );
    const { addresses } = await jsonOf(world, "/api");
    assert.deepEqual(
      (addresses as Json[]).map(({ href }) => href),
      Object.keys(paths as Json),
    );
  });

  it("shows answers that were really given", async () => {
    const real: Record<string, unknown> = {};
    for (const door of DOORS_OF_API)
      if (door !== "GET /api" && door !== "GET /api/openapi.json")
        real[door] = { path: PATHS[door], answer: timeless(await jsonOf(world, PATHS[door])) };
    if (process.env["YINUO_WRITE_EXAMPLES"] !== undefined) write(real);
    assert.deepEqual(EXAMPLES, real, "YINUO_WRITE_EXAMPLES=1 writes them anew");
  });

  it("has a document whose examples were really given too", async () => {
    const document = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
    const shown = [...document.matchAll(/^GET (\S+)\n\n```json\n(.*?)^```$/gms)];
    assert.equal(shown.length, 3);
    for (const [, path = "", answer = ""] of shown) {
      const response = await world.get(path, { "accept-language": "en" });
      assert.deepEqual(JSON.parse(answer), timeless((await response.json()) as Json), path);
    }
    for (const door of DOORS_OF_API)
      assert.ok(document.includes(`\`${door.slice(4).replaceAll(/:([a-z]+)/g, "{$1}")}\``), door);
  });

  for (const door of DOORS_OF_API)
    it(`tells what ${door} answers`, async () => {
      assert.deepEqual(faultsOf(door, await jsonOf(world, PATHS[door])), []);
    });

  it("would not fit an answer with a key it does not name", async () => {
    const answer = await jsonOf(world, "/api/bodies/court");
    assert.notDeepEqual(faultsOf("GET /api/bodies/:code", { ...answer, account: "7" }), []);
  });

  it("fits every record of the ledger", async () => {
    for (const noun of [
      "commitments",
      "observations",
      "bodies",
      "indicators",
      "programmes",
      "history",
    ] as const) {
      const answer = await jsonOf(world, `/api/${noun}?per=200`);
      assert.deepEqual(faultsOf(`GET /api/${noun}`, answer), [], noun);
    }
  });
});

const write = (real: Readonly<Record<string, unknown>>): void =>
  writeFileSync(
    new URL("../../src/api/examples.json", import.meta.url),
    `${JSON.stringify(real, null, 2)}\n`,
  );
