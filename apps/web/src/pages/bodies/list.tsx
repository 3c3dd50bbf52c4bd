// All bodies: what each leads, how it stands, and how long ago anything was recorded.

import type { Body } from "@yinuo/core";
import { daysBetween, formatDay, type Day } from "@yinuo/period";
import { countStandings, listBodies, type CountedStandings } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, Downloads, figure, Key, Ribbon, Tally, Title, type Row } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { bodiesWords } from "../../words/bodies.ts";
import { bodyPath, commitmentsPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";
import { MARK_OF, sharesOf, SHOWN, totalOf } from "../standings.ts";

export const bodiesPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const words = bodiesWords[lang];
  const today = c.get("today");
  const [bodies, counted] = await Promise.all([listBodies(db), countStandings(db, { today })]);
  const led = new Map(counted.byBody.map((one) => [one.body, one]));
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
        rows={bodies.map((body) => bodyRow({ lang, body, led: led.get(body.code), today }))}
      />
      <Downloads lang={lang} files={fileLinks(lang, "bodies")} />
    </div>,
  );
};

type BodyRowProps = {
  readonly lang: Lang;
  readonly body: Body;
  /** What it leads, counted. */
  readonly led: CountedStandings["byBody"][number] | undefined;
  readonly today: Day;
};

const bodyRow = ({ lang, body, led, today }: BodyRowProps): Row => {
  const words = bodiesWords[lang];
  const counts = led?.counts;
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
      total === 0 ? "" : ago(lang, led?.lastRecordedOn, today),
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
