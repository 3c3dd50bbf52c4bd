// The list of draws as an address: what may be asked of it, read and written.

import { DRAW_STAGES, DRAW_SUBJECTS, type DrawStage, type DrawSubject } from "@yinuo/core";
import { DRAW_SORTS, type DrawSort } from "@yinuo/store";
import type { Ctx } from "../../site.ts";

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

export type DrawListQuery = {
  readonly q: string;
  readonly body: string;
  readonly stage: DrawStage | undefined;
  readonly subject: DrawSubject | undefined;
  readonly sort: DrawSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
};

/** What is not understood is left out. The newest ceremony comes first unless another order is asked for. */
export const readDrawQuery = (c: Ctx): DrawListQuery => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  const sort = DRAW_SORTS.find((one) => one === asked("sort")) ?? "ceremony";
  return {
    q: asked("q"),
    body: asked("body"),
    stage: DRAW_STAGES.find((one) => one === asked("stage")),
    subject: DRAW_SUBJECTS.find((one) => one === asked("subject")),
    sort,
    descending: asked("order") === "" ? sort === "ceremony" : asked("order") === "desc",
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** Defaults are left out, so that one list has one address. */
export const writeDrawQuery = (query: Partial<DrawListQuery>): Record<string, string | undefined> => {
  const { q, body, stage, subject, sort = "ceremony", descending = sort === "ceremony", page = 1 } = query;
  const usual = descending === (sort === "ceremony");
  return {
    q,
    body,
    stage,
    subject,
    sort: sort === "ceremony" ? undefined : sort,
    order: usual ? undefined : descending ? "desc" : "asc",
    page: page === 1 ? undefined : String(page),
  };
};

/** What the store is asked for. */
export const drawFilterOf = ({ q, body, stage, subject, sort, descending }: DrawListQuery) => ({
  q: q === "" ? undefined : q,
  body: body === "" ? undefined : body,
  stage,
  subject,
  sort,
  descending,
});
