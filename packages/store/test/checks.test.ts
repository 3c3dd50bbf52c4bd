// Checks in the database: a frozen list, findings recorded once, verdicts that follow from them, and what it refuses.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  answerAppeal,
  appealFinding,
  CHECK_STANDINGS,
  checkStandingOf,
  declareDone,
  declareFixed,
  openCheck,
  openProblem,
  planCheck,
  recordFinding,
  refuse,
  reviseFinding,
  type By,
  type Check,
  type CheckPlan,
  type FindingInput,
  type Refusal,
} from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import { sql } from "kysely";
import {
  changeCheck,
  changeCommitment,
  changeProblem,
  getCheck,
  getCommitment,
  getProblem,
  hasActed,
  historyOf,
  judgeAlone,
  listChecks,
  listFindings,
  listToInspect,
  settleFinding,
  type Db,
} from "../src/index.ts";
import {
  addBody,
  addPublished,
  as,
  inspector,
  keyOf,
  ledger,
  officer,
  promise,
  refusalOf,
  steward,
  today,
  value,
} from "./ledger.ts";

let db: Db;
let check: Check;
before(async () => {
  ({ db } = await ledger());
  for (const code of ["FY-01", "FY-02", "FY-03"]) await addPublished(db, promise(code));
  await addPublished(db, promise("DC-01", { lead: "office", support: [] }));
  value(await addBody(db, "disc", "县效能办", true));
  check = await opened();
});

const PLAN: CheckPlan = {
  kind: "scheduled",
  title: "半年定期督查",
  frame: { of: "commitment" },
  checklist: ["与台账一致？"],
  inspectors: ["office", "disc"],
  start: today,
  due: addDays(today, 10),
};
const plan = async (more: Partial<CheckPlan> = {}, day: Day = today): Promise<Check> =>
  value(
    await changeCheck(db, undefined, as(inspector, day), (_, { bodies, nextCode }) =>
      planCheck({ ...PLAN, ...more }, { ...as(inspector, day), bodies, code: nextCode }),
    ),
  );
const opened = async (more: Partial<CheckPlan> = {}): Promise<Check> => {
  const { code } = await plan(more);
  return value(
    await changeCheck(db, code, as(inspector), (current, { frozen }) => {
      assert.ok(current);
      return openCheck(current, { frozen }, as(inspector));
    }),
  );
};
const SAID: FindingInput = {
  conclusion: "confirmed",
  finding: "抽查属实",
  answers: { "1": "yes" },
  on: today,
};
const record = (
  of: Check,
  number: number,
  more: Partial<FindingInput> & { readonly by?: By; readonly sentAs?: string; readonly due?: Day } = {},
) => {
  const { by = inspector, sentAs, due, ...said } = more;
  return settleFinding(db, { check: of.code, number, sentAs }, as(by), {
    due,
    decide: (existing, deps) =>
      recordFinding(deps.check, { ...SAID, ...said, number }, { ...as(by), ...deps, existing }),
  });
};
const declare = (code: string, by: By = officer) =>
  changeCommitment(db, keyOf({ code }), as(by), (current) => {
    assert.ok(current);
    return declareDone(current, { on: today }, as(by));
  });
const disc: By = { ...inspector, account: "a-disc" as By["account"], body: "disc" as By["body"] };
const verdictOf = async (code: string) => (await getCommitment(db, keyOf({ code })))?.verdict;

describe("a check", () => {
  it("freezes what is within its frame when it is opened, and keeps it as it was", async () => {
    assert.deepEqual(
      check.subjects.map(({ number, key, inspector: who, recused }) => [
        number,
        "commitment" in key ? key.commitment : key.problem,
        who,
        recused,
      ]),
      [
        [1, "DC-01", "disc", ["office"]],
        [2, "FY-01", "office", []],
        [3, "FY-02", "office", []],
        [4, "FY-03", "disc", []],
      ],
    );
    await addPublished(db, promise("FY-04"));
    assert.deepEqual(await getCheck(db, check.code), JSON.parse(JSON.stringify(check)));
    const [entry] = await historyOf(db, { inspection: check.code }, { limit: 1 });
    assert.ok(entry !== undefined);
    assert.deepEqual([entry.verb, (entry.new["subjects"] as unknown[]).length], ["check.opened", 4]);
  });

  it("is counted where core says that it stands, on any day", async () => {
    const later = await plan({ title: "三季度督查", start: addDays(today, 30), due: addDays(today, 40) });
    for (const day of [today, addDays(today, 10), addDays(today, 11), addDays(today, 41)])
      for (const standing of CHECK_STANDINGS) {
        const { checks } = await listChecks(db, { standing, sort: "code", limit: 99, offset: 0, today: day });
        const counted = [check, later].filter(({ code }) => checks.some((row) => row.check.code === code));
        assert.deepEqual(
          counted.map(({ code }) => code),
          [check, later].filter((one) => checkStandingOf(one, day).is === standing).map(({ code }) => code),
          `${standing} on ${day}`,
        );
      }
    const found = await listChecks(db, { q: "三季度", sort: "due", limit: 9, offset: 0, today });
    assert.deepEqual([found.total, found.checks[0]?.check.code], [1, later.code]);
  });

  it("is refused by the database where somebody would inspect their own", async () => {
    await assert.rejects(
      sql`UPDATE inspection_subject SET inspector = 'office' WHERE inspection = ${check.code} AND number = 1`.execute(
        db,
      ),
      /inspection_subject/,
    );
  });
});

describe("a finding", () => {
  it("that is sent twice is recorded once, and another on the same subject is refused", async () => {
    const sentAs = "5a4a8a5e-43f6-4b2a-9b0e-0e6bb6a9b0c1";
    const first = value(await record(check, 4, { by: disc, sentAs }));
    const again = value(await record(check, 4, { by: disc, sentAs, finding: "又写了一遍" }));
    assert.deepEqual([first.again, again.again, again.finding.finding], [false, true, "抽查属实"]);
    assert.equal(refusalOf(await record(check, 4, { by: disc })), "findingThere");
    const told = await historyOf(db, { subject: `finding/${check.code}/4` }, { limit: 9 });
    assert.deepEqual(
      told.map(({ verb }) => verb),
      ["finding.recorded"],
    );
  });

  it("on an open commitment is on record and decides nothing; on one declared done it is the verdict", async () => {
    assert.equal(await verdictOf("FY-03"), undefined);
    value(await declare("FY-01"));
    const waiting = async () =>
      (await listToInspect(db, { body: "office", limit: 9, offset: 0 })).rows.map(
        ({ subject }) => subject.number,
      );
    assert.deepEqual(await waiting(), [2, 3]);
    value(await record(check, 2, { conclusion: "partly" }));
    const verdict = await verdictOf("FY-01");
    assert.deepEqual(
      [verdict?.conclusion, verdict?.body, verdict?.check, verdict?.number],
      ["partlyKept", "office", check.code, 2],
    );
    assert.deepEqual(await waiting(), [3]);
  });

  it("revised changes the verdict that came from it; both are in the history", async () => {
    value(
      await settleFinding(db, { check: check.code, number: 2 }, as(inspector), {
        decide: (current, deps) => {
          assert.ok(current);
          return reviseFinding(
            current,
            { ...SAID, conclusion: "notConfirmed", reason: "复看" },
            { ...as(inspector), ...deps },
          );
        },
      }),
    );
    assert.equal((await verdictOf("FY-01"))?.conclusion, "notKept");
    const told = await historyOf(db, { commitment: "FY-01" }, { limit: 3 });
    assert.deepEqual(
      told.map(({ verb }) => verb),
      ["commitment.verdict-changed", "finding.revised", "commitment.verdict-given"],
    );
  });

  it("is refused to an account that acted for the owner, whatever it may do today", async () => {
    const both: By = {
      ...steward,
      account: "a-both" as By["account"],
      body: "office" as By["body"],
      inspects: true,
    };
    value(await declare("FY-02", both));
    const subject = check.subjects[2];
    assert.ok(subject !== undefined);
    assert.equal(await hasActed(db, subject.key, { by: both }), true);
    assert.equal(refusalOf(await record(check, 3, { by: both })), "actedForOwner");
    assert.equal(refusalOf(await judgeAlone(db, keyOf({ code: "FY-02" }), as(both), SAID)), "actedForOwner");
    const count = await listChecks(db, { kind: "single", sort: "code", limit: 9, offset: 0, today });
    assert.equal(count.total, 0, "nothing of what was refused stays");
    value(await record(check, 3));
    assert.equal((await verdictOf("FY-02"))?.conclusion, "kept");
  });

  it("answers once to an appeal, which changes the verdict with it", async () => {
    const settle = (by: By, decide: Parameters<typeof settleFinding>[3]["decide"]) =>
      settleFinding(db, { check: check.code, number: 2 }, as(by), { decide });
    const appeal = () =>
      settle(officer, (current, deps) =>
        current === undefined
          ? refuse<Refusal>({ code: "noAppeal" })
          : appealFinding(current, { text: "有异议" }, { ...as(officer), ...deps }),
      );
    value(await appeal());
    assert.equal(refusalOf(await appeal()), "alreadyAppealed");
    value(
      await settle(disc, (current, deps) =>
        current === undefined
          ? refuse<Refusal>({ code: "noAppeal" })
          : answerAppeal(
              current,
              { outcome: "changed", conclusion: "confirmed", text: "复核属实" },
              { ...as(disc), ...deps },
            ),
      ),
    );
    const verdict = await verdictOf("FY-01");
    assert.deepEqual([verdict?.conclusion, verdict?.body, verdict?.finding], ["kept", "disc", "复核属实"]);
    const { findings } = await listFindings(db, { appeal: "answered", sort: "on", limit: 9, offset: 0 });
    assert.deepEqual(
      findings.map(({ finding, title }) => [finding.number, title]),
      [[2, "缩短平均审理天数（FY-01）"]],
    );
  });

  it("of a look-back feeds the problem: it holds, or it is open again", async () => {
    const problem = value(
      await changeProblem(db, undefined, as(officer), (_, { bodies, nextCode }) =>
        openProblem(
          {
            title: "坡道被占用",
            detail: "轮椅不能通行",
            place: "东门",
            owner: "court",
            origin: "selfReport",
            due: addDays(today, 9),
          },
          { ...as(officer), bodies, code: nextCode },
        ),
      ),
    );
    value(
      await changeProblem(db, problem.code, as(officer), (current) => {
        assert.ok(current);
        return declareFixed(current, { text: "已清理", on: today }, { ...as(officer), evidenceCount: 1 });
      }),
    );
    const frame = { of: "problem" } as const;
    const first = await opened({ frame });
    value(await record(first, 1, { answers: {} }));
    assert.equal((await getProblem(db, problem.code))?.stage, "delisted");
    const back = await opened({ kind: "lookBack", frame: { of: "problem", standing: "delisted" } });
    assert.equal(refusalOf(await record(back, 1, { conclusion: "notConfirmed" })), "textMissing");
    value(await record(back, 1, { conclusion: "notConfirmed", due: addDays(today, 20) }));
    assert.equal((await getProblem(db, problem.code))?.stage, "reopened");
  });
});
