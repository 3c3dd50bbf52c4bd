// The overview: what was promised this year, and what has become of it, by body.

import type { Programme } from "@yinuo/core";
import { addDays, firstDay, formatDay, formatPeriod, lastDay, type Day } from "@yinuo/period";
import {
  countStandings,
  historyOf,
  indicatorsByCode,
  listBodies,
  listCommitments,
  listProgrammes,
} from "@yinuo/store";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { EmptyState, figure, Part, Sums, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { siteWordsIn } from "../../words/index.ts";
import { overviewWords } from "../../words/overview.ts";
import { commitmentsPath, historyPath, overviewPath } from "../addresses.ts";
import { CommitmentTable } from "../commitments/table.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryTable } from "../history/entries.tsx";
import { titlesOf } from "../history/titles.ts";
import { namesOf } from "../names.ts";
import { countOfBodies } from "../numbers.ts";
import { MARK_OF, SHOWN } from "../standings.ts";
import { BodyStandings } from "./bodies.tsx";

export const overviewPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const programmes = await listProgrammes(db, { published: true });
  const asked = c.req.query("programme");
  const programme = programmes.find(({ code }) => code === asked) ?? currentOf(programmes, c.get("today"));
  if (programme === undefined) return nothingYet(c);
  const known = await readOverview(c, programme);
  const lang = c.get("lang");
  const title = sentenceOf(lang, programme, known);
  return publicPage(
    c,
    { title, section: "overview" },
    <div class="flow">
      <Title
        lang={lang}
        hero
        over={<ProgrammeChoice lang={lang} programmes={programmes} chosen={programme} />}
        title={title}
      >
        <Lead c={c} known={known} />
      </Title>
      <StandingSums lang={lang} programme={programme} known={known} />
      <BodyStandings
        lang={lang}
        programme={programme}
        counts={new Map(known.counts.byBody.map((one) => [one.body, one.counts]))}
        bodies={known.bodies}
      />
      <Lists lang={lang} programme={programme} known={known} />
      <Part title={overviewWords[lang].recent} id="recent">
        <HistoryTable
          lang={lang}
          caption={overviewWords[lang].recent}
          captionHidden
          entries={known.recent}
          timeZone={c.get("jurisdiction").timeZone}
          nameOf={known.nameOf}
          indicators={known.indicators}
          titleOf={known.titleOf}
        />
        <p>
          <a href={historyPath(lang)}>{overviewWords[lang].allHistory}</a>
        </p>
      </Part>
    </div>,
  );
};

/** The one whose period it is; with none, the newest. */
const currentOf = (programmes: readonly Programme[], today: Day): Programme | undefined =>
  programmes.find(({ period }) => firstDay(period) <= today && today <= lastDay(period)) ?? programmes[0];

type Known = Awaited<ReturnType<typeof readOverview>>;

/** How many rows each short list shows, and how many days ahead counts as soon. */
const FEW = 8;
const SOON_DAYS = 30;

const readOverview = async (c: Ctx, programme: Programme) => {
  const { db } = c.get("deps").store;
  const today = c.get("today");
  const few = { programme: programme.code, sort: "due", limit: FEW, offset: 0, today } as const;
  const [counts, commitments, overdue, ahead, silent, bodies, indicators, recent] = await Promise.all([
    countStandings(db, { programme: programme.code, today }),
    countStandings(db, { programme: programme.code, today, kind: "commitment" }),
    listCommitments(db, { ...few, standing: "overdue" }),
    listCommitments(db, { ...few, standing: "underway" }),
    listCommitments(db, { ...few, standing: "silent" }),
    listBodies(db),
    indicatorsByCode(db),
    historyOf(db, { programme: programme.code }, { limit: FEW }),
  ]);
  const soon = addDays(today, SOON_DAYS);
  return {
    counts,
    commitments,
    overdue,
    soon: ahead.rows.filter(({ due }) => due !== undefined && due <= soon),
    silent,
    bodies,
    recent,
    indicators,
    titleOf: await titlesOf(db, recent, c.get("lang")),
    nameOf: namesOf([...bodies, ...indicators.values()], c.get("lang")),
  };
};

const sentenceOf = (lang: Lang, programme: Programme, known: Known): string =>
  overviewWords[lang].title(
    formatPeriod(programme.period, lang),
    countOfBodies(known.commitments.byBody.length, lang),
    figure(known.commitments.total, lang),
  );

function Lead({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = overviewWords[lang];
  const measures = known.counts.total - known.commitments.total;
  return (
    <p class="faint">
      {words.asOf(formatDay(c.get("today"), lang))}{" "}
      {measures > 0 ? `${words.measures(figure(measures, lang))} ` : null}
      {words.checked} <a href={localPath(lang, "/method")}>{words.method}</a>
    </p>
  );
}

function ProgrammeChoice({
  lang,
  programmes,
  chosen,
}: {
  lang: Lang;
  programmes: readonly Programme[];
  chosen: Programme;
}) {
  const name = (programme: Programme) => inLang(lang, programme.title, programme.titleEn);
  if (programmes.length < 2) return <>{name(chosen)}</>;
  return (
    <>
      {overviewWords[lang].programmes}
      {siteWordsIn(lang).colon}
      {programmes.map((programme, index) => (
        <>
          {index === 0 ? null : " · "}
          {programme === chosen ? (
            <b aria-current="page">{name(programme)}</b>
          ) : (
            <a href={overviewPath(lang, programme.code)}>{name(programme)}</a>
          )}
        </>
      ))}
    </>
  );
}

function StandingSums({ lang, programme, known }: { lang: Lang; programme: Programme; known: Known }) {
  const always = new Set(["kept", "declared", "underway", "overdue", "silent"]);
  return (
    <Sums
      lang={lang}
      label={overviewWords[lang].sums}
      ribbon
      sums={SHOWN.flatMap((name) => {
        const value = known.counts.all[name] ?? 0;
        if (value === 0 && !always.has(name)) return [];
        return [
          {
            value,
            status: MARK_OF[name],
            href: commitmentsPath(lang, { programme: programme.code, standing: name }),
          },
        ];
      })}
    />
  );
}

function Lists({ lang, programme, known }: { lang: Lang; programme: Programme; known: Known }) {
  const words = overviewWords[lang];
  const { overdue, soon, silent, nameOf } = known;
  const all = (standing: "overdue" | "silent") =>
    commitmentsPath(lang, { programme: programme.code, standing });
  return (
    <>
      {overdue.rows.length > 0 ? (
        <Part title={words.overdue} id="overdue">
          <CommitmentTable
            lang={lang}
            caption={words.overdue}
            captionHidden
            rows={overdue.rows}
            nameOf={nameOf}
          />
          <More text={words.allOverdue} href={all("overdue")} more={overdue.total > overdue.rows.length} />
        </Part>
      ) : null}
      {soon.length > 0 ? (
        <Part title={words.dueSoon} id="due-soon">
          <CommitmentTable lang={lang} caption={words.dueSoon} captionHidden rows={soon} nameOf={nameOf} />
        </Part>
      ) : null}
      {silent.rows.length > 0 ? (
        <Part title={words.silent} id="silent">
          <p class="faint">{words.silentNote(figure(programme.silentAfterDays, lang))}</p>
          <CommitmentTable
            lang={lang}
            caption={words.silent}
            captionHidden
            rows={silent.rows}
            nameOf={nameOf}
          />
          <More text={words.allSilent} href={all("silent")} more={silent.total > silent.rows.length} />
        </Part>
      ) : null}
    </>
  );
}

function More({ text, href, more }: { text: string; href: string; more: boolean }) {
  return more ? (
    <p>
      <a href={href}>{text}</a>
    </p>
  ) : null;
}

const nothingYet = (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = overviewWords[lang];
  const title = siteWordsIn(lang).nav.overview;
  return publicPage(
    c,
    { title, section: "overview" },
    <div class="flow">
      <Title title={title} />
      <EmptyState
        lang={lang}
        title={words.none}
        next={[{ href: localPath(lang, "/desk"), text: words.desk }]}
      >
        {words.noneHelp}
      </EmptyState>
    </div>,
  );
};
