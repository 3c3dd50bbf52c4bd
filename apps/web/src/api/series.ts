// Figures and the history through the API.

import { countObservations, historyOf, indicatorsByCode, listObservations } from "@yinuo/store";
import type { Ctx } from "../site.ts";
import { about, answer, answerList, withQuery } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { entryRecord, observationRecord } from "./records.ts";

export const observationList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const { indicator, body, from, to } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const filter = { indicator, body, from, to };
  const [rows, total, indicators] = await Promise.all([
    listObservations(db, { ...filter, limit, offset }),
    countObservations(db, filter),
    indicatorsByCode(db),
  ]);
  const records = rows.map((one) => observationRecord(one, indicators.get(one.indicator)?.scale ?? 1));
  return answerList(c, { noun: "observations", rows: records, total, page, per });
};

/** By numbers and not by pages: while it is read, entries come in at its front. */
export const historyList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { programme, commitment, indicator, body, problem, check, verb, since, before } = asked;
  const { per } = rowsOf(asked);
  const { timeZone } = c.get("jurisdiction");
  const found = await historyOf(
    c.get("deps").store.db,
    {
      programme,
      commitment,
      indicator,
      problem,
      inspection: check,
      concerns: body,
      ...(verb === undefined ? {} : { verbs: [verb] }),
      ...(since === undefined ? {} : { since: { day: since, timeZone } }),
    },
    { limit: per + 1, before },
  );
  const shown = found.slice(0, per);
  const last = shown.at(-1);
  const next = found.length > per && last !== undefined ? withQuery(c, "before", last.seq) : undefined;
  return answer(c, { ...about(c), per, next: next ?? null, history: shown.map(entryRecord) }, { next });
};
