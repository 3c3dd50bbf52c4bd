// Problems in public: the list finds, sorts and links, the page says who and by when, the files hold the same rows.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

describe("the list of problems", () => {
  it("shows each with its place, its owner, its deadline and how late it is, in both languages", async () => {
    const html = await world.text("/problems");
    assert.match(html, /href="\/problems\/2026-001">诉讼服务中心坡道被占用/);
    assert.match(html, /整改逾期 5 天/);
    assert.match(await world.text("/en/problems"), /Overdue, 5 days/);
  });

  it("is narrowed by words, standing, level and body, each with an address of its own", async () => {
    for (const found of ["q=坡道", "standing=overdue", "level=county", "body=court", "origin=finding"])
      assert.match(await world.text(`/problems?${found}`), /2026-001/, found);
    for (const none of ["q=路灯", "standing=open", "level=city", "body=water", "origin=selfReport"])
      assert.match(await world.text(`/problems?${none}`), /没有符合条件的问题/, none);
  });

  it("is downloaded as it is filtered, with the same rows in every format", async () => {
    const csv = await world.text("/problems/download/csv?standing=overdue");
    assert.match(csv, /2026-001,诉讼服务中心坡道被占用/);
    assert.equal((await world.text("/problems/download/csv?standing=open")).trim().split("\n").length, 1);
    const { problems } = (await (await world.get("/problems/download/json")).json()) as {
      problems: readonly Record<string, unknown>[];
    };
    assert.deepEqual(
      problems.map(({ code, level, deadline, firstDeadline, steps, stepsDone }) => [
        code,
        level,
        deadline,
        firstDeadline,
        steps,
        stepsDone,
      ]),
      [["2026-001", "county", "2026-10-10", "2026-10-10", 1, 0]],
    );
    assert.equal((await world.get("/problems/download/xlsx")).status, 200);
  });
});

describe("a problem's page", () => {
  it("says what is wrong, who listed it at which level, and the steps with those that are late", async () => {
    const html = await world.text("/problems/2026-001");
    assert.match(html, /县政府督查室于 2026年8月10日 县级挂牌/);
    assert.match(html, /设隔离桩/);
    assert.match(html, /逾期 30 天/);
    assert.doesNotMatch(html, /<script>alert/);
  });

  it("is reached from the history, and one that is not there is not found", async () => {
    assert.match(await world.text("/history?kind=problem"), /href="\/problems\/2026-001"/);
    assert.equal((await world.get("/problems/2026-999")).status, 404);
  });

  it("is answered by the API with its plan", async () => {
    const answer = (await (await world.get("/api/problems/2026-001")).json()) as Record<string, unknown>;
    assert.deepEqual([answer["standing"], answer["standingDays"]], ["overdue", 5]);
    assert.deepEqual(
      (answer["plan"] as readonly { title: string }[]).map(({ title }) => title),
      ["设隔离桩"],
    );
    const { problems } = (await (await world.get("/api/problems?state=open")).json()) as {
      problems: unknown[];
    };
    assert.deepEqual(problems, []);
    const history = (await (await world.get("/api/history?problem=2026-001")).json()) as {
      history: readonly { verb: string }[];
    };
    assert.deepEqual(
      history.history.map(({ verb }) => verb),
      ["problem.planned", "problem.listed", "problem.opened"],
    );
  });
});

describe("what is overdue", () => {
  it("is one list of who owes what since when, narrowed by body, kind and words, with the same rows as files", async () => {
    const html = await world.text("/silence");
    assert.match(html, /href="\/problems\/2026-001">诉讼服务中心坡道被占用<\/a>[\s\S]*?整改逾期/);
    assert.match(html, /逾期未报数据/);
    assert.match(await world.text("/silence?kind=problem&body=court&q=坡道"), /共 1 项/);
    assert.match(await world.text("/silence?kind=problem&body=water"), /没有逾期未办的事/);
    const csv = await world.text("/silence/download/csv?kind=problem");
    assert.match(csv, /^种类,单位编码/);
    assert.match(csv, /整改逾期,court,[^,]+,2026-001,诉讼服务中心坡道被占用,,,1,2026-10-10,5/);
    const { silence } = (await (await world.get("/api/silence?owed=problem")).json()) as {
      silence: readonly Record<string, unknown>[];
    };
    assert.deepEqual([silence.length, silence[0]?.["kind"], silence[0]?.["days"]], [1, "problem", 5]);
  });

  it("has its rules on the method page, and on a body's page how it answered, without a score", async () => {
    assert.match(await world.text("/method"), /id="silence"[\s\S]*满 14 天还没有写明步骤/);
    const court = await world.text("/bodies/court");
    assert.match(court, /id="response"[\s\S]*整改问题[\s\S]*不足 5 件/);
    assert.match(court, /href="\/silence\?body=court"/);
  });
});

describe("the monthly round", () => {
  it("tells each month against the last, which problems they are, and marks the month that is not over", async () => {
    const list = await world.text("/problems/rounds");
    assert.match(list, /2026年10月<\/a><small> 本月尚未结束/);
    assert.match(list, /href="\/problems\/rounds\/2026-08"/);
    const august = await world.text("/problems/rounds/2026-08");
    assert.match(
      august,
      /截至2026年8月31日。上月末在账 0 个，本月新增 1 个，重新挂账 0 个，核查销号 0 个，期末在账 1 个/,
    );
    assert.doesNotMatch(august, /本月尚未结束/);
    const october = await world.text("/en/problems/rounds/2026-10");
    assert.match(october, /This month is not over/);
    assert.match(october, /id="overdue"[\s\S]*href="\/en\/problems\/2026-001"/);
    for (const none of ["2026-07", "2026-11", "2026-Q3", "x"])
      assert.equal((await world.get(`/problems/rounds/${none}`)).status, 404, none);
  });

  it("is a paper whose Chinese is set in the faces of offices, and a workbook", async () => {
    const partsOf = async (format: string) => {
      const answer = await world.get(`/problems/rounds/2026-10/download/${format}`);
      return unzipSync(new Uint8Array(await answer.arrayBuffer()));
    };
    const paper = strFromU8((await partsOf("docx"))["word/document.xml"] ?? new Uint8Array());
    assert.match(paper, /w:eastAsia="仿宋"/);
    assert.match(paper, /w:eastAsia="黑体"/);
    assert.match(paper, /诉讼服务中心坡道被占用/);
    const book = strFromU8((await partsOf("xlsx"))["xl/workbook.xml"] ?? new Uint8Array());
    assert.match(book, /期末逾期/);
    assert.equal((await world.get("/problems/rounds/2026-10/download/pdf")).status, 404);
  });

  it("of a month that is over never changes, whatever is recorded later about days in it", async () => {
    const before = await world.text("/problems/rounds/2026-09");
    await world.store.db
      .insertInto("history")
      .values({
        recorded_at: new Date(Date.now() + 3 * 86_400_000),
        happened_on: "2026-09-20",
        verb: "problem.delisted",
        subject: "problem/2026-001",
        problem: "2026-001",
        body: "court",
        old: { stage: "listed" },
        new: { stage: "delisted" },
      })
      .execute();
    assert.equal(await world.text("/problems/rounds/2026-09"), before);
  });
});
