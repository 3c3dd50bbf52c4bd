// Problems through the API: the list of the page, and one with its steps and evidence.

import { bodiesByCode, getProblem, listEvidence, listProblems } from "@yinuo/store";
import type { Ctx } from "../site.ts";
import { about, answer, answerList } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { noSuch } from "./problem.ts";
import { evidenceRecord, problemRecord } from "./records.ts";

export const problemList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const today = c.get("today");
  const { q, body, state: standing, level, origin, programme, commitment } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const filter = { q, body, standing, level, origin, programme, commitment };
  const [{ problems, total }, bodies] = await Promise.all([
    listProblems(db, { ...filter, sort: "code", limit, offset, today }),
    bodiesByCode(db),
  ]);
  const rows = problems.map((problem) => problemRecord({ problem, owner: bodies.get(problem.owner), today }));
  return answerList(c, { noun: "problems", rows, total, page, per });
};

export const oneProblem = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const problem = await getProblem(db, c.req.param("code") ?? "");
  if (problem === undefined) return noSuch(c);
  const [bodies, evidence] = await Promise.all([
    bodiesByCode(db),
    listEvidence(db, { problem: problem.code }),
  ]);
  return answer(c, {
    ...about(c),
    ...problemRecord({ problem, owner: bodies.get(problem.owner), today: c.get("today") }),
    plan: problem.steps.map(({ code, title, titleEn, due, firstDue, doneOn }) => ({
      code,
      title,
      titleEn: titleEn ?? null,
      due,
      firstDue,
      doneOn: doneOn ?? null,
    })),
    evidence: evidence.map(evidenceRecord),
  });
};
