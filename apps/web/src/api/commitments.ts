// Commitments through the API: the list of the page, and one with everything recorded about it.

import { completionOf, standingOf, type Commitment } from "@yinuo/core";
import {
  bodiesByCode,
  commitmentsByKeys,
  figuresOf,
  getCommitment,
  getProgramme,
  indicatorsByCode,
  listCommitments,
  listEvidence,
  listProgress,
  seriesFor,
} from "@yinuo/store";
import type { Ctx } from "../site.ts";
import { milestoneRows, targetRows } from "../pages/downloads/rows.ts";
import { about, answer, answerList } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { noSuch } from "./problem.ts";
import { byColumns, commitmentRecord, evidenceRecord } from "./records.ts";

export const commitmentList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const { q, programme, body, indicator, standing, kind, sort = "due", order } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const [{ rows, total }, bodies] = await Promise.all([
    listCommitments(db, {
      q,
      programme,
      body,
      indicator,
      standing,
      kind,
      sort,
      limit,
      offset,
      descending: order === "desc",
      today: c.get("today"),
    }),
    bodiesByCode(db),
  ]);
  const whole = await commitmentsByKeys(db, rows);
  const records = rows.flatMap((row) => {
    const commitment = whole.get(`${row.programme}/${row.code}`);
    const { completion, lead, standing: is } = row;
    return commitment === undefined
      ? []
      : [commitmentRecord({ commitment, lead: bodies.get(lead), standing: is, completion })];
  });
  return answerList(c, { noun: "commitments", rows: records, total, page, per });
};

export const oneCommitment = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const key = { programme: c.req.param("programme") ?? "", code: c.req.param("code") ?? "" };
  const [commitment, programme] = await Promise.all([
    getCommitment(db, key),
    getProgramme(db, key.programme),
  ]);
  if (commitment === undefined || programme === undefined) return noSuch(c);
  const [bodies, indicators, series, progress, evidence] = await Promise.all([
    bodiesByCode(db),
    indicatorsByCode(db),
    seriesFor(db, commitment.targets),
    listProgress(db, key),
    listEvidence(db, { programme: key.programme, commitment: key.code }),
  ]);
  const completion = completionOf(commitment, {
    rule: programme.completionRule,
    indicators,
    seriesOf: ({ indicator, body }) => figuresOf(series.get(`${indicator}/${body}`)?.observations ?? []),
  });
  const standing = standingOf(commitment, {
    today: c.get("today"),
    silentAfterDays: programme.silentAfterDays,
  });
  return answer(c, {
    ...about(c),
    ...commitmentRecord({
      commitment,
      lead: bodies.get(commitment.lead),
      standing,
      completion: completion.whole,
    }),
    verdict: verdictRecord(commitment),
    targets: targetRows(commitment).map((row) => byColumns("targets", row)),
    milestones: milestoneRows(commitment).map((row) => byColumns("milestones", row)),
    progress: progress.map(({ happenedOn, text, body, recordedAt }) => ({
      happenedOn,
      text,
      body,
      recordedAt,
    })),
    evidence: evidence.map(evidenceRecord),
  });
};

/** One from before there were checks comes from no finding. */
const verdictRecord = ({ verdict }: Commitment) =>
  verdict === undefined ? null : { ...verdict, check: verdict.check ?? null, number: verdict.number ?? null };
