// What changed since a day: the records that did, under the body they belong to.

import type { Body } from "@yinuo/core";
import { addDays, formatDay, parseDay, type Day } from "@yinuo/period";
import { changesSince, indicatorsByCode, listBodies, type ChangedRecord } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { EmptyState, figure, Notice, Pager, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { changesWords } from "../../words/corrections.ts";
import { changesPath, correctionsPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { titlesOf } from "../history/titles.ts";
import { namesOf } from "../names.ts";
import { ChangedRecords } from "./records.tsx";

/** Records on one page. */
const PAGE_SIZE = 100;
/** How far back the page looks when no day is named. */
const USUAL_DAYS = 7;

export const changesPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const words = changesWords[lang];
  const { typed, since, body, page } = readQuery(c);
  const { timeZone } = c.get("jurisdiction");
  const [records, bodies, indicators] = await Promise.all([
    changesSince(db, { day: since, timeZone }, body === "" ? {} : { body }),
    listBodies(db),
    indicatorsByCode(db),
  ]);
  const shown = records.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const nameOf = namesOf([...bodies, ...indicators.values()], lang);
  const unread = typed !== "" && parseDay(typed) === undefined;
  if (unread) c.status(400);
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "history" },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      {unread ? <Notice lang={lang} kind="refusal" title={words.unread(typed)} /> : null}
      <Asking lang={lang} since={since} body={body} bodies={bodies} />
      <Summary lang={lang} since={since} body={body} records={records} />
      <ChangedRecords
        lang={lang}
        records={shown}
        timeZone={timeZone}
        nameOf={nameOf}
        titleOf={await titlesOf(db, shown, lang)}
      />
      {records.length > PAGE_SIZE ? (
        <Pager
          lang={lang}
          page={page}
          pages={Math.ceil(records.length / PAGE_SIZE)}
          total={records.length}
          href={(to) => changesPath(lang, { since, body, page: to === 1 ? undefined : to })}
        />
      ) : null}
    </div>,
  );
};

type SummaryProps = {
  readonly lang: Lang;
  readonly since: Day;
  readonly body: string;
  readonly records: readonly ChangedRecord[];
};

function Summary({ lang, since, body, records }: SummaryProps) {
  const words = changesWords[lang];
  const day = formatDay(since, lang);
  if (records.length === 0)
    return (
      <EmptyState lang={lang} title={words.none(day)}>
        {words.noneHelp}
      </EmptyState>
    );
  return (
    <p>
      {words.summary(day, figure(records.length, lang), figure(entriesIn(records), lang))}{" "}
      <a href={correctionsPath(lang, { since, body })}>{words.corrections}</a>
    </p>
  );
}

type Query = { readonly typed: string; readonly since: Day; readonly body: string; readonly page: number };

const readQuery = (c: Ctx): Query => {
  const typed = (c.req.query("since") ?? "").trim().slice(0, 40);
  const page = Number(c.req.query("page"));
  return {
    typed,
    since: parseDay(typed) ?? addDays(c.get("today"), -USUAL_DAYS),
    body: (c.req.query("body") ?? "").slice(0, 100),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

const entriesIn = (records: readonly ChangedRecord[]): number =>
  records.reduce((sum, { verbs }) => sum + Object.values(verbs).reduce((a, b) => a + b, 0), 0);

type AskingProps = {
  readonly lang: Lang;
  readonly since: Day;
  readonly body: string;
  readonly bodies: readonly Body[];
};

function Asking({ lang, since, body, bodies }: AskingProps) {
  const words = changesWords[lang];
  return (
    <form method="get" action={changesPath(lang)} role="search">
      <div class="filters">
        <label>
          {words.since}
          <input type="date" name="since" value={since} required />
        </label>
        <label>
          {words.body}
          <select name="body">
            <option value="" selected={body === ""}>
              {words.all}
            </option>
            {bodies.map(({ code, name, nameEn }) => (
              <option value={code} selected={body === code}>
                {inLang(lang, name, nameEn)}
              </option>
            ))}
          </select>
        </label>
        <button class="main">{words.show}</button>
      </div>
    </form>
  );
}
