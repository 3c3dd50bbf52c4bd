// Problems in the database: numbered, found, counted by core's own rule, with every step in the history and the log.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  declareFixed,
  delistProblem,
  listProblem,
  openProblem,
  planProblem,
  problemStandingOf,
  PROBLEM_STANDINGS,
  refuse,
  type Change,
  type Problem,
  type ProblemInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import { sql } from "kysely";
import {
  addEvidence,
  changeProblem,
  changesSince,
  countProblems,
  getProblem,
  historyOf,
  listEvidence,
  listProblems,
  type Db,
  type ProblemDeps,
} from "../src/index.ts";
import { as, inspector, ledger, officer, refusalOf, steward, today, value } from "./ledger.ts";

let db: Db;
before(async () => ({ db } = await ledger()));

const INPUT: ProblemInput = {
  title: "诉讼服务中心坡道被占用",
  detail: "坡道上停放车辆，轮椅不能通行",
  place: "东门",
  owner: "court",
  origin: "selfReport",
  due: addDays(today, 30),
};

const open = async (more: Partial<ProblemInput> = {}, day: Day = today): Promise<Problem> =>
  value(
    await changeProblem(db, undefined, as(steward, day), (_, { bodies, nextCode }) =>
      openProblem({ ...INPUT, ...more }, { ...as(steward, day), bodies, code: nextCode }),
    ),
  );

const change = (
  { code }: Problem,
  decide: (problem: Problem, deps: ProblemDeps) => Result<Change<Problem>, Refusal>,
) =>
  changeProblem(db, code, as(inspector), (current, deps) =>
    current === undefined ? refuse({ code: "problemUnknown", problem: code }) : decide(current, deps),
  );

const photo = {
  sha256: "a".repeat(64),
  fileName: "坡道.jpg",
  mediaType: "image/jpeg",
  size: 10,
  caption: "坡道畅通",
  showsOn: today,
  screening: "picture",
} as const;

const fix = async (problem: Problem): Promise<Problem> => {
  value(await addEvidence(db, { problem: problem.code }, photo, as(officer)));
  return value(
    await change(problem, (current, { evidenceCount }) =>
      declareFixed(current, { text: "已设隔离桩", on: today }, { ...as(officer), evidenceCount }),
    ),
  );
};

describe("a problem", () => {
  it("is numbered within its year and comes back as it was saved, steps and listing included", async () => {
    const [one, two] = [await open(), await open()];
    assert.equal(Number(two.code.split("-")[1]), Number(one.code.split("-")[1]) + 1);
    const steps = [{ title: "设隔离桩", due: addDays(today, 9) }];
    const planned = value(await change(one, (was) => planProblem(was, { steps }, as(officer))));
    const deadline = addDays(today, 20);
    const listed = value(
      await change(planned, (was) => listProblem(was, { level: "city", deadline }, as(inspector))),
    );
    const kept = await getProblem(db, one.code);
    assert.deepEqual(JSON.parse(JSON.stringify(kept)), JSON.parse(JSON.stringify(listed)));
  });

  it("is struck off after evidence and a declaration, and its whole way is public in the history", async () => {
    const problem = await open();
    assert.equal(
      refusalOf(
        await change(problem, (current, { evidenceCount }) =>
          declareFixed(current, { text: "已清理", on: today }, { ...as(officer), evidenceCount }),
        ),
      ),
      "evidenceMissing",
    );
    const declared = await fix(problem);
    value(
      await change(declared, (was) => delistProblem(was, { text: "现场畅通", on: today }, as(inspector))),
    );
    const entries = await historyOf(db, { problem: problem.code }, { limit: 10 });
    assert.deepEqual(
      entries.map(({ verb, body }) => [verb, body]),
      ["problem.delisted", "problem.declared-fixed", "evidence.added", "problem.opened"].map((verb) => [
        verb,
        "court",
      ]),
    );
    const { rows } = await sql<{ seq: number }>`SELECT subject_seq AS seq FROM log_entry
      WHERE subject = ${`problem/${problem.code}`} ORDER BY index`.execute(db);
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      [0, 1, 2, 3],
    );
    assert.equal((await listEvidence(db, { problem: problem.code }))[0]?.caption, "坡道畅通");
  });

  it("is one changed record of its owner", async () => {
    const problem = await open();
    const changed = await changesSince(db, { day: "2000-01-01" as Day, timeZone: "Asia/Shanghai" });
    const own = changed.filter((record) => record.problem === problem.code);
    assert.deepEqual(
      own.map(({ body, verbs }) => [body, verbs]),
      [["court", { "problem.opened": 1 }]],
    );
  });

  it("cannot be struck off in the database by its owner, whatever a program writes", async () => {
    const declared = await fix(await open());
    await assert.rejects(
      sql`UPDATE problem SET stage = 'delisted', look_back_due = ${today}::date, checked_body = 'court',
        checked_on = ${today}::date, checked_text = 'x' WHERE code = ${declared.code}`.execute(db),
      /check/,
    );
    await assert.rejects(
      sql`UPDATE problem SET stage = 'delisted', look_back_due = ${today}::date WHERE code = ${declared.code}`.execute(
        db,
      ),
      /check/,
    );
  });
});

describe("the list of problems", () => {
  it("finds Chinese words of two characters, and a place", async () => {
    await open({ title: "路灯不亮", detail: "三盏路灯损坏", place: "环城北路" });
    const find = async (q: string) =>
      (await listProblems(db, { q, sort: "code", limit: 50, offset: 0, today })).total;
    assert.equal(await find("路灯 北路"), 1);
    assert.equal(await find("灯路"), 0);
  });

  it("counts and filters by the rule of core on any day", async () => {
    for (const owner of ["court", "police"]) await open({ owner, due: addDays(today, 3) });
    const declared = await fix(await open());
    value(await change(declared, (was) => delistProblem(was, { text: "畅通", on: today }, as(inspector))));
    for (const on of [today, addDays(today, 4), addDays(today, 40), addDays(today, 120)]) {
      const all = await listProblems(db, { sort: "deadline", limit: 500, offset: 0, today: on });
      const counts = await countProblems(db, { today: on });
      for (const standing of PROBLEM_STANDINGS) {
        const wanted = all.problems.filter((one) => problemStandingOf(one, on).is === standing);
        const found = await listProblems(db, {
          standing,
          sort: "deadline",
          limit: 500,
          offset: 0,
          today: on,
        });
        assert.deepEqual(
          found.problems.map(({ code }) => code),
          wanted.map(({ code }) => code),
          `${standing} on ${on}`,
        );
        assert.equal(counts[standing], wanted.length);
      }
    }
  });
});
