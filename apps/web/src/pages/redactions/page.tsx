// The redactions in public: what was taken out of which record, why, by which two bodies, and how often each had a hand in it.

import { REDACTION_GROUNDS, type Body } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import {
  countRedactions,
  indicatorsByCode,
  listBodies,
  listRedactions,
  totalOfRedactions,
  type Redaction,
} from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import {
  DataTable,
  Downloads,
  EmptyState,
  Facts,
  figure,
  Filters,
  Pager,
  Part,
  Title,
  type Row,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { redactionWords } from "../../words/redactions.ts";
import { historyPath, logPath, redactionsPath, verifyPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import type { Reader } from "../history/changes.ts";
import { about } from "../history/entries.tsx";
import { titlesOf, type TitleOf } from "../history/titles.ts";
import { choicesOf, namesOf } from "../names.ts";
import {
  PAGE_SIZE,
  readRedactionQuery,
  redactionFilterOf,
  writeRedactionQuery,
  type RedactionQuery,
} from "./query.ts";
import { redactedField } from "./field.ts";

export const redactionsPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = redactionWords[lang];
  const query = readRedactionQuery(c);
  const { db } = c.get("deps").store;
  const [total, counts, bodies] = await Promise.all([
    totalOfRedactions(db, redactionFilterOf(query)),
    countRedactions(db),
    listBodies(db),
  ]);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "history" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Counts lang={lang} counts={counts} nameOf={namesOf(bodies, lang)} />
      <Filters lang={lang} action={redactionsPath(lang)} selects={selectsOf(lang, query, bodies)} />
      {await Found({ c, query, total, bodies })}
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(total / PAGE_SIZE))}
        total={total}
        href={(page) => redactionsPath(lang, writeRedactionQuery({ ...query, page }))}
      />
      <Downloads
        lang={lang}
        files={fileLinks(lang, "redactions", writeRedactionQuery({ ...query, page: 1 }))}
        note={words.filesNote}
        more={[
          { href: logPath(lang), text: words.log },
          { href: historyPath(lang), text: words.history },
        ]}
      />
    </div>,
  );
};

type FoundProps = {
  readonly c: Ctx;
  readonly query: RedactionQuery;
  readonly total: number;
  readonly bodies: readonly Body[];
};

const Found = async ({ c, query, total, bodies }: FoundProps) => {
  const lang = c.get("lang");
  const words = redactionWords[lang];
  const filtered = query.ground !== undefined || query.body !== "";
  if (total === 0)
    return (
      <EmptyState
        lang={lang}
        title={filtered ? words.none : words.nothing}
        next={filtered ? [{ href: redactionsPath(lang), text: words.showAll }] : []}
      />
    );
  const { db } = c.get("deps").store;
  const [redactions, indicators] = await Promise.all([
    listRedactions(db, redactionFilterOf(query), {
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
    }),
    indicatorsByCode(db),
  ]);
  const places = redactions.map(({ place }) => place);
  return (
    <RedactionTable
      reader={{ lang, nameOf: namesOf([...bodies, ...indicators.values()], lang) }}
      titleOf={await titlesOf(db, places, lang)}
      redactions={redactions}
      caption={words.found(figure(total, lang), filtered)}
    />
  );
};

type CountsProps = {
  readonly lang: Lang;
  readonly counts: Awaited<ReturnType<typeof countRedactions>>;
  readonly nameOf: (code: string) => string;
};

/** How often each body had a hand in it. */
function Counts({ lang, counts, nameOf }: CountsProps) {
  const words = redactionWords[lang];
  if (counts.length === 0) return null;
  return (
    <Part title={words.counts} id="counts">
      <Facts
        facts={counts.map(({ body, fields }) => ({
          term: nameOf(body),
          value: words.fields(figure(fields, lang)),
        }))}
      />
    </Part>
  );
}

type TableProps = {
  readonly reader: Reader;
  readonly titleOf: TitleOf;
  readonly redactions: readonly Redaction[];
  readonly caption: string;
};

function RedactionTable({ reader, titleOf, redactions, caption }: TableProps) {
  const { lang } = reader;
  const { columns } = redactionWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={caption}
      columns={[
        { header: columns.what },
        { header: columns.about, bare: true, full: true },
        { header: columns.ground },
        { header: columns.bodies, full: true },
        { header: columns.places, align: "end" },
        { header: columns.when },
      ]}
      rows={redactions.map((one) => rowOf(one, reader, titleOf))}
    />
  );
}

const rowOf = (one: Redaction, reader: Reader, titleOf: TitleOf): Row => {
  const { lang, nameOf } = reader;
  const words = redactionWords[lang];
  const entry = one.made ?? one.target;
  return {
    id: `r${one.id}`,
    cells: [
      <>
        {redactedField(lang, one.field)} <small>▇▇▇</small>
      </>,
      about(one.place, reader, titleOf),
      choiceWords[lang].redactionGround[one.ground],
      words.bodies(nameOf(one.proposedBy), nameOf(one.decidedBy ?? "")),
      figure(one.fields, lang),
      <>
        {one.decidedOn === undefined ? null : (
          <time datetime={one.decidedOn}>{formatDay(one.decidedOn, lang)}</time>
        )}
        <br />
        <small>
          <a href={verifyPath(lang, entry)}>{words.entry(figure(entry, lang))}</a>
        </small>
      </>,
    ],
  };
};

const selectsOf = (lang: Lang, { ground, body }: RedactionQuery, bodies: readonly Body[]) => {
  const words = redactionWords[lang];
  const all = { value: "", text: words.all };
  return [
    {
      name: "ground",
      label: words.filters.ground,
      value: ground ?? "",
      options: [
        all,
        ...REDACTION_GROUNDS.map((value) => ({ value, text: choiceWords[lang].redactionGround[value] })),
      ],
    },
    {
      name: "body",
      label: words.filters.body,
      value: body,
      options: [all, ...choicesOf(bodies, lang)],
    },
  ];
};
