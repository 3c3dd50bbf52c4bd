// What is owed, narrowed as asked and as rows of its files; and where each thing is shown.

import { OWED_KINDS, type OwedItem, type OwedKind } from "@yinuo/core";
import { listBodies, listOwed } from "@yinuo/store";
import type { FileRow } from "@yinuo/tables";
import type { Lang } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { commitmentPath, indicatorPath, problemPath } from "../addresses.ts";
import type { NameOf } from "../commitments/table.tsx";
import { namesOf } from "../names.ts";

export const OWED_SORTS = ["since", "body", "kind"] as const;
export type OwedSort = (typeof OWED_SORTS)[number];

export type OwedFilter = {
  readonly q: string;
  readonly body: string;
  readonly kind: OwedKind | undefined;
  readonly sort?: OwedSort;
};

export type OwedQuery = OwedFilter & { readonly sort: OwedSort; readonly page: number };

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readOwedQuery = (c: Ctx): OwedQuery => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  return {
    q: asked("q"),
    body: asked("body"),
    kind: OWED_KINDS.find((one) => one === asked("kind")),
    sort: OWED_SORTS.find((one) => one === asked("sort")) ?? "since",
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** Defaults are left out, so that one list has one address. */
export const writeOwedQuery = ({ q, body, kind, sort, page }: Partial<OwedQuery>) => ({
  q,
  body,
  kind,
  sort: sort === "since" ? undefined : sort,
  page: page === 1 ? undefined : page,
});

export const readOwed = async (c: Ctx, filter: OwedFilter) => {
  const { db } = c.get("deps").store;
  const [all, bodies] = await Promise.all([listOwed(db, { today: c.get("today") }), listBodies(db)]);
  const nameOf = namesOf(bodies, c.get("lang"));
  const items = all.filter((item) => matches(item, filter, nameOf));
  return { items: sorted(items, filter.sort ?? "since"), bodies, nameOf };
};

const matches = (item: OwedItem, { q, body, kind }: OwedFilter, nameOf: NameOf): boolean => {
  const text = [item.code, item.title, item.titleEn, nameOf(item.body)].join(" ").toLowerCase();
  return (
    (body === "" || item.body === body) &&
    (kind === undefined || item.kind === kind) &&
    q
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => text.includes(word))
  );
};

/** What was longest owed stays first among equal ones. */
const sorted = (items: readonly OwedItem[], sort: OwedSort): readonly OwedItem[] => {
  if (sort === "since") return items;
  const place = (item: OwedItem): string =>
    sort === "body" ? item.body : String(OWED_KINDS.indexOf(item.kind));
  return items.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
};

/** The page of what is owed. */
export const owedPath = (
  lang: Lang,
  { programme, commitment, indicator, problem, body }: OwedItem,
): string => {
  if (problem !== undefined) return problemPath(lang, problem);
  if (indicator !== undefined) return indicatorPath(lang, indicator, body);
  return commitmentPath(lang, { programme: programme ?? "", code: commitment ?? "" });
};

export const owedRow = (item: OwedItem, nameOf: NameOf): FileRow => ({
  kind: item.kind,
  body: item.body,
  bodyName: nameOf(item.body),
  code: item.code,
  title: item.title,
  programme: item.programme,
  period: item.period,
  count: item.count,
  since: item.since,
  days: item.days,
});

export const silenceRows = async (c: Ctx): Promise<readonly FileRow[]> => {
  const { items, nameOf } = await readOwed(c, readOwedQuery(c));
  return items.map((item) => owedRow(item, nameOf));
};
