// The public list of checks: search, filters, sorting and pages, all in the address.

import { CHECK_KINDS, CHECK_STANDINGS, type Body } from "@yinuo/core";
import { CHECK_SORTS, listBodies, listChecks, type CheckSort } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang, type Lang } from "../../lang.ts";
import {
  Downloads,
  EmptyState,
  figure,
  Filters,
  Pager,
  Title,
  type FilterSelect,
  type Link,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checksWords } from "../../words/checks.ts";
import { checkPath, checksPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { checkFilterOf, PAGE_SIZE, readCheckQuery, writeCheckQuery, type CheckListQuery } from "./query.ts";
import { CheckTable } from "./table.tsx";

export const checksPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = checksWords[lang];
  const query = readCheckQuery(c);
  const { db } = c.get("deps").store;
  const today = c.get("today");
  const offset = (query.page - 1) * PAGE_SIZE;
  const [found, bodies] = await Promise.all([
    listChecks(db, { ...checkFilterOf(query), limit: PAGE_SIZE, offset, today }),
    listBodies(db),
  ]);
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  // An old link to a page that is no longer there leads to the last one.
  if (query.page > pages)
    return c.redirect(checksPath(lang, writeCheckQuery({ ...query, page: pages })), 302);
  const active = chosen(query, bodies, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "checks" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Filters
        lang={lang}
        action={checksPath(lang)}
        search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
        selects={checkSelects(query, bodies, lang)}
        hidden={query.descending ? {} : { order: "asc" }}
        active={active}
        clear={active.length > 1 ? checksPath(lang) : undefined}
      />
      {found.total === 0 ? (
        <Nothing lang={lang} filtered={active.length > 0} />
      ) : (
        <Found
          c={c}
          query={query}
          found={found}
          filtered={active.length > 0}
          nameOf={namesOf(bodies, lang)}
        />
      )}
    </div>,
  );
};

type FoundProps = {
  readonly c: Ctx;
  readonly query: CheckListQuery;
  readonly found: Awaited<ReturnType<typeof listChecks>>;
  readonly filtered: boolean;
  readonly nameOf: (code: string) => string;
};

function Found({ c, query, found, filtered, nameOf }: FoundProps) {
  const lang = c.get("lang");
  const words = checksWords[lang];
  return (
    <>
      <CheckTable
        lang={lang}
        caption={words.found(figure(found.total, lang), filtered)}
        checks={found.checks}
        today={c.get("today")}
        nameOf={nameOf}
        pathOf={(code) => checkPath(lang, code)}
        sortLink={(sort) => sortLink(query, sort, lang)}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => checksPath(lang, writeCheckQuery({ ...query, page }))}
      />
      <Downloads
        lang={lang}
        files={fileLinks(lang, "checks", writeCheckQuery({ ...query, page: 1 }))}
        note={words.filesNote}
      />
    </>
  );
}

function Nothing({ lang, filtered }: { lang: Lang; filtered: boolean }) {
  const words = checksWords[lang];
  if (!filtered) return <EmptyState lang={lang} title={words.nothingYet} />;
  return (
    <EmptyState lang={lang} title={words.none} next={[{ href: checksPath(lang), text: words.showAll }]}>
      {words.noneHelp}
    </EmptyState>
  );
}

export const checkSelects = (
  query: CheckListQuery,
  bodies: readonly Body[],
  lang: Lang,
): readonly FilterSelect[] => {
  const words = checksWords[lang];
  const all = { value: "", text: words.all };
  const select = (name: keyof typeof words.filters, value: string, options: FilterSelect["options"]) => ({
    name,
    label: words.filters[name],
    value,
    options,
  });
  return [
    select("body", query.body, [
      all,
      ...bodies
        .filter(({ inspects, code }) => inspects || code === query.body)
        .map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) })),
    ]),
    select("kind", query.kind ?? "", [
      all,
      ...CHECK_KINDS.map((kind) => ({ value: kind, text: choiceWords[lang].checkKind[kind] })),
    ]),
    select("standing", query.standing ?? "", [
      all,
      ...CHECK_STANDINGS.map((name) => ({ value: name, text: words.standings[name] })),
    ]),
    select(
      "sort",
      query.sort,
      CHECK_SORTS.map((sort) => ({ value: sort, text: words.sorts[sort] })),
    ),
  ];
};

/** Each chosen filter in words, with the address of the list without it. */
const chosen = (query: CheckListQuery, bodies: readonly Body[], lang: Lang): Link[] => {
  const without = (part: Partial<CheckListQuery>, text: string | undefined): Link[] =>
    text === undefined
      ? []
      : [{ href: checksPath(lang, writeCheckQuery({ ...query, ...part, page: 1 })), text }];
  const { q, body, kind, standing } = query;
  return [
    ...without({ q: "" }, q === "" ? undefined : `“${q}”`),
    ...without({ body: "" }, body === "" ? undefined : namesOf(bodies, lang)(body)),
    ...without({ kind: undefined }, kind && choiceWords[lang].checkKind[kind]),
    ...without({ standing: undefined }, standing && checksWords[lang].standings[standing]),
  ];
};

const sortLink = (query: CheckListQuery, sort: CheckSort, lang: Lang) => {
  const now = query.sort === sort;
  const descending = now && !query.descending;
  return {
    href: checksPath(lang, writeCheckQuery({ ...query, sort, descending, page: 1 })),
    ...(now ? { direction: query.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
};
