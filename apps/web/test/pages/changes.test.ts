// Any day can be asked what changed since: grouped by body and record, counted by the day of recording.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SECRET } from "./steps.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
  // Long before anything else was written, and one second on either side of midnight in the ledger's zone.
  for (const at of ["1999-12-31T15:59:59Z", "1999-12-31T16:00:00Z"])
    await world.store.db
      .insertInto("history")
      .values({
        recorded_at: at,
        happened_on: "1999-12-31",
        verb: "body.changed",
        subject: "body/water",
        body: "water",
        old: "{}",
        new: "{}",
      })
      .execute();
});
after(() => world.close());

const mainOf = async (path: string): Promise<string> => {
  const html = await world.text(path);
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
};

describe("what changed since a day", () => {
  it("stands under the body it belongs to, with what happened and how often", async () => {
    const main = await mainOf("/changes?since=2020-01-01");
    const sections = main.split("<section").slice(1);
    const water = sections.find((section) => section.includes('id="of-water"')) ?? "";
    assert.match(water, /县水务局/);
    assert.match(water, /href="\/indicators\/PIPE\?body=water"/);
    assert.match(water, /报送数据 9 次/);
    assert.match(water, /修订数据(?! \d)/);
    const justice = sections.find((section) => section.includes('id="of-justice"')) ?? "";
    assert.match(justice, /href="\/commitments\/2026\/SF-03"[^>]*>法律援助申请当日受理/);
    assert.match(justice, /申报完成/);
    assert.match(main, /其中的更正/);
  });

  it("says so when nothing did", async () => {
    assert.match(await mainOf("/changes?since=2999-01-01"), /自2999年1月1日起没有变化/);
    assert.match(await mainOf("/en/changes?since=2999-01-01"), /Nothing changed since/);
  });

  it("counts the day itself, from midnight where the ledger is", async () => {
    const times = async (since: string) =>
      /修改单位资料 (\d) 次/.exec(await mainOf(`/changes?since=${since}&body=water`))?.[1] ??
      ((await mainOf(`/changes?since=${since}&body=water`)).includes("修改单位资料") ? "1" : "0");
    assert.deepEqual(
      [await times("1999-12-31"), await times("2000-01-01"), await times("2000-01-02")],
      ["2", "1", "0"],
    );
  });

  it("can be asked of one body alone", async () => {
    const main = await mainOf("/changes?since=2020-01-01&body=justice");
    assert.deepEqual(
      [...main.matchAll(/<section[^>]*id="([^"]+)"/g)].map(([, id]) => id),
      ["of-justice"],
    );
  });

  it("comes in pages that hold every record once", async () => {
    const found: string[] = [];
    for (const page of ["", "&page=2"])
      found.push(
        ...[
          ...(await mainOf(`/changes?since=1990-01-01${page}`)).matchAll(
            /href="(\/commitments\/2026\/[^"]+)"/g,
          ),
        ].map(([, href]) => href ?? ""),
      );
    assert.equal(new Set(found).size, found.length);
    assert.equal(found.length, 56);
  });

  it("tells a reader who typed no day what a day looks like", async () => {
    const response = await world.get("/changes?since=%E4%B8%8A%E5%91%A8");
    assert.equal(response.status, 400);
    assert.match(await response.text(), /“上周”不是日期，请写成 2026-09-30 这样/);
    assert.equal((await world.get("/en/changes?since=2026-02-30")).status, 400);
    assert.equal((await world.get("/changes")).status, 200);
    assert.equal((await world.get("/changes?since=")).status, 200);
  });

  it("holds no draft", async () => {
    for (const path of ["/changes?since=1990-01-01", "/changes?since=1990-01-01&page=2"])
      assert.doesNotMatch(await world.text(path), new RegExp(`${SECRET}|DRAFT-1|NEXT-1`));
  });
});
