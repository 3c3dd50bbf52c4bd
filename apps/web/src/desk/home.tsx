// The desk's first page: what is due from my body now, and one press away from doing it.

import { speaksFor, type By } from "@yinuo/core";
import { addDays, formatDay, formatPeriod } from "@yinuo/period";
import { listCommitments, type CommitmentRow, type StandingName } from "@yinuo/store";
import { inLang, localPath, type Lang } from "../lang.ts";
import { DataTable, EmptyState, Part, Status, Title } from "../parts/index.ts";
import { daysShown, MARK_OF } from "../pages/standings.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk } from "./addresses.ts";
import { deskOf, type Desk } from "./context.ts";
import { deskPage } from "./frame.tsx";
import { missingFigures, type MissingFigure } from "./missing-figures.ts";

const SHOWN = 12;
const SOON = 30;

type Listed = { readonly rows: readonly CommitmentRow[]; readonly total: number };

export const home = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const words = deskWords[lang].home;
  const { body } = context.by;
  const [overdue, soon, silent, drafts, toJudge] = await Promise.all([
    listed(desk, "overdue"),
    dueSoon(desk),
    listed(desk, "silent"),
    listed(desk, "draft"),
    context.by.inspects ? listed(desk, "declared", false) : nothing,
  ]);
  const missing = await missingFigures(c.get("deps").store.db, { body, today: context.today });
  const groups = [
    { title: words.overdue, list: overdue },
    { title: words.toJudge, list: toJudge },
    { title: words.dueSoon, list: soon },
    { title: words.silent, list: silent },
    { title: words.drafts, list: drafts },
  ].filter(({ list }) => list.total > 0);
  const empty = groups.length === 0 && missing.length === 0;
  return deskPage(
    c,
    { title: words.title, section: "home" },
    <>
      <Title
        title={body === undefined ? words.everyone : words.mine(desk.nameOf(body))}
        lead={body === undefined ? words.noBody : undefined}
      />
      {empty ? <Nothing lang={lang} /> : null}
      {groups.map(({ title, list }) => (
        <Due desk={desk} title={title} list={list} />
      ))}
      {missing.length === 0 ? null : <Missing desk={desk} missing={missing} />}
    </>,
  );
};

const nothing: Listed = { rows: [], total: 0 };

/** Own: only where the account's body leads or co-operates. */
const listed = (desk: Desk, standing: StandingName, own = true): Promise<Listed> => {
  const { by, today } = desk.context;
  const query = { standing, sort: "due", limit: SHOWN, offset: 0, today, desk: true } as const;
  return listCommitments(desk.c.get("deps").store.db, own ? { ...query, body: by.body } : query);
};

const dueSoon = async (desk: Desk): Promise<Listed> => {
  const { by, today } = desk.context;
  const query = { standing: "underway", sort: "due", limit: 200, offset: 0, today, desk: true } as const;
  const { rows } = await listCommitments(desk.c.get("deps").store.db, { ...query, body: by.body });
  const last = addDays(today, SOON);
  const soon = rows.filter(({ due }) => due !== undefined && due <= last);
  return { rows: soon.slice(0, SHOWN), total: soon.length };
};

const Nothing = ({ lang }: { readonly lang: Lang }) => (
  <EmptyState
    lang={lang}
    title={deskWords[lang].home.nothing}
    next={[{ href: localPath(lang, "/desk/commitments"), text: deskWords[lang].sections.commitments }]}
  >
    {deskWords[lang].home.nothingHelp}
  </EmptyState>
);

const Due = ({
  desk,
  title,
  list,
}: {
  readonly desk: Desk;
  readonly title: string;
  readonly list: Listed;
}) => {
  const { lang, context, nameOf } = desk;
  const words = deskWords[lang];
  return (
    <Part title={title}>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        columns={[
          { header: words.columns.item },
          { header: words.columns.lead },
          { header: words.columns.due },
          { header: words.columns.standing, bare: true },
          { header: words.columns.action, bare: true },
        ]}
        rows={list.rows.map((row) => ({
          cells: [
            <a href={commitmentDesk(lang, row)}>{inLang(lang, row.title, row.titleEn)}</a>,
            nameOf(row.lead),
            row.due === undefined ? "" : formatDay(row.due, lang),
            <Status lang={lang} kind={MARK_OF[row.standing.is]} days={daysShown(row.standing)} />,
            mayRecord(context.by, row) ? (
              <a href={commitmentDesk(lang, row, "/progress")}>{words.home.progress}</a>
            ) : null,
          ],
        }))}
      />
      {list.total > list.rows.length ? (
        <p class="faint">{words.home.more(list.total - list.rows.length)}</p>
      ) : null}
    </Part>
  );
};

const mayRecord = (by: By, { stage, lead, support }: CommitmentRow): boolean =>
  (stage === "published" || stage === "declared") && speaksFor(by, [lead, ...support]);

const Missing = ({ desk, missing }: { readonly desk: Desk; readonly missing: readonly MissingFigure[] }) => {
  const { lang, nameOf } = desk;
  const words = deskWords[lang];
  return (
    <Part title={words.home.missing}>
      <DataTable
        lang={lang}
        caption={words.home.missing}
        note={words.home.missingNote}
        columns={[
          { header: words.columns.indicator },
          { header: words.columns.body },
          { header: words.columns.period },
          { header: words.columns.action, bare: true },
        ]}
        rows={missing.slice(0, 60).map(({ indicator, body, period }) => ({
          cells: [
            inLang(lang, indicator.name, indicator.nameEn),
            nameOf(body),
            formatPeriod(period, lang),
            <a
              href={localPath(
                lang,
                `/desk/indicators/${encodeURIComponent(indicator.code)}/record?body=${encodeURIComponent(body)}&period=${period}`,
              )}
            >
              {words.home.record}
            </a>,
          ],
        }))}
      />
    </Part>
  );
};
