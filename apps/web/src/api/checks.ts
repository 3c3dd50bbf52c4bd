// Checks and findings through the API: the lists of the pages, and one check with its questions and its frozen list.

import type { Finding, Subject } from "@yinuo/core";
import { bodiesByCode, getCheck, listChecks, listFindings } from "@yinuo/store";
import type { Ctx } from "../site.ts";
import { about, answer, answerList } from "./answer.ts";
import { checkRecord, findingRecord } from "./check-records.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { noSuch } from "./problem.ts";

export const checkList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const today = c.get("today");
  const { q, body, programme, checkKind: kind, checkState: standing } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const [{ checks, total }, bodies] = await Promise.all([
    listChecks(db, { q, body, programme, kind, standing, sort: "code", limit, offset, today }),
    bodiesByCode(db),
  ]);
  const rows = checks.map((row) => checkRecord({ ...row, body: bodies.get(row.check.body), today }));
  return answerList(c, { noun: "checks", rows, total, page, per });
};

export const oneCheck = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const check = await getCheck(db, c.req.param("code") ?? "");
  if (check === undefined) return noSuch(c);
  const limit = check.subjects.length + 1;
  const [bodies, { findings, total }] = await Promise.all([
    bodiesByCode(db),
    listFindings(db, { check: check.code, sort: "number", limit, offset: 0 }),
  ]);
  const { subjects, ...alone } = check;
  const counted = { subjects: subjects.length, found: total };
  const found = new Map(findings.map(({ finding }) => [finding.number, finding]));
  return answer(c, {
    ...about(c),
    ...checkRecord({ check: alone, ...counted, body: bodies.get(check.body), today: c.get("today") }),
    checklist: check.checklist,
    list: subjects.map((subject) => subjectRecord(subject, found.get(subject.number))),
  });
};

const subjectRecord = (
  { number, key, title, titleEn, owners, inspector, recused, missed }: Subject,
  finding: Finding | undefined,
) => ({
  number,
  programme: "problem" in key ? null : key.programme,
  commitment: "problem" in key ? null : key.commitment,
  problem: "problem" in key ? key.problem : null,
  title,
  titleEn: titleEn ?? null,
  owners,
  inspector: inspector ?? null,
  recused,
  conclusion: finding?.conclusion ?? null,
  missed: missed ?? null,
});

export const findingList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const { check, programme, commitment, problem, body } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const filter = { check, programme, commitment, problem, body };
  const [{ findings, total }, bodies] = await Promise.all([
    listFindings(db, { ...filter, sort: "number", limit, offset }),
    bodiesByCode(db),
  ]);
  const rows = findings.map((row) => findingRecord({ row, body: bodies.get(row.finding.body) }));
  return answerList(c, { noun: "findings", rows, total, page, per });
};
