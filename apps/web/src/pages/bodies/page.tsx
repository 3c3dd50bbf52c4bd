// A body's page: what it leads and co-operates in, how that stands, and how long it has been silent.

import type { Body } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import {
  countStandings,
  getBody,
  historyOf,
  indicatorsByCode,
  listBodies,
  listCommitments,
  listIndicators,
  responseRecordOf,
  type CommitmentRow,
} from "@yinuo/store";
import { listBodyKeys } from "@yinuo/store/keys";
import { loggedAbout } from "@yinuo/store/log";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { Facts, figure, Notice, Part, Sums, Title, Two, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { bodiesWords } from "../../words/bodies.ts";
import { siteWordsIn } from "../../words/index.ts";
import { bodyPath, commitmentsPath, indicatorPath, posterPath } from "../addresses.ts";
import { CommitmentTable, type NameOf } from "../commitments/table.tsx";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryTable } from "../history/entries.tsx";
import { titlesOf } from "../history/titles.ts";
import { keyFact } from "../log/keys.tsx";
import { namesOf } from "../names.ts";
import { PosterLink } from "../posters/link.tsx";
import { LATEST, ProofPart } from "../proof/part.tsx";
import { ResponsePart } from "../silence/record.tsx";
import { MARK_OF, SHOWN } from "../standings.ts";
import { ago } from "./list.tsx";

/** Rows each list shows before it links to the whole. */
const FEW = 20;

export const bodyPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const body = await getBody(db, c.req.param("code") ?? "");
  if (body === undefined) return notFound(c);
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  const known = await readBody(c, body);
  const title = inLang(lang, body.name, body.nameEn);
  return publicPage(
    c,
    {
      title,
      description: inLang(lang, body.about ?? "", body.aboutEn),
      section: "bodies",
      trail: [
        { href: localPath(lang, "/bodies"), text: words.title },
        { href: bodyPath(lang, body.code), text: title, current: true },
      ],
    },
    <Content c={c} body={body} known={known} />,
  );
};

function Content({ c, body, known }: { c: Ctx; body: Body; known: Known }) {
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  const href = commitmentsPath(lang, { body: body.code });
  const { nameOf } = known;
  return (
    <div class="flow">
      <Title
        lang={lang}
        title={inLang(lang, body.name, body.nameEn)}
        over={body.code}
        lead={inLang(lang, body.about ?? "", body.aboutEn)}
      />
      {body.inspects ? (
        <Notice lang={lang} kind="note" title={words.inspects}>
          {words.inspectsNote}
        </Notice>
      ) : null}
      <StandingSums lang={lang} body={body} known={known} />
      <Two>
        <Silence c={c} known={known} />
        <div class="flow">
          <Facts lang={lang} facts={factsOf(lang, body, known)} />
          <PosterLink lang={lang} href={posterPath(bodyPath(lang, body.code))} />
        </div>
      </Two>
      <Listed
        lang={lang}
        title={words.leads}
        leadHidden
        rows={known.leads.rows}
        total={known.leads.total}
        href={href}
        nameOf={nameOf}
      />
      <Listed
        lang={lang}
        title={words.supports}
        rows={known.supports}
        total={known.supports.length}
        href={href}
        nameOf={nameOf}
      />
      <ResponsePart lang={lang} code={body.code} record={known.record} />
      <Indicators lang={lang} body={body} known={known} />
      <Recent c={c} known={known} />
      <ProofPart c={c} logged={known.logged} nameOf={nameOf} />
    </div>
  );
}

function Recent({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  if (known.recent.length === 0) return null;
  return (
    <Part title={words.history} id="history">
      <HistoryTable
        lang={lang}
        caption={words.history}
        captionHidden
        entries={known.recent}
        timeZone={c.get("jurisdiction").timeZone}
        nameOf={known.nameOf}
        indicators={known.allIndicators}
        titleOf={known.titleOf}
      />
    </Part>
  );
}

type Known = Awaited<ReturnType<typeof readBody>>;

const readBody = async (c: Ctx, body: Body) => {
  const { db } = c.get("deps").store;
  const today = c.get("today");
  const few = { sort: "due", limit: FEW, offset: 0, today } as const;
  const [counted, leads, taking, bodies, indicators, allIndicators, recent, logged, keys, record] =
    await Promise.all([
      countStandings(db, { today, body: body.code }),
      listCommitments(db, { ...few, lead: body.code }),
      listCommitments(db, { ...few, body: body.code, limit: 500 }),
      listBodies(db),
      listIndicators(db, { body: body.code }),
      indicatorsByCode(db),
      historyOf(db, { actorBody: body.code }, { limit: 8 }),
      loggedAbout(
        db,
        { subject: `body/${body.code}` },
        { timeZone: c.get("jurisdiction").timeZone, limit: LATEST },
      ),
      listBodyKeys(db),
      responseRecordOf(db, body.code),
    ]);
  const led = counted.byBody.find((one) => one.body === body.code);
  return {
    counts: led?.counts,
    leads,
    supports: taking.rows.filter(({ lead }) => lead !== body.code),
    last: led?.lastRecordedOn,
    bodies,
    indicators,
    recent,
    logged,
    key: keys.find(({ body: of, state }) => of === body.code && state === "active"),
    record,
    allIndicators,
    titleOf: await titlesOf(db, recent, c.get("lang")),
    nameOf: namesOf([...bodies, ...allIndicators.values()], c.get("lang")),
  };
};

function StandingSums({ lang, body, known }: { lang: Lang; body: Body; known: Known }) {
  const { counts } = known;
  if (counts === undefined) return null;
  return (
    <Sums
      lang={lang}
      label={bodiesWords[lang].counts}
      ribbon
      sums={SHOWN.filter((name) => counts[name] > 0).map((name) => ({
        value: counts[name],
        status: MARK_OF[name],
        href: commitmentsPath(lang, { body: body.code, standing: name }),
      }))}
    />
  );
}

const factsOf = (lang: Lang, body: Body, { bodies, nameOf, key }: Known): Fact[] => {
  const words = bodiesWords[lang];
  const link = (code: string) => <a href={bodyPath(lang, code)}>{nameOf(code)}</a>;
  const children = bodies.filter(({ parent }) => parent === body.code);
  const { and } = siteWordsIn(lang);
  return [
    ...(body.externalId === undefined ? [] : [{ term: words.externalId, value: body.externalId }]),
    ...(body.parent === undefined ? [] : [{ term: words.parent, value: link(body.parent) }]),
    ...(children.length === 0
      ? []
      : [
          {
            term: words.children,
            value: (
              <>
                {children.map(({ code }, index) => (
                  <>
                    {index === 0 ? null : and}
                    {link(code)}
                  </>
                ))}
              </>
            ),
          },
        ]),
    ...(body.closedOn === undefined
      ? []
      : [{ term: words.closed(""), value: formatDay(body.closedOn, lang) }]),
    ...keyFact(lang, key),
  ];
};

/** Silence is data: when anything was last recorded, and how much is silent or late now. */
function Silence({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  if (known.counts === undefined) return <p class="faint">{words.noCommitments}</p>;
  return (
    <Facts
      facts={[
        { term: words.lastRecorded, value: ago(lang, known.last, c.get("today")) },
        { term: words.silentNow, value: words.pieces(figure(known.counts.silent, lang)) },
        { term: words.overdueNow, value: words.pieces(figure(known.counts.overdue, lang)) },
      ]}
    />
  );
}

type ListedProps = {
  readonly leadHidden?: boolean | undefined;
  readonly lang: Lang;
  readonly title: string;
  readonly rows: readonly CommitmentRow[];
  readonly total: number;
  readonly href: string;
  readonly nameOf: NameOf;
};

function Listed({ lang, title, rows, total, href, nameOf, leadHidden }: ListedProps) {
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      <CommitmentTable
        lang={lang}
        caption={title}
        captionHidden
        rows={rows.slice(0, FEW)}
        nameOf={nameOf}
        leadHidden={leadHidden}
      />
      {total > FEW ? (
        <p>
          <a href={href}>{bodiesWords[lang].all(figure(total, lang))}</a>
        </p>
      ) : null}
    </Part>
  );
}

function Indicators({ lang, body, known }: { lang: Lang; body: Body; known: Known }) {
  if (known.indicators.length === 0) return null;
  return (
    <Part title={bodiesWords[lang].indicators} id="indicators">
      <ul>
        {known.indicators.map(({ code, name, nameEn }) => (
          <li>
            <a href={indicatorPath(lang, code, body.code)}>{inLang(lang, name, nameEn)}</a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
