// What was corrected after it was public is listed with old and new value, and any day can be asked what changed since.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { CORRECTION_KINDS } from "@yinuo/store";
import { COLUMNS } from "@yinuo/tables";
import { SECRET } from "./steps.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

type Row = Readonly<Record<string, unknown>>;
const fileOf = async (query = ""): Promise<readonly Row[]> =>
  ((await (await world.get(`/corrections/download/json${query}`)).json()) as { corrections: Row[] })
    .corrections;

const mainOf = async (path: string): Promise<string> => {
  const html = await world.text(path);
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
};

describe("the corrections", () => {
  it("show what it was, what it became, by whom and why, each with a link to its record", async () => {
    const main = await mainOf("/corrections");
    assert.match(main, /三月有一公里验收退回/);
    assert.match(main, /<del>(?:(?!<\/del>).)*7(?:(?!<\/del>).)*<\/del>/);
    assert.match(main, /href="\/indicators\/PIPE\?body=water"/);
    assert.match(main, /受理点改造延期/);
    assert.match(main, /2026年<del>(?:(?!<\/del>).)*9月30<\/del>/);
    assert.match(main, /href="\/commitments\/2026\/SF-03"/);
    assert.match(main, /并入另一事项/);
    const en = await mainOf("/en/corrections");
    assert.match(en, /Commitment amended/);
    assert.match(en, /href="\/en\/commitments\/2026\/SF-03"/);
  });

  it("hold nothing that was not a correction, and nothing from before publication", async () => {
    const main = await mainOf("/corrections");
    assert.doesNotMatch(main, /报送进展|>公布事项|起草|作出核查结论|报送数据/);
    assert.doesNotMatch(main, new RegExp(`${SECRET}|DRAFT-1|NEXT-1`));
    assert.equal((main.match(/id="h\d+"/g) ?? []).length, 3);
  });

  const finds: readonly [string, readonly string[]][] = [
    ["", ["PIPE", "SF-03", "FY-04"]],
    ["?kind=revised", ["PIPE"]],
    ["?kind=withdrawn", ["FY-04"]],
    ["?kind=amended&body=court", ["SF-03"]],
    ["?body=justice", ["SF-03"]],
    ["?body=water", ["PIPE"]],
    ["?body=inspection", []],
    ["?kind=undone", []],
    ["?since=2120-01-01", []],
  ];
  for (const [query, records] of finds)
    it(`${query === "" ? "unfiltered" : query} are ${records.join(", ") || "none"}, on the page and in the file`, async () => {
      const named = (await fileOf(query)).map((row) => String(row["commitment"] ?? row["indicator"]));
      assert.deepEqual(new Set(named), new Set(records));
      const main = await mainOf(`/corrections${query}`);
      for (const record of ["PIPE", "SF-03", "FY-04"])
        assert.equal(new RegExp(`href="[^"]*/${record}["?]`).test(main), records.includes(record), record);
    });

  it("are a file with before, after, reason and the body whose record it is", async () => {
    const [pipe] = await fileOf("?kind=revised");
    assert.deepEqual(
      [pipe?.["kind"], pipe?.["body"], pipe?.["period"], pipe?.["old"], pipe?.["new"], pipe?.["reason"]],
      ["revised", "water", "2026-03", "7", "8", "三月有一公里验收退回"],
    );
    const [due] = await fileOf("?kind=amended");
    assert.deepEqual(
      [due?.["body"], due?.["commitment"], due?.["reason"]],
      ["justice", "SF-03", "受理点改造延期"],
    );
    assert.equal((await fileOf("?kind=withdrawn"))[0]?.["reason"], "并入另一事项");
  });

  it("have the same kinds in the file, on the page and in the store", () => {
    const kinds = COLUMNS.corrections.find(({ key }) => key === "kind")?.choices;
    assert.deepEqual(Object.keys(kinds ?? {}), CORRECTION_KINDS);
  });

  it("can be reached from every page and from the history", async () => {
    for (const path of ["/", "/bodies", "/history"])
      assert.match(await world.text(path), /href="\/corrections"/);
    assert.match(await world.text("/en/history"), /href="\/en\/changes"/);
  });
});
