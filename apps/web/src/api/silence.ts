// What is owed through the API: the list of the page.

import type { Ctx } from "../site.ts";
import { owedPath, owedRow, readOwed } from "../pages/silence/read.ts";
import { answerList } from "./answer.ts";
import { rowsOf, type Asked } from "./parameters.ts";
import { byColumns } from "./records.ts";

export const owedList = async (c: Ctx, asked: Asked): Promise<Response> => {
  const { q = "", body = "", owed } = asked;
  const { page, per, limit, offset } = rowsOf(asked);
  const { items, nameOf } = await readOwed(c, { q, body, kind: owed });
  const rows = items.slice(offset, offset + limit).map((item) => ({
    ...byColumns("silence", owedRow(item, nameOf)),
    page: { "zh-CN": owedPath("zh-CN", item), en: owedPath("en", item) },
  }));
  return answerList(c, { noun: "silence", rows, total: items.length, page, per });
};
