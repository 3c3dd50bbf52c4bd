// All bodies: what each leads, how it stands, and how long ago anything was recorded.

import type { Body } from "@yinuo/core";
import { daysBetween, formatDay, type Day } from "@yinuo/period";
import { countStandings, listBodies, listCommitments } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, Downloads, figure, Key, Ribbon, Tally, Title, type Row } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { bodiesWords } from "../../words/bodies.ts";
import { bodyPath, commitmentsPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { MARK_OF, sharesOf, SHOWN, totalOf, type Counts } from "../standings.ts";

export const bodiesPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  const today = c.get("today");
  const [bodies, counted] = await Promise.all([listBodies(db), countStandings(db, { today })]);
  const counts = new Map<string, Counts>(counted.byBody.map((one) => [one.body, one.counts]));
  const last = await lastRecorded(c, bodies);
  const used = SHOWN.filter((name) => counted.all[name] > 0).map((name) => MARK_OF[name]);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "bodies" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Key lang={lang} kinds={used} />
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[
          { header: words.columns.name },
          { header: words.columns.count, align: "end" },
          { header: words.columns.standing, bare: true, full: true },
          { header: words.columns.shares, bare: true },
          { header: words.columns.silence },
        ]}
        rows={bodies.map((body) =>
          bodyRow({ lang, body, counts: counts.get(body.code), last: last.get(body.code), today }),
        )}
      />
      <Downloads lang={lang} files={fileLinks(lang, "bodies")} />
    </div>,
  );
};

type BodyRowProps = {
  readonly lang: Lang;
  readonly body: Body;
  readonly counts: Counts | undefined;
  readonly last: Day | undefined;
  readonly today: Day;
};

const bodyRow = ({ lang, body, counts, last, today }: BodyRowProps): Row => {
  const words = bodiesWords[lang];
  const total = counts === undefined ? 0 : totalOf(counts);
  const notes = [
    ...(body.inspects ? [words.inspects] : []),
    ...(body.closedOn === undefined ? [] : [words.closed(formatDay(body.closedOn, lang))]),
  ];
  return {
    cells: [
      <>
        <a href={bodyPath(lang, body.code)}>{inLang(lang, body.name, body.nameEn)}</a>
        {notes.length === 0 ? null : <small> {notes.join(" · ")}</small>}
      </>,
      total === 0 ? (
        figure(0, lang)
      ) : (
        <a href={commitmentsPath(lang, { body: body.code })}>{figure(total, lang)}</a>
      ),
      counts === undefined ? "" : <Ribbon shares={sharesOf(counts)} />,
      counts === undefined ? (
        <span class="faint">{words.noCommitments}</span>
      ) : (
        <Tally lang={lang} shares={sharesOf(counts)} />
      ),
      total === 0 ? "" : ago(lang, last, today),
    ],
  };
};

/** A day and how long ago it was; silence is counted in days. */
export const ago = (lang: Lang, day: Day | undefined, today: Day) => {
  const words = bodiesWords[lang];
  if (day === undefined) return <span class="faint">{words.never}</span>;
  const days = daysBetween(day, today);
  return (
    <>
      <time datetime={day}>{formatDay(day, lang)}</time>
      <small> {days <= 0 ? words.today : words.daysAgo(figure(days, lang))}</small>
    </>
  );
};

const lastRecorded = async (
  c: Ctx,
  bodies: readonly Body[],
): Promise<ReadonlyMap<string, Day | undefined>> => {
  const { db } = c.get("deps").store;
  const newest = { sort: "recorded", descending: true, limit: 1, offset: 0, today: c.get("today") } as const;
  const found = await Promise.all(bodies.map(({ code }) => listCommitments(db, { ...newest, lead: code })));
  return new Map(bodies.map(({ code }, index) => [code, found[index]?.rows[0]?.lastRecordedOn]));
};
