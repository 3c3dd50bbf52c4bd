// Lists find what is asked for, files hold exactly the list, and what was filtered can be read back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { COLUMNS, headerOf, NOUNS } from "@yinuo/tables";
import { redactAboutOf } from "./redacted.ts";
import { XSS } from "./steps.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
  await redactAboutOf(world, "court");
});
after(() => world.close());

const codesIn = (html: string): string[] =>
  [...html.matchAll(/<a href="\/commitments\/2026\/([^"/]+)">/g)].map(([, code]) => code ?? "");

const bytesOf = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await world.get(path)).arrayBuffer());

const opened = async (path: string, fileName: string) => {
  const read = openSpreadsheet(await bytesOf(path), fileName);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};

type Json = Record<string, Record<string, unknown>[]>;
const jsonOf = async (path: string): Promise<Json> => (await (await world.get(path)).json()) as Json;

describe("the list of commitments", () => {
  const finds: readonly [string, readonly string[]][] = [
    ["?q=%E8%AF%89%E8%AE%BC", ["FY-01"]],
    ["?q=SF-03", ["SF-03"]],
    ["?q=%E5%85%AC%E5%BC%80", []],
    ["?standing=overdue", ["FY-02"]],
    ["?standing=kept", ["FY-01"]],
    ["?standing=declared", ["SF-03"]],
    ["?standing=silent", ["FY-03", "SW-00"]],
    ["?standing=withdrawn", ["FY-04"]],
    ["?kind=measure", ["FY-03"]],
    ["?body=justice", ["FY-02", "SF-03"]],
    ["?body=court&kind=commitment&sort=code", ["FY-01", "FY-02", "FY-04", "SF-03"]],
    ["?body=court&kind=commitment&sort=code&order=desc", ["SF-03", "FY-04", "FY-02", "FY-01"]],
    ["?indicator=DAYS", ["FY-01", "SF-03"]],
    ["?indicator=DAYS&standing=kept", ["FY-01"]],
    ["?indicator=AID", []],
    ["?programme=2027", []],
    ["?standing=draft&body=justice&sort=code", ["FY-02", "SF-03"]],
    ["?sort=nonsense&page=-3&kind=%27;--&body=justice", ["FY-02", "SF-03"]],
  ];
  for (const [query, codes] of finds)
    it(`${query} finds ${codes.join(", ") || "nothing"}`, async () => {
      assert.deepEqual(codesIn(await world.text(`/commitments${query}`)), codes);
    });

  it("shows fifty on a page and the rest on the next", async () => {
    const first = codesIn(await world.text("/commitments?sort=code"));
    const second = codesIn(await world.text("/commitments?sort=code&page=2"));
    assert.equal(first.length, 50);
    assert.equal(second.length, 6);
    assert.equal(new Set([...first, ...second]).size, 56);
  });

  it("leads from a page that is not there to the last", async () => {
    const response = await world.get("/commitments?sort=code&page=99");
    assert.deepEqual(
      [response.status, response.headers.get("location")],
      [302, "/commitments?sort=code&page=2"],
    );
  });

  it("says how many were found", async () => {
    assert.match(await world.text("/commitments"), /共 56 件。/);
    assert.match(await world.text("/commitments?body=justice"), /符合条件的共 2 件。/);
    assert.match(await world.text("/en/commitments?body=justice"), /2 match\./);
  });

  it("writes what was searched for back as text, never as markup", async () => {
    const html = await world.text(`/commitments?q=${encodeURIComponent(XSS)}`);
    assert.doesNotMatch(html, /<script|<img src=x/);
    assert.match(html, /&lt;script&gt;/);
  });
});

describe("an indicator's page", () => {
  it("leads to the published commitments measured by it", async () => {
    assert.deepEqual(codesIn(await world.text("/indicators/DAYS")), ["FY-01", "SF-03"]);
    assert.match(await world.text("/indicators/AID"), /还没有公布的事项用它作目标/);
  });
});

describe("the files of a list", () => {
  it("hold exactly the filtered list, on all its pages and in its order", async () => {
    for (const query of ["?body=justice&sort=code", "?sort=title&order=desc&page=2", "?standing=silent"]) {
      const { total } = { total: codesIn(await world.text(`/commitments${query}`)) };
      const { commitments } = await jsonOf(`/commitments/download/json${query}`);
      const codes = (commitments ?? []).map((row) => row["code"]);
      if (query.includes("page=2")) assert.deepEqual(codes.slice(50), total);
      else assert.deepEqual(codes, total);
    }
  });

  for (const noun of NOUNS)
    for (const lang of ["zh-CN", "en"] as const)
      for (const format of ["csv", "xlsx"] as const)
        it(`${noun} as ${format} in ${lang} opens again with the headers the import reads`, async () => {
          const root = lang === "en" ? "/en" : "";
          const book = await opened(`${root}/${noun}/download/${format}`, `${noun}.${format}`);
          assert.deepEqual(
            book.columns.map(({ header }) => header),
            COLUMNS[noun].map((column) => headerOf(column, lang)),
          );
          const rows = (await jsonOf(`/${noun}/download/json`))[noun] ?? [];
          assert.ok(rows.length > 0);
          assert.equal(book.rows.length, rows.length);
        });

  it("open in Excel as they are: a byte order mark, and days that are days", async () => {
    const csv = await bytesOf("/commitments/download/csv?q=SF-03");
    assert.deepEqual(Array.from(csv.slice(0, 3)), [0xef, 0xbb, 0xbf]);
    const book = await opened("/commitments/download/xlsx?q=SF-03", "commitments.xlsx");
    const day = book.rows[0]?.cells.find((cell) => cell.value.kind === "day");
    assert.deepEqual(day?.value, { kind: "day", day: "2026-01-01" });
  });

  it("keep a title with markup as the text it is", async () => {
    const csv = new TextDecoder().decode(await bytesOf("/commitments/download/csv?q=FY-02"));
    assert.match(csv, /<script>/);
    const { commitments } = await jsonOf("/commitments/download/json?q=FY-02");
    assert.equal(commitments?.[0]?.["title"], XSS);
  });

  it("leave unknown empty and say what was not collected", async () => {
    const { observations } = await jsonOf("/indicators/DAYS/download/json?body=court");
    const july = observations?.find((row) => row["period"] === "2026-07");
    assert.equal(july?.["notCollected"], true);
    assert.equal(july?.["value"], null);
    const { commitments } = await jsonOf("/commitments/download/json?q=FY-03");
    assert.equal(commitments?.[0]?.["completion"], null);
  });

  it("of one commitment hold its own targets, milestones and figures", async () => {
    const asked = "?programme=2026&commitment=SF-03";
    assert.equal((await jsonOf(`/targets/download/json${asked}`))["targets"]?.length, 2);
    assert.equal((await jsonOf(`/milestones/download/json${asked}`))["milestones"]?.length, 2);
    const { observations } = await jsonOf(`/observations/download/json${asked}`);
    assert.deepEqual(new Set(observations?.map((row) => row["indicator"])), new Set(["OPEN", "DAYS"]));
  });
});
