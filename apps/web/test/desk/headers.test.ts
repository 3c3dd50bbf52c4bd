// What every answer says to the browser about itself, whoever asks and whatever the door.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../../src/app.ts";
import { DOORS, type Door } from "../../src/doors.ts";
import { styles } from "../../src/styles.ts";
import { openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let nobody: Browser;
let steward: Browser;
before(async () => {
  staff = await openStaff();
  nobody = await staff.browser();
  steward = await staff.browser("steward");
});
after(() => staff.close());

const PUBLIC = (Object.keys(DOORS) as Door[]).filter(
  (door) => door.startsWith("GET ") && DOORS[door] === "anyone",
);
const DESK = (Object.keys(DOORS) as Door[]).filter(
  (door) => door.startsWith("GET /desk") && !door.includes(":"),
);
const pathOf = (door: Door): string => door.slice(4).replaceAll(/:[a-z0-9]+/gi, "none");

describe("every public answer, found or not", () => {
  for (const path of [...PUBLIC.map(pathOf), styles.path, "/favicon.svg", "/no-such-page"])
    it(`of ${path} has a policy, and a type that is not guessed`, async () => {
      const { headers } = await nobody.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.match(headers.get("referrer-policy") ?? "", /^(same-origin|no-referrer)$/);
      const type = headers.get("content-type") ?? "";
      if (/^text\/|xml|javascript/.test(type)) assert.match(type, /charset=utf-8/i);
      assert.equal(headers.get("set-cookie"), null);
    });
});

describe("a page", () => {
  for (const path of ["/", "/en/commitments", "/no-such-page"])
    it(`(${path}) is in no frame, and loads from nowhere else`, async () => {
      const policy = (await nobody.get(path)).headers.get("content-security-policy") ?? "";
      for (const rule of ["frame-ancestors", "base-uri", "object-src"])
        assert.match(policy, new RegExp(`${rule} 'none'`));
      assert.match(policy, /form-action 'self'/);
    });
});

describe("the desk", () => {
  for (const path of DESK.map(pathOf))
    it(`keeps ${path} out of every cache`, async () => {
      const answer = await steward.get(path);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get("cache-control") ?? "", /no-store/);
      assert.match(answer.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
    });
});

describe("a method nobody needs", () => {
  for (const method of ["PUT", "PATCH", "DELETE"])
    it(`${method} opens nothing, signed in or not`, async () => {
      const app = createApp(staff.deps);
      for (const path of ["/", "/desk", "/commitments", "/api/commitments"]) {
        const answer = await app.request(`http://ledger.test${path}`, {
          method,
          headers: { host: "ledger.test", origin: "http://ledger.test" },
        });
        assert.ok([403, 404, 405].includes(answer.status), `${path}: ${answer.status}`);
      }
    });
});

describe("the promise to come back by https", () => {
  const saidBy = async (origins: readonly string[]): Promise<string | null> => {
    const app = createApp({ ...staff.deps, config: { ...staff.deps.config, origins: [...origins] } });
    const answer = await app.request("http://10.1.2.3:8080/", { headers: { host: "10.1.2.3:8080" } });
    assert.equal(answer.status, 200);
    return answer.headers.get("strict-transport-security");
  };

  it("is for a year and all names below, where every address is https", async () => {
    assert.equal(await saidBy(["https://ledger.example.gov"]), "max-age=31536000; includeSubDomains");
  });

  it("is not given where people also come by http, who could not come back", async () => {
    assert.equal(await saidBy(["https://ledger.example.gov", "http://ledger.intranet"]), null);
    assert.equal(await saidBy([]), null);
  });
});
