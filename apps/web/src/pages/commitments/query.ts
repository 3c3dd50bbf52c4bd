// The list of commitments as an address: what may be asked of it, read and written.

import { COMMITMENT_KINDS, type CommitmentKind } from "@yinuo/core";
import type { Ctx } from "../../site.ts";
import { readStanding, type StandingName } from "../standings.ts";

export const SORTS = ["due", "code", "title", "completion", "recorded"] as const;
export type Sort = (typeof SORTS)[number];

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

export type ListQuery = {
  readonly q: string;
  readonly programme: string;
  readonly body: string;
  readonly standing: StandingName | undefined;
  readonly kind: CommitmentKind | undefined;
  /** Asked for by the link of an indicator's page. */
  readonly indicator: string;
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
};

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readListQuery = (c: Ctx): ListQuery => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  return {
    q: asked("q"),
    programme: asked("programme"),
    body: asked("body"),
    standing: readStanding(asked("standing")),
    kind: COMMITMENT_KINDS.find((kind) => kind === asked("kind")),
    indicator: asked("indicator"),
    sort: SORTS.find((sort) => sort === asked("sort")) ?? "due",
    descending: asked("order") === "desc",
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** The query as it stands in an address; defaults are left out, so that one list has one address. */
export const writeListQuery = (query: Partial<ListQuery>): Record<string, string | undefined> => ({
  q: query.q,
  programme: query.programme,
  body: query.body,
  standing: query.standing,
  kind: query.kind,
  indicator: query.indicator,
  sort: query.sort === "due" ? undefined : query.sort,
  order: query.descending === true ? "desc" : undefined,
  page: query.page === undefined || query.page === 1 ? undefined : String(query.page),
});

/** What the store is asked for. */
export const filterOf = (query: ListQuery) => ({
  ...(query.q === "" ? {} : { q: query.q }),
  ...(query.programme === "" ? {} : { programme: query.programme }),
  ...(query.body === "" ? {} : { body: query.body }),
  ...(query.standing === undefined ? {} : { standing: query.standing }),
  ...(query.kind === undefined ? {} : { kind: query.kind }),
  ...(query.indicator === "" ? {} : { indicator: query.indicator }),
  sort: query.sort,
  descending: query.descending,
});
