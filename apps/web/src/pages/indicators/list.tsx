// The list of indicators, by words and by body, each with the trend of whoever reports it.

import type { Body, Indicator, Observation } from "@yinuo/core";
import { listBodies, listIndicators, seriesFor } from "@yinuo/store";
import { inLang, localPath, type Lang } from "../../lang.ts";
import {
  DataTable,
  Downloads,
  EmptyState,
  figure,
  Filters,
  Pager,
  Sparkline,
  Title,
  type FilterSelect,
  type Link,
  type Row,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { indicatorsWords } from "../../words/indicators.ts";
import { indicatorPath, queryString } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { inUnit, unitOf } from "../numbers.ts";
import { pointsOf } from "./points.ts";

const PAGE_SIZE = 50;

export const indicatorsPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const words = indicatorsWords[lang];
  const query = readQuery(c);
  const [bodies, all] = await Promise.all([
    listBodies(db),
    listIndicators(db, { q: query.q, ...(query.body === "" ? {} : { body: query.body }) }),
  ]);
  const shown = all.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE);
  const seriesOf = await reportedSeries(
    c,
    shown,
    query.body === "" ? bodies.map(({ code }) => code) : [query.body],
  );
  const nameOf = namesOf(bodies, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "indicators" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Filters
        lang={lang}
        action={listPath(lang)}
        search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
        selects={[bodySelect(lang, query, bodies)]}
        active={activeFilters(lang, query, nameOf)}
      />
      {all.length === 0 ? (
        <EmptyState lang={lang} title={words.none} next={[{ href: listPath(lang), text: words.showAll }]}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Found
          lang={lang}
          query={query}
          total={all.length}
          rows={shown.map((indicator) =>
            indicatorRow({ lang, indicator, series: seriesOf(indicator.code), nameOf, body: query.body }),
          )}
        />
      )}
    </div>,
  );
};

type FoundProps = {
  readonly lang: Lang;
  readonly query: Query;
  readonly total: number;
  readonly rows: readonly Row[];
};

function Found({ lang, query, total, rows }: FoundProps) {
  const words = indicatorsWords[lang];
  return (
    <>
      <DataTable
        lang={lang}
        caption={words.found(figure(total, lang))}
        columns={[
          { header: words.columns.name },
          { header: words.columns.series, bare: true },
          { header: words.columns.latest, align: "end" },
          { header: words.columns.bodies },
        ]}
        rows={rows}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        total={total}
        href={(page) => listPath(lang, { ...query, page: page === 1 ? undefined : page })}
      />
      <Downloads lang={lang} files={fileLinks(lang, "indicators")} />
    </>
  );
}

type BodySeries = { readonly body: string; readonly observations: readonly Observation[] };

/** Each indicator's series, one for every body that reports it. */
const reportedSeries = async (
  c: Ctx,
  indicators: readonly Indicator[],
  bodies: readonly string[],
): Promise<(indicator: string) => readonly BodySeries[]> => {
  const series = await seriesFor(
    c.get("deps").store.db,
    indicators.flatMap(({ code }) => bodies.map((body) => ({ indicator: code, body }))),
  );
  return (indicator) =>
    bodies.flatMap((body) => {
      const one = series.get(`${indicator}/${body}`);
      return one === undefined ? [] : [{ body, observations: one.observations }];
    });
};

type Query = { readonly q: string; readonly body: string; readonly page: number };

const readQuery = (c: Ctx): Query => {
  const asked = (name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);
  const page = Number(asked("page"));
  return { q: asked("q"), body: asked("body"), page: Number.isInteger(page) && page > 0 ? page : 1 };
};

const listPath = (lang: Lang, query: Readonly<Record<string, string | number | undefined>> = {}): string =>
  `${localPath(lang, "/indicators")}${queryString(query)}`;

const bodySelect = (lang: Lang, query: Query, bodies: readonly Body[]): FilterSelect => ({
  name: "body",
  label: indicatorsWords[lang].body,
  value: query.body,
  options: [
    { value: "", text: indicatorsWords[lang].all },
    ...bodies.map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) })),
  ],
});

const activeFilters = (lang: Lang, query: Query, nameOf: (code: string) => string): Link[] => [
  ...(query.q === "" ? [] : [{ href: listPath(lang, { body: query.body }), text: `“${query.q}”` }]),
  ...(query.body === "" ? [] : [{ href: listPath(lang, { q: query.q }), text: nameOf(query.body) }]),
];

type IndicatorRowProps = {
  readonly lang: Lang;
  readonly indicator: Indicator;
  readonly series: readonly BodySeries[];
  readonly nameOf: (code: string) => string;
  readonly body: string;
};

const indicatorRow = ({ lang, indicator, series, nameOf, body }: IndicatorRowProps): Row => {
  const words = indicatorsWords[lang];
  const name = inLang(lang, indicator.name, indicator.nameEn);
  const only = series.length === 1 ? series[0] : undefined;
  const points = only === undefined ? [] : pointsOf(indicator, only.observations, lang);
  const last = points.findLast(({ value }) => value !== null);
  return {
    cells: [
      <>
        <a href={indicatorPath(lang, indicator.code, body === "" ? undefined : body)}>{name}</a>{" "}
        <small>{unitOf(indicator, lang)}</small>
      </>,
      only === undefined ? (
        ""
      ) : (
        <Sparkline
          lang={lang}
          title={name}
          points={points}
          unit={unitOf(indicator, lang)}
          decimals={indicator.decimals}
        />
      ),
      last === undefined || last.value === null ? (
        ""
      ) : (
        <>
          {inUnit(last.value, indicator, lang)} <small>{last.label}</small>
        </>
      ),
      series.length === 0 ? (
        <span class="faint">{words.nobody}</span>
      ) : only === undefined ? (
        words.bodiesCount(figure(series.length, lang))
      ) : (
        nameOf(only.body)
      ),
    ],
  };
};
