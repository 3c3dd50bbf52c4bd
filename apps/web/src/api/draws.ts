// Draws through the API: the list of the page, and one with everything it is recomputed from.

import { bodiesByCode, getDraw, listDraws, listWholeDraws } from "@yinuo/store";
import { drawFilePath } from "../pages/addresses.ts";
import type { Ctx } from "../site.ts";
import { about, answer, answerList } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { noSuch } from "./problem.ts";
import { drawRecord } from "./records.ts";

export const drawList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { db } = c.get("deps").store;
  const { q, body, stage, subject } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const filter = { q, body, stage, subject, sort: "code" } as const;
  const [{ total }, draws, bodies] = await Promise.all([
    listDraws(db, { ...filter, limit: 1, offset: 0 }),
    listWholeDraws(db, filter, { limit, offset }),
    bodiesByCode(db),
  ]);
  const rows = draws.map((draw) => drawRecord(draw, bodies.get(draw.body)));
  return answerList(c, { noun: "draws", rows, total, page, per });
};

export const oneDraw = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const draw = await getDraw(db, c.req.param("code") ?? "");
  if (draw === undefined) return noSuch(c);
  const { plan, frame, inspectors, seed, result } = draw;
  return answer(c, {
    ...about(c),
    ...drawRecord(draw, (await bodiesByCode(db)).get(draw.body)),
    files: {
      plan,
      frame,
      inspectors: inspectors ?? null,
      seed: seed ?? null,
      result: result ?? null,
    },
    evidence: drawFilePath(draw.code, "evidence.json"),
  });
};
