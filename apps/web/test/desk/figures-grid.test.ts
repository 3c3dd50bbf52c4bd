// A period's figures in one form: ten at once, all or nothing, asked about row by row.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { historyOf } from "@yinuo/store";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";
import { addTenFigures, CODES, GRID, keptIn, SEPTEMBER } from "./ten-figures.ts";

let staff: Staff;
let water: Browser;
let court: Browser;
before(async () => {
  staff = await openStaff();
  [water, court] = await Promise.all([staff.browser("water"), staff.browser("court")]);
  await addTenFigures(staff, water);
});
after(() => staff.close());

const kept = (code: string) => keptIn(staff, code);
const errorsOn = (html: string): string => /class="wrongs".*?<\/div>/s.exec(html)?.[0] ?? "";
describe("the grid", () => {
  it("opens at the latest period that is due, with a row for each figure owed and the values beside it", async () => {
    const html = await water.text("/desk/figures");
    const fields = fieldsOn(html);
    assert.deepEqual([fields["body"], fields["period"]], ["water", "2026-09"]);
    for (const code of CODES) assert.match(html, new RegExp(`供水指标${code}.*?50`, "s"));
    assert.match(html, /<h2[^>]*>.*待报.*供水指标W-0.*<h2[^>]*>.*已报.*完成管网改造里程/s);
    assert.match(html, /2025年9月.*2026年8月.*2026年9月/s);
    assert.equal(fields["rows.PIPE.value"], "13");
  });

  it("is linked from the work list and from the list of indicators", async () => {
    assert.match(await water.text("/desk"), /href="\/desk\/figures\?body=water&amp;period=2026-09"/);
    assert.match(await water.text("/desk/indicators"), /href="\/desk\/figures\?body=water"/);
  });

  it("of a period that is not over says when it is", async () => {
    const response = await water.get("/desk/figures?body=water&period=2026-10");
    assert.equal(response.status, 422);
    assert.match(await response.text(), /2026年10月到2026年10月31日才结束/);
    const sent = await water.post("/desk/figures", { body: "water", period: "2026-10" });
    assert.equal(sent.status, 422);
  });

  it("is not another body's, and writes nothing there", async () => {
    assert.equal((await court.get(GRID)).status, 403);
    const sent = await court.post("/desk/figures", { ...fieldsOn(await water.text(GRID)), ...SEPTEMBER });
    assert.equal(sent.status, 403);
    assert.equal(await kept("W-0"), undefined);
    const [refused] = await historyOf(
      staff.deps.store.db,
      { verbs: ["permission.refused"], desk: true },
      { limit: 1 },
    );
    assert.equal(refused?.subject, "body/water");
  });

  for (const who of ["inspector", "editor"] as const)
    it(`does not open to an ${who}`, async () => {
      assert.equal((await (await staff.browser(who)).get(GRID)).status, 403);
    });
});

describe("a pasted column", () => {
  const paste = async (column: string) => {
    const fields = fieldsOn(await water.text(GRID));
    const response = await water.post("/desk/figures", { ...fields, column, paste: "yes" });
    return { status: response.status, html: await response.text() };
  };

  it("fills the rows in order for checking, and writes nothing", async () => {
    const { status, html } = await paste("1\n\n1,003\n未采集\n");
    assert.equal(status, 200);
    assert.match(html, /已填入 3 行，还没有写入/);
    const fields = fieldsOn(html);
    assert.deepEqual(
      ["W-0", "W-1", "W-2"].map((code) => fields[`rows.${code}.value`]),
      ["1", "", "1,003"],
    );
    assert.equal(fields["rows.W-3.notCollected"], "yes");
    assert.equal(await kept("W-0"), undefined);
  });

  it("with names goes to the rows it names, with two columns for a ratio", async () => {
    const fields = fieldsOn((await paste("供水指标W-8\t18\t20\nW-1\t7")).html);
    assert.deepEqual(
      [
        fields["rows.W-8.numerator"],
        fields["rows.W-8.denominator"],
        fields["rows.W-1.value"],
        fields["rows.W-0.value"],
      ],
      ["18", "20", "7", ""],
    );
  });

  it("that is too long or too wide says which line was left out", async () => {
    assert.match(
      errorsOn((await paste(`${"1\n".repeat(10)}${"13\n".repeat(2)}`)).html),
      /第 12 行没有对应的行（表中共 11 行）/,
    );
    assert.match(errorsOn((await paste("1\t2\t3")).html), /第 1 行有 3 列/);
    assert.match(errorsOn((await paste("")).html), /没有可以填入的内容/);
  });
});

describe("ten figures in one submit", () => {
  it("are asked about row by row, with everything kept and nothing written", async () => {
    const fields = { ...fieldsOn(await water.text(GRID)), ...SEPTEMBER, source: "供水月报" };
    const wrong = { ...fields, "rows.W-1.value": "五十", "rows.W-8.denominator": "" };
    const unreadable = await water.post("/desk/figures", wrong);
    assert.equal(unreadable.status, 422);
    const listed = errorsOn(await unreadable.text());
    assert.match(listed, /href="#rows\.W-1\.value">第 2 行 供水指标W-1：.*“五十”，不是数/s);
    assert.match(listed, /href="#rows\.W-8\.denominator">第 9 行 供水指标W-8：请填写“分母”/);
    const unlikely = await water.post("/desk/figures", {
      ...fields,
      "rows.W-7.value": "101",
      "rows.W-3.value": "5",
    });
    const html = await unlikely.text();
    assert.match(errorsOn(html), /href="#rows\.W-7\.confirmed">第 8 行 .*填的是 101/);
    assert.match(errorsOn(html), /href="#rows\.W-3\.confirmed">第 4 行 .*2026年8月是 50，相差十倍/);
    const again = fieldsOn(html);
    assert.deepEqual(
      [again["rows.W-0.value"], again["rows.W-9.count"], again["source"]],
      ["51", "30", "供水月报"],
    );
    assert.equal(await kept("W-0"), undefined);
  });

  it("are written at once, with the source of all, and only the rows that were changed", async () => {
    const fields = { ...fieldsOn(await water.text(GRID)), ...SEPTEMBER, source: "供水月报" };
    const done = await water.post("/desk/figures", {
      ...fields,
      "rows.W-7.value": "101",
      "rows.W-7.confirmed": "并入两个水厂",
      "rows.W-0.source": "抄表系统",
      "rows.W-2.value": "",
      "rows.W-2.notCollected": "yes",
    });
    assert.equal(done.status, 303, await done.text());
    assert.equal(
      done.headers.get("location"),
      "/desk/figures?body=water&period=2026-09&did=figures.recorded",
    );
    assert.deepEqual((await kept("W-1"))?.figure, { as: "number", value: 52 });
    assert.deepEqual((await kept("W-2"))?.figure, { as: "notCollected" });
    assert.deepEqual((await kept("W-8"))?.figure, { as: "ratio", numerator: 18, denominator: 20 });
    assert.deepEqual((await kept("W-9"))?.figure, { as: "mean", mean: 2.5, count: 30 });
    assert.deepEqual([(await kept("W-0"))?.source, (await kept("W-1"))?.source], ["抄表系统", "供水月报"]);
    assert.equal((await kept("W-7"))?.confirmed, "并入两个水厂");
    assert.equal((await kept("PIPE"))?.version, 1, "the row nobody touched");
    const written = await historyOf(
      staff.deps.store.db,
      { body: "water", verbs: ["observation.recorded"], desk: true },
      { limit: 10 },
    );
    assert.deepEqual(written.map(({ subject }) => subject.split("/")[1] ?? "").toSorted(), CODES);
    assert.match(await (await staff.browser()).text("/indicators/W-1?body=water"), /52/);
  });

  it("say so when nothing was changed", async () => {
    const sent = await water.post("/desk/figures", {
      ...fieldsOn(await water.text(GRID)),
      source: "另一来源",
    });
    assert.equal(sent.status, 422);
    assert.match(errorsOn(await sent.text()), /没有改动过的行/);
  });
});
