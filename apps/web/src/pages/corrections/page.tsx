// The corrections: every revision, amendment and withdrawal of what was public, newest first, by kind and body.

import type { Body, Indicator } from "@yinuo/core";
import { CORRECTION_KINDS, correctionsOf, indicatorsByCode, listBodies, type History } from "@yinuo/store";
import type { Lang } from "../../lang.ts";
import { Downloads, EmptyState, figure, Filters, Title, type FilterSelect } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { correctionsWords } from "../../words/corrections.ts";
import { changesPath, correctionsPath, historyPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { HistoryTable } from "../history/entries.tsx";
import { titlesOf, type TitleOf } from "../history/titles.ts";
import { choicesOf, namesOf } from "../names.ts";
import { correctionFilter, readCorrectionsQuery, type CorrectionsQuery } from "./query.ts";

const PAGE_SIZE = 50;

export const correctionsPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const words = correctionsWords[lang];
  const query = readCorrectionsQuery(c);
  const [entries, bodies, indicators] = await Promise.all([
    correctionsOf(db, correctionFilter(c, query), { limit: PAGE_SIZE + 1, before: query.before }),
    listBodies(db),
    indicatorsByCode(db),
  ]);
  const shown = entries.slice(0, PAGE_SIZE);
  const { before: _before, ...asked } = query;
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "history" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Filters
        lang={lang}
        action={correctionsPath(lang)}
        selects={selectsOf(lang, query, bodies)}
        {...(query.since === undefined ? {} : { hidden: { since: query.since } })}
      />
      <Entries
        c={c}
        entries={shown}
        nameOf={namesOf([...bodies, ...indicators.values()], lang)}
        indicators={indicators}
        titleOf={await titlesOf(db, shown, lang)}
      />
      <Steps lang={lang} query={query} older={entries.length > PAGE_SIZE ? shown.at(-1)?.seq : undefined} />
      <Downloads
        lang={lang}
        files={fileLinks(lang, "corrections", asked)}
        more={[
          { href: changesPath(lang), text: words.changes },
          { href: historyPath(lang), text: words.history },
        ]}
      />
    </div>,
  );
};

type EntriesProps = {
  readonly c: Ctx;
  readonly entries: readonly History[];
  readonly nameOf: (code: string) => string;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly titleOf: TitleOf;
};

function Entries({ c, entries, ...reader }: EntriesProps) {
  const lang = c.get("lang");
  const words = correctionsWords[lang];
  if (entries.length === 0)
    return (
      <EmptyState
        lang={lang}
        title={words.none}
        next={[{ href: correctionsPath(lang), text: words.title }]}
      />
    );
  return (
    <HistoryTable
      lang={lang}
      caption={words.count(figure(entries.length, lang))}
      entries={entries}
      timeZone={c.get("jurisdiction").timeZone}
      {...reader}
    />
  );
}

const selectsOf = (lang: Lang, { kind, body }: CorrectionsQuery, bodies: readonly Body[]): FilterSelect[] => {
  const words = correctionsWords[lang];
  const all = { value: "", text: words.all };
  return [
    {
      name: "kind",
      label: words.filters.kind,
      value: kind ?? "",
      options: [all, ...CORRECTION_KINDS.map((one) => ({ value: one, text: words.kinds[one] }))],
    },
    {
      name: "body",
      label: words.filters.body,
      value: body,
      options: [all, ...choicesOf(bodies, lang)],
    },
  ];
};

type StepsProps = {
  readonly lang: Lang;
  readonly query: CorrectionsQuery;
  readonly older: number | undefined;
};

function Steps({ lang, query, older }: StepsProps) {
  const words = correctionsWords[lang];
  const { before, ...asked } = query;
  if (before === undefined && older === undefined) return null;
  return (
    <nav class="tools" aria-label={words.pages}>
      <ul>
        {before === undefined ? null : (
          <li>
            <a href={correctionsPath(lang, asked)}>{words.newer}</a>
          </li>
        )}
        {older === undefined ? null : (
          <li>
            <a href={correctionsPath(lang, { ...asked, before: older })} rel="next">
              {words.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
