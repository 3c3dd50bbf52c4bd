// The list of commitments: search, filters, sorting and pages, all in the address.

import { COMMITMENT_KINDS, type Body, type Indicator, type Programme } from "@yinuo/core";
import { getIndicator, listBodies, listCommitments, listProgrammes } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang, type Lang } from "../../lang.ts";
import {
  Downloads,
  EmptyState,
  figure,
  Filters,
  Pager,
  statusWord,
  Title,
  type FilterSelect,
  type Link,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { commitmentsPath, downloadPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { MARK_OF, SHOWN } from "../standings.ts";
import {
  filterOf,
  PAGE_SIZE,
  readListQuery,
  SORTS,
  writeListQuery,
  type ListQuery,
  type Sort,
} from "./query.ts";
import { CommitmentTable, type NameOf } from "./table.tsx";

export const listPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = commitmentsWords[lang];
  const query = readListQuery(c);
  const { found, ...choices } = await readList(c, query);
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  // An old link to a page that is no longer there leads to the last one.
  if (query.page > pages)
    return c.redirect(commitmentsPath(lang, writeListQuery({ ...query, page: pages })), 302);
  const filtered = activeFilters(query, choices, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "commitments" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Filters
        lang={lang}
        action={commitmentsPath(lang)}
        search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
        selects={selectsOf(query, choices, lang)}
        hidden={hiddenOf(query)}
        active={filtered}
        clear={filtered.length > 1 ? commitmentsPath(lang) : undefined}
      />
      {found.total === 0 ? (
        <Nothing lang={lang} filtered={filtered.length > 0} />
      ) : (
        <Found
          lang={lang}
          query={query}
          found={found}
          pages={pages}
          caption={words.found(figure(found.total, lang), filtered.length > 0)}
          nameOf={namesOf(choices.bodies, lang)}
        />
      )}
    </div>,
  );
};

const readList = async (c: Ctx, query: ListQuery) => {
  const { db } = c.get("deps").store;
  const [found, bodies, programmes, indicator] = await Promise.all([
    listCommitments(db, {
      ...filterOf(query),
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
      today: c.get("today"),
    }),
    listBodies(db),
    listProgrammes(db, { published: true }),
    query.indicator === "" ? undefined : getIndicator(db, query.indicator),
  ]);
  return { found, bodies, programmes, indicator };
};

type FoundProps = {
  readonly lang: Lang;
  readonly query: ListQuery;
  readonly found: Awaited<ReturnType<typeof listCommitments>>;
  readonly pages: number;
  readonly caption: string;
  readonly nameOf: NameOf;
};

function Found({ lang, query, found, pages, caption, nameOf }: FoundProps) {
  return (
    <>
      <CommitmentTable
        lang={lang}
        caption={caption}
        rows={found.rows}
        nameOf={nameOf}
        sortLink={(sort) => sortLink(query, sort, lang)}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={pages}
        total={found.total}
        href={(page) => commitmentsPath(lang, writeListQuery({ ...query, page }))}
      />
      <Downloads lang={lang} files={downloadsOf(query, lang)} note={commitmentsWords[lang].filesNote} />
    </>
  );
}

function Nothing({ lang, filtered }: { lang: Lang; filtered: boolean }) {
  const words = commitmentsWords[lang];
  if (!filtered) return <EmptyState lang={lang} title={words.nothingYet} />;
  return (
    <EmptyState lang={lang} title={words.none} next={[{ href: commitmentsPath(lang), text: words.showAll }]}>
      {words.noneHelp}
    </EmptyState>
  );
}

type Choices = {
  readonly bodies: readonly Body[];
  readonly programmes: readonly Programme[];
  readonly indicator: Indicator | undefined;
};

/** What has no field of its own in the form and is kept on the next search. */
const hiddenOf = ({ descending, indicator }: ListQuery): Record<string, string> => ({
  ...(descending ? { order: "desc" } : {}),
  ...(indicator === "" ? {} : { indicator }),
});

const selectsOf = (query: ListQuery, { bodies, programmes }: Choices, lang: Lang): FilterSelect[] => {
  const words = commitmentsWords[lang];
  const all = { value: "", text: words.all };
  const programmeOptions = programmes.map(({ code, title, titleEn }) => ({
    value: code,
    text: inLang(lang, title, titleEn),
  }));
  const select = (name: keyof typeof words.filters, value: string, options: FilterSelect["options"]) => ({
    name,
    label: words.filters[name],
    value,
    options,
  });
  return [
    ...(programmes.length > 1 ? [select("programme", query.programme, [all, ...programmeOptions])] : []),
    select("body", query.body, [
      all,
      ...bodies.map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) })),
    ]),
    select("standing", query.standing ?? "", [
      all,
      ...SHOWN.map((name) => ({ value: name, text: statusWord(MARK_OF[name], lang) })),
    ]),
    select("kind", query.kind ?? "", [
      all,
      ...COMMITMENT_KINDS.map((kind) => ({ value: kind, text: choiceWords[lang].commitmentKind[kind] })),
    ]),
    select(
      "sort",
      query.sort,
      SORTS.map((sort) => ({ value: sort, text: words.sorts[sort] })),
    ),
  ];
};

/** Each chosen filter in words, with the address of the list without it. */
const activeFilters = (query: ListQuery, { bodies, programmes, indicator }: Choices, lang: Lang): Link[] => {
  const without = (part: Partial<ListQuery>, text: string): Link => ({
    href: commitmentsPath(lang, writeListQuery({ ...query, ...part, page: 1 })),
    text,
  });
  const body = bodies.find(({ code }) => code === query.body);
  const programme = programmes.find(({ code }) => code === query.programme);
  return [
    ...(query.q === "" ? [] : [without({ q: "" }, `“${query.q}”`)]),
    ...(query.programme === ""
      ? []
      : [
          without(
            { programme: "" },
            programme ? inLang(lang, programme.title, programme.titleEn) : query.programme,
          ),
        ]),
    ...(query.body === ""
      ? []
      : [without({ body: "" }, body ? inLang(lang, body.name, body.nameEn) : query.body)]),
    ...(query.standing === undefined
      ? []
      : [without({ standing: undefined }, statusWord(MARK_OF[query.standing], lang))]),
    ...(query.kind === undefined
      ? []
      : [without({ kind: undefined }, choiceWords[lang].commitmentKind[query.kind])]),
    ...(query.indicator === ""
      ? []
      : [
          without(
            { indicator: "" },
            indicator ? inLang(lang, indicator.name, indicator.nameEn) : query.indicator,
          ),
        ]),
  ];
};

const sortLink = (query: ListQuery, sort: Sort, lang: Lang) => {
  const now = query.sort === sort;
  const descending = now && !query.descending;
  return {
    href: commitmentsPath(lang, writeListQuery({ ...query, sort, descending, page: 1 })),
    ...(now ? { direction: query.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
};

/** The same filters without the page: exactly what the reader is looking at, to its end. */
const downloadsOf = (query: ListQuery, lang: Lang) => {
  const asked = writeListQuery({ ...query, page: 1 });
  return (["csv", "xlsx", "json"] as const).map((format) => ({
    href: downloadPath(lang, "commitments", format, asked),
    format: format.toUpperCase() as "CSV" | "XLSX" | "JSON",
  }));
};
