// The list of checks as an address: what may be asked of it, read and written.

import { CHECK_KINDS, CHECK_STANDINGS, type CheckKind, type CheckStandingName } from "@yinuo/core";
import { CHECK_SORTS, type CheckSort } from "@yinuo/store";
import type { Ctx } from "../../site.ts";

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

export type CheckListQuery = {
  readonly q: string;
  readonly body: string;
  readonly kind: CheckKind | undefined;
  readonly standing: CheckStandingName | undefined;
  readonly sort: CheckSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
};

/** What is not understood is left out: an old or mistyped link still shows a list. The newest stand first. */
export const readCheckQuery = (c: Ctx): CheckListQuery => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  return {
    q: asked("q"),
    body: asked("body"),
    kind: CHECK_KINDS.find((one) => one === asked("kind")),
    standing: CHECK_STANDINGS.find((one) => one === asked("standing")),
    sort: CHECK_SORTS.find((one) => one === asked("sort")) ?? "due",
    descending: asked("order") !== "asc",
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** Defaults are left out, so that one list has one address. */
export const writeCheckQuery = (query: Partial<CheckListQuery>): Record<string, string | undefined> => ({
  q: query.q,
  body: query.body,
  kind: query.kind,
  standing: query.standing,
  sort: query.sort === "due" ? undefined : query.sort,
  order: query.descending === false ? "asc" : undefined,
  page: query.page === undefined || query.page === 1 ? undefined : String(query.page),
});

/** What the store is asked for. */
export const checkFilterOf = ({ q, body, kind, standing, sort, descending }: CheckListQuery) => ({
  q: q === "" ? undefined : q,
  body: body === "" ? undefined : body,
  kind,
  standing,
  sort,
  descending,
});
