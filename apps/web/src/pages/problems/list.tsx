// The public list of problems: search, filters, sorting and pages, all in the address.

import { LISTING_LEVELS, PROBLEM_ORIGINS, PROBLEM_STANDINGS, type Body } from "@yinuo/core";
import { listBodies, listProblems, PROBLEM_SORTS, type ProblemSort } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
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
import { problemRoundsWords } from "../../words/problem-rounds.ts";
import { problemsWords } from "../../words/problems.ts";
import { drawsPath, problemPath, problemsPath, roundsPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { choicesOf, namesOf } from "../names.ts";
import {
  PAGE_SIZE,
  problemFilterOf,
  readProblemQuery,
  writeProblemQuery,
  type ProblemListQuery,
} from "./query.ts";
import { ProblemTable } from "./table.tsx";

export const problemsPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = problemsWords[lang];
  const query = readProblemQuery(c);
  const { db } = c.get("deps").store;
  const [found, bodies] = await Promise.all([
    listProblems(db, {
      ...problemFilterOf(query),
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
      today: c.get("today"),
    }),
    listBodies(db),
  ]);
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  // An old link to a page that is no longer there leads to the last one.
  if (query.page > pages)
    return c.redirect(problemsPath(lang, writeProblemQuery({ ...query, page: pages })), 302);
  const active = chosen(query, bodies, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "problems" },
    <div class="flow">
      <Opening lang={lang} />
      <Filters
        lang={lang}
        action={problemsPath(lang)}
        search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
        selects={problemSelects(query, bodies, lang)}
        hidden={query.descending ? { order: "desc" } : {}}
        active={active}
        clear={active.length > 1 ? problemsPath(lang) : undefined}
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

function Opening({ lang }: { lang: Lang }) {
  const { title, lead } = problemsWords[lang];
  return (
    <Title title={title} lead={lead}>
      <p>
        <a href={roundsPath(lang)}>{problemRoundsWords[lang].title}</a>{" "}
        <a href={drawsPath(lang)}>{drawsWords[lang].title}</a>
      </p>
    </Title>
  );
}

type FoundProps = {
  readonly c: Ctx;
  readonly query: ProblemListQuery;
  readonly found: Awaited<ReturnType<typeof listProblems>>;
  readonly caption: string;
  readonly nameOf: (code: string) => string;
};

function Found({ c, query, found, caption, nameOf }: FoundProps) {
  const lang = c.get("lang");
  return (
    <>
      <ProblemTable
        lang={lang}
        caption={caption}
        problems={found.problems}
        today={c.get("today")}
        nameOf={nameOf}
        pathOf={(problem) => problemPath(lang, problem.code)}
        sortLink={(sort) => sortLink(query, sort, lang)}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => problemsPath(lang, writeProblemQuery({ ...query, page }))}
      />
      <Downloads
        lang={lang}
        files={fileLinks(lang, "problems", writeProblemQuery({ ...query, page: 1 }))}
        note={problemsWords[lang].filesNote}
      />
    </>
  );
}

function Nothing({ lang, filtered }: { lang: Lang; filtered: boolean }) {
  const words = problemsWords[lang];
  if (!filtered) return <EmptyState lang={lang} title={words.nothingYet} />;
  return (
    <EmptyState lang={lang} title={words.none} next={[{ href: problemsPath(lang), text: words.showAll }]}>
      {words.noneHelp}
    </EmptyState>
  );
}

export const problemSelects = (
  query: ProblemListQuery,
  bodies: readonly Body[],
  lang: Lang,
): readonly FilterSelect[] => {
  const words = problemsWords[lang];
  const choices = choiceWords[lang];
  const all = { value: "", text: words.all };
  const select = (name: keyof typeof words.filters, value: string, options: FilterSelect["options"]) => ({
    name,
    label: words.filters[name],
    value,
    options,
  });
  return [
    select("body", query.body, [all, ...choicesOf(bodies, lang)]),
    select("standing", query.standing ?? "", [
      all,
      ...PROBLEM_STANDINGS.map((name) => ({ value: name, text: words.standings[name] })),
    ]),
    select("level", query.level ?? "", [
      all,
      ...LISTING_LEVELS.map((level) => ({ value: level, text: choices.listingLevel[level] })),
    ]),
    select("origin", query.origin ?? "", [
      all,
      ...PROBLEM_ORIGINS.map((origin) => ({ value: origin, text: choices.problemOrigin[origin] })),
    ]),
    select(
      "sort",
      query.sort,
      PROBLEM_SORTS.map((sort) => ({ value: sort, text: words.sorts[sort] })),
    ),
  ];
};

/** Each chosen filter in words, with the address of the list without it. */
const chosen = (query: ProblemListQuery, bodies: readonly Body[], lang: Lang): Link[] => {
  const { listingLevel, problemOrigin } = choiceWords[lang];
  const without = (part: Partial<ProblemListQuery>, text: string | undefined): Link[] =>
    text === undefined
      ? []
      : [{ href: problemsPath(lang, writeProblemQuery({ ...query, ...part, page: 1 })), text }];
  const { q, body, standing, level, origin } = query;
  return [
    ...without({ q: "" }, q === "" ? undefined : `“${q}”`),
    ...without({ body: "" }, body === "" ? undefined : namesOf(bodies, lang)(body)),
    ...without({ standing: undefined }, standing && problemsWords[lang].standings[standing]),
    ...without({ level: undefined }, level && listingLevel[level]),
    ...without({ origin: undefined }, origin && problemOrigin[origin]),
  ];
};

const sortLink = (query: ProblemListQuery, sort: ProblemSort, lang: Lang) => {
  const now = query.sort === sort;
  const descending = now && !query.descending;
  return {
    href: problemsPath(lang, writeProblemQuery({ ...query, sort, descending, page: 1 })),
    ...(now ? { direction: query.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
};
