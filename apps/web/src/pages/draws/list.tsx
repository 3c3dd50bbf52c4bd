// The public list of draws: search, filters, sorting and pages, all in the address.

import { DRAW_STAGES, DRAW_SUBJECTS, type Body } from "@yinuo/core";
import { DRAW_SORTS, listBodies, listDraws, type DrawSort } from "@yinuo/store";
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
import { drawsWords } from "../../words/draw-pages.ts";
import { drawSizeWords } from "../../words/draw-size.ts";
import { drawPath, drawSizePath, drawsPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { drawFilterOf, PAGE_SIZE, readDrawQuery, writeDrawQuery, type DrawListQuery } from "./query.ts";
import { DrawTable } from "./table.tsx";

export const drawsPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = drawsWords[lang];
  const query = readDrawQuery(c);
  const { db } = c.get("deps").store;
  const [found, bodies] = await Promise.all([
    listDraws(db, { ...drawFilterOf(query), limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE }),
    listBodies(db),
  ]);
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  // An old link to a page that is no longer there leads to the last one.
  if (query.page > pages) return c.redirect(drawsPath(lang, writeDrawQuery({ ...query, page: pages })), 302);
  const active = chosen(query, bodies, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "problems" },
    <div class="flow">
      <Title title={words.title} lead={words.lead}>
        <p>
          <a href={drawSizePath(lang)}>{drawSizeWords[lang].title}</a>
        </p>
      </Title>
      <Filters
        lang={lang}
        action={drawsPath(lang)}
        search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
        selects={drawSelects(query, bodies, lang)}
        active={active}
        clear={active.length > 1 ? drawsPath(lang) : undefined}
      />
      {found.total === 0 ? (
        <Nothing lang={lang} filtered={active.length > 0} />
      ) : (
        <Found
          c={c}
          query={query}
          found={found}
          caption={words.found(figure(found.total, lang), active.length > 0)}
          nameOf={namesOf(bodies, lang)}
        />
      )}
    </div>,
  );
};

type FoundProps = {
  readonly c: Ctx;
  readonly query: DrawListQuery;
  readonly found: Awaited<ReturnType<typeof listDraws>>;
  readonly caption: string;
  readonly nameOf: (code: string) => string;
};

function Found({ c, query, found, caption, nameOf }: FoundProps) {
  const lang = c.get("lang");
  return (
    <>
      <DrawTable
        lang={lang}
        caption={caption}
        draws={found.draws}
        timeZone={c.get("jurisdiction").timeZone}
        nameOf={nameOf}
        pathOf={({ code }) => drawPath(lang, code)}
        sortLink={(sort) => sortLink(query, sort, lang)}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => drawsPath(lang, writeDrawQuery({ ...query, page }))}
      />
      <Downloads
        lang={lang}
        files={fileLinks(lang, "draws", writeDrawQuery({ ...query, page: 1 }))}
        note={drawsWords[lang].filesNote}
      />
    </>
  );
}

function Nothing({ lang, filtered }: { lang: Lang; filtered: boolean }) {
  const words = drawsWords[lang];
  if (!filtered) return <EmptyState lang={lang} title={words.nothingYet} />;
  return (
    <EmptyState lang={lang} title={words.none} next={[{ href: drawsPath(lang), text: words.showAll }]}>
      {words.noneHelp}
    </EmptyState>
  );
}

export const drawSelects = (
  query: DrawListQuery,
  bodies: readonly Body[],
  lang: Lang,
): readonly FilterSelect[] => {
  const words = drawsWords[lang];
  const { drawStage, drawSubject } = choiceWords[lang];
  const all = { value: "", text: words.all };
  const select = (name: keyof typeof words.filters, value: string, options: FilterSelect["options"]) => ({
    name,
    label: words.filters[name],
    value,
    options,
  });
  return [
    select("stage", query.stage ?? "", [
      all,
      ...DRAW_STAGES.map((stage) => ({ value: stage, text: drawStage[stage] })),
    ]),
    select("subject", query.subject ?? "", [
      all,
      ...DRAW_SUBJECTS.map((subject) => ({ value: subject, text: drawSubject[subject] })),
    ]),
    select("body", query.body, [
      all,
      ...bodies
        .filter(({ inspects }) => inspects)
        .map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) })),
    ]),
    select(
      "sort",
      query.sort,
      DRAW_SORTS.map((sort) => ({ value: sort, text: words.sorts[sort] })),
    ),
  ];
};

/** Each chosen filter in words, with the address of the list without it. */
const chosen = (query: DrawListQuery, bodies: readonly Body[], lang: Lang): Link[] => {
  const { drawStage, drawSubject } = choiceWords[lang];
  const without = (part: Partial<DrawListQuery>, text: string | undefined): Link[] =>
    text === undefined
      ? []
      : [{ href: drawsPath(lang, writeDrawQuery({ ...query, ...part, page: 1 })), text }];
  const { q, body, stage, subject } = query;
  return [
    ...without({ q: "" }, q === "" ? undefined : `“${q}”`),
    ...without({ stage: undefined }, stage && drawStage[stage]),
    ...without({ subject: undefined }, subject && drawSubject[subject]),
    ...without({ body: "" }, body === "" ? undefined : namesOf(bodies, lang)(body)),
  ];
};

const sortLink = (query: DrawListQuery, sort: DrawSort, lang: Lang) => {
  const now = query.sort === sort;
  const descending = now ? !query.descending : sort === "ceremony";
  return {
    href: drawsPath(lang, writeDrawQuery({ ...query, sort, descending, page: 1 })),
    ...(now ? { direction: query.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
};
