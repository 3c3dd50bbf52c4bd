// The problem of the small invented ledger: found at the court, with a plan, listed and late.

import { listProblem, openProblem, planProblem, type By, accountId, type BodyCode } from "@yinuo/core";
import { changeProblem, type Db } from "@yinuo/store";
import { day, must, step, XSS } from "./steps.ts";

const INSPECTOR: By = {
  account: accountId("inspector"),
  role: "inspector",
  body: "inspection" as BodyCode,
  inspects: true,
};

export const addProblems = async (db: Db): Promise<void> => {
  const found = step("2026-08-03", INSPECTOR);
  const { code } = must(
    await changeProblem(db, undefined, found, (_, { bodies, nextCode }) =>
      openProblem(
        {
          title: "诉讼服务中心坡道被占用",
          titleEn: "The ramp of the litigation centre is blocked",
          detail: `坡道上停放车辆，轮椅不能通行。${XSS}`,
          place: "诉讼服务中心东门",
          owner: "court",
          origin: "finding",
          due: day("2026-09-30"),
        },
        { ...found, bodies, code: nextCode },
      ),
    ),
  );
  const listed = step("2026-08-10", INSPECTOR);
  must(
    await changeProblem(db, code, listed, (problem) =>
      problem === undefined
        ? { ok: false, error: { code: "problemUnknown", problem: code } }
        : listProblem(problem, { level: "county", deadline: day("2026-10-10") }, listed),
    ),
  );
  const planned = step("2026-08-12");
  must(
    await changeProblem(db, code, planned, (problem) =>
      problem === undefined
        ? { ok: false, error: { code: "problemUnknown", problem: code } }
        : planProblem(problem, { steps: [{ title: "设隔离桩", due: day("2026-09-15") }] }, planned),
    ),
  );
};
