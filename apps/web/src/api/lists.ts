// Programmes, bodies and indicators through the API: short lists, and one of each by its code.

import {
  getBody,
  getIndicator,
  getProgramme,
  listBodies,
  listIndicators,
  listProgrammes,
} from "@yinuo/store";
import { programmeRow } from "../pages/downloads/rows.ts";
import type { Ctx } from "../site.ts";
import { about, answer, answerList } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { noSuch } from "./problem.ts";
import { bodyRecord, byColumns, indicatorRecord } from "./records.ts";

const dbOf = (c: Ctx) => c.get("deps").store.db;
const codeOf = (c: Ctx): string => c.req.param("code") ?? "";

export const programmeList = async (c: Ctx, asked: Asked): Promise<Response> =>
  pageOf(c, asked, {
    noun: "programmes",
    rows: (await listProgrammes(dbOf(c))).map((one) => byColumns("programmes", programmeRow(one))),
  });

export const oneProgramme = async (c: Ctx): Promise<Response> => {
  const programme = await getProgramme(dbOf(c), codeOf(c));
  return one(c, programme && byColumns("programmes", programmeRow(programme)));
};

export const bodyList = async (c: Ctx, asked: Asked): Promise<Response> =>
  pageOf(c, asked, { noun: "bodies", rows: (await listBodies(dbOf(c))).map(bodyRecord) });

export const oneBody = async (c: Ctx): Promise<Response> => {
  const body = await getBody(dbOf(c), codeOf(c));
  return one(c, body && bodyRecord(body));
};

export const indicatorList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { q, body } = asked;
  return pageOf(c, asked, {
    noun: "indicators",
    rows: (await listIndicators(dbOf(c), { q, body })).map(indicatorRecord),
  });
};

export const oneIndicator = async (c: Ctx): Promise<Response> => {
  const indicator = await getIndicator(dbOf(c), codeOf(c));
  return one(c, indicator && indicatorRecord(indicator));
};

const one = (c: Ctx, record: object | undefined): Response =>
  record === undefined ? noSuch(c) : answer(c, { ...about(c), ...record });

const pageOf = (
  c: Ctx,
  asked: Asked,
  { noun, rows }: { readonly noun: string; readonly rows: readonly object[] },
): Response => {
  const { page, per, offset } = rowsOf(asked);
  return answerList(c, { noun, rows: rows.slice(offset, offset + per), total: rows.length, page, per });
};
