// The whole public history, newest first, by kind, programme and body.

import { VERBS, type Body, type Programme, type Verb } from "@yinuo/core";
import { historyOf, indicatorsByCode, listBodies, listProgrammes } from "@yinuo/store";
import { loggedOf } from "@yinuo/store/log";
import { inLang, type Lang } from "../../lang.ts";
import { EmptyState, figure, Filters, Title, type FilterSelect } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { historyWords } from "../../words/history.ts";
import { changesPath, correctionsPath, historyPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { choicesOf, namesOf } from "../names.ts";
import { HistoryTable } from "./entries.tsx";
import { titlesOf } from "./titles.ts";

const PAGE_SIZE = 50;

/** What a reader may ask for: the noun of a verb. Accounts, imports and refusals are not public. */
const KINDS = [
  "commitment",
  "progress",
  "milestone",
  "evidence",
  "observation",
  "indicator",
  "body",
  "programme",
  "redaction",
  "key",
  "problem",
  "draw",
  "check",
  "finding",
] as const;
type Kind = (typeof KINDS)[number];

export const historyPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = historyWords[lang];
  const query = readQuery(c);
  const { shown, older, choices, names } = await readHistory(c, query);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "history" },
    <div class="flow">
      <Title title={words.title} lead={words.lead}>
        <p>
          <a href={correctionsPath(lang)}>{words.corrections}</a>{" "}
          <a href={changesPath(lang)}>{words.changes}</a>
        </p>
      </Title>
      <Filters lang={lang} action={historyPath(lang)} selects={selectsOf(lang, query, choices)} />
      {shown.length === 0 ? (
        <EmptyState lang={lang} title={words.none} next={[{ href: historyPath(lang), text: words.title }]} />
      ) : (
        <HistoryTable
          lang={lang}
          caption={words.count(figure(shown.length, lang))}
          entries={shown}
          timeZone={c.get("jurisdiction").timeZone}
          {...names}
        />
      )}
      <Steps lang={lang} query={query} older={older} />
    </div>,
  );
};

const readHistory = async (c: Ctx, query: Query) => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const [entries, bodies, indicators, programmes] = await Promise.all([
    historyOf(db, filterOf(query), {
      limit: PAGE_SIZE + 1,
      ...(query.before === undefined ? {} : { before: query.before }),
    }),
    listBodies(db),
    indicatorsByCode(db),
    listProgrammes(db, { published: true }),
  ]);
  const shown = entries.slice(0, PAGE_SIZE);
  return {
    shown,
    older: entries.length > PAGE_SIZE ? shown.at(-1)?.seq : undefined,
    choices: { bodies, programmes },
    names: {
      indicators,
      nameOf: namesOf([...bodies, ...indicators.values()], lang),
      titleOf: await titlesOf(db, shown, lang),
      logged: await loggedOf(
        db,
        shown.map(({ seq }) => seq),
      ),
    },
  };
};

type Query = {
  readonly kind: Kind | undefined;
  readonly programme: string;
  readonly body: string;
  readonly before: number | undefined;
};

const readQuery = (c: Ctx): Query => {
  const before = Number(c.req.query("before"));
  return {
    kind: KINDS.find((kind) => kind === c.req.query("kind")),
    programme: c.req.query("programme") ?? "",
    body: c.req.query("body") ?? "",
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
};

const filterOf = ({ kind, programme, body }: Query) => ({
  ...(kind === undefined ? {} : { verbs: VERBS.filter((verb: Verb) => verb.startsWith(`${kind}.`)) }),
  ...(programme === "" ? {} : { programme }),
  ...(body === "" ? {} : { actorBody: body }),
});

type Choices = { readonly bodies: readonly Body[]; readonly programmes: readonly Programme[] };

const selectsOf = (lang: Lang, query: Query, { bodies, programmes }: Choices): FilterSelect[] => {
  const words = historyWords[lang];
  const all = { value: "", text: words.all };
  return [
    {
      name: "kind",
      label: words.filters.what,
      value: query.kind ?? "",
      options: [all, ...KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] }))],
    },
    {
      name: "programme",
      label: words.filters.programme,
      value: query.programme,
      options: [
        all,
        ...programmes.map(({ code, title, titleEn }) => ({
          value: code,
          text: inLang(lang, title, titleEn),
        })),
      ],
    },
    {
      name: "body",
      label: words.filters.body,
      value: query.body,
      options: [all, ...choicesOf(bodies, lang)],
    },
  ];
};

function Steps({ lang, query, older }: { lang: Lang; query: Query; older: number | undefined }) {
  const words = historyWords[lang];
  const { before, ...filters } = query;
  if (before === undefined && older === undefined) return null;
  return (
    <nav class="tools" aria-label={words.title}>
      <ul>
        {before === undefined ? null : (
          <li>
            <a href={historyPath(lang, filters)}>{words.newer}</a>
          </li>
        )}
        {older === undefined ? null : (
          <li>
            <a href={historyPath(lang, { ...filters, before: older })} rel="next">
              {words.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
