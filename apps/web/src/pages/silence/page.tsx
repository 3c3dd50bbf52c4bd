// What was due and has not come: by whom, since when, each with its page; narrowed, sorted and paged by the address.

import { OWED_KINDS, type Body, type OwedItem } from "@yinuo/core";
import { formatDay, formatPeriod } from "@yinuo/period";
import { OWED_WORDS } from "@yinuo/tables";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { DataTable, Downloads, EmptyState, figure, Filters, Pager, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { silenceWords } from "../../words/silence.ts";
import { bodyPath, silencePath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import type { NameOf } from "../commitments/table.tsx";
import {
  OWED_SORTS,
  owedPath,
  readOwed,
  readOwedQuery,
  writeOwedQuery,
  type OwedQuery,
  type OwedSort,
} from "./read.ts";

const PAGE_SIZE = 50;

export const silencePage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = silenceWords[lang];
  const query = readOwedQuery(c);
  const { items, bodies, nameOf } = await readOwed(c, query);
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "overview" },
    <div class="flow">
      <Title title={words.title} lead={words.lead}>
        <p>
          <a href={`${localPath(lang, "/method")}#silence`}>{words.rules}</a>
        </p>
      </Title>
      <Narrowing lang={lang} query={query} bodies={bodies} />
      {items.length === 0 ? (
        <EmptyState lang={lang} title={words.none} next={[{ href: silencePath(lang), text: words.title }]} />
      ) : (
        <Found
          c={c}
          items={items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
          total={items.length}
          query={{ ...query, page }}
          nameOf={nameOf}
        />
      )}
    </div>,
  );
};

type NarrowingProps = { readonly lang: Lang; readonly query: OwedQuery; readonly bodies: readonly Body[] };

function Narrowing({ lang, query, bodies }: NarrowingProps) {
  const words = silenceWords[lang];
  const all = { value: "", text: words.all };
  return (
    <Filters
      lang={lang}
      action={silencePath(lang)}
      search={{ name: "q", value: query.q, label: words.search, hint: words.hint }}
      selects={[
        {
          name: "body",
          label: words.columns.body,
          value: query.body,
          options: [
            all,
            ...bodies.map(({ code, name, nameEn }) => ({ value: code, text: inLang(lang, name, nameEn) })),
          ],
        },
        {
          name: "kind",
          label: words.columns.kind,
          value: query.kind ?? "",
          options: [all, ...OWED_KINDS.map((kind) => ({ value: kind, text: kindWord(kind, lang) }))],
        },
        {
          name: "sort",
          label: words.sort,
          value: query.sort,
          options: OWED_SORTS.map((sort) => ({ value: sort, text: words.sorts[sort] })),
        },
      ]}
    />
  );
}

const kindWord = (kind: OwedItem["kind"], lang: Lang): string =>
  OWED_WORDS[kind][lang === "en" ? "en" : "zh"];

type FoundProps = {
  readonly c: Ctx;
  readonly items: readonly OwedItem[];
  readonly total: number;
  readonly query: OwedQuery;
  readonly nameOf: NameOf;
};

function Found({ c, items, total, query, nameOf }: FoundProps) {
  const lang = c.get("lang");
  const words = silenceWords[lang];
  const sortedBy = (sort: OwedSort) => ({
    sort: {
      href: silencePath(lang, writeOwedQuery({ ...query, sort, page: 1 })),
      ...(query.sort === sort ? { direction: "ascending" as const } : {}),
    },
  });
  return (
    <>
      <DataTable
        lang={lang}
        caption={words.found(figure(total, lang))}
        columns={[
          { header: words.columns.item },
          { header: words.columns.kind, bare: true, ...sortedBy("kind") },
          { header: words.columns.body, ...sortedBy("body") },
          { header: words.columns.since, ...sortedBy("since") },
          { header: words.columns.days, align: "end" },
        ]}
        rows={items.map((item) => ({
          cells: [
            <Item lang={lang} item={item} />,
            kindWord(item.kind, lang),
            <a href={bodyPath(lang, item.body)}>{typed(lang, nameOf(item.body))}</a>,
            <time datetime={item.since}>{formatDay(item.since, lang)}</time>,
            figure(item.days, lang),
          ],
        }))}
      />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(total / PAGE_SIZE))}
        total={total}
        href={(page) => silencePath(lang, writeOwedQuery({ ...query, page }))}
      />
      <Downloads lang={lang} files={fileLinks(lang, "silence", writeOwedQuery({ ...query, page: 1 }))} />
    </>
  );
}

function Item({ lang, item }: { lang: Lang; item: OwedItem }) {
  const { code, title, titleEn, period, count } = item;
  return (
    <>
      <a href={owedPath(lang, item)}>{typed(lang, inLang(lang, title, titleEn))}</a>{" "}
      <small>
        {code}
        {period === undefined ? "" : ` · ${formatPeriod(period, lang)}`}
        {count > 1 ? ` · ${silenceWords[lang].periods(figure(count, lang))}` : ""}
      </small>
    </>
  );
}
