// The list of problems as an address: what may be asked of it, read and written.

import {
  LISTING_LEVELS,
  PROBLEM_ORIGINS,
  PROBLEM_STANDINGS,
  type ListingLevel,
  type ProblemOrigin,
  type ProblemStandingName,
} from "@yinuo/core";
import { PROBLEM_SORTS, type ProblemSort } from "@yinuo/store";
import type { Ctx } from "../../site.ts";

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

export type ProblemListQuery = {
  readonly q: string;
  readonly body: string;
  readonly standing: ProblemStandingName | undefined;
  readonly level: ListingLevel | undefined;
  readonly origin: ProblemOrigin | undefined;
  readonly sort: ProblemSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
};

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readProblemQuery = (c: Ctx): ProblemListQuery => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  return {
    q: asked("q"),
    body: asked("body"),
    standing: PROBLEM_STANDINGS.find((one) => one === asked("standing")),
    level: LISTING_LEVELS.find((one) => one === asked("level")),
    origin: PROBLEM_ORIGINS.find((one) => one === asked("origin")),
    sort: PROBLEM_SORTS.find((one) => one === asked("sort")) ?? "deadline",
    descending: asked("order") === "desc",
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** Defaults are left out, so that one list has one address. */
export const writeProblemQuery = (query: Partial<ProblemListQuery>): Record<string, string | undefined> => ({
  q: query.q,
  body: query.body,
  standing: query.standing,
  level: query.level,
  origin: query.origin,
  sort: query.sort === "deadline" ? undefined : query.sort,
  order: query.descending === true ? "desc" : undefined,
  page: query.page === undefined || query.page === 1 ? undefined : String(query.page),
});

/** What the store is asked for. */
export const problemFilterOf = ({
  q,
  body,
  standing,
  level,
  origin,
  sort,
  descending,
}: ProblemListQuery) => ({
  q: q === "" ? undefined : q,
  body: body === "" ? undefined : body,
  standing,
  level,
  origin,
  sort,
  descending,
});
